#include "koyomi-board-tiles.h"
#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-model-error.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#define EN KOYOMI_LANGUAGE_EN

static KoyomiSession *
open_plan (const char     *name,
           KoyomiTemplate  template)
{
  g_autofree char *folder = koyomi_test_folder_make (name);
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);

  koyomi_test_plan_make (path, template, EN);

  return koyomi_test_plan_open (path);
}

static void
assert_tiles (KoyomiSession *session,
              const GArray  *expected)
{
  g_autoptr(GArray) tiles = koyomi_session_list_board_tiles (session, NULL);

  g_assert_cmpuint (tiles->len, ==, expected->len);
  for (guint i = 0; i < tiles->len; i++)
    g_assert_cmpint (g_array_index (tiles, gint64, i), ==, g_array_index (expected, gint64, i));
}

/* Chosen, put into another order and emptied: one edit each, which is taken back whole. */
static void
test_set (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("set", KOYOMI_TEMPLATE_EMPTY);
  g_autoptr(GArray) proposed = koyomi_session_propose_board_tiles (session, koyomi_day_today (), NULL);
  g_autoptr(GArray) turned = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;
  gint64 first;

  g_assert_cmpuint (proposed->len, >, 3);
  g_assert_cmpuint (proposed->len, <=, KOYOMI_MOST_BOARD_TILES);
  assert_tiles (session, none);
  g_assert_true (koyomi_session_set_board_tiles (session, proposed, EN, &error));
  assert_tiles (session, proposed);

  for (guint i = proposed->len; i > 0; i--)
    g_array_append_val (turned, g_array_index (proposed, gint64, i - 1));
  g_assert_true (koyomi_session_set_board_tiles (session, turned, EN, &error));
  assert_tiles (session, turned);
  first = koyomi_session_count (session, KOYOMI_TABLE_BOARD_TILE, NULL);
  g_assert_cmpint (first, ==, turned->len);

  g_assert_true (koyomi_session_undo (session, &error));
  assert_tiles (session, proposed);
  g_assert_true (koyomi_session_undo (session, &error));
  assert_tiles (session, none);
  g_assert_no_error (error);
}

/* What is the same is no edit. */
static void
test_same (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("same", KOYOMI_TEMPLATE_SAMPLE);
  g_autoptr(GArray) tiles = koyomi_session_list_board_tiles (session, NULL);
  g_autoptr(KoyomiEntry) before = koyomi_session_get_head (session, NULL);
  g_autoptr(KoyomiEntry) after = NULL;

  g_assert_cmpuint (tiles->len, >, 0);
  g_assert_true (koyomi_session_set_board_tiles (session, tiles, EN, NULL));
  after = koyomi_session_get_head (session, NULL);
  g_assert_cmpint (before->seq, ==, after->seq);
}

static void
test_most (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("most", KOYOMI_TEMPLATE_EMPTY);
  g_autoptr(GPtrArray) metrics = koyomi_session_list (session, KOYOMI_TABLE_METRIC, 0, 0, EN, NULL);
  g_autoptr(GArray) tiles = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i <= KOYOMI_MOST_BOARD_TILES; i++)
    {
      gint64 id = koyomi_record_get_id (g_ptr_array_index (metrics, i));

      g_array_append_val (tiles, id);
    }
  g_assert_false (koyomi_session_set_board_tiles (session, tiles, EN, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_array_set_size (tiles, KOYOMI_MOST_BOARD_TILES);
  g_assert_true (koyomi_session_set_board_tiles (session, tiles, EN, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));

  g_test_add_func ("/session/board-tiles/are-arranged-in-one-edit", test_set);
  g_test_add_func ("/session/board-tiles/what-is-the-same-is-no-edit", test_same);
  g_test_add_func ("/session/board-tiles/are-twelve-at-most", test_most);

  return koyomi_test_folder_finish (g_test_run ());
}
