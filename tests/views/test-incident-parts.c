#include "koyomi-checklists-window.h"
#include "koyomi-chooser.h"
#include "koyomi-day.h"
#include "koyomi-incident-cards.h"
#include "koyomi-incident-evidence-view.h"
#include "koyomi-incident-evidence.h"
#include "koyomi-incident-follow-ups-view.h"
#include "koyomi-incident-sheet.h"
#include "koyomi-incident-parties-view.h"
#include "koyomi-incident-tasks-view.h"
#include "koyomi-incident-templates.h"
#include "koyomi-incident-tasks.h"
#include "koyomi-incident-timeline-view.h"
#include "koyomi-incident-timeline.h"
#include "koyomi-part-list.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"
#include "koyomi-text-field.h"

#include <string.h>

/* The panel of an incident of the sample company that is being responded to. */
typedef struct
{
  KoyomiTestWindow  test;
  KoyomiSession    *session;
  GtkWindow        *window;
  GtkListBox       *views;       /* in the sidebar */
  gint64            incident;
} Fixture;

static void
settle (Fixture *self)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

static GtkWidget *
find (Fixture *self,
      GType    type)
{
  GtkWidget *widget = koyomi_test_widget_find (GTK_WIDGET (self->window), type);

  g_assert_nonnull (widget);

  return widget;
}

static gint64
find_incident (Fixture *self)
{
  g_autoptr(GPtrArray) incidents = koyomi_session_list (self->session, KOYOMI_TABLE_INCIDENT, 0, 0, KOYOMI_LANGUAGE_EN, NULL);

  for (guint i = 0; i < incidents->len; i++)
    if (koyomi_record_get_int (g_ptr_array_index (incidents, i), KOYOMI_INCIDENT_STATE) == KOYOMI_INCIDENT_STATE_RESPONDING)
      return koyomi_record_get_id (g_ptr_array_index (incidents, i));

  g_assert_not_reached ();
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  if (g_strcmp0 (data, "read") == 0)
    koyomi_test_window_open_to_read (&self->test);
  else
    koyomi_test_window_open (&self->test);
  self->window = GTK_WINDOW (self->test.window);
  self->session = koyomi_window_get_session (self->test.window);
  self->incident = find_incident (self);
  self->views = GTK_LIST_BOX (find (self, GTK_TYPE_LIST_BOX));
  gtk_list_box_select_row (self->views, gtk_list_box_get_row_at_index (self->views, 2));
  koyomi_incident_sheet_reveal (koyomi_incident_cards_get_sheet (KOYOMI_INCIDENT_CARDS (find (self, KOYOMI_TYPE_INCIDENT_CARDS))),
                                self->incident);
  settle (self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_window_close (&self->test);
}

static KoyomiIncidentTasks *
load_tasks (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  KoyomiIncidentTasks *tasks = koyomi_session_load_incident_tasks (self->session, self->incident, koyomi_time_now (), KOYOMI_LANGUAGE_EN,
                                                                   &error);

  g_assert_no_error (error);

  return tasks;
}

static guint
count_done (Fixture *self)
{
  g_autoptr(KoyomiIncidentTasks) tasks = load_tasks (self);

  return tasks->counts[KOYOMI_TASK_DONE] + tasks->counts[KOYOMI_TASK_DONE_LATE];
}

/* Of the first task that is open. */
static GtkWidget *
find_open_row (Fixture *self,
               gint64  *id)
{
  g_autoptr(KoyomiIncidentTasks) tasks = load_tasks (self);
  g_autoptr(GPtrArray) rows = koyomi_test_dialog_list (find (self, KOYOMI_TYPE_INCIDENT_TASKS_VIEW), KOYOMI_TYPE_PART_ROW);

  g_assert_cmpuint (rows->len, ==, tasks->tasks->len);
  for (guint i = 0; i < tasks->tasks->len; i++)
    {
      KoyomiIncidentTask *task = g_ptr_array_index (tasks->tasks, i);

      *id = koyomi_record_get_id (task->task);
      if (koyomi_task_state_is_open (task->state))
        return g_ptr_array_index (rows, i);
    }

  g_assert_not_reached ();
}

static void
test_space_ticks (Fixture       *self,
                  gconstpointer  data)
{
  guint n = count_done (self);
  gint64 id;
  GtkWidget *row = find_open_row (self, &id);
  GtkWidget *focus;

  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (koyomi_test_widget_press (self->window, "space"));
  settle (self);
  g_assert_cmpuint (count_done (self), ==, n + 1);

  /* The new row of the same task has the focus, so that the key takes it back. */
  focus = gtk_root_get_focus (GTK_ROOT (self->window));
  g_assert_true (KOYOMI_IS_PART_ROW (focus));
  g_assert_cmpint (koyomi_part_row_get_id (KOYOMI_PART_ROW (focus)), ==, id);
  g_assert_true (koyomi_test_widget_press (self->window, "space"));
  settle (self);
  g_assert_cmpuint (count_done (self), ==, n);
}

static void
test_alt_moves_task (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(KoyomiIncidentTasks) before = load_tasks (self);
  gint64 second = koyomi_record_get_id (((KoyomiIncidentTask *) g_ptr_array_index (before->tasks, 1))->task);
  g_autoptr(GPtrArray) rows = koyomi_test_dialog_list (find (self, KOYOMI_TYPE_INCIDENT_TASKS_VIEW), KOYOMI_TYPE_PART_ROW);
  g_autoptr(KoyomiIncidentTasks) after = NULL;

  gtk_widget_grab_focus (g_ptr_array_index (rows, 1));
  g_assert_true (koyomi_test_widget_press (self->window, "<Alt>Up"));
  settle (self);
  after = load_tasks (self);
  g_assert_cmpint (koyomi_record_get_id (((KoyomiIncidentTask *) g_ptr_array_index (after->tasks, 0))->task), ==, second);
}

static void
test_reason_leaves_out (Fixture       *self,
                        gconstpointer  data)
{
  gint64 id;
  GtkWidget *row = find_open_row (self, &id);
  GtkWindow *dialog;
  g_autoptr(KoyomiRecord) task = NULL;

  g_assert_true (gtk_widget_activate_action (row, "tasks.waive", "x", id));
  dialog = koyomi_test_dialog_wait (self->window);
  koyomi_text_field_replace (KOYOMI_TEXT_FIELD (koyomi_test_widget_find (GTK_WIDGET (dialog), KOYOMI_TYPE_TEXT_FIELD)), "Not ours to do");
  koyomi_test_dialog_press (dialog, "_Leave Out");
  settle (self);
  task = koyomi_session_get (self->session, KOYOMI_TABLE_INCIDENT_TASK, id, KOYOMI_LANGUAGE_EN, NULL);
  g_assert_cmpstr (koyomi_record_get_text (task, KOYOMI_INCIDENT_TASK_WAIVED), ==, "Not ours to do");
}

static void
type (Fixture    *self,
      GtkWidget  *view,
      const char *text)
{
  GtkWidget *field = koyomi_test_widget_find (view, KOYOMI_TYPE_TEXT_FIELD);

  gtk_editable_set_text (GTK_EDITABLE (koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (field))), text);
}

