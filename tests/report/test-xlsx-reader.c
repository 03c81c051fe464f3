#include "koyomi-day.h"
#include "koyomi-report-error.h"
#include "koyomi-table-file.h"
#include "koyomi-xlsx-reader.h"

#include <string.h>

#define NO_ERROR -1

static char *
find_workbook (const char *name)
{
  return g_test_build_filename (G_TEST_BUILT, "report", "workbooks", name, NULL);
}

static KoyomiTableFile *
open_workbook (const char              *name,
               const KoyomiTableLimits *limits)
{
  g_autofree char *path = find_workbook (name);
  g_autoptr(GError) error = NULL;
  KoyomiTableFile *table = koyomi_table_file_open (path, NULL, limits, NULL, &error);

  g_assert_no_error (error);

  return table;
}

static KoyomiSheet *
load_sheet (const char *name,
            guint       index)
{
  g_autoptr(KoyomiTableFile) table = open_workbook (name, NULL);
  g_autoptr(GError) error = NULL;
  KoyomiSheet *sheet = koyomi_table_file_load_sheet (table, index, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return sheet;
}

typedef struct
{
  guint                row;
  guint                column;
  KoyomiSheetCellKind  kind;
  const char          *text;
} Cell;

static void
assert_cells (KoyomiSheet *sheet,
              const Cell  *cells,
              guint        n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *address = koyomi_sheet_format_address (cells[i].row, cells[i].column);
      const KoyomiSheetCell *cell = koyomi_sheet_get_cell (sheet, cells[i].row, cells[i].column);

      if (cell->kind != cells[i].kind || !g_str_equal (cell->text, cells[i].text))
        g_error ("%s is “%s” of kind %d, not “%s” of kind %d",
                 address, cell->text, cell->kind, cells[i].text, cells[i].kind);

      g_assert_true ((cell->kind == KOYOMI_SHEET_CELL_DAY) == (cell->day != KOYOMI_DAY_NONE));
    }
}

static void
test_ordinary (void)
{
  static const Cell cells[] = {
    { 1, 0, KOYOMI_SHEET_CELL_TEXT, "機能" },
    { 1, 1, KOYOMI_SHEET_CELL_TEXT, "ＣＳＩＲＴ統括" },
    { 1, 2, KOYOMI_SHEET_CELL_TEXT, "①㈱ｱｲｳ" },
    { 2, 0, KOYOMI_SHEET_CELL_NUMBER, "12" },
    { 2, 1, KOYOMI_SHEET_CELL_NUMBER, "0.1" },
    { 2, 2, KOYOMI_SHEET_CELL_NUMBER, "-1234567.25" },
    { 2, 3, KOYOMI_SHEET_CELL_BOOL, "TRUE" },
    { 2, 4, KOYOMI_SHEET_CELL_BOOL, "FALSE" },
    { 2, 5, KOYOMI_SHEET_CELL_ERROR, "#N/A" },
    { 3, 0, KOYOMI_SHEET_CELL_DAY, "2026-11-22" },
    { 3, 1, KOYOMI_SHEET_CELL_DAY, "2026-11-22" },
    { 3, 2, KOYOMI_SHEET_CELL_DAY, "2026-11-22 09:30" },
    { 3, 3, KOYOMI_SHEET_CELL_TIME, "09:30:15" },
    { 3, 4, KOYOMI_SHEET_CELL_TIME, "36:00" },
    { 3, 5, KOYOMI_SHEET_CELL_NUMBER, "45000.5" },
    { 3, 6, KOYOMI_SHEET_CELL_NUMBER, "15000000000" },
    { 3, 7, KOYOMI_SHEET_CELL_DAY, "2026-11-22" },
    { 3, 8, KOYOMI_SHEET_CELL_DAY, "2026-11-22" },
    { 3, 9, KOYOMI_SHEET_CELL_NUMBER, "12" },
    { 3, 10, KOYOMI_SHEET_CELL_NUMBER, "12" },
    { 3, 11, KOYOMI_SHEET_CELL_DAY, "2026-11-22" },
    { 4, 0, KOYOMI_SHEET_CELL_ERROR, "#FORMULA" },
    { 12, 2, KOYOMI_SHEET_CELL_TEXT, "範囲" },
    { 13, 2, KOYOMI_SHEET_CELL_EMPTY, "" },
    { 99, 999, KOYOMI_SHEET_CELL_EMPTY, "" },
  };

  g_autoptr(KoyomiSheet) sheet = load_sheet ("ordinary.xlsx", 0);

  assert_cells (sheet, cells, G_N_ELEMENTS (cells));
  g_assert_cmpstr (koyomi_sheet_get_name (sheet), ==, "年間計画");
  g_assert_cmpuint (koyomi_sheet_get_n_rows (sheet), ==, 20);
  g_assert_cmpuint (koyomi_sheet_get_n_columns (sheet), ==, 12);
  g_assert_cmpuint (koyomi_sheet_get_cell (sheet, 3, 0)->day, ==, koyomi_day_new (2026, 11, 22));
}

