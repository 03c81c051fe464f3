#include "koyomi-activity-edit.h"
#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-maturity-edit.h"
#include "koyomi-record-edit.h"
#include "koyomi-run-edit.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <math.h>

#define JA KOYOMI_LANGUAGE_JA
#define EN KOYOMI_LANGUAGE_EN

typedef struct
{
  KoyomiSession *session;
  gint64         catalogue;
  guint32        today;
} Fixture;

static gint64
find_row (Fixture       *self,
          KoyomiTableId  table,
          int            field,
          const char    *text)
{
  g_autoptr(GPtrArray) records = koyomi_session_list (self->session, table, 0, 0, JA, NULL);

  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (koyomi_record_get_text (g_ptr_array_index (records, i), field), text))
      return koyomi_record_get_id (g_ptr_array_index (records, i));

  g_assert_not_reached ();
}

static void
set_up_in (Fixture        *self,
           KoyomiTemplate  template,
           KoyomiLanguage  language)
{
  self->today = koyomi_day_new (2026, 11, 22);
  koyomi_day_set_today (self->today);
  self->session = koyomi_test_plan_start (template, language);
  self->catalogue = find_row (self, KOYOMI_TABLE_CATALOGUE, KOYOMI_CATALOGUE_CODE, "isogj");
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  set_up_in (self, KOYOMI_TEMPLATE_CRIC, GPOINTER_TO_INT (data));
}

static void
set_up_sample (Fixture       *self,
               gconstpointer  data)
{
  set_up_in (self, KOYOMI_TEMPLATE_SAMPLE, JA);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->session);
}

static gint64
find_function (Fixture    *self,
               const char *code)
{
  g_autoptr(KoyomiMaturityTable) table = koyomi_session_load_maturity (self->session, self->catalogue, self->today, JA, NULL);

  for (guint i = 0; i < table->rows->len; i++)
    {
      KoyomiMaturityRow *row = g_ptr_array_index (table->rows, i);

      if (g_str_equal (koyomi_record_get_text (row->function, KOYOMI_FUNCTION_CODE), code))
        return koyomi_record_get_id (row->function);
    }

  g_assert_not_reached ();
}

static KoyomiMaturityTable *
load (Fixture *self,
      guint32  day)
{
  g_autoptr(GError) error = NULL;
  KoyomiMaturityTable *table = koyomi_session_load_maturity (self->session, self->catalogue, day, EN, &error);

  g_assert_no_error (error);

  return table;
}

/* Returns: the row of the function; borrowed from @table */
static KoyomiMaturityRow *
get_row (KoyomiMaturityTable *table,
         const char          *code)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      KoyomiMaturityRow *row = g_ptr_array_index (table->rows, i);

      if (g_str_equal (koyomi_record_get_text (row->function, KOYOMI_FUNCTION_CODE), code))
        return row;
    }

  g_assert_not_reached ();
}

static KoyomiRecord *
make (Fixture         *self,
      const char      *code,
      KoyomiExecution  mode)
{
  KoyomiRecord *record = koyomi_record_new (KOYOMI_TABLE_MATURITY);

  koyomi_record_set_int (record, KOYOMI_MATURITY_FUNCTION, find_function (self, code));
  koyomi_record_set_int (record, KOYOMI_MATURITY_MODE, mode);

  return record;
}

/* Levels below zero are not set. */
static gint64
assess (Fixture         *self,
        const char      *code,
        KoyomiExecution  mode,
        int              as_is,
        int              to_be,
        guint32          day)
{
  g_autoptr(KoyomiRecord) record = make (self, code, mode);
  g_autoptr(GError) error = NULL;
  gint64 id;

  if (as_is >= 0)
    koyomi_record_set_int (record, KOYOMI_MATURITY_AS_IS, as_is);
  if (to_be >= 0)
    koyomi_record_set_int (record, KOYOMI_MATURITY_TO_BE, to_be);
  if (day != KOYOMI_DAY_NONE)
    koyomi_record_set_int (record, KOYOMI_MATURITY_ASSESSED_DAY, day);
  id = koyomi_maturity_assess (self->session, record, EN, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);

  return id;
}

