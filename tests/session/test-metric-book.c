#include "koyomi-attention.h"
#include "koyomi-breaches.h"
#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-incident-board.h"
#include "koyomi-maturity-table.h"
#include "koyomi-metric-book.h"
#include "koyomi-record-edit.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"
#include "koyomi-work-count.h"

#include <math.h>
#include <string.h>

#define EN KOYOMI_LANGUAGE_EN

static KoyomiSession *
open_sample (const char *name)
{
  g_autofree char *folder = koyomi_test_folder_make (name);
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);

  koyomi_test_plan_make (path, KOYOMI_TEMPLATE_SAMPLE, EN);

  return koyomi_test_plan_open (path);
}

static KoyomiMetricBook *
load (KoyomiSession *session)
{
  g_autoptr(GError) error = NULL;
  KoyomiMetricBook *book = koyomi_session_load_metrics (session, koyomi_day_today (), EN, &error);

  g_assert_no_error (error);

  return book;
}

static KoyomiMetricResult *
tell (KoyomiSession    *session,
      KoyomiMetricBook *book,
      const char       *code,
      int               quarter)
{
  g_autoptr(GError) error = NULL;
  KoyomiMetricResult *result = koyomi_metric_book_tell (book, koyomi_test_metric_find (book, code),
                                                        koyomi_session_get_fiscal_year (session, koyomi_day_today ()), quarter, TRUE, &error);

  g_assert_no_error (error);

  return result;
}

/* The value of the quarter that today is in. */
static double
get_value (KoyomiSession *session,
           const char    *code)
{
  g_autoptr(KoyomiMetricBook) book = load (session);
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (session, koyomi_day_today ());
  g_autoptr(KoyomiMetricResult) result = tell (session, book, code, koyomi_fiscal_year_get_quarter (year, koyomi_day_today ()));

  return result->value;
}

/* The rows that are told are there, and make the number. */
static void
assert_drill_down (KoyomiSession      *session,
                   KoyomiMetricResult *result)
{
  const KoyomiMetricFigure *figure = &result->figure;
  guint n_counted = 0;
  double sum = 0.0;

  for (guint i = 0; i < figure->rows->len; i++)
    {
      const KoyomiMetricRow *row = &g_array_index (figure->rows, KoyomiMetricRow, i);
      g_autoptr(KoyomiRecord) record = row->id != 0 ? koyomi_session_get (session, row->table, row->id, EN, NULL) : NULL;

      g_assert_true (record != NULL || row->id == 0);
      n_counted += row->counts;
      sum += row->amount;
    }

  if (isnan (figure->value) && koyomi_metric_is_composite (result->metric))
    g_assert_cmpuint (n_counted, <, figure->rows->len);
  else if (isnan (figure->value))
    g_assert_cmpuint (figure->rows->len, ==, 0);
  else if (koyomi_record_get_int (result->metric, KOYOMI_METRIC_KIND) == KOYOMI_METRIC_KIND_ENTERED)
    g_assert_cmpfloat (sum, ==, figure->value);
  else if (koyomi_metric_is_composite (result->metric))
    g_assert_cmpfloat_with_epsilon (sum, figure->value, 1e-9);
  else if (isnan (figure->denominator))
    g_assert_cmpfloat (n_counted, ==, figure->value);
  else if (koyomi_record_get_int (result->metric, KOYOMI_METRIC_UNIT) == KOYOMI_UNIT_PERCENT)
    g_assert_cmpfloat_with_epsilon (100.0 * n_counted / figure->rows->len, figure->value, 1e-9);
  else if (!isnan (figure->numerator))
    g_assert_cmpfloat_with_epsilon (sum / figure->rows->len, figure->value, 1e-9);
}

static void
assert_all_drill_down (KoyomiSession *session)
{
  g_autoptr(KoyomiMetricBook) book = load (session);
  GPtrArray *metrics = koyomi_metric_book_get_metrics (book);
  guint n_computed = 0;

  for (guint i = 0; i < metrics->len; i++)
    for (int quarter = 1; quarter <= 4; quarter++)
      {
        g_autoptr(KoyomiMetricResult) result = tell (session, book, koyomi_record_get_text (g_ptr_array_index (metrics, i), KOYOMI_METRIC_CODE),
                                                     quarter);

        assert_drill_down (session, result);
        n_computed += koyomi_record_get_int (result->metric, KOYOMI_METRIC_KIND) == KOYOMI_METRIC_KIND_COMPUTED && !isnan (result->value);
      }

  g_assert_cmpuint (n_computed, >, 24);
}

