#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-report-subject.h"
#include "koyomi-template.h"
#include "koyomi-test-folder.h"

#include <string.h>

static const char old_text[] = "what was there before";

typedef struct
{
  char          *folder;
  char          *target;
  KoyomiSession *session;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static guint n_made;
  KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_SAMPLE, .fiscal_year = 2026 };
  g_autofree char *name = g_strdup_printf ("reports-%u", n_made++);
  g_autofree char *plan = NULL;
  GError *error = NULL;

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

static KoyomiReport *
make (Fixture    *fixture,
      const char *id,
      int         month)
{
  KoyomiReportOptions options = {
    .year = { 2026, 4 }, .quarter = 2, .month = month, .now = koyomi_time_now (), .language = KOYOMI_LANGUAGE_EN,
  };
  const KoyomiReportKind *kind = koyomi_report_kind_find (id);
  GError *error = NULL;
  KoyomiReport *report;

  if (kind->subject != KOYOMI_REPORT_SUBJECT_NONE)
    {
      g_autoptr(GPtrArray) subjects = koyomi_report_list_subjects (fixture->session, kind, KOYOMI_LANGUAGE_EN, &error);

      g_assert_no_error (error);
      options.subject = koyomi_record_get_id (g_ptr_array_index (subjects, 0));
    }
  report = koyomi_report_new (fixture->session, kind, &options, &error);
  g_assert_no_error (error);

  return report;
}

static gboolean
has_ink (cairo_surface_t *surface)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);
  gsize size = (gsize) cairo_image_surface_get_stride (surface) * cairo_image_surface_get_height (surface);

  for (gsize i = 0; i < size; i++)
    if (data[i] != 0)
      return TRUE;

  return FALSE;
}

/* Each report that is listed can be looked at page by page. */
static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  const KoyomiReportKind *kind;

  for (guint i = 0; (kind = koyomi_report_kind_get (i)) != NULL; i++)
    {
      g_autoptr(KoyomiReport) report = make (fixture, kind->id, 0);
      double width, height;

      koyomi_report_get_page_size (report, &width, &height);
      if (strcmp (kind->id, "board") == 0)
        g_assert_cmpuint (koyomi_report_get_n_pages (report), ==, 1);
      else
        g_assert_cmpuint (koyomi_report_get_n_pages (report), >, kind->subject != KOYOMI_REPORT_SUBJECT_NONE ? 0 : 1);
      for (guint page = 0; page < koyomi_report_get_n_pages (report); page++)
        {
          cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
          cairo_t *cr = cairo_create (surface);

          koyomi_report_paint_page (report, page, cr);
          cairo_destroy (cr);
          cairo_surface_flush (surface);
          g_assert_true (has_ink (surface));
          cairo_surface_destroy (surface);
        }
    }
  g_assert_cmpuint (koyomi_report_kind_find ("committee")->n_parts, ==, 8);
  g_assert_null (koyomi_report_kind_find ("unheard-of"));
}

/* The annual calendar is the one that its own view exports, however late it is written: of the same days, with the same bars. */
static void
test_calendar (Fixture       *fixture,
               gconstpointer  data)
{
  static const KoyomiExportFormat formats[] = { KOYOMI_EXPORT_FORMAT_XLSX, KOYOMI_EXPORT_FORMAT_PDF };
  const KoyomiExportOptions options = { .year = { 2026, 4 }, .language = KOYOMI_LANGUAGE_EN };
  g_autofree char *own = g_build_filename (fixture->folder, "own", NULL);
  g_autoptr(KoyomiSession) past = NULL;
  GError *error = NULL;

  past = koyomi_session_open_as_of (fixture->session, 1, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      KoyomiReportOptions wanted = { .year = { 2026, 4 }, .quarter = 3, .now = koyomi_time_now (), .language = KOYOMI_LANGUAGE_EN };
      g_autoptr(KoyomiReport) report = NULL;
      g_autofree char *text = NULL;
      g_autofree char *other = NULL;
      gsize length, n_other;

      koyomi_annual_calendar_export (past, &options, formats[i], own, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      koyomi_day_set_today (koyomi_day_new (2027, 3, 1));
      report = koyomi_report_new (past, koyomi_report_kind_find ("annual-calendar"), &wanted, &error);
      g_assert_no_error (error);
      koyomi_report_write (report, formats[i], 0, fixture->target, NULL, NULL, NULL, &error);
      koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (own, &text, &length, NULL) && g_file_get_contents (fixture->target, &other, &n_other, NULL));
      g_assert_cmpmem (text, length, other, n_other);
    }
}

