#include "koyomi-baseline.h"
#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

static guint32 first_day;
static guint32 last_day;

typedef struct
{
  KoyomiSession *session;
  KoyomiSession *then;
  GPtrArray     *runs;     /* those of one function that touch the year, by day */
} Fixture;

static gboolean
collect_run (KoyomiRecord  *run,
             gpointer       data,
             GError       **error)
{
  g_ptr_array_add (data, g_object_ref (run));

  return TRUE;
}

/* The runs of the function that has most. */
static GPtrArray *
load_runs (KoyomiSession *session)
{
  g_autoptr(GPtrArray) functions = koyomi_session_list (session, KOYOMI_TABLE_FUNCTION, 0, 0, KOYOMI_LANGUAGE_EN, NULL);
  GPtrArray *most = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < functions->len; i++)
    {
      GPtrArray *runs = g_ptr_array_new_with_free_func (g_object_unref);

      g_assert_true (koyomi_session_for_each_run (session, koyomi_record_get_id (g_ptr_array_index (functions, i)), first_day, last_day,
                                                  KOYOMI_LANGUAGE_EN, collect_run, runs, NULL));
      if (runs->len > most->len)
        {
          GPtrArray *fewer = most;

          most = runs;
          runs = fewer;
        }
      g_ptr_array_unref (runs);
    }
  g_assert_cmpuint (most->len, >, 10);

  return most;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GPtrArray) baselines = NULL;
  g_autoptr(GError) error = NULL;

  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  first_day = koyomi_day_new (2026, 4, 1);
  last_day = koyomi_day_new (2027, 3, 31);
  self->session = koyomi_test_plan_start (KOYOMI_TEMPLATE_SAMPLE, KOYOMI_LANGUAGE_JA);
  koyomi_session_add_baseline (self->session, "承認版", KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
  baselines = koyomi_session_list_baselines (self->session, KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (baselines->len, ==, 1);
  self->then = koyomi_session_open_as_of (self->session,
                                          koyomi_record_get_int (g_ptr_array_index (baselines, 0), KOYOMI_BOOKMARK_SEQ),
                                          NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->runs = load_runs (self->session);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_ptr_array_unref (self->runs);
  g_assert_finalize_object (self->then);
  g_assert_finalize_object (self->session);
}

static gint64
get_run_id (Fixture *self,
            guint    number)
{
  return koyomi_record_get_id (g_ptr_array_index (self->runs, number));
}

static gint64
add_run (KoyomiEdit   *edit,
         KoyomiRecord *model,
         guint32       day)
{
  g_autoptr(KoyomiRecord) run = koyomi_record_new (KOYOMI_TABLE_OCCURRENCE);
  static const int fields[] = {
    KOYOMI_OCCURRENCE_SLOT_DAY, KOYOMI_OCCURRENCE_FIRST_DAY, KOYOMI_OCCURRENCE_LAST_DAY, KOYOMI_OCCURRENCE_ORIGINAL_FIRST,
    KOYOMI_OCCURRENCE_ORIGINAL_LAST,
  };

  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ACTIVITY, koyomi_record_get_int (model, KOYOMI_OCCURRENCE_ACTIVITY));
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FUNCTION, koyomi_record_get_int (model, KOYOMI_OCCURRENCE_FUNCTION));
  koyomi_record_set_text (run, KOYOMI_OCCURRENCE_TITLE, "New");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    koyomi_record_set_int (run, fields[i], day);
  g_assert_true (koyomi_edit_insert (edit, run, NULL));

  return koyomi_record_get_id (run);
}

static void
move (KoyomiEdit   *edit,
      KoyomiRecord *run,
      int           first,
      int           last)
{
  g_assert_true (koyomi_occurrence_move (run, koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY) + first,
                                         koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY) + last, NULL));
  g_assert_true (koyomi_edit_update (edit, run, NULL));
}

