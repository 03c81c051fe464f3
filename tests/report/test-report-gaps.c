#include "koyomi-day.h"
#include "koyomi-overview-row.h"
#include "koyomi-readiness.h"
#include "koyomi-report-gaps.h"
#include "koyomi-report-lacks.h"
#include "koyomi-report-subject.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <string.h>

/* What the reports of the sample company lack on its day. */

#define EN KOYOMI_LANGUAGE_EN

static const KoyomiReportOptions present = { .year = { 2026, 4 }, .quarter = 3, .language = EN };

static GPtrArray *
list_gaps (KoyomiSession              *session,
           const char                 *kind,
           const KoyomiReportOptions  *options)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *gaps = koyomi_report_list_gaps (session, koyomi_report_kind_find (kind), options, EN, &error);

  g_assert_no_error (error);

  return gaps;
}

static const KoyomiReportGap *
find_gap (GPtrArray  *gaps,
          const char *prefix)
{
  for (guint i = 0; i < gaps->len; i++)
    if (g_str_has_prefix (((KoyomiReportGap *) g_ptr_array_index (gaps, i))->title, prefix))
      return g_ptr_array_index (gaps, i);

  return NULL;
}

/* All that the rules of one area find, each row once, and nothing of another. */
static void
test_rules (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_SAMPLE, EN);
  g_autoptr(GPtrArray) gaps = list_gaps (session, "capa", &present);
  g_autoptr(GPtrArray) results = koyomi_session_load_readiness (session, koyomi_day_today (), EN, NULL);
  guint n_rows = 0, n_found = 0;

  for (guint i = 0; i < results->len; i++)
    {
      const KoyomiLintResult *result = g_ptr_array_index (results, i);

      n_found += !result->is_waived && strcmp (result->rule.area, "findings") == 0;
    }
  for (guint i = 0; i < gaps->len; i++)
    {
      const KoyomiReportGap *gap = g_ptr_array_index (gaps, i);
      g_autofree char *end = g_strdup_printf (": %u", gap->rows->len);

      g_assert_true (g_str_has_suffix (gap->title, end));
      n_rows += gap->rows->len;
    }
  g_assert_cmpuint (n_found, >, 0);
  g_assert_cmpuint (n_rows, ==, n_found);
  g_assert_nonnull (find_gap (gaps, "Corrective action is late"));
  g_assert_null (find_gap (gaps, "Controls"));
}

/* What somebody has accepted is not asked for. */
static void
test_accepted (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_SAMPLE, EN);
  g_autoptr(GPtrArray) before = list_gaps (session, "capa", &present);
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(GPtrArray) results = koyomi_session_load_readiness (session, koyomi_day_today (), EN, NULL);
  g_autoptr(GError) error = NULL;
  guint n = find_gap (before, "Corrective action is late")->rows->len;
  const KoyomiReportGap *gap;

  for (guint i = 0; i < results->len; i++)
    if (strcmp (((KoyomiLintResult *) g_ptr_array_index (results, i))->rule.id, "finding-late") == 0)
      {
        g_assert_true (koyomi_session_accept_lint (session, g_ptr_array_index (results, i), "The part is on its way", "CISO",
                                                   koyomi_day_today () + 9, EN, &error));
        break;
      }
  after = list_gaps (session, "capa", &present);
  gap = find_gap (after, "Corrective action is late");
  g_assert_cmpuint (gap != NULL ? gap->rows->len : 0, ==, n - 1);
}

/* One incident is asked for what it lacks, and what belongs to it. */
static void
test_subject (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_SAMPLE, EN);
  const KoyomiReportKind *kind = koyomi_report_kind_find ("incident");
  g_autoptr(GPtrArray) subjects = koyomi_report_list_subjects (session, kind, EN, NULL);
  guint n_lacking = 0;

  for (guint i = 0; i < subjects->len; i++)
    {
      KoyomiReportOptions options = present;
      g_autoptr(GPtrArray) gaps = NULL;

      options.subject = koyomi_record_get_id (g_ptr_array_index (subjects, i));
      gaps = list_gaps (session, "incident", &options);
      n_lacking += gaps->len > 0;
      for (guint j = 0; j < gaps->len; j++)
        {
          const KoyomiOverviewRow *row = g_ptr_array_index (((KoyomiReportGap *) g_ptr_array_index (gaps, j))->rows, 0);

          if (row->table == KOYOMI_TABLE_INCIDENT)
            g_assert_cmpint (row->id, ==, options.subject);
        }
    }
  g_assert_cmpuint (n_lacking, >, 0);
  g_assert_cmpuint (n_lacking, <, subjects->len);
}

/* To the committee it is told of the quarter that its next meeting hears of. */
static void
test_committee (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_SAMPLE, EN);
  g_autoptr(GPtrArray) gaps = list_gaps (session, "committee", &present);
  KoyomiReportOptions earlier = present;
  g_autoptr(GPtrArray) none = NULL;

  g_assert_nonnull (find_gap (gaps, "4 values missing"));
  earlier.quarter = 2;
  none = list_gaps (session, "committee", &earlier);
  g_assert_cmpuint (none->len, ==, 0);
}

/* A time long gone or to come is not asked for anything; the plan as a whole has no row to go to. */
static void
test_times (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_CRIC, EN);
  g_autoptr(GPtrArray) gaps = list_gaps (session, "kpi", &present);
  KoyomiReportOptions other = present;

  g_assert_cmpuint (find_gap (gaps, "No security objective")->rows->len, ==, 0);
  for (other.quarter = 1; other.quarter <= 4; other.quarter++)
    {
      g_autoptr(GPtrArray) others = list_gaps (session, "kpi", &other);

      g_assert_cmpint (others->len > 0, ==, other.quarter == 2 || other.quarter == 3);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));

  g_test_add_func ("/report/report-gaps/rules-where-the-report-looks", test_rules);
  g_test_add_func ("/report/report-gaps/accepted-is-not-asked-for", test_accepted);
  g_test_add_func ("/report/report-gaps/one-incident-has-its-own", test_subject);
  g_test_add_func ("/report/report-gaps/committee-hears-of-one-quarter", test_committee);
  g_test_add_func ("/report/report-gaps/long-gone-or-to-come-lacks-nothing", test_times);

  return koyomi_test_folder_finish (g_test_run ());
}
