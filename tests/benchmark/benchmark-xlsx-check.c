/* How long reading a workbook back takes beside writing it with the bare library. Prints; asserts no time. */

#include "koyomi-xlsx-check.h"
#include "koyomi-xlsx-reader.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <xlsxwriter.h>

#define N_COLUMNS 12

static double
write_workbook (const char *path,
                guint       n_rows)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  gint64 start = g_get_monotonic_time ();
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "予定");
  lxw_format *day = workbook_add_format (workbook);
  char text[100];

  format_set_num_format (day, "yyyy-mm-dd");

  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < N_COLUMNS; column++)
      {
        if (column % 3 == 1)
          {
            worksheet_write_number (sheet, row, column, 46000 + row % 365, day);
            continue;
          }

        g_snprintf (text, sizeof text, column % 3 == 0 ? "活動 %u の実施 %u" : "state %u of %u", row, column);
        worksheet_write_string (sheet, row, column, text, NULL);
      }

  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);

  return (g_get_monotonic_time () - start) / 1e6;
}

static double
check_workbook (const char *path,
                guint       n_rows)
{
  guint64 rows = n_rows;
  guint64 cells = (guint64) n_rows * N_COLUMNS;
  KoyomiXlsxExpectation expectation = { 1, &rows, &cells };
  gint64 start = g_get_monotonic_time ();
  g_autoptr(GError) error = NULL;

  koyomi_xlsx_check (path, &expectation, NULL, &error);
  g_assert_no_error (error);

  return (g_get_monotonic_time () - start) / 1e6;
}

static gboolean
count_cells (const KoyomiSheetRow  *row,
             gpointer               data,
             GError               **error)
{
  *(guint64 *) data += row->n_cells;

  return TRUE;
}

static double
read_workbook (const char *path,
               guint       n_rows)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiXlsxReader) reader = koyomi_xlsx_reader_open (path, NULL, NULL, &error);
  guint64 n_cells = 0;

  g_assert_no_error (error);
  koyomi_xlsx_reader_read (reader, 0, count_cells, &n_cells, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_cells, ==, (guint64) n_rows * N_COLUMNS);

  return (g_get_monotonic_time () - start) / 1e6;
}

/* Memory that the process holds now, in KiB. */
static gint64
get_memory (void)
{
  g_autofree char *status = NULL;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;

  return g_ascii_strtoll (strstr (status, "VmRSS:") + 6, NULL, 10);
}

int
main (int    argc,
      char **argv)
{
  static const guint sizes[] = { 10000, 100000 };

  g_autofree char *folder = g_dir_make_tmp ("koyomi-benchmark-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "workbook.xlsx", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double written = G_MAXDOUBLE;
      double checked = G_MAXDOUBLE;
      double read = G_MAXDOUBLE;
      gint64 memory;

      for (guint turn = 0; turn < 3; turn++)
        written = MIN (written, write_workbook (path, sizes[i]));
      memory = get_memory ();
      for (guint turn = 0; turn < 3; turn++)
        checked = MIN (checked, check_workbook (path, sizes[i]));
      memory = get_memory () - memory;
      for (guint turn = 0; turn < 3; turn++)
        read = MIN (read, read_workbook (path, sizes[i]));

      printf ("%6u rows x %d: write %.3f s, check %.3f s (%.2f of the writing, %" G_GINT64_FORMAT " KiB more memory),"
              " read %.3f s (%.2f)\n", sizes[i], N_COLUMNS, written, checked, checked / written, memory,
              read, read / written);
    }

  g_unlink (path);
  g_rmdir (folder);

  return 0;
}