static const KoyomiVarianceItem *
find_item (KoyomiVariance *variance,
           gint64          run)
{
  for (guint i = 0; i < variance->items->len; i++)
    if (((KoyomiVarianceItem *) g_ptr_array_index (variance->items, i))->occurrence_id == run)
      return g_ptr_array_index (variance->items, i);

  return NULL;
}

static KoyomiVariance *
compare (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  KoyomiVariance *variance = koyomi_session_compare (self->session, self->then, first_day, last_day, KOYOMI_LANGUAGE_EN, &error);

  g_assert_no_error (error);

  return variance;
}

static void
assert_sorted (KoyomiVariance *variance)
{
  for (guint i = 1; i < variance->items->len; i++)
    {
      const KoyomiVarianceItem *left = g_ptr_array_index (variance->items, i - 1);
      const KoyomiVarianceItem *right = g_ptr_array_index (variance->items, i);

      if (left->function_id == right->function_id)
        g_assert_cmpuint (left->after.first_day != 0 ? left->after.first_day : left->before.first_day, <=,
                          right->after.first_day != 0 ? right->after.first_day : right->before.first_day);
    }
}

static void
test_nothing (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(KoyomiVariance) variance = compare (self);

  g_assert_cmpuint (variance->items->len, ==, 0);
}

static void
test_variance (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GPtrArray) teams = koyomi_session_list (self->session, KOYOMI_TABLE_TEAM, 0, 0, KOYOMI_LANGUAGE_EN, NULL);
  g_autoptr(KoyomiVariance) variance = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiEdit *edit = koyomi_session_begin_edit (self->session, NULL);
  KoyomiRecord *run = g_ptr_array_index (self->runs, 5);
  KoyomiRecord *other_team = g_ptr_array_index (teams, teams->len - 1);
  const struct
  {
    gint64                run;
    KoyomiVarianceKind    kind;
    KoyomiVarianceFields  fields;
    int                   days_moved;
  } cases[] = {
    { get_run_id (self, 0), KOYOMI_VARIANCE_DELETED, 0, 0 },
    { get_run_id (self, 1), KOYOMI_VARIANCE_MOVED, KOYOMI_VARIANCE_DAYS, 14 },
    { get_run_id (self, 2), KOYOMI_VARIANCE_MOVED, KOYOMI_VARIANCE_DAYS, -2 },
    { get_run_id (self, 3), KOYOMI_VARIANCE_CHANGED, KOYOMI_VARIANCE_TITLE | KOYOMI_VARIANCE_TEAM, 0 },
    { get_run_id (self, 4), KOYOMI_VARIANCE_MOVED, KOYOMI_VARIANCE_DAYS, 2000 },
    { get_run_id (self, 5), KOYOMI_VARIANCE_CHANGED, KOYOMI_VARIANCE_STATUS, 0 },
    { add_run (edit, run, last_day), KOYOMI_VARIANCE_ADDED, 0, 0 },
  };
  guint counts[KOYOMI_N_VARIANCE_KINDS] = { 0 };

  add_run (edit, run, last_day + 1);
  g_assert_true (koyomi_edit_delete (edit, KOYOMI_TABLE_OCCURRENCE, cases[0].run, NULL));
  move (edit, g_ptr_array_index (self->runs, 1), 14, 14);
  move (edit, g_ptr_array_index (self->runs, 2), -2, 0);
  move (edit, g_ptr_array_index (self->runs, 4), 2000, 2000);
  koyomi_record_set_text (g_ptr_array_index (self->runs, 3), KOYOMI_OCCURRENCE_TITLE, "Renamed");
  koyomi_record_set_int (g_ptr_array_index (self->runs, 3), KOYOMI_OCCURRENCE_TEAM, koyomi_record_get_id (other_team));
  g_assert_true (koyomi_edit_update (edit, g_ptr_array_index (self->runs, 3), NULL));
  g_assert_true (koyomi_occurrence_set_status (run, KOYOMI_STATUS_SKIPPED, 0, "予算なし", NULL));
  g_assert_true (koyomi_edit_update (edit, run, NULL));
  koyomi_edit_commit (edit, "Changes", &error);
  g_assert_no_error (error);
  koyomi_edit_free (edit);

  variance = compare (self);
  g_assert_cmpuint (variance->items->len, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KoyomiVarianceItem *item = find_item (variance, cases[i].run);

      g_test_message ("case %u", i);
      g_assert_cmpint (item->kind, ==, cases[i].kind);
      g_assert_cmpint (item->fields, ==, cases[i].fields);
      g_assert_cmpint (item->days_moved, ==, cases[i].days_moved);
      g_assert_true ((item->before.first_day == 0) == (item->kind == KOYOMI_VARIANCE_ADDED));
      g_assert_true ((item->after.first_day == 0) == (item->kind == KOYOMI_VARIANCE_DELETED));
      g_assert_cmpstr (item->function, !=, "");
      g_assert_cmpstr (item->title, !=, "");
      counts[item->kind]++;
    }
  for (guint i = 0; i < KOYOMI_N_VARIANCE_KINDS; i++)
    g_assert_cmpuint (variance->counts[i], ==, counts[i]);
  g_assert_cmpstr (find_item (variance, cases[3].run)->after.title, ==, "Renamed");
  g_assert_cmpstr (find_item (variance, cases[3].run)->after.team, ==, koyomi_record_get_title (other_team));
  g_assert_cmpstr (find_item (variance, cases[3].run)->before.title, !=, "Renamed");
  assert_sorted (variance);
}

