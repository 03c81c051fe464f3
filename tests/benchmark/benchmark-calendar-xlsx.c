#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-export.h"
#include "koyomi-run-table.h"
#include "koyomi-template.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

/* Exports plans of many runs and writes the same cells with nothing but libxlsxwriter, each in a process of its own, and prints how
 * long both took and what memory they had.
 *
 *   benchmark-calendar-xlsx                       all sizes
 *   benchmark-calendar-xlsx export PLAN FILE      one export
 *   benchmark-calendar-xlsx bare CELLS FILE       the same cells
 *   benchmark-calendar-xlsx make PLAN RUNS        a plan to measure with */

#define YEAR 2026
#define ROUNDS 5

static const KoyomiFiscalYear fiscal_year = { YEAR, 4 };

static void
refuse (const GError *error)
{
  g_printerr ("%s\n", error->message);
  exit (1);
}

static KoyomiSession *
open_plan (const char *path,
           gboolean    read_only)
{
  GError *error = NULL;
  KoyomiSession *session = koyomi_session_open (path, read_only, NULL, &error);

  if (session == NULL)
    refuse (error);

  return session;
}

/* Spread over the functions and the days of the year, in every status, as a person's edits would leave them. */
static void
add_run (KoyomiEdit   *edit,
         KoyomiRecord *activity,
         guint         number)
{
  g_autoptr(KoyomiRecord) run = koyomi_record_new (KOYOMI_TABLE_OCCURRENCE);
  guint32 day = koyomi_fiscal_year_get_first_day (fiscal_year) + number * 7919 % 350;
  GError *error = NULL;

  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ACTIVITY, koyomi_record_get_id (activity));
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FUNCTION, koyomi_record_get_int (activity, KOYOMI_ACTIVITY_FUNCTION));
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_SLOT_DAY, day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FIRST_DAY, day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_LAST_DAY, day + number % 12);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_FIRST, day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_LAST, day + number % 12);
  koyomi_record_set_text (run, KOYOMI_OCCURRENCE_OWNER, number % 3 == 0 ? "" : "例示 花子");
  if (number % 4 == 0)
    koyomi_record_set_text (run, KOYOMI_OCCURRENCE_RESULT, "指摘なし。次回は対象を広げる");
  if (!koyomi_occurrence_set_status (run, number % 5, day + 1, "予算の都合により見送り", &error) ||
      !koyomi_edit_insert (edit, run, &error))
    refuse (error);
}

static void
fill_plan (KoyomiSession *session,
           guint          n_runs)
{
  GError *error = NULL;
  g_autoptr(KoyomiCalendar) calendar = koyomi_session_load_calendar (session, fiscal_year, KOYOMI_LANGUAGE_JA, FALSE, &error);
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, &error);
  g_autoptr(GPtrArray) activities = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 10 * calendar->rows->len; i++)
    {
      KoyomiCalendarRow *row = g_ptr_array_index (calendar->rows, i % calendar->rows->len);
      KoyomiRecord *activity = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);
      g_autofree char *title = g_strdup_printf ("セキュリティ点検 第%u種", i / calendar->rows->len + 1);

      koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FUNCTION, koyomi_record_get_id (row->function));
      koyomi_record_set_text (activity, KOYOMI_ACTIVITY_TITLE, title);
      koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FIRST_DAY, koyomi_fiscal_year_get_first_day (fiscal_year));
      koyomi_record_set_int (activity, KOYOMI_ACTIVITY_DURATION, 1);
      if (!koyomi_edit_insert (edit, activity, &error))
        refuse (error);
      g_ptr_array_add (activities, activity);
    }

  for (guint i = 0; i < n_runs; i++)
    add_run (edit, g_ptr_array_index (activities, i % activities->len), i);

  if (!koyomi_edit_commit (edit, "Fill the year", &error))
    refuse (error);
}

static void
make_plan (const char *path,
           guint       n_runs)
{
  KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_CRIC, .fiscal_year = YEAR, .organisation = "架空商事株式会社" };
  g_autoptr(KoyomiSession) session = NULL;
  GError *error = NULL;

  if (!koyomi_plan_create (path, &options, NULL, NULL, NULL, &error))
    refuse (error);

  session = open_plan (path, FALSE);
  fill_plan (session, n_runs);
}

/* The cells of the list of runs, as bytes that the bare program reads: a kind, then a number or a text. */
static gboolean
dump_row (const KoyomiRunRow  *row,
          gpointer             data,
          GError             **error)
{
  FILE *file = data;

  for (KoyomiRunColumn column = 0; column < KOYOMI_N_RUN_COLUMNS; column++)
    {
      g_autofree char *text = koyomi_run_row_format (row, column, KOYOMI_LANGUAGE_JA);
      int field = koyomi_run_column_get_field (column);
      gboolean is_day = column >= KOYOMI_RUN_COLUMN_FIRST_DAY && column <= KOYOMI_RUN_COLUMN_ACTUAL_LAST;

      if (*text == '\0')
        fprintf (file, "b\n");
      else if (is_day)
        fprintf (file, "d%u\n", koyomi_record_get_day (row->run, field) - koyomi_day_new (1899, 12, 30));
      else if (column == KOYOMI_RUN_COLUMN_PROGRESS)
        fprintf (file, "p%g\n", koyomi_record_get_int (row->run, field) / 100.0);
      else
        fprintf (file, "t%s\n", text);
    }

  return TRUE;
}