/* An incident is no drill; each is found by its number, also when its report was given out. */
static void
test_subjects (Fixture       *fixture,
               gconstpointer  data)
{
  const KoyomiReportKind *incident = koyomi_report_kind_find ("incident");
  const KoyomiReportKind *drill = koyomi_report_kind_find ("drill");
  g_autoptr(GPtrArray) incidents = koyomi_report_list_subjects (fixture->session, incident, KOYOMI_LANGUAGE_EN, NULL);
  g_autoptr(GPtrArray) drills = koyomi_report_list_subjects (fixture->session, drill, KOYOMI_LANGUAGE_EN, NULL);
  gint64 id = koyomi_record_get_id (g_ptr_array_index (drills, 0));
  g_autofree char *number = koyomi_report_dup_number (fixture->session, drill, id);
  g_autofree char *code = koyomi_report_code_new (drill, number);
  g_autofree char *name = koyomi_report_code_format (code, KOYOMI_LANGUAGE_EN);
  g_autofree char *expected = g_strconcat ("Drill report ", number, NULL);
  g_autoptr(GError) error = NULL;
  const char *found;

  g_assert_cmpuint (incidents->len, >, 1);
  g_assert_cmpstr (koyomi_record_get_text (g_ptr_array_index (incidents, 0), KOYOMI_INCIDENT_NUMBER), >,
                   koyomi_record_get_text (g_ptr_array_index (incidents, 1), KOYOMI_INCIDENT_NUMBER));
  g_assert_cmpint (koyomi_report_find_subject (fixture->session, drill, number, NULL), ==, id);
  g_assert_cmpint (koyomi_report_find_subject (fixture->session, incident, number, &error), ==, 0);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND);
  g_assert_true (koyomi_report_code_parse (code, &found) == drill);
  g_assert_cmpstr (found, ==, number);
  g_assert_cmpstr (name, ==, expected);
  g_assert_null (koyomi_report_code_parse ("drill", &found));
  g_assert_null (koyomi_report_code_parse ("kpi/2026-001", &found));
  g_assert_null (koyomi_report_code_parse ("unheard-of", &found));
}

/* Each tells of the whole of what it is about. */
static void
test_period (void)
{
  const KoyomiReportOptions options = { .year = { 2026, 4 }, .quarter = 4 };
  guint32 first_day, last_day;

  koyomi_report_get_period (koyomi_report_kind_find ("committee"), &options, &first_day, &last_day);
  g_assert_cmpuint (first_day, ==, koyomi_day_new (2027, 1, 1));
  g_assert_cmpuint (last_day, ==, koyomi_day_new (2027, 3, 31));
  koyomi_report_get_period (koyomi_report_kind_find ("annual-calendar"), &options, &first_day, &last_day);
  g_assert_cmpuint (first_day, ==, koyomi_day_new (2026, 4, 1));
  g_assert_cmpuint (last_day, ==, koyomi_day_new (2027, 3, 31));
}

static void
cancel (double   fraction,
        gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  static const KoyomiExportFormat formats[] = { KOYOMI_EXPORT_FORMAT_XLSX, KOYOMI_EXPORT_FORMAT_PDF, KOYOMI_EXPORT_FORMAT_PNG };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr(KoyomiReport) report = make (fixture, "committee", 0);
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GError) error = NULL;
      g_autofree char *text = NULL;

      g_assert_false (koyomi_report_write (report, formats[i], 0, fixture->target, cancel, cancellable, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_true (g_file_get_contents (fixture->target, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, old_text);
    }
}

static void
test_no_such_page (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(KoyomiReport) report = make (fixture, "committee", 0);
  g_autoptr(GError) error = NULL;

  g_assert_false (koyomi_report_write (report, KOYOMI_EXPORT_FORMAT_PNG, koyomi_report_get_n_pages (report), fixture->target, NULL, NULL, NULL,
                                       &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND);
}

static void
test_narrative (Fixture       *fixture,
                gconstpointer  data)
{
  const KoyomiReportKind *kind = koyomi_report_kind_find ("committee");
  KoyomiReportOptions options = { .year = { 2026, 4 }, .quarter = 2 };
  guint32 day;
  g_autofree char *quarter = koyomi_report_dup_narrative (kind, &options, &day);
  g_autofree char *month = NULL;

  g_assert_cmpuint (day, ==, koyomi_day_new (2026, 7, 1));
  options.month = 1;
  month = koyomi_report_dup_narrative (kind, &options, &day);
  g_assert_cmpuint (day, ==, koyomi_day_new (2026, 7, 1));
  g_assert_cmpstr (month, !=, quarter);
  options.month = 3;
  g_free (month);
  month = koyomi_report_dup_narrative (kind, &options, &day);
  g_assert_cmpuint (day, ==, koyomi_day_new (2026, 9, 1));
}

/* A document of its own has a number of its own. */
static void
test_numbers (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *kind;
    const char *number;
  } cases[] = { { "committee", "RC-2026Q2" }, { "annual-calendar", "AC-2026" }, { "matrix", "FT-20261122" }, { "incident", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiReport) report = make (fixture, cases[i].kind, 0);

      g_assert_cmpstr (koyomi_report_get_number (report), ==, cases[i].number);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));

  g_test_add ("/report/report/each-page-of-each-is-painted", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/report/report/the-calendar-is-that-of-its-own-export", Fixture, NULL, set_up, test_calendar, tear_down);
  g_test_add ("/report/report/one-incident-or-drill-is-found-by-its-number", Fixture, NULL, set_up, test_subjects, tear_down);
  g_test_add_func ("/report/report/a-year-is-told-as-a-whole", test_period);
  g_test_add ("/report/report/document-has-its-number", Fixture, NULL, set_up, test_numbers, tear_down);
  g_test_add ("/report/report/cancelled-leaves-the-earlier-file", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/report/report/page-that-is-not-there-is-told", Fixture, NULL, set_up, test_no_such_page, tear_down);
  g_test_add ("/report/report/a-month-has-texts-of-its-own", Fixture, NULL, set_up, test_narrative, tear_down);

  return koyomi_test_folder_finish (g_test_run ());
}
