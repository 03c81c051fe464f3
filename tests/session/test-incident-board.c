#include "koyomi-day.h"
#include "koyomi-incident-causes.h"
#include "koyomi-record-edit.h"
#include "koyomi-template.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"
#include "koyomi-text-fold.h"

#include <math.h>
#include <string.h>

typedef struct
{
  KoyomiSession *session;
  gint64         now;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *folder = koyomi_test_folder_make (data);
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);

  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  koyomi_test_plan_make (path, KOYOMI_TEMPLATE_SAMPLE, KOYOMI_LANGUAGE_JA);
  self->session = koyomi_test_plan_open (path);
  self->now = koyomi_day_get_start (koyomi_day_today ()) + 9 * G_GINT64_CONSTANT (3600000);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->session);
  koyomi_day_set_today (KOYOMI_DAY_NONE);
}

static KoyomiIncidentBoard *
load (Fixture        *self,
      KoyomiLanguage  language)
{
  g_autoptr(GError) error = NULL;
  KoyomiIncidentBoard *board = koyomi_session_load_incident_board (self->session, self->now, language, &error);

  g_assert_no_error (error);

  return board;
}

static KoyomiIncidentCard *
find (KoyomiIncidentBoard *board,
      const char          *number)
{
  for (guint i = 0; i < koyomi_incident_board_get_n_cards (board); i++)
    if (g_str_equal (koyomi_incident_board_get_card (board, i)->number, number))
      return koyomi_incident_board_get_card (board, i);

  g_assert_not_reached ();
}

static void
test_card (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(KoyomiIncidentBoard) board = load (self, KOYOMI_LANGUAGE_JA);
  g_autoptr(KoyomiIncidentBoard) english = load (self, KOYOMI_LANGUAGE_EN);
  KoyomiIncidentCard *card = find (board, "2026-011");

  g_assert_cmpuint (koyomi_incident_board_get_n_cards (board), ==, 14);
  g_assert_true (koyomi_incident_board_find (board, card->id) == card);
  g_assert_null (koyomi_incident_board_find (board, 1));
  g_assert_cmpstr (card->title, ==, "クラウドストレージの顧客情報が公開状態");
  g_assert_cmpint (card->kind, ==, KOYOMI_INCIDENT_KIND_INCIDENT);
  g_assert_cmpint (card->state, ==, KOYOMI_INCIDENT_STATE_CONTAINED);
  g_assert_cmpint (card->severity, ==, KOYOMI_SEVERITY_S2);
  g_assert_cmpstr (card->class, ==, "content");
  g_assert_cmpstr (card->tlp, ==, "AMBER+STRICT");
  g_assert_cmpstr (card->team, ==, "CSIRT");
  g_assert_cmpstr (card->lead, ==, "模擬 直子");
  g_assert_cmpuint (card->n_tasks, ==, 12);
  g_assert_cmpuint (card->n_done, ==, 7);
  g_assert_cmpuint (card->n_late, ==, 0);
  g_assert_cmpint (card->times.certainty[KOYOMI_INCIDENT_TIME_OCCURRED], ==, KOYOMI_CERTAINTY_ESTIMATED);
  g_assert_cmpint (card->since, ==, card->times.at[KOYOMI_INCIDENT_TIME_DETECTED]);
  g_assert_cmpstr (find (english, "2026-011")->lead, ==, "Naoko Mogi");
  g_assert_cmpstr (find (english, "2026-011")->clock, ==, "APPI: Final report");
}

static void
test_clock (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KoyomiIncidentBoard) board = load (self, KOYOMI_LANGUAGE_EN);
  KoyomiIncidentCard *card = find (board, "2026-011");

  /* Two are due, of which one has a time, and one is not judged. */
  g_assert_cmpuint (card->n_clocks, ==, 3);
  g_assert_cmpuint (card->n_unjudged, ==, 1);
  g_assert_cmpint (koyomi_time_get_day (card->clock_due), ==, koyomi_day_today () + 17);
  g_assert_false (card->clock_late);

  g_assert_cmpuint (find (board, "2026-012")->n_unjudged, ==, 1);
  g_assert_cmpint (find (board, "2026-012")->clock_id, ==, 0);

  self->now += 18 * G_GINT64_CONSTANT (86400000);
  g_clear_pointer (&board, koyomi_incident_board_free);
  board = load (self, KOYOMI_LANGUAGE_EN);
  g_assert_true (find (board, "2026-011")->clock_late);
}

static void
test_order (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KoyomiIncidentBoard) board = load (self, KOYOMI_LANGUAGE_JA);

  for (guint i = 1; i < koyomi_incident_board_get_n_cards (board); i++)
    {
      KoyomiIncidentCard *card = koyomi_incident_board_get_card (board, i);
      KoyomiIncidentCard *before = koyomi_incident_board_get_card (board, i - 1);

      g_assert_cmpint (koyomi_incident_card_compare (before, card), <, 0);
      g_assert_cmpint (before->severity, <=, card->severity);
    }
}

