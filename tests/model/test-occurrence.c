#include "koyomi-day.h"
#include "koyomi-model-error.h"
#include "koyomi-occurrence.h"

#include <string.h>

#define FIRST 20
#define LAST 30

/* Days are counted from here, so that the table below is easy to read. */
static guint32
day (int offset)
{
  return offset == 0 ? KOYOMI_DAY_NONE : koyomi_day_new (2026, 6, 1) + offset;
}

static KoyomiRecord *
make_run (KoyomiStatus status,
          int          actual_last)
{
  KoyomiRecord *run = koyomi_record_new (KOYOMI_TABLE_OCCURRENCE);

  koyomi_record_set_text (run, KOYOMI_OCCURRENCE_TITLE, "内部監査");
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FIRST_DAY, day (FIRST));
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_LAST_DAY, day (LAST));
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_FIRST, day (FIRST));
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_LAST, day (LAST));
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_STATUS, status);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ACTUAL_LAST, day (actual_last));

  return run;
}

static void
test_state (void)
{
  static const struct
  {
    KoyomiStatus status;
    int          actual_last;
    int          today;
    KoyomiState  state;
  } cases[] = {
    { KOYOMI_STATUS_PLANNED, 0, 1, KOYOMI_STATE_PLANNED },
    { KOYOMI_STATUS_PLANNED, 0, LAST - 15, KOYOMI_STATE_PLANNED },
    { KOYOMI_STATUS_PLANNED, 0, LAST - 14, KOYOMI_STATE_DUE_SOON },
    { KOYOMI_STATUS_PLANNED, 0, LAST, KOYOMI_STATE_DUE_SOON },
    { KOYOMI_STATUS_PLANNED, 0, LAST + 1, KOYOMI_STATE_LATE },
    { KOYOMI_STATUS_PLANNED, 0, LAST + 400, KOYOMI_STATE_LATE },
    { KOYOMI_STATUS_DOING, 0, LAST - 15, KOYOMI_STATE_DOING },
    { KOYOMI_STATUS_DOING, 0, LAST - 14, KOYOMI_STATE_DOING },
    { KOYOMI_STATUS_DOING, 0, LAST, KOYOMI_STATE_DOING },
    { KOYOMI_STATUS_DOING, 0, LAST + 1, KOYOMI_STATE_LATE },
    { KOYOMI_STATUS_DONE, LAST - 1, 1, KOYOMI_STATE_DONE },
    { KOYOMI_STATUS_DONE, LAST, LAST + 100, KOYOMI_STATE_DONE },
    { KOYOMI_STATUS_DONE, LAST + 1, LAST + 100, KOYOMI_STATE_DONE_LATE },
    { KOYOMI_STATUS_DONE, 0, LAST + 100, KOYOMI_STATE_DONE },
    { KOYOMI_STATUS_SKIPPED, 0, 1, KOYOMI_STATE_SKIPPED },
    { KOYOMI_STATUS_SKIPPED, 0, LAST + 1, KOYOMI_STATE_SKIPPED },
    { KOYOMI_STATUS_MISSED, 0, LAST, KOYOMI_STATE_MISSED },
    { KOYOMI_STATUS_MISSED, 0, LAST + 1, KOYOMI_STATE_MISSED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiRecord) run = make_run (cases[i].status, cases[i].actual_last);

      g_test_message ("case %u", i);
      g_assert_cmpint (koyomi_occurrence_get_state (run, day (cases[i].today)), ==, cases[i].state);
    }
}

