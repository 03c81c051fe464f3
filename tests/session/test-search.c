#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-search.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <string.h>

static KoyomiSession *
make_session (const char     *name,
              KoyomiTemplate  template,
              KoyomiLanguage  language)
{
  g_autofree char *folder = koyomi_test_folder_make (name);
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);

  koyomi_test_plan_make (path, template, language);

  return koyomi_test_plan_open (path);
}

static GPtrArray *
find (KoyomiSession  *session,
      const char     *query,
      guint           most,
      KoyomiLanguage  language)
{
  KoyomiSearch *search = koyomi_session_get_search (session);
  GPtrArray *groups;
  g_autoptr(GError) error = NULL;

  koyomi_search_read_all (search, &error);
  g_assert_no_error (error);
  groups = koyomi_search_find (search, query, most, language, &error);
  g_assert_no_error (error);

  return groups;
}

/* What was found in one line: "team(1) CST CSIRT; risk(3) …". */
static char *
tell (KoyomiSession  *session,
      const char     *query,
      guint           most,
      KoyomiLanguage  language)
{
  g_autoptr(GPtrArray) groups = find (session, query, most, language);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const KoyomiSearchGroup *group = g_ptr_array_index (groups, i);

      g_string_append_printf (text, "%s%s(%u)", i > 0 ? "; " : "", koyomi_dictionary_get_table (group->table)->name, group->n_found);
      for (guint j = 0; j < group->hits->len; j++)
        {
          const KoyomiSearchHit *hit = g_ptr_array_index (group->hits, j);

          g_string_append_printf (text, "%s%s%s%s", j > 0 ? ", " : " ", hit->number, *hit->number != '\0' ? " " : "", hit->title);
        }
    }

  return g_string_free (text, FALSE);
}

static void
assert_found (KoyomiSession *session,
              const char    *query,
              const char    *expected)
{
  g_autofree char *text = tell (session, query, 3, KOYOMI_LANGUAGE_EN);

  g_test_message ("“%s”", query);
  g_assert_cmpstr (text, ==, expected);
}

/* The sample plan, asked however a person may type, in the language of the plan or the other one. */
static void
test_sample (gconstpointer data)
{
  static const struct
  {
    const char *query;
    const char *found;
  } cases[] = {
    { "", "" },
    { "　 ", "" },
    { "2026-004", "incident(1) 2026-004 Malware on a plant terminal" },
    { "２０２６ー００４", "incident(1) 2026-004 Malware on a plant terminal" },
    { "kpi-03", "metric(1) KPI-03 Mean time to contain" },
    { "A.5.24", "control(1) 5.24 Incident management is planned and prepared" },
    { "ａ．５．２４", "control(1) 5.24 Incident management is planned and prepared" },
    { "ﾗﾝｻﾑｳｪｱ",
      "incident(1) 2026-006 Ransomware response drill; risk(1) R-01 Ransomware stops the core systems; "
      "occurrence(2) Plan the IT-BCP exercise, Incident response drill; reporting_clock(1) jp_fsa_first FSA supervisory guideline" },
    { "らんさむうぇあ",
      "incident(1) 2026-006 Ransomware response drill; risk(1) R-01 Ransomware stops the core systems; "
      "occurrence(2) Plan the IT-BCP exercise, Incident response drill; reporting_clock(1) jp_fsa_first FSA supervisory guideline" },
    { "RANSOMWARE",
      "incident(1) 2026-006 Ransomware response drill; risk(1) R-01 Ransomware stops the core systems; "
      "occurrence(2) Plan the IT-BCP exercise, Incident response drill; reporting_clock(1) jp_fsa_first FSA supervisory guideline" },
    { "mogi lead", "person(1) Naoko Mogi" },
    { "模擬　ﾘｰﾀﾞｰ", "person(1) Naoko Mogi" },
    { "c-0015", "contract(1) C-0015 Vulnerability testing contract" },
    { "例題 無い語", "" },
    { "<b>%s", "" },
  };
  KoyomiSession *session = make_session (GPOINTER_TO_INT (data) == KOYOMI_LANGUAGE_JA ? "ja" : "en", KOYOMI_TEMPLATE_SAMPLE, GPOINTER_TO_INT (data));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_found (session, cases[i].query, cases[i].found);

  g_assert_finalize_object (session);
}

static gint64
insert (KoyomiSession *session,
        KoyomiRecord  *record)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, NULL);
  g_autoptr(GError) error = NULL;

  koyomi_edit_insert (edit, record, &error);
  g_assert_no_error (error);
  koyomi_edit_commit (edit, "Add", &error);
  g_assert_no_error (error);

  return koyomi_record_get_id (record);
}

