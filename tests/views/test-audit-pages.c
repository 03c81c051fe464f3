#include "koyomi-audit-summary.h"
#include "koyomi-audit-view.h"
#include "koyomi-change-log-page.h"
#include "koyomi-chooser.h"
#include "koyomi-control-map.h"
#include "koyomi-control-pane.h"
#include "koyomi-controls-page.h"
#include "koyomi-data-table.h"
#include "koyomi-day.h"
#include "koyomi-evidence-edit.h"
#include "koyomi-evidence-page.h"
#include "koyomi-evidence-pane.h"
#include "koyomi-file-check.h"
#include "koyomi-history.h"
#include "koyomi-log-changes.h"
#include "koyomi-log-footer.h"
#include "koyomi-part-row.h"
#include "koyomi-provable-field.h"
#include "koyomi-provable.h"
#include "koyomi-record-edit.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"

#include <adwaita.h>
#include <string.h>

/* The audit view of the sample company. */
typedef struct
{
  KoyomiTestWindow  test;
  KoyomiSession    *session;
  GtkWidget        *view;
} Fixture;

static void
settle (Fixture *self)
{
  for (guint i = 0; i < 200; i++)
    while (g_main_context_iteration (NULL, FALSE))
      ;
  koyomi_test_window_settle (&self->test);
}

static void
choose_view (Fixture *self)
{
  g_autoptr(GPtrArray) rows = koyomi_test_dialog_list (self->test.window, GTK_TYPE_LIST_BOX_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (gtk_widget_get_name (g_ptr_array_index (rows, i)), "audit") == 0)
      gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (g_ptr_array_index (rows, i))), g_ptr_array_index (rows, i));
}

static void
set_up (Fixture       *self,
        gconstpointer  page)
{
  koyomi_test_window_open (&self->test);
  self->session = koyomi_window_get_session (self->test.window);
  choose_view (self);
  settle (self);
  self->view = koyomi_test_window_find (&self->test, KOYOMI_TYPE_AUDIT_VIEW);
  koyomi_audit_view_show_page (KOYOMI_AUDIT_VIEW (self->view), page);
  settle (self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  page)
{
  koyomi_test_window_close (&self->test);
}

static GtkWidget *
find (Fixture *self,
      GType    type)
{
  GtkWidget *widget = koyomi_test_widget_find (self->view, type);

  g_assert_nonnull (widget);

  return widget;
}

/* Edits the first row, so that the change log has an entry more. */
static gint64
edit_function (Fixture *self)
{
  gint64 id = koyomi_test_window_get_first (&self->test, KOYOMI_TABLE_FUNCTION);
  g_autoptr(KoyomiRecord) function = koyomi_session_get (self->session, KOYOMI_TABLE_FUNCTION, id, KOYOMI_LANGUAGE_EN, NULL);
  g_autoptr(GError) error = NULL;

  koyomi_record_set_text (function, KOYOMI_FUNCTION_NAME, "Guarding the moat");
  koyomi_session_save (self->session, function, KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  settle (self);

  return id;
}

static gint64
get_last (Fixture *self)
{
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (self->session, NULL);

  return head->seq;
}

static KoyomiDataTable *
get_table (Fixture *self,
           GType    page)
{
  return KOYOMI_DATA_TABLE (koyomi_test_widget_find (find (self, page), KOYOMI_TYPE_DATA_TABLE));
}

static void
test_log_shows_what_was_changed (Fixture       *self,
                                 gconstpointer  page)
{
  KoyomiDataTable *table = get_table (self, KOYOMI_TYPE_CHANGE_LOG_PAGE);
  GtkWidget *changes = find (self, KOYOMI_TYPE_LOG_CHANGES);

  edit_function (self);
  koyomi_data_table_choose (table, get_last (self));
  settle (self);

  g_assert_cmpint (koyomi_data_table_get_chosen (table), ==, get_last (self));
  g_assert_cmpuint (koyomi_test_widget_count (changes, GTK_TYPE_BUTTON), ==, 1);
}

static guint
count_rows (KoyomiDataTable *table)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (koyomi_test_widget_find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view)));
}

