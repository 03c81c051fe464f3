#include "koyomi-board-tiles.h"
#include "koyomi-day.h"
#include "koyomi-export-metric.h"
#include "koyomi-metric-close.h"
#include "koyomi-metric-edit.h"
#include "koyomi-metric-report-private.h"
#include "koyomi-record-edit.h"
#include "koyomi-template.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>

static const char old_text[] = "what was there before";

typedef struct
{
  char          *folder;
  char          *target;
  KoyomiSession *session;
} Fixture;

static const KoyomiFiscalYear year = { 2026, 4 };

static const KoyomiExportFormat formats[] = {
  KOYOMI_EXPORT_FORMAT_XLSX, KOYOMI_EXPORT_FORMAT_PDF, KOYOMI_EXPORT_FORMAT_PNG, KOYOMI_EXPORT_FORMAT_SVG, KOYOMI_EXPORT_FORMAT_CSV,
};

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static guint n_made;
  KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_SAMPLE, .fiscal_year = 2026 };
  g_autofree char *name = g_strdup_printf ("metric-books-%u", n_made++);
  g_autofree char *plan = NULL;
  GError *error = NULL;

  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  fixture->folder = koyomi_test_folder_make (name);
  fixture->target = g_build_filename (fixture->folder, "target", NULL);
  plan = g_build_filename (fixture->folder, "plan.koyomi", NULL);
  koyomi_plan_create (plan, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->session = koyomi_session_open (plan, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_file_set_contents (fixture->target, old_text, -1, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->session);
  g_free (fixture->folder);
  g_free (fixture->target);
}

static gboolean
export (Fixture             *fixture,
        const char          *metric,
        KoyomiExportFormat   format,
        KoyomiProgressFunc   progress,
        GCancellable        *cancellable,
        GError             **error)
{
  KoyomiMetricExportOptions options = {
    .year = year, .quarter = 2, .now = koyomi_time_now (), .metric = metric, .language = KOYOMI_LANGUAGE_EN,
  };

  return koyomi_metric_export (fixture->session, &options, format, fixture->target, progress, cancellable, cancellable, error);
}

static void
test_private (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const beginnings[] = { "PK", "%PDF-", "\x89PNG", "<?xml", "\xef\xbb\xbf" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *text = NULL;
      GError *error = NULL;
      GStatBuf info;

      g_assert_cmpint (g_chmod (fixture->target, 0644), ==, 0);
      export (fixture, NULL, formats[i], NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (fixture->target, &text, NULL, NULL));
      g_assert_cmpint (g_stat (fixture->target, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
      g_assert_cmpmem (text, strlen (beginnings[i]), beginnings[i], strlen (beginnings[i]));
    }
}

static void
cancel (double   part,
        gpointer data)
{
  g_cancellable_cancel (data);
}

/* Before it begins, and when the figures are reckoned. */
static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  for (guint i = 0; i < 2 * G_N_ELEMENTS (formats); i++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autofree char *text = NULL;
      GError *error = NULL;

      if (i % 2 == 0)
        g_cancellable_cancel (cancellable);
      g_assert_false (export (fixture, NULL, formats[i / 2], i % 2 == 0 ? NULL : cancel, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
      g_assert_true (g_file_get_contents (fixture->target, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, old_text);
    }
}

static void
test_unknown (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *text = NULL;
  GError *error = NULL;

  g_assert_false (export (fixture, "KPI-999", KOYOMI_EXPORT_FORMAT_PNG, NULL, NULL, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (fixture->target, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, old_text);
}

static KoyomiMetricReport *
make_report (Fixture *fixture,
             int      quarter)
{
  GError *error = NULL;
  KoyomiMetricReport *report = _koyomi_metric_report_load (fixture->session, year, quarter, koyomi_time_now (), KOYOMI_LANGUAGE_EN, &error);

  g_assert_no_error (error);
  _koyomi_metric_report_fill (report, &error);
  g_assert_no_error (error);

  return report;
}

static const KoyomiDocumentTable *
find_table (KoyomiMetricReport *report,
            const char         *title)
{
  for (guint i = 0; i < report->document->tables->len; i++)
    {
      const KoyomiDocumentTable *table = g_ptr_array_index (report->document->tables, i);

      if (strcmp (table->title, title) == 0 && table->rows->len > 0)
        return table;
    }

  return NULL;
}

/* Returns: (nullable): the texts of the row that begins with the code */
static char *
tell_row (const KoyomiDocumentTable *table,
          const char                *code)
{
  for (guint i = 0; table != NULL && i < table->rows->len; i++)
    {
      const KoyomiDocumentRow *row = g_ptr_array_index (table->rows, i);
      g_autoptr(GString) text = g_string_new (NULL);

      if (strcmp (g_array_index (row->cells, KoyomiDocumentCell, 0).text, code) != 0)
        continue;
      for (guint j = 0; j < row->cells->len; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? "|" : "", g_array_index (row->cells, KoyomiDocumentCell, j).text);

      return g_strdup (text->str);
    }

  return NULL;
}

static gint64
get_metric (Fixture    *fixture,
            const char *code)
{
  GError *error = NULL;
  g_autoptr(KoyomiMetricBook) book = koyomi_session_load_metrics (fixture->session, koyomi_day_today (), KOYOMI_LANGUAGE_EN, &error);

  g_assert_no_error (error);

  return koyomi_record_get_id (koyomi_test_metric_find (book, code));
}

static void
enter (Fixture    *fixture,
       const char *code,
       int         month,
       double      value)
{
  KoyomiMetricEntry entry = { get_metric (fixture, code), koyomi_day_new (2026, month, 1), value };
  GError *error = NULL;

  koyomi_session_enter_metric_values (fixture->session, &entry, 1, "", KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
}

/* A closed figure stays, what the plan tells now stands beside it, and data quality says so. */
static void
test_restated (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(KoyomiMetricReport) report = NULL;
  g_autofree char *quality = NULL;
  g_autofree char *corrected = NULL;
  g_autofree char *grid = NULL;
  GError *error = NULL;

  enter (fixture, "KPI-24", 9, 90);
  koyomi_session_close_quarter (fixture->session, year, 2, KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  enter (fixture, "KPI-24", 9, 80);
  report = make_report (fixture, 2);
  quality = tell_row (find_table (report, "Restated"), "KPI-24");
  grid = tell_row (find_table (report, "Status by quarter"), "KPI-24");
  corrected = tell_row (find_table (report, "Corrected values"), "KPI-24");
  g_assert_cmpstr (quality, ==, "KPI-24|Training completion|As closed 90.0 %, as the plan now stands 80.0 %");
  g_assert_true (g_str_has_suffix (grid, " 90.0 %*"));
  g_assert_nonnull (corrected);
}

/* What was said of a quarter stands on its tile, and in no other quarter. */
static void
test_comment (Fixture       *fixture,
              gconstpointer  data)
{
  GError *error = NULL;

  koyomi_session_comment_metric (fixture->session, get_metric (fixture, "KPI-28"), year, 2, "Three audits in one month", KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  for (int quarter = 1; quarter <= 2; quarter++)
    {
      g_autoptr(KoyomiMetricReport) report = make_report (fixture, quarter);
      g_autofree char *row = tell_row (find_table (report, "Metrics"), "KPI-28");

      g_assert_cmpint (strstr (row, "Three audits") != NULL, ==, quarter == 2);
    }
}

static void
assert_tiles (Fixture      *fixture,
              const GArray *metrics)
{
  g_autoptr(KoyomiMetricReport) report = make_report (fixture, 2);

  g_assert_cmpuint (report->tiles->len, ==, metrics->len);
  for (guint i = 0; i < metrics->len; i++)
    {
      KoyomiMetricCourse *course = g_ptr_array_index (report->tiles, i);

      g_assert_cmpint (koyomi_record_get_id (course->metric), ==, g_array_index (metrics, gint64, i));
    }
}

/* The tiles that the plan has, in their order; without any those that the window proposes. */
static void
test_tiles (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GArray) chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) proposed = NULL;
  const gint64 metrics[] = { get_metric (fixture, "KPI-14"), get_metric (fixture, "KPI-01") };
  GError *error = NULL;

  koyomi_session_set_board_tiles (fixture->session, chosen, KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  proposed = koyomi_session_propose_board_tiles (fixture->session, koyomi_day_today (), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (proposed->len, >, 0);
  assert_tiles (fixture, proposed);

  g_array_append_vals (chosen, metrics, G_N_ELEMENTS (metrics));
  koyomi_session_set_board_tiles (fixture->session, chosen, KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  assert_tiles (fixture, chosen);
}

/* No metric at all: every sheet is there and says that there is nothing. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_EMPTY, .fiscal_year = 2026 };
  KoyomiMetricExportOptions wanted = { .year = year, .quarter = 2, .now = koyomi_time_now (), .language = KOYOMI_LANGUAGE_JA };
  g_autofree char *plan = g_build_filename (fixture->folder, "empty.koyomi", NULL);
  KoyomiSession *session;
  GError *error = NULL;

  koyomi_plan_create (plan, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  session = koyomi_session_open (plan, FALSE, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      koyomi_metric_export (session, &wanted, formats[i], fixture->target, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_finalize_object (session);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

#define ADD(path, func) g_test_add ("/report/metric-export/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("file-is-private", test_private);
  ADD ("cancelled-export-leaves-the-earlier-file", test_cancelled);
  ADD ("unknown-metric-is-told", test_unknown);
  ADD ("restatement-shows-both-figures", test_restated);
  ADD ("comment-is-of-its-quarter", test_comment);
  ADD ("tiles-are-those-of-the-plan", test_tiles);
  ADD ("plan-without-metrics-can-be-exported", test_empty);
#undef ADD

  return koyomi_test_folder_finish (g_test_run ());
}
