#include "koyomi-data-table.h"
#include "koyomi-file-check.h"
#include "koyomi-history.h"
#include "koyomi-issued-reports-window.h"
#include "koyomi-record-edit.h"
#include "koyomi-report-page.h"
#include "koyomi-report-view.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"
#include "koyomi-text-field.h"

#include <adwaita.h>

static KoyomiApplication *application;

typedef struct
{
  KoyomiTestWindow  test;
  GtkWindow        *window;
  KoyomiSession    *session;
  GtkWidget        *view;
  char             *folder;
} Fixture;

static void
wait_made (Fixture *self)
{
  while (koyomi_test_widget_count (self->view, KOYOMI_TYPE_REPORT_PAGE) == 0)
    g_main_context_iteration (NULL, TRUE);
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

static void
begin (Fixture *self,
       void   (*open) (KoyomiTestWindow *))
{
  g_settings_set_string (koyomi_application_get_settings (application), "last-view", "reports");
  open (&self->test);
  self->window = GTK_WINDOW (self->test.window);
  self->session = koyomi_window_get_session (self->test.window);
  self->view = koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_REPORT_VIEW);
  self->folder = g_path_get_dirname (self->test.path);
  wait_made (self);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  begin (self, koyomi_test_window_open);
}

static void
set_up_read (Fixture       *self,
             gconstpointer  data)
{
  begin (self, koyomi_test_window_open_to_read);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_window_close (&self->test);
  g_settings_reset (koyomi_application_get_settings (application), "last-view");
  g_free (self->folder);
}

static guint
count (Fixture       *self,
       KoyomiTableId  table)
{
  return koyomi_session_count (self->session, table, NULL);
}

static char *
hash (Fixture    *self,
      const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  return koyomi_file_hash (file, NULL, NULL, NULL, NULL);
}

static KoyomiRecord *
find_issue (Fixture    *self,
            const char *name)
{
  g_autoptr(GPtrArray) issues = koyomi_session_list (self->session, KOYOMI_TABLE_REPORT_ISSUE, 0, 0, KOYOMI_LANGUAGE_EN, NULL);

  for (guint i = 0; i < issues->len; i++)
    if (g_str_equal (koyomi_record_get_text (g_ptr_array_index (issues, i), KOYOMI_REPORT_ISSUE_FILE_NAME), name))
      return g_object_ref (g_ptr_array_index (issues, i));

  g_error ("%s was not issued", name);
}

static void
issue (Fixture *self)
{
  guint n = count (self, KOYOMI_TABLE_REPORT_ISSUE);
  GtkWindow *dialog;

  g_assert_true (gtk_widget_activate_action (self->view, "report.issue", NULL));
  dialog = koyomi_test_dialog_wait (self->window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "form.accept", NULL));
  koyomi_test_dialog_choose (self->window, self->folder, "first.pdf");
  while (count (self, KOYOMI_TABLE_REPORT_ISSUE) == n)
    g_main_context_iteration (NULL, TRUE);
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

static GtkWindow *
open_list (Fixture *self)
{
  g_assert_true (gtk_widget_activate_action (self->view, "plan.issued-reports", NULL));

  return koyomi_test_dialog_wait (self->window);
}

/* What was found out about a file is said in a dialog. */
static void
expect_said (GtkWindow  *list,
             const char *title)
{
  GtkWindow *dialog;

  while ((dialog = koyomi_test_dialog_find (list)) == NULL || !ADW_IS_MESSAGE_DIALOG (dialog))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==, title);
  gtk_window_destroy (dialog);
  koyomi_test_widget_settle (GTK_WIDGET (list));
}

/* The file, its hash and the moment it shows are one step, which can be taken back. */
static void
test_issue (Fixture       *self,
            gconstpointer  data)
{
  guint n_issues = count (self, KOYOMI_TABLE_REPORT_ISSUE);
  guint n_bookmarks = count (self, KOYOMI_TABLE_BOOKMARK);
  g_autoptr(KoyomiRecord) issued = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr(GError) error = NULL;

  issue (self);
  issued = find_issue (self, "first.pdf");
  sha256 = hash (self, "first.pdf");
  g_assert_cmpstr (koyomi_record_get_text (issued, KOYOMI_REPORT_ISSUE_SHA256), ==, sha256);
  g_assert_cmpstr (koyomi_record_get_text (issued, KOYOMI_REPORT_ISSUE_EDITION), ==, "1");
  g_assert_cmpstr (koyomi_record_get_text (issued, KOYOMI_REPORT_ISSUE_REPORT), ==, "committee");
  g_assert_cmpuint (count (self, KOYOMI_TABLE_BOOKMARK), ==, n_bookmarks + 1);
  g_assert_true (koyomi_session_undo (self->session, &error));
  g_assert_cmpuint (count (self, KOYOMI_TABLE_REPORT_ISSUE), ==, n_issues);
  g_assert_cmpuint (count (self, KOYOMI_TABLE_BOOKMARK), ==, n_bookmarks);
}

