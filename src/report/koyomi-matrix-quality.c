#include "koyomi-matrix-quality-private.h"

#include <math.h>

#define MOST_EXAMPLES 8

/* What was found, and the first of it by name. */
typedef struct
{
  guint    n;
  guint    n_named;
  GString *names;
} Finding;

static const char * const labels[KOYOMI_N_MATRIX_DOUBTS] = {
  [KOYOMI_MATRIX_DOUBT_UNASSIGNED] = N_("Functions that no team has anything to do with"),
  [KOYOMI_MATRIX_DOUBT_MAPPED_ONLY] = N_("Functions that are assigned only by their counterparts in another catalogue"),
  [KOYOMI_MATRIX_DOUBT_WITHOUT_PERSON] = N_("Cells with R or A in which nobody is named"),
  [KOYOMI_MATRIX_DOUBT_INACTIVE_TEAM] = N_("Cells of teams that are not active on the day"),
  [KOYOMI_MATRIX_DOUBT_WITHOUT_LEVEL] = N_("Functions whose maturity nobody has assessed"),
  [KOYOMI_MATRIX_DOUBT_WITHOUT_GOAL] = N_("Functions without a level to reach"),
  [KOYOMI_MATRIX_DOUBT_WITHOUT_ASSESSOR] = N_("Assessments without an assessor or a day"),
  [KOYOMI_MATRIX_DOUBT_WITHOUT_EVIDENCE] = N_("Assessments of level 3 and higher without evidence"),
  [KOYOMI_MATRIX_DOUBT_WITHOUT_CAPACITY] = N_("Teams with work in the year whose capacity is not known"),
  [KOYOMI_MATRIX_DOUBT_WITHOUT_EFFORT] = N_("Runs of the year whose effort nobody has estimated"),
};

static void
add (Finding        *self,
     guint           n,
     const char     *name,
     KoyomiLanguage  language)
{
  self->n += n;
  if (n > 0 && self->n_named++ < MOST_EXAMPLES)
    g_string_append_printf (self->names, "%s%s", self->names->len == 0 ? "" : language == KOYOMI_LANGUAGE_JA ? "、" : ", ", name);
}

static void
add_function (Finding        *self,
              KoyomiRecord   *function,
              KoyomiLanguage  language)
{
  const char *code = koyomi_record_get_text (function, KOYOMI_FUNCTION_CODE);
  g_autofree char *name = g_strjoin (*code != '\0' ? " " : "", code, koyomi_record_get_title (function), NULL);

  add (self, 1, name, language);
}

static void
add_cell (Finding                  *self,
          const KoyomiMatrixReport *report,
          guint                     row,
          guint                     column)
{
  KoyomiRecord *function = koyomi_matrix_get_row (report->matrix, row)->function;
  g_autofree char *name = g_strdup_printf ("%s · %s", koyomi_record_get_title (koyomi_matrix_get_column (report->matrix, column)->team),
                                           koyomi_record_get_title (function));

  add (self, 1, name, report->language);
}

static gboolean
has_doubt (const KoyomiMatrixReport *report,
           KoyomiMatrixDoubt         doubt,
           guint                     row,
           guint                     column)
{
  const KoyomiMatrixCell *cell = koyomi_matrix_get_cell (report->matrix, row, column);

  if (cell == NULL)
    return FALSE;

  if (doubt == KOYOMI_MATRIX_DOUBT_WITHOUT_PERSON)
    return (cell->letters & (KOYOMI_LETTERS_R | KOYOMI_LETTERS_A)) != 0 && !(cell->flags & KOYOMI_CELL_PERSON) &&
           koyomi_record_get_int (koyomi_matrix_get_column (report->matrix, column)->team, KOYOMI_TEAM_KIND) != KOYOMI_TEAM_KIND_OUTSOURCED;

  return cell->letters != KOYOMI_LETTERS_NONE && !koyomi_matrix_get_column (report->matrix, column)->is_active;
}

static void
look_at_cells (Finding                  *self,
               const KoyomiMatrixReport *report,
               KoyomiMatrixDoubt         doubt)
{
  for (guint row = 0; row < koyomi_matrix_get_n_rows (report->matrix); row++)
    for (guint column = 0; column < koyomi_matrix_get_n_columns (report->matrix); column++)
      if (has_doubt (report, doubt, row, column))
        add_cell (self, report, row, column);
}

