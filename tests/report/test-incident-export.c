#include "koyomi-day.h"
#include "koyomi-export-incident.h"
#include "koyomi-incident-edit.h"
#include "koyomi-incident-report-private.h"
#include "koyomi-incident-timeline.h"
#include "koyomi-record-edit.h"
#include "koyomi-report-edit.h"
#include "koyomi-report-error.h"
#include "koyomi-test-export.h"
#include "koyomi-test-folder.h"

#include <string.h>

typedef KoyomiTestExport Fixture;

static const KoyomiExportFormat formats[] = { KOYOMI_EXPORT_FORMAT_XLSX, KOYOMI_EXPORT_FORMAT_PDF, KOYOMI_EXPORT_FORMAT_CSV };

static gint64
find (Fixture    *fixture,
      const char *number)
{
  GError *error = NULL;
  gint64 incident = koyomi_incident_export_find (fixture->session, number, &error);

  g_assert_no_error (error);

  return incident;
}

static gboolean
export (Fixture             *fixture,
        gint64               incident,
        int                  quarter,
        KoyomiExportFormat   format,
        GCancellable        *cancellable,
        GError             **error)
{
  KoyomiIncidentExportOptions options = {
    .incident = incident, .year = { 2026, 4 }, .quarter = quarter, .now = koyomi_time_now (), .language = KOYOMI_LANGUAGE_EN,
  };

  return koyomi_incident_export (fixture->session, &options, format, fixture->target, NULL, NULL, cancellable, error);
}

static char *
export_text (Fixture            *fixture,
             gint64              incident,
             int                 quarter,
             KoyomiExportFormat  format)
{
  GError *error = NULL;
  char *text = NULL;

  export (fixture, incident, quarter, format, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->target, &text, NULL, NULL));

  return text;
}

