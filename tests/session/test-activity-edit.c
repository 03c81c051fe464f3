#include "koyomi-activity-edit.h"
#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-run-edit.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <stdlib.h>
#include <string.h>

#define JA KOYOMI_LANGUAGE_JA
#define EN KOYOMI_LANGUAGE_EN

/* A plan in Japanese; today is 2026-06-15. The activity happens on the first of every month. Of its runs April's and May's are done,
 * June's is under way, August's was moved by nine days and September's is skipped. */
typedef struct
{
  KoyomiSession *session;
  gint64         functions[2];
  gint64         team;
  gint64         activity;
  gint64         runs[12];
  char          *at_first;
} Fixture;

static guint32
day (const char *text)
{
  return koyomi_day_parse (text, NULL);
}

static GPtrArray *
list_runs (Fixture *self,
           gint64   activity)
{
  return koyomi_session_list (self->session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY, activity, JA, NULL);
}

static KoyomiRecord *
make_activity (Fixture    *self,
               const char *rule,
               const char *first_day)
{
  KoyomiRecord *activity = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);

  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FUNCTION, self->functions[0]);
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_TITLE, "脆弱性診断");
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_RULE, rule);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FIRST_DAY, day (first_day));
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_DURATION, 1);

  return activity;
}

static void
make_monthly (Fixture *self)
{
  g_autoptr(KoyomiRecord) activity = make_activity (self, "every=month day=1", "2026-04-01");
  g_autoptr(KoyomiRecord) dependency = koyomi_record_new (KOYOMI_TABLE_DEPENDENCY);
  g_autoptr(KoyomiRecord) risk = koyomi_record_new (KOYOMI_TABLE_RISK);
  g_autoptr(GPtrArray) others = koyomi_session_list (self->session, KOYOMI_TABLE_ACTIVITY, 0, 0, JA, NULL);
  g_autoptr(GPtrArray) runs = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiEdit *edit;

  self->activity = koyomi_activity_create (self->session, activity, day ("2026-04-01"), day ("2027-03-31"), TRUE, JA, &error);
  g_assert_no_error (error);
  edit = koyomi_session_begin_edit (self->session, NULL);
  g_assert_true (koyomi_edit_translate (edit, KOYOMI_ACTIVITY_TITLE, self->activity, "Vulnerability scan", NULL));
  koyomi_record_set_int (dependency, KOYOMI_DEPENDENCY_FROM_ACTIVITY, self->activity);
  koyomi_record_set_int (dependency, KOYOMI_DEPENDENCY_TO_ACTIVITY, koyomi_record_get_id (g_ptr_array_index (others, 0)));
  g_assert_true (koyomi_edit_insert (edit, dependency, NULL));
  koyomi_record_set_int (risk, KOYOMI_RISK_ACTIVITY, self->activity);
  koyomi_record_set_int (risk, KOYOMI_RISK_LIKELIHOOD, 1);
  koyomi_record_set_int (risk, KOYOMI_RISK_IMPACT, 1);
  koyomi_record_set_int (risk, KOYOMI_RISK_TARGET_LIKELIHOOD, 1);
  koyomi_record_set_int (risk, KOYOMI_RISK_TARGET_IMPACT, 1);
  g_assert_true (koyomi_edit_insert (edit, risk, NULL));
  g_assert_true (koyomi_edit_commit (edit, "準備", NULL));
  koyomi_edit_free (edit);

  runs = list_runs (self, self->activity);
  g_assert_cmpuint (runs->len, ==, 12);
  for (guint i = 0; i < 12; i++)
    self->runs[i] = koyomi_record_get_id (g_ptr_array_index (runs, i));
}

/* The sample plan is made once and copied for each case.
 * Returns: (transfer full): the path of a copy */
static char *
copy_sample (void)
{
  static int number;
  static char *sample;
  g_autofree char *name = g_strdup_printf ("case-%d", ++number);
  g_autofree char *folder = koyomi_test_folder_make (name);
  char *path = g_build_filename (folder, "plan.koyomi", NULL);

  if (sample == NULL)
    {
      g_autofree char *first = koyomi_test_folder_make ("sample");

      sample = g_build_filename (first, "plan.koyomi", NULL);
      koyomi_test_plan_make (sample, KOYOMI_TEMPLATE_SAMPLE, JA);
    }
  koyomi_test_file_copy (sample, path);

  return path;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr(GPtrArray) functions = NULL;
  g_autoptr(GPtrArray) teams = NULL;

  koyomi_day_set_today (day ("2026-06-15"));
  path = copy_sample ();
  self->session = koyomi_test_plan_open (path);
  functions = koyomi_session_list (self->session, KOYOMI_TABLE_FUNCTION, 0, 0, JA, NULL);
  teams = koyomi_session_list (self->session, KOYOMI_TABLE_TEAM, 0, 0, JA, NULL);
  for (guint i = 0; i < 2; i++)
    self->functions[i] = koyomi_record_get_id (g_ptr_array_index (functions, i));
  self->team = koyomi_record_get_id (g_ptr_array_index (teams, 0));

  make_monthly (self);
  koyomi_runs_set_status (self->session, self->runs, 2, KOYOMI_STATUS_DONE, day ("2026-05-02"), NULL, JA, NULL);
  koyomi_runs_set_status (self->session, &self->runs[2], 1, KOYOMI_STATUS_DOING, day ("2026-06-02"), NULL, JA, NULL);
  koyomi_runs_move (self->session, &self->runs[4], 1, 9, JA, NULL);
  koyomi_runs_set_status (self->session, &self->runs[5], 1, KOYOMI_STATUS_SKIPPED, 0, "設備更新", JA, NULL);
  self->at_first = koyomi_test_content_hash (self->session);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_plan_verify (self->session);
  g_assert_finalize_object (self->session);
  g_free (self->at_first);
}