/* One that comes into the year is moved as well. */
static void
test_moved_in (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(KoyomiVariance) variance = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiEdit *edit = koyomi_session_begin_edit (self->session, NULL);
  gint64 run = get_run_id (self, 0);

  first_day = koyomi_record_get_day (g_ptr_array_index (self->runs, 0), KOYOMI_OCCURRENCE_LAST_DAY) + 400;
  last_day = first_day + 5;
  move (edit, g_ptr_array_index (self->runs, 0), 402, 402);
  koyomi_edit_commit (edit, "Move", &error);
  g_assert_no_error (error);
  koyomi_edit_free (edit);

  variance = compare (self);
  g_assert_cmpuint (variance->counts[KOYOMI_VARIANCE_MOVED], ==, 1);
  g_assert_cmpuint (variance->items->len, ==, 1);
  g_assert_cmpint (find_item (variance, run)->days_moved, ==, 402);
}

/* What a deleted function had in its row is told with its name. */
static void
test_deleted_function (Fixture       *self,
                       gconstpointer  data)
{
  gint64 function = koyomi_record_get_int (g_ptr_array_index (self->runs, 0), KOYOMI_OCCURRENCE_FUNCTION);
  g_autoptr(KoyomiRecord) record = koyomi_session_get (self->session, KOYOMI_TABLE_FUNCTION, function, KOYOMI_LANGUAGE_EN, NULL);
  g_autoptr(KoyomiVariance) variance = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiEdit *edit = koyomi_session_begin_edit (self->session, NULL);

  g_assert_true (koyomi_edit_delete (edit, KOYOMI_TABLE_FUNCTION, function, NULL));
  koyomi_edit_commit (edit, "Delete", &error);
  g_assert_no_error (error);
  koyomi_edit_free (edit);

  variance = compare (self);
  g_assert_cmpuint (variance->items->len, ==, self->runs->len);
  g_assert_cmpuint (variance->counts[KOYOMI_VARIANCE_DELETED], ==, self->runs->len);
  for (guint i = 0; i < variance->items->len; i++)
    g_assert_cmpstr (((KoyomiVarianceItem *) g_ptr_array_index (variance->items, i))->function, ==, koyomi_record_get_title (record));
  assert_sorted (variance);
}