static void
test_private (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const beginnings[] = { "PK", "%PDF-", "\xef\xbb\xbf" };
  gint64 incidents[] = { find (fixture, "2026-011"), 0 };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    for (guint j = 0; j < G_N_ELEMENTS (incidents); j++)
      {
        g_autofree char *text = export_text (fixture, incidents[j], 2, formats[i]);

        koyomi_test_export_assert_private (fixture, beginnings[i]);
      }
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      GError *error = NULL;

      g_assert_false (export (fixture, find (fixture, "2026-011"), 0, formats[i], cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
      koyomi_test_export_assert_untouched (fixture);
    }
}

static void
test_unknown (Fixture       *fixture,
              gconstpointer  data)
{
  GError *error = NULL;

  g_assert_cmpint (koyomi_incident_export_find (fixture->session, "1999-001", &error), ==, 0);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (export (fixture, 99, 0, KOYOMI_EXPORT_FORMAT_PDF, NULL, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND);
  g_clear_error (&error);
}

/* A drill that is entered, and taken out again, leaves the figures byte for byte as they were. */
static void
test_drill (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *before = export_text (fixture, 0, 0, KOYOMI_EXPORT_FORMAT_CSV);
  g_autofree char *after = NULL;
  g_autoptr(KoyomiRecord) drill = koyomi_record_new (KOYOMI_TABLE_INCIDENT);
  GError *error = NULL;

  koyomi_record_set_text (drill, KOYOMI_INCIDENT_TITLE, "=Evacuation\", drill");
  koyomi_record_set_int (drill, KOYOMI_INCIDENT_KIND, KOYOMI_INCIDENT_KIND_DRILL);
  koyomi_incident_open (fixture->session, drill, koyomi_time_now (), KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);

  after = export_text (fixture, 0, 0, KOYOMI_EXPORT_FORMAT_CSV);
  g_assert_true (g_str_has_prefix (after, before));
  g_assert_nonnull (strstr (after + strlen (before), ",Drill,\"'=Evacuation\"\", drill\","));
}

static KoyomiIncidentClock *
find_due (KoyomiIncidentClocks *clocks)
{
  for (guint i = 0; i < clocks->clocks->len; i++)
    {
      KoyomiIncidentClock *clock = g_ptr_array_index (clocks->clocks, i);

      if (clock->state == KOYOMI_CLOCK_STATE_DUE)
        return clock;
    }

  g_assert_not_reached ();
}

static void
file_report (Fixture *fixture,
             gint64   incident,
             gint64   now)
{
  GError *error = NULL;
  g_autoptr(KoyomiIncidentClocks) clocks = koyomi_session_load_incident_clocks (fixture->session, incident, now, KOYOMI_LANGUAGE_EN, &error);
  KoyomiSubmission submission = { .filed_at = now, .receipt = "R-1" };

  g_assert_no_error (error);
  koyomi_session_file_report (fixture->session, incident, koyomi_record_get_id (find_due (clocks)->clock), &submission, now,
                              KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
}

static guint
count_marks (const KoyomiDocument *document,
             KoyomiDocumentMark    mark)
{
  guint n = 0;

  for (guint i = 0; i < document->tables->len; i++)
    {
      const KoyomiDocumentTable *table = g_ptr_array_index (document->tables, i);

      for (guint j = 0; j < table->rows->len; j++)
        {
          const KoyomiDocumentRow *row = g_ptr_array_index (table->rows, j);

          for (guint k = 0; k < row->cells->len; k++)
            n += g_array_index (row->cells, KoyomiDocumentCell, k).mark == mark && g_array_index (row->cells, KoyomiDocumentCell, k).has_sign;
        }
    }

  return n;
}

static KoyomiDocument *
make_report (Fixture *fixture,
             gint64   incident)
{
  GError *error = NULL;
  KoyomiDocument *document = _koyomi_incident_report_new (fixture->session, incident, koyomi_time_now (), KOYOMI_LANGUAGE_EN, &error);

  g_assert_no_error (error);

  return document;
}

/* What was written down after the report was sent is new in the one that follows. */
static void
test_next_report (Fixture       *fixture,
                  gconstpointer  data)
{
  gint64 incident = find (fixture, "2026-011");
  g_autoptr(KoyomiDocument) before = NULL;
  g_autoptr(KoyomiDocument) after = NULL;
  GError *error = NULL;

  koyomi_day_set_today (KOYOMI_DAY_NONE);
  before = make_report (fixture, incident);
  g_assert_false (before->is_compared);
  g_assert_cmpstr (before->title, ==, "Incident report  Report No. 5");

  file_report (fixture, incident, koyomi_time_now ());
  g_usleep (5000);
  koyomi_timeline_add (fixture->session, incident, koyomi_time_now (), "CSIRT", "Second trace", TRUE, KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);

  after = make_report (fixture, incident);
  g_assert_true (after->is_compared);
  g_assert_cmpstr (after->title, ==, "Incident report  Report No. 6");
  g_assert_cmpuint (count_marks (after, KOYOMI_DOCUMENT_NEW), ==, 1);
  g_assert_cmpuint (count_marks (after, KOYOMI_DOCUMENT_CHANGED), >=, 1);
  g_assert_cmpuint (count_marks (after, KOYOMI_DOCUMENT_REMOVED), ==, 0);
}

static void
test_stages (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *number;
    const char *title;
    const char *mark;
  } cases[] = {
    { "2026-001", "Incident report  Final report", "" },
    { "2026-006", "Drill report  Final report", "DRILL – not a real incident" },
    { "2026-014", "Incident report  First report", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiDocument) report = make_report (fixture, find (fixture, cases[i].number));

      g_assert_cmpstr (report->title, ==, cases[i].title);
      g_assert_cmpstr (report->mark, ==, cases[i].mark);
    }
}

/* A row for what people write, whatever it is. */
static void
test_timeline (Fixture       *fixture,
               gconstpointer  data)
{
  gint64 incident = find (fixture, "2026-011");
  g_autofree char *before = export_text (fixture, incident, 0, KOYOMI_EXPORT_FORMAT_CSV);
  g_autofree char *after = NULL;
  GError *error = NULL;

  koyomi_timeline_add (fixture->session, incident, koyomi_time_now (), "+81", "Lines,\nand “quotes”", TRUE, KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  after = export_text (fixture, incident, 0, KOYOMI_EXPORT_FORMAT_CSV);
  g_assert_true (g_str_has_prefix (after, before));
  g_assert_nonnull (strstr (after, ",Manual,'+81,\"Lines,\nand “quotes”\",yes\r\n"));
}

/* A time that lies in a range is told by both of its ends, not by the middle with which it counts. */
static void
test_range (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(KoyomiRecord) record = koyomi_session_get (fixture->session, KOYOMI_TABLE_INCIDENT, find (fixture, "2026-011"),
                                                       KOYOMI_LANGUAGE_EN, NULL);
  g_autofree char *text = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *both = NULL;
  g_autoptr(GDateTime) begin = NULL;
  g_autoptr(GDateTime) end = NULL;
  KoyomiIncidentTimes times;
  GError *error = NULL;
  gint64 from;

  koyomi_incident_times_read (&times, record);
  from = times.at[KOYOMI_INCIDENT_TIME_DETECTED] / 60000 * 60000 - 86400000;
  koyomi_incident_times_set_range (&times, KOYOMI_INCIDENT_TIME_OCCURRED, from, from + 2 * 3600000);
  koyomi_incident_set_times (fixture->session, koyomi_record_get_id (record), &times, koyomi_time_now (), KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);

  text = export_text (fixture, 0, 0, KOYOMI_EXPORT_FORMAT_CSV);
  g_assert_nonnull (strstr (text, ",Occurred,Occurred at the latest,"));
  begin = g_date_time_new_from_unix_local (from / 1000);
  end = g_date_time_add_hours (begin, 2);
  first = g_date_time_format (begin, "%F %R");
  last = g_date_time_format (end, "%F %R");
  both = g_strdup_printf (",%s,%s,", first, last);
  if (strstr (text, both) == NULL)
    g_test_message ("%s is not among %s", both, text);
  g_assert_nonnull (strstr (text, both));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add ("/report/incident-export/files-are-whole-and-private", Fixture, NULL, koyomi_test_export_set_up, test_private, koyomi_test_export_tear_down);
  g_test_add ("/report/incident-export/cancelling-leaves-the-old-file", Fixture, NULL, koyomi_test_export_set_up, test_cancelled, koyomi_test_export_tear_down);
  g_test_add ("/report/incident-export/no-such-incident", Fixture, NULL, koyomi_test_export_set_up, test_unknown, koyomi_test_export_tear_down);
  g_test_add ("/report/incident-export/the-list-has-all-and-no-formula", Fixture, NULL, koyomi_test_export_set_up, test_drill, koyomi_test_export_tear_down);
  g_test_add ("/report/incident-export/both-ends-of-a-range-are-told", Fixture, NULL, koyomi_test_export_set_up, test_range, koyomi_test_export_tear_down);
  g_test_add ("/report/incident-report/what-is-new-since-the-last-is-marked", Fixture, NULL, koyomi_test_export_set_up, test_next_report, koyomi_test_export_tear_down);
  g_test_add ("/report/incident-report/first-or-last-and-drills-say-so", Fixture, NULL, koyomi_test_export_set_up, test_stages, koyomi_test_export_tear_down);
  g_test_add ("/report/incident-export/the-timeline-is-a-row-an-entry", Fixture, NULL, koyomi_test_export_set_up, test_timeline, koyomi_test_export_tear_down);

  return koyomi_test_folder_finish (g_test_run ());
}