static void
append_activity (Fixture      *self,
                 GString      *text,
                 KoyomiRecord *activity)
{
  static const char statuses[] = ".bdsm";
  g_autoptr(GPtrArray) runs = list_runs (self, koyomi_record_get_id (activity));

  g_string_append_printf (text, "%s%s[%s]", text->len > 0 ? " | " : "",
                          koyomi_record_get_id (activity) == self->activity ? "" : "new ",
                          koyomi_record_get_text (activity, KOYOMI_ACTIVITY_RULE));
  for (guint i = 0; i < runs->len; i++)
    {
      KoyomiRecord *run = g_ptr_array_index (runs, i);
      g_autofree char *first_day = koyomi_record_format (run, KOYOMI_OCCURRENCE_FIRST_DAY, EN);

      g_assert_cmpint (koyomi_record_get_int (run, KOYOMI_OCCURRENCE_FUNCTION), ==, koyomi_record_get_int (activity, KOYOMI_ACTIVITY_FUNCTION));
      g_string_append_printf (text, " %s%c", first_day + 5, statuses[koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS)]);
    }
}

/* The activity and what has come of it: “[rule] 04-01d 05-01d 06-01b 07-01. 08-10. 09-01s | new [rule] …”. A dot is planned. */
static char *
format_runs (Fixture *self)
{
  g_autoptr(GPtrArray) activities = koyomi_session_list (self->session, KOYOMI_TABLE_ACTIVITY, 0, 0, JA, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < activities->len; i++)
    {
      KoyomiRecord *activity = g_ptr_array_index (activities, i);

      if (koyomi_record_get_id (activity) >= self->activity)
        append_activity (self, text, activity);
    }

  return g_string_free (text, FALSE);
}

/* "rule=every=month day=5;first=2026-07-05;duration=3;title=x;team;function" */
static void
set_fields (Fixture      *self,
            KoyomiRecord *activity,
            const char   *changes)
{
  g_auto(GStrv) parts = g_strsplit (changes, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_has_prefix (parts[i], "rule="))
      koyomi_record_set_text (activity, KOYOMI_ACTIVITY_RULE, parts[i] + strlen ("rule="));
    else if (g_str_has_prefix (parts[i], "first="))
      koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FIRST_DAY, day (parts[i] + strlen ("first=")));
    else if (g_str_has_prefix (parts[i], "duration="))
      koyomi_record_set_int (activity, KOYOMI_ACTIVITY_DURATION, atoi (parts[i] + strlen ("duration=")));
    else if (g_str_has_prefix (parts[i], "title="))
      koyomi_record_set_text (activity, KOYOMI_ACTIVITY_TITLE, parts[i] + strlen ("title="));
    else if (g_str_has_prefix (parts[i], "note="))
      koyomi_record_set_text (activity, KOYOMI_ACTIVITY_NOTE, parts[i] + strlen ("note="));
    else if (g_str_equal (parts[i], "team"))
      koyomi_record_set_int (activity, KOYOMI_ACTIVITY_TEAM, self->team);
    else if (g_str_equal (parts[i], "function"))
      koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FUNCTION, self->functions[1]);
    else
      g_assert_not_reached ();
}

#define KEPT "04-01d 05-01d 06-01b"
#define REST "07-01. 08-10. 09-01s 10-01. 11-01. 12-01. 01-01. 02-01. 03-01."

