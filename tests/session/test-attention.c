#include "koyomi-attention.h"
#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-record-edit.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

enum { LATE = 1, SOON = 2, MEETING = 4 };

typedef struct
{
  KoyomiSession *session;
  guint32        today;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->today = koyomi_day_new (2026, 11, 22);
  koyomi_day_set_today (self->today);
  self->session = koyomi_test_plan_start (KOYOMI_TEMPLATE_SAMPLE, KOYOMI_LANGUAGE_JA);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->session);
}

static KoyomiAttention *
load (Fixture        *self,
      KoyomiLanguage  language)
{
  g_autoptr(GError) error = NULL;
  KoyomiAttention *attention = koyomi_session_load_attention (self->session, language, &error);

  g_assert_no_error (error);

  return attention;
}

static const KoyomiAttentionItem *
find_item (GPtrArray *items,
           gint64     run)
{
  for (guint i = 0; i < items->len; i++)
    if (((KoyomiAttentionItem *) g_ptr_array_index (items, i))->occurrence_id == run)
      return g_ptr_array_index (items, i);

  return NULL;
}

static int
find_lists (KoyomiAttention *attention,
            gint64           run)
{
  return (find_item (attention->late, run) != NULL ? LATE : 0) | (find_item (attention->due_soon, run) != NULL ? SOON : 0) |
         (find_item (attention->before_committee, run) != NULL ? MEETING : 0);
}

static void
assert_sorted (GPtrArray *items)
{
  for (guint i = 1; i < items->len; i++)
    g_assert_cmpuint (((KoyomiAttentionItem *) g_ptr_array_index (items, i - 1))->last_day, <=,
                      ((KoyomiAttentionItem *) g_ptr_array_index (items, i))->last_day);
}

/* Deletes the meetings from today on, and puts one of the first committee on each of the days. */
static void
set_meetings (Fixture             *self,
              const int           *days,
              KoyomiMeetingStatus  status)
{
  g_autoptr(GPtrArray) meetings = koyomi_session_list (self->session, KOYOMI_TABLE_MEETING, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  g_autoptr(GPtrArray) committees = koyomi_session_list (self->session, KOYOMI_TABLE_COMMITTEE, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (self->session, &error);

  for (guint i = 0; i < meetings->len; i++)
    if (koyomi_record_get_day (g_ptr_array_index (meetings, i), KOYOMI_MEETING_DAY) >= self->today)
      koyomi_edit_delete (edit, KOYOMI_TABLE_MEETING, koyomi_record_get_id (g_ptr_array_index (meetings, i)), NULL);

  for (; *days >= 0; days++)
    {
      g_autoptr(KoyomiRecord) meeting = koyomi_record_new (KOYOMI_TABLE_MEETING);

      koyomi_record_set_int (meeting, KOYOMI_MEETING_COMMITTEE, koyomi_record_get_id (g_ptr_array_index (committees, 0)));
      koyomi_record_set_int (meeting, KOYOMI_MEETING_DAY, self->today + *days);
      koyomi_record_set_int (meeting, KOYOMI_MEETING_STATUS, status);
      koyomi_edit_insert (edit, meeting, &error);
      g_assert_no_error (error);
    }
  koyomi_edit_commit (edit, "Meetings", &error);
  g_assert_no_error (error);
}

static gint64
add_run (KoyomiEdit   *edit,
         KoyomiRecord *activity,
         guint32       last_day,
         KoyomiStatus  status)
{
  g_autoptr(KoyomiRecord) run = koyomi_record_new (KOYOMI_TABLE_OCCURRENCE);
  static const int fields[] = { KOYOMI_OCCURRENCE_SLOT_DAY, KOYOMI_OCCURRENCE_FIRST_DAY, KOYOMI_OCCURRENCE_ORIGINAL_FIRST };
  g_autoptr(GError) error = NULL;

  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ACTIVITY, koyomi_record_get_id (activity));
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FUNCTION, koyomi_record_get_int (activity, KOYOMI_ACTIVITY_FUNCTION));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    koyomi_record_set_int (run, fields[i], last_day - 2);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_LAST_DAY, last_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_LAST, last_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_STATUS, status);
  koyomi_edit_insert (edit, run, &error);
  g_assert_no_error (error);

  return koyomi_record_get_id (run);
}

