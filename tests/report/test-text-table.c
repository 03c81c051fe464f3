#include "koyomi-csv.h"
#include "koyomi-report-error.h"
#include "koyomi-text-table.h"

#include <string.h>

#define N_TURNS 3000

static KoyomiSheet *
read_bytes (const char                    *bytes,
            gsize                          length,
            const KoyomiTextTableOptions  *options,
            const KoyomiTableLimits       *limits,
            GError                       **error)
{
  g_autoptr(KoyomiTextTable) table = koyomi_text_table_new ("table", bytes, length, options, limits, error);
  g_autoptr(KoyomiSheet) sheet = NULL;

  if (table == NULL)
    return NULL;

  sheet = koyomi_sheet_new ("table", limits);
  if (!koyomi_text_table_read (table, koyomi_sheet_add_row, sheet, NULL, NULL, NULL, error))
    return NULL;

  return g_steal_pointer (&sheet);
}

/* Rows are divided by ␤, cells by │; empty cells at the end of a row and empty rows show. */
static char *
show (KoyomiSheet *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint row = 1; row <= koyomi_sheet_get_n_rows (sheet); row++)
    {
      if (row > 1)
        g_string_append (text, "␤");
      for (guint column = 0; column < koyomi_sheet_get_n_columns (sheet); column++)
        g_string_append_printf (text, "%s%s", column > 0 ? "│" : "", koyomi_sheet_get_text (sheet, row, column));
    }

  return g_string_free (text, FALSE);
}

static void
test_tables (void)
{
  static const struct { const char *text; const char *wanted; } cases[] = {
    { "a,b\n1,2\n", "a│b␤1│2" },
    { "a,b\r\n1,2", "a│b␤1│2" },
    { "a,b\r1,2\r", "a│b␤1│2" },
    { "a\tb, c\n1\t2\n", "a│b, c␤1│2" },
    { "a;b\n1,5;2\n", "a│b␤1,5│2" },
    { "機能,月\n「監査, 内部」の準備,4\n", "機能│月│␤「監査│内部」の準備│4" },
    { "\"a,\"\"b\"\"\",c\n", "a,\"b\"│c" },
    { "\"一\n二\r\n三\",4\n5,6\n", "一\n二\n三│4␤5│6" },
    { "\"a\"b,c\"d\n", "ab│c\"d" },
    { "\"\",x\n", "│x" },
    { "a,b\n\n\n1,2\n", "a│b␤│␤│␤1│2" },
    { "a,,,\n,,b\n", "a││␤││b" },
    { "  a , b \n", "a│b" },
    { "表\n一\n", "表␤一" },
    { "題名\na,b\n1,2\n", "題名│␤a│b␤1│2" },
    { "'=1+1,'abc,''x\n", "=1+1│'abc│''x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(KoyomiSheet) sheet = read_bytes (cases[i].text, strlen (cases[i].text), NULL, NULL, &error);
      g_autofree char *shown = NULL;

      g_assert_no_error (error);
      shown = show (sheet);
      g_assert_cmpstr (shown, ==, cases[i].wanted);
    }
}

static void
assert_encoding (const char         *name,
                 const char         *mark,
                 gsize               mark_length,
                 KoyomiTextEncoding  wanted)
{
  static const char text[] = "機能,担当\r\n①㈱～―,ｱｲｳ髙﨑\r\n\"監査\n内部\",ソ表能\r\n";

  g_autoptr(GError) error = NULL;
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree char *converted = NULL;
  gsize length;

  converted = g_convert (text, -1, name, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *) mark, mark_length);
  g_byte_array_append (bytes, (const guint8 *) converted, length);

  for (int given = 0; given <= 1; given++)
    {
      KoyomiTextTableOptions options = { given ? wanted : KOYOMI_TEXT_ENCODING_UNKNOWN, '\0' };
      const char *data = (const char *) bytes->data;
      g_autoptr(KoyomiTextTable) table = koyomi_text_table_new ("table", data, bytes->len, &options, NULL, &error);
      g_autoptr(KoyomiSheet) sheet = NULL;
      g_autofree char *shown = NULL;

      g_assert_no_error (error);

      sheet = read_bytes (data, bytes->len, &options, NULL, &error);
      g_assert_no_error (error);
      shown = show (sheet);
      g_assert_cmpstr (shown, ==, "機能│担当␤①㈱～―│ｱｲｳ髙﨑␤監査\n内部│ソ表能");
    }
}

static void
test_encodings (void)
{
  assert_encoding ("UTF-8", "", 0, KOYOMI_TEXT_ENCODING_UTF_8);
  assert_encoding ("UTF-8", "\xef\xbb\xbf", 3, KOYOMI_TEXT_ENCODING_UTF_8);
  assert_encoding ("UTF-16LE", "\xff\xfe", 2, KOYOMI_TEXT_ENCODING_UTF_16LE);
  assert_encoding ("UTF-16BE", "\xfe\xff", 2, KOYOMI_TEXT_ENCODING_UTF_16BE);
  assert_encoding ("UTF-16LE", "", 0, KOYOMI_TEXT_ENCODING_UTF_16LE);
  assert_encoding ("UTF-16BE", "", 0, KOYOMI_TEXT_ENCODING_UTF_16BE);
  assert_encoding ("CP932", "", 0, KOYOMI_TEXT_ENCODING_CP932);
}

