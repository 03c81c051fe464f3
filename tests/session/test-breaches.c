#include "koyomi-breaches.h"
#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"
#include "koyomi-waiver-edit.h"

#include <string.h>

#define TODAY koyomi_day_new (2026, 11, 22)

static KoyomiSession *
make_session (KoyomiTemplate template,
              KoyomiLanguage language)
{
  koyomi_day_set_today (TODAY);

  return koyomi_test_plan_start (template, language);
}

static GPtrArray *
load (KoyomiSession  *session,
      const char     *catalogue,
      guint32         day,
      KoyomiLanguage  language)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *breaches = koyomi_session_load_breaches (session, catalogue, day, language, &error);

  g_assert_no_error (error);

  return breaches;
}

/* “no-a 5”: the rule and the code of the function; in brackets when it is waived. */
static char *
format_breaches (KoyomiSession *session,
                 GPtrArray     *breaches)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < breaches->len; i++)
    {
      KoyomiBreach *breach = g_ptr_array_index (breaches, i);
      g_autoptr(KoyomiRecord) function = koyomi_session_get (session, KOYOMI_TABLE_FUNCTION, breach->function_id,
                                                             KOYOMI_LANGUAGE_EN, NULL);

      g_assert_cmpstr (breach->sentence, !=, "");
      g_assert_null (strpbrk (breach->sentence, "{}"));
      g_ptr_array_add (texts, g_strdup_printf (breach->is_waived ? "(%s %s)" : "%s %s", koyomi_rule_get_nick (breach->rule),
                                               koyomi_record_get_text (function, KOYOMI_FUNCTION_CODE)));
    }
  g_ptr_array_add (texts, NULL);

  return g_strjoinv ("; ", (char **) texts->pdata);
}

static void
assert_breaches (KoyomiSession *session,
                 guint32        day,
                 const char    *expected)
{
  for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
    {
      g_autoptr(GPtrArray) breaches = load (session, NULL, day, language);
      g_autofree char *found = format_breaches (session, breaches);

      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_templates (void)
{
  for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
    {
      KoyomiSession *cric = make_session (KOYOMI_TEMPLATE_CRIC, language);
      KoyomiSession *empty = make_session (KOYOMI_TEMPLATE_EMPTY, language);
      KoyomiSession *sample = make_session (KOYOMI_TEMPLATE_SAMPLE, language);

      assert_breaches (cric, TODAY, "");
      assert_breaches (empty, TODAY, "");
      assert_breaches (sample, TODAY, "no-a 11; outsourced-a 26; inactive-team 30; no-a D-5; contract-ending 12; (single-person 24); "
                                      "single-person C-5; too-many-a B-1");
      g_assert_finalize_object (cric);
      g_assert_finalize_object (empty);
      g_assert_finalize_object (sample);
    }
}

/* What a planted defect is made with. */
typedef struct
{
  KoyomiSession *session;
  KoyomiEdit    *edit;
} Plant;

static KoyomiRecord *
find_by (Plant         *self,
         KoyomiTableId  table,
         int            field,
         const char    *text)
{
  g_autoptr(GPtrArray) records = koyomi_session_list (self->session, table, 0, 0, KOYOMI_LANGUAGE_JA, NULL);

  for (guint i = 0; i < records->len; i++)
    if (strcmp (koyomi_record_get_text (g_ptr_array_index (records, i), field), text) == 0)
      return g_object_ref (g_ptr_array_index (records, i));

  g_assert_not_reached ();
}

static gint64
find_id (Plant         *self,
         KoyomiTableId  table,
         int            field,
         const char    *text)
{
  g_autoptr(KoyomiRecord) record = find_by (self, table, field, text);

  return koyomi_record_get_id (record);
}

static void
insert (Plant        *self,
        KoyomiRecord *record)
{
  g_autoptr(GError) error = NULL;

  koyomi_edit_insert (self->edit, record, &error);
  g_assert_no_error (error);
}

static void
update (Plant        *self,
        KoyomiRecord *record)
{
  g_autoptr(GError) error = NULL;

  koyomi_edit_update (self->edit, record, &error);
  g_assert_no_error (error);
}

/* Gives a team its letters for a function of the CRIC table; "" takes it out. */
static void
assign (Plant      *self,
        const char *function,
        const char *team,
        const char *letters)
{
  gint64 function_id = find_id (self, KOYOMI_TABLE_FUNCTION, KOYOMI_FUNCTION_CODE, function);
  gint64 team_id = find_id (self, KOYOMI_TABLE_TEAM, KOYOMI_TEAM_CODE, team);
  g_autoptr(GPtrArray) assignments = koyomi_session_list (self->session, KOYOMI_TABLE_ASSIGNMENT, KOYOMI_ASSIGNMENT_FUNCTION,
                                                          function_id, KOYOMI_LANGUAGE_JA, NULL);
  g_autoptr(KoyomiRecord) assignment = koyomi_record_new (KOYOMI_TABLE_ASSIGNMENT);

  for (guint i = 0; i < assignments->len; i++)
    if (koyomi_record_get_int (g_ptr_array_index (assignments, i), KOYOMI_ASSIGNMENT_TEAM) == team_id)
      koyomi_edit_delete (self->edit, KOYOMI_TABLE_ASSIGNMENT, koyomi_record_get_id (g_ptr_array_index (assignments, i)), NULL);

  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION, function_id);
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TEAM, team_id);
  koyomi_record_set_text (assignment, KOYOMI_ASSIGNMENT_LETTERS, letters);
  if (*letters != '\0')
    insert (self, assignment);
}