/* The same file comes of it, whatever became of the plan since; the issued one is left alone. */
static void
test_again (Fixture       *self,
            gconstpointer  data)
{
  GtkWindow *list;
  g_autofree char *first = NULL;
  g_autofree char *again = NULL;
  g_autofree char *kept = NULL;

  issue (self);
  koyomi_test_window_mark_done (&self->test);
  first = hash (self, "first.pdf");
  list = open_list (self);
  g_assert_true (koyomi_test_dialog_has_line (list, "first.pdf"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (list), "issued.write-again", NULL));
  koyomi_test_dialog_choose (list, self->folder, "second.pdf");
  while ((again = hash (self, "second.pdf")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (again, ==, first);
  koyomi_test_widget_settle (GTK_WIDGET (list));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (list), "issued.write-again", NULL));
  koyomi_test_dialog_choose (list, "/proc", "third.pdf");
  expect_said (list, "The report was not written again");
  kept = hash (self, "first.pdf");
  g_assert_cmpstr (kept, ==, first);
  gtk_window_close (list);
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

/* A file is the issued one by its SHA-256 alone. */
static void
test_check (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "changed.pdf", NULL);
  GtkWindow *list;

  issue (self);
  g_assert_true (g_file_set_contents (path, "%PDF-1.7 changed", -1, NULL));
  list = open_list (self);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (list), "issued.check-file", NULL));
  koyomi_test_dialog_choose (list, self->folder, "first.pdf");
  expect_said (list, "The file is the issued one");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (list), "issued.check-file", NULL));
  koyomi_test_dialog_choose (list, self->folder, "changed.pdf");
  expect_said (list, "The file is no issued report");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (list), "issued.copy-hash", NULL));
  gtk_window_close (list);
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

/* The key opens the menu of the row that is chosen. */
static void
test_menu (Fixture       *self,
           gconstpointer  data)
{
  GtkWindow *list = open_list (self);
  GtkWidget *table = koyomi_test_widget_find (GTK_WIDGET (list), KOYOMI_TYPE_DATA_TABLE);
  GtkWidget *menu;

  g_assert_true (gtk_widget_grab_focus (table));
  g_assert_true (koyomi_test_widget_press (list, "Menu"));
  koyomi_test_widget_settle (GTK_WIDGET (list));
  menu = koyomi_test_widget_find (table, GTK_TYPE_POPOVER_MENU);
  g_assert_nonnull (menu);
  g_assert_true (koyomi_test_dialog_has_line (menu, "Copy SHA-256"));
  gtk_popover_popdown (GTK_POPOVER (menu));
  gtk_window_close (list);
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

/* Nothing is noted in a plan that is only read; what was issued can be looked at. */
static void
test_read_only (Fixture       *self,
                gconstpointer  data)
{
  GtkWidget *button = koyomi_test_dialog_find_button (self->view, "_Issue…");
  GtkWindow *list;

  g_assert_false (gtk_widget_is_sensitive (button));
  list = open_list (self);
  g_assert_false (gtk_widget_is_sensitive (koyomi_test_dialog_find_button (list, "Write _Again…")));
  g_assert_true (gtk_widget_is_sensitive (koyomi_test_dialog_find_button (list, "Check a _File…")));
  gtk_window_close (list);
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

/* Without a moment of the plan nothing is written again; without a row there is a word on how there can be one. */
static void
test_nothing (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) issues = koyomi_session_list (self->session, KOYOMI_TABLE_REPORT_ISSUE, 0, 0, KOYOMI_LANGUAGE_EN, NULL);
  GtkWindow *list = open_list (self);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (koyomi_record_get_int (g_ptr_array_index (issues, 0), KOYOMI_REPORT_ISSUE_BOOKMARK), ==, 0);
  g_assert_false (gtk_widget_is_sensitive (koyomi_test_dialog_find_button (list, "Write _Again…")));
  for (guint i = 0; i < issues->len; i++)
    g_assert_true (koyomi_session_remove (self->session, KOYOMI_TABLE_REPORT_ISSUE, koyomi_record_get_id (g_ptr_array_index (issues, i)),
                                          KOYOMI_LANGUAGE_EN, &error));
  while (!koyomi_test_dialog_has_line (list, "No report was issued yet"))
    g_main_context_iteration (NULL, TRUE);
  gtk_window_close (list);
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

#define ADD(claim, set_up, test) g_test_add ("/views/issued-reports/" claim, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  if (!koyomi_test_widget_init ())
    return koyomi_test_folder_finish (0);

  application = koyomi_test_window_start ();

  if (KOYOMI_TEST_CHOOSES_FILES)
    {
      ADD ("file-and-note-are-one-step", set_up, test_issue);
      ADD ("same-file-is-written-again", set_up, test_again);
      ADD ("file-is-known-by-its-hash", set_up, test_check);
    }
  ADD ("rows-have-a-menu", set_up, test_menu);
  ADD ("nothing-to-write-again-is-said", set_up, test_nothing);
  ADD ("plan-is-only-read", set_up_read, test_read_only);

  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
