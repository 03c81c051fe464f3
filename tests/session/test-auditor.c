#include "koyomi-auditor.h"
#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-narrative.h"
#include "koyomi-report-issue.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#define EN KOYOMI_LANGUAGE_EN
#define JA KOYOMI_LANGUAGE_JA

#define HASH "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

typedef struct
{
  char          *path;
  KoyomiSession *session;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static int number;
  g_autofree char *name = g_strdup_printf ("auditor-%d", ++number);
  g_autofree char *folder = koyomi_test_folder_make (name);

  self->path = g_build_filename (folder, "plan.koyomi", NULL);
  koyomi_test_plan_make (self->path, KOYOMI_TEMPLATE_SAMPLE, EN);
  self->session = koyomi_test_plan_open (self->path);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->session);
  g_free (self->path);
}

static KoyomiSession *
show (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  KoyomiSession *shown = koyomi_session_copy_for_auditor (self->session, "Jane Doe", NULL, &error);

  g_assert_no_error (error);

  return shown;
}

static void
write_text (Fixture    *self,
            const char *section,
            const char *text)
{
  const KoyomiNarrativePlace place = { "committee", section, koyomi_day_new (2026, 10, 1) };
  g_autoptr(GError) error = NULL;

  koyomi_session_write_narrative (self->session, &place, "Incidents", text, EN, &error);
  g_assert_no_error (error);
}

static char *
read_text (KoyomiSession *session,
           const char    *section)
{
  const KoyomiNarrativePlace place = { "committee", section, koyomi_day_new (2026, 10, 1) };
  g_autoptr(KoyomiRecord) narrative = NULL;
  g_autoptr(GError) error = NULL;

  koyomi_session_find_narrative (session, &place, EN, &narrative, &error);
  g_assert_no_error (error);

  return narrative != NULL ? g_strdup (koyomi_record_get_text (narrative, KOYOMI_NARRATIVE_TEXT)) : NULL;
}

static void
issue (Fixture *self)
{
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (self->session, NULL);
  const KoyomiReportIssue facts = {
    "committee", "Report", koyomi_day_new (2026, 10, 1), koyomi_day_new (2026, 12, 31), EN, "pdf", "report.pdf", HASH, "", "", 0,
    head->seq, koyomi_time_now (),
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiRecord) record = koyomi_session_issue_report (self->session, &facts, EN, &error);

  g_assert_no_error (error);
}

/* What was issued is shown as it was issued, whatever was written before and since. */
static void
test_texts (Fixture       *self,
            gconstpointer  data)
{
  KoyomiSession *shown;
  g_autofree char *before = NULL;
  g_autofree char *issued = NULL;
  g_autofree char *other = NULL;
  g_autofree char *again = NULL;

  write_text (self, "incidents", "first draft");
  shown = show (self);
  before = read_text (shown, "incidents");
  g_assert_null (before);
  g_assert_finalize_object (shown);

  write_text (self, "incidents", "as it was issued");
  issue (self);
  g_usleep (2000);
  write_text (self, "incidents", "second draft");
  write_text (self, "other", "never issued");
  shown = show (self);
  issued = read_text (shown, "incidents");
  g_assert_cmpstr (issued, ==, "as it was issued");
  other = read_text (shown, "other");
  g_assert_null (other);
  again = read_text (self->session, "incidents");
  g_assert_cmpstr (again, ==, "second draft");
  g_assert_finalize_object (shown);
}

static void
assert_issued (KoyomiSession *shown,
               gint64         seq,
               const char    *mark,
               const char    *text)
{
  g_autoptr(GError) error = NULL;
  KoyomiSession *past = koyomi_session_open_as_issued (shown, seq, NULL, &error);
  g_autofree char *found = NULL;
  g_autofree char *watermark = NULL;

  g_assert_no_error (error);
  found = read_text (past, "metrics");
  watermark = koyomi_session_dup_watermark (past, EN);
  g_assert_cmpstr (found, ==, text);
  g_assert_cmpstr (watermark, ==, mark);
  g_assert_finalize_object (past);
}

/* Of the moment that a report shows everything stood in it; of no other. */
static void
test_issued (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KoyomiEntry) head = NULL;
  KoyomiSession *shown;

  write_text (self, "metrics", "as it was issued");
  head = koyomi_session_get_head (self->session, NULL);
  issue (self);
  write_text (self, "metrics", "draft");
  shown = show (self);
  assert_issued (shown, head->seq, "", "as it was issued");
  assert_issued (shown, head->seq + 2, "For the auditor: Jane Doe, 2026-11-22", "as it was issued");
  g_assert_finalize_object (shown);
}