static const struct
{
  const char        *claim;
  KoyomiScope        scope;
  int                run;       /* its month; 0 for none */
  const char        *changes;
  KoyomiScopeEffect  effect;    /* kept, removed, moved, added */
  const char        *runs;      /* NULL: refused */
  const char        *label;
} cases[] = {
  { "this/title", KOYOMI_SCOPE_THIS, 7, "title=臨時診断", { 12, 0, 0, 0 }, "[every=month day=1] " KEPT " " REST,
    "Change “Vulnerability scan” of 2026-07-01" },
  { "this/days", KOYOMI_SCOPE_THIS, 7, "first=2026-07-10;duration=3", { 11, 0, 1, 0 },
    "[every=month day=1] " KEPT " 07-10. 08-10. 09-01s 10-01. 11-01. 12-01. 01-01. 02-01. 03-01.",
    "Change “Vulnerability scan” of 2026-07-01" },
  { "this/length-of-a-moved-run", KOYOMI_SCOPE_THIS, 8, "duration=3;team", { 11, 0, 1, 0 }, "[every=month day=1] " KEPT " " REST,
    "Change “Vulnerability scan” of 2026-08-10" },
  { "this/rule-is-refused", KOYOMI_SCOPE_THIS, 7, "rule=every=week", { 0 }, NULL, NULL },
  { "this/function-is-refused", KOYOMI_SCOPE_THIS, 7, "title=x;function", { 0 }, NULL, NULL },
  { "this/note-is-refused", KOYOMI_SCOPE_THIS, 7, "note=x", { 0 }, NULL, NULL },
  { "this/needs-its-run", KOYOMI_SCOPE_THIS, 0, "title=x", { 0 }, NULL, NULL },
  { "later/rule", KOYOMI_SCOPE_LATER, 10, "rule=every=month day=5", { 6, 0, 6, 0 },
    "[every=month day=1 until=2026-09-30] " KEPT " 07-01. 08-10. 09-01s | "
    "new [every=month day=5] 10-05. 11-05. 12-05. 01-05. 02-05. 03-05.", "Change “Vulnerability scan” from 2026-10-01 on" },
  { "later/rule-with-touched-runs", KOYOMI_SCOPE_LATER, 7, "rule=every=month day=5", { 5, 0, 7, 0 },
    "[every=month day=1 until=2026-06-30] " KEPT " 09-01s | "
    "new [every=month day=5] 07-05. 08-10. 10-05. 11-05. 12-05. 01-05. 02-05. 03-05.",
    "Change “Vulnerability scan” from 2026-07-01 on" },
  { "later/fewer", KOYOMI_SCOPE_LATER, 7, "rule=months=10,3 day=1", { 7, 5, 0, 0 },
    "[every=month day=1 until=2026-06-30] " KEPT " 08-10. 09-01s | new [months=10,3 day=1] 10-01. 03-01.",
    "Change “Vulnerability scan” from 2026-07-01 on" },
  { "later/more", KOYOMI_SCOPE_LATER, 3, "rule=every=2weeks", { 12, 0, 0, 2 },
    "[every=month day=1 until=2027-02-28] " KEPT " 07-01. 08-10. 09-01s 10-01. 11-01. 12-01. 01-01. 02-01. | "
    "new [every=2weeks] 03-01. 03-15. 03-29.", "Change “Vulnerability scan” from 2027-03-01 on" },
  { "later/title", KOYOMI_SCOPE_LATER, 7, "title=新診断", { 12, 0, 0, 0 },
    "[every=month day=1 until=2026-06-30] " KEPT " | new [every=month day=1] " REST,
    "Change “Vulnerability scan” from 2026-07-01 on" },
  { "later/function", KOYOMI_SCOPE_LATER, 7, "function", { 12, 0, 0, 0 },
    "[every=month day=1 until=2026-06-30] " KEPT " | new [every=month day=1] " REST,
    "Change “Vulnerability scan” from 2026-07-01 on" },
  { "later/from-the-past", KOYOMI_SCOPE_LATER, 5, "rule=every=month day=5", { 5, 0, 7, 0 },
    "[every=month day=1 until=2026-04-30] " KEPT " 09-01s | "
    "new [every=month day=5] 07-05. 08-10. 10-05. 11-05. 12-05. 01-05. 02-05. 03-05.",
    "Change “Vulnerability scan” from 2026-05-01 on" },
  { "later/first-day", KOYOMI_SCOPE_LATER, 7, "first=2026-07-20;rule=every=month", { 5, 0, 7, 0 },
    "[every=month day=1 until=2026-06-30] " KEPT " 09-01s | "
    "new [every=month] 07-20. 08-10. 10-20. 11-20. 12-20. 01-20. 02-20. 03-20.",
    "Change “Vulnerability scan” from 2026-07-01 on" },
  { "later/first-day-before-the-run-is-refused", KOYOMI_SCOPE_LATER, 7, "first=2026-06-20", { 0 }, NULL, NULL },
  { "later/bad-rule-is-refused", KOYOMI_SCOPE_LATER, 7, "rule=every=century", { 0 }, NULL, NULL },
  { "later/from-the-first-is-all", KOYOMI_SCOPE_LATER, 4, "duration=2", { 5, 0, 7, 0 }, "[every=month day=1] " KEPT " " REST,
    "Change the length in days of “Vulnerability scan”" },
  { "all/rule", KOYOMI_SCOPE_ALL, 7, "rule=every=month day=5", { 5, 0, 7, 0 },
    "[every=month day=5] " KEPT " 07-05. 08-10. 09-01s 10-05. 11-05. 12-05. 01-05. 02-05. 03-05.",
    "Change the recurrence rule of “Vulnerability scan”" },
  { "all/without-a-run", KOYOMI_SCOPE_ALL, 0, "rule=months=10 day=1", { 6, 6, 0, 0 },
    "[months=10 day=1] " KEPT " 08-10. 09-01s 10-01.", "Change the recurrence rule of “Vulnerability scan”" },
  { "all/nothing-before-today", KOYOMI_SCOPE_ALL, 7, "rule=every=2weeks until=2026-07-31", { 5, 7, 0, 3 },
    "[every=2weeks until=2026-07-31] " KEPT " 06-24. 07-08. 07-22. 08-10. 09-01s",
    "Change the recurrence rule of “Vulnerability scan”" },
  { "all/title", KOYOMI_SCOPE_ALL, 7, "title=新診断", { 12, 0, 0, 0 }, "[every=month day=1] " KEPT " " REST,
    "Change the title of “Vulnerability scan”" },
  { "all/function", KOYOMI_SCOPE_ALL, 7, "function;rule=every=month day=5", { 5, 0, 7, 0 },
    "[every=month day=5] " KEPT " 07-05. 08-10. 09-01s 10-05. 11-05. 12-05. 01-05. 02-05. 03-05.",
    "Change “Vulnerability scan”" },
  { "all/once", KOYOMI_SCOPE_ALL, 7, "rule=;first=2026-08-01", { 5, 7, 0, 0 }, "[] " KEPT " 08-10. 09-01s",
    "Change “Vulnerability scan”" },
  { "all/no-title-is-refused", KOYOMI_SCOPE_ALL, 7, "title= 　", { 0 }, NULL, NULL },
  { "all/no-length-is-refused", KOYOMI_SCOPE_ALL, 7, "duration=0", { 0 }, NULL, NULL },
  { "all/nothing-changed", KOYOMI_SCOPE_ALL, 7, "duration=1", { 12, 0, 0, 0 }, "[every=month day=1] " KEPT " " REST, NULL },
};