typedef struct
{
  const char             *bytes;
  gssize                  length;      /* -1 when terminated */
  KoyomiTextTableOptions  options;
  int                     code;
  const char             *says;
} Refusal;

static const Refusal refusals[] = {
  { "", 0, { 0 }, KOYOMI_REPORT_ERROR_NOT_A_WORKBOOK, "empty" },
  { "\xef\xbb\xbf\r\n ", -1, { 0 }, KOYOMI_REPORT_ERROR_NOT_A_WORKBOOK, "empty" },
  { "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0", 24, { 0 }, KOYOMI_REPORT_ERROR_NOT_A_WORKBOOK, "neither" },
  { "SQLite format 3\0\x10\0\1\1\0@  ", 24, { 0 }, KOYOMI_REPORT_ERROR_NOT_A_WORKBOOK, "neither" },
  { "a,b\n1,\0002\n", 9, { KOYOMI_TEXT_ENCODING_UTF_8 }, KOYOMI_REPORT_ERROR_NOT_A_WORKBOOK, "neither" },
  { "%PDF-1.5\nabc", -1, { 0 }, KOYOMI_REPORT_ERROR_NOT_A_WORKBOOK, "document" },
  { "<!DOCTYPE html><table><tr><td>1", -1, { 0 }, KOYOMI_REPORT_ERROR_NOT_A_WORKBOOK, "document" },
  { "a,b\nc,\"d\ne,f\n", -1, { 0 }, KOYOMI_REPORT_ERROR_INPUT, "row 2, column 2 (B2): the quote that opens here" },
  { "a,b\nc,d\x01\n", -1, { 0 }, KOYOMI_REPORT_ERROR_INPUT, "row 2, column 2 (B2)" },
  { "機能,担当\n計画,監\xe7\x9b\n", -1, { 0 }, KOYOMI_REPORT_ERROR_ENCODING, "row 2, column 2 (B2)" },
  { "機能,担当\n計画,\xff監査,x\n", -1, { 0 }, KOYOMI_REPORT_ERROR_ENCODING, "row 2, column 2 (B2)" },
  { "\x8a\x88\x93\xae,b\n\x8a\x88\x93\xae,\"c\x81\x20\"\n", -1, { 0 }, KOYOMI_REPORT_ERROR_ENCODING, "row 2, column 2 (B2)" },
  { "a,b\n1,\x8a\x88\n", -1, { KOYOMI_TEXT_ENCODING_UTF_8 }, KOYOMI_REPORT_ERROR_ENCODING, "row 2, column 2 (B2)" },
  { "\xff\xfe" "a\0,\0b\0\n\0" "1\0,\0\x00\xd8" "2\0", 18, { 0 }, KOYOMI_REPORT_ERROR_ENCODING, "row 2, column 2 (B2)" },
};

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      const Refusal *refusal = &refusals[i];
      gsize length = refusal->length < 0 ? strlen (refusal->bytes) : (gsize) refusal->length;
      g_autoptr(GError) error = NULL;
      g_autoptr(KoyomiSheet) sheet = read_bytes (refusal->bytes, length, &refusal->options, NULL, &error);

      if (sheet != NULL || !g_error_matches (error, KOYOMI_REPORT_ERROR, refusal->code) ||
          strstr (error->message, refusal->says) == NULL)
        g_error ("case %u: %s (%d)", i, error != NULL ? error->message : "accepted", error != NULL ? error->code : 0);
    }
}

static void
test_limits (void)
{
  static const char text[] = "a,b\nc,dddd\n";

  KoyomiTableLimits limits;
  GError *error = NULL;

  koyomi_table_limits_init (&limits);
  limits.n_rows = 1;
  g_assert_null (read_bytes (text, strlen (text), NULL, &limits, &error));
  g_assert_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_TOO_LARGE);
  g_clear_error (&error);

  koyomi_table_limits_init (&limits);
  limits.n_cells = 3;
  g_assert_null (read_bytes (text, strlen (text), NULL, &limits, &error));
  g_assert_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_TOO_LARGE);
  g_clear_error (&error);

  koyomi_table_limits_init (&limits);
  limits.text_length = 3;
  g_assert_null (read_bytes (text, strlen (text), NULL, &limits, &error));
  g_assert_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "B2"));
  g_clear_error (&error);
}

static const char * const round_texts[] = {
  "", "a", "=1+1", "'=1+1", "''=1+1", "+81 3", "-5", "-5.25", "-", "-5%", "-x", "--1", "-1e5", "-.5", "-5.", "@SUM(A1)",
  "'", "''", "'abc'", "'-5", "''-5", "'\"", "'\n=1", "＝１", "－項目", "a\"b", "\"", "a,b", "a;b", "a\nb", "\"=1\"", "=\"a\"",
  "監査、内部", "1,000",
};