static void
look_at_rows (Finding                  *self,
              const KoyomiMatrixReport *report,
              KoyomiMatrixDoubt         doubt)
{
  for (guint i = 0; i < koyomi_matrix_get_n_rows (report->matrix); i++)
    {
      const KoyomiMatrixRow *row = koyomi_matrix_get_row (report->matrix, i);
      gboolean is_assigned = koyomi_matrix_is_assigned (report->matrix, koyomi_record_get_id (row->function));

      if (!is_assigned && row->is_mapped == (doubt == KOYOMI_MATRIX_DOUBT_MAPPED_ONLY))
        add_function (self, row->function, report->language);
    }
}

static guint
count_assessments (const KoyomiMaturityRow *row,
                   KoyomiMatrixDoubt        doubt)
{
  guint n = 0;

  for (guint mode = 0; mode < KOYOMI_N_EXECUTIONS; mode++)
    {
      const KoyomiAssessment *assessment = &row->modes[mode];

      if (assessment->record == NULL)
        continue;

      if (doubt == KOYOMI_MATRIX_DOUBT_WITHOUT_EVIDENCE)
        n += assessment->levels.as_is >= 3 && (assessment->evidence == NULL || assessment->evidence->len == 0);
      else
        n += *koyomi_record_get_text (assessment->record, KOYOMI_MATURITY_ASSESSOR) == '\0' ||
             koyomi_record_is_none (assessment->record, KOYOMI_MATURITY_ASSESSED_DAY);
    }

  return n;
}

static void
look_at_maturity (Finding                  *self,
                  const KoyomiMatrixReport *report,
                  KoyomiMatrixDoubt         doubt)
{
  for (guint i = 0; i < report->maturity->rows->len; i++)
    {
      const KoyomiMaturityRow *row = g_ptr_array_index (report->maturity->rows, i);

      if (doubt == KOYOMI_MATRIX_DOUBT_WITHOUT_LEVEL ? !row->score.is_known :
          doubt == KOYOMI_MATRIX_DOUBT_WITHOUT_GOAL && row->score.is_known && !row->score.has_goal)
        add_function (self, row->function, report->language);
      else if (doubt == KOYOMI_MATRIX_DOUBT_WITHOUT_ASSESSOR || doubt == KOYOMI_MATRIX_DOUBT_WITHOUT_EVIDENCE)
        add (self, count_assessments (row, doubt), koyomi_record_get_title (row->function), report->language);
    }
}

static void
look_at_load (Finding                  *self,
              const KoyomiMatrixReport *report,
              KoyomiMatrixDoubt         doubt)
{
  for (guint i = 0; i < report->workload->teams->len; i++)
    {
      const KoyomiTeamLoad *team = g_ptr_array_index (report->workload->teams, i);
      const char *name = team->team != NULL ? koyomi_record_get_title (team->team) : koyomi_tr (report->language, N_("Nobody"));

      if (doubt == KOYOMI_MATRIX_DOUBT_WITHOUT_EFFORT)
        add (self, team->year.n_unknown, name, report->language);
      else
        add (self, team->team != NULL && isnan (team->year.capacity) && koyomi_load_cell_get_days (&team->year) > 0, name, report->language);
    }
}

const char *
_koyomi_matrix_doubt_get_label (KoyomiMatrixDoubt self,
                                KoyomiLanguage    language)
{
  return koyomi_tr (language, labels[self]);
}

/**
 * _koyomi_matrix_doubt_count:
 * @examples: (out): the first few by name; "" when there is none
 */
guint
_koyomi_matrix_doubt_count (KoyomiMatrixDoubt          self,
                            const KoyomiMatrixReport  *report,
                            char                     **examples)
{
  Finding finding = { .names = g_string_new (NULL) };

  if (self <= KOYOMI_MATRIX_DOUBT_MAPPED_ONLY)
    look_at_rows (&finding, report, self);
  else if (self <= KOYOMI_MATRIX_DOUBT_INACTIVE_TEAM)
    look_at_cells (&finding, report, self);
  else if (self <= KOYOMI_MATRIX_DOUBT_WITHOUT_EVIDENCE)
    look_at_maturity (&finding, report, self);
  else
    look_at_load (&finding, report, self);

  if (finding.n_named > MOST_EXAMPLES)
    {
      g_string_append (finding.names, report->language == KOYOMI_LANGUAGE_JA ? "、" : ", ");
      g_string_append_printf (finding.names, koyomi_ntr (report->language, "%d more", "%d more", finding.n_named - MOST_EXAMPLES),
                              finding.n_named - MOST_EXAMPLES);
    }
  *examples = g_string_free (finding.names, FALSE);

  return finding.n;
}