static gint64
add_risk (KoyomiSession *session,
          const char    *number,
          const char    *title,
          const char    *plan)
{
  g_autoptr(KoyomiRecord) risk = koyomi_record_new (KOYOMI_TABLE_RISK);

  koyomi_record_set_text (risk, KOYOMI_RISK_NUMBER, number);
  koyomi_record_set_text (risk, KOYOMI_RISK_TITLE, title);
  koyomi_record_set_text (risk, KOYOMI_RISK_PLAN, plan);
  koyomi_record_set_int (risk, KOYOMI_RISK_LIKELIHOOD, 1);
  koyomi_record_set_int (risk, KOYOMI_RISK_IMPACT, 1);
  koyomi_record_set_int (risk, KOYOMI_RISK_TARGET_LIKELIHOOD, 1);
  koyomi_record_set_int (risk, KOYOMI_RISK_TARGET_IMPACT, 1);

  return insert (session, risk);
}

/* Number, start of the title, start of a word, inside, notes. */
static void
test_ranking (void)
{
  KoyomiSession *session = make_session ("ranking", KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  g_autofree char *text = NULL;
  g_autofree char *japanese = NULL;

  add_risk (session, "R-1", "Fog", "see ox-1");
  add_risk (session, "R-2", "The boxer", "");
  add_risk (session, "R-3", "An ox-like thing", "");
  add_risk (session, "R-4", "Ox and cart", "");
  add_risk (session, "OX", "Last", "");
  add_risk (session, "R-5", "夢獏の遅れ", "");
  add_risk (session, "R-6", "ISMS獏の遅れ", "");
  add_risk (session, "R-7", "獏の遅れ", "");

  text = tell (session, "ox", 9, KOYOMI_LANGUAGE_JA);
  g_assert_cmpstr (text, ==, "risk(5) OX Last, R-4 Ox and cart, R-3 An ox-like thing, R-2 The boxer, R-1 Fog");
  japanese = tell (session, "獏", 2, KOYOMI_LANGUAGE_JA);
  g_assert_cmpstr (japanese, ==, "risk(3) R-7 獏の遅れ, R-6 ISMS獏の遅れ");

  g_assert_finalize_object (session);
}

/* The latest first, by the name of the activity, and with the day as a word. */
static void
test_runs (void)
{
  KoyomiSession *session = make_session ("runs", KOYOMI_TEMPLATE_SAMPLE, KOYOMI_LANGUAGE_JA);
  g_autoptr(GPtrArray) groups = find (session, "月例ﾊﾟｯﾁ", 100, KOYOMI_LANGUAGE_JA);
  guint32 before = KOYOMI_DAY_LAST;
  const KoyomiSearchGroup *runs = NULL;

  for (guint i = 0; i < groups->len; i++)
    if (((const KoyomiSearchGroup *) g_ptr_array_index (groups, i))->table == KOYOMI_TABLE_OCCURRENCE)
      runs = g_ptr_array_index (groups, i);

  g_assert_nonnull (runs);
  g_assert_cmpuint (runs->n_found, >, 6);
  g_assert_cmpuint (runs->n_found, ==, runs->hits->len);
  for (guint i = 0; i < runs->hits->len; i++)
    {
      const KoyomiSearchHit *hit = g_ptr_array_index (runs->hits, i);
      g_autoptr(KoyomiRecord) run = koyomi_session_get (session, hit->table, hit->id, KOYOMI_LANGUAGE_JA, NULL);
      g_autofree char *day = koyomi_day_format (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY));

      g_assert_cmpuint (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY), <=, before);
      g_assert_nonnull (strstr (hit->title, "月例パッチ"));
      g_assert_nonnull (strstr (hit->detail, day));
      before = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY);
    }

  assert_found (session, "月例パッチ 2026-10-21", "occurrence(1) Monthly patching");

  g_assert_finalize_object (session);
}

static void
rename_row (KoyomiSession *session,
            int            field,
            gint64         id,
            const char    *title)
{
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, KOYOMI_FIELD_TABLE (field), id, KOYOMI_LANGUAGE_JA, NULL);
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, NULL);
  g_autoptr(GError) error = NULL;

  koyomi_record_set_text (record, field, title);
  koyomi_edit_update (edit, record, &error);
  g_assert_no_error (error);
  koyomi_edit_commit (edit, "Rename", &error);
  g_assert_no_error (error);
}

static void
translate_row (KoyomiSession *session,
               int            field,
               gint64         id,
               const char    *title)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, NULL);
  g_autoptr(GError) error = NULL;

  koyomi_edit_translate (edit, field, id, title, &error);
  g_assert_no_error (error);
  koyomi_edit_commit (edit, "Translate", &error);
  g_assert_no_error (error);
}

