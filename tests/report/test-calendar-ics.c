#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-export.h"
#include "koyomi-run-table.h"
#include "koyomi-template.h"

#include <glib/gstdio.h>
#include <libical/ical.h>
#include <string.h>

static const char hard_title[] = "点検; 第1回, 「\\」と\"引用\" — 長い題名は折り返される。長い題名は折り返される。長い題名は折り返される。";

static const KoyomiFiscalYear year = { 2026, 4 };
static const KoyomiExportOptions whole = { .year = { 2026, 4 }, .language = KOYOMI_LANGUAGE_JA };

typedef struct
{
  char          *folder;
  char          *plan;
  char          *target;
  KoyomiSession *session;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  KoyomiPlanOptions options = { .template = GPOINTER_TO_INT (data), .fiscal_year = 2026 };
  GError *error = NULL;

  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  fixture->folder = g_dir_make_tmp ("koyomi-test-XXXXXX", &error);
  fixture->plan = g_build_filename (fixture->folder, "plan.koyomi", NULL);
  fixture->target = g_build_filename (fixture->folder, "calendar.ics", NULL);
  koyomi_plan_create (fixture->plan, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->session = koyomi_session_open (fixture->plan, FALSE, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_assert_finalize_object (fixture->session);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->plan);
  g_free (fixture->target);
}

static char *
export_part (Fixture                   *fixture,
             const KoyomiExportOptions *options)
{
  GError *error = NULL;
  char *text;

  koyomi_annual_calendar_export (fixture->session, options, KOYOMI_EXPORT_FORMAT_ICS, fixture->target, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->target, &text, NULL, NULL));

  return text;
}

static char *
export (Fixture *fixture)
{
  return export_part (fixture, &whole);
}

static icalcomponent *
parse (const char *text)
{
  icalcomponent *calendar = icalparser_parse_string (text);

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_isa (calendar), ==, ICAL_VCALENDAR_COMPONENT);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);

  return calendar;
}

static guint32
to_day (struct icaltimetype time)
{
  g_assert_true (time.is_date);

  return koyomi_day_new (time.year, time.month, time.day);
}

static void
add_day (GHashTable *days,
         const char *uid,
         guint32     slot,
         guint32     first_day,
         guint32     last_day)
{
  g_autofree char *key = g_strdup_printf ("%s/%u", uid, slot);
  char *value = g_strdup_printf ("%u-%u", first_day, last_day);

  g_assert_false (g_hash_table_contains (days, key) && slot == 0);
  g_hash_table_replace (days, g_steal_pointer (&key), value);
}

static void
add_series (GHashTable    *days,
            icalcomponent *event)
{
  icalproperty *rrule = icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY);
  guint32 first_day = to_day (icalcomponent_get_dtstart (event));
  guint32 length = to_day (icalcomponent_get_dtend (event)) - first_day;
  icalrecur_iterator *iterator = icalrecur_iterator_new (icalproperty_get_rrule (rrule), icalcomponent_get_dtstart (event));
  struct icaltimetype time;

  while (!icaltime_is_null_time (time = icalrecur_iterator_next (iterator)))
    add_day (days, icalcomponent_get_uid (event), to_day (time), to_day (time), to_day (time) + length - 1);
  icalrecur_iterator_free (iterator);

  for (icalproperty *p = icalcomponent_get_first_property (event, ICAL_EXDATE_PROPERTY); p != NULL;
       p = icalcomponent_get_next_property (event, ICAL_EXDATE_PROPERTY))
    {
      g_autofree char *key = g_strdup_printf ("%s/%u", icalcomponent_get_uid (event), to_day (icalproperty_get_exdate (p)));

      g_assert_true (g_hash_table_remove (days, key));
    }
}

/* What a calendar program makes of the file: name and day in the series -> first and last day. */
static GHashTable *
read_days (icalcomponent *calendar)
{
  GHashTable *days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    {
      struct icaltimetype slot = icalcomponent_get_recurrenceid (event);

      if (icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY) != NULL)
        add_series (days, event);
      else
        add_day (days, icalcomponent_get_uid (event), icaltime_is_null_time (slot) ? 0 : to_day (slot),
                 to_day (icalcomponent_get_dtstart (event)), to_day (icalcomponent_get_dtend (event)) - 1);
    }

  return days;
}

