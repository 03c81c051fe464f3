#include "koyomi-activity-edit.h"
#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-record-edit.h"
#include "koyomi-run-edit.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <string.h>

#define JA KOYOMI_LANGUAGE_JA
#define EN KOYOMI_LANGUAGE_EN

typedef struct
{
  KoyomiSession *session;
  gint64         function;
  gint64         team;
  gint64         activity;
} Fixture;

static guint32
day (const char *text)
{
  guint32 number = koyomi_day_parse (text, NULL);

  g_assert_cmpuint (number, !=, KOYOMI_DAY_NONE);

  return number;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static int number = 0;
  g_autofree char *name = g_strdup_printf ("%d", number++);
  g_autofree char *folder = koyomi_test_folder_make (name);
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);
  g_autoptr(GPtrArray) functions = NULL;
  g_autoptr(GPtrArray) teams = NULL;

  koyomi_day_set_today (day ("2026-06-15"));
  koyomi_test_plan_make (path, KOYOMI_TEMPLATE_SAMPLE, JA);
  self->session = koyomi_test_plan_open (path);
  functions = koyomi_session_list (self->session, KOYOMI_TABLE_FUNCTION, 0, 0, JA, NULL);
  teams = koyomi_session_list (self->session, KOYOMI_TABLE_TEAM, 0, 0, JA, NULL);
  self->function = koyomi_record_get_id (g_ptr_array_index (functions, 0));
  self->team = koyomi_record_get_id (g_ptr_array_index (teams, 0));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_plan_verify (self->session);
  g_assert_finalize_object (self->session);
}

static void
make_activity (Fixture    *self,
               const char *rule,
               const char *first_day,
               int         duration)
{
  g_autoptr(KoyomiRecord) activity = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);
  g_autoptr(GError) error = NULL;

  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FUNCTION, self->function);
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_TITLE, "復旧訓練");
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_RULE, rule);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FIRST_DAY, day (first_day));
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_DURATION, duration);
  self->activity = koyomi_activity_create (self->session, activity, day ("2026-04-01"), day ("2027-03-31"), TRUE, JA, &error);
  g_assert_no_error (error);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return koyomi_record_get_id (*(KoyomiRecord **) a) < koyomi_record_get_id (*(KoyomiRecord **) b) ? -1 : 1;
}

/* In the order in which they were made. */
static GPtrArray *
list_runs (Fixture *self)
{
  GPtrArray *runs = koyomi_session_list (self->session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY, self->activity, JA, NULL);

  g_ptr_array_sort (runs, compare_ids);

  return runs;
}

/* Such as "2026-06-10d 2027-06-10.": each run's first day, and whether it is planned, begun, done, skipped or missed. */
static char *
describe_runs (Fixture *self)
{
  g_autoptr(GPtrArray) runs = list_runs (self);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      g_autofree char *first = koyomi_record_format (g_ptr_array_index (runs, i), KOYOMI_OCCURRENCE_FIRST_DAY, EN);

      g_string_append_printf (text, "%s%s%c", i > 0 ? " " : "", first,
                              ".bdsm"[koyomi_record_get_int (g_ptr_array_index (runs, i), KOYOMI_OCCURRENCE_STATUS)]);
    }

  return g_string_free (text, FALSE);
}

static void
assert_runs (Fixture    *self,
             const char *expected)
{
  g_autofree char *runs = describe_runs (self);

  g_assert_cmpstr (runs, ==, expected);
}

static void
prove (Fixture *self,
       gint64   run)
{
  g_autoptr(KoyomiRecord) proof = koyomi_record_new (KOYOMI_TABLE_PROOF);
  g_autoptr(GPtrArray) evidence = koyomi_session_list (self->session, KOYOMI_TABLE_EVIDENCE, 0, 0, JA, NULL);

  koyomi_record_set_int (proof, KOYOMI_PROOF_EVIDENCE, koyomi_record_get_id (g_ptr_array_index (evidence, 0)));
  koyomi_record_set_int (proof, KOYOMI_PROOF_OCCURRENCE, run);
  g_assert_cmpint (koyomi_session_add (self->session, proof, JA, NULL), !=, 0);
}

