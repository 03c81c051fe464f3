#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <string.h>

static const KoyomiFiscalYear year = { 2026, 4 };

typedef struct
{
  KoyomiSession  *session;
  KoyomiCalendar *calendar;
} Fixture;

static void
load (Fixture *self)
{
  g_autoptr(GError) error = NULL;

  g_clear_object (&self->calendar);
  self->calendar = koyomi_session_load_calendar (self->session, year, KOYOMI_LANGUAGE_EN, TRUE, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  self->session = koyomi_test_plan_start (KOYOMI_TEMPLATE_SAMPLE, KOYOMI_LANGUAGE_JA);
  load (self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->calendar);
  g_assert_finalize_object (self->session);
}

static const KoyomiBand *
find_band (Fixture *self,
           gint64   duty)
{
  for (guint i = 0; i < self->calendar->rows->len; i++)
    {
      KoyomiCalendarRow *row = g_ptr_array_index (self->calendar->rows, i);

      for (guint j = 0; j < row->bands->len; j++)
        if (g_array_index (row->bands, KoyomiBand, j).duty_id == duty)
          return &g_array_index (row->bands, KoyomiBand, j);
    }

  return NULL;
}

static void
test_bands (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) duties = koyomi_session_list (self->session, KOYOMI_TABLE_DUTY, 0, 0, KOYOMI_LANGUAGE_EN, NULL);
  g_autoptr(GPtrArray) attestations = koyomi_session_list (self->session, KOYOMI_TABLE_ATTESTATION, 0, 0, KOYOMI_LANGUAGE_EN, NULL);
  guint n_attested = 0;
  guint n_months = 0;

  for (guint i = 0; i < duties->len; i++)
    {
      KoyomiRecord *duty = g_ptr_array_index (duties, i);
      const KoyomiBand *band = find_band (self, koyomi_record_get_id (duty));

      g_assert_true ((koyomi_record_get_int (duty, KOYOMI_DUTY_KIND) == KOYOMI_DUTY_KIND_ROUTINE) == (band != NULL));
      g_assert_true (band == NULL || g_str_equal (band->title, koyomi_record_get_title (duty)));
      for (int month = 0; band != NULL && month < 12; month++)
        if (band->months[month].attestation_id != 0)
          n_months++;
        else
          g_assert_true (band->months[month].planned_days == 0 && band->months[month].done_days == 0);
    }

  for (guint i = 0; i < attestations->len; i++)
    {
      KoyomiRecord *attestation = g_ptr_array_index (attestations, i);
      int month = koyomi_fiscal_year_get_month_index (year, koyomi_record_get_day (attestation, KOYOMI_ATTESTATION_MONTH));
      const KoyomiBand *band = find_band (self, koyomi_record_get_int (attestation, KOYOMI_ATTESTATION_DUTY));

      if (month < 0)
        continue;

      n_attested++;
      g_assert_cmpint (band->months[month].attestation_id, ==, koyomi_record_get_id (attestation));
      g_assert_cmpint (band->months[month].planned_days, ==, koyomi_record_get_int (attestation, KOYOMI_ATTESTATION_PLANNED_DAYS));
      g_assert_cmpint (band->months[month].done_days, ==, koyomi_record_get_int (attestation, KOYOMI_ATTESTATION_DONE_DAYS));
    }

  g_assert_cmpuint (n_attested, >, 40);
  g_assert_cmpuint (n_months, ==, n_attested);
}

static void
attest (Fixture *self,
        gint64   duty,
        guint32  month,
        int      done_days)
{
  g_autoptr(KoyomiRecord) attestation = koyomi_record_new (KOYOMI_TABLE_ATTESTATION);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (self->session, &error);

  koyomi_record_set_int (attestation, KOYOMI_ATTESTATION_DUTY, duty);
  koyomi_record_set_int (attestation, KOYOMI_ATTESTATION_MONTH, month);
  koyomi_record_set_int (attestation, KOYOMI_ATTESTATION_PLANNED_DAYS, 20);
  koyomi_record_set_int (attestation, KOYOMI_ATTESTATION_DONE_DAYS, done_days);
  koyomi_edit_insert (edit, attestation, &error);
  g_assert_no_error (error);
  koyomi_edit_commit (edit, "Attest", &error);
  g_assert_no_error (error);
}

