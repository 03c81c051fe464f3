#include "koyomi-report-error.h"
#include "koyomi-xlsx-check.h"

#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xlsxwriter.h>

/* Workbooks as the library writes them, sound ones and those that it wrongly calls sound. */

#define N_ROWS 2000

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("koyomi-check-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "workbook.xlsx", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* Two sheets: N_ROWS rows of two cells and a blank one, and a formula over a merged range. */
static void
write_workbook (const char *path,
                gboolean    constant_memory,
                const char *text,
                double      number)
{
  lxw_workbook_options options = { .constant_memory = constant_memory };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  lxw_worksheet *first = workbook_add_worksheet (workbook, "予定");
  lxw_worksheet *second = workbook_add_worksheet (workbook, "凡例");
  lxw_format *bold = workbook_add_format (workbook);
  lxw_chart *chart = workbook_add_chart (workbook, LXW_CHART_COLUMN);

  format_set_bold (bold);
  chart_add_series (chart, NULL, "=予定!$B$1:$B$9");

  for (guint row = 0; row < N_ROWS; row++)
    {
      worksheet_write_string (first, row, 0, text, NULL);
      worksheet_write_number (first, row, 1, row == N_ROWS / 2 ? number : row + 0.25, NULL);
      worksheet_write_blank (first, row, 2, bold);
    }

  worksheet_merge_range (second, 0, 0, 0, 3, "見出し", bold);
  worksheet_write_formula (second, 2, 0, "=1+1", NULL);
  worksheet_write_boolean (second, 2, 1, 1, NULL);
  worksheet_set_row (second, 7, 30, NULL);
  worksheet_insert_chart (second, 9, 0, chart);

  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
}

static void
assert_check (const char *path,
              guint       n_sheets,
              guint64     n_rows,
              guint64     n_cells,
              const char *says)
{
  guint64 rows[] = { n_rows, 2, 0 };
  guint64 cells[] = { n_cells, 3, 0 };
  KoyomiXlsxExpectation expectation = { n_sheets, rows, cells };
  g_autoptr(GError) error = NULL;

  if (says == NULL)
    {
      koyomi_xlsx_check (path, &expectation, NULL, &error);
      g_assert_no_error (error);
      return;
    }

  g_assert_false (koyomi_xlsx_check (path, &expectation, NULL, &error));
  g_assert_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_CHECK);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

static void
test_sound (Fixture       *fixture,
            gconstpointer  data)
{
  for (int constant_memory = 0; constant_memory <= 1; constant_memory++)
    {
      write_workbook (fixture->path, constant_memory, "=活動 <&>\n\x01 _x0041_", -1.5e-7);
      assert_check (fixture->path, 2, N_ROWS, N_ROWS * 2, NULL);
    }
}

static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  write_workbook (fixture->path, TRUE, "活動", 1);
  assert_check (fixture->path, 1, N_ROWS, N_ROWS * 2, "2 read back");
  assert_check (fixture->path, 3, N_ROWS, N_ROWS * 2, "2 read back");
  assert_check (fixture->path, 2, N_ROWS + 1, N_ROWS * 2, "予定");
  assert_check (fixture->path, 2, N_ROWS, N_ROWS * 2 - 1, "予定");
}

static void
test_bad_values (Fixture       *fixture,
                 gconstpointer  data)
{
  write_workbook (fixture->path, TRUE, "活動", NAN);
  assert_check (fixture->path, 2, N_ROWS, N_ROWS * 2, "NAN");

  write_workbook (fixture->path, FALSE, "活動", INFINITY);
  assert_check (fixture->path, 2, N_ROWS, N_ROWS * 2, "INF");

  write_workbook (fixture->path, TRUE, "\x8a\x88\x93\xae", 1);
  assert_check (fixture->path, 2, N_ROWS, N_ROWS * 2, "sheet1.xml");

  write_workbook (fixture->path, FALSE, "\x8a\x88\x93\xae", 1);
  assert_check (fixture->path, 2, N_ROWS, N_ROWS * 2, "sharedStrings.xml");
}

/* The packed workbook is small enough for the limit and the temporary files are not, as on a full /tmp. */
static void
test_full_temporary_folder (Fixture       *fixture,
                            gconstpointer  data)
{
  struct rlimit limit = { 64 << 10, 64 << 10 };
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &limit);
      freopen ("/dev/null", "w", stdout);
      write_workbook (fixture->path, TRUE, "活動", 1);
      _exit (0);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  assert_check (fixture->path, 2, N_ROWS, N_ROWS * 2, "sheet");
}

static void
test_cut_anywhere (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  write_workbook (fixture->path, TRUE, "活動", 1);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));

  for (gsize cut = 0; cut < length; cut += MAX (length / 50, 1))
    {
      g_assert_true (g_file_set_contents (fixture->path, bytes, cut, NULL));
      assert_check (fixture->path, 2, N_ROWS, N_ROWS * 2, "");
    }

  for (gsize at = length / 8; at < length / 2; at += length / 16)
    {
      bytes[at] ^= 0x10;
      g_assert_true (g_file_set_contents (fixture->path, bytes, length, NULL));
      assert_check (fixture->path, 2, N_ROWS, N_ROWS * 2, "");
      bytes[at] ^= 0x10;
    }
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  KoyomiXlsxExpectation expectation = { 0 };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  write_workbook (fixture->path, TRUE, "活動", 1);
  g_cancellable_cancel (cancellable);
  g_assert_false (koyomi_xlsx_check (fixture->path, &expectation, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/report/xlsx-check/" path, Fixture, NULL, set_up, test, tear_down)

  ADD ("sound-workbook-passes", test_sound);
  ADD ("other-counts-fail", test_counts);
  ADD ("bad-numbers-and-texts-fail", test_bad_values);
  ADD ("full-temporary-folder-fails", test_full_temporary_folder);
  ADD ("cut-and-flipped-files-fail", test_cut_anywhere);
  ADD ("check-can-be-cancelled", test_cancel);

  return g_test_run ();
}
