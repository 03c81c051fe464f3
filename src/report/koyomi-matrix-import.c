#include "koyomi-matrix-import.h"

#include "koyomi-day.h"
#include "koyomi-matrix-import-private.h"
#include "koyomi-report-error.h"
#include "koyomi-table-file.h"

#include <string.h>

/* Headings stand near the top. */
#define MAX_HEADING_ROW 20

/* Returns: what stands in the column, "" where the table lacks it */
const char *
_koyomi_matrix_reading_get_text (const KoyomiMatrixReading *self,
                                 guint                      row,
                                 KoyomiMatrixHeading        column)
{
  return self->columns[column] >= 0 ? koyomi_sheet_get_text (self->sheet, row, self->columns[column]) : "";
}

/* Notes something about a cell, of which it says what stands there, or about a row. */
void
_koyomi_matrix_reading_note (KoyomiMatrixReading *self,
                             KoyomiNoteId         id,
                             guint                row,
                             int                  column,
                             const char          *detail)
{
  _koyomi_import_note (self->import, id, row, column, column >= 0 ? koyomi_sheet_get_text (self->sheet, row, column) : "", detail, NULL);
}

/* Returns: (transfer full): R, A, C… */
static char *
list_letters (KoyomiMatrixReading *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < koyomi_alphabet_get_n_letters (self->alphabet); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", koyomi_alphabet_get_letter (self->alphabet, i));

  return g_string_free (text, FALSE);
}

gboolean
_koyomi_matrix_reading_parse_letters (KoyomiMatrixReading *self,
                                      guint                row,
                                      guint                column,
                                      KoyomiLetters       *letters)
{
  g_autofree char *known = NULL;

  if (koyomi_alphabet_parse (self->alphabet, koyomi_sheet_get_text (self->sheet, row, column), letters, NULL))
    return TRUE;

  known = list_letters (self);
  _koyomi_matrix_reading_note (self, KOYOMI_NOTE_LETTERS_UNKNOWN, row, column, known);

  return FALSE;
}

static KoyomiRecord *
refuse_function (KoyomiMatrixReading *self,
                 KoyomiNoteId         id,
                 guint                row)
{
  const char *code = _koyomi_matrix_reading_get_text (self, row, KOYOMI_MATRIX_HEADING_CODE);
  g_autofree char *name = g_strjoin (*code != '\0' ? " " : "", code, _koyomi_matrix_reading_get_text (self, row, KOYOMI_MATRIX_HEADING_FUNCTION),
                                     NULL);

  _koyomi_import_note (self->import, id, row, self->columns[KOYOMI_MATRIX_HEADING_FUNCTION], name, NULL, NULL);

  return NULL;
}

/* The function that the row names by its number, its name or both. A name that is none in the plan is only told of, because the number
 * says which function it is.
 * Returns: (transfer none) (nullable): NULL with an error noted */
KoyomiRecord *
_koyomi_matrix_reading_find_function (KoyomiMatrixReading *self,
                                      gint64               catalogue,
                                      guint                row)
{
  const char *code = _koyomi_matrix_reading_get_text (self, row, KOYOMI_MATRIX_HEADING_CODE);
  const char *name = _koyomi_matrix_reading_get_text (self, row, KOYOMI_MATRIX_HEADING_FUNCTION);
  guint n_found, n_named = 0;
  KoyomiRecord *function = _koyomi_matrix_names_find_function (self->names, catalogue, code, name, &n_found);

  if (n_found == 1)
    return function;
  else if (n_found > 1)
    return refuse_function (self, KOYOMI_NOTE_FUNCTION_AMBIGUOUS, row);

  if (*name != '\0')
    _koyomi_matrix_names_find_function (self->names, catalogue, "", name, &n_named);
  if (*code == '\0' || n_named > 0)
    return refuse_function (self, KOYOMI_NOTE_FUNCTION_NOT_FOUND, row);

  function = _koyomi_matrix_names_find_function (self->names, catalogue, code, "", &n_found);
  if (n_found != 1)
    return refuse_function (self, n_found == 0 ? KOYOMI_NOTE_FUNCTION_NOT_FOUND : KOYOMI_NOTE_FUNCTION_AMBIGUOUS, row);

  _koyomi_matrix_reading_note (self, KOYOMI_NOTE_NOT_READ, row, self->columns[KOYOMI_MATRIX_HEADING_FUNCTION],
                               koyomi_record_get_title (function));

  return function;
}