static gboolean
has_merge (const GArray           *merges,
           const KoyomiSheetRange  wanted)
{
  for (guint i = 0; i < merges->len; i++)
    if (memcmp (&g_array_index (merges, KoyomiSheetRange, i), &wanted, sizeof wanted) == 0)
      return TRUE;

  return FALSE;
}

static void
test_merges (void)
{
  g_autoptr(KoyomiSheet) sheet = load_sheet ("ordinary.xlsx", 0);
  GArray *merges = koyomi_sheet_get_merges (sheet);

  g_assert_cmpuint (merges->len, ==, 2);
  g_assert_true (has_merge (merges, (KoyomiSheetRange) { 20, 0, 21, 2 }));
  g_assert_true (has_merge (merges, (KoyomiSheetRange) { 1, 13, 3, 13 }));
}

static void
test_sheets (void)
{
  g_autoptr(KoyomiTableFile) table = open_workbook ("ordinary.xlsx", NULL);
  g_autoptr(KoyomiSheet) last = load_sheet ("ordinary.xlsx", 3);

  g_assert_true (koyomi_table_file_is_workbook (table));
  g_assert_cmpuint (koyomi_table_file_get_n_sheets (table), ==, 4);
  g_assert_cmpint (koyomi_table_file_get_sheet_state (table, 0), ==, KOYOMI_XLSX_SHEET_VISIBLE);
  g_assert_cmpstr (koyomi_table_file_get_sheet_name (table, 1), ==, "隠し");
  g_assert_cmpint (koyomi_table_file_get_sheet_state (table, 1), ==, KOYOMI_XLSX_SHEET_HIDDEN);
  g_assert_cmpint (koyomi_table_file_get_sheet_state (table, 2), ==, KOYOMI_XLSX_SHEET_VERY_HIDDEN);
  g_assert_cmpstr (koyomi_table_file_get_sheet_name (table, 3), ==, "最後");
  g_assert_cmpstr (koyomi_sheet_get_text (last, 1, 0), ==, "end");
}

static void
test_strings (void)
{
  static const Cell cells[] = {
    { 1, 0, KOYOMI_SHEET_CELL_TEXT, "情報" },
    { 1, 1, KOYOMI_SHEET_CELL_TEXT, "重要 事項" },
    { 1, 2, KOYOMI_SHEET_CELL_TEXT, "監査" },
    { 1, 3, KOYOMI_SHEET_CELL_TEXT, "a\nb_x0041_ 😀" },
    { 1, 4, KOYOMI_SHEET_CELL_EMPTY, "" },
    { 1, 5, KOYOMI_SHEET_CELL_TEXT, "が&<" },
    { 3, 1, KOYOMI_SHEET_CELL_TEXT, "直接" },
    { 3, 3, KOYOMI_SHEET_CELL_TEXT, "太字" },
    { 3, 4, KOYOMI_SHEET_CELL_TEXT, "結果" },
    { 3, 5, KOYOMI_SHEET_CELL_ERROR, "#DIV/0!" },
    { 3, 6, KOYOMI_SHEET_CELL_BOOL, "TRUE" },
    { 3, 7, KOYOMI_SHEET_CELL_NUMBER, "2" },
    { 3, 8, KOYOMI_SHEET_CELL_ERROR, "#FORMULA" },
    { 3, 9, KOYOMI_SHEET_CELL_EMPTY, "" },
    { 3, 10, KOYOMI_SHEET_CELL_EMPTY, "" },
    { 5, 0, KOYOMI_SHEET_CELL_NUMBER, "1" },
    { 5, 1, KOYOMI_SHEET_CELL_TEXT, "二" },
  };

  g_autoptr(KoyomiSheet) sheet = load_sheet ("strings.xlsx", 0);

  assert_cells (sheet, cells, G_N_ELEMENTS (cells));
}

