#include "koyomi-matrix-csv-private.h"

#include "koyomi-csv.h"
#include "koyomi-day.h"
#include "koyomi-matrix-heading-private.h"

static char *
format_person (const KoyomiMatrixReport *report,
               KoyomiRecord             *assignment,
               int                       field)
{
  KoyomiRecord *person = koyomi_matrix_find_person (report->matrix, koyomi_record_get_int (assignment, field));

  return g_strdup (person != NULL ? koyomi_record_get_title (person) : "");
}

/* What a column says of an assignment, which is none in the row of a function that nobody has anything to do with. */
static char *
format_column (const KoyomiMatrixReport *report,
               KoyomiMatrixHeading       column,
               KoyomiRecord             *team,
               KoyomiRecord             *assignment)
{
  switch (column)
    {
    case KOYOMI_MATRIX_HEADING_TEAM_CODE:
      return g_strdup (koyomi_record_get_text (team, KOYOMI_TEAM_CODE));
    case KOYOMI_MATRIX_HEADING_TEAM:
      return g_strdup (koyomi_record_get_title (team));
    case KOYOMI_MATRIX_HEADING_LETTERS:
      return g_strdup (koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS));
    case KOYOMI_MATRIX_HEADING_PERSON:
      return format_person (report, assignment, KOYOMI_ASSIGNMENT_PERSON);
    case KOYOMI_MATRIX_HEADING_DEPUTY:
      return format_person (report, assignment, KOYOMI_ASSIGNMENT_DEPUTY);
    case KOYOMI_MATRIX_HEADING_FROM:
      return koyomi_record_format (assignment, KOYOMI_ASSIGNMENT_FROM_DAY, report->language);
    case KOYOMI_MATRIX_HEADING_TO:
      return koyomi_record_format (assignment, KOYOMI_ASSIGNMENT_TO_DAY, report->language);
    case KOYOMI_MATRIX_HEADING_NOTE:
      return g_strdup (koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_NOTE));
    case KOYOMI_MATRIX_HEADING_KEY:
      return g_strdup_printf (KOYOMI_ASSIGNMENT_KEY_PREFIX "%" G_GINT64_FORMAT, koyomi_record_get_id (assignment));
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
append_row (const KoyomiMatrixReport *report,
            GString                  *csv,
            const KoyomiMatrixRow    *row,
            KoyomiRecord             *team,
            KoyomiRecord             *assignment)
{
  const char * const facts[] = {
    _koyomi_matrix_report_get_catalogue (report),
    koyomi_record_get_text (row->group, KOYOMI_GROUP_CODE),
    koyomi_record_get_title (row->group),
    koyomi_record_get_text (row->function, KOYOMI_FUNCTION_CODE),
    koyomi_record_get_title (row->function),
  };

  for (guint column = 0; column < KOYOMI_N_ASSIGNMENT_COLUMNS; column++)
    {
      g_autofree char *text = NULL;

      if (column >= G_N_ELEMENTS (facts) && assignment != NULL)
        text = format_column (report, column, team, assignment);
      koyomi_csv_append_cell (csv, column, column < G_N_ELEMENTS (facts) ? facts[column] : text);
    }
  koyomi_csv_end_row (csv);
}

/* A row an assignment; a function without any has a row without a team, so that all are there to be filled in. */
static void
append_assignments (const KoyomiMatrixReport *report,
                    GString                  *csv)
{
  for (guint column = 0; column < KOYOMI_N_ASSIGNMENT_COLUMNS; column++)
    koyomi_csv_append_cell (csv, column, _koyomi_matrix_heading_get_label (column, report->language));
  koyomi_csv_end_row (csv);

  for (guint i = 0; i < koyomi_matrix_get_n_rows (report->matrix); i++)
    {
      const KoyomiMatrixRow *row = koyomi_matrix_get_row (report->matrix, i);
      guint n = 0;

      for (guint column = 0; column < koyomi_matrix_get_n_columns (report->matrix); column++)
        {
          const KoyomiMatrixCell *cell = koyomi_matrix_get_cell (report->matrix, i, column);

          for (guint j = 0; cell != NULL && j < cell->assignments->len; j++, n++)
            append_row (report, csv, row, koyomi_matrix_get_column (report->matrix, column)->team,
                        g_ptr_array_index (cell->assignments, j));
        }

      if (n == 0)
        append_row (report, csv, row, NULL, NULL);
    }
}

static void
append_wide_row (const KoyomiMatrixReport *report,
                 GString                  *csv,
                 guint                     index)
{
  const KoyomiMatrixRow *row = koyomi_matrix_get_row (report->matrix, index);

  koyomi_csv_append_cell (csv, 0, koyomi_record_get_title (row->group));
  koyomi_csv_append_cell (csv, 1, koyomi_record_get_text (row->function, KOYOMI_FUNCTION_CODE));
  koyomi_csv_append_cell (csv, 2, koyomi_record_get_title (row->function));
  for (guint i = 0; i < koyomi_matrix_get_n_columns (report->matrix); i++)
    {
      g_autofree char *letters = koyomi_alphabet_format (koyomi_matrix_get_alphabet (report->matrix),
                                                         _koyomi_matrix_get_letters (report->matrix, index, i));

      koyomi_csv_append_cell (csv, 3 + i, letters);
    }
  koyomi_csv_end_row (csv);
}

/* As the matrix stands: functions against teams, over them the day that it shows. */
static void
append_matrix (const KoyomiMatrixReport *report,
               GString                  *csv)
{
  static const KoyomiMatrixHeading heads[] = {
    KOYOMI_MATRIX_HEADING_GROUP, KOYOMI_MATRIX_HEADING_CODE, KOYOMI_MATRIX_HEADING_FUNCTION,
  };

  g_autoptr(GPtrArray) teams = g_ptr_array_new ();
  g_autoptr(GPtrArray) labels = NULL;
  g_autofree char *day = koyomi_day_format (report->day);

  for (guint i = 0; i < koyomi_matrix_get_n_columns (report->matrix); i++)
    g_ptr_array_add (teams, koyomi_matrix_get_column (report->matrix, i)->team);
  labels = _koyomi_matrix_label_teams (teams);

  koyomi_csv_append_cell (csv, 0, _koyomi_matrix_heading_get_label (KOYOMI_MATRIX_HEADING_DAY, report->language));
  koyomi_csv_append_cell (csv, 1, day);
  for (guint i = 2; i < G_N_ELEMENTS (heads) + labels->len; i++)
    koyomi_csv_append_cell (csv, i, NULL);
  koyomi_csv_end_row (csv);

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    koyomi_csv_append_cell (csv, i, _koyomi_matrix_heading_get_label (heads[i], report->language));
  for (guint i = 0; i < labels->len; i++)
    koyomi_csv_append_cell (csv, G_N_ELEMENTS (heads) + i, g_ptr_array_index (labels, i));
  koyomi_csv_end_row (csv);

  for (guint i = 0; i < koyomi_matrix_get_n_rows (report->matrix); i++)
    append_wide_row (report, csv, i);
}

/* The stream stays open. */
gboolean
_koyomi_matrix_write_csv (KoyomiMatrixReport  *report,
                          gboolean             is_wide,
                          GOutputStream       *stream,
                          GCancellable        *cancellable,
                          GError             **error)
{
  g_autoptr(GString) csv = g_string_new (NULL);

  koyomi_csv_begin (csv);
  if (is_wide)
    append_matrix (report, csv);
  else
    append_assignments (report, csv);

  return g_output_stream_write_all (stream, csv->str, csv->len, NULL, cancellable, error);
}