static void
test_lists (Fixture       *self,
            gconstpointer  data)
{
  static const int meetings[] = { 20, 40, -1 };
  static const struct
  {
    int          last_day;   /* from today */
    KoyomiStatus status;
    int          lists;
    KoyomiState  state;
  } cases[] = {
    { -1000, KOYOMI_STATUS_PLANNED, LATE, KOYOMI_STATE_LATE },
    { -1000, KOYOMI_STATUS_DONE, 0 },
    { -1, KOYOMI_STATUS_PLANNED, LATE, KOYOMI_STATE_LATE },
    { -1, KOYOMI_STATUS_DOING, LATE, KOYOMI_STATE_LATE },
    { -1, KOYOMI_STATUS_SKIPPED, 0 },
    { -1, KOYOMI_STATUS_MISSED, 0 },
    { 0, KOYOMI_STATUS_PLANNED, SOON | MEETING, KOYOMI_STATE_DUE_SOON },
    { 0, KOYOMI_STATUS_DOING, SOON | MEETING, KOYOMI_STATE_DOING },
    { 0, KOYOMI_STATUS_DONE, 0 },
    { 14, KOYOMI_STATUS_PLANNED, SOON | MEETING, KOYOMI_STATE_DUE_SOON },
    { 15, KOYOMI_STATUS_PLANNED, MEETING, KOYOMI_STATE_PLANNED },
    { 20, KOYOMI_STATUS_DOING, MEETING, KOYOMI_STATE_DOING },
    { 21, KOYOMI_STATUS_PLANNED, 0 },
    { 1000, KOYOMI_STATUS_PLANNED, 0 },
  };
  g_autoptr(GPtrArray) activities = koyomi_session_list (self->session, KOYOMI_TABLE_ACTIVITY, 0, 0, KOYOMI_LANGUAGE_EN, NULL);
  KoyomiRecord *activity = g_ptr_array_index (activities, 0);
  g_autoptr(KoyomiAttention) attention = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiEdit *edit;
  gint64 runs[G_N_ELEMENTS (cases)];

  set_meetings (self, meetings, KOYOMI_MEETING_STATUS_PLANNED);
  edit = koyomi_session_begin_edit (self->session, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    runs[i] = add_run (edit, activity, self->today + cases[i].last_day, cases[i].status);
  koyomi_edit_commit (edit, "Runs", &error);
  g_assert_no_error (error);
  koyomi_edit_free (edit);

  attention = load (self, KOYOMI_LANGUAGE_EN);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KoyomiAttentionItem *item = find_item (attention->items, runs[i]);

      g_test_message ("%d", cases[i].last_day);
      g_assert_cmpint (find_lists (attention, runs[i]), ==, cases[i].lists);
      if (cases[i].lists != 0)
        {
          g_assert_cmpuint (item->last_day, ==, self->today + cases[i].last_day);
          g_assert_cmpuint (item->first_day, ==, item->last_day - 2);
          g_assert_cmpint (item->state, ==, cases[i].state);
          g_assert_cmpstr (item->title, ==, koyomi_record_get_title (activity));
        }
    }

  assert_sorted (attention->late);
  assert_sorted (attention->due_soon);
  assert_sorted (attention->before_committee);
}