static void
test_typed_task_is_kept_for_its_incident (Fixture       *self,
                                          gconstpointer  data)
{
  GtkWidget *view = find (self, KOYOMI_TYPE_INCIDENT_TASKS_VIEW);
  g_autoptr(KoyomiIncidentTasks) tasks = NULL;

  type (self, view, "Ask the supplier");
  koyomi_incident_tasks_view_set_incident (KOYOMI_INCIDENT_TASKS_VIEW (view), koyomi_test_window_get_first (&self->test, KOYOMI_TABLE_INCIDENT));
  settle (self);
  tasks = load_tasks (self);
  g_assert_cmpstr (koyomi_record_get_title (((KoyomiIncidentTask *) g_ptr_array_index (tasks->tasks, tasks->tasks->len - 1))->task), ==,
                   "Ask the supplier");
}

static void
test_checklist_is_added_once (Fixture       *self,
                              gconstpointer  data)
{
  GtkWidget *view = find (self, KOYOMI_TYPE_INCIDENT_TASKS_VIEW);
  gint64 template = koyomi_test_window_get_first (&self->test, KOYOMI_TABLE_INCIDENT_TEMPLATE);
  g_autoptr(KoyomiIncidentTasks) before = load_tasks (self);
  g_autoptr(KoyomiIncidentTasks) once = NULL;
  g_autoptr(KoyomiIncidentTasks) twice = NULL;

  gtk_widget_activate_action (view, "tasks.add-list", "x", template);
  settle (self);
  once = load_tasks (self);
  gtk_widget_activate_action (view, "tasks.add-list", "x", template);
  settle (self);
  twice = load_tasks (self);
  g_assert_cmpuint (once->tasks->len, >, before->tasks->len);
  g_assert_cmpuint (twice->tasks->len, ==, once->tasks->len);
}