static void
test_priority (void)
{
  static const KoyomiState order[] = {
    KOYOMI_STATE_LATE, KOYOMI_STATE_MISSED, KOYOMI_STATE_DUE_SOON, KOYOMI_STATE_DOING,
    KOYOMI_STATE_PLANNED, KOYOMI_STATE_DONE_LATE, KOYOMI_STATE_DONE, KOYOMI_STATE_SKIPPED,
  };

  g_assert_cmpuint (G_N_ELEMENTS (order), ==, KOYOMI_N_STATES);
  for (guint i = 1; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpint (koyomi_state_get_priority (order[i - 1]), >, koyomi_state_get_priority (order[i]));
}

/* CP932 is what the Japanese fonts of an office surely cover. */
static void
test_words (void)
{
  for (int i = 0; i < KOYOMI_N_STATES; i++)
    {
      const char *glyph = koyomi_state_get_glyph (i);
      g_autofree char *bytes = g_convert (glyph, -1, "CP932", "UTF-8", NULL, NULL, NULL);

      g_assert_nonnull (bytes);
      g_assert_cmpint (g_utf8_strlen (glyph, -1), ==, 1);
      g_assert_cmpstr (koyomi_state_get_label (i, KOYOMI_LANGUAGE_JA), !=, koyomi_state_get_label (i, KOYOMI_LANGUAGE_EN));

      for (int j = 0; j < i; j++)
        {
          g_assert_cmpstr (glyph, !=, koyomi_state_get_glyph (j));
          g_assert_cmpstr (koyomi_state_get_nick (i), !=, koyomi_state_get_nick (j));
          for (int language = 0; language < KOYOMI_N_LANGUAGES; language++)
            g_assert_cmpstr (koyomi_state_get_label (i, language), !=, koyomi_state_get_label (j, language));
        }
    }

  g_assert_cmpstr (koyomi_state_get_label (KOYOMI_STATE_LATE, KOYOMI_LANGUAGE_JA), ==, "期限超過");
  g_assert_cmpstr (koyomi_state_get_label (KOYOMI_STATE_MISSED, KOYOMI_LANGUAGE_JA), ==, "未実施");
}

static void
test_move (void)
{
  g_autoptr(KoyomiRecord) run = make_run (KOYOMI_STATUS_PLANNED, 0);
  g_autoptr(GError) error = NULL;

  g_assert_false (koyomi_occurrence_is_moved (run));
  g_assert_true (koyomi_occurrence_move (run, day (50), day (60), &error));
  g_assert_true (koyomi_occurrence_move (run, day (70), day (70), &error));
  g_assert_true (koyomi_occurrence_is_moved (run));
  g_assert_cmpuint (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY), ==, day (70));
  g_assert_cmpuint (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY), ==, day (70));
  g_assert_cmpuint (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ORIGINAL_FIRST), ==, day (FIRST));
  g_assert_cmpuint (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ORIGINAL_LAST), ==, day (LAST));

  g_assert_false (koyomi_occurrence_move (run, day (80), day (79), &error));
  g_assert_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_INVALID);
  g_assert_cmpuint (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY), ==, day (70));

  g_assert_true (koyomi_occurrence_move (run, day (FIRST), day (LAST), NULL));
  g_assert_false (koyomi_occurrence_is_moved (run));
}

static void
test_move_without_original (void)
{
  g_autoptr(KoyomiRecord) run = make_run (KOYOMI_STATUS_PLANNED, 0);

  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_FIRST, KOYOMI_DAY_NONE);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_LAST, KOYOMI_DAY_NONE);
  g_assert_false (koyomi_occurrence_is_moved (run));
  g_assert_true (koyomi_occurrence_move (run, day (50), day (60), NULL));
  g_assert_cmpuint (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ORIGINAL_FIRST), ==, day (FIRST));
  g_assert_cmpuint (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ORIGINAL_LAST), ==, day (LAST));
}

static void
assert_run (KoyomiRecord *run,
            KoyomiStatus  status,
            int           actual_first,
            int           actual_last,
            int           progress,
            const char   *reason)
{
  g_assert_cmpint (koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS), ==, status);
  g_assert_cmpuint (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ACTUAL_FIRST), ==, day (actual_first));
  g_assert_cmpuint (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ACTUAL_LAST), ==, day (actual_last));
  g_assert_cmpint (koyomi_record_get_int (run, KOYOMI_OCCURRENCE_PROGRESS), ==, progress);
  g_assert_cmpstr (koyomi_record_get_text (run, KOYOMI_OCCURRENCE_REASON), ==, reason);
}