static void
test_serials (void)
{
  static const Cell cells[] = {
    { 1, 0, KOYOMI_SHEET_CELL_DAY, "1900-01-01" },
    { 2, 0, KOYOMI_SHEET_CELL_DAY, "1900-02-28" },
    { 3, 0, KOYOMI_SHEET_CELL_TEXT, "1900-02-29" },
    { 4, 0, KOYOMI_SHEET_CELL_DAY, "1900-03-01" },
    { 5, 0, KOYOMI_SHEET_CELL_DAY, "2026-11-22" },
    { 6, 0, KOYOMI_SHEET_CELL_DAY, "9999-12-31" },
    { 7, 0, KOYOMI_SHEET_CELL_NUMBER, "2958466" },
    { 8, 0, KOYOMI_SHEET_CELL_NUMBER, "-1" },
    { 9, 0, KOYOMI_SHEET_CELL_DAY, "2026-11-22" },
    { 9, 1, KOYOMI_SHEET_CELL_DAY, "2026-11-22 18:00" },
    { 10, 0, KOYOMI_SHEET_CELL_NUMBER, "0" },
    { 10, 1, KOYOMI_SHEET_CELL_TIME, "00:00" },
  };
  static const Cell cells_1904[] = {
    { 1, 0, KOYOMI_SHEET_CELL_DAY, "1904-01-02" },
    { 3, 0, KOYOMI_SHEET_CELL_DAY, "1904-03-01" },
    { 5, 0, KOYOMI_SHEET_CELL_DAY, "2030-11-23" },
    { 10, 0, KOYOMI_SHEET_CELL_DAY, "1904-01-01" },
  };
  static const Cell cells_openpyxl[] = {
    { 1, 0, KOYOMI_SHEET_CELL_DAY, "2026-11-22" },
    { 1, 1, KOYOMI_SHEET_CELL_DAY, "1904-01-01" },
  };

  g_autoptr(KoyomiSheet) sheet = load_sheet ("serials.xlsx", 0);
  g_autoptr(KoyomiSheet) sheet_1904 = load_sheet ("serials1904.xlsx", 0);
  g_autoptr(KoyomiSheet) sheet_openpyxl = load_sheet ("date1904.xlsx", 0);

  assert_cells (sheet, cells, G_N_ELEMENTS (cells));
  assert_cells (sheet_1904, cells_1904, G_N_ELEMENTS (cells_1904));
  assert_cells (sheet_openpyxl, cells_openpyxl, G_N_ELEMENTS (cells_openpyxl));
}

/* d a day, t a time, b both, n a number, by number of the format from 0 */
static void
test_builtin_formats (void)
{
  static const char kinds[] = "nnnnnnnnnnnnnn" "dddd" "tttt" "b" "nnnn" "ddddd" "tt" "ddd" "nnnnnnnn" "ttt" "nn" "ddddddddd" "n";

  g_autoptr(KoyomiSheet) sheet = load_sheet ("builtin.xlsx", 0);

  for (guint id = 0; id < strlen (kinds); id++)
    {
      const KoyomiSheetCell *cell = koyomi_sheet_get_cell (sheet, id + 1, 0);
      char kind = cell->kind == KOYOMI_SHEET_CELL_NUMBER ? 'n' : cell->kind == KOYOMI_SHEET_CELL_TIME ? 't' :
                  strlen (cell->text) > 10 ? 'b' : 'd';

      if (kind != kinds[id])
        g_error ("format %u gives “%s” (%c, not %c)", id, cell->text, kind, kinds[id]);
    }
}