static void
translate (Fixture *self,
           gint64   run)
{
  KoyomiEdit *edit = koyomi_session_begin_edit (self->session, NULL);

  g_assert_true (koyomi_edit_translate (edit, KOYOMI_OCCURRENCE_TITLE, run, "Drill", NULL));
  g_assert_true (koyomi_edit_commit (edit, "準備", NULL));
  koyomi_edit_free (edit);
}

static gboolean
set_status (Fixture       *self,
            gint64         run,
            KoyomiStatus   status,
            const char    *when)
{
  gboolean needs_reason = status == KOYOMI_STATUS_SKIPPED || status == KOYOMI_STATUS_MISSED;

  return koyomi_runs_set_status (self->session, &run, 1, status, when != NULL ? day (when) : KOYOMI_DAY_NONE,
                                 needs_reason ? "設備更新" : NULL, JA, NULL);
}

/* Does to the run what a word says, such as "done@2026-06-10". */
static void
act (Fixture    *self,
     gint64      run,
     const char *word)
{
  static const char * const statuses[] = { "planned", "doing", "done", "skipped", "missed" };
  g_auto(GStrv) parts = g_strsplit (word, "@", 2);

  for (guint status = 0; status < G_N_ELEMENTS (statuses); status++)
    if (g_str_equal (parts[0], statuses[status]))
      {
        g_assert_true (set_status (self, run, status, parts[1]));
        return;
      }

  if (g_str_equal (parts[0], "moved"))
    g_assert_true (koyomi_run_set_days (self->session, run, day (parts[1]), day (parts[1]), JA, NULL));
  else if (g_str_equal (parts[0], "assigned"))
    g_assert_true (koyomi_runs_assign (self->session, &run, 1, self->team, JA, NULL));
  else if (g_str_equal (parts[0], "deleted"))
    g_assert_true (koyomi_runs_delete (self->session, &run, 1, JA, NULL));
  else if (g_str_equal (parts[0], "proven"))
    prove (self, run);
  else if (g_str_equal (parts[0], "named"))
    translate (self, run);
  else
    g_assert_not_reached ();
}

/* "1=done@2026-06-10" is about the first run, in the order in which they were made; "undo" takes the last edit back. */
static void
play (Fixture    *self,
      const char *story)
{
  g_auto(GStrv) words = g_strsplit (story, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_autoptr(GPtrArray) runs = list_runs (self);

      if (g_str_equal (words[i], "undo"))
        g_assert_true (koyomi_session_undo (self->session, NULL));
      else
        act (self, koyomi_record_get_id (g_ptr_array_index (runs, words[i][0] - '1')), words[i] + 2);
    }
}