static void
assert_at_first (Fixture *self)
{
  g_autofree char *hash = koyomi_test_content_hash (self->session);

  g_assert_cmpstr (hash, ==, self->at_first);
}

static void
assert_effect (const KoyomiScopeEffect *effect,
               const KoyomiScopeEffect *expected)
{
  g_autofree char *text = g_strdup_printf ("%u kept %u removed %u moved %u added", effect->n_kept, effect->n_removed, effect->n_moved,
                                           effect->n_added);
  g_autofree char *wanted = g_strdup_printf ("%u kept %u removed %u moved %u added", expected->n_kept, expected->n_removed,
                                             expected->n_moved, expected->n_added);

  g_assert_cmpstr (text, ==, wanted);
}

static void
assert_label (Fixture    *self,
              const char *label)
{
  g_autoptr(KoyomiEntry) entry = koyomi_session_get_undoable (self->session, NULL);

  g_assert_cmpstr (entry->label, ==, label);
}

static void
test_case (Fixture       *self,
           gconstpointer  data)
{
  guint i = GPOINTER_TO_UINT (data);
  gint64 run = cases[i].run != 0 ? self->runs[(cases[i].run + 8) % 12] : 0;
  g_autoptr(KoyomiRecord) activity = koyomi_session_get (self->session, KOYOMI_TABLE_ACTIVITY, self->activity, JA, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *runs = NULL;
  KoyomiScopeEffect effect;

  set_fields (self, activity, cases[i].changes);
  g_assert_true (koyomi_activity_preview (self->session, activity, run, cases[i].scope, EN, &effect, &error) == (cases[i].runs != NULL));
  assert_at_first (self);
  g_clear_error (&error);
  g_assert_true (koyomi_activity_change (self->session, activity, run, cases[i].scope, EN, &error) == (cases[i].runs != NULL));

  if (cases[i].runs == NULL)
    {
      g_assert_cmpint (error->domain, ==, KOYOMI_PLAN_ERROR);
      g_assert_true (koyomi_record_has_changes (activity));
    }
  else
    {
      g_assert_no_error (error);
      assert_effect (&effect, &cases[i].effect);
      runs = format_runs (self);
      g_assert_cmpstr (runs, ==, cases[i].runs);
      if (cases[i].label != NULL)
        {
          assert_label (self, cases[i].label);
          koyomi_session_undo (self->session, &error);
          g_assert_no_error (error);
        }
    }

  assert_at_first (self);
}

static KoyomiRecord *
get (Fixture        *self,
     KoyomiTableId   table,
     gint64          id,
     KoyomiLanguage  language)
{
  g_autoptr(GError) error = NULL;
  KoyomiRecord *record = koyomi_session_get (self->session, table, id, language, &error);

  g_assert_no_error (error);

  return record;
}

static void
assert_undone (Fixture    *self,
               const char *label)
{
  assert_label (self, label);
  g_assert_true (koyomi_session_undo (self->session, NULL));
  assert_at_first (self);
}

/* A title that is changed in the other language is a translation; what is linked goes along. */
static void
test_successor (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(KoyomiRecord) activity = get (self, KOYOMI_TABLE_ACTIVITY, self->activity, EN);
  g_autoptr(KoyomiRecord) run = NULL;
  g_autoptr(KoyomiRecord) own = NULL;
  g_autoptr(KoyomiRecord) other = NULL;
  g_autoptr(KoyomiRecord) old = NULL;
  g_autoptr(GPtrArray) links = NULL;
  g_autoptr(GPtrArray) risks = NULL;
  gint64 successor;

  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_TITLE, "Scan by the new partner");
  koyomi_record_set_real (activity, KOYOMI_ACTIVITY_COST, 1200);
  g_assert_true (koyomi_activity_change (self->session, activity, self->runs[6], KOYOMI_SCOPE_LATER, JA, NULL));

  run = get (self, KOYOMI_TABLE_OCCURRENCE, self->runs[6], JA);
  successor = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY);
  own = get (self, KOYOMI_TABLE_ACTIVITY, successor, JA);
  other = get (self, KOYOMI_TABLE_ACTIVITY, successor, EN);
  old = get (self, KOYOMI_TABLE_ACTIVITY, self->activity, EN);
  g_assert_cmpstr (koyomi_record_get_title (own), ==, "脆弱性診断");
  g_assert_cmpstr (koyomi_record_get_title (other), ==, "Scan by the new partner");
  g_assert_cmpfloat (koyomi_record_get_real (own, KOYOMI_ACTIVITY_COST), ==, 1200);
  g_assert_cmpstr (koyomi_record_get_title (old), ==, "Vulnerability scan");
  g_assert_true (koyomi_record_is_none (old, KOYOMI_ACTIVITY_COST));

  links = koyomi_session_list (self->session, KOYOMI_TABLE_DEPENDENCY, KOYOMI_DEPENDENCY_FROM_ACTIVITY, successor, JA, NULL);
  risks = koyomi_session_list (self->session, KOYOMI_TABLE_RISK, KOYOMI_RISK_ACTIVITY, successor, JA, NULL);
  g_assert_cmpuint (links->len, ==, 1);
  g_assert_cmpuint (risks->len, ==, 1);
  assert_undone (self, "「脆弱性診断」を2026-10-01以降変更");
}