static GPtrArray *
load_entries (Fixture *self)
{
  return koyomi_session_load_timeline (self->session, self->incident, KOYOMI_TIMELINE_NEWEST_FIRST, KOYOMI_LANGUAGE_EN, NULL);
}

static void
test_entry_is_added_by_enter (Fixture       *self,
                              gconstpointer  data)
{
  GtkWidget *view = find (self, KOYOMI_TYPE_INCIDENT_TIMELINE_VIEW);
  GtkWidget *field = koyomi_test_widget_find (view, KOYOMI_TYPE_TEXT_FIELD);
  g_autoptr(GPtrArray) entries = NULL;

  type (self, view, "Called the supplier");
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (field)))), "activate");
  settle (self);
  entries = load_entries (self);
  g_assert_cmpstr (koyomi_record_get_text (g_ptr_array_index (entries, 0), KOYOMI_INCIDENT_EVENT_TEXT), ==, "Called the supplier");
  g_assert_cmpint (koyomi_record_get_int (g_ptr_array_index (entries, 0), KOYOMI_INCIDENT_EVENT_KIND), ==, KOYOMI_EVENT_KIND_MANUAL);
}

static void
test_automatic_entry_stays (Fixture       *self,
                            gconstpointer  data)
{
  GtkWidget *view = find (self, KOYOMI_TYPE_INCIDENT_TIMELINE_VIEW);
  gint64 task;
  GtkWidget *row = find_open_row (self, &task);
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) after = NULL;

  gtk_widget_activate_action (row, "tasks.toggle", "x", task);
  settle (self);
  before = load_entries (self);
  g_assert_cmpint (koyomi_record_get_int (g_ptr_array_index (before, 0), KOYOMI_INCIDENT_EVENT_KIND), ==, KOYOMI_EVENT_KIND_AUTO);
  gtk_widget_activate_action (view, "timeline.remove", "x", koyomi_record_get_id (g_ptr_array_index (before, 0)));
  settle (self);
  after = load_entries (self);
  g_assert_cmpuint (after->len, ==, before->len);
}