/* After each edit, undo and redo the rows are found as they are then. */
static void
test_edits (void)
{
  KoyomiSession *session = make_session ("edits", KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  gint64 risk;

  assert_found (session, "架空", "");
  risk = add_risk (session, "R-1", "架空のリスク", "");
  assert_found (session, "架空", "risk(1) R-1 架空のリスク");

  rename_row (session, KOYOMI_RISK_TITLE, risk, "模擬のリスク");
  assert_found (session, "架空", "");
  assert_found (session, "模擬", "risk(1) R-1 模擬のリスク");

  translate_row (session, KOYOMI_RISK_TITLE, risk, "Zebras roam");
  assert_found (session, "zebra", "risk(1) R-1 Zebras roam");

  koyomi_session_undo (session, NULL);
  koyomi_session_undo (session, NULL);
  assert_found (session, "zebra", "");
  assert_found (session, "架空", "risk(1) R-1 架空のリスク");
  koyomi_session_undo (session, NULL);
  assert_found (session, "架空", "");
  koyomi_session_redo (session, NULL);
  assert_found (session, "架空", "risk(1) R-1 架空のリスク");

  g_assert_finalize_object (session);
}

/* What goes by the name of a row is found by the new name of that. */
static void
test_names (void)
{
  KoyomiSession *session = make_session ("names", KOYOMI_TEMPLATE_SAMPLE, KOYOMI_LANGUAGE_JA);
  g_autoptr(GPtrArray) before = find (session, "月例パッチ", 1, KOYOMI_LANGUAGE_JA);
  g_autoptr(GPtrArray) after = NULL;
  const KoyomiSearchGroup *activities = g_ptr_array_index (before, 0);
  const KoyomiSearchHit *activity = g_ptr_array_index (activities->hits, 0);

  g_assert_cmpint (activity->table, ==, KOYOMI_TABLE_ACTIVITY);
  rename_row (session, KOYOMI_ACTIVITY_TITLE, activity->id, "めずらしい名前");
  after = find (session, "メズラシイ", 1, KOYOMI_LANGUAGE_JA);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_cmpint (((const KoyomiSearchGroup *) g_ptr_array_index (after, 1))->table, ==, KOYOMI_TABLE_OCCURRENCE);
  g_assert_cmpuint (((const KoyomiSearchGroup *) g_ptr_array_index (after, 1))->n_found, >, 6);

  g_assert_finalize_object (session);
}

/* What is kept through an edit is what would be read anew. */
static void
test_as_anew (void)
{
  KoyomiSession *session = make_session ("anew", KOYOMI_TEMPLATE_SAMPLE, KOYOMI_LANGUAGE_JA);
  static const char * const queries[] = { "監査", "csirt", "パッチ", "a", "2026", "の" };

  g_free (tell (session, "a", 3, KOYOMI_LANGUAGE_JA));
  for (guint i = 0; i < 4; i++)
    {
      KoyomiSession *other;

      koyomi_session_undo (session, NULL);
      add_risk (session, "R-99", "監査の遅れ", "");
      other = koyomi_session_copy (session, NULL, NULL);
      for (guint j = 0; j < G_N_ELEMENTS (queries); j++)
        {
          g_autofree char *kept = tell (session, queries[j], 500, KOYOMI_LANGUAGE_JA);
          g_autofree char *anew = tell (other, queries[j], 500, KOYOMI_LANGUAGE_JA);

          g_assert_cmpstr (kept, ==, anew);
        }
      g_assert_finalize_object (other);
    }

  g_assert_finalize_object (session);
}

/* While rows are still being read an edit of one that has been, or of one that has not, is told once. */
static void
test_in_passing (void)
{
  KoyomiSession *session = make_session ("passing", KOYOMI_TEMPLATE_SAMPLE, KOYOMI_LANGUAGE_JA);
  KoyomiSearch *search = koyomi_session_get_search (session);
  guint n_steps = 0;

  g_assert_false (koyomi_search_is_complete (search));
  do
    {
      g_assert_true (koyomi_search_read_some (search, NULL));
      n_steps++;
      if (n_steps == 2)
        add_risk (session, "R-98", "途中のリスク", "");
    }
  while (!koyomi_search_is_complete (search));
  g_assert_cmpuint (n_steps, >, 10);
  assert_found (session, "途中", "risk(1) R-98 途中のリスク");

  g_assert_finalize_object (session);
}

int
main (int    argc,
      char **argv)
{
  koyomi_test_folder_start ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/session/search/found-however-typed/ja", GINT_TO_POINTER (KOYOMI_LANGUAGE_JA), test_sample);
  g_test_add_data_func ("/session/search/found-however-typed/en", GINT_TO_POINTER (KOYOMI_LANGUAGE_EN), test_sample);
  g_test_add_func ("/session/search/the-best-comes-first", test_ranking);
  g_test_add_func ("/session/search/latest-runs-come-first", test_runs);
  g_test_add_func ("/session/search/edits-are-found", test_edits);
  g_test_add_func ("/session/search/rows-are-found-by-the-names-they-go-by", test_names);
  g_test_add_func ("/session/search/kept-is-as-read-anew", test_as_anew);
  g_test_add_func ("/session/search/reading-goes-on-over-edits", test_in_passing);

  return koyomi_test_folder_finish (g_test_run ());
}