static void
test_days (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) days = koyomi_session_load_baseline_days (self->then, first_day, last_day, &error);
  g_autoptr(GHashTable) all = NULL;
  g_autoptr(KoyomiCalendar) calendar = koyomi_session_load_calendar (self->session, (KoyomiFiscalYear) { 2026, 4 },
                                                                     KOYOMI_LANGUAGE_EN, TRUE, NULL);
  guint n_bars = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < calendar->rows->len; i++)
    {
      KoyomiCalendarRow *row = g_ptr_array_index (calendar->rows, i);

      for (guint j = 0; j < row->bars->len; j++, n_bars++)
        {
          const KoyomiBar *bar = &g_array_index (row->bars, KoyomiBar, j);
          const KoyomiBaselineDays *run = g_hash_table_lookup (days, &bar->occurrence_id);

          g_assert_cmpuint (run->first_day, ==, bar->first_day);
          g_assert_cmpuint (run->last_day, ==, bar->last_day);
        }
    }
  g_assert_cmpuint (g_hash_table_size (days), ==, n_bars);

  /* Both ends count. */
  all = koyomi_session_load_baseline_days (self->then, koyomi_record_get_day (g_ptr_array_index (self->runs, 0), KOYOMI_OCCURRENCE_LAST_DAY),
                                           koyomi_record_get_day (g_ptr_array_index (self->runs, 0), KOYOMI_OCCURRENCE_LAST_DAY), NULL);
  g_assert_true (g_hash_table_contains (all, &(gint64) { get_run_id (self, 0) }));
}

static void
test_names (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) baselines = koyomi_session_list_baselines (self->session, KOYOMI_LANGUAGE_JA, NULL);
  g_autofree char *before = koyomi_test_content_hash (self->session);
  g_autofree char *after = NULL;
  g_autoptr(KoyomiRecord) renamed = NULL;
  g_autoptr(KoyomiEntry) undoable = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id = koyomi_record_get_id (g_ptr_array_index (baselines, 0));

  g_assert_false (koyomi_session_add_baseline (self->session, "承認版", KOYOMI_LANGUAGE_JA, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (koyomi_session_rename_baseline (self->session, id, " ", KOYOMI_LANGUAGE_JA, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_clear_error (&error);

  koyomi_session_rename_baseline (self->session, id, "承認版", KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
  koyomi_session_rename_baseline (self->session, id, "第1四半期末", KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
  renamed = koyomi_session_get (self->session, KOYOMI_TABLE_BOOKMARK, id, KOYOMI_LANGUAGE_JA, NULL);
  g_assert_cmpstr (koyomi_record_get_title (renamed), ==, "第1四半期末");
  undoable = koyomi_session_get_undoable (self->session, NULL);
  g_assert_cmpstr (undoable->label, ==, "ベースライン「承認版」の名前を「第1四半期末」に変更");

  koyomi_session_remove_baseline (self->session, id, KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
  g_assert_cmpint (koyomi_session_count (self->session, KOYOMI_TABLE_BOOKMARK, NULL), ==, 0);
  g_assert_false (koyomi_session_remove_baseline (self->session, id, KOYOMI_LANGUAGE_JA, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND);

  g_assert_true (koyomi_session_undo (self->session, NULL));
  g_assert_true (koyomi_session_undo (self->session, NULL));
  after = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (after, ==, before);
}

#define ADD(path, func) g_test_add ("/session/baseline/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  ADD ("unchanged-plan-has-no-variance", test_nothing);
  ADD ("variance-tells-what-became-of-runs", test_variance);
  ADD ("run-moved-into-the-days-is-moved", test_moved_in);
  ADD ("deleted-function-keeps-its-name", test_deleted_function);
  ADD ("days-are-those-of-the-baseline", test_days);
  ADD ("names-can-be-changed-and-removed", test_names);

  return koyomi_test_folder_finish (g_test_run ());
}