static void
test_set_status (void)
{
  g_autoptr(KoyomiRecord) run = make_run (KOYOMI_STATUS_PLANNED, 0);

  g_assert_true (koyomi_occurrence_set_status (run, KOYOMI_STATUS_DOING, day (21), NULL, NULL));
  assert_run (run, KOYOMI_STATUS_DOING, 21, 0, 0, "");
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_PROGRESS, 40);
  g_assert_true (koyomi_occurrence_set_status (run, KOYOMI_STATUS_DOING, day (22), NULL, NULL));
  assert_run (run, KOYOMI_STATUS_DOING, 21, 0, 40, "");
  g_assert_true (koyomi_occurrence_set_status (run, KOYOMI_STATUS_DONE, day (33), NULL, NULL));
  assert_run (run, KOYOMI_STATUS_DONE, 21, 33, 100, "");
  g_assert_cmpint (koyomi_occurrence_get_state (run, day (40)), ==, KOYOMI_STATE_DONE_LATE);
  g_assert_true (koyomi_occurrence_set_status (run, KOYOMI_STATUS_DOING, day (34), NULL, NULL));
  assert_run (run, KOYOMI_STATUS_DOING, 21, 0, 0, "");
  g_assert_true (koyomi_occurrence_set_status (run, KOYOMI_STATUS_SKIPPED, 0, "設備更新のため", NULL));
  assert_run (run, KOYOMI_STATUS_SKIPPED, 21, 0, 0, "設備更新のため");
  g_assert_true (koyomi_occurrence_set_status (run, KOYOMI_STATUS_PLANNED, 0, NULL, NULL));
  assert_run (run, KOYOMI_STATUS_PLANNED, 0, 0, 0, "");
  g_assert_true (koyomi_occurrence_set_status (run, KOYOMI_STATUS_DONE, day (30), NULL, NULL));
  assert_run (run, KOYOMI_STATUS_DONE, 30, 30, 100, "");
}

static void
test_set_status_refuses (void)
{
  static const struct
  {
    KoyomiStatus  status;
    int           day;
    const char   *reason;
  } cases[] = {
    { KOYOMI_STATUS_SKIPPED, 25, NULL },
    { KOYOMI_STATUS_SKIPPED, 25, "" },
    { KOYOMI_STATUS_MISSED, 25, NULL },
    { KOYOMI_STATUS_MISSED, 25, " \t　" },
    { KOYOMI_STATUS_DONE, 24, NULL },   /* before it was begun */
    { KOYOMI_STATUS_DONE, 0, NULL },
    { KOYOMI_STATUS_DOING, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiRecord) run = make_run (KOYOMI_STATUS_PLANNED, 0);
      g_autoptr(GError) error = NULL;

      g_assert_true (koyomi_occurrence_set_status (run, KOYOMI_STATUS_DOING, day (25), NULL, NULL));
      koyomi_record_set_int (run, KOYOMI_OCCURRENCE_PROGRESS, 10);
      g_test_message ("case %u", i);
      g_assert_false (koyomi_occurrence_set_status (run, cases[i].status, day (cases[i].day), cases[i].reason, &error));
      g_assert_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_INVALID);
      assert_run (run, KOYOMI_STATUS_DOING, 25, 0, 10, "");
    }
}

static void
test_shift (void)
{
  static const struct
  {
    int first_by;
    int last_by;
    int first;
    int last;
  } cases[] = {
    { 14, 14, FIRST + 14, LAST + 14 },
    { -19, -19, 1, LAST - 19 },
    { 300, 300, FIRST + 300, LAST + 300 },
    { -3, 0, FIRST - 3, LAST },
    { 0, 3, FIRST, LAST + 3 },
    { 10, 0, LAST, LAST },
    { 11, 0, LAST, LAST },
    { 400, 0, LAST, LAST },
    { 0, -10, FIRST, FIRST },
    { 0, -11, FIRST, FIRST },
    { 2, -400, FIRST + 2, FIRST + 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiRecord) run = make_run (KOYOMI_STATUS_PLANNED, 0);

      g_test_message ("case %u", i);
      g_assert_true (koyomi_occurrence_shift (run, cases[i].first_by, cases[i].last_by, NULL));
      g_assert_cmpuint (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY), ==, day (cases[i].first));
      g_assert_cmpuint (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY), ==, day (cases[i].last));
      g_assert_cmpuint (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ORIGINAL_FIRST), ==, day (FIRST));
    }
}