static void
assert_no_word (KoyomiSession *session,
                const char    *word)
{
  g_autoptr(GPtrArray) entries = koyomi_session_list_entries (session, 0, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      KoyomiEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr(GPtrArray) changes = koyomi_session_list_changes (session, entry->seq, NULL);

      g_assert_null (strstr (entry->label, word));
      for (guint k = 0; k < changes->len; k++)
        {
          KoyomiRowChange *change = g_ptr_array_index (changes, k);

          for (guint n = 0; n < change->fields->len; n++)
            {
              KoyomiFieldChange *field = &g_array_index (change->fields, KoyomiFieldChange, n);

              g_assert_true (field->old_text == NULL || strstr (field->old_text, word) == NULL);
              g_assert_true (field->new_text == NULL || strstr (field->new_text, word) == NULL);
            }
        }
    }
}

static gint64
get_first (Fixture       *self,
           KoyomiTableId  table)
{
  g_autoptr(GPtrArray) rows = koyomi_session_list (self->session, table, 0, 0, EN, NULL);

  return koyomi_record_get_id (g_ptr_array_index (rows, 0));
}

static void
insert (Fixture      *self,
        KoyomiRecord *record,
        const char   *label)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (self->session, &error);

  g_assert_no_error (error);
  g_assert_true (koyomi_edit_insert (edit, record, &error));
  koyomi_edit_commit (edit, label, &error);
  g_assert_no_error (error);
}

