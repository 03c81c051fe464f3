/* Loading the incident board, searching it and moving a card of it: in a plan with 5,000 incidents, 60,000 entries in their timelines,
 * 50,000 tasks and 10,000 reports, of which some 200 are due, in the plan's language and in the other one. */

#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-incident-board.h"
#include "koyomi-incident-edit.h"
#include "koyomi-quarter-incidents.h"
#include "koyomi-template.h"
#include "koyomi-test-folder.h"
#include "koyomi-text-fold.h"

#define N_ROUNDS 20
#define N_INCIDENTS 5000
#define N_EVENTS 12
#define N_TASKS 10
#define N_REPORTS 2
#define N_DUE 100
#define HOUR G_GINT64_CONSTANT (3600000)

static KoyomiSession *
make_plan (void)
{
  KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_SAMPLE, .language = KOYOMI_LANGUAGE_JA };
  g_autofree char *folder = koyomi_test_folder_make ("incidents");
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);
  g_autoptr(GError) error = NULL;
  KoyomiSession *session;

  if (!koyomi_plan_create (path, &options, NULL, NULL, NULL, &error) ||
      (session = koyomi_session_open (path, FALSE, NULL, &error)) == NULL)
    g_error ("%s", error->message);

  return session;
}

static void
insert (KoyomiEdit   *edit,
        KoyomiRecord *record)
{
  g_autoptr(GError) error = NULL;

  if (!koyomi_edit_insert (edit, record, &error))
    g_error ("%s", error->message);
}

/* As a row of the sample, some hours earlier. */
static gint64
add_incident (KoyomiEdit *edit,
              GPtrArray  *teams,
              guint       i,
              gint64      now)
{
  g_autoptr(KoyomiRecord) incident = koyomi_record_new (KOYOMI_TABLE_INCIDENT);
  g_autofree char *title = g_strdup_printf ("不審なメールの添付を開いた事案 %u", i);
  gint64 at = now - (N_INCIDENTS - i) * HOUR;

  koyomi_record_take_text (incident, KOYOMI_INCIDENT_NUMBER, koyomi_incident_number_format (2026, 100 + i));
  koyomi_record_set_text (incident, KOYOMI_INCIDENT_TITLE, title);
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_KIND, i % 4);
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_STATE, i % 9);
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_SEVERITY, i % 5);
  koyomi_record_set_text (incident, KOYOMI_INCIDENT_CLASS, i % 2 ? "malware" : "content");
  koyomi_record_set_text (incident, KOYOMI_INCIDENT_TLP, "AMBER");
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_TEAM, koyomi_record_get_id (g_ptr_array_index (teams, i % teams->len)));
  koyomi_record_set_text (incident, KOYOMI_INCIDENT_LEAD, "例題 歩");
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_OCCURRED_AT, at - HOUR);
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_DETECTED_AT, at);
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_ACKNOWLEDGED_AT, at);
  insert (edit, incident);
  if (!koyomi_edit_translate (edit, KOYOMI_INCIDENT_TITLE, koyomi_record_get_id (incident), "An attachment was opened", NULL))
    g_error ("no translation was added");

  return koyomi_record_get_id (incident);
}

static void
add_parts (KoyomiEdit *edit,
           GPtrArray  *clocks,
           gint64      incident,
           guint       index,
           gint64      now)
{
  for (guint i = 0; i < N_EVENTS; i++)
    {
      g_autoptr(KoyomiRecord) event = koyomi_record_new (KOYOMI_TABLE_INCIDENT_EVENT);

      koyomi_record_set_int (event, KOYOMI_INCIDENT_EVENT_INCIDENT, incident);
      koyomi_record_set_int (event, KOYOMI_INCIDENT_EVENT_AT, now - i);
      koyomi_record_set_text (event, KOYOMI_INCIDENT_EVENT_TEXT, "端末を隔離した");
      insert (edit, event);
    }

  for (guint i = 0; i < N_TASKS; i++)
    {
      g_autoptr(KoyomiRecord) task = koyomi_record_new (KOYOMI_TABLE_INCIDENT_TASK);

      koyomi_record_set_int (task, KOYOMI_INCIDENT_TASK_INCIDENT, incident);
      koyomi_record_set_text (task, KOYOMI_INCIDENT_TASK_TITLE, "証拠の保全");
      koyomi_record_set_int (task, KOYOMI_INCIDENT_TASK_POSITION, i);
      koyomi_record_set_int (task, i % 2 ? KOYOMI_INCIDENT_TASK_DONE_AT : KOYOMI_INCIDENT_TASK_DUE_AT, now);
      insert (edit, task);
    }

  for (guint i = 0; i < N_REPORTS; i++)
    {
      g_autoptr(KoyomiRecord) report = koyomi_record_new (KOYOMI_TABLE_INCIDENT_REPORT);

      koyomi_record_set_int (report, KOYOMI_INCIDENT_REPORT_INCIDENT, incident);
      koyomi_record_set_int (report, KOYOMI_INCIDENT_REPORT_CLOCK, koyomi_record_get_id (g_ptr_array_index (clocks, i * 2)));
      koyomi_record_set_int (report, KOYOMI_INCIDENT_REPORT_STATE,
                             index + N_DUE >= N_INCIDENTS ? KOYOMI_REPORT_STATE_DUE : KOYOMI_REPORT_STATE_FILED);
      koyomi_record_set_int (report, KOYOMI_INCIDENT_REPORT_FILED_AT, index + N_DUE >= N_INCIDENTS ? 0 : now - HOUR);
      insert (edit, report);
    }
}