static const struct
{
  const char *name;
  const char *rule;
  const char *first_day;
  int         duration;
  const char *story;
  const char *runs;
} cases[] = {
  { "done-makes-the-next", "every=6months from=completion", "2026-06-01", 1, "1=done@2026-06-10", "2026-06-01d 2026-12-10." },
  { "undo-takes-back-both", "every=6months from=completion", "2026-06-01", 1, "1=done@2026-06-10 undo", "2026-06-01." },
  { "begun-makes-none", "every=6months from=completion", "2026-06-01", 1, "1=doing@2026-06-10", "2026-06-01b" },
  { "done-twice-makes-one", "every=6months from=completion", "2026-06-01", 1, "1=done@2026-06-10 1=done@2026-06-10", "2026-06-01d 2026-12-10." },
  { "another-day-moves-the-next", "every=6months from=completion", "2026-06-01", 1, "1=done@2026-06-10 1=done@2026-06-12",
    "2026-06-01d 2026-12-12." },
  { "set-back-takes-the-next-away", "every=6months from=completion", "2026-06-01", 1, "1=done@2026-06-10 1=planned", "2026-06-01." },
  { "begun-again-takes-the-next-away", "every=6months from=completion", "2026-06-01", 1, "1=done@2026-06-10 1=doing@2026-06-10",
    "2026-06-01b" },
  { "set-back-and-done-again", "every=6months from=completion", "2026-06-01", 1, "1=done@2026-06-10 1=planned 1=done@2026-06-11",
    "2026-06-01d 2026-12-11." },
  { "moved-next-stays", "every=6months from=completion", "2026-06-01", 1, "1=done@2026-06-10 2=moved@2026-12-24 1=done@2026-06-12",
    "2026-06-01d 2026-12-24." },
  { "moved-next-stays-when-set-back", "every=6months from=completion", "2026-06-01", 1,
    "1=done@2026-06-10 2=moved@2026-12-24 1=planned 1=done@2026-06-12", "2026-06-01d 2026-12-24." },
  { "assigned-next-stays", "every=6months from=completion", "2026-06-01", 1, "1=done@2026-06-10 2=assigned 1=planned",
    "2026-06-01. 2026-12-10." },
  { "proven-next-stays", "every=6months from=completion", "2026-06-01", 1, "1=done@2026-06-10 2=proven 1=planned",
    "2026-06-01. 2026-12-10." },
  { "next-named-in-the-other-language-stays", "every=6months from=completion", "2026-06-01", 1, "1=done@2026-06-10 2=named 1=planned",
    "2026-06-01. 2026-12-10." },
  { "begun-next-stays", "every=6months from=completion", "2026-06-01", 1, "1=done@2026-06-10 2=doing@2026-06-14 1=planned",
    "2026-06-01. 2026-12-10b" },
  { "each-makes-its-next", "every=month from=completion", "2026-04-01", 1, "1=done@2026-04-03 2=done@2026-05-07 3=done@2026-06-08",
    "2026-04-01d 2026-05-03d 2026-06-07d 2026-07-08." },
  { "an-earlier-run-changes-nothing", "every=month from=completion", "2026-04-01", 1,
    "1=done@2026-04-03 2=done@2026-05-07 1=done@2026-04-20 1=planned", "2026-04-01. 2026-05-03d 2026-06-07." },
  { "one-step-back-at-a-time", "every=month from=completion", "2026-04-01", 1,
    "1=done@2026-04-03 2=done@2026-05-07 2=planned 1=planned", "2026-04-01." },
  { "skipped-counts-from-its-day", "every=6months from=completion", "2026-06-05", 1, "1=skipped", "2026-06-05s 2026-12-05." },
  { "missed-counts-from-its-last-day", "every=2weeks from=completion", "2026-06-01", 3, "1=missed", "2026-06-01m 2026-06-17." },
  { "skipped-counts-from-where-it-was-moved", "every=6months from=completion", "2026-06-05", 1, "1=moved@2026-06-19 1=skipped",
    "2026-06-19s 2026-12-19." },
  { "skipped-then-done-moves-the-next", "every=6months from=completion", "2026-06-05", 1, "1=skipped 1=done@2026-06-12",
    "2026-06-05d 2026-12-12." },
  { "done-early", "every=month from=completion", "2026-06-15", 1, "1=done@2026-05-01 2=done@2026-06-02 2=planned",
    "2026-06-15d 2026-06-01." },
  { "until-holds", "every=6months from=completion until=2026-12-11", "2026-06-01", 1, "1=done@2026-06-10", "2026-06-01d 2026-12-10." },
  { "until-ends", "every=6months from=completion until=2026-12-11", "2026-06-01", 1, "1=done@2026-06-12", "2026-06-01d" },
  { "until-takes-the-next-away", "every=6months from=completion until=2026-12-11", "2026-06-01", 1,
    "1=done@2026-06-10 1=done@2026-06-12", "2026-06-01d" },
  { "count-holds", "every=month from=completion count=2", "2026-04-01", 1, "1=done@2026-04-03 2=done@2026-05-03",
    "2026-04-01d 2026-05-03d" },
  { "skipped-ones-count", "every=month from=completion count=2", "2026-04-01", 1, "1=skipped 2=missed", "2026-04-01s 2026-05-01m" },
  { "except-is-left-out", "every=month from=completion except=2026-05-03", "2026-04-01", 1, "1=done@2026-04-03",
    "2026-04-01d 2026-06-03." },
  { "deleted-next-does-not-come-back", "every=month from=completion", "2026-04-01", 1,
    "1=done@2026-04-03 2=deleted 1=planned 1=done@2026-04-03", "2026-04-01d 2026-06-03." },
  { "day-off-is-avoided", "every=month from=completion holiday=after", "2026-04-01", 2, "1=done@2026-04-03", "2026-04-01d 2026-05-07." },
  { "day-of-the-month", "every=6months day=20 from=completion", "2026-06-20", 1, "1=done@2026-07-03", "2026-06-20d 2027-01-20." },
  { "other-rules-make-none", "every=6months", "2026-06-01", 1, "1=done@2026-06-10 1=planned", "2026-06-01. 2026-12-01." },
  { "what-happens-once-makes-none", "", "2026-06-01", 1, "1=done@2026-06-10", "2026-06-01d" },
};