/* Waits until only so many rows are left. */
static void
type (Fixture    *self,
      GType       page,
      const char *text,
      guint       n)
{
  GtkWidget *search = koyomi_test_widget_find (find (self, page), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (search), text);
  while (count_rows (get_table (self, page)) != n)
    g_main_context_iteration (NULL, TRUE);
  settle (self);
}

static void
test_log_is_searched (Fixture       *self,
                      gconstpointer  page)
{
  KoyomiDataTable *table = get_table (self, KOYOMI_TYPE_CHANGE_LOG_PAGE);
  g_autoptr(KoyomiEntry) head = NULL;
  guint n;

  edit_function (self);
  n = count_rows (table);
  g_assert_cmpuint (n, ==, get_last (self));
  head = koyomi_session_get_head (self->session, NULL);
  type (self, KOYOMI_TYPE_CHANGE_LOG_PAGE, head->label, 1);
  type (self, KOYOMI_TYPE_CHANGE_LOG_PAGE, "no such change", 0);
  koyomi_test_dialog_press (find (self, KOYOMI_TYPE_CHANGE_LOG_PAGE), "_Show All");
  settle (self);
  g_assert_cmpuint (count_rows (table), ==, n);
}

static void
wait_for_line (Fixture    *self,
               const char *line)
{
  while (!koyomi_test_dialog_has_line (find (self, KOYOMI_TYPE_LOG_FOOTER), line))
    g_main_context_iteration (NULL, TRUE);
}

/* What does not come at once comes while the window goes on. */
static void
test_long_log_is_read_in_passing (Fixture       *self,
                                  gconstpointer  page)
{
  gint64 id = koyomi_test_window_get_first (&self->test, KOYOMI_TABLE_FUNCTION);

  for (guint i = 0; i < 320; i++)
    {
      g_autoptr(KoyomiRecord) function = koyomi_session_get (self->session, KOYOMI_TABLE_FUNCTION, id, KOYOMI_LANGUAGE_EN, NULL);
      g_autofree char *name = g_strdup_printf ("Guarding moat %u", i);

      koyomi_record_set_text (function, KOYOMI_FUNCTION_NAME, name);
      g_assert_true (koyomi_session_save (self->session, function, KOYOMI_LANGUAGE_EN, NULL));
    }
  koyomi_audit_view_show_page (KOYOMI_AUDIT_VIEW (self->view), "change-log");
  g_assert_cmpuint (count_rows (get_table (self, KOYOMI_TYPE_CHANGE_LOG_PAGE)), ==, 200);
  settle (self);
  g_assert_cmpuint (count_rows (get_table (self, KOYOMI_TYPE_CHANGE_LOG_PAGE)), ==, get_last (self));
  edit_function (self);
  g_assert_cmpuint (count_rows (get_table (self, KOYOMI_TYPE_CHANGE_LOG_PAGE)), ==, get_last (self));
  koyomi_data_table_choose (get_table (self, KOYOMI_TYPE_CHANGE_LOG_PAGE), 1);
  g_assert_cmpint (koyomi_data_table_get_chosen (get_table (self, KOYOMI_TYPE_CHANGE_LOG_PAGE)), ==, 1);
}

/* Whoever shows the chain has it verified, once for all. */
static void
test_log_is_verified (Fixture       *self,
                      gconstpointer  page)
{
  g_autofree char *intact = g_strdup_printf ("✓ Chain intact · %d change%s", (int) get_last (self), get_last (self) == 1 ? "" : "s");
  g_autofree char *later = g_strdup_printf ("✓ Intact when verified · %d changes now", (int) get_last (self) + 1);
  g_autofree char *again = g_strdup_printf ("✓ Chain intact · %d changes", (int) get_last (self) + 1);

  wait_for_line (self, intact);
  edit_function (self);
  wait_for_line (self, later);
  koyomi_audit_view_show_page (KOYOMI_AUDIT_VIEW (self->view), "summary");
  settle (self);
  g_assert_true (koyomi_test_dialog_has_line (find (self, KOYOMI_TYPE_AUDIT_SUMMARY), later));

  koyomi_audit_view_show_page (KOYOMI_AUDIT_VIEW (self->view), page);
  settle (self);
  koyomi_test_dialog_press (find (self, KOYOMI_TYPE_LOG_FOOTER), "_Verify");
  wait_for_line (self, again);
  koyomi_audit_view_show_page (KOYOMI_AUDIT_VIEW (self->view), "summary");
  settle (self);
  g_assert_true (koyomi_test_dialog_has_line (find (self, KOYOMI_TYPE_AUDIT_SUMMARY), again));
}