/* The first and the last month count, those beside them belong to other years; a month attested twice is what was said last. */
static void
test_months_of_the_year (Fixture       *self,
                         gconstpointer  data)
{
  KoyomiCalendarRow *row = NULL;
  const KoyomiBand *band;
  gint64 duty;

  for (guint i = 0; row == NULL; i++)
    if (((KoyomiCalendarRow *) g_ptr_array_index (self->calendar->rows, i))->bands->len > 0 &&
        g_array_index (((KoyomiCalendarRow *) g_ptr_array_index (self->calendar->rows, i))->bands, KoyomiBand, 0)
          .months[0].attestation_id == 0)
      row = g_ptr_array_index (self->calendar->rows, i);

  duty = g_array_index (row->bands, KoyomiBand, 0).duty_id;
  attest (self, duty, koyomi_day_new (2026, 3, 1), 1);
  attest (self, duty, koyomi_day_new (2026, 4, 1), 2);
  attest (self, duty, koyomi_day_new (2027, 3, 1), 3);
  attest (self, duty, koyomi_day_new (2027, 3, 1), 4);
  attest (self, duty, koyomi_day_new (2027, 4, 1), 5);
  load (self);

  band = find_band (self, duty);
  g_assert_cmpint (band->months[0].done_days, ==, 2);
  g_assert_cmpint (band->months[11].done_days, ==, 4);
  g_assert_cmpint (band->months[11].planned_days, ==, 20);
}

static void
give_team (Fixture *self,
           gint64   run,
           gint64   team)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (self->session, &error);
  g_autoptr(KoyomiRecord) record = koyomi_session_get (self->session, KOYOMI_TABLE_OCCURRENCE, run, KOYOMI_LANGUAGE_EN, &error);

  koyomi_record_set_int (record, KOYOMI_OCCURRENCE_TEAM, team);
  koyomi_edit_update (edit, record, &error);
  g_assert_no_error (error);
  koyomi_edit_commit (edit, "Hand over", &error);
  g_assert_no_error (error);
}

static void
test_teams_of_runs (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(GHashTable) activities = koyomi_session_index (self->session, KOYOMI_TABLE_ACTIVITY, KOYOMI_LANGUAGE_EN, NULL);
  gint64 handed_over = 0;
  gint64 last_team = koyomi_record_get_id (g_ptr_array_index (self->calendar->teams, self->calendar->teams->len - 1));
  guint n_with_team = 0;

  for (guint i = 0; i < self->calendar->rows->len; i++)
    {
      KoyomiCalendarRow *row = g_ptr_array_index (self->calendar->rows, i);

      for (guint j = 0; j < row->bars->len; j++)
        {
          const KoyomiBar *bar = &g_array_index (row->bars, KoyomiBar, j);
          KoyomiRecord *activity = g_hash_table_lookup (activities, &bar->activity_id);

          g_assert_cmpint (bar->team_id, ==, koyomi_record_get_int (activity, KOYOMI_ACTIVITY_TEAM));
          n_with_team += bar->team_id != 0;
          if (bar->team_id != last_team)
            handed_over = bar->occurrence_id;
        }
    }
  g_assert_cmpuint (n_with_team, >, 50);

  give_team (self, handed_over, last_team);
  load (self);
  for (guint i = 0; i < self->calendar->rows->len; i++)
    {
      KoyomiCalendarRow *row = g_ptr_array_index (self->calendar->rows, i);

      for (guint j = 0; j < row->bars->len; j++)
        if (g_array_index (row->bars, KoyomiBar, j).occurrence_id == handed_over)
          g_assert_cmpint (g_array_index (row->bars, KoyomiBar, j).team_id, ==, last_team);
    }
}

