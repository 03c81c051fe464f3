#include "koyomi-matrix-report-private.h"

#include "koyomi-day.h"
#include "koyomi-handover.h"
#include "koyomi-history.h"

#include <string.h>

/* What the team has to do with the function. */
KoyomiLetters
_koyomi_matrix_get_letters (const KoyomiMatrix *matrix,
                            guint               row,
                            guint               column)
{
  const KoyomiMatrixCell *cell = koyomi_matrix_get_cell (matrix, row, column);

  return cell != NULL ? cell->letters : KOYOMI_LETTERS_NONE;
}

/* Whether the matrix has a cell with letters. */
static gboolean
is_filled (const KoyomiMatrix *matrix)
{
  for (guint row = 0; row < koyomi_matrix_get_n_rows (matrix); row++)
    for (guint column = 0; column < koyomi_matrix_get_n_columns (matrix); column++)
      if (_koyomi_matrix_get_letters (matrix, row, column) != KOYOMI_LETTERS_NONE)
        return TRUE;

  return FALSE;
}

/* The first catalogue in which a team is assigned, else the first of all. */
static KoyomiMatrix *
load_first (KoyomiSession   *session,
            guint32          day,
            KoyomiLanguage   language,
            GError         **error)
{
  g_autoptr(GPtrArray) catalogues = koyomi_session_list (session, KOYOMI_TABLE_CATALOGUE, 0, 0, language, error);
  g_autoptr(KoyomiMatrix) first = NULL;

  if (catalogues == NULL)
    return NULL;

  for (guint i = 0; i < catalogues->len; i++)
    {
      g_autoptr(KoyomiMatrix) matrix = NULL;

      matrix = koyomi_session_load_matrix (session, koyomi_record_get_id (g_ptr_array_index (catalogues, i)), day, language, error);
      if (matrix == NULL || is_filled (matrix))
        return g_steal_pointer (&matrix);

      if (first == NULL || koyomi_matrix_get_n_rows (first) == 0)
        {
          g_clear_pointer (&first, koyomi_matrix_unref);
          first = g_steal_pointer (&matrix);
        }
    }

  return first != NULL ? g_steal_pointer (&first) : koyomi_session_load_matrix (session, 0, day, language, error);
}

static KoyomiMatrix *
load_matrix (KoyomiSession   *session,
             const char      *code,
             guint32          day,
             KoyomiLanguage   language,
             GError         **error)
{
  gint64 catalogue;

  if (code == NULL)
    return load_first (session, day, language, error);

  if ((catalogue = koyomi_session_find_catalogue (session, code, error)) == 0)
    return NULL;

  return koyomi_session_load_matrix (session, catalogue, day, language, error);
}

static gboolean
load (KoyomiMatrixReport  *self,
      const char          *code,
      GError             **error)
{
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (self->session, self->day);
  KoyomiRecord *catalogue;
  const char *judged;
  gint64 id;

  if ((self->matrix = load_matrix (self->session, code, self->day, self->language, error)) == NULL)
    return FALSE;

  catalogue = koyomi_matrix_get_catalogue (self->matrix);
  judged = catalogue != NULL ? _koyomi_matrix_report_get_catalogue (self) : NULL;
  id = catalogue != NULL ? koyomi_record_get_id (catalogue) : 0;

  return (self->head = koyomi_session_get_head (self->session, error)) != NULL &&
         (self->facts = koyomi_session_load_calendar (self->session, year, self->language, FALSE, error)) != NULL &&
         (self->maturity = koyomi_session_load_maturity (self->session, id, self->day, self->language, error)) != NULL &&
         (self->before = koyomi_session_load_maturity (self->session, id, koyomi_day_add_months (self->day, -12), self->language,
                                                       error)) != NULL &&
         (self->breaches = koyomi_session_load_breaches (self->session, judged, self->day, self->language, error)) != NULL &&
         (self->workload = koyomi_session_load_workload (self->session, year, self->language, error)) != NULL;
}

/**
 * _koyomi_matrix_report_load:
 * @catalogue: (nullable): its code; NULL for the first in which a team is assigned
 */
KoyomiMatrixReport *
_koyomi_matrix_report_load (KoyomiSession   *session,
                            const char      *catalogue,
                            guint32          day,
                            KoyomiLanguage   language,
                            GError         **error)
{
  g_autoptr(KoyomiMatrixReport) self = g_new0 (KoyomiMatrixReport, 1);

  self->session = session;
  self->language = language;
  self->day = day;

  return load (self, catalogue, error) ? g_steal_pointer (&self) : NULL;
}

void
_koyomi_matrix_report_free (KoyomiMatrixReport *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->head, koyomi_entry_free);
  g_clear_object (&self->facts);
  g_clear_pointer (&self->matrix, koyomi_matrix_unref);
  g_clear_pointer (&self->maturity, koyomi_maturity_table_free);
  g_clear_pointer (&self->before, koyomi_maturity_table_free);
  g_clear_pointer (&self->breaches, g_ptr_array_unref);
  g_clear_pointer (&self->workload, koyomi_workload_free);
  g_free (self);
}

