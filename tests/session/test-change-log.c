#include "koyomi-change-log.h"
#include "koyomi-history.h"
#include "koyomi-record-edit.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#define EN KOYOMI_LANGUAGE_EN

static KoyomiRecord *
add_team (KoyomiSession *session,
          const char    *name)
{
  KoyomiRecord *team = koyomi_record_new (KOYOMI_TABLE_TEAM);

  koyomi_record_set_language (team, EN);
  koyomi_record_set_text (team, KOYOMI_TEAM_NAME, name);
  g_assert_cmpint (koyomi_session_add (session, team, EN, NULL), !=, 0);

  return team;
}

static void
rename_team (KoyomiSession *session,
             KoyomiRecord  *team,
             const char    *name)
{
  koyomi_record_set_text (team, KOYOMI_TEAM_NAME, name);
  g_assert_true (koyomi_session_save (session, team, EN, NULL));
}

static gint64
get_head (KoyomiSession *session)
{
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (session, NULL);

  return head->seq;
}

static void
test_filter (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_EMPTY, EN);
  g_autoptr(KoyomiRecord) team = add_team (session, "Infra");
  g_autoptr(KoyomiRecord) policy = koyomi_record_new (KOYOMI_TABLE_POLICY);
  g_autoptr(GPtrArray) all = koyomi_session_list_entries (session, 0, NULL);
  g_autoptr(KoyomiEntry) head = NULL;
  const struct
  {
    KoyomiLogFilter filter;
    guint           n;
  } cases[] = {
    { { NULL, -1, 0, 0, NULL }, 3 },
    { { NULL, KOYOMI_TABLE_TEAM, 0, 0, NULL }, 1 },
    { { NULL, KOYOMI_TABLE_RISK, 0, 0, NULL }, 0 },
    { { "nobody", -1, 0, 0, NULL }, 0 },
    { { ((KoyomiEntry *) g_ptr_array_index (all, 0))->actor, KOYOMI_TABLE_POLICY, 0, 0, NULL }, 1 },
    { { NULL, -1, G_MAXINT64, 0, NULL }, 0 },
    { { NULL, -1, 0, 1, NULL }, 0 },
    { { NULL, -1, 0, 0, "ＩＮＦＲＡ" }, 1 },
  };

  koyomi_record_set_text (policy, KOYOMI_POLICY_TITLE, "Crypto");
  koyomi_session_add (session, policy, EN, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) entries = koyomi_session_find_entries (session, &cases[i].filter, NULL);

      g_assert_cmpuint (entries->len, ==, cases[i].n);
      for (guint j = 1; j < entries->len; j++)
        g_assert_cmpint (((KoyomiEntry *) g_ptr_array_index (entries, j - 1))->seq, >, ((KoyomiEntry *) g_ptr_array_index (entries, j))->seq);
    }
}

static void
test_difference (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_EMPTY, EN);
  g_autoptr(KoyomiRecord) kept = add_team (session, "A");
  g_autoptr(KoyomiRecord) gone = add_team (session, "B");
  g_autoptr(KoyomiRecord) same = add_team (session, "C");
  gint64 from = get_head (session);
  g_autoptr(KoyomiRecord) new = add_team (session, "D");
  g_autoptr(KoyomiRecord) passing = add_team (session, "E");
  g_autoptr(GPtrArray) difference = NULL;
  g_autoptr(GPtrArray) none = koyomi_session_list_difference (session, from, from, NULL);
  KoyomiRowChange *change;
  KoyomiFieldChange *field;

  rename_team (session, kept, "A1");
  rename_team (session, kept, "A2");
  rename_team (session, same, "C1");
  rename_team (session, same, "C");
  rename_team (session, new, "D1");
  rename_team (session, gone, "B1");
  koyomi_session_remove (session, KOYOMI_TABLE_TEAM, koyomi_record_get_id (gone), EN, NULL);
  koyomi_session_remove (session, KOYOMI_TABLE_TEAM, koyomi_record_get_id (passing), EN, NULL);
  rename_team (session, kept, "A3");
  g_assert_true (koyomi_session_undo (session, NULL));

  g_assert_cmpuint (none->len, ==, 0);
  difference = koyomi_session_list_difference (session, from, get_head (session), NULL);
  g_assert_cmpuint (difference->len, ==, 3);

  change = g_ptr_array_index (difference, 0);
  g_assert_cmpint (change->row, ==, koyomi_record_get_id (new));
  g_assert_cmpint (change->kind, ==, KOYOMI_CHANGE_INSERT);

  change = g_ptr_array_index (difference, 1);
  g_assert_cmpint (change->row, ==, koyomi_record_get_id (kept));
  g_assert_cmpint (change->kind, ==, KOYOMI_CHANGE_UPDATE);
  g_assert_cmpuint (change->fields->len, ==, 1);
  field = &g_array_index (change->fields, KoyomiFieldChange, 0);
  g_assert_cmpstr (field->old_text, ==, "A");
  g_assert_cmpstr (field->new_text, ==, "A2");

  change = g_ptr_array_index (difference, 2);
  g_assert_cmpint (change->kind, ==, KOYOMI_CHANGE_DELETE);
  for (guint i = 0; i < change->fields->len; i++)
    if ((field = &g_array_index (change->fields, KoyomiFieldChange, i))->field == KOYOMI_TEAM_NAME)
      g_assert_cmpstr (field->old_text, ==, "B");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add_func ("/session/change-log/filter", test_filter);
  g_test_add_func ("/session/change-log/difference-of-two-moments", test_difference);

  return koyomi_test_folder_finish (g_test_run ());
}