static void
test_cases (Fixture       *self,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].name);
      make_activity (self, cases[i].rule, cases[i].first_day, cases[i].duration);
      play (self, cases[i].story);
      assert_runs (self, cases[i].runs);
    }
}

static void
test_length (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) runs = NULL;
  KoyomiRecord *next;

  make_activity (self, "every=6months from=completion", "2026-06-01", 3);
  play (self, "1=done@2026-06-10 1=done@2026-06-12");
  runs = list_runs (self);
  next = g_ptr_array_index (runs, 1);
  g_assert_cmpuint (koyomi_record_get_day (next, KOYOMI_OCCURRENCE_LAST_DAY), ==, day ("2026-12-14"));
  g_assert_cmpuint (koyomi_record_get_day (next, KOYOMI_OCCURRENCE_SLOT_DAY), ==, day ("2026-12-12"));
  g_assert_false (koyomi_occurrence_is_moved (next));
}

/* Several at once are one step: what is done and what it brings. */
static void
test_batch (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GPtrArray) runs = NULL;
  g_autoptr(GError) error = NULL;
  gint64 ids[2];

  make_activity (self, "every=month from=completion", "2026-04-01", 1);
  play (self, "1=done@2026-04-03");
  before = koyomi_test_content_hash (self->session);
  runs = list_runs (self);
  for (guint i = 0; i < 2; i++)
    ids[i] = koyomi_record_get_id (g_ptr_array_index (runs, i));

  g_assert_true (koyomi_runs_set_status (self->session, ids, 2, KOYOMI_STATUS_DONE, day ("2026-05-04"), NULL, JA, &error));
  assert_runs (self, "2026-04-01d 2026-05-03d 2026-06-04.");
  g_assert_true (koyomi_runs_set_status (self->session, ids, 2, KOYOMI_STATUS_PLANNED, 0, NULL, JA, &error));
  assert_runs (self, "2026-04-01. 2026-05-03.");
  g_assert_true (koyomi_session_undo (self->session, &error));
  g_assert_true (koyomi_session_undo (self->session, &error));
  after = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (after, ==, before);
}