static void
set_team (Plant      *self,
          const char *team,
          int         field,
          gint64      value)
{
  g_autoptr(KoyomiRecord) record = find_by (self, KOYOMI_TABLE_TEAM, KOYOMI_TEAM_CODE, team);

  koyomi_record_set_int (record, field, value);
  update (self, record);
}

static void
add_contract (Plant      *self,
              const char *team,
              guint32     last_day)
{
  g_autoptr(KoyomiRecord) contract = koyomi_record_new (KOYOMI_TABLE_CONTRACT);

  koyomi_record_set_text (contract, KOYOMI_CONTRACT_TITLE, "監視契約");
  koyomi_record_set_int (contract, KOYOMI_CONTRACT_TEAM, find_id (self, KOYOMI_TABLE_TEAM, KOYOMI_TEAM_CODE, team));
  koyomi_record_set_int (contract, KOYOMI_CONTRACT_FIRST_DAY, TODAY - 300);
  koyomi_record_set_int (contract, KOYOMI_CONTRACT_LAST_DAY, last_day);
  insert (self, contract);
}

static void
plant_no_a (Plant *self)
{
  assign (self, "5", "SYS", "");
}

static void
plant_two_a (Plant *self)
{
  assign (self, "5", "ADM", "RA");
}

static void
plant_no_r (Plant *self)
{
  assign (self, "5", "ADM", "C");
}

static void
plant_outsourced_a (Plant *self)
{
  g_autoptr(KoyomiRecord) team = koyomi_record_new (KOYOMI_TABLE_TEAM);

  koyomi_record_set_text (team, KOYOMI_TEAM_CODE, "V");
  koyomi_record_set_int (team, KOYOMI_TEAM_KIND, KOYOMI_TEAM_KIND_OUTSOURCED);
  insert (self, team);
  add_contract (self, "V", TODAY + 400);
  assign (self, "18", "CSM", "");
  assign (self, "18", "V", "A");
}

static void
plant_single_person (Plant *self)
{
  g_autoptr(KoyomiRecord) person = koyomi_record_new (KOYOMI_TABLE_PERSON);

  koyomi_record_set_text (person, KOYOMI_PERSON_NAME, "練習 悟");
  koyomi_record_set_int (person, KOYOMI_PERSON_TEAM, find_id (self, KOYOMI_TABLE_TEAM, KOYOMI_TEAM_CODE, "NET"));
  insert (self, person);
}