/* Neither in the change log nor in the past, and the change log is proven all the same. */
static void
test_log (Fixture       *self,
          gconstpointer  data)
{
  g_autoptr(KoyomiRecord) policy = koyomi_record_new (KOYOMI_TABLE_POLICY);
  g_autoptr(KoyomiEntry) head = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiSession *shown, *past, *copy;
  gint64 bad_seq;
  g_autofree char *text = NULL;

  write_text (self, "incidents", "Zyx text");
  koyomi_record_set_text (policy, KOYOMI_POLICY_TITLE, "Zyx policy");
  insert (self, policy, "Add policy Zyx policy");
  head = koyomi_session_get_head (self->session, NULL);
  write_text (self, "incidents", "Zyx again");

  shown = show (self);
  assert_no_word (shown, "Zyx");
  koyomi_session_verify (shown, NULL, NULL, NULL, NULL, &bad_seq, &error);
  g_assert_no_error (error);

  past = koyomi_session_open_as_of (shown, head->seq, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  text = read_text (past, "incidents");
  g_assert_null (text);
  assert_no_word (past, "Zyx");
  copy = koyomi_session_copy (shown, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (koyomi_session_is_for_auditor (past) && koyomi_session_is_for_auditor (copy));
  assert_no_word (copy, "Zyx");

  g_assert_finalize_object (copy);
  g_assert_finalize_object (past);
  g_assert_finalize_object (shown);
}

static void
remove_row (Fixture       *self,
            KoyomiTableId  table,
            gint64         id,
            const char    *label)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (self->session, &error);

  g_assert_no_error (error);
  g_assert_true (koyomi_edit_delete (edit, table, id, &error));
  koyomi_edit_commit (edit, label, &error);
  g_assert_no_error (error);
}

static guint
count_word (KoyomiSession *session,
            const char    *word)
{
  g_autoptr(GPtrArray) entries = koyomi_session_list_entries (session, 0, NULL);
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    n += strstr (((KoyomiEntry *) g_ptr_array_index (entries, i))->label, word) != NULL;

  return n;
}

static KoyomiRecord *
add_policy (Fixture    *self,
            const char *title,
            guint32     approved)
{
  KoyomiRecord *policy = koyomi_record_new (KOYOMI_TABLE_POLICY);
  g_autofree char *label = g_strdup_printf ("Add policy %s", title);

  koyomi_record_set_text (policy, KOYOMI_POLICY_TITLE, title);
  koyomi_record_set_int (policy, KOYOMI_POLICY_APPROVED_DAY, approved);
  insert (self, policy, label);

  return policy;
}

/* What was approved and then deleted is no draft: who looks through the change log is to see it. */
static void
test_deleted_policies (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr(KoyomiRecord) draft = add_policy (self, "Zyx draft", KOYOMI_DAY_NONE);
  g_autoptr(KoyomiRecord) approved = NULL;
  KoyomiSession *shown;

  remove_row (self, KOYOMI_TABLE_POLICY, koyomi_record_get_id (draft), "Delete Zyx draft");
  /* It may get the number of the one that is gone. */
  approved = add_policy (self, "Wvu approved", koyomi_day_new (2026, 11, 1));
  remove_row (self, KOYOMI_TABLE_POLICY, koyomi_record_get_id (approved), "Delete Wvu approved");

  shown = show (self);
  assert_no_word (shown, "Zyx");
  g_assert_cmpuint (count_word (shown, "Wvu"), ==, 2);
  g_assert_cmpuint (count_word (self->session, "Zyx"), ==, 2);
  g_assert_finalize_object (shown);
}

static KoyomiRecord *
add_decision (Fixture             *self,
              KoyomiMeetingStatus  status,
              const char          *title)
{
  g_autoptr(KoyomiRecord) meeting = koyomi_record_new (KOYOMI_TABLE_MEETING);
  KoyomiRecord *decision = koyomi_record_new (KOYOMI_TABLE_DECISION);
  g_autofree char *label = g_strdup_printf ("Add %s", title);

  koyomi_record_set_int (meeting, KOYOMI_MEETING_COMMITTEE, get_first (self, KOYOMI_TABLE_COMMITTEE));
  koyomi_record_set_int (meeting, KOYOMI_MEETING_DAY, koyomi_day_new (2026, 11, 20));
  koyomi_record_set_int (meeting, KOYOMI_MEETING_STATUS, status);
  koyomi_record_set_text (meeting, KOYOMI_MEETING_MINUTES, title);
  insert (self, meeting, "Add a meeting");
  koyomi_record_set_int (decision, KOYOMI_DECISION_MEETING, koyomi_record_get_id (meeting));
  koyomi_record_set_text (decision, KOYOMI_DECISION_TITLE, title);
  insert (self, decision, label);

  return decision;
}

static void
remove_decision (Fixture      *self,
                 KoyomiRecord *decision,
                 const char   *label)
{
  remove_row (self, KOYOMI_TABLE_DECISION, koyomi_record_get_id (decision), label);
  remove_row (self, KOYOMI_TABLE_MEETING, koyomi_record_get_int (decision, KOYOMI_DECISION_MEETING), "Delete a meeting");
}

/* Of a meeting that was deleted it counts whether it had been held. */
static void
test_deleted_decisions (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(KoyomiRecord) draft = add_decision (self, KOYOMI_MEETING_STATUS_PLANNED, "Zyx proposal");
  g_autoptr(KoyomiRecord) made = add_decision (self, KOYOMI_MEETING_STATUS_HELD, "Wvu decision");
  KoyomiSession *shown;

  remove_decision (self, draft, "Delete Zyx proposal");
  remove_decision (self, made, "Delete Wvu decision");
  shown = show (self);
  assert_no_word (shown, "Zyx");
  g_assert_cmpuint (count_word (shown, "Wvu"), ==, 2);
  g_assert_finalize_object (shown);
}

static void
set_text (KoyomiEdit   *edit,
          KoyomiRecord *record,
          int           field)
{
  g_autoptr(GError) error = NULL;

  koyomi_record_set_text (record, field, "Zyx");
  koyomi_edit_update (edit, record, &error);
  g_assert_no_error (error);
}

/* Writes a word in a field of every row. */
static void
set_texts (Fixture *self,
           int      field)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = koyomi_session_list (self->session, KOYOMI_FIELD_TABLE (field), 0, 0, EN, &error);
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (self->session, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    set_text (edit, g_ptr_array_index (rows, i), field);
  koyomi_edit_commit (edit, "Write", &error);
  g_assert_no_error (error);
}

/* Rows of that status are drafts, and lack the word. */
static void
assert_rows (KoyomiSession *session,
             int            field,
             int            status_field,
             gint64         draft_status)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = koyomi_session_list (session, KOYOMI_FIELD_TABLE (field), 0, 0, EN, &error);
  guint n_drafts = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      KoyomiRecord *row = g_ptr_array_index (rows, i);
      gboolean is_draft = koyomi_record_get_int (row, status_field) == draft_status;

      n_drafts += is_draft;
      g_assert_cmpstr (koyomi_record_get_text (row, field), ==, is_draft ? "" : "Zyx");
    }
  g_assert_cmpuint (n_drafts, >, 0);
  g_assert_cmpuint (n_drafts, <, rows->len);
}

static void
test_meetings (Fixture       *self,
               gconstpointer  data)
{
  KoyomiSession *shown;

  set_texts (self, KOYOMI_MEETING_MINUTES);
  shown = show (self);
  assert_rows (shown, KOYOMI_MEETING_MINUTES, KOYOMI_MEETING_STATUS, KOYOMI_MEETING_STATUS_PLANNED);
  g_assert_finalize_object (shown);
}