static gboolean
take_run (const KoyomiRunRow  *row,
          gpointer             data,
          GError             **error)
{
  GPtrArray *wanted = data;

  g_ptr_array_add (wanted, g_strdup_printf ("%u-%u", koyomi_record_get_day (row->run, KOYOMI_OCCURRENCE_FIRST_DAY),
                                            koyomi_record_get_day (row->run, KOYOMI_OCCURRENCE_LAST_DAY)));

  return TRUE;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static GPtrArray *
list_wanted (KoyomiSession *session)
{
  GPtrArray *wanted = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;
  g_autoptr(KoyomiCalendar) calendar = koyomi_session_load_calendar (session, year, KOYOMI_LANGUAGE_JA, FALSE, &error);

  koyomi_run_table_for_each (session, calendar, take_run, wanted, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < calendar->milestones->len; i++)
    {
      guint32 day = g_array_index (calendar->milestones, KoyomiMilestone, i).day;

      g_ptr_array_add (wanted, g_strdup_printf ("%u-%u", day, day));
    }

  g_ptr_array_sort (wanted, compare_texts);

  return wanted;
}

static void
assert_days (Fixture    *fixture,
             GHashTable *days)
{
  g_autoptr(GPtrArray) wanted = list_wanted (fixture->session);
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, days);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (found, value);
  g_ptr_array_sort (found, compare_texts);

  g_assert_cmpuint (found->len, ==, wanted->len);
  for (guint i = 0; i < wanted->len; i++)
    g_assert_cmpstr (g_ptr_array_index (found, i), ==, g_ptr_array_index (wanted, i));
}

static void
add_activity (Fixture    *fixture,
              const char *title,
              const char *rule,
              int         duration)
{
  GError *error = NULL;
  g_autoptr(KoyomiCalendar) calendar = koyomi_session_load_calendar (fixture->session, year, KOYOMI_LANGUAGE_JA, FALSE, &error);
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (fixture->session, &error);
  g_autoptr(KoyomiRecord) activity = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);
  KoyomiCalendarRow *row = g_ptr_array_index (calendar->rows, 0);

  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FUNCTION, koyomi_record_get_id (row->function));
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_TITLE, title);
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_RULE, rule);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FIRST_DAY, koyomi_day_new (2025, 12, 15));
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_DURATION, duration);
  koyomi_edit_insert (edit, activity, &error);
  g_assert_no_error (error);
  koyomi_edit_add_runs (edit, activity, koyomi_fiscal_year_get_first_day (year), koyomi_fiscal_year_get_last_day (year), &error);
  g_assert_no_error (error);
  koyomi_edit_commit (edit, "Add an activity", &error);
  g_assert_no_error (error);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = export (fixture);
  icalcomponent *calendar = parse (text);

  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_ANY_COMPONENT), ==, 0);
  icalcomponent_free (calendar);
}

static void
test_days (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autoptr(GHashTable) days = NULL;
  icalcomponent *calendar;

  add_activity (fixture, "隔週の確認", "every=2weeks on=tue,thu", 1);
  add_activity (fixture, "月末の点検", "every=month day=31", 3);
  add_activity (fixture, "五日後まで", "every=month weekday=2tue count=9", 5);
  text = export (fixture);
  calendar = parse (text);
  days = read_days (calendar);
  assert_days (fixture, days);
  g_assert_nonnull (strstr (text, "RRULE:"));
  g_assert_nonnull (strstr (text, "X-WR-CALNAME:"));
  icalcomponent_free (calendar);
}

