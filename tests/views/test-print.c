#include "koyomi-day.h"
#include "koyomi-matrix-printing.h"
#include "koyomi-print-operation.h"
#include "koyomi-sample-calendar.h"
#include "koyomi-template.h"

#include <glib/gstdio.h>
#include <string.h>

/* Prints into a file, as a person would on paper, and reads it back. */

typedef struct
{
  const char   *paper;
  gboolean      is_part;
  guint         n_across;
  guint         n_pages;
  double        width;      /* in points */
  const char   *words[4];   /* that each page has; NULL ends them */
} Case;

static const Case cases[] = {
  { GTK_PAPER_NAME_A3, FALSE, 1, 1, 1190.55, { "Annual calendar FY2026", "Function / team", "Q1" } },
  { GTK_PAPER_NAME_A4, FALSE, 1, 2, 841.89, { "Annual calendar FY2026", "Function / team", "Apr" } },
  { GTK_PAPER_NAME_A4, FALSE, 4, 8, 841.89, { "Annual calendar FY2026", "Function / team", "Confidential" } },
  { GTK_PAPER_NAME_A4, TRUE, 1, 2, 841.89, { "Only October", "Oct 2026", "31" } },
};

static char *
run (const char * const *argv)
{
  char *text = NULL;
  GError *error = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static KoyomiCalendar *
make_calendar (gboolean is_part)
{
  KoyomiCalendar *calendar = koyomi_sample_calendar_new (KOYOMI_SAMPLE_FULL, KOYOMI_LANGUAGE_EN);

  if (is_part)
    {
      koyomi_calendar_narrow (calendar, koyomi_day_new (2026, 10, 1), koyomi_day_new (2026, 10, 31));
      g_free (calendar->remark);
      calendar->remark = g_strdup ("Only October");
    }

  return calendar;
}

static void
print (const Case *wanted,
       const char *path)
{
  g_autoptr(KoyomiCalendar) whole = make_calendar (FALSE);
  g_autoptr(KoyomiCalendar) part = make_calendar (TRUE);
  KoyomiPrintOperation *self = koyomi_print_operation_new (whole, part, KOYOMI_LANGUAGE_EN);
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) size = gtk_paper_size_new (wanted->paper);
  GError *error = NULL;

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (self), setup);
  koyomi_print_operation_set_part (self, wanted->is_part);
  koyomi_print_operation_set_across (self, wanted->n_across);
  gtk_print_operation_set_export_filename (GTK_PRINT_OPERATION (self), path);
  gtk_print_operation_run (GTK_PRINT_OPERATION (self), GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (self);
}

static double
read_number (const char *info,
             const char *label)
{
  return g_ascii_strtod (strstr (info, label) + strlen (label), NULL);
}

static void
test_pages (gconstpointer data)
{
  const Case *wanted = data;
  g_autofree char *folder = g_dir_make_tmp ("koyomi-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "print.pdf", NULL);
  g_autofree char *info = NULL;

  print (wanted, path);
  info = run ((const char * const []) { "pdfinfo", path, NULL });
  g_assert_cmpfloat (read_number (info, "\nPages:"), ==, wanted->n_pages);
  g_assert_cmpfloat_with_epsilon (read_number (info, "\nPage size:"), wanted->width, 1);

  for (guint page = 1; page <= wanted->n_pages; page++)
    {
      g_autofree char *place = g_strdup_printf ("%u", page);
      g_autofree char *number = g_strdup_printf ("Page %u of %u", page, wanted->n_pages);
      g_autofree char *text = run ((const char * const []) { "pdftotext", "-f", place, "-l", place, path, "-", NULL });

      g_assert_nonnull (strstr (text, number));
      for (guint i = 0; i < G_N_ELEMENTS (wanted->words) && wanted->words[i] != NULL; i++)
        g_assert_nonnull (strstr (text, wanted->words[i]));
    }

  g_remove (path);
  g_rmdir (folder);
}

static KoyomiSession *
make_plan (const char *path)
{
  const KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_SAMPLE, .fiscal_year = 2026, .language = KOYOMI_LANGUAGE_EN };
  KoyomiSession *session;
  GError *error = NULL;

  koyomi_plan_create (path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  session = koyomi_session_open (path, FALSE, NULL, &error);
  g_assert_no_error (error);

  return session;
}

static void
print_matrix (KoyomiSession *session,
              const char    *path)
{
  const KoyomiMatrixExportOptions options = { .catalogue = "isogj", .day = koyomi_day_today (), .language = KOYOMI_LANGUAGE_EN };
  KoyomiMatrixPrinting *self;
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A3);
  GError *error = NULL;
  KoyomiMatrixPrint *loaded = koyomi_matrix_print_load (session, &options, &error);

  g_assert_no_error (error);
  self = koyomi_matrix_printing_new (loaded, KOYOMI_LANGUAGE_EN);
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (self), setup);
  gtk_print_operation_set_export_filename (GTK_PRINT_OPERATION (self), path);
  gtk_print_operation_run (GTK_PRINT_OPERATION (self), GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (self);
}

/* The matrix itself, how well functions are done, the load and the breaches, as in the file that is exported. */
static void
test_matrix (void)
{
  static const char * const words[] = {
    "Functions and teams: ISOG-J", "Matrix on: 2026-08-20", "Maturity by function group", "Load of the teams", "Rule breaches"
  };
  g_autofree char *folder = g_dir_make_tmp ("koyomi-print-XXXXXX", NULL);
  g_autofree char *plan = g_build_filename (folder, "plan.koyomi", NULL);
  g_autofree char *path = g_build_filename (folder, "matrix.pdf", NULL);
  g_autoptr(KoyomiSession) session = make_plan (plan);
  g_autofree char *info = NULL;
  g_autofree char *text = NULL;

  print_matrix (session, path);
  info = run ((const char * const []) { "pdfinfo", path, NULL });
  g_assert_cmpfloat (read_number (info, "\nPages:"), >=, 4);
  g_assert_cmpfloat_with_epsilon (read_number (info, "\nPage size:"), 1190.55, 1);
  text = run ((const char * const []) { "pdftotext", path, "-", NULL });
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_nonnull (strstr (text, words[i]));

  g_clear_object (&session);
  g_free (run ((const char * const []) { "rm", "-rf", folder, NULL }));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_day_set_today (koyomi_day_new (2026, 8, 20));

  g_test_add_data_func ("/views/print/year-on-a3", &cases[0], test_pages);
  g_test_add_data_func ("/views/print/year-on-a4", &cases[1], test_pages);
  g_test_add_data_func ("/views/print/quarters-side-by-side-on-a4", &cases[2], test_pages);
  g_test_add_data_func ("/views/print/part-says-that-it-is-one", &cases[3], test_pages);

  g_test_add_func ("/views/print/matrix-on-a3", test_matrix);

  return g_test_run ();
}