static void
assert_label (Fixture    *self,
              const char *label)
{
  g_autoptr(KoyomiEntry) undoable = koyomi_session_get_undoable (self->session, NULL);

  g_assert_cmpstr (undoable->label, ==, label);
}

/* A plan in which nobody has assessed anything. */
static void
test_empty (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KoyomiMaturityTable) table = load (self, self->today);

  g_assert_cmpuint (table->rows->len, ==, 54);
  g_assert_cmpuint (table->groups->len, ==, 9);
  g_assert_cmpuint (table->gaps->len, ==, 0);
  g_assert_cmpuint (table->mean.n_unknown, ==, 54);
  g_assert_false (koyomi_maturity_mean_is_known (&table->mean));
  for (guint i = 0, row = 0; i < table->groups->len; i++)
    {
      const KoyomiMaturityGroup *group = &g_array_index (table->groups, KoyomiMaturityGroup, i);

      g_assert_cmpuint (group->first_row, ==, row);
      g_assert_cmpuint (group->mean.n_functions, ==, group->n_rows);
      row += group->n_rows;
    }
}

static void
test_means (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KoyomiMaturityTable) table = NULL;
  const KoyomiMaturityGroup *group;

  assess (self, "B-1", KOYOMI_EXECUTION_INSOURCE, 3, 4, 0);
  assess (self, "B-2", KOYOMI_EXECUTION_INSOURCE, 0, 0, 0);
  assess (self, "B-2", KOYOMI_EXECUTION_OUTSOURCE, 0, 0, 0);
  assess (self, "B-3", KOYOMI_EXECUTION_INSOURCE, 2, 2, 0);
  assess (self, "B-3", KOYOMI_EXECUTION_OUTSOURCE, 4, 5, 0);
  assess (self, "B-4", KOYOMI_EXECUTION_OUTSOURCE, 5, 5, 0);
  assess (self, "C-1", KOYOMI_EXECUTION_INSOURCE, 1, 4, 0);

  table = load (self, self->today);
  group = &g_array_index (table->groups, KoyomiMaturityGroup, 1);
  g_assert_cmpstr (koyomi_record_get_text (group->group, KOYOMI_GROUP_CODE), ==, "B");
  g_assert_cmpfloat_with_epsilon (koyomi_maturity_mean_get_as_is (&group->mean), (3 + 4 + 5 + 1) / 4.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (koyomi_maturity_mean_get_to_be (&group->mean), (4 + 5 + 5 + 1) / 4.0, 1e-9);
  g_assert_cmpuint (table->mean.n_as_is, ==, 53);
  g_assert_cmpfloat_with_epsilon (koyomi_maturity_mean_get_as_is (&table->mean), (3 + 4 + 5 + 1 + 49) / 53.0, 1e-9);

  /* The widest first, then as the functions come. */
  g_assert_cmpuint (table->gaps->len, ==, 3);
  g_assert_true (g_ptr_array_index (table->gaps, 0) == get_row (table, "C-1"));
  g_assert_true (g_ptr_array_index (table->gaps, 1) == get_row (table, "B-1"));
  g_assert_true (g_ptr_array_index (table->gaps, 2) == get_row (table, "B-3"));
}