/* Returns: (transfer full): such as “A-1 Overall policy · CSIRT”, in the language of the table */
char *
_koyomi_matrix_reading_name_cell (KoyomiMatrixReading *self,
                                  KoyomiRecord        *function,
                                  KoyomiRecord        *team)
{
  const char *code = koyomi_record_get_text (function, KOYOMI_FUNCTION_CODE);

  return g_strdup_printf ("%s%s%s · %s", code, *code != '\0' ? " " : "",
                          _koyomi_matrix_names_get_title (self->names, function, self->language),
                          _koyomi_matrix_names_get_title (self->names, team, self->language));
}

/* Reads which heading stands where. */
static void
read_headings (KoyomiMatrixReading *self,
               guint                row)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->columns); i++)
    self->columns[i] = -1;

  for (guint column = 0; column < koyomi_sheet_get_n_columns (self->sheet); column++)
    {
      int heading = _koyomi_matrix_heading_find (koyomi_sheet_get_text (self->sheet, row, column));

      if (heading >= 0 && self->columns[heading] < 0)
        self->columns[heading] = column;
    }
}

static KoyomiLanguage
find_language (KoyomiMatrixReading *self,
               guint                row)
{
  guint counts[KOYOMI_N_LANGUAGES] = { 0 };

  for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
    for (guint heading = 0; heading < KOYOMI_N_ASSIGNMENT_COLUMNS; heading++)
      counts[language] += strcmp (_koyomi_matrix_reading_get_text (self, row, heading),
                                  _koyomi_matrix_heading_get_label (heading, language)) == 0;

  return counts[KOYOMI_LANGUAGE_EN] > counts[KOYOMI_LANGUAGE_JA] ? KOYOMI_LANGUAGE_EN : KOYOMI_LANGUAGE_JA;
}

static gboolean
is_list (const KoyomiMatrixReading *self)
{
  return self->columns[KOYOMI_MATRIX_HEADING_LETTERS] >= 0 &&
         (self->columns[KOYOMI_MATRIX_HEADING_FUNCTION] >= 0 || self->columns[KOYOMI_MATRIX_HEADING_CODE] >= 0) &&
         (self->columns[KOYOMI_MATRIX_HEADING_TEAM] >= 0 || self->columns[KOYOMI_MATRIX_HEADING_TEAM_CODE] >= 0);
}

/* The day that stands behind its name, above the headings. */
static guint32
read_day (KoyomiMatrixReading *self)
{
  for (guint row = 1; row < self->head_row; row++)
    for (guint column = 0; column < koyomi_sheet_get_n_columns (self->sheet); column++)
      if (_koyomi_matrix_heading_find (koyomi_sheet_get_text (self->sheet, row, column)) == KOYOMI_MATRIX_HEADING_DAY)
        {
          const KoyomiSheetCell *cell = koyomi_sheet_get_cell (self->sheet, row, column + 1);

          return cell->kind == KOYOMI_SHEET_CELL_DAY ? cell->day : koyomi_day_parse (cell->text, NULL);
        }

  return KOYOMI_DAY_NONE;
}

/* @language: of the notes of assignments */
static gboolean
load_plan (KoyomiMatrixReading  *self,
           KoyomiLanguage        language,
           GError              **error)
{
  g_autoptr(GPtrArray) letters = koyomi_session_list (self->session, KOYOMI_TABLE_LETTER, 0, 0,
                                                      koyomi_session_get_own_language (self->session), error);

  if (letters == NULL ||
      (self->assignments = koyomi_session_list (self->session, KOYOMI_TABLE_ASSIGNMENT, 0, 0, language, error)) == NULL)
    return FALSE;

  /* A letter that is only in assignments can come back as well. */
  self->alphabet = koyomi_alphabet_new (letters);
  for (guint i = 0; i < self->assignments->len; i++)
    koyomi_alphabet_read (self->alphabet, koyomi_record_get_text (g_ptr_array_index (self->assignments, i), KOYOMI_ASSIGNMENT_LETTERS));

  return TRUE;
}