static void
test_this (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(KoyomiRecord) activity = get (self, KOYOMI_TABLE_ACTIVITY, self->activity, JA);
  g_autoptr(KoyomiRecord) run = NULL;

  set_fields (self, activity, "title=臨時診断;team;first=2026-08-20;duration=4");
  g_assert_true (koyomi_activity_change (self->session, activity, self->runs[4], KOYOMI_SCOPE_THIS, JA, NULL));
  run = get (self, KOYOMI_TABLE_OCCURRENCE, self->runs[4], JA);
  g_assert_cmpstr (koyomi_record_get_title (run), ==, "臨時診断");
  g_assert_cmpint (koyomi_record_get_int (run, KOYOMI_OCCURRENCE_TEAM), ==, self->team);
  g_assert_cmpuint (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY), ==, day ("2026-08-23"));
  g_assert_cmpuint (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ORIGINAL_FIRST), ==, day ("2026-08-01"));
  assert_undone (self, "「脆弱性診断」（2026-08-10）を変更");
}

static void
test_named_abroad (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(KoyomiRecord) run = get (self, KOYOMI_TABLE_OCCURRENCE, self->runs[3], EN);
  g_autoptr(KoyomiRecord) activity = get (self, KOYOMI_TABLE_ACTIVITY, self->activity, JA);
  g_autofree char *runs = NULL;

  koyomi_record_set_text (run, KOYOMI_OCCURRENCE_TITLE, "Scan of the head office");
  g_assert_true (koyomi_session_save (self->session, run, EN, NULL));
  set_fields (self, activity, "rule=months=10 day=1");
  g_assert_true (koyomi_activity_change (self->session, activity, 0, KOYOMI_SCOPE_ALL, JA, NULL));
  runs = format_runs (self);
  g_assert_cmpstr (runs, ==, "[months=10 day=1] " KEPT " 07-01. 08-10. 09-01s 10-01.");
}

/* The sample says of every run who does it. */
static void
assign_all (Fixture *self)
{
  g_assert_true (koyomi_runs_assign (self->session, self->runs, 12, self->team, JA, NULL));
  for (guint i = 0; i < 12; i++)
    {
      g_autoptr(KoyomiRecord) run = get (self, KOYOMI_TABLE_OCCURRENCE, self->runs[i], JA);
      g_autoptr(KoyomiRecord) translated = NULL;

      koyomi_record_set_text (run, KOYOMI_OCCURRENCE_OWNER, "架空 太郎");
      g_assert_true (koyomi_session_save (self->session, run, JA, NULL));
      translated = get (self, KOYOMI_TABLE_OCCURRENCE, self->runs[i], EN);
      koyomi_record_set_text (translated, KOYOMI_OCCURRENCE_OWNER, "Taro Kakuu");
      g_assert_true (koyomi_session_save (self->session, translated, JA, NULL));
    }
}