static void
plant_no_contract (Plant *self)
{
  set_team (self, "SOC", KOYOMI_TEAM_KIND, KOYOMI_TEAM_KIND_OUTSOURCED);
}

static void
plant_contract_ending (Plant *self)
{
  set_team (self, "SOC", KOYOMI_TEAM_KIND, KOYOMI_TEAM_KIND_OUTSOURCED);
  add_contract (self, "SOC", TODAY + KOYOMI_RULE_CONTRACT_DAYS);
}

static void
plant_inactive_team (Plant *self)
{
  set_team (self, "HR", KOYOMI_TEAM_ACTIVE_TO, TODAY - 1);
}

static void
plant_too_many_a (Plant *self)
{
  assign (self, "16", "SO", "C");
  assign (self, "16", "SYS", "A");
}

static void
plant_self_audit (Plant *self)
{
  assign (self, "18", "AUD", "R");
}

/* The next run of function 8 and all that follow it are for a team that is only informed. */
static void
plant_plan_owner (Plant *self)
{
  gint64 function = find_id (self, KOYOMI_TABLE_FUNCTION, KOYOMI_FUNCTION_CODE, "8");
  g_autoptr(GPtrArray) activities = koyomi_session_list (self->session, KOYOMI_TABLE_ACTIVITY, KOYOMI_ACTIVITY_FUNCTION, function,
                                                         KOYOMI_LANGUAGE_JA, NULL);

  g_assert_cmpuint (activities->len, >, 0);
  koyomi_record_set_int (g_ptr_array_index (activities, 0), KOYOMI_ACTIVITY_TEAM,
                         find_id (self, KOYOMI_TABLE_TEAM, KOYOMI_TEAM_CODE, "HLP"));
  update (self, g_ptr_array_index (activities, 0));
}

static const struct
{
  KoyomiRule   rule;
  void       (*plant) (Plant *self);
  const char  *breaches;
} defects[] = {
  { KOYOMI_RULE_NO_A, plant_no_a, "no-a 5" },
  { KOYOMI_RULE_TWO_A, plant_two_a, "two-a 5" },
  { KOYOMI_RULE_NO_R, plant_no_r, "no-r 5" },
  { KOYOMI_RULE_OUTSOURCED_A, plant_outsourced_a, "outsourced-a 18" },
  { KOYOMI_RULE_SINGLE_PERSON, plant_single_person, "single-person 25" },
  { KOYOMI_RULE_NO_CONTRACT, plant_no_contract, "no-contract 18" },
  { KOYOMI_RULE_CONTRACT_ENDING, plant_contract_ending, "contract-ending 18" },
  { KOYOMI_RULE_INACTIVE_TEAM, plant_inactive_team, "inactive-team 14" },
  { KOYOMI_RULE_TOO_MANY_A, plant_too_many_a, "too-many-a 5" },
  { KOYOMI_RULE_SELF_AUDIT, plant_self_audit, "self-audit 18" },
  { KOYOMI_RULE_PLAN_OWNER, plant_plan_owner, "plan-owner 8" },
};

static void
commit_defect (KoyomiSession *session,
               guint          number)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, &error);
  Plant plant = { session, edit };

  g_assert_no_error (error);
  defects[number].plant (&plant);
  koyomi_edit_commit (edit, "欠陥", &error);
  g_assert_no_error (error);
}

/* In a plan without a fault each is found, as one breach and none beside it, and mended by undo. */
static void
test_defects (void)
{
  KoyomiSession *session = make_session (KOYOMI_TEMPLATE_CRIC, KOYOMI_LANGUAGE_JA);
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (G_N_ELEMENTS (defects), ==, KOYOMI_N_RULES);
  for (guint i = 0; i < G_N_ELEMENTS (defects); i++)
    {
      g_assert_cmpuint (defects[i].rule, ==, i);
      commit_defect (session, i);
      assert_breaches (session, TODAY, defects[i].breaches);
      koyomi_session_undo (session, &error);
      g_assert_no_error (error);
      assert_breaches (session, TODAY, "");
    }
  g_assert_finalize_object (session);
}