static void
fill (KoyomiSession *session,
      gint64         now)
{
  g_autoptr(GPtrArray) teams = koyomi_session_list (session, KOYOMI_TABLE_TEAM, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  g_autoptr(GPtrArray) clocks = koyomi_session_list (session, KOYOMI_TABLE_CLOCK, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, NULL);

  for (guint i = 0; i < N_INCIDENTS; i++)
    add_parts (edit, clocks, add_incident (edit, teams, i, now), i, now);

  if (!koyomi_edit_commit (edit, "インシデント", NULL))
    g_error ("the edit failed");
}

static guint
search (KoyomiIncidentBoard *board,
        const char          *text,
        KoyomiLanguage       language)
{
  g_autofree char *query = koyomi_text_fold (text);
  guint n_found = 0;

  for (guint i = 0; i < koyomi_incident_board_get_n_cards (board); i++)
    n_found += koyomi_incident_board_matches (board, koyomi_incident_board_get_card (board, i), query, language);

  return n_found;
}

static void
measure (KoyomiSession  *session,
         gint64          now,
         KoyomiLanguage  language)
{
  gint64 least = G_MAXINT64, least_first = G_MAXINT64, least_search = G_MAXINT64, least_move = G_MAXINT64, least_quarter = G_MAXINT64;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr(KoyomiIncidentBoard) board = koyomi_session_load_incident_board (session, now, language, NULL);
      g_autoptr(KoyomiQuarterIncidents) quarter = NULL;
      g_autoptr(GError) error = NULL;
      gint64 loaded = g_get_monotonic_time ();
      gint64 searched;

      least = MIN (least, loaded - start);
      search (board, "例題", language);
      searched = g_get_monotonic_time ();
      least_first = MIN (least_first, searched - loaded);
      search (board, "添付 例題", language);
      least_search = MIN (least_search, g_get_monotonic_time () - searched);

      start = g_get_monotonic_time ();
      quarter = koyomi_incident_board_count_quarter (board, koyomi_session_get_fiscal_year (session, koyomi_time_get_day (now)), 3, 0);
      least_quarter = MIN (least_quarter, g_get_monotonic_time () - start);

      start = g_get_monotonic_time ();
      for (guint j = 0; j < koyomi_incident_board_get_n_cards (board); j++)
        if (koyomi_incident_card_is_open (koyomi_incident_board_get_card (board, j)))
          {
            KoyomiIncidentCard *card = koyomi_incident_board_get_card (board, j);
            KoyomiIncidentState state = card->state == KOYOMI_INCIDENT_STATE_REVIEW ? KOYOMI_INCIDENT_STATE_RECOVERED
                                                                                   : KOYOMI_INCIDENT_STATE_REVIEW;

            if (!koyomi_incident_move (session, card->id, state, NULL, now, now, language, &error))
              g_error ("%s", error->message);
            break;
          }
      least_move = MIN (least_move, g_get_monotonic_time () - start);
    }

  g_print ("%s: %d incidents: load %.2f ms, first search %.2f ms, next %.2f ms, quarter %.2f ms, move %.2f ms\n",
           koyomi_language_get_code (language), (int) koyomi_session_count (session, KOYOMI_TABLE_INCIDENT, NULL), least / 1000.0,
           least_first / 1000.0, least_search / 1000.0, least_quarter / 1000.0, least_move / 1000.0);
}

int
main (void)
{
  gint64 now = koyomi_day_get_start (koyomi_day_new (2026, 11, 22)) + 9 * HOUR;
  g_autoptr(KoyomiSession) session = NULL;

  koyomi_test_folder_start ();
  session = make_plan ();
  fill (session, now);
  measure (session, now, KOYOMI_LANGUAGE_JA);
  measure (session, now, KOYOMI_LANGUAGE_EN);
  g_clear_object (&session);

  return koyomi_test_folder_finish (0);
}