static void
assert_assigned (Fixture        *self,
                 KoyomiLanguage  language,
                 const char     *owner)
{
  g_autoptr(GPtrArray) activities = koyomi_session_list (self->session, KOYOMI_TABLE_ACTIVITY, 0, 0, language, NULL);

  for (guint i = 0; i < activities->len; i++)
    {
      gint64 activity = koyomi_record_get_id (g_ptr_array_index (activities, i));
      g_autoptr(GPtrArray) runs = koyomi_session_list (self->session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY, activity,
                                                       language, NULL);

      for (guint j = 0; activity >= self->activity && j < runs->len; j++)
        {
          g_assert_cmpstr (koyomi_record_get_text (g_ptr_array_index (runs, j), KOYOMI_OCCURRENCE_OWNER), ==, owner);
          g_assert_cmpint (koyomi_record_get_int (g_ptr_array_index (runs, j), KOYOMI_OCCURRENCE_TEAM), ==, self->team);
        }
    }
}

static const struct
{
  const char  *claim;
  KoyomiScope  scope;
  const char  *rule;
  const char  *runs;
} assigned[] = {
  { "later-moves", KOYOMI_SCOPE_LATER, "every=month day=5",
    "[every=month day=1 until=2026-09-30] " KEPT " 07-01. 08-10. 09-01s | "
    "new [every=month day=5] 10-05. 11-05. 12-05. 01-05. 02-05. 03-05." },
  { "all-moves", KOYOMI_SCOPE_ALL, "every=month day=5",
    "[every=month day=5] " KEPT " 07-05. 08-10. 09-01s 10-05. 11-05. 12-05. 01-05. 02-05. 03-05." },
  { "all-made-anew", KOYOMI_SCOPE_ALL, "months=10,11 weekday=2mon",
    "[months=10,11 weekday=2mon] " KEPT " 08-10. 09-01s 10-12. 11-09." },
};

/* Who does a run does not hold it on its days, and is not lost. */
static void
test_assigned (Fixture       *self,
               gconstpointer  data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(KoyomiRecord) activity = get (self, KOYOMI_TABLE_ACTIVITY, self->activity, EN);
  g_autoptr(GError) error = NULL;
  g_autofree char *runs = NULL;
  KoyomiScopeEffect effect, unassigned;

  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_RULE, assigned[i].rule);
  g_assert_true (koyomi_activity_preview (self->session, activity, self->runs[6], assigned[i].scope, EN, &unassigned, NULL));
  assign_all (self);
  g_assert_true (koyomi_activity_preview (self->session, activity, self->runs[6], assigned[i].scope, EN, &effect, NULL));
  assert_effect (&effect, &unassigned);

  koyomi_activity_change (self->session, activity, self->runs[6], assigned[i].scope, EN, &error);
  g_assert_no_error (error);
  runs = format_runs (self);
  g_assert_cmpstr (runs, ==, assigned[i].runs);
  assert_assigned (self, JA, "架空 太郎");
  assert_assigned (self, EN, "Taro Kakuu");
}

static void
test_second_change (Fixture       *self,
                    gconstpointer  data)
{
  static const char * const rules[] = { "every=month day=5", "every=month day=10", "every=month day=10" };
  g_autofree char *runs = NULL;

  /* However often the rule changes, a month has one run. */
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr(KoyomiRecord) activity = get (self, KOYOMI_TABLE_ACTIVITY, self->activity, JA);

      koyomi_record_set_text (activity, KOYOMI_ACTIVITY_RULE, rules[i]);
      koyomi_record_set_int (activity, KOYOMI_ACTIVITY_DURATION, i + 1);
      g_assert_true (koyomi_activity_change (self->session, activity, 0, KOYOMI_SCOPE_ALL, JA, NULL));
    }

  runs = format_runs (self);
  g_assert_cmpstr (runs, ==, "[every=month day=10] " KEPT " 07-10. 08-10. 09-01s 10-10. 11-10. 12-10. 01-10. 02-10. 03-10.");
}

