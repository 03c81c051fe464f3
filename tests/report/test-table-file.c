#include "koyomi-report-error.h"
#include "koyomi-table-file.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

static void
test_content_decides (void)
{
  g_autofree char *folder = g_dir_make_tmp ("koyomi-table-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "table.xlsx", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiTableFile) table = NULL;
  g_autoptr(KoyomiSheet) sheet = NULL;

  g_assert_true (g_file_set_contents (path, "a\tb\nc\td\n", -1, NULL));
  table = koyomi_table_file_open (path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (koyomi_table_file_is_workbook (table));
  g_assert_cmpuint (koyomi_table_file_get_n_sheets (table), ==, 1);
  sheet = koyomi_table_file_load_sheet (table, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (koyomi_sheet_get_text (sheet, 2, 1), ==, "d");

  g_unlink (path);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_null (koyomi_table_file_open (path, NULL, NULL, NULL, &error));
  g_assert_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_UNREADABLE);

  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/table/content-and-not-name-decides", test_content_decides);

  return g_test_run ();
}
