#include "koyomi-function-edit.h"

#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-record-edit.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

typedef struct
{
  KoyomiSession *session;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  self->session = koyomi_test_plan_start (KOYOMI_TEMPLATE_CRIC, KOYOMI_LANGUAGE_JA);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_plan_verify (self->session);
  g_assert_finalize_object (self->session);
}

static KoyomiRecord *
get (Fixture       *self,
     KoyomiTableId  table,
     gint64         id)
{
  g_autoptr(GError) error = NULL;
  KoyomiRecord *record = koyomi_session_get (self->session, table, id, KOYOMI_LANGUAGE_JA, &error);

  g_assert_no_error (error);

  return record;
}

static gint64
add (Fixture    *self,
     gint64      group,
     const char *group_name,
     const char *name)
{
  g_autoptr(GError) error = NULL;
  gint64 id = koyomi_session_add_function (self->session, group, group_name, name, KOYOMI_LANGUAGE_EN, &error);

  g_assert_no_error (error);

  return id;
}

static void
test_new_group (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *before = koyomi_test_content_hash (self->session);
  g_autofree char *after = NULL;
  gint64 first = add (self, 0, "工場", "工場セキュリティ");
  g_autoptr(KoyomiRecord) function = get (self, KOYOMI_TABLE_FUNCTION, first);
  g_autoptr(KoyomiRecord) group = get (self, KOYOMI_TABLE_GROUP, koyomi_record_get_int (function, KOYOMI_FUNCTION_GROUP));
  g_autoptr(KoyomiRecord) catalogue = get (self, KOYOMI_TABLE_CATALOGUE, koyomi_record_get_int (group, KOYOMI_GROUP_CATALOGUE));
  g_autoptr(KoyomiEntry) entry = koyomi_session_get_undoable (self->session, NULL);

  g_assert_cmpstr (koyomi_record_get_title (function), ==, "工場セキュリティ");
  g_assert_cmpstr (koyomi_record_get_title (group), ==, "工場");
  g_assert_cmpstr (koyomi_record_get_text (catalogue, KOYOMI_CATALOGUE_CODE), ==, "own");
  g_assert_cmpstr (entry->label, ==, "Add the function “工場セキュリティ”");

  g_assert_true (koyomi_session_undo (self->session, NULL));
  after = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (after, ==, before);
}

static void
test_present_group (Fixture       *self,
                    gconstpointer  data)
{
  gint64 first = add (self, 0, "工場", "工場セキュリティ");
  g_autoptr(KoyomiRecord) function = get (self, KOYOMI_TABLE_FUNCTION, first);
  gint64 group = koyomi_record_get_int (function, KOYOMI_FUNCTION_GROUP);
  g_autoptr(KoyomiRecord) second = get (self, KOYOMI_TABLE_FUNCTION, add (self, group, NULL, "設備の点検"));

  g_assert_cmpint (koyomi_record_get_int (second, KOYOMI_FUNCTION_GROUP), ==, group);
  g_assert_cmpint (koyomi_record_get_int (second, KOYOMI_FUNCTION_POSITION), >,
                   koyomi_record_get_int (function, KOYOMI_FUNCTION_POSITION));
}

static void
test_no_name (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = koyomi_test_content_hash (self->session);
  g_autofree char *after = NULL;

  g_assert_cmpint (koyomi_session_add_function (self->session, 0, "工場", "　", KOYOMI_LANGUAGE_JA, &error), ==, 0);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_clear_error (&error);

  g_assert_cmpint (koyomi_session_add_function (self->session, 0, "", "点検", KOYOMI_LANGUAGE_JA, &error), ==, 0);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);

  after = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (after, ==, before);
}

static KoyomiRecord *
get_first (Fixture       *self,
           KoyomiTableId  table)
{
  g_autoptr(GPtrArray) rows = koyomi_session_list (self->session, table, 0, 0, KOYOMI_LANGUAGE_JA, NULL);

  return g_object_ref (g_ptr_array_index (rows, 0));
}

static void
assert_last_label (Fixture    *self,
                   const char *label)
{
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (self->session, NULL);

  g_assert_cmpstr (head->label, ==, label);
}

/* Rows that join others, or have no name of their own, are called by those in the labels of edits. */
static void
test_labels (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KoyomiRecord) assignment = get_first (self, KOYOMI_TABLE_ASSIGNMENT);
  g_autoptr(KoyomiRecord) team = koyomi_session_get (self->session, KOYOMI_TABLE_TEAM,
                                                     koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_TEAM),
                                                     KOYOMI_LANGUAGE_EN, NULL);
  g_autoptr(KoyomiRecord) function = koyomi_session_get (self->session, KOYOMI_TABLE_FUNCTION,
                                                         koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION),
                                                         KOYOMI_LANGUAGE_EN, NULL);
  g_autoptr(KoyomiRecord) committee = koyomi_record_new (KOYOMI_TABLE_COMMITTEE);
  g_autoptr(KoyomiRecord) meeting = koyomi_record_new (KOYOMI_TABLE_MEETING);
  g_autofree char *label = g_strdup_printf ("Change the roles (R A C I S) of “%s · %s”", koyomi_record_get_title (team),
                                            koyomi_record_get_title (function));

  koyomi_record_set_text (assignment, KOYOMI_ASSIGNMENT_LETTERS, "RACIS");
  g_assert_true (koyomi_session_save (self->session, assignment, KOYOMI_LANGUAGE_EN, NULL));
  assert_last_label (self, label);

  koyomi_record_set_text (committee, KOYOMI_COMMITTEE_NAME, "役員会");
  g_assert_cmpint (koyomi_session_add (self->session, committee, KOYOMI_LANGUAGE_EN, NULL), !=, 0);
  koyomi_record_set_int (meeting, KOYOMI_MEETING_COMMITTEE, koyomi_record_get_id (committee));
  koyomi_record_set_int (meeting, KOYOMI_MEETING_DAY, koyomi_day_new (2026, 12, 8));
  g_assert_cmpint (koyomi_session_add (self->session, meeting, KOYOMI_LANGUAGE_EN, NULL), !=, 0);
  assert_last_label (self, "Add “役員会 2026-12-08”");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add ("/session/function-edit/new-group-and-function-are-one-edit", Fixture, NULL, set_up, test_new_group, tear_down);
  g_test_add ("/session/function-edit/comes-last-in-its-group", Fixture, NULL, set_up, test_present_group, tear_down);
  g_test_add ("/session/function-edit/needs-names", Fixture, NULL, set_up, test_no_name, tear_down);

  g_test_add ("/session/function-edit/rows-without-a-name-are-called-by-others", Fixture, NULL, set_up, test_labels, tear_down);

  return koyomi_test_folder_finish (g_test_run ());
}