/* Another day is another row; the same day writes the same row again. */
static void
test_days (Fixture       *self,
           gconstpointer  data)
{
  guint32 last_year = koyomi_day_new (2026, 2, 10);
  gint64 first = assess (self, "A-1", KOYOMI_EXECUTION_INSOURCE, 2, 4, last_year);
  gint64 second = assess (self, "A-1", KOYOMI_EXECUTION_INSOURCE, 3, -1, self->today);

  g_assert_cmpint (first, !=, second);
  g_assert_cmpint (assess (self, "A-1", KOYOMI_EXECUTION_INSOURCE, 4, -1, self->today), ==, second);
  g_assert_cmpint (assess (self, "A-1", KOYOMI_EXECUTION_INSOURCE, -1, 5, 0), ==, second);
  g_assert_cmpint (assess (self, "A-1", KOYOMI_EXECUTION_INSOURCE, 1, -1, last_year), ==, first);
  for (guint i = 0; i < 3; i++)
    {
      static const struct
      {
        int days;
        int as_is;
        int to_be;
      } cases[] = { { 0, 4, 5 }, { -1, 1, 4 }, { -300, 1, 1 } };
      g_autoptr(KoyomiMaturityTable) table = load (self, self->today + cases[i].days);
      KoyomiMaturityRow *row = get_row (table, "A-1");

      g_assert_cmpint (row->score.as_is, ==, cases[i].as_is);
      g_assert_cmpint (row->score.to_be, ==, cases[i].to_be);
      g_assert_cmpint (row->score.is_known, ==, i < 2);
    }
  g_assert_cmpint (koyomi_session_count (self->session, KOYOMI_TABLE_MATURITY, NULL), ==, 2);
  assert_label (self, "Assess the maturity of “A-1 Overall policy management”");
}

/* What the new row does not say it takes from the one before, in both languages; who assessed it is said anew. */
static void
test_inherits (Fixture       *self,
               gconstpointer  data)
{
  KoyomiLanguage own = koyomi_session_get_own_language (self->session);
  g_autofree char *before = koyomi_test_content_hash (self->session);
  g_autofree char *after = NULL;
  gint64 id = 0;

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr(KoyomiRecord) record = make (self, "D-5", KOYOMI_EXECUTION_OUTSOURCE);

      koyomi_record_set_language (record, i % 2 == 0 ? own : !own);
      koyomi_record_set_int (record, KOYOMI_MATURITY_ASSESSED_DAY, self->today - 100);
      koyomi_record_set_int (record, KOYOMI_MATURITY_TARGET_DAY, self->today + 90);
      koyomi_record_set_int (record, KOYOMI_MATURITY_TO_BE, 3);
      koyomi_record_set_text (record, KOYOMI_MATURITY_NOTE, i % 2 == 0 ? "own" : "other");
      koyomi_record_set_text (record, KOYOMI_MATURITY_ASSESSOR, i % 2 == 0 ? "own" : "other");
      id = koyomi_maturity_assess (self->session, record, EN, NULL);
    }
  g_assert_cmpint (assess (self, "D-5", KOYOMI_EXECUTION_OUTSOURCE, 2, -1, self->today), !=, id);

  for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
    {
      g_autoptr(KoyomiMaturityTable) table = koyomi_session_load_maturity (self->session, self->catalogue, self->today, language, NULL);
      KoyomiAssessment *assessment = &get_row (table, "D-5")->modes[KOYOMI_EXECUTION_OUTSOURCE];

      g_assert_cmpint (assessment->levels.as_is, ==, 2);
      g_assert_cmpint (assessment->levels.to_be, ==, 3);
      g_assert_cmpuint (koyomi_record_get_day (assessment->record, KOYOMI_MATURITY_TARGET_DAY), ==, self->today + 90);
      g_assert_cmpstr (koyomi_record_get_text (assessment->record, KOYOMI_MATURITY_NOTE), ==, language == own ? "own" : "other");
      g_assert_cmpstr (koyomi_record_get_text (assessment->record, KOYOMI_MATURITY_ASSESSOR), ==, "");
    }

  /* Two of the five said nothing new. */
  for (guint i = 0; i < 3; i++)
    g_assert_true (koyomi_session_undo (self->session, NULL));
  after = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (after, ==, before);
  koyomi_test_plan_verify (self->session);
}

static void
test_refuses (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(KoyomiRecord) record = make (self, "A-1", KOYOMI_EXECUTION_INSOURCE);
  g_autofree char *before = koyomi_test_content_hash (self->session);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  koyomi_record_set_int (record, KOYOMI_MATURITY_AS_IS, 6);
  g_assert_cmpint (koyomi_maturity_assess (self->session, record, EN, &error), ==, 0);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_cmpint (koyomi_gap_make_activity (self->session, find_function (self, "A-1"), 0, 0, EN, &error), ==, 0);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  after = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (after, ==, before);
}