static void
test_variants (void)
{
  static const Cell strict_cells[] = {
    { 1, 0, KOYOMI_SHEET_CELL_DAY, "2026-11-22" },
    { 1, 1, KOYOMI_SHEET_CELL_DAY, "2026-11-22 09:30:00" },
    { 1, 2, KOYOMI_SHEET_CELL_TEXT, "厳密" },
  };
  static const Cell prefixed_cells[] = { { 1, 0, KOYOMI_SHEET_CELL_NUMBER, "5" } };
  static const Cell far_cells[] = { { 1048576, 16383, KOYOMI_SHEET_CELL_NUMBER, "1" } };

  g_autoptr(KoyomiSheet) strict_sheet = load_sheet ("strict.xlsx", 0);
  g_autoptr(KoyomiSheet) prefixed = load_sheet ("prefixed.xlsx", 0);
  g_autoptr(KoyomiSheet) far = load_sheet ("far.xlsx", 0);
  g_autofree char *address = koyomi_sheet_format_address (1048576, 16383);

  assert_cells (strict_sheet, strict_cells, G_N_ELEMENTS (strict_cells));
  assert_cells (prefixed, prefixed_cells, G_N_ELEMENTS (prefixed_cells));
  assert_cells (far, far_cells, G_N_ELEMENTS (far_cells));
  g_assert_cmpstr (address, ==, "XFD1048576");
}

static void
test_libreoffice (void)
{
  static const Cell cells[] = {
    { 1, 0, KOYOMI_SHEET_CELL_TEXT, "機能" },
    { 2, 0, KOYOMI_SHEET_CELL_TEXT, "監査, 内部" },
    { 2, 1, KOYOMI_SHEET_CELL_DAY, "2026-11-22" },
    { 2, 2, KOYOMI_SHEET_CELL_NUMBER, "12.5" },
    { 3, 0, KOYOMI_SHEET_CELL_TEXT, "二行\nの文" },
    { 3, 1, KOYOMI_SHEET_CELL_DAY, "2026-04-01" },
    { 3, 2, KOYOMI_SHEET_CELL_NUMBER, "-3" },
  };

  g_autofree char *path = find_workbook ("office.xlsx");
  g_autoptr(KoyomiSheet) sheet = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("LibreOffice is not installed");
      return;
    }

  sheet = load_sheet ("office.xlsx", 0);
  assert_cells (sheet, cells, G_N_ELEMENTS (cells));
}

typedef struct
{
  const char *name;
  int         code;     /* or NO_ERROR */
  const char *says;     /* part of the message, or NULL */
} Refusal;