static void
test_shift_refuses (void)
{
  static const int cases[] = { G_MININT, G_MAXINT, -1000000, 3000000 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiRecord) run = make_run (KOYOMI_STATUS_PLANNED, 0);
      g_autoptr(GError) error = NULL;

      g_assert_false (koyomi_occurrence_shift (run, cases[i], cases[i], &error));
      g_assert_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_RANGE);
      g_assert_false (koyomi_occurrence_is_moved (run));
    }
}

static void
test_set_progress (void)
{
  static const struct
  {
    KoyomiStatus before;
    int          percent;
    gboolean     succeeds;
    KoyomiStatus after;
  } cases[] = {
    { KOYOMI_STATUS_PLANNED, 0, TRUE, KOYOMI_STATUS_PLANNED },
    { KOYOMI_STATUS_PLANNED, 1, TRUE, KOYOMI_STATUS_DOING },
    { KOYOMI_STATUS_PLANNED, 100, TRUE, KOYOMI_STATUS_DOING },
    { KOYOMI_STATUS_DOING, 0, TRUE, KOYOMI_STATUS_DOING },
    { KOYOMI_STATUS_DOING, 60, TRUE, KOYOMI_STATUS_DOING },
    { KOYOMI_STATUS_DONE, 60, FALSE, KOYOMI_STATUS_DONE },
    { KOYOMI_STATUS_SKIPPED, 60, FALSE, KOYOMI_STATUS_SKIPPED },
    { KOYOMI_STATUS_MISSED, 60, FALSE, KOYOMI_STATUS_MISSED },
    { KOYOMI_STATUS_PLANNED, -1, FALSE, KOYOMI_STATUS_PLANNED },
    { KOYOMI_STATUS_DOING, 101, FALSE, KOYOMI_STATUS_DOING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiRecord) run = make_run (cases[i].before, 0);
      g_autoptr(GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_true (koyomi_occurrence_set_progress (run, cases[i].percent, day (22), &error) == cases[i].succeeds);
      g_assert_true ((error == NULL) == cases[i].succeeds);
      g_assert_cmpint (koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS), ==, cases[i].after);
      g_assert_cmpint (koyomi_record_get_int (run, KOYOMI_OCCURRENCE_PROGRESS), ==, cases[i].succeeds ? cases[i].percent : 0);
      if (cases[i].before != cases[i].after)
        g_assert_cmpuint (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ACTUAL_FIRST), ==, day (22));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/occurrence/state-follows-from-status-and-days", test_state);
  g_test_add_func ("/model/occurrence/worst-state-comes-first", test_priority);
  g_test_add_func ("/model/occurrence/states-differ-without-colour", test_words);
  g_test_add_func ("/model/occurrence/move-keeps-first-plan", test_move);
  g_test_add_func ("/model/occurrence/move-records-first-plan", test_move_without_original);
  g_test_add_func ("/model/occurrence/shift-keeps-a-day-at-least", test_shift);
  g_test_add_func ("/model/occurrence/shift-stays-in-the-calendar", test_shift_refuses);
  g_test_add_func ("/model/occurrence/progress-begins-and-never-ends-a-run", test_set_progress);
  g_test_add_func ("/model/occurrence/status-fills-actual-days", test_set_status);
  g_test_add_func ("/model/occurrence/status-without-its-reason-is-refused", test_set_status_refuses);

  return g_test_run ();
}