static void
assert_days (guint32     first_day,
             guint32     last_day,
             const char *expected)
{
  g_autofree char *first = koyomi_day_format (first_day);
  g_autofree char *last = koyomi_day_format (last_day);
  g_autofree char *days = g_strdup_printf ("%s %s", first, last);

  g_assert_cmpstr (days, ==, expected);
}

/* In the three months before the target day and in its year; on working days; not in the past. */
static void
test_proposes (Fixture       *self,
               gconstpointer  data)
{
  static const struct
  {
    int         year, month, day;
    const char *days;
  } cases[] = {
    { 0, 0, 0, "2027-01-04 2027-03-31" },
    { 2026, 10, 31, "2027-01-04 2027-03-31" },
    { 2027, 3, 14, "2026-12-15 2027-03-12" },
    { 2027, 9, 30, "2027-07-01 2027-09-30" },
    { 2027, 5, 31, "2027-04-01 2027-05-31" },
    { 2026, 12, 25, "2026-11-24 2026-12-25" },
    { 2026, 11, 23, "2026-11-23 2026-11-23" },
    { 2026, 11, 24, "2026-11-24 2026-11-24" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiRecord) record = make (self, "A-1", KOYOMI_EXECUTION_INSOURCE);
      guint32 first_day, last_day;

      koyomi_record_set_int (record, KOYOMI_MATURITY_AS_IS, 1);
      koyomi_record_set_int (record, KOYOMI_MATURITY_TO_BE, 3);
      if (cases[i].year != 0)
        koyomi_record_set_int (record, KOYOMI_MATURITY_TARGET_DAY, koyomi_day_new (cases[i].year, cases[i].month, cases[i].day));
      g_assert_cmpint (koyomi_maturity_assess (self->session, record, EN, NULL), !=, 0);
      g_assert_true (koyomi_gap_propose_days (self->session, find_function (self, "A-1"), &first_day, &last_day, NULL));
      assert_days (first_day, last_day, cases[i].days);
    }
}

/* One step, both languages, and the link to the row whose goal it is. */
static void
test_makes (Fixture       *self,
            gconstpointer  data)
{
  gint64 function = find_function (self, "B-1");
  gint64 outsourced;
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiRecord) ja = NULL;
  g_autoptr(KoyomiRecord) en = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 id;

  assess (self, "B-1", KOYOMI_EXECUTION_INSOURCE, 2, 3, 0);
  outsourced = assess (self, "B-1", KOYOMI_EXECUTION_OUTSOURCE, 3, 4, 0);
  before = koyomi_test_content_hash (self->session);
  id = koyomi_gap_make_activity (self->session, function, 0, 0, JA, &error);
  g_assert_no_error (error);
  assert_label (self, "「B-1 リアルタイム基本分析 成熟度を3から4へ」を追加");
  ja = koyomi_session_get (self->session, KOYOMI_TABLE_ACTIVITY, id, JA, NULL);
  en = koyomi_session_get (self->session, KOYOMI_TABLE_ACTIVITY, id, EN, NULL);
  g_assert_cmpstr (koyomi_record_get_title (ja), ==, "B-1 リアルタイム基本分析 成熟度を3から4へ");
  g_assert_cmpstr (koyomi_record_get_title (en), ==, "B-1 Basic real-time analysis: maturity from 3 to 4");
  g_assert_cmpint (koyomi_record_get_int (ja, KOYOMI_ACTIVITY_MATURITY), ==, outsourced);
  g_assert_cmpint (koyomi_record_get_int (ja, KOYOMI_ACTIVITY_FUNCTION), ==, function);

  g_assert_true (koyomi_session_undo (self->session, NULL));
  after = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (after, ==, before);
  koyomi_test_plan_verify (self->session);
}

static KoyomiGapActivity *
find_activity (Fixture *self,
               gint64   function)
{
  KoyomiGapActivity *activity;

  g_assert_true (koyomi_gap_find_activity (self->session, function, EN, &activity, NULL));

  return activity;
}