static const Refusal refusals[] = {
  { "good.xlsx", NO_ERROR, NULL },
  { "odd-names.xlsx", NO_ERROR, NULL },
  { "doctype.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "document type" },
  { "laughs.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "document type" },
  { "external.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "document type" },
  { "entity.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "sheet1.xml" },
  { "unclosed.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "not well-formed" },
  { "not-utf8.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "not well-formed" },
  { "deep.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "not well-formed" },
  { "attributes.xlsx", KOYOMI_REPORT_ERROR_TOO_LARGE, "absurd" },
  { "some-attributes.xlsx", KOYOMI_REPORT_ERROR_TOO_LARGE, "absurd" },
  { "comment.xlsx", KOYOMI_REPORT_ERROR_TOO_LARGE, "absurd" },
  { "no-sheets.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "no sheet" },
  { "row-too-far.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "order" },
  { "row-huge.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "order" },
  { "column-too-far.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "address" },
  { "column-huge.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "address" },
  { "rows-disordered.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "order" },
  { "cells-twice.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "A1" },
  { "cell-in-other-row.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "address" },
  { "nested.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "A1" },
  { "string-missing.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "A1" },
  { "string-negative.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "A1" },
  { "nan.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "-NAN" },
  { "infinite.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "1e999" },
  { "control.xlsx", KOYOMI_REPORT_ERROR_INPUT, "B3" },
  { "half-pair.xlsx", KOYOMI_REPORT_ERROR_INPUT, "B3" },
  { "long.xlsx", KOYOMI_REPORT_ERROR_INPUT, "C2" },
  { "longer.xlsx", KOYOMI_REPORT_ERROR_INPUT, "C2" },
  { "merge-wrong.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "merged" },
  { "no-content-types.xlsx", KOYOMI_REPORT_ERROR_NOT_A_WORKBOOK, ".xlsx" },
  { "no-rels.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "_rels/.rels" },
  { "no-workbook.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "xl/workbook.xml" },
  { "no-workbook-rels.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "workbook.xml.rels" },
  { "no-sheet.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "sheet1.xml" },
  { "no-strings.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "sharedStrings.xml" },
  { "no-styles.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "styles.xml" },
  { "outside.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "no sheet" },
  { "document.docx", KOYOMI_REPORT_ERROR_NOT_A_WORKBOOK, "no workbook" },
  { "binary.xlsb", KOYOMI_REPORT_ERROR_NOT_A_WORKBOOK, ".xlsb" },
  { "plain.zip", KOYOMI_REPORT_ERROR_NOT_A_WORKBOOK, "no workbook" },
  { "empty.zip", KOYOMI_REPORT_ERROR_NOT_A_WORKBOOK, "no workbook" },
  { "table.ods", KOYOMI_REPORT_ERROR_NOT_A_WORKBOOK, "OpenDocument" },
  { "twice.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "twice" },
  { "twice-by-case.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "twice" },
  { "bomb.xlsx", KOYOMI_REPORT_ERROR_TOO_LARGE, "unpack" },
  { "truncated.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "cut off" },
  { "truncated-end.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, NULL },
  { "wrong-crc.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "checksum" },
  { "wrong-size.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "sheet1.xml" },
  { "lying-size.xlsx", KOYOMI_REPORT_ERROR_TOO_LARGE, "unpack" },
  { "encrypted.xlsx", KOYOMI_REPORT_ERROR_PROTECTED, "password" },
  { "packed-otherwise.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "packed" },
  { "old.xls", KOYOMI_REPORT_ERROR_PROTECTED, ".xls" },
  { "magic-only.xlsx", KOYOMI_REPORT_ERROR_DAMAGED, "cut off" },
  { "not-there.xlsx", KOYOMI_REPORT_ERROR_UNREADABLE, "not-there.xlsx" },
  { "", KOYOMI_REPORT_ERROR_UNREADABLE, "folder" },
};

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      const Refusal *refusal = &refusals[i];
      g_autofree char *path = find_workbook (refusal->name);
      g_autoptr(GError) error = NULL;
      g_autoptr(KoyomiTableFile) table = koyomi_table_file_open (path, NULL, NULL, NULL, &error);
      g_autoptr(KoyomiSheet) sheet = NULL;

      if (table != NULL)
        sheet = koyomi_table_file_load_sheet (table, 0, NULL, NULL, NULL, &error);

      g_assert_true ((sheet != NULL) == (error == NULL));
      if (refusal->code == NO_ERROR)
        g_assert_no_error (error);
      else if (!g_error_matches (error, KOYOMI_REPORT_ERROR, refusal->code) ||
               (refusal->says != NULL && strstr (error->message, refusal->says) == NULL))
        g_error ("%s: %s (%d)", refusal->name, error != NULL ? error->message : "accepted", error != NULL ? error->code : 0);
    }
}

typedef struct
{
  const char *name;
  gsize       offset;     /* in the limits */
  gboolean    wide;       /* a guint64 */
  guint64     enough;
} Limit;

#define LIMIT(workbook, field, number) \
  { workbook, G_STRUCT_OFFSET (KoyomiTableLimits, field), sizeof ((KoyomiTableLimits *) 0)->field == 8, number }

static const Limit limit_cases[] = {
  LIMIT ("ordinary.xlsx", n_sheets, 5),
  LIMIT ("ordinary.xlsx", n_rows, 21),
  LIMIT ("strings.xlsx", n_cells, 17),
  LIMIT ("strings.xlsx", n_shared_strings, 6),
  LIMIT ("strings.xlsx", sheet_cells, 14),
  LIMIT ("good.xlsx", n_parts, 5),
  LIMIT ("bomb.xlsx", ratio, 1100),
};

static int
read_with_limit (const Limit *limit,
                 guint64      value)
{
  KoyomiTableLimits limits;
  g_autofree char *path = find_workbook (limit->name);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiTableFile) table = NULL;
  g_autoptr(KoyomiSheet) sheet = NULL;

  koyomi_table_limits_init (&limits);
  if (limit->wide)
    G_STRUCT_MEMBER (guint64, &limits, limit->offset) = value;
  else
    G_STRUCT_MEMBER (guint, &limits, limit->offset) = value;

  if ((table = koyomi_table_file_open (path, NULL, &limits, NULL, &error)) != NULL)
    sheet = koyomi_table_file_load_sheet (table, 0, NULL, NULL, NULL, &error);

  g_assert_true (error == NULL || error->domain == KOYOMI_REPORT_ERROR);

  return error != NULL ? error->code : NO_ERROR;
}

static void
test_limits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (limit_cases); i++)
    {
      guint64 enough = limit_cases[i].enough;

      g_test_message ("%s, limit %u", limit_cases[i].name, i);
      g_assert_cmpint (read_with_limit (&limit_cases[i], enough), ==, NO_ERROR);
      g_assert_cmpint (read_with_limit (&limit_cases[i], enough > 1000 ? 1000 : enough - 1), ==,
                       KOYOMI_REPORT_ERROR_TOO_LARGE);
    }
}

static void
count_progress (double   fraction,
                gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static gboolean
refuse_row (const KoyomiSheetRow  *row,
            gpointer               data,
            GError               **error)
{
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_PERM, "row %u", row->row);

  return FALSE;
}

static gboolean
take_row (const KoyomiSheetRow  *row,
          gpointer               data,
          GError               **error)
{
  return TRUE;
}

static void
test_stopping (void)
{
  g_autoptr(KoyomiTableFile) table = open_workbook ("ordinary.xlsx", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  double last = 0;

  g_assert_true (koyomi_table_file_read (table, 0, take_row, NULL, NULL, count_progress, &last, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (last, ==, 1);

  g_assert_false (koyomi_table_file_read (table, 0, refuse_row, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_PERM);
  g_assert_cmpstr (error->message, ==, "row 1");
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_false (koyomi_table_file_read (table, 0, take_row, NULL, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/xlsx-reader/openpyxl-workbook-reads-as-shown", test_ordinary);
  g_test_add_func ("/report/xlsx-reader/merged-cells-are-told", test_merges);
  g_test_add_func ("/report/xlsx-reader/sheets-are-listed-with-their-state", test_sheets);
  g_test_add_func ("/report/xlsx-reader/strings-are-whole-and-without-readings", test_strings);
  g_test_add_func ("/report/xlsx-reader/days-follow-both-systems", test_serials);
  g_test_add_func ("/report/xlsx-reader/built-in-formats-tell-days", test_builtin_formats);
  g_test_add_func ("/report/xlsx-reader/strict-and-prefixed-workbooks-read", test_variants);
  g_test_add_func ("/report/xlsx-reader/libreoffice-workbook-reads", test_libreoffice);
  g_test_add_func ("/report/xlsx-reader/bad-files-are-refused-in-words", test_refusals);
  g_test_add_func ("/report/xlsx-reader/limits-hold", test_limits);
  g_test_add_func ("/report/xlsx-reader/reading-can-be-stopped", test_stopping);

  return g_test_run ();
}