/* Returns: whether the sheet is a table of the matrix; FALSE with @error when it could not be read */
static gboolean
read_sheet (KoyomiMatrixReading              *self,
            const KoyomiMatrixImportOptions  *options,
            GError                          **error)
{
  gboolean is_matrix = FALSE;

  for (guint row = 1; row <= MIN (koyomi_sheet_get_n_rows (self->sheet), MAX_HEADING_ROW); row++)
    {
      read_headings (self, row);
      is_matrix = _koyomi_matrix_reading_is_matrix (self, row);
      if (!is_matrix && !is_list (self))
        continue;

      self->head_row = row;
      self->begins = options->begins;
      self->language = find_language (self, row);
      self->day = options->day != KOYOMI_DAY_NONE ? options->day : read_day (self);
      if (self->day == KOYOMI_DAY_NONE)
        self->day = koyomi_day_today ();
      if (!load_plan (self, is_matrix ? koyomi_session_get_own_language (self->session) : self->language, error))
        return FALSE;

      if (is_matrix)
        _koyomi_matrix_reading_read_matrix (self, options->catalogue);
      else
        _koyomi_matrix_reading_read_list (self);

      return TRUE;
    }

  return FALSE;
}

static void
clear_reading (KoyomiMatrixReading *self)
{
  g_clear_object (&self->import);
  g_clear_pointer (&self->sheet, koyomi_sheet_free);
  g_clear_pointer (&self->alphabet, koyomi_alphabet_free);
  g_clear_pointer (&self->assignments, g_ptr_array_unref);
}

/* Returns: (nullable) (transfer full): NULL with @error, or without one when the sheet is no table of the matrix */
static KoyomiImport *
prepare_sheet (KoyomiSession                    *session,
               KoyomiMatrixNames                *names,
               KoyomiTableFile                  *file,
               guint                             index,
               const KoyomiMatrixImportOptions  *options,
               GCancellable                     *cancellable,
               GError                          **error)
{
  KoyomiMatrixReading self = { .session = session, .names = names };
  KoyomiImport *import = NULL;

  if (options->catalogue != NULL)
    self.catalogue = _koyomi_matrix_names_find_catalogue (names, options->catalogue);

  if ((self.import = _koyomi_import_new (session, koyomi_table_file_get_sheet_name (file, index),
                                         koyomi_table_file_is_workbook (file), error)) != NULL &&
      (self.sheet = koyomi_table_file_load_sheet (file, index, NULL, NULL, cancellable, error)) != NULL &&
      read_sheet (&self, options, error))
    import = g_object_ref (self.import);

  clear_reading (&self);

  return import;
}

static gboolean
check_catalogue (KoyomiMatrixNames  *names,
                 const char         *catalogue,
                 GError            **error)
{
  if (catalogue == NULL || _koyomi_matrix_names_find_catalogue (names, catalogue) != 0)
    return TRUE;

  g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_INPUT, "the plan has no catalogue “%s”", catalogue);

  return FALSE;
}

/**
 * koyomi_import_prepare_matrix:
 * @path: what koyomi_matrix_export() wrote as a workbook or CSV, as it is or edited; columns and rows in any order, some may lack
 *
 * A dry run: nothing is written. Of a table with a column a team only letters are read: people, days and notes of cells stay as they
 * are. Functions and teams that the table does not have stay as they are too.
 *
 * Returns: (transfer full): what the table would change in the plan, or NULL with %KOYOMI_REPORT_ERROR when it is none
 */
KoyomiImport *
koyomi_import_prepare_matrix (KoyomiSession                    *session,
                              const char                       *path,
                              const KoyomiMatrixImportOptions  *options,
                              KoyomiProgressFunc                progress,
                              gpointer                          progress_data,
                              GCancellable                     *cancellable,
                              GError                          **error)
{
  g_autoptr(KoyomiTableFile) file = NULL;
  g_autoptr(KoyomiMatrixNames) names = NULL;
  GError *cause = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  if ((file = koyomi_table_file_open (path, NULL, NULL, cancellable, error)) == NULL ||
      (names = _koyomi_matrix_names_load (session, error)) == NULL ||
      !check_catalogue (names, options->catalogue, error))
    return NULL;

  for (guint i = 0; i < koyomi_table_file_get_n_sheets (file); i++)
    {
      KoyomiImport *import;

      if (options->sheet != NULL ? strcmp (options->sheet, koyomi_table_file_get_sheet_name (file, i)) != 0
                                 : koyomi_table_file_get_sheet_state (file, i) != KOYOMI_XLSX_SHEET_VISIBLE)
        continue;

      if ((import = prepare_sheet (session, names, file, i, options, cancellable, &cause)) != NULL)
        {
          _koyomi_import_sort (import);
          return import;
        }

      if (cause != NULL)
        {
          g_propagate_error (error, cause);
          return NULL;
        }
    }

  g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_INPUT,
               "the first %d rows have no headings of a matrix: 機能 (Function) beside names of teams of the plan, or 機能, チーム and "
               "文字 (Function, Team, Letters)", MAX_HEADING_ROW);

  return NULL;
}