static void
test_reference_is_handed_over (Fixture       *self,
                               gconstpointer  data)
{
  GtkWidget *view = find (self, KOYOMI_TYPE_INCIDENT_EVIDENCE_VIEW);
  g_autoptr(KoyomiRecord) evidence = koyomi_record_new (KOYOMI_TABLE_EVIDENCE);
  g_autoptr(GPtrArray) fields = NULL;
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiIncidentEvidence *last;
  GtkWindow *dialog;

  koyomi_record_set_text (evidence, KOYOMI_EVIDENCE_TITLE, "Laptop");
  koyomi_record_set_text (evidence, KOYOMI_EVIDENCE_OWNER, "CSIRT");
  koyomi_record_set_int (evidence, KOYOMI_EVIDENCE_KIND, KOYOMI_EVIDENCE_KIND_REFERENCE);
  koyomi_incident_evidence_add (self->session, self->incident, evidence, koyomi_time_now (), KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  settle (self);
  gtk_widget_activate_action (view, "evidence.hand-over", "x", koyomi_record_get_id (evidence));
  dialog = koyomi_test_dialog_wait (self->window);
  fields = koyomi_test_dialog_list (dialog, KOYOMI_TYPE_TEXT_FIELD);
  koyomi_text_field_replace (g_ptr_array_index (fields, 0), "Hinagata Forensics");
  koyomi_test_dialog_press (dialog, "_Hand Over");
  settle (self);
  list = koyomi_session_load_incident_evidence (self->session, self->incident, KOYOMI_LANGUAGE_EN, NULL);
  last = g_ptr_array_index (list, list->len - 1);
  g_assert_cmpstr (last->holder, ==, "Hinagata Forensics");
  g_assert_cmpstr (koyomi_record_get_text (g_ptr_array_index (last->custody, 0), KOYOMI_CUSTODY_FROM_HOLDER), ==, "CSIRT");
}

static guint
count_checks (Fixture *self)
{
  g_autoptr(GPtrArray) entries = load_entries (self);
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    if (strstr (koyomi_record_get_text (g_ptr_array_index (entries, i), KOYOMI_INCIDENT_EVENT_TEXT), "Evidence checked") != NULL)
      n++;

  return n;
}

static void
add_file (Fixture    *self,
          const char *path)
{
  g_autoptr(KoyomiRecord) evidence = koyomi_record_new (KOYOMI_TABLE_EVIDENCE);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *sha256 = koyomi_file_hash (file, NULL, NULL, NULL, NULL);
  g_autoptr(GError) error = NULL;

  koyomi_record_set_text (evidence, KOYOMI_EVIDENCE_TITLE, "Log");
  koyomi_evidence_set_file (evidence, file, koyomi_session_get_path (self->session), sha256);
  koyomi_incident_evidence_add (self->session, self->incident, evidence, koyomi_time_now (), KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  settle (self);
}

static void
test_changed_file_shows (Fixture       *self,
                         gconstpointer  data)
{
  GtkWidget *view = find (self, KOYOMI_TYPE_INCIDENT_EVIDENCE_VIEW);
  g_autofree char *path = g_strconcat (self->test.path, ".log", NULL);
  g_autoptr(GPtrArray) buttons = NULL;

  g_file_set_contents (path, "one line\n", -1, NULL);
  add_file (self, path);
  g_file_set_contents (path, "another line\n", -1, NULL);
  buttons = koyomi_test_dialog_list (view, GTK_TYPE_BUTTON);
  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), "Check Again") == 0)
      g_signal_emit_by_name (g_ptr_array_index (buttons, i), "clicked");
  while (count_checks (self) == 0)
    g_main_context_iteration (NULL, TRUE);
  settle (self);
  buttons = (g_ptr_array_unref (buttons), koyomi_test_dialog_list (view, GTK_TYPE_LABEL));
  for (guint i = 0; i < buttons->len; i++)
    if (strstr (gtk_label_get_label (g_ptr_array_index (buttons, i)), koyomi_file_state_get_name (KOYOMI_FILE_CHANGED, KOYOMI_LANGUAGE_EN)) != NULL)
      return;

  g_test_fail_printf ("nothing says that the file has changed");
}

static void
test_follow_up_goes_into_the_calendar (Fixture       *self,
                                       gconstpointer  data)
{
  GtkWidget *view = find (self, KOYOMI_TYPE_INCIDENT_FOLLOW_UPS_VIEW);
  g_autoptr(GPtrArray) buttons = koyomi_test_dialog_list (view, GTK_TYPE_BUTTON);
  gint64 function = koyomi_test_window_get_first (&self->test, KOYOMI_TABLE_FUNCTION);
  g_autoptr(GPtrArray) fields = NULL;
  g_autoptr(GPtrArray) activities = NULL;
  GtkWindow *dialog;
  GtkWidget *chooser;

  g_signal_emit_by_name (g_ptr_array_index (buttons, buttons->len - 1), "clicked");
  dialog = koyomi_test_dialog_wait (self->window);
  fields = koyomi_test_dialog_list (dialog, KOYOMI_TYPE_TEXT_FIELD);
  koyomi_text_field_replace (g_ptr_array_index (fields, 0), "Block macros");
  chooser = koyomi_test_widget_find (GTK_WIDGET (dialog), KOYOMI_TYPE_CHOOSER);
  koyomi_chooser_show_choice (KOYOMI_CHOOSER (chooser), function, "A function");
  g_signal_emit_by_name (koyomi_text_field_get_input (g_ptr_array_index (fields, 0)), "changed");
  koyomi_test_dialog_press (dialog, "_Add");
  settle (self);
  activities = koyomi_session_list (self->session, KOYOMI_TABLE_ACTIVITY, KOYOMI_ACTIVITY_INCIDENT, self->incident, KOYOMI_LANGUAGE_EN, NULL);
  g_assert_cmpuint (activities->len, >=, 1);
  g_assert_cmpstr (koyomi_record_get_title (g_ptr_array_index (activities, activities->len - 1)), ==, "Block macros");
}

static GPtrArray *
load_templates (Fixture *self)
{
  GPtrArray *templates = koyomi_session_load_incident_templates (self->session, KOYOMI_LANGUAGE_EN, NULL);

  g_assert_nonnull (templates);

  return templates;
}