/* A run that was deleted does not come back on another day of its month, whether all are changed or those from the run on. */
static void
test_deleted_stays_away (Fixture       *self,
                         gconstpointer  data)
{
  static const KoyomiScope scopes[] = { KOYOMI_SCOPE_ALL, KOYOMI_SCOPE_LATER };
  static const char * const expected[] = {
    "[every=month day=5 except=2026-11-05] " KEPT " 07-05. 08-10. 09-01s 10-05. 12-05. 01-05. 02-05. 03-05.",
    "[every=month day=1 until=2026-09-30] " KEPT " 07-01. 08-10. 09-01s | "
    "new [every=month day=5 except=2026-11-05] 10-05. 12-05. 01-05. 02-05. 03-05.",
  };

  g_assert_true (koyomi_runs_delete (self->session, &self->runs[7], 1, JA, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      g_autoptr(KoyomiRecord) activity = get (self, KOYOMI_TABLE_ACTIVITY, self->activity, JA);
      g_autofree char *runs = NULL;

      g_assert_cmpstr (koyomi_record_get_text (activity, KOYOMI_ACTIVITY_RULE), ==, "every=month day=1 except=2026-11-01");
      koyomi_record_set_text (activity, KOYOMI_ACTIVITY_RULE, "every=month day=5 except=2026-11-01");
      g_assert_true (koyomi_activity_change (self->session, activity, self->runs[6], scopes[i], JA, NULL));
      runs = format_runs (self);
      g_assert_cmpstr (runs, ==, expected[i]);
      g_assert_true (koyomi_session_undo (self->session, NULL));
    }
}

static const struct
{
  const char  *claim;
  KoyomiScope  scope;
  int          run;
  const char  *runs;
  const char  *label;
} deletions[] = {
  { "this", KOYOMI_SCOPE_THIS, 10,
    "[every=month day=1 except=2026-10-01] " KEPT " 07-01. 08-10. 09-01s 11-01. 12-01. 01-01. 02-01. 03-01.",
    "「脆弱性診断」（2026-10-01）を削除" },
  { "later", KOYOMI_SCOPE_LATER, 10, "[every=month day=1 until=2026-09-30] " KEPT " 07-01. 08-10. 09-01s",
    "「脆弱性診断」を2026-10-01以降削除" },
  { "later-leaves-what-was-decided", KOYOMI_SCOPE_LATER, 7, "[every=month day=1 until=2026-06-30] " KEPT " 09-01s",
    "「脆弱性診断」を2026-07-01以降削除" },
  { "later-from-the-first-leaves-it-too", KOYOMI_SCOPE_LATER, 4, "[every=month day=1 until=2026-03-31] " KEPT " 09-01s",
    "「脆弱性診断」を2026-04-01以降削除" },
  { "all", KOYOMI_SCOPE_ALL, 0, "", "「脆弱性診断」を削除" },
};

static void
test_delete (Fixture       *self,
             gconstpointer  data)
{
  guint i = GPOINTER_TO_UINT (data);
  gint64 run = deletions[i].run != 0 ? self->runs[(deletions[i].run + 8) % 12] : 0;
  g_autofree char *runs = NULL;
  g_autoptr(GError) error = NULL;

  koyomi_activity_delete (self->session, self->activity, run, deletions[i].scope, JA, &error);
  g_assert_no_error (error);
  runs = format_runs (self);
  g_assert_cmpstr (runs, ==, deletions[i].runs);
  assert_undone (self, deletions[i].label);
}

static void
test_delete_all_planned (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr(KoyomiRecord) activity = make_activity (self, "every=month day=1", "2026-07-01");
  g_autoptr(GPtrArray) runs = NULL;
  gint64 id = koyomi_activity_create (self->session, activity, day ("2026-04-01"), day ("2027-03-31"), FALSE, EN, NULL);

  runs = list_runs (self, id);
  g_assert_cmpuint (runs->len, ==, 9);
  g_assert_true (koyomi_activity_delete (self->session, id, koyomi_record_get_id (g_ptr_array_index (runs, 0)), KOYOMI_SCOPE_LATER,
                                         EN, NULL));
  g_assert_null (koyomi_session_get (self->session, KOYOMI_TABLE_ACTIVITY, id, JA, NULL));
  g_assert_true (koyomi_session_undo (self->session, NULL));
  assert_undone (self, "Add “脆弱性診断”");
}

static const struct
{
  const char *claim;
  const char *rule;
  const char *first_day;
  gboolean    before_today;
  const char *runs;   /* NULL: refused */
} creations[] = {
  { "from-today-on", "every=month day=15", "2026-04-01", FALSE,
    "06-15. 07-15. 08-15. 09-15. 10-15. 11-15. 12-15. 01-15. 02-15. 03-15." },
  { "not-the-day-before", "months=6,7 day=14", "2026-04-01", FALSE, "07-14." },
  { "before-today-when-asked", "months=5,7 day=1", "2026-04-01", TRUE, "05-01. 07-01." },
  { "once-in-the-past", "", "2026-05-20", FALSE, "05-20." },
  { "once-outside-the-window", "", "2027-05-20", FALSE, "05-20." },
  { "moved-by-a-holiday-to-today", "months=6 day=14 holiday=after", "2026-04-01", FALSE, "06-15." },
  { "bad-rule", "every=century", "2026-04-01", FALSE, NULL },
};

static void
test_create (Fixture       *self,
             gconstpointer  data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(KoyomiRecord) activity = make_activity (self, creations[i].rule, creations[i].first_day);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *expected = g_strdup_printf ("| new [%s] %s", creations[i].rule, creations[i].runs);
  gint64 id = koyomi_activity_create (self->session, activity, day ("2026-04-01"), day ("2027-03-31"), creations[i].before_today, EN,
                                      &error);

  if (creations[i].runs == NULL)
    {
      g_assert_cmpint (id, ==, 0);
      g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
      assert_at_first (self);
      return;
    }

  g_assert_no_error (error);
  text = format_runs (self);
  g_assert_true (g_str_has_suffix (text, expected));
  assert_undone (self, "Add “脆弱性診断”");
}

static gint64
find_duty (Fixture        *self,
           KoyomiDutyKind  kind)
{
  g_autoptr(GPtrArray) duties = koyomi_session_list (self->session, KOYOMI_TABLE_DUTY, 0, 0, JA, NULL);
  guint i = 0;

  while (koyomi_record_get_int (g_ptr_array_index (duties, i), KOYOMI_DUTY_KIND) != (gint64) kind)
    i++;

  return koyomi_record_get_id (g_ptr_array_index (duties, i));
}

static KoyomiRecord *
find_month (Fixture    *self,
            gint64      duty,
            const char *month)
{
  g_autoptr(GPtrArray) rows = koyomi_session_list (self->session, KOYOMI_TABLE_ATTESTATION, KOYOMI_ATTESTATION_DUTY, duty, JA, NULL);
  KoyomiRecord *found = NULL;

  for (guint i = 0; i < rows->len; i++)
    if (koyomi_record_get_day (g_ptr_array_index (rows, i), KOYOMI_ATTESTATION_MONTH) == day (month))
      {
        g_assert_null (found);
        found = g_object_ref (g_ptr_array_index (rows, i));
      }

  return found;
}

static void
test_attest (Fixture       *self,
             gconstpointer  data)
{
  gint64 duty = find_duty (self, KOYOMI_DUTY_KIND_ROUTINE);
  g_autoptr(KoyomiRecord) named = get (self, KOYOMI_TABLE_DUTY, duty, JA);
  g_autofree char *label = g_strdup_printf ("「%s」の2030-02の実施を記録（20日のうち18日）", koyomi_record_get_title (named));
  g_autoptr(KoyomiRecord) month = NULL;
  g_autoptr(KoyomiRecord) corrected = NULL;

  g_assert_true (koyomi_duty_attest (self->session, duty, day ("2030-02-01"), 20, 18, "担当者休暇", JA, NULL));
  month = find_month (self, duty, "2030-02-01");
  g_assert_cmpint (koyomi_record_get_int (month, KOYOMI_ATTESTATION_DONE_DAYS), ==, 18);
  assert_label (self, label);

  g_assert_true (koyomi_duty_attest (self->session, duty, day ("2030-02-14"), 20, 19, NULL, EN, NULL));
  corrected = find_month (self, duty, "2030-02-01");
  g_assert_cmpint (koyomi_record_get_id (corrected), ==, koyomi_record_get_id (month));
  g_assert_cmpint (koyomi_record_get_int (corrected, KOYOMI_ATTESTATION_DONE_DAYS), ==, 19);
  g_assert_cmpstr (koyomi_record_get_text (corrected, KOYOMI_ATTESTATION_NOTE), ==, "担当者休暇");
  g_assert_true (koyomi_session_undo (self->session, NULL));
  assert_undone (self, label);
}

static void
test_attest_refused (Fixture       *self,
                     gconstpointer  data)
{
  static const struct
  {
    KoyomiDutyKind kind;
    int            planned;
    int            done;
  } refused[] = {
    { KOYOMI_DUTY_KIND_ROUTINE, 20, 21 },
    { KOYOMI_DUTY_KIND_ROUTINE, 29, 20 },
    { KOYOMI_DUTY_KIND_ROUTINE, 20, -1 },
    { KOYOMI_DUTY_KIND_AT_INCIDENT, 20, 20 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (koyomi_duty_attest (self->session, find_duty (self, refused[i].kind), day ("2030-02-01"), refused[i].planned,
                                          refused[i].done, NULL, JA, &error));
      g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
      assert_at_first (self);
    }
}

#define ADD(path, func) g_test_add ("/session/activity-edit/" path, Fixture, NULL, set_up, func, tear_down)
#define ADD_TABLE(folder, table, func) \
  for (guint i = 0; i < G_N_ELEMENTS (table); i++) \
    { \
      g_autofree char *path = g_strconcat ("/session/activity-edit/" folder "/", table[i].claim, NULL); \
\
      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, func, tear_down); \
    }

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  ADD_TABLE ("scope", cases, test_case)
  ADD_TABLE ("delete", deletions, test_delete)
  ADD_TABLE ("create", creations, test_create)
  ADD_TABLE ("assigned", assigned, test_assigned)
  ADD ("successor-has-what-is-linked", test_successor);
  ADD ("this-run-gets-its-own", test_this);
  ADD ("run-named-in-the-other-language-stays", test_named_abroad);
  ADD ("a-month-has-one-run-after-many-changes", test_second_change);
  ADD ("deleted-run-stays-away-on-another-day", test_deleted_stays_away);
  ADD ("delete/nothing-left-behind", test_delete_all_planned);
  ADD ("attest", test_attest);
  ADD ("attest-refused", test_attest_refused);

  return koyomi_test_folder_finish (g_test_run ());
}