static gint64
find_control (Fixture    *self,
              const char *code)
{
  g_autoptr(GPtrArray) controls = koyomi_session_list (self->session, KOYOMI_TABLE_CONTROL, 0, 0, KOYOMI_LANGUAGE_EN, NULL);

  for (guint i = 0; i < controls->len; i++)
    if (koyomi_record_get_int (g_ptr_array_index (controls, i), KOYOMI_CONTROL_KIND) == KOYOMI_CONTROL_KIND_ANNEX_A &&
        strcmp (koyomi_record_get_text (g_ptr_array_index (controls, i), KOYOMI_CONTROL_CODE), code) == 0)
      return koyomi_record_get_id (g_ptr_array_index (controls, i));

  g_assert_not_reached ();
}

static gboolean
shows_control (Fixture    *self,
               const char *code)
{
  g_autoptr(KoyomiRecord) control = koyomi_session_get (self->session, KOYOMI_TABLE_CONTROL, find_control (self, code), KOYOMI_LANGUAGE_EN, NULL);
  g_autofree char *title = g_strdup_printf ("%s %s", code, koyomi_record_get_title (control));

  return koyomi_test_dialog_has_line (find (self, KOYOMI_TYPE_CONTROL_PANE), title);
}

static void
press (Fixture    *self,
       const char *key)
{
  koyomi_test_window_press (&self->test, key);
  settle (self);
}

static void
test_arrows_go_over_squares (Fixture       *self,
                             gconstpointer  page)
{
  gtk_widget_grab_focus (find (self, KOYOMI_TYPE_CONTROLS_PAGE));
  settle (self);
  g_assert_true (shows_control (self, "5.1"));
  press (self, "Right");
  g_assert_true (shows_control (self, "5.2"));
  koyomi_controls_page_choose (KOYOMI_CONTROLS_PAGE (find (self, KOYOMI_TYPE_CONTROLS_PAGE)), find_control (self, "5.37"));
  gtk_widget_grab_focus (find (self, KOYOMI_TYPE_CONTROLS_PAGE));
  settle (self);
  press (self, "Down");
  g_assert_true (shows_control (self, "6.1"));
}

static void
test_applicability_is_edited_and_undone (Fixture       *self,
                                         gconstpointer  page)
{
  gint64 id = find_control (self, "5.1");
  GtkWidget *check = koyomi_test_widget_find (find (self, KOYOMI_TYPE_CONTROL_PANE), GTK_TYPE_CHECK_BUTTON);
  g_autoptr(KoyomiRecord) left_out = NULL;
  g_autoptr(KoyomiRecord) undone = NULL;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  settle (self);
  left_out = koyomi_session_get (self->session, KOYOMI_TABLE_CONTROL, id, KOYOMI_LANGUAGE_EN, NULL);
  g_assert_false (koyomi_record_get_int (left_out, KOYOMI_CONTROL_APPLICABLE));
  g_assert_true (koyomi_test_dialog_has_line (find (self, KOYOMI_TYPE_CONTROL_PANE), "Not applicable"));

  g_assert_true (koyomi_session_undo (self->session, NULL));
  settle (self);
  undone = koyomi_session_get (self->session, KOYOMI_TABLE_CONTROL, id, KOYOMI_LANGUAGE_EN, NULL);
  g_assert_true (koyomi_record_get_int (undone, KOYOMI_CONTROL_APPLICABLE));
}

static void
test_controls_are_filtered (Fixture       *self,
                            gconstpointer  page)
{
  KoyomiDataTable *table = get_table (self, KOYOMI_TYPE_CONTROLS_PAGE);

  g_assert_cmpuint (count_rows (table), >=, 93);
  type (self, KOYOMI_TYPE_CONTROLS_PAGE, "8.13", 1);
}