static void
test_drills_down (void)
{
  g_autoptr(KoyomiSession) session = open_sample ("drill-down");
  g_autoptr(KoyomiSession) past = NULL;
  g_autoptr(KoyomiEntry) head = NULL;
  g_autoptr(GPtrArray) runs = NULL;
  g_autoptr(GError) error = NULL;
  double before, after;

  assert_all_drill_down (session);
  before = get_value (session, "KPI-16");
  head = koyomi_session_get_head (session, &error);
  runs = koyomi_session_list (session, KOYOMI_TABLE_OCCURRENCE, 0, 0, EN, &error);
  for (guint i = 0; i < runs->len; i++)
    {
      KoyomiRecord *run = g_ptr_array_index (runs, i);

      if (koyomi_occurrence_get_state (run, koyomi_day_today ()) != KOYOMI_STATE_LATE)
        continue;

      koyomi_occurrence_set_status (run, KOYOMI_STATUS_DONE, koyomi_day_today (), "", &error);
      koyomi_session_save (session, run, EN, &error);
      g_assert_no_error (error);
      break;
    }
  after = get_value (session, "KPI-16");
  g_assert_cmpfloat (after, ==, before - 1);

  past = koyomi_session_open_as_of (session, head->seq, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (get_value (past, "KPI-16"), ==, before);
  assert_all_drill_down (past);
}

static guint
count_breaches (KoyomiSession *session)
{
  g_autoptr(GPtrArray) breaches = koyomi_session_load_breaches (session, NULL, koyomi_day_today (), EN, NULL);
  guint n = 0;

  for (guint i = 0; i < breaches->len; i++)
    n += !((KoyomiBreach *) g_ptr_array_index (breaches, i))->is_waived;

  return n;
}

static double
get_mean_maturity (KoyomiSession *session)
{
  g_autoptr(GPtrArray) catalogues = koyomi_session_list (session, KOYOMI_TABLE_CATALOGUE, 0, 0, EN, NULL);

  for (guint i = 0; i < catalogues->len; i++)
    if (strcmp (koyomi_record_get_text (g_ptr_array_index (catalogues, i), KOYOMI_CATALOGUE_CODE), "isogj") == 0)
      {
        g_autoptr(KoyomiMaturityTable) table = koyomi_session_load_maturity (session, koyomi_record_get_id (g_ptr_array_index (catalogues, i)),
                                                                             koyomi_day_today (), EN, NULL);

        return koyomi_maturity_mean_get_as_is (&table->mean);
      }

  return NAN;
}

/* One number, wherever it is shown. */
static void
test_agrees (void)
{
  g_autoptr(KoyomiSession) session = open_sample ("agrees");
  guint32 today = koyomi_day_today ();
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (session, today);
  guint32 first_day = koyomi_fiscal_year_get_month_first (year, (koyomi_fiscal_year_get_quarter (year, today) - 1) * 3);
  guint32 last_day = koyomi_day_add_months (first_day, 3) - 1;
  g_autoptr(KoyomiAttention) attention = koyomi_session_load_attention (session, EN, NULL);
  g_autoptr(GPtrArray) runs = koyomi_session_list (session, KOYOMI_TABLE_OCCURRENCE, 0, 0, EN, NULL);
  g_autoptr(KoyomiIncidentBoard) board = koyomi_session_load_incident_board (session, koyomi_time_now (), EN, NULL);
  KoyomiMeasureSummary summary;
  KoyomiWorkCount count;
  guint n_open = 0;

  koyomi_work_count_init (&count, first_day, last_day, today);
  for (guint i = 0; i < runs->len; i++)
    koyomi_work_count_add (&count, g_ptr_array_index (runs, i));
  g_assert_cmpfloat_with_epsilon (get_value (session, "KPI-14"), 100.0 * count.n_done / count.n_due, 1e-9);
  g_assert_cmpfloat (get_value (session, "KPI-16"), ==, attention->late->len);

  koyomi_incident_board_summarize (board, KOYOMI_MEASURE_DETECT, first_day, last_day, &summary);
  g_assert_cmpfloat_with_epsilon (get_value (session, "KPI-01"), summary.mean / 3600000.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_value (session, "KPI-43"), summary.median / 3600000.0, 1e-9);
  for (guint i = 0; i < koyomi_incident_board_get_n_cards (board); i++)
    {
      KoyomiIncidentCard *card = koyomi_incident_board_get_card (board, i);

      n_open += koyomi_incident_card_is_open (card) && koyomi_incident_card_counts (card);
    }
  g_assert_cmpfloat (get_value (session, "KPI-07"), ==, n_open);

  g_assert_cmpfloat (get_value (session, "KPI-53"), ==, count_breaches (session));
  g_assert_cmpfloat_with_epsilon (get_value (session, "KPI-34"), get_mean_maturity (session), 1e-9);
}

static void
test_drills_never_count (void)
{
  static const char * const codes[] = {
    "KPI-01", "KPI-02", "KPI-03", "KPI-04", "KPI-05", "KPI-06", "KPI-07", "KPI-08", "KPI-09", "KPI-10", "KPI-11", "KPI-12", "KPI-13", "KPI-43",
    "KPI-44", "KPI-45",
  };
  g_autoptr(KoyomiSession) session = open_sample ("drills");
  double before[G_N_ELEMENTS (codes)];
  double drills = get_value (session, "KPI-27");
  gint64 noon = koyomi_day_get_start (koyomi_day_today () - 1) + 12 * 3600000;
  g_autoptr(KoyomiRecord) drill = koyomi_record_new (KOYOMI_TABLE_INCIDENT);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    before[i] = get_value (session, codes[i]);

  koyomi_record_set_int (drill, KOYOMI_INCIDENT_KIND, KOYOMI_INCIDENT_KIND_DRILL);
  koyomi_record_set_int (drill, KOYOMI_INCIDENT_SEVERITY, KOYOMI_SEVERITY_S1);
  koyomi_record_set_int (drill, KOYOMI_INCIDENT_OCCURRED_AT, noon);
  koyomi_record_set_int (drill, KOYOMI_INCIDENT_DETECTED_AT, noon + 7200000);
  koyomi_record_set_int (drill, KOYOMI_INCIDENT_CONTAINED_AT, noon + 10800000);
  koyomi_session_add (session, drill, EN, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      double after = get_value (session, codes[i]);

      g_assert_true (after == before[i] || (isnan (after) && isnan (before[i])));
    }
  g_assert_cmpfloat (get_value (session, "KPI-27"), ==, drills + 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));

  g_test_add_func ("/session/metric-book/rows-make-the-number-now-and-as-of", test_drills_down);
  g_test_add_func ("/session/metric-book/numbers-agree-with-those-elsewhere", test_agrees);
  g_test_add_func ("/session/metric-book/drills-never-count", test_drills_never_count);

  return koyomi_test_folder_finish (g_test_run ());
}