static void
dump_cells (const char *plan,
            const char *path)
{
  g_autoptr(KoyomiSession) session = open_plan (plan, TRUE);
  g_autoptr(KoyomiCalendar) calendar = NULL;
  GError *error = NULL;
  FILE *file = g_fopen (path, "w");

  if ((calendar = koyomi_session_load_calendar (session, fiscal_year, KOYOMI_LANGUAGE_JA, FALSE, &error)) == NULL ||
      !koyomi_run_table_for_each (session, calendar, dump_row, file, NULL, NULL, NULL, &error))
    refuse (error);
  fclose (file);
}

/* How long this process worked, in microseconds, and the most that it ever had in memory, in kB. */
static void
print_cost (gint64 start)
{
  gint64 time = g_get_monotonic_time () - start;
  g_autofree char *status = NULL;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    g_print ("%" G_GINT64_FORMAT " %d\n", time, atoi (strstr (status, "VmHWM:") + strlen ("VmHWM:")));
}

/* As many cells as the sheet of the year has when every function has all its lanes: 31 of them with 12 rows, 7 columns and 12 months. */
static void
write_year (lxw_worksheet *sheet,
            lxw_format    *format)
{
  for (lxw_row_t row = 0; row < 31 * 12; row++)
    {
      worksheet_set_row (sheet, row, 31, NULL);
      for (lxw_col_t column = 0; column < 19; column++)
        if (row % 12 == 0 || column >= 7)
          worksheet_write_string (sheet, row, column, "● セキュリティ点検 第1種", format);
        else
          worksheet_write_blank (sheet, row, column, format);
    }
}

static int
write_bare (const char *cells,
            const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = folder };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  lxw_worksheet *year = workbook_add_worksheet (workbook, NULL);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, NULL);
  lxw_format *text_format = workbook_add_format (workbook);
  lxw_format *day_format = workbook_add_format (workbook);
  lxw_format *percent_format = workbook_add_format (workbook);
  FILE *file = g_fopen (cells, "r");
  gint64 start = g_get_monotonic_time ();
  lxw_error result;
  char line[4096];

  format_set_num_format (day_format, "yyyy-mm-dd");
  format_set_num_format (percent_format, "0%");
  format_set_border (text_format, LXW_BORDER_THIN);
  write_year (year, text_format);
  for (guint i = 0; fgets (line, sizeof line, file) != NULL; i++)
    {
      lxw_row_t row = i / KOYOMI_N_RUN_COLUMNS + 1;
      lxw_col_t column = i % KOYOMI_N_RUN_COLUMNS;

      line[strcspn (line, "\n")] = '\0';
      if (column == 0)
        worksheet_set_row (sheet, row, 31, NULL);
      if (line[0] == 't')
        worksheet_write_string (sheet, row, column, line + 1, text_format);
      else if (line[0] != 'b')
        worksheet_write_number (sheet, row, column, g_ascii_strtod (line + 1, NULL), line[0] == 'd' ? day_format : percent_format);
    }
  fclose (file);
  result = workbook_close (workbook);
  print_cost (start);

  return result;
}

static int
write_export (const char *plan,
              const char *path)
{
  g_autoptr(KoyomiSession) session = open_plan (plan, TRUE);
  KoyomiExportOptions options = { .year = fiscal_year, .language = KOYOMI_LANGUAGE_JA };
  gint64 start = g_get_monotonic_time ();
  GError *error = NULL;

  if (!koyomi_annual_calendar_export (session, &options, KOYOMI_EXPORT_FORMAT_XLSX, path, NULL, NULL, NULL, &error))
    refuse (error);
  print_cost (start);

  return 0;
}

/* Runs this program again. Returns: the shortest time in seconds of some rounds */
static double
time_program (const char *program,
              const char *command,
              const char *input,
              const char *output,
              int        *peak)
{
  const char *argv[] = { program, command, input, output, NULL };
  double shortest = G_MAXDOUBLE;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autofree char *printed = NULL;
      GError *error = NULL;
      char *end;
      int status;

      if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &printed, NULL, &status, &error) ||
          !g_spawn_check_wait_status (status, &error))
        refuse (error);

      shortest = MIN (shortest, g_ascii_strtoll (printed, &end, 10) / 1e6);
      *peak = atoi (end);
    }

  return shortest;
}

static void
compare (const char *program,
         guint       n_runs)
{
  g_autofree char *folder = g_dir_make_tmp ("koyomi-benchmark-XXXXXX", NULL);
  g_autofree char *plan = g_build_filename (folder, "plan.koyomi", NULL);
  g_autofree char *cells = g_build_filename (folder, "cells", NULL);
  g_autofree char *file = g_build_filename (folder, "calendar.xlsx", NULL);
  int export_peak, bare_peak;
  double export_time, bare_time;

  make_plan (plan, n_runs);
  dump_cells (plan, cells);
  bare_time = time_program (program, "bare", cells, file, &bare_peak);
  export_time = time_program (program, "export", plan, file, &export_peak);
  g_print ("%6u runs: export %.2f s, %.1f MiB; bare libxlsxwriter %.2f s, %.1f MiB; ratio %.2f\n", n_runs,
           export_time, export_peak / 1024.0, bare_time, bare_peak / 1024.0, export_time / bare_time);

  g_unlink (plan);
  g_unlink (cells);
  g_unlink (file);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  koyomi_day_set_today (koyomi_day_new (YEAR, 11, 22));
  if (argc == 4 && g_str_equal (argv[1], "make"))
    {
      make_plan (argv[2], atoi (argv[3]));
      return 0;
    }
  if (argc == 4)
    return g_str_equal (argv[1], "bare") ? write_bare (argv[2], argv[3]) : write_export (argv[2], argv[3]);

  compare (argv[0], 10000);
  compare (argv[0], 100000);

  return 0;
}