static void
test_search (Fixture       *self,
             gconstpointer  data)
{
  static const struct
  {
    const char *query;
    guint       n;
  } cases[] = {
    { "VPN", 1 }, { "ｖｐｎ", 1 }, { "2026-0", 14 }, { "模擬", 4 }, { "マルウェア 経理", 1 }, { "可用性", 1 }, { "どこにもない", 0 },
  };

  g_autoptr(KoyomiIncidentBoard) board = load (self, KOYOMI_LANGUAGE_JA);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *query = koyomi_text_fold (cases[i].query);
      guint n = 0;

      for (guint j = 0; j < koyomi_incident_board_get_n_cards (board); j++)
        n += koyomi_incident_board_matches (board, koyomi_incident_board_get_card (board, j), query, KOYOMI_LANGUAGE_JA);

      g_test_message ("%s", cases[i].query);
      g_assert_cmpuint (n, ==, cases[i].n);
    }
}

/* Each incident of the year that counts is in one class, the most frequent first, and in one month of one severity. */
static void
test_causes (Fixture       *self,
             gconstpointer  data)
{
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (self->session, koyomi_day_today ());
  g_autoptr(KoyomiIncidentBoard) board = load (self, KOYOMI_LANGUAGE_EN);
  g_autoptr(GPtrArray) cards = koyomi_incident_board_list_days (board, koyomi_fiscal_year_get_first_day (year), koyomi_day_today ());
  g_autoptr(GPtrArray) causes = koyomi_incident_causes_new (cards);
  guint n = 0;

  g_assert_cmpuint (cards->len, >, 5);
  for (guint i = 0; i < cards->len; i++)
    g_assert_true (koyomi_incident_card_counts (g_ptr_array_index (cards, i)));
  for (guint i = 0; i < causes->len; i++)
    {
      const KoyomiIncidentCause *cause = g_ptr_array_index (causes, i);

      for (guint j = 0; j < cause->cards->len; j++)
        g_assert_cmpstr (((KoyomiIncidentCard *) g_ptr_array_index (cause->cards, j))->class, ==, cause->class);
      if (i > 0)
        g_assert_cmpuint (cause->cards->len, <=, ((KoyomiIncidentCause *) g_ptr_array_index (causes, i - 1))->cards->len);
      n += cause->cards->len;
    }
  g_assert_cmpuint (n, ==, cards->len);

  n = 0;
  for (guint i = 0; i < 12 * KOYOMI_N_SEVERITIES; i++)
    {
      guint32 first_day = koyomi_fiscal_year_get_month_first (year, i % 12);
      g_autoptr(GPtrArray) counted = koyomi_incident_cards_list_severity (cards, i / 12, first_day, koyomi_day_add_months (first_day, 1) - 1);

      n += counted->len;
    }
  g_assert_cmpuint (n, ==, cards->len);
}

/* The first and the last day are counted in; a drill and a false alarm never are. */
static void
test_days (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(KoyomiIncidentBoard) board = load (self, KOYOMI_LANGUAGE_EN);

  for (guint i = 0; i < koyomi_incident_board_get_n_cards (board); i++)
    {
      KoyomiIncidentCard *card = koyomi_incident_board_get_card (board, i);
      guint32 day = koyomi_time_get_day (card->since);
      gboolean counts = card->kind == KOYOMI_INCIDENT_KIND_INCIDENT && card->state != KOYOMI_INCIDENT_STATE_FALSE_ALARM &&
                        card->state != KOYOMI_INCIDENT_STATE_MERGED;
      g_autoptr(GPtrArray) on_day = koyomi_incident_board_list_days (board, day, day);
      g_autoptr(GPtrArray) after = koyomi_incident_board_list_days (board, day + 1, G_MAXUINT32);

      g_assert_cmpint (g_ptr_array_find (on_day, card, NULL), ==, counts);
      g_assert_false (g_ptr_array_find (after, card, NULL));
    }
  g_assert_cmpstr (koyomi_incident_cause_get_label ("", KOYOMI_LANGUAGE_EN), ==, "Without a class");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add ("/session/incident-board/card-says-what-stands-in-the-plan", Fixture, "card", set_up, test_card, tear_down);
  g_test_add ("/session/incident-board/next-report-is-on-the-card", Fixture, "clock", set_up, test_clock, tear_down);
  g_test_add ("/session/incident-board/cards-are-in-the-order-of-attention", Fixture, "order", set_up, test_order, tear_down);
  g_test_add ("/session/incident-board/search-looks-through-the-card", Fixture, "search", set_up, test_search, tear_down);
  g_test_add ("/session/incident-board/each-incident-has-one-cause", Fixture, "causes", set_up, test_causes, tear_down);
  g_test_add ("/session/incident-board/both-days-are-counted-in", Fixture, "days", set_up, test_days, tear_down);

  return koyomi_test_folder_finish (g_test_run ());
}