static void
test_record_leads_to_its_page (Fixture       *self,
                               gconstpointer  page)
{
  gint64 evidence = koyomi_test_window_get_first (&self->test, KOYOMI_TABLE_EVIDENCE);

  gtk_widget_activate_action (self->view, "plan.show-record", "(ux)", KOYOMI_TABLE_EVIDENCE, evidence);
  settle (self);
  g_assert_cmpint (koyomi_data_table_get_chosen (get_table (self, KOYOMI_TYPE_EVIDENCE_PAGE)), ==, evidence);
  g_assert_true (gtk_widget_get_mapped (find (self, KOYOMI_TYPE_EVIDENCE_PANE)));
  gtk_widget_activate_action (self->view, "plan.show-record", "(ux)", KOYOMI_TABLE_CONTROL, find_control (self, "8.13"));
  settle (self);
  g_assert_true (shows_control (self, "8.13"));
}

static void
test_evidence_is_linked_and_removed (Fixture       *self,
                                     gconstpointer  page)
{
  KoyomiDataTable *table = get_table (self, KOYOMI_TYPE_EVIDENCE_PAGE);
  gint64 evidence = koyomi_test_window_get_first (&self->test, KOYOMI_TABLE_EVIDENCE);
  guint n = count_rows (table);
  g_autoptr(GError) error = NULL;

  koyomi_evidence_prove (self->session, evidence, KOYOMI_PROOF_CONTROL, find_control (self, "8.28"), KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  g_assert_false (koyomi_evidence_prove (self->session, evidence, KOYOMI_PROOF_CONTROL, find_control (self, "8.28"), KOYOMI_LANGUAGE_EN, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOTHING);
  settle (self);

  koyomi_data_table_choose (table, evidence);
  gtk_widget_grab_focus (GTK_WIDGET (table));
  settle (self);
  press (self, "Delete");
  g_assert_cmpuint (count_rows (table), ==, n - 1);
  g_assert_true (koyomi_session_undo (self->session, NULL));
  settle (self);
  g_assert_cmpuint (count_rows (table), ==, n);
}

/* One proof is taken away, the evidence stays. */
static void
test_proof_is_unlinked (Fixture       *self,
                        gconstpointer  page)
{
  gint64 evidence = koyomi_test_window_get_first (&self->test, KOYOMI_TABLE_EVIDENCE);
  g_autoptr(GPtrArray) before = koyomi_session_list (self->session, KOYOMI_TABLE_PROOF, KOYOMI_PROOF_EVIDENCE, evidence, KOYOMI_LANGUAGE_EN, NULL);
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(GPtrArray) undone = NULL;
  g_autoptr(KoyomiEntry) head = NULL;

  koyomi_data_table_choose (get_table (self, KOYOMI_TYPE_EVIDENCE_PAGE), evidence);
  settle (self);
  gtk_widget_activate_action (find (self, KOYOMI_TYPE_EVIDENCE_PANE), "evidence.unlink", "x", (gint64) 1);
  settle (self);
  after = koyomi_session_list (self->session, KOYOMI_TABLE_PROOF, KOYOMI_PROOF_EVIDENCE, evidence, KOYOMI_LANGUAGE_EN, NULL);
  g_assert_cmpuint (after->len, ==, before->len - 1);
  head = koyomi_session_get_head (self->session, NULL);
  g_assert_true (g_str_has_prefix (head->label, "Unlink the evidence “"));
  g_assert_cmpuint (koyomi_test_widget_count (find (self, KOYOMI_TYPE_EVIDENCE_PANE), KOYOMI_TYPE_PART_ROW), ==, after->len);
  g_assert_true (koyomi_session_undo (self->session, NULL));
  settle (self);
  undone = koyomi_session_list (self->session, KOYOMI_TABLE_PROOF, KOYOMI_PROOF_EVIDENCE, evidence, KOYOMI_LANGUAGE_EN, NULL);
  g_assert_cmpuint (undone->len, ==, before->len);
}

static GFile *
write_file (Fixture    *self,
            const char *ending,
            const char *text)
{
  g_autofree char *path = g_strconcat (self->test.path, ending, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_file_new_for_path (path);
}

/* The dialog that "Add Evidence…" opens, with a title. */
static GtkWindow *
open_evidence_dialog (Fixture    *self,
                      const char *title)
{
  GtkWindow *dialog;

  koyomi_test_dialog_press (find (self, KOYOMI_TYPE_EVIDENCE_PAGE), "Add _Evidence…");
  dialog = koyomi_test_dialog_wait (self->test.window);
  gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (dialog)), title);

  return dialog;
}

static KoyomiRecord *
find_evidence (Fixture    *self,
               const char *title)
{
  g_autoptr(GPtrArray) evidence = koyomi_session_list (self->session, KOYOMI_TABLE_EVIDENCE, 0, 0, KOYOMI_LANGUAGE_EN, NULL);

  for (guint i = 0; i < evidence->len; i++)
    if (g_str_equal (koyomi_record_get_title (g_ptr_array_index (evidence, i)), title))
      return g_object_ref (g_ptr_array_index (evidence, i));

  return NULL;
}

static void
assert_hash (Fixture    *self,
             const char *title,
             GFile      *file)
{
  g_autoptr(KoyomiRecord) evidence = find_evidence (self, title);
  g_autofree char *sha256 = koyomi_file_hash (file, NULL, NULL, NULL, NULL);

  g_assert_cmpstr (koyomi_record_get_text (evidence, KOYOMI_EVIDENCE_SHA256), ==, sha256);
}

/* Types where it is, as a person would who has the path at hand. */
static void
add_evidence (Fixture    *self,
              const char *title,
              GFile      *file)
{
  GtkWindow *dialog = open_evidence_dialog (self, title);
  g_autoptr(GPtrArray) inputs = koyomi_test_dialog_list (dialog, GTK_TYPE_TEXT);

  gtk_editable_set_text (g_ptr_array_index (inputs, 1), g_file_peek_path (file));
  koyomi_test_dialog_press (dialog, "_Add");
  while (koyomi_test_dialog_find (self->test.window) != NULL)
    g_main_context_iteration (NULL, TRUE);
  settle (self);
}

static void
choose_provable (GtkWidget      *widget,
                 KoyomiProvable  kind,
                 KoyomiRecord   *row)
{
  GtkWidget *field = koyomi_test_widget_find (widget, KOYOMI_TYPE_PROVABLE_FIELD);
  GtkWidget *chooser = koyomi_test_widget_find (field, KOYOMI_TYPE_CHOOSER);
  g_autoptr(KoyomiChoice) choice = koyomi_choice_new (koyomi_record_get_id (row), "chosen", NULL);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (koyomi_test_widget_find (field, GTK_TYPE_DROP_DOWN)), kind);
  koyomi_chooser_show_choice (KOYOMI_CHOOSER (chooser), koyomi_record_get_id (row), "chosen");
  g_signal_emit_by_name (chooser, "chosen", choice);
}