/* Each name stands for the same thing in a later file, and the later file wins. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GHashTable) before = NULL;
  g_autoptr(GHashTable) after = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GPtrArray) runs = NULL;
  g_autoptr(KoyomiEdit) edit = NULL;
  GError *error = NULL;
  icalcomponent *calendar;
  GHashTableIter iter;
  gpointer key;
  int sequence;

  add_activity (fixture, "月例", "every=month day=3", 1);
  text = export (fixture);
  calendar = parse (text);
  before = read_days (calendar);
  sequence = icalcomponent_get_sequence (icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT));
  icalcomponent_free (calendar);
  g_clear_pointer (&text, g_free);

  runs = koyomi_session_list (fixture->session, KOYOMI_TABLE_OCCURRENCE, 0, 0, KOYOMI_LANGUAGE_JA, &error);
  edit = koyomi_session_begin_edit (fixture->session, &error);
  for (guint i = 0; i < runs->len; i += 2)
    {
      KoyomiRecord *run = g_ptr_array_index (runs, i);
      guint32 day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY);

      if (i % 4 == 0)
        koyomi_occurrence_set_status (run, KOYOMI_STATUS_DONE, day, NULL, &error);
      else
        koyomi_occurrence_move (run, day + 1, day + 2, &error);
      koyomi_edit_update (edit, run, &error);
      g_assert_no_error (error);
    }
  koyomi_edit_commit (edit, "Do and move", &error);
  g_assert_no_error (error);

  text = export (fixture);
  calendar = parse (text);
  after = read_days (calendar);
  assert_days (fixture, after);
  g_assert_cmpint (icalcomponent_get_sequence (icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT)), >, sequence);
  icalcomponent_free (calendar);

  g_assert_cmpuint (g_hash_table_size (after), ==, g_hash_table_size (before));
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_assert_true (g_hash_table_contains (after, key));
}

static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  gboolean found = FALSE;
  icalcomponent *calendar;

  add_activity (fixture, hard_title, "every=month day=3", 1);
  text = export (fixture);
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strchr (lines[i], '\n'));
    }

  calendar = parse (text);
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    found = found || g_str_has_prefix (icalcomponent_get_summary (event), hard_title);
  g_assert_true (found);
  icalcomponent_free (calendar);
}

/* A program that has read the whole year keeps the other days of a series. */
static void
test_part (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(KoyomiCalendarFilter) filter = koyomi_calendar_filter_parse ("search=隔週の確認");
  KoyomiExportOptions november = whole;
  g_autofree char *text = NULL;
  icalcomponent *calendar;

  add_activity (fixture, "隔週の確認", "every=2weeks on=tue,thu", 1);
  november.filter = filter;
  november.first_day = koyomi_day_new (2026, 11, 1);
  november.last_day = koyomi_day_new (2026, 11, 30);
  text = export_part (fixture, &november);
  calendar = parse (text);

  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 4);
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    {
      g_assert_true (g_str_has_prefix (icalcomponent_get_uid (event), "activity-"));
      g_assert_null (icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY));
      g_assert_cmpint (icalcomponent_get_recurrenceid (event).month, ==, 11);
    }
  icalcomponent_free (calendar);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add ("/report/ics/empty-plan-is-a-calendar-all-the-same", Fixture, GINT_TO_POINTER (KOYOMI_TEMPLATE_EMPTY), set_up, test_empty, tear_down);
  g_test_add ("/report/ics/days-are-those-of-the-runs", Fixture, GINT_TO_POINTER (KOYOMI_TEMPLATE_SAMPLE), set_up, test_days, tear_down);
  g_test_add ("/report/ics/names-stay-when-runs-change", Fixture, GINT_TO_POINTER (KOYOMI_TEMPLATE_CRIC), set_up, test_names, tear_down);
  g_test_add ("/report/ics/part-of-a-series-leaves-its-other-days", Fixture, GINT_TO_POINTER (KOYOMI_TEMPLATE_CRIC), set_up, test_part, tear_down);
  g_test_add ("/report/ics/texts-are-escaped-and-folded", Fixture, GINT_TO_POINTER (KOYOMI_TEMPLATE_CRIC), set_up, test_texts, tear_down);

  status = g_test_run ();
  icaltimezone_free_builtin_timezones ();
  icalmemory_free_ring ();

  return status;
}