static void
click (GtkWindow  *window,
       const char *icon)
{
  g_autoptr(GPtrArray) buttons = koyomi_test_dialog_list (window, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_icon_name (g_ptr_array_index (buttons, i)), icon) == 0)
      {
        g_signal_emit_by_name (g_ptr_array_index (buttons, i), "clicked");
        return;
      }

  g_assert_not_reached ();
}

static void
test_supplied_lists_come_back (Fixture       *self,
                               gconstpointer  data)
{
  g_autoptr(GPtrArray) before = load_templates (self);
  g_autoptr(GPtrArray) without = NULL;
  g_autoptr(GPtrArray) after = NULL;
  GtkWindow *window;

  koyomi_checklists_window_present (self->window, koyomi_window_get_workspace (self->test.window));
  window = koyomi_test_dialog_wait (self->window);
  for (guint i = 0; i < before->len; i++)
    {
      click (window, "user-trash-symbolic");
      settle (self);
    }
  without = load_templates (self);
  g_assert_cmpuint (without->len, ==, 0);
  koyomi_test_dialog_press (window, "Bring In the Supplied Ones");
  settle (self);
  after = load_templates (self);
  g_assert_cmpuint (after->len, ==, before->len);
  gtk_window_close (window);
  settle (self);
}

static void
test_list_is_copied_with_its_tasks (Fixture       *self,
                                    gconstpointer  data)
{
  g_autoptr(GPtrArray) before = load_templates (self);
  g_autoptr(GPtrArray) after = NULL;
  GtkWindow *window;

  koyomi_checklists_window_present (self->window, koyomi_window_get_workspace (self->test.window));
  window = koyomi_test_dialog_wait (self->window);
  click (window, "edit-copy-symbolic");
  settle (self);
  after = load_templates (self);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  g_assert_cmpuint (((KoyomiIncidentTemplate *) g_ptr_array_index (after, before->len))->tasks->len, ==,
                    ((KoyomiIncidentTemplate *) g_ptr_array_index (before, 0))->tasks->len);
  gtk_window_close (window);
  settle (self);
}

static void
test_read_only_plan_is_left_alone (Fixture       *self,
                                   gconstpointer  data)
{
  GtkWidget *view = find (self, KOYOMI_TYPE_INCIDENT_TASKS_VIEW);
  GtkWidget *field = koyomi_test_widget_find (view, KOYOMI_TYPE_TEXT_FIELD);
  guint n = count_done (self);
  gint64 id;
  GtkWidget *row = find_open_row (self, &id);

  g_assert_false (gtk_widget_is_sensitive (field));
  gtk_widget_grab_focus (row);
  koyomi_test_widget_press (self->window, "space");
  gtk_widget_activate_action (row, "tasks.toggle", "x", id);
  gtk_widget_activate_action (row, "tasks.remove", "x", id);
  settle (self);
  g_assert_cmpuint (count_done (self), ==, n);
}

static void
add (const char *path,
     void       (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  if (!koyomi_test_widget_init ())
    return koyomi_test_folder_finish (0);

  koyomi_test_window_start ();
  add ("/views/incident-parts/space-ticks-a-task-and-takes-it-back", test_space_ticks);
  add ("/views/incident-parts/alt-and-arrow-move-a-task", test_alt_moves_task);
  add ("/views/incident-parts/task-is-left-out-for-a-reason", test_reason_leaves_out);
  add ("/views/incident-parts/typed-task-is-kept-for-its-incident", test_typed_task_is_kept_for_its_incident);
  add ("/views/incident-parts/check-list-is-added-once", test_checklist_is_added_once);
  add ("/views/incident-parts/entry-is-added-by-enter", test_entry_is_added_by_enter);
  add ("/views/incident-parts/automatic-entry-stays", test_automatic_entry_stays);
  add ("/views/incident-parts/evidence-is-handed-over-from-whoever-has-it", test_reference_is_handed_over);
  add ("/views/incident-parts/changed-file-shows", test_changed_file_shows);
  add ("/views/incident-parts/follow-up-goes-into-the-calendar", test_follow_up_goes_into_the_calendar);
  add ("/views/incident-parts/supplied-check-lists-come-back", test_supplied_lists_come_back);
  add ("/views/incident-parts/check-list-is-copied-with-its-tasks", test_list_is_copied_with_its_tasks);
  g_test_add ("/views/incident-parts/read-only-plan-is-left-alone", Fixture, "read", set_up, test_read_only_plan_is_left_alone, tear_down);
  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