/* A row's teams are those whose names it shows, in the same order. */
static void
test_teams_of_functions (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr(GHashTable) teams = koyomi_session_index (self->session, KOYOMI_TABLE_TEAM, KOYOMI_LANGUAGE_EN, NULL);

  g_assert_cmpuint (self->calendar->teams->len, ==, g_hash_table_size (teams));
  for (guint i = 0; i < self->calendar->rows->len; i++)
    {
      KoyomiCalendarRow *row = g_ptr_array_index (self->calendar->rows, i);
      g_autoptr(GString) names = g_string_new ("");

      for (guint j = 0; j < row->team_ids->len; j++)
        g_string_append_printf (names, "%s%s", j > 0 ? ", " : "",
                                koyomi_record_get_title (g_hash_table_lookup (teams, &g_array_index (row->team_ids, gint64, j))));
      g_assert_cmpstr (names->str, ==, row->team);
      g_assert_cmpuint (row->team_ids->len, >, 0);
    }
}

static const KoyomiBar *
find_bar (Fixture *self,
          gint64   run)
{
  for (guint i = 0; i < self->calendar->rows->len; i++)
    {
      KoyomiCalendarRow *row = g_ptr_array_index (self->calendar->rows, i);

      for (guint j = 0; j < row->bars->len; j++)
        if (g_array_index (row->bars, KoyomiBar, j).occurrence_id == run)
          return &g_array_index (row->bars, KoyomiBar, j);
    }

  return NULL;
}

/* A run that has a name only in the language that is not the plan's own has it there, and still goes by its activity in the other. */
static void
test_titles (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) runs = koyomi_session_list (self->session, KOYOMI_TABLE_OCCURRENCE, 0, 0, KOYOMI_LANGUAGE_EN, NULL);
  KoyomiRecord *run = g_ptr_array_index (runs, 0);
  g_autoptr(KoyomiRecord) activity = koyomi_session_get (self->session, KOYOMI_TABLE_ACTIVITY,
                                                         koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY),
                                                         KOYOMI_LANGUAGE_JA, NULL);
  KoyomiEdit *edit = koyomi_session_begin_edit (self->session, NULL);
  g_autoptr(GError) error = NULL;

  koyomi_edit_translate (edit, KOYOMI_OCCURRENCE_TITLE, koyomi_record_get_id (run), "Named in English", &error);
  g_assert_no_error (error);
  koyomi_edit_commit (edit, "Name", &error);
  g_assert_no_error (error);
  koyomi_edit_free (edit);

  load (self);
  g_assert_cmpstr (find_bar (self, koyomi_record_get_id (run))->title, ==, "Named in English");
  g_clear_object (&self->calendar);
  self->calendar = koyomi_session_load_calendar (self->session, year, KOYOMI_LANGUAGE_JA, TRUE, NULL);
  g_assert_cmpstr (find_bar (self, koyomi_record_get_id (run))->title, ==, koyomi_record_get_title (activity));
}

static void
test_committees (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(GHashTable) meetings = koyomi_session_index (self->session, KOYOMI_TABLE_MEETING, KOYOMI_LANGUAGE_EN, NULL);
  g_autoptr(GHashTable) committees = koyomi_session_index (self->session, KOYOMI_TABLE_COMMITTEE, KOYOMI_LANGUAGE_EN, NULL);

  g_assert_cmpuint (self->calendar->milestones->len, >, 12);
  for (guint i = 0; i < self->calendar->milestones->len; i++)
    {
      const KoyomiMilestone *milestone = &g_array_index (self->calendar->milestones, KoyomiMilestone, i);
      KoyomiRecord *meeting = g_hash_table_lookup (meetings, &milestone->meeting_id);
      KoyomiRecord *committee = g_hash_table_lookup (committees, &milestone->committee_id);

      g_assert_cmpint (milestone->committee_id, ==, koyomi_record_get_int (meeting, KOYOMI_MEETING_COMMITTEE));
      g_assert_cmpstr (milestone->committee, ==, koyomi_record_get_title (committee));
    }
}

#define ADD(path, func) g_test_add ("/session/session-calendar/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  ADD ("routine-duties-are-bands", test_bands);
  ADD ("band-holds-the-months-of-its-year", test_months_of_the_year);
  ADD ("run-has-its-own-team-or-that-of-its-activity", test_teams_of_runs);
  ADD ("row-has-the-teams-that-it-names", test_teams_of_functions);
  ADD ("run-has-a-title-in-each-language", test_titles);
  ADD ("milestone-names-its-committee", test_committees);

  return koyomi_test_folder_finish (g_test_run ());
}