static guint
count_proofs (Fixture *self,
              int      field,
              gint64   row)
{
  g_autoptr(GPtrArray) proofs = koyomi_session_list (self->session, KOYOMI_TABLE_PROOF, field, row, KOYOMI_LANGUAGE_EN, NULL);

  return proofs->len;
}

/* What is proved is chosen with the evidence, and one thing more beside it; each is taken back by itself. */
static void
test_proved_is_chosen (Fixture       *self,
                       gconstpointer  page)
{
  g_autoptr(GPtrArray) runs = koyomi_session_list_provable (self->session, KOYOMI_PROVABLE_RUN, koyomi_day_today (), KOYOMI_LANGUAGE_EN, NULL);
  g_autoptr(GPtrArray) drills = koyomi_session_list_provable (self->session, KOYOMI_PROVABLE_DRILL, koyomi_day_today (), KOYOMI_LANGUAGE_EN, NULL);
  KoyomiRecord *run = g_ptr_array_index (runs, 0), *drill = g_ptr_array_index (drills, 0);
  guint n_before = count_proofs (self, KOYOMI_PROOF_OCCURRENCE, koyomi_record_get_id (run));
  GtkWindow *dialog = open_evidence_dialog (self, "Photo");
  g_autoptr(KoyomiRecord) evidence = NULL;

  choose_provable (GTK_WIDGET (dialog), KOYOMI_PROVABLE_RUN, run);
  koyomi_test_dialog_press (dialog, "_Add");
  settle (self);
  evidence = find_evidence (self, "Photo");
  g_assert_cmpuint (count_proofs (self, KOYOMI_PROOF_EVIDENCE, koyomi_record_get_id (evidence)), ==, 1);
  g_assert_cmpuint (count_proofs (self, KOYOMI_PROOF_OCCURRENCE, koyomi_record_get_id (run)), ==, n_before + 1);

  koyomi_data_table_choose (get_table (self, KOYOMI_TYPE_EVIDENCE_PAGE), koyomi_record_get_id (evidence));
  settle (self);
  choose_provable (find (self, KOYOMI_TYPE_EVIDENCE_PANE), KOYOMI_PROVABLE_DRILL, drill);
  settle (self);
  g_assert_cmpuint (count_proofs (self, KOYOMI_PROOF_EVIDENCE, koyomi_record_get_id (evidence)), ==, 2);
  g_assert_cmpuint (koyomi_test_widget_count (find (self, KOYOMI_TYPE_EVIDENCE_PANE), KOYOMI_TYPE_PART_ROW), ==, 2);
  g_assert_true (koyomi_session_undo (self->session, NULL));
  g_assert_cmpuint (count_proofs (self, KOYOMI_PROOF_EVIDENCE, koyomi_record_get_id (evidence)), ==, 1);
  g_assert_true (koyomi_session_undo (self->session, NULL));
  settle (self);
  g_assert_cmpuint (count_proofs (self, KOYOMI_PROOF_OCCURRENCE, koyomi_record_get_id (run)), ==, n_before);
}