static void
test_policies (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(KoyomiRecord) draft = koyomi_record_new (KOYOMI_TABLE_POLICY);
  gint64 n_before = koyomi_session_count (self->session, KOYOMI_TABLE_POLICY, NULL);
  KoyomiSession *shown = show (self);
  gint64 n_shown = koyomi_session_count (shown, KOYOMI_TABLE_POLICY, NULL);

  g_assert_finalize_object (shown);
  koyomi_record_set_text (draft, KOYOMI_POLICY_TITLE, "Zyx");
  insert (self, draft, "Add");
  shown = show (self);
  g_assert_cmpint (koyomi_session_count (self->session, KOYOMI_TABLE_POLICY, NULL), ==, n_before + 1);
  g_assert_cmpint (koyomi_session_count (shown, KOYOMI_TABLE_POLICY, NULL), ==, n_shown);
  g_assert_finalize_object (shown);
}

static void
read_file (const char *path,
           char      **contents,
           gsize      *size)
{
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, contents, size, &error);
  g_assert_no_error (error);
}

/* Not a byte, and no file beside it; also when somebody has it open. */
static void
test_file (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *copy = g_build_filename (folder, "copy.koyomi", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiSession *shown;
  gsize n_before, n_after;

  read_file (self->path, &before, &n_before);
  shown = show (self);
  g_assert_true (koyomi_session_is_read_only (shown));
  g_assert_null (koyomi_session_begin_edit (shown, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_true (koyomi_session_set_setting (shown, "zyx", "1", NULL));
  g_assert_false (koyomi_session_write_backup (shown, copy, NULL, NULL, NULL, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_READ_ONLY);
  g_assert_finalize_object (shown);

  g_assert_finalize_object (g_steal_pointer (&self->session));
  shown = koyomi_session_open_for_auditor (self->path, NULL, NULL, NULL);
  g_assert_nonnull (shown);
  self->session = koyomi_test_plan_open (self->path);
  g_assert_false (koyomi_session_is_read_only (self->session));
  g_assert_cmpstr (koyomi_session_get_path (shown), ==, koyomi_session_get_path (self->session));
  read_file (self->path, &after, &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_finalize_object (shown);
}

static void
assert_mark (KoyomiSession  *session,
             KoyomiLanguage  language,
             const char     *mark)
{
  g_autofree char *text = koyomi_session_dup_watermark (session, language);

  g_assert_cmpstr (text, ==, mark);
}

static void
test_mark (Fixture       *self,
           gconstpointer  data)
{
  KoyomiSession *shown = show (self);
  KoyomiSession *copy = koyomi_session_copy (shown, NULL, NULL);

  assert_mark (self->session, EN, "");
  assert_mark (copy, EN, "For the auditor: Jane Doe, 2026-11-22");
  assert_mark (copy, JA, "監査用：Jane Doe　2026-11-22");
  koyomi_session_set_watermark (copy, "For the customer");
  assert_mark (copy, EN, "For the customer");
  koyomi_session_set_watermark (copy, "");
  assert_mark (copy, EN, "");
  g_assert_finalize_object (copy);
  g_assert_finalize_object (shown);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  g_test_add ("/session/auditor/texts-are-those-that-were-issued", Fixture, NULL, set_up, test_texts, tear_down);
  g_test_add ("/session/auditor/issued-reports-are-whole", Fixture, NULL, set_up, test_issued, tear_down);
  g_test_add ("/session/auditor/change-log-and-past-hide-drafts", Fixture, NULL, set_up, test_log, tear_down);
  g_test_add ("/session/auditor/deleted-drafts-are-gone-from-the-change-log", Fixture, NULL, set_up, test_deleted_policies, tear_down);
  g_test_add ("/session/auditor/deleted-decisions-are-those-of-their-meeting", Fixture, NULL, set_up, test_deleted_decisions, tear_down);
  g_test_add ("/session/auditor/minutes-are-hidden-until-the-meeting", Fixture, NULL, set_up, test_meetings, tear_down);
  g_test_add ("/session/auditor/unapproved-policies-are-hidden", Fixture, NULL, set_up, test_policies, tear_down);
  g_test_add ("/session/auditor/file-stays-as-it-is", Fixture, NULL, set_up, test_file, tear_down);
  g_test_add ("/session/auditor/pages-are-marked", Fixture, NULL, set_up, test_mark, tear_down);

  return koyomi_test_folder_finish (g_test_run ());
}