/* While one is open there is no second one; once it is done or gone there may be. */
static void
test_one_at_a_time (Fixture       *self,
                    gconstpointer  data)
{
  gint64 function = find_function (self, "A-3");
  g_autoptr(KoyomiGapActivity) open = NULL;
  g_autoptr(KoyomiGapActivity) done = NULL;
  g_autoptr(KoyomiGapActivity) third = NULL;
  g_autoptr(GError) error = NULL;
  gint64 first, second;

  assess (self, "A-3", KOYOMI_EXECUTION_INSOURCE, 2, 4, 0);
  g_assert_null (find_activity (self, function));
  first = koyomi_gap_make_activity (self->session, function, self->today + 10, self->today + 20, EN, NULL);

  /* A new assessment does not hide the activity of the old one. */
  assess (self, "A-3", KOYOMI_EXECUTION_INSOURCE, 3, -1, self->today - 1);
  open = find_activity (self, function);
  g_assert_cmpint (open->activity_id, ==, first);
  g_assert_true (open->is_open);
  g_assert_cmpint (open->state, ==, KOYOMI_STATE_PLANNED);
  g_assert_cmpuint (open->first_day, ==, self->today + 10);
  g_assert_cmpint (koyomi_gap_make_activity (self->session, function, 0, 0, EN, &error), ==, 0);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, open->title));

  g_assert_true (koyomi_runs_set_status (self->session, &open->run_id, 1, KOYOMI_STATUS_DONE, self->today, "", EN, NULL));
  done = find_activity (self, function);
  g_assert_false (done->is_open);
  g_assert_cmpint (done->state, ==, KOYOMI_STATE_DONE);
  second = koyomi_gap_make_activity (self->session, function, 0, 0, EN, NULL);
  g_assert_cmpint (second, !=, 0);
  third = find_activity (self, function);
  g_assert_cmpint (third->activity_id, ==, second);

  g_assert_true (koyomi_activity_delete (self->session, second, 0, KOYOMI_SCOPE_ALL, EN, NULL));
  g_assert_true (koyomi_activity_delete (self->session, first, 0, KOYOMI_SCOPE_ALL, EN, NULL));
  g_assert_null (find_activity (self, function));
  g_assert_cmpint (koyomi_gap_make_activity (self->session, function, 0, 0, EN, NULL), !=, 0);
}

/* An assessment that is taken away leaves the activity, without its link. */
static void
test_remove (Fixture       *self,
             gconstpointer  data)
{
  gint64 assessment = assess (self, "A-3", KOYOMI_EXECUTION_INSOURCE, 2, 4, 0);
  gint64 activity = koyomi_gap_make_activity (self->session, find_function (self, "A-3"), 0, 0, EN, NULL);
  g_autoptr(KoyomiRecord) record = NULL;

  g_assert_true (koyomi_session_remove (self->session, KOYOMI_TABLE_MATURITY, assessment, EN, NULL));
  record = koyomi_session_get (self->session, KOYOMI_TABLE_ACTIVITY, activity, EN, NULL);
  g_assert_true (koyomi_record_is_none (record, KOYOMI_ACTIVITY_MATURITY));
  g_assert_null (find_activity (self, find_function (self, "A-3")));
}

/* The sample company knows how it is, how it was, and where it wants to be. */
static void
test_sample (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KoyomiMaturityTable) now = load (self, self->today);
  g_autoptr(KoyomiMaturityTable) then = load (self, koyomi_day_add_months (self->today, -12));

  g_assert_cmpuint (now->mean.n_unknown, ==, 0);
  g_assert_cmpuint (then->mean.n_unknown, ==, 0);
  g_assert_cmpuint (now->gaps->len, >=, 20);
  g_assert_cmpfloat (koyomi_maturity_mean_get_as_is (&then->mean), <, koyomi_maturity_mean_get_as_is (&now->mean));
  g_assert_cmpfloat (koyomi_maturity_mean_get_as_is (&now->mean), <, koyomi_maturity_mean_get_to_be (&now->mean));
  g_assert_true (koyomi_maturity_mean_is_known (&then->mean));
}