static void
test_catalogues (void)
{
  KoyomiSession *session = make_session (KOYOMI_TEMPLATE_CRIC, KOYOMI_LANGUAGE_JA);
  g_autoptr(GPtrArray) cric = load (session, "cric", TODAY, KOYOMI_LANGUAGE_JA);
  g_autoptr(GPtrArray) isogj = load (session, "isogj", TODAY, KOYOMI_LANGUAGE_JA);
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (cric->len, ==, 0);
  g_assert_cmpuint (isogj->len, ==, 54 * 2);
  g_assert_null (koyomi_session_load_breaches (session, "other", TODAY, KOYOMI_LANGUAGE_JA, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND);
  g_assert_finalize_object (session);
}

static void
test_limit (void)
{
  KoyomiSession *session = make_session (KOYOMI_TEMPLATE_CRIC, KOYOMI_LANGUAGE_JA);
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (koyomi_session_get_a_limit (session), ==, KOYOMI_RULE_A_LIMIT);
  koyomi_session_set_a_limit (session, 14, KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  assert_breaches (session, TODAY, "too-many-a 5");
  koyomi_session_set_a_limit (session, 15, KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  assert_breaches (session, TODAY, "");
  g_assert_finalize_object (session);
}

/* Of the plan only the fiscal year of the day counts, and only what is still to be done. */
static void
test_plan_year (void)
{
  KoyomiSession *session = make_session (KOYOMI_TEMPLATE_CRIC, KOYOMI_LANGUAGE_JA);
  g_autoptr(GPtrArray) breaches = NULL;
  g_autoptr(KoyomiRecord) run = NULL;
  g_autoptr(GPtrArray) runs = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEdit) edit = NULL;

  commit_defect (session, KOYOMI_RULE_PLAN_OWNER);
  assert_breaches (session, koyomi_day_new (2027, 3, 31), "plan-owner 8");
  assert_breaches (session, koyomi_day_new (2027, 4, 1), "");

  breaches = load (session, NULL, TODAY, KOYOMI_LANGUAGE_JA);
  run = koyomi_session_get (session, KOYOMI_TABLE_OCCURRENCE, ((KoyomiBreach *) g_ptr_array_index (breaches, 0))->occurrence_id,
                            KOYOMI_LANGUAGE_JA, NULL);
  runs = koyomi_session_list (session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY,
                              koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY), KOYOMI_LANGUAGE_JA, NULL);
  edit = koyomi_session_begin_edit (session, NULL);
  for (guint i = 0; i < runs->len; i++)
    {
      koyomi_occurrence_set_status (g_ptr_array_index (runs, i), KOYOMI_STATUS_DONE, TODAY, "", &error);
      g_assert_no_error (error);
      koyomi_edit_update (edit, g_ptr_array_index (runs, i), &error);
      g_assert_no_error (error);
    }
  koyomi_edit_commit (edit, "完了", &error);
  g_assert_no_error (error);
  assert_breaches (session, TODAY, "");
  g_clear_pointer (&edit, koyomi_edit_free);
  g_assert_finalize_object (session);
}

static void
assert_last_label (KoyomiSession *session,
                   const char    *label)
{
  g_autoptr(GPtrArray) entries = koyomi_session_list_entries (session, 0, NULL);

  g_assert_cmpstr (((KoyomiEntry *) g_ptr_array_index (entries, entries->len - 1))->label, ==, label);
}

static KoyomiBreach *
get_only (KoyomiSession *session,
          guint32        day)
{
  g_autoptr(GPtrArray) breaches = load (session, NULL, day, KOYOMI_LANGUAGE_JA);

  g_assert_cmpuint (breaches->len, ==, 1);

  return g_object_ref (g_ptr_array_index (breaches, 0));
}

static void
waive (KoyomiSession *session,
       const char    *reason,
       guint32        until,
       KoyomiLanguage language)
{
  g_autoptr(KoyomiBreach) breach = get_only (session, koyomi_day_today ());
  g_autoptr(GError) error = NULL;

  koyomi_session_waive_breach (session, breach, reason, "架空 太郎", until, language, &error);
  g_assert_no_error (error);
}

static void
assert_waiver (KoyomiSession *session,
               guint32        day,
               gboolean       is_waived,
               const char    *reason)
{
  g_autoptr(KoyomiBreach) breach = get_only (session, day);

  g_assert_cmpint (breach->is_waived, ==, is_waived);
  g_assert_true ((breach->waiver != NULL) == (reason != NULL));
  if (reason != NULL)
    g_assert_cmpstr (koyomi_record_get_text (breach->waiver, KOYOMI_WAIVER_REASON), ==, reason);
}

/* An accepted breach keeps its reason, comes back the day after its end, and is one edit. */
static void
test_waive (void)
{
  KoyomiSession *session = make_session (KOYOMI_TEMPLATE_CRIC, KOYOMI_LANGUAGE_JA);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  commit_defect (session, KOYOMI_RULE_NO_A);
  before = koyomi_test_content_hash (session);
  waive (session, "次回の委員会で決定", TODAY + 30, KOYOMI_LANGUAGE_JA);
  assert_last_label (session, "「セキュリティ実装計画」の「説明責任 (A) の不在」を2026-12-22まで許容");
  assert_waiver (session, TODAY - 1, FALSE, NULL);
  assert_waiver (session, TODAY, TRUE, "次回の委員会で決定");
  assert_waiver (session, TODAY + 30, TRUE, "次回の委員会で決定");
  assert_waiver (session, TODAY + 31, FALSE, "次回の委員会で決定");
  g_assert_cmpint (koyomi_session_count (session, KOYOMI_TABLE_WAIVER, NULL), ==, 1);

  koyomi_session_undo (session, &error);
  g_assert_no_error (error);
  after = koyomi_test_content_hash (session);
  g_assert_cmpstr (after, ==, before);
  assert_waiver (session, TODAY, FALSE, NULL);
  koyomi_session_redo (session, &error);
  g_assert_no_error (error);
  assert_waiver (session, TODAY, TRUE, "次回の委員会で決定");
  koyomi_test_plan_verify (session);
  g_assert_finalize_object (session);
}

/* A later decision takes the place of an earlier one, which still tells what was accepted until then. */
static void
test_waive_again (void)
{
  KoyomiSession *session = make_session (KOYOMI_TEMPLATE_CRIC, KOYOMI_LANGUAGE_JA);

  commit_defect (session, KOYOMI_RULE_NO_CONTRACT);
  waive (session, "一", TODAY + 100, KOYOMI_LANGUAGE_EN);
  assert_last_label (session, "Accept “Outsourced without a contract” for “SOC staff” until 2027-03-02");
  waive (session, "二", TODAY + 50, KOYOMI_LANGUAGE_EN);
  g_assert_cmpint (koyomi_session_count (session, KOYOMI_TABLE_WAIVER, NULL), ==, 1);
  assert_waiver (session, TODAY + 50, TRUE, "二");
  assert_waiver (session, TODAY + 51, FALSE, "二");

  koyomi_day_set_today (TODAY + 10);
  waive (session, "三", TODAY + 20, KOYOMI_LANGUAGE_EN);
  g_assert_cmpint (koyomi_session_count (session, KOYOMI_TABLE_WAIVER, NULL), ==, 2);
  assert_waiver (session, TODAY + 9, TRUE, "二");
  assert_waiver (session, TODAY + 20, TRUE, "三");
  assert_waiver (session, TODAY + 21, FALSE, "三");
  koyomi_day_set_today (TODAY);
  g_assert_finalize_object (session);
}

static void
test_take_back (void)
{
  KoyomiSession *session = make_session (KOYOMI_TEMPLATE_CRIC, KOYOMI_LANGUAGE_JA);
  g_autoptr(KoyomiBreach) breach = NULL;
  g_autoptr(GError) error = NULL;

  commit_defect (session, KOYOMI_RULE_PLAN_OWNER);
  breach = get_only (session, TODAY);
  g_assert_false (koyomi_session_take_waiver_back (session, breach, KOYOMI_LANGUAGE_EN, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOTHING);
  g_clear_error (&error);

  waive (session, "一", TODAY + 100, KOYOMI_LANGUAGE_JA);
  koyomi_session_take_waiver_back (session, breach, KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
  assert_waiver (session, TODAY, FALSE, NULL);
  koyomi_session_undo (session, &error);
  g_assert_no_error (error);
  assert_waiver (session, TODAY, TRUE, "一");

  koyomi_day_set_today (TODAY + 5);
  koyomi_session_take_waiver_back (session, breach, KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  assert_waiver (session, TODAY + 4, TRUE, "一");
  assert_waiver (session, TODAY + 5, FALSE, "一");
  koyomi_session_undo (session, &error);
  g_assert_no_error (error);
  assert_waiver (session, TODAY + 5, TRUE, "一");
  koyomi_day_set_today (TODAY);
  g_assert_finalize_object (session);
}

static void
test_refusal (void)
{
  static const struct
  {
    const char *reason;
    int         until;   /* from today */
    gboolean    is_done;
  } cases[] = {
    { "", 10, FALSE },
    { " \n", 10, FALSE },
    { "理由", -1, FALSE },
    { "理由", 0, TRUE },
  };
  KoyomiSession *session = make_session (KOYOMI_TEMPLATE_CRIC, KOYOMI_LANGUAGE_JA);
  g_autoptr(KoyomiBreach) breach = NULL;

  commit_defect (session, KOYOMI_RULE_SELF_AUDIT);
  breach = get_only (session, TODAY);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (koyomi_session_waive_breach (session, breach, cases[i].reason, "", TODAY + cases[i].until, KOYOMI_LANGUAGE_JA,
                                                    &error), ==, cases[i].is_done);
      if (!cases[i].is_done)
        g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
      g_assert_cmpint (koyomi_session_count (session, KOYOMI_TABLE_WAIVER, NULL), ==, cases[i].is_done);
    }
  g_assert_finalize_object (session);
}

/* The plan as it was is judged as it was. */
static void
test_past (void)
{
  KoyomiSession *session = make_session (KOYOMI_TEMPLATE_CRIC, KOYOMI_LANGUAGE_JA);
  KoyomiSession *past;
  g_autoptr(GError) error = NULL;

  commit_defect (session, KOYOMI_RULE_NO_A);
  past = koyomi_session_open_as_of (session, 1, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_breaches (past, TODAY, "");
  assert_breaches (session, TODAY, "no-a 5");
  g_assert_finalize_object (past);
  g_assert_finalize_object (session);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add_func ("/session/breaches/new-plans-have-none-and-the-sample-a-few", test_templates);
  g_test_add_func ("/session/breaches/each-planted-defect-is-found-alone", test_defects);
  g_test_add_func ("/session/breaches/one-catalogue-can-be-asked-for", test_catalogues);
  g_test_add_func ("/session/breaches/a-plan-has-its-own-limit", test_limit);
  g_test_add_func ("/session/breaches/only-this-year-is-judged", test_plan_year);
  g_test_add_func ("/session/breaches/waived-until-its-day", test_waive);
  g_test_add_func ("/session/breaches/waived-again", test_waive_again);
  g_test_add_func ("/session/breaches/waiver-is-taken-back", test_take_back);
  g_test_add_func ("/session/breaches/waiver-wants-a-reason-and-an-end", test_refusal);
  g_test_add_func ("/session/breaches/past-is-judged-as-it-was", test_past);

  return koyomi_test_folder_finish (g_test_run ());
}