/* Runs of an activity without a team are for whoever does the function. */
static void
take_teams_away (Fixture *self)
{
  g_autoptr(GPtrArray) activities = koyomi_session_list (self->session, KOYOMI_TABLE_ACTIVITY, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (self->session, NULL);

  for (guint i = 0; i < activities->len; i += 2)
    {
      koyomi_record_set_int (g_ptr_array_index (activities, i), KOYOMI_ACTIVITY_TEAM, 0);
      koyomi_edit_update (edit, g_ptr_array_index (activities, i), &error);
      g_assert_no_error (error);
    }
  koyomi_edit_commit (edit, "Teams", &error);
  g_assert_no_error (error);
}

/* The lists hold all runs of the sample that the calendar shows so, with the same words. */
static void
test_agrees_with_the_calendar (Fixture       *self,
                               gconstpointer  data)
{
  guint n_without_team = 0;

  take_teams_away (self);
  for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
    {
      g_autoptr(KoyomiAttention) attention = load (self, language);
      g_autoptr(KoyomiCalendar) calendar = koyomi_session_load_calendar (self->session, (KoyomiFiscalYear) { 2026, 4 }, language,
                                                                         TRUE, NULL);

      g_assert_cmpuint (attention->late->len, ==, calendar->counts[KOYOMI_STATE_LATE]);
      g_assert_cmpuint (attention->late->len, >, 0);
      g_assert_cmpuint (attention->due_soon->len, >=, calendar->counts[KOYOMI_STATE_DUE_SOON]);
      for (guint i = 0; i < calendar->rows->len; i++)
        {
          KoyomiCalendarRow *row = g_ptr_array_index (calendar->rows, i);

          for (guint j = 0; j < row->bars->len; j++)
            {
              const KoyomiBar *bar = &g_array_index (row->bars, KoyomiBar, j);
              const KoyomiAttentionItem *item = find_item (attention->items, bar->occurrence_id);

              g_assert_true (item != NULL || (bar->state != KOYOMI_STATE_LATE && bar->state != KOYOMI_STATE_DUE_SOON));
              if (item == NULL)
                continue;

              g_assert_cmpint (item->state, ==, bar->state);
              g_assert_cmpstr (item->title, ==, bar->title);
              g_assert_cmpint (item->activity_id, ==, bar->activity_id);
              g_assert_cmpint (item->function_id, ==, koyomi_record_get_id (row->function));
              g_assert_cmpstr (item->function, ==, koyomi_record_get_title (row->function));
              g_assert_cmpstr (item->team, !=, "");
              if (bar->team_id != 0)
                continue;

              g_assert_cmpstr (item->team, ==, row->team);
              n_without_team++;
            }
        }
    }
  g_assert_cmpuint (n_without_team, >, 0);
}

static void
test_next_meeting (Fixture       *self,
                   gconstpointer  data)
{
  static const int two[] = { 9, 3, -1 };
  static const int today[] = { 0, 3, -1 };
  static const int none[] = { -1 };
  static const int one[] = { 3, -1 };
  static const struct
  {
    const int           *days;
    KoyomiMeetingStatus  status;
    int                  next;   /* -1 for none */
  } cases[] = {
    { two, KOYOMI_MEETING_STATUS_PLANNED, 3 },
    { today, KOYOMI_MEETING_STATUS_PLANNED, 0 },
    { none, KOYOMI_MEETING_STATUS_PLANNED, -1 },
    { one, KOYOMI_MEETING_STATUS_CANCELLED, -1 },
    { one, KOYOMI_MEETING_STATUS_HELD, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiAttention) attention = NULL;
      g_autoptr(GPtrArray) meetings = NULL;

      set_meetings (self, cases[i].days, cases[i].status);
      attention = load (self, KOYOMI_LANGUAGE_JA);
      meetings = koyomi_session_list_next_meetings (self->session, 0, KOYOMI_LANGUAGE_JA, NULL);
      g_test_message ("case %u", i);
      g_assert_true ((attention->next_meeting == NULL) == (cases[i].next < 0));
      g_assert_true ((meetings->len == 0) == (cases[i].next < 0));
      if (attention->next_meeting == NULL)
        {
          g_assert_cmpuint (attention->before_committee->len, ==, 0);
          continue;
        }

      g_assert_cmpuint (meetings->len, ==, 2);
      g_assert_cmpint (attention->next_meeting->days_left, ==, cases[i].next);
      g_assert_cmpuint (attention->next_meeting->day, ==, self->today + cases[i].next);
      g_assert_cmpstr (attention->next_meeting->title, ==, "リスクマネジメント委員会");
      g_assert_cmpstr (attention->next_meeting->committee, ==, "リスクマネジメント委員会");
    }
}

#define ADD(path, func) g_test_add ("/session/attention/" path, Fixture, NULL, set_up, func, tear_down)

/* Two of an incident in the sample; a drill has its clocks as practice alone. */
static void
test_clocks (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KoyomiAttention) before = load (self, KOYOMI_LANGUAGE_EN);
  g_autoptr(KoyomiAttention) after = NULL;
  g_autoptr(KoyomiRecord) incident = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiOpenClock *first;

  g_assert_cmpuint (before->clocks->len, ==, 2);
  first = g_ptr_array_index (before->clocks, 0);
  g_assert_cmpstr (koyomi_record_get_text (first->clock->clock, KOYOMI_CLOCK_STAGE), ==, "Final report");
  g_assert_cmpint (first->clock->state, ==, KOYOMI_CLOCK_STATE_DUE);

  incident = koyomi_session_get (self->session, KOYOMI_TABLE_INCIDENT, first->incident_id, KOYOMI_LANGUAGE_JA, &error);
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_KIND, KOYOMI_INCIDENT_KIND_DRILL);
  koyomi_session_save (self->session, incident, KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
  after = load (self, KOYOMI_LANGUAGE_EN);
  g_assert_cmpuint (after->clocks->len, ==, 0);
}

/* What the registers are dated for stands by itself, late ones with what comes until the lists of runs end. */
static void
test_deadlines (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(KoyomiAttention) attention = load (self, KOYOMI_LANGUAGE_JA);
  guint32 last_day = MAX (self->today + 14, attention->next_meeting->day);
  guint n_late = 0;

  for (guint i = 0; i < attention->deadlines->len; i++)
    {
      KoyomiDeadline *deadline = g_ptr_array_index (attention->deadlines, i);

      g_assert_cmpuint (deadline->day, <=, last_day);
      n_late += deadline->is_late;
    }
  g_assert_cmpuint (n_late, >=, 3);
  g_assert_cmpuint (attention->deadlines->len, >, n_late);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  ADD ("run-stands-in-its-lists", test_lists);
  ADD ("lists-agree-with-the-calendar", test_agrees_with_the_calendar);
  ADD ("next-meeting-is-the-first-planned-one", test_next_meeting);
  ADD ("reports-are-those-of-incidents-and-not-of-drills", test_clocks);
  g_test_add ("/session/attention/days-of-registers", Fixture, NULL, set_up, test_deadlines, tear_down);

  return koyomi_test_folder_finish (g_test_run ());
}