/* Whoever writes the fields themselves, as an import does, does the same. */
static void
test_any_edit (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GPtrArray) runs = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiEdit *edit;

  make_activity (self, "every=6months from=completion", "2026-06-01", 1);
  runs = list_runs (self);
  g_assert_true (koyomi_occurrence_set_status (g_ptr_array_index (runs, 0), KOYOMI_STATUS_DONE, day ("2026-06-10"), NULL, &error));
  g_assert_true (koyomi_session_save (self->session, g_ptr_array_index (runs, 0), JA, &error));
  assert_runs (self, "2026-06-01d 2026-12-10.");

  koyomi_record_set_int (g_ptr_array_index (runs, 0), KOYOMI_OCCURRENCE_ACTUAL_LAST, day ("2026-06-12"));
  edit = koyomi_session_begin_edit (self->session, &error);
  g_assert_true (koyomi_edit_update (edit, g_ptr_array_index (runs, 0), &error));
  g_assert_true (koyomi_edit_commit (edit, "取込", &error));
  koyomi_edit_free (edit);
  assert_runs (self, "2026-06-01d 2026-12-12.");

  /* A run that is done and deleted at once brings nothing. */
  koyomi_record_set_int (g_ptr_array_index (runs, 0), KOYOMI_OCCURRENCE_ACTUAL_LAST, day ("2026-06-13"));
  edit = koyomi_session_begin_edit (self->session, &error);
  g_assert_true (koyomi_edit_update (edit, g_ptr_array_index (runs, 0), &error));
  g_assert_true (koyomi_edit_delete (edit, KOYOMI_TABLE_ACTIVITY, self->activity, &error));
  g_assert_true (koyomi_edit_commit (edit, "削除", &error));
  koyomi_edit_free (edit);
  assert_runs (self, "");
}

static int
add_runs (Fixture    *self,
          const char *first_day,
          const char *last_day)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (self->session, NULL);
  g_autoptr(KoyomiRecord) activity = koyomi_session_get (self->session, KOYOMI_TABLE_ACTIVITY, self->activity, JA, NULL);

  return koyomi_edit_add_runs (edit, activity, day (first_day), day (last_day), NULL);
}

/* A new plan year brings nothing by the rule alone: neither the first again nor one beyond the next. */
static void
test_new_year (Fixture       *self,
               gconstpointer  data)
{
  make_activity (self, "every=6months from=completion", "2026-06-01", 1);
  g_assert_cmpint (add_runs (self, "2026-04-01", "2027-03-31"), ==, 0);
  g_assert_cmpint (add_runs (self, "2027-04-01", "2028-03-31"), ==, 0);
  play (self, "1=done@2026-06-10");
  g_assert_cmpint (add_runs (self, "2026-04-01", "2027-03-31"), ==, 0);
  g_assert_cmpint (add_runs (self, "2027-04-01", "2028-03-31"), ==, 0);
}

/* Twelve times are twelve in all, when the rest is changed too. */
static void
test_split (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KoyomiRecord) activity = NULL;
  g_autoptr(GPtrArray) activities = NULL;
  g_autoptr(GPtrArray) runs = NULL;
  g_autoptr(GError) error = NULL;

  make_activity (self, "every=month from=completion count=3", "2026-04-01", 1);
  play (self, "1=done@2026-04-03 2=done@2026-05-07");
  runs = list_runs (self);
  g_assert_cmpuint (runs->len, ==, 3);
  activity = koyomi_session_get (self->session, KOYOMI_TABLE_ACTIVITY, self->activity, JA, NULL);
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_TITLE, "復旧訓練 (本社)");
  g_assert_true (koyomi_activity_change (self->session, activity, koyomi_record_get_id (g_ptr_array_index (runs, 2)), KOYOMI_SCOPE_LATER,
                                         JA, &error));
  g_assert_no_error (error);
  assert_runs (self, "2026-04-01d 2026-05-03d");

  activities = koyomi_session_list (self->session, KOYOMI_TABLE_ACTIVITY, 0, 0, JA, NULL);
  g_ptr_array_sort (activities, compare_ids);
  self->activity = koyomi_record_get_id (g_ptr_array_index (activities, activities->len - 1));
  play (self, "1=done@2026-06-08");
  assert_runs (self, "2026-06-07d");
}

#define ADD(path, func) g_test_add ("/session/completion/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  ADD ("next-run-follows-what-is-done", test_cases);
  ADD ("next-run-is-as-long-as-the-activity", test_length);
  ADD ("several-runs-are-one-step", test_batch);
  ADD ("any-edit-does-it", test_any_edit);
  ADD ("rule-alone-gives-the-first", test_new_year);
  ADD ("count-goes-on-when-later-runs-change", test_split);

  return koyomi_test_folder_finish (g_test_run ());
}