static void
wait_for_file (Fixture         *self,
               const char      *title,
               KoyomiFileState  state)
{
  const char *name = koyomi_file_state_get_name (state, KOYOMI_LANGUAGE_EN);
  g_autoptr(KoyomiRecord) evidence = find_evidence (self, title);

  koyomi_data_table_choose (get_table (self, KOYOMI_TYPE_EVIDENCE_PAGE), koyomi_record_get_id (evidence));
  while (!koyomi_test_dialog_has_line (find (self, KOYOMI_TYPE_EVIDENCE_PANE), name))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (koyomi_test_dialog_has_line (get_table (self, KOYOMI_TYPE_EVIDENCE_PAGE), name));
}

static void
test_files_are_checked (Fixture       *self,
                        gconstpointer  page)
{
  g_autoptr(GFile) same = write_file (self, ".same", "one\n");
  g_autoptr(GFile) changed = write_file (self, ".changed", "one\n");
  g_autoptr(GFile) gone = write_file (self, ".gone", "one\n");
  gint64 before = get_last (self);

  add_evidence (self, "Same", same);
  add_evidence (self, "Changed", changed);
  add_evidence (self, "Gone", gone);
  assert_hash (self, "Same", same);
  g_assert_cmpint (get_last (self), ==, before + 3);
  type (self, KOYOMI_TYPE_EVIDENCE_PAGE, "plan.koyomi.", 3);
  g_assert_true (koyomi_test_dialog_has_line (get_table (self, KOYOMI_TYPE_EVIDENCE_PAGE), "Not checked"));

  g_object_unref (write_file (self, ".changed", "another\n"));
  g_file_delete (gone, NULL, NULL);
  koyomi_test_dialog_press (find (self, KOYOMI_TYPE_EVIDENCE_PAGE), "_Check Files");
  wait_for_file (self, "Same", KOYOMI_FILE_SAME);
  wait_for_file (self, "Changed", KOYOMI_FILE_CHANGED);
  wait_for_file (self, "Gone", KOYOMI_FILE_GONE);
  g_assert_cmpint (get_last (self), ==, before + 3);
}