/* Its code; "" in a plan without catalogues. */
const char *
_koyomi_matrix_report_get_catalogue (const KoyomiMatrixReport *self)
{
  KoyomiRecord *catalogue = koyomi_matrix_get_catalogue (self->matrix);

  return catalogue != NULL ? koyomi_record_get_text (catalogue, KOYOMI_CATALOGUE_CODE) : "";
}

/* Returns: (nullable): how well the function is done */
const KoyomiMaturityRow *
_koyomi_matrix_report_find_maturity (const KoyomiMatrixReport *self,
                                     KoyomiRecord             *function)
{
  for (guint i = 0; i < self->maturity->rows->len; i++)
    {
      const KoyomiMaturityRow *row = g_ptr_array_index (self->maturity->rows, i);

      if (koyomi_record_get_id (row->function) == koyomi_record_get_id (function))
        return row;
    }

  return NULL;
}

char *
_koyomi_matrix_report_dup_title (const KoyomiMatrixReport *self)
{
  KoyomiRecord *catalogue = koyomi_matrix_get_catalogue (self->matrix);

  /* Translators: a catalogue of functions, such as ISOG-J */
  return g_strdup_printf (koyomi_tr (self->language, N_("Functions and teams: %s")),
                          catalogue != NULL ? koyomi_record_get_title (catalogue) : "");
}

char *
_koyomi_matrix_report_dup_subtitle (const KoyomiMatrixReport *self)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->head->seq);

  /* Translators: the moment that a report shows, the number of the last entry of the change log, the beginning of its hash */
  return g_strdup_printf (koyomi_tr (self->language, N_("Plan as of %s   Change log No. %s (%.12s)")), self->facts->as_of, number,
                          self->facts->journal_head);
}

/* Returns: the number of the document, such as FT-20261122 */
char *
_koyomi_matrix_report_dup_number (guint32 day)
{
  int year, month, day_of_month;

  koyomi_day_get (day, &year, &month, &day_of_month);

  return g_strdup_printf ("FT-%04d%02d%02d", year, month, day_of_month);
}

/* Returns: whose it is, with the number of the document */
char *
_koyomi_matrix_report_dup_owner (const KoyomiMatrixReport *self)
{
  g_autofree char *number = _koyomi_matrix_report_dup_number (self->day);

  return koyomi_handover_format_owner (self->facts->organisation, number, self->language);
}

static void
append_fact (GString    *text,
             const char *name,
             const char *value)
{
  if (*value != '\0')
    g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", name, value);
}

static void
append_field (GString                  *text,
              const KoyomiMatrixReport *self,
              KoyomiRecord             *assignment,
              int                       field)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_TABLE_ASSIGNMENT);
  gboolean is_person = field == KOYOMI_ASSIGNMENT_PERSON || field == KOYOMI_ASSIGNMENT_DEPUTY;
  KoyomiRecord *person = is_person ? koyomi_matrix_find_person (self->matrix, koyomi_record_get_int (assignment, field)) : NULL;
  g_autofree char *value = is_person ? g_strdup (person != NULL ? koyomi_record_get_title (person) : "")
                                     : koyomi_record_format (assignment, field, self->language);

  append_fact (text, koyomi_tr (self->language, table->fields[KOYOMI_FIELD_INDEX (field)].label), value);
}

/* Returns: (transfer full): people, days and notes of a cell, a line each; "" when there are none */
char *
_koyomi_matrix_report_dup_remarks (const KoyomiMatrixReport *self,
                                   const KoyomiMatrixCell   *cell)
{
  static const int fields[] = {
    KOYOMI_ASSIGNMENT_PERSON, KOYOMI_ASSIGNMENT_DEPUTY, KOYOMI_ASSIGNMENT_FROM_DAY, KOYOMI_ASSIGNMENT_TO_DAY, KOYOMI_ASSIGNMENT_NOTE,
  };

  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cell->assignments->len && cell->flags != 0; i++)
    {
      KoyomiRecord *assignment = g_ptr_array_index (cell->assignments, i);

      if (cell->assignments->len > 1)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS));
      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        append_field (text, self, assignment, fields[j]);
    }

  return g_string_free (text, FALSE);
}

static guint
count_titles (GPtrArray  *teams,
              const char *title)
{
  guint n = 0;

  for (guint i = 0; i < teams->len; i++)
    n += strcmp (koyomi_record_get_title (g_ptr_array_index (teams, i)), title) == 0;

  return n;
}

/**
 * _koyomi_matrix_label_teams:
 * @teams: (element-type KoyomiRecord)
 *
 * Returns: (transfer full) (element-type utf8): what each is called in a heading: its name, with its code, or else its place, where
 *   several have the same
 */
GPtrArray *
_koyomi_matrix_label_teams (GPtrArray *teams)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < teams->len; i++)
    {
      KoyomiRecord *team = g_ptr_array_index (teams, i);
      const char *title = koyomi_record_get_title (team);
      const char *code = koyomi_record_get_text (team, KOYOMI_TEAM_CODE);

      if (*title != '\0' && count_titles (teams, title) == 1)
        g_ptr_array_add (labels, g_strdup (title));
      else if (*code != '\0')
        g_ptr_array_add (labels, g_strdup_printf ("%s [%s]", title, code));
      else
        g_ptr_array_add (labels, g_strdup_printf ("%s [%u]", title, i + 1));
    }

  return labels;
}