static void
append_row (GString    *csv,
            const char *first,
            const char *second,
            const char *third)
{
  koyomi_csv_append_cell (csv, 0, first);
  koyomi_csv_append_cell (csv, 1, second);
  koyomi_csv_append_cell (csv, 2, third);
  koyomi_csv_end_row (csv);
}

static void
test_round_trip (void)
{
  g_autoptr(GString) csv = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiSheet) sheet = NULL;

  koyomi_csv_begin (csv);
  append_row (csv, "題", "値", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (round_texts); i++)
    append_row (csv, "x", round_texts[i], round_texts[i]);

  g_assert_true (g_str_has_prefix (csv->str, "\xef\xbb\xbf題,値,\r\n"));
  sheet = read_bytes (csv->str, csv->len, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (round_texts); i++)
    {
      g_assert_cmpstr (koyomi_sheet_get_text (sheet, i + 2, 1), ==, round_texts[i]);
      g_assert_cmpstr (koyomi_sheet_get_text (sheet, i + 2, 2), ==, round_texts[i]);
    }
}

static void
test_formulas (void)
{
  static const struct { const char *text; const char *wanted; } cases[] = {
    { "=1+1", "'=1+1" }, { "+1", "'+1" }, { "-a", "'-a" }, { "@a", "'@a" }, { "＝1", "'＝1" }, { "'=1", "''=1" },
    { "-12.5", "-12.5" }, { "a=1", "a=1" }, { "'a", "'a" }, { "=1,2", "\"'=1,2\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) csv = g_string_new (NULL);

      koyomi_csv_append_cell (csv, 0, cases[i].text);
      g_assert_cmpstr (csv->str, ==, cases[i].wanted);
    }
}

static char *
make_random_text (GRand *random)
{
  static const char * const pieces[] = {
    "'", "''", "=", "+", "-", "@", "1", ".", "\"", ",", ";", "a", "あ", "＝", "ｱ", "\n", " b", "①",
  };

  g_autoptr(GString) text = g_string_new (NULL);

  for (int n = g_rand_int_range (random, 0, 7); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  g_strstrip (text->str);

  return g_strdup (text->str);
}

static void
test_random_round_trip (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (20261122);

  for (guint turn = 0; turn < N_TURNS; turn++)
    {
      g_autofree char *first = make_random_text (random);
      g_autofree char *second = make_random_text (random);
      g_autoptr(GString) csv = g_string_new (NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(KoyomiSheet) sheet = NULL;

      koyomi_csv_begin (csv);
      append_row (csv, first, second, "x");
      sheet = read_bytes (csv->str, csv->len, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (koyomi_sheet_get_text (sheet, 1, 0), ==, first);
      g_assert_cmpstr (koyomi_sheet_get_text (sheet, 1, 1), ==, second);
    }
}

static void
test_fuzz (void)
{
  static const char base[] = "機能,担当\r\n\"監査\n内部\",ｱｲｳ\r\n\xef\xbb\xbf\x8a\x88\x93\xae,\"x\"\"y\"\n1\t2;3\n";

  g_autoptr(GRand) random = g_rand_new_with_seed (20261122);

  for (guint turn = 0; turn < N_TURNS; turn++)
    {
      char bytes[sizeof base];
      gsize length = g_rand_int_range (random, 0, sizeof base);
      KoyomiTextTableOptions options = { turn % 10 < 5 ? turn % 5 : KOYOMI_TEXT_ENCODING_UNKNOWN, '\0' };
      g_autoptr(GError) error = NULL;
      g_autoptr(KoyomiSheet) sheet = NULL;

      memcpy (bytes, base, sizeof base);
      for (int n = g_rand_int_range (random, 0, 6); n > 0; n--)
        bytes[g_rand_int_range (random, 0, sizeof base)] = g_rand_int (random);

      sheet = read_bytes (bytes, length, &options, NULL, &error);
      g_assert_true ((sheet == NULL) == (error != NULL));
      g_assert_true (error == NULL || error->domain == KOYOMI_REPORT_ERROR);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/text-table/tables-read-as-a-spreadsheet-reads-them", test_tables);
  g_test_add_func ("/report/text-table/encodings-are-found-or-given", test_encodings);
  g_test_add_func ("/report/text-table/bad-files-are-refused-with-their-place", test_refusals);
  g_test_add_func ("/report/text-table/limits-hold", test_limits);
  g_test_add_func ("/report/text-table/random-bytes-end-well", test_fuzz);
  g_test_add_func ("/report/csv/texts-come-back-identical", test_round_trip);
  g_test_add_func ("/report/csv/random-texts-come-back-identical", test_random_round_trip);
  g_test_add_func ("/report/csv/formulas-are-disarmed", test_formulas);

  return g_test_run ();
}