#define ADD_IN(path, language, func) \
  g_test_add ("/session/maturity-edit/" path, Fixture, GINT_TO_POINTER (language), set_up, func, tear_down)
#define ADD(path, func) ADD_IN (path, JA, func)

/* One edit for all; what is to end stays so, and one that nobody has assessed gets its goal too. */
static void
test_goals (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GArray) functions = g_array_new (FALSE, FALSE, sizeof (gint64));
  static const char *const codes[] = { "A-1", "A-2", "A-3" };
  guint32 day = koyomi_day_new (2027, 3, 31);
  g_autoptr(KoyomiEntry) entry = NULL;
  g_autoptr(KoyomiMaturityTable) table = NULL;
  g_autoptr(KoyomiMaturityTable) undone = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  assess (self, "A-1", KOYOMI_EXECUTION_INSOURCE, 2, 3, KOYOMI_DAY_NONE);
  assess (self, "A-1", KOYOMI_EXECUTION_OUTSOURCE, 2, KOYOMI_LEVEL_NOT_DONE, KOYOMI_DAY_NONE);
  assess (self, "A-2", KOYOMI_EXECUTION_OUTSOURCE, 1, -1, KOYOMI_DAY_NONE);
  before = koyomi_test_content_hash (self->session);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      gint64 id = find_function (self, codes[i]);

      g_array_append_val (functions, id);
    }

  koyomi_maturity_set_goals (self->session, functions, 4, day, EN, &error);
  g_assert_no_error (error);
  entry = koyomi_session_get_undoable (self->session, NULL);
  g_assert_cmpstr (entry->label, ==, "Set the goal of 3 functions to level 4");
  table = load (self, self->today);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_cmpint (get_row (table, codes[i])->score.to_be, ==, 4);
  g_assert_cmpint (get_row (table, "A-1")->modes[KOYOMI_EXECUTION_OUTSOURCE].levels.to_be, ==, KOYOMI_LEVEL_NOT_DONE);
  g_assert_cmpint (get_row (table, "A-1")->modes[KOYOMI_EXECUTION_INSOURCE].levels.as_is, ==, 2);
  g_assert_cmpint (get_row (table, "A-2")->modes[KOYOMI_EXECUTION_OUTSOURCE].levels.to_be, ==, 4);
  g_assert_null (get_row (table, "A-2")->modes[KOYOMI_EXECUTION_INSOURCE].record);
  g_assert_cmpuint (koyomi_record_get_day (get_row (table, "A-3")->modes[KOYOMI_EXECUTION_INSOURCE].record, KOYOMI_MATURITY_TARGET_DAY),
                    ==, day);

  g_assert_true (koyomi_session_undo (self->session, NULL));
  after = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (after, ==, before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  ADD ("nothing-assessed-is-unknown", test_empty);
  ADD ("means-and-gaps", test_means);
  ADD ("another-day-is-another-row", test_days);
  ADD_IN ("new-row-inherits/ja", JA, test_inherits);
  ADD_IN ("new-row-inherits/en", EN, test_inherits);
  ADD ("refuses-what-is-no-level", test_refuses);
  ADD ("days-before-the-target-are-proposed", test_proposes);
  ADD_IN ("gap-becomes-an-activity/ja", JA, test_makes);
  ADD_IN ("gap-becomes-an-activity/en", EN, test_makes);
  ADD ("one-activity-at-a-time", test_one_at_a_time);
  ADD ("assessment-can-be-taken-away", test_remove);
  g_test_add ("/session/maturity-edit/sample-has-a-history", Fixture, NULL, set_up_sample, test_sample, tear_down);
  g_test_add ("/session/maturity-edit/one-goal-for-several-functions", Fixture, GINT_TO_POINTER (JA), set_up, test_goals, tear_down);

  return koyomi_test_folder_finish (g_test_run ());
}