/* What is no file on this machine is taken as it is typed. */
static void
test_evidence_need_not_be_a_file (Fixture       *self,
                                  gconstpointer  page)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/no/such/file");
  g_autoptr(KoyomiRecord) evidence = NULL;

  add_evidence (self, "Binder", file);
  evidence = find_evidence (self, "Binder");
  g_assert_cmpstr (koyomi_record_get_text (evidence, KOYOMI_EVIDENCE_PLACE), ==, "/no/such/file");
  g_assert_cmpstr (koyomi_record_get_text (evidence, KOYOMI_EVIDENCE_SHA256), ==, "");
}

#ifndef __SANITIZE_ADDRESS__
/* GTK's chooser of files loses what it was reading when it is closed. */
static void
choose_file (GtkWindow *dialog,
             GFile     *file)
{
  GtkWindow *chooser;
  gboolean is_chosen = FALSE;

  koyomi_test_dialog_press (dialog, "Choos_e File…");
  chooser = koyomi_test_dialog_wait (dialog);
  gtk_file_chooser_set_file (GTK_FILE_CHOOSER (chooser), file, NULL);
  koyomi_test_widget_settle (GTK_WIDGET (chooser));
  while (!is_chosen)
    {
      g_autoptr(GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      is_chosen = chosen != NULL && g_file_equal (chosen, file);
      g_main_context_iteration (NULL, !is_chosen);
    }
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
}

static void
test_hash_shows_before_it_is_added (Fixture       *self,
                                    gconstpointer  page)
{
  g_autoptr(GFile) file = write_file (self, ".log", "one line\n");
  g_autofree char *sha256 = koyomi_file_hash (file, NULL, NULL, NULL, NULL);
  g_autofree char *line = g_strdup_printf ("SHA-256 %s", sha256);
  GtkWindow *dialog = open_evidence_dialog (self, "Log");

  choose_file (dialog, file);
  while (!koyomi_test_dialog_has_line (dialog, line))
    g_main_context_iteration (NULL, TRUE);
  koyomi_test_dialog_press (dialog, "_Add");
  settle (self);
  assert_hash (self, "Log", file);
}
#endif

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  if (!koyomi_test_widget_init ())
    return koyomi_test_folder_finish (0);

  koyomi_test_window_start ();
  g_test_add ("/audit-pages/log-shows-what-was-changed", Fixture, "change-log", set_up, test_log_shows_what_was_changed, tear_down);
  g_test_add ("/audit-pages/log-is-searched", Fixture, "change-log", set_up, test_log_is_searched, tear_down);
  g_test_add ("/audit-pages/long-log-is-read-in-passing", Fixture, "summary", set_up, test_long_log_is_read_in_passing, tear_down);
  g_test_add ("/audit-pages/log-is-verified", Fixture, "change-log", set_up, test_log_is_verified, tear_down);
  g_test_add ("/audit-pages/arrows-go-over-squares", Fixture, "controls", set_up, test_arrows_go_over_squares, tear_down);
  g_test_add ("/audit-pages/applicability-is-edited-and-undone", Fixture, "controls", set_up, test_applicability_is_edited_and_undone, tear_down);
  g_test_add ("/audit-pages/controls-are-filtered", Fixture, "controls", set_up, test_controls_are_filtered, tear_down);
  g_test_add ("/audit-pages/record-leads-to-its-page", Fixture, "summary", set_up, test_record_leads_to_its_page, tear_down);
  g_test_add ("/audit-pages/evidence-is-linked-and-removed", Fixture, "evidence", set_up, test_evidence_is_linked_and_removed, tear_down);
  g_test_add ("/audit-pages/proof-is-unlinked", Fixture, "evidence", set_up, test_proof_is_unlinked, tear_down);
  g_test_add ("/audit-pages/files-are-checked", Fixture, "evidence", set_up, test_files_are_checked, tear_down);
  g_test_add ("/audit-pages/evidence-need-not-be-a-file", Fixture, "evidence", set_up, test_evidence_need_not_be_a_file, tear_down);
  g_test_add ("/audit-pages/proved-is-chosen-with-the-evidence", Fixture, "evidence", set_up, test_proved_is_chosen, tear_down);
#ifndef __SANITIZE_ADDRESS__
  g_test_add ("/audit-pages/hash-shows-before-it-is-added", Fixture, "evidence", set_up, test_hash_shows_before_it_is_added, tear_down);
#endif
  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
