#include "koyomi-checklists-window.h"
#include "koyomi-chooser.h"
#include "koyomi-day.h"
#include "koyomi-draft-window.h"
#include "koyomi-history.h"
#include "koyomi-incident-cards.h"
#include "koyomi-incident-evidence-view.h"
#include "koyomi-incident-evidence.h"
#include "koyomi-incident-follow-ups-view.h"
#include "koyomi-incident-links-view.h"
#include "koyomi-incident-links.h"
#include "koyomi-incident-parties-view.h"
#include "koyomi-incident-parties.h"
#include "koyomi-incident-sheet.h"
#include "koyomi-incident-tasks-view.h"
#include "koyomi-incident-templates.h"
#include "koyomi-incident-tasks.h"
#include "koyomi-incident-timeline-view.h"
#include "koyomi-incident-timeline.h"
#include "koyomi-incident-view.h"
#include "koyomi-part-list.h"
#include "koyomi-report-edit.h"
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
  gint64            incident;
} Fixture;

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
  koyomi_test_window_show_view (&self->test, 3, KOYOMI_TYPE_INCIDENT_VIEW);
  koyomi_incident_sheet_reveal (koyomi_incident_cards_get_sheet (KOYOMI_INCIDENT_CARDS (koyomi_test_window_find (&self->test, KOYOMI_TYPE_INCIDENT_CARDS))),
                                self->incident);
  koyomi_test_window_settle (&self->test);
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
  g_autoptr(GPtrArray) rows = koyomi_test_dialog_list (koyomi_test_window_find (&self->test, KOYOMI_TYPE_INCIDENT_TASKS_VIEW), KOYOMI_TYPE_PART_ROW);

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
  koyomi_test_window_settle (&self->test);
  g_assert_cmpuint (count_done (self), ==, n + 1);

  /* The new row of the same task has the focus, so that the key takes it back. */
  focus = gtk_root_get_focus (GTK_ROOT (self->window));
  g_assert_true (KOYOMI_IS_PART_ROW (focus));
  g_assert_cmpint (koyomi_part_row_get_id (KOYOMI_PART_ROW (focus)), ==, id);
  g_assert_true (koyomi_test_widget_press (self->window, "space"));
  koyomi_test_window_settle (&self->test);
  g_assert_cmpuint (count_done (self), ==, n);
}

static void
test_alt_moves_task (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(KoyomiIncidentTasks) before = load_tasks (self);
  gint64 second = koyomi_record_get_id (((KoyomiIncidentTask *) g_ptr_array_index (before->tasks, 1))->task);
  g_autoptr(GPtrArray) rows = koyomi_test_dialog_list (koyomi_test_window_find (&self->test, KOYOMI_TYPE_INCIDENT_TASKS_VIEW), KOYOMI_TYPE_PART_ROW);
  g_autoptr(KoyomiIncidentTasks) after = NULL;

  gtk_widget_grab_focus (g_ptr_array_index (rows, 1));
  g_assert_true (koyomi_test_widget_press (self->window, "<Alt>Up"));
  koyomi_test_window_settle (&self->test);
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
  koyomi_test_window_settle (&self->test);
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
  GtkWidget *view = koyomi_test_window_find (&self->test, KOYOMI_TYPE_INCIDENT_TASKS_VIEW);
  g_autoptr(KoyomiIncidentTasks) tasks = NULL;

  type (self, view, "Ask the supplier");
  koyomi_incident_tasks_view_set_incident (KOYOMI_INCIDENT_TASKS_VIEW (view), koyomi_test_window_get_first (&self->test, KOYOMI_TABLE_INCIDENT));
  koyomi_test_window_settle (&self->test);
  tasks = load_tasks (self);
  g_assert_cmpstr (koyomi_record_get_title (((KoyomiIncidentTask *) g_ptr_array_index (tasks->tasks, tasks->tasks->len - 1))->task), ==,
                   "Ask the supplier");
}

static void
test_checklist_is_added_once (Fixture       *self,
                              gconstpointer  data)
{
  GtkWidget *view = koyomi_test_window_find (&self->test, KOYOMI_TYPE_INCIDENT_TASKS_VIEW);
  gint64 template = koyomi_test_window_get_first (&self->test, KOYOMI_TABLE_INCIDENT_TEMPLATE);
  g_autoptr(KoyomiIncidentTasks) before = load_tasks (self);
  g_autoptr(KoyomiIncidentTasks) once = NULL;
  g_autoptr(KoyomiIncidentTasks) twice = NULL;

  gtk_widget_activate_action (view, "tasks.add-list", "x", template);
  koyomi_test_window_settle (&self->test);
  once = load_tasks (self);
  gtk_widget_activate_action (view, "tasks.add-list", "x", template);
  koyomi_test_window_settle (&self->test);
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
  GtkWidget *view = koyomi_test_window_find (&self->test, KOYOMI_TYPE_INCIDENT_TIMELINE_VIEW);
  GtkWidget *field = koyomi_test_widget_find (view, KOYOMI_TYPE_TEXT_FIELD);
  g_autoptr(GPtrArray) entries = NULL;

  type (self, view, "Called the supplier");
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (field)))), "activate");
  koyomi_test_window_settle (&self->test);
  entries = load_entries (self);
  g_assert_cmpstr (koyomi_record_get_text (g_ptr_array_index (entries, 0), KOYOMI_INCIDENT_EVENT_TEXT), ==, "Called the supplier");
  g_assert_cmpint (koyomi_record_get_int (g_ptr_array_index (entries, 0), KOYOMI_INCIDENT_EVENT_KIND), ==, KOYOMI_EVENT_KIND_MANUAL);
}

static void
test_automatic_entry_stays (Fixture       *self,
                            gconstpointer  data)
{
  GtkWidget *view = koyomi_test_window_find (&self->test, KOYOMI_TYPE_INCIDENT_TIMELINE_VIEW);
  gint64 task;
  GtkWidget *row = find_open_row (self, &task);
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) after = NULL;

  gtk_widget_activate_action (row, "tasks.toggle", "x", task);
  koyomi_test_window_settle (&self->test);
  before = load_entries (self);
  g_assert_cmpint (koyomi_record_get_int (g_ptr_array_index (before, 0), KOYOMI_INCIDENT_EVENT_KIND), ==, KOYOMI_EVENT_KIND_AUTO);
  gtk_widget_activate_action (view, "timeline.remove", "x", koyomi_record_get_id (g_ptr_array_index (before, 0)));
  koyomi_test_window_settle (&self->test);
  after = load_entries (self);
  g_assert_cmpuint (after->len, ==, before->len);
}

static void
test_reference_is_handed_over (Fixture       *self,
                               gconstpointer  data)
{
  GtkWidget *view = koyomi_test_window_find (&self->test, KOYOMI_TYPE_INCIDENT_EVIDENCE_VIEW);
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
  koyomi_test_window_settle (&self->test);
  gtk_widget_activate_action (view, "evidence.hand-over", "x", koyomi_record_get_id (evidence));
  dialog = koyomi_test_dialog_wait (self->window);
  fields = koyomi_test_dialog_list (dialog, KOYOMI_TYPE_TEXT_FIELD);
  koyomi_text_field_replace (g_ptr_array_index (fields, 0), "Hinagata Forensics");
  koyomi_test_dialog_press (dialog, "_Hand Over");
  koyomi_test_window_settle (&self->test);
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
  koyomi_test_window_settle (&self->test);
}

static void
test_changed_file_shows (Fixture       *self,
                         gconstpointer  data)
{
  GtkWidget *view = koyomi_test_window_find (&self->test, KOYOMI_TYPE_INCIDENT_EVIDENCE_VIEW);
  g_autofree char *path = g_strconcat (self->test.path, ".log", NULL);
  g_autoptr(GPtrArray) labels = NULL;

  g_file_set_contents (path, "one line\n", -1, NULL);
  add_file (self, path);
  g_file_set_contents (path, "another line\n", -1, NULL);
  koyomi_test_dialog_press (view, "Check Again");
  while (count_checks (self) == 0)
    g_main_context_iteration (NULL, TRUE);
  koyomi_test_window_settle (&self->test);
  labels = koyomi_test_dialog_list (view, GTK_TYPE_LABEL);
  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_label (g_ptr_array_index (labels, i)), koyomi_file_state_get_name (KOYOMI_FILE_CHANGED, KOYOMI_LANGUAGE_EN)) != NULL)
      return;

  g_test_fail_printf ("nothing says that the file has changed");
}

static void
test_follow_up_goes_into_the_calendar (Fixture       *self,
                                       gconstpointer  data)
{
  GtkWidget *view = koyomi_test_window_find (&self->test, KOYOMI_TYPE_INCIDENT_FOLLOW_UPS_VIEW);
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
  koyomi_test_window_settle (&self->test);
  activities = koyomi_session_list (self->session, KOYOMI_TABLE_ACTIVITY, KOYOMI_ACTIVITY_INCIDENT, self->incident, KOYOMI_LANGUAGE_EN, NULL);
  g_assert_cmpuint (activities->len, >=, 1);
  g_assert_cmpstr (koyomi_record_get_title (g_ptr_array_index (activities, activities->len - 1)), ==, "Block macros");
}

static guint
count_links (Fixture *self)
{
  g_autoptr(GPtrArray) links = koyomi_session_load_incident_links (self->session, self->incident, KOYOMI_LANGUAGE_EN, NULL);
  g_autoptr(GPtrArray) rows = koyomi_test_dialog_list (koyomi_test_window_find (&self->test, KOYOMI_TYPE_INCIDENT_LINKS_VIEW), KOYOMI_TYPE_PART_ROW);

  g_assert_cmpuint (rows->len, ==, links->len);

  return links->len;
}

static gboolean
is_linked (Fixture       *self,
           KoyomiTableId  table,
           gint64         row)
{
  g_autoptr(GPtrArray) links = koyomi_session_load_incident_links (self->session, self->incident, KOYOMI_LANGUAGE_EN, NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const KoyomiIncidentLink *link = g_ptr_array_index (links, i);

      if (link->table == table && link->row == row)
        return TRUE;
    }

  return FALSE;
}

/* Returns: the first row of a table that the incident does not concern yet */
static gint64
find_unlinked (Fixture       *self,
               KoyomiTableId  table)
{
  g_autoptr(GPtrArray) rows = koyomi_session_list (self->session, table, 0, 0, KOYOMI_LANGUAGE_EN, NULL);

  for (guint i = 0; i < rows->len; i++)
    if (!is_linked (self, table, koyomi_record_get_id (g_ptr_array_index (rows, i))))
      return koyomi_record_get_id (g_ptr_array_index (rows, i));

  g_assert_not_reached ();
}

/* @kind: the place of its table among those that can be linked */
static void
link_row (Fixture *self,
          guint    kind,
          gint64   row)
{
  GtkWidget *view = koyomi_test_window_find (&self->test, KOYOMI_TYPE_INCIDENT_LINKS_VIEW);
  g_autoptr(KoyomiChoice) choice = koyomi_choice_new (row, "A row", NULL);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (koyomi_test_widget_find (view, GTK_TYPE_DROP_DOWN)), kind);
  g_signal_emit_by_name (koyomi_test_widget_find (view, KOYOMI_TYPE_CHOOSER), "chosen", choice);
  koyomi_test_window_settle (&self->test);
}

/* Whatever can be linked, the key takes away the row that has the focus, and undo brings it back. */
static void
test_links (Fixture       *self,
            gconstpointer  data)
{
  static const KoyomiTableId tables[] = {
    KOYOMI_TABLE_FUNCTION, KOYOMI_TABLE_ACTIVITY, KOYOMI_TABLE_RISK, KOYOMI_TABLE_CONTROL, KOYOMI_TABLE_FINDING,
  };
  guint n = count_links (self);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      gint64 row = find_unlinked (self, tables[i]);

      link_row (self, i, row);
      g_assert_true (is_linked (self, tables[i], row));
      g_assert_cmpuint (count_links (self), ==, n + 1);
      g_assert_true (koyomi_session_undo (self->session, NULL));
      koyomi_test_window_settle (&self->test);
      g_assert_cmpuint (count_links (self), ==, n);
    }
}

static void
test_link_is_removed (Fixture       *self,
                      gconstpointer  data)
{
  GtkWidget *view = koyomi_test_window_find (&self->test, KOYOMI_TYPE_INCIDENT_LINKS_VIEW);
  gint64 function = find_unlinked (self, KOYOMI_TABLE_FUNCTION);
  g_autoptr(GPtrArray) links = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  guint n;

  link_row (self, 0, function);
  n = count_links (self);
  links = koyomi_session_load_incident_links (self->session, self->incident, KOYOMI_LANGUAGE_EN, NULL);
  rows = koyomi_test_dialog_list (view, KOYOMI_TYPE_PART_ROW);
  for (guint i = 0; i < links->len; i++)
    if (((const KoyomiIncidentLink *) g_ptr_array_index (links, i))->table == KOYOMI_TABLE_FUNCTION &&
        ((const KoyomiIncidentLink *) g_ptr_array_index (links, i))->row == function)
      gtk_widget_grab_focus (g_ptr_array_index (rows, i));
  g_assert_true (koyomi_test_widget_press (self->window, "Delete"));
  koyomi_test_window_settle (&self->test);
  g_assert_false (is_linked (self, KOYOMI_TABLE_FUNCTION, function));
  g_assert_cmpuint (count_links (self), ==, n - 1);

  /* Whoever goes on with the keyboard is still in this section. */
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->window)), view));
  g_assert_true (koyomi_session_undo (self->session, NULL));
  koyomi_test_window_settle (&self->test);
  g_assert_true (is_linked (self, KOYOMI_TABLE_FUNCTION, function));
  g_assert_cmpuint (count_links (self), ==, n);
}

static void
test_row_is_linked_once (Fixture       *self,
                         gconstpointer  data)
{
  gint64 risk = find_unlinked (self, KOYOMI_TABLE_RISK);
  guint n = count_links (self);
  GtkWindow *dialog;

  link_row (self, 2, risk);
  link_row (self, 2, risk);
  g_assert_cmpuint (count_links (self), ==, n + 1);
  dialog = koyomi_test_dialog_find (self->window);
  g_assert_null (dialog);
}

static GPtrArray *
load_parties (Fixture *self)
{
  GPtrArray *parties = koyomi_session_load_incident_parties (self->session, self->incident, KOYOMI_LANGUAGE_EN, NULL);
  g_autoptr(GPtrArray) rows = koyomi_test_dialog_list (koyomi_test_window_find (&self->test, KOYOMI_TYPE_INCIDENT_PARTIES_VIEW),
                                                       KOYOMI_TYPE_PART_ROW);

  g_assert_cmpuint (rows->len, ==, parties->len);

  return parties;
}

static gint64
find_party (Fixture    *self,
            const char *name)
{
  g_autoptr(GPtrArray) parties = load_parties (self);

  for (guint i = 0; i < parties->len; i++)
    if (g_str_equal (((const KoyomiIncidentParty *) g_ptr_array_index (parties, i))->name, name))
      return koyomi_record_get_id (((const KoyomiIncidentParty *) g_ptr_array_index (parties, i))->party);

  return 0;
}

static GtkWidget *
find_party_row (Fixture *self,
                gint64   party)
{
  g_autoptr(GPtrArray) rows = koyomi_test_dialog_list (koyomi_test_window_find (&self->test, KOYOMI_TYPE_INCIDENT_PARTIES_VIEW),
                                                       KOYOMI_TYPE_PART_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (koyomi_part_row_get_id (g_ptr_array_index (rows, i)) == party)
      return g_ptr_array_index (rows, i);

  g_assert_not_reached ();
}

/* By the dialog, with the name of somebody who is not in the plan. */
static gint64
add_party (Fixture    *self,
           const char *name)
{
  g_autoptr(GPtrArray) fields = NULL;
  GtkWindow *dialog;
  gint64 party;

  koyomi_test_dialog_press (koyomi_test_window_find (&self->test, KOYOMI_TYPE_INCIDENT_PARTIES_VIEW), "Add Participant…");
  dialog = koyomi_test_dialog_wait (self->window);
  fields = koyomi_test_dialog_list (dialog, KOYOMI_TYPE_TEXT_FIELD);
  koyomi_text_field_replace (g_ptr_array_index (fields, 0), name);
  koyomi_test_dialog_press (dialog, "_Add");
  koyomi_test_window_settle (&self->test);
  party = find_party (self, name);
  g_assert_cmpint (party, !=, 0);

  return party;
}

static void
test_party_is_added_and_removed (Fixture       *self,
                                 gconstpointer  data)
{
  g_autoptr(GPtrArray) before = load_parties (self);
  g_autoptr(GPtrArray) after = NULL;
  gint64 party = add_party (self, "Hinagata Forensics");

  after = load_parties (self);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  gtk_widget_grab_focus (find_party_row (self, party));
  g_assert_true (koyomi_test_widget_press (self->window, "Delete"));
  koyomi_test_window_settle (&self->test);
  g_assert_cmpint (find_party (self, "Hinagata Forensics"), ==, 0);
  g_assert_true (koyomi_session_undo (self->session, NULL));
  koyomi_test_window_settle (&self->test);
  g_assert_cmpint (find_party (self, "Hinagata Forensics"), ==, party);
  g_assert_true (koyomi_session_undo (self->session, NULL));
  koyomi_test_window_settle (&self->test);
  g_assert_cmpint (find_party (self, "Hinagata Forensics"), ==, 0);
}

static void
test_party_is_renamed (Fixture       *self,
                       gconstpointer  data)
{
  gint64 party = add_party (self, "Hinagata Forensics");
  g_autoptr(GPtrArray) fields = NULL;
  GtkWindow *dialog;

  gtk_widget_grab_focus (find_party_row (self, party));
  g_assert_true (koyomi_test_widget_press (self->window, "Return"));
  dialog = koyomi_test_dialog_wait (self->window);
  fields = koyomi_test_dialog_list (dialog, KOYOMI_TYPE_TEXT_FIELD);
  koyomi_text_field_replace (g_ptr_array_index (fields, 0), "Hinagata Law");
  koyomi_test_dialog_press (dialog, "_Save");
  koyomi_test_window_settle (&self->test);
  g_assert_cmpint (find_party (self, "Hinagata Law"), ==, party);
  g_assert_true (koyomi_session_undo (self->session, NULL));
  koyomi_test_window_settle (&self->test);
  g_assert_cmpint (find_party (self, "Hinagata Forensics"), ==, party);
}

/* Shows one that concerns something. */
static void
show_linked (Fixture *self)
{
  g_autoptr(GPtrArray) incidents = koyomi_session_list (self->session, KOYOMI_TABLE_INCIDENT, 0, 0, KOYOMI_LANGUAGE_EN, NULL);

  for (guint i = 0; i < incidents->len && count_links (self) == 0; i++)
    {
      self->incident = koyomi_record_get_id (g_ptr_array_index (incidents, i));
      koyomi_incident_links_view_set_incident (KOYOMI_INCIDENT_LINKS_VIEW (koyomi_test_window_find (&self->test, KOYOMI_TYPE_INCIDENT_LINKS_VIEW)),
                                               self->incident);
      koyomi_test_window_settle (&self->test);
    }
}

/* In a plan that can only be read. */
static void
test_read_only_links_stay (Fixture       *self,
                           gconstpointer  data)
{
  GtkWidget *links = koyomi_test_window_find (&self->test, KOYOMI_TYPE_INCIDENT_LINKS_VIEW);
  GtkWidget *parties = koyomi_test_window_find (&self->test, KOYOMI_TYPE_INCIDENT_PARTIES_VIEW);
  g_autoptr(GPtrArray) rows = NULL;
  guint n;

  show_linked (self);
  n = count_links (self);
  g_assert_cmpuint (n, >, 0);
  rows = koyomi_test_dialog_list (links, KOYOMI_TYPE_PART_ROW);
  g_assert_false (gtk_widget_is_sensitive (koyomi_test_widget_find (links, GTK_TYPE_DROP_DOWN)));
  g_assert_false (gtk_widget_is_sensitive (koyomi_test_widget_find (links, KOYOMI_TYPE_CHOOSER)));
  g_assert_false (gtk_widget_is_sensitive (koyomi_test_dialog_find_button (parties, "Add Participant…")));
  gtk_widget_grab_focus (g_ptr_array_index (rows, 0));
  koyomi_test_widget_press (self->window, "Delete");
  gtk_widget_activate_action (links, "links.remove", "x", (gint64) 1);
  koyomi_test_window_settle (&self->test);
  g_assert_null (koyomi_test_dialog_find (self->window));
  g_assert_cmpuint (count_links (self), ==, n);
}

#ifndef __SANITIZE_ADDRESS__
static gboolean
is_chosen (GtkFileChooser *chooser,
           GFile          *file)
{
  g_autoptr(GFile) chosen = gtk_file_chooser_get_file (chooser);

  return chosen != NULL && g_file_equal (chosen, file);
}

/* GTK's chooser of files loses what it was reading when it is closed. */
static void
answer_chooser (GtkWindow  *chooser,
                const char *folder,
                const char *name)
{
  g_autoptr(GFile) place = g_file_new_for_path (folder);

  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), place, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  koyomi_test_widget_settle (GTK_WIDGET (chooser));
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
}

/* The file that is there is asked about, and kept unless it may be replaced. */
static void
test_draft_is_saved (Fixture       *self,
                     gconstpointer  data)
{
  gint64 clock = koyomi_test_window_get_first (&self->test, KOYOMI_TABLE_CLOCK);
  g_autoptr(KoyomiReportDraft) draft = koyomi_session_load_report_draft (self->session, self->incident, clock, KOYOMI_LANGUAGE_EN, NULL);
  g_autofree char *folder = g_path_get_dirname (self->test.path);
  g_autofree char *path = g_build_filename (folder, "Draft.txt", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GtkWindow *window, *chooser;

  g_file_set_contents (path, "Somebody's own", -1, NULL);
  koyomi_draft_window_present (self->window, koyomi_window_get_workspace (self->test.window), self->incident, clock);
  window = koyomi_test_dialog_wait (self->window);
  koyomi_test_dialog_press (window, "Save as _Text…");
  chooser = koyomi_test_dialog_wait (window);

  /* Without its ending the name is another one, which is completed. */
  answer_chooser (chooser, folder, "Draft");
  while ((chooser = koyomi_test_dialog_find (window)) == NULL || !is_chosen (GTK_FILE_CHOOSER (chooser), file))
    g_main_context_iteration (NULL, TRUE);
  koyomi_test_widget_settle (GTK_WIDGET (chooser));
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  gtk_dialog_response (GTK_DIALOG (koyomi_test_dialog_wait (chooser)), GTK_RESPONSE_CANCEL);
  koyomi_test_window_settle (&self->test);
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  g_assert_cmpstr (before, ==, "Somebody's own");

  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  gtk_dialog_response (GTK_DIALOG (koyomi_test_dialog_wait (chooser)), GTK_RESPONSE_ACCEPT);
  while (koyomi_test_dialog_find (window) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_true (g_str_has_prefix (after, draft->title));
  for (guint i = 0; i < draft->items->len; i++)
    {
      const KoyomiReportItem *item = g_ptr_array_index (draft->items, i);

      g_assert_nonnull (strstr (after, item->label));
      g_assert_nonnull (strstr (after, item->text));
    }
  gtk_window_close (window);
  koyomi_test_window_settle (&self->test);
}

/* What is chosen is read, and the dialog that follows enters it with its hash. */
static void
test_file_is_added (Fixture       *self,
                    gconstpointer  data)
{
  GtkWidget *view = koyomi_test_window_find (&self->test, KOYOMI_TYPE_INCIDENT_EVIDENCE_VIEW);
  g_autofree char *path = g_strconcat (self->test.path, ".log", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *sha256 = NULL;
  g_autoptr(GPtrArray) list = NULL;
  GtkWindow *dialog;
  KoyomiIncidentEvidence *last;

  g_file_set_contents (path, "one line\n", -1, NULL);
  sha256 = koyomi_file_hash (file, NULL, NULL, NULL, NULL);
  koyomi_test_dialog_press (view, "Add File…");
  dialog = koyomi_test_dialog_wait (self->window);
  gtk_file_chooser_set_file (GTK_FILE_CHOOSER (dialog), file, NULL);
  koyomi_test_widget_settle (GTK_WIDGET (dialog));
  while (!is_chosen (GTK_FILE_CHOOSER (dialog), file))
    g_main_context_iteration (NULL, TRUE);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  while ((dialog = koyomi_test_dialog_find (self->window)) == NULL || !g_str_equal (G_OBJECT_TYPE_NAME (dialog), "KoyomiFormDialog"))
    g_main_context_iteration (NULL, TRUE);
  koyomi_test_widget_settle (GTK_WIDGET (dialog));
  koyomi_test_dialog_press (dialog, "_Add");
  koyomi_test_window_settle (&self->test);

  list = koyomi_session_load_incident_evidence (self->session, self->incident, KOYOMI_LANGUAGE_EN, NULL);
  g_assert_cmpuint (list->len, >, 0);
  last = g_ptr_array_index (list, list->len - 1);
  g_assert_cmpstr (koyomi_record_get_title (last->evidence), ==, "plan.koyomi.log");
  g_assert_cmpstr (koyomi_record_get_text (last->evidence, KOYOMI_EVIDENCE_SHA256), ==, sha256);
}
#endif

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
      koyomi_test_window_settle (&self->test);
    }
  without = load_templates (self);
  g_assert_cmpuint (without->len, ==, 0);
  koyomi_test_dialog_press (window, "Bring In the Supplied Ones");
  koyomi_test_window_settle (&self->test);
  after = load_templates (self);
  g_assert_cmpuint (after->len, ==, before->len);
  gtk_window_close (window);
  koyomi_test_window_settle (&self->test);
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
  koyomi_test_window_settle (&self->test);
  after = load_templates (self);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  g_assert_cmpuint (((KoyomiIncidentTemplate *) g_ptr_array_index (after, before->len))->tasks->len, ==,
                    ((KoyomiIncidentTemplate *) g_ptr_array_index (before, 0))->tasks->len);
  gtk_window_close (window);
  koyomi_test_window_settle (&self->test);
}

static void
test_read_only_plan_is_left_alone (Fixture       *self,
                                   gconstpointer  data)
{
  GtkWidget *view = koyomi_test_window_find (&self->test, KOYOMI_TYPE_INCIDENT_TASKS_VIEW);
  GtkWidget *field = koyomi_test_widget_find (view, KOYOMI_TYPE_TEXT_FIELD);
  guint n = count_done (self);
  gint64 id;
  GtkWidget *row = find_open_row (self, &id);

  g_assert_false (gtk_widget_is_sensitive (field));
  gtk_widget_grab_focus (row);
  koyomi_test_widget_press (self->window, "space");
  gtk_widget_activate_action (row, "tasks.toggle", "x", id);
  gtk_widget_activate_action (row, "tasks.remove", "x", id);
  koyomi_test_window_settle (&self->test);
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
  add ("/views/incident-parts/whatever-can-be-linked-is-linked-and-taken-back", test_links);
  add ("/views/incident-parts/delete-unlinks-and-undo-links-again", test_link_is_removed);
  add ("/views/incident-parts/row-is-linked-once", test_row_is_linked_once);
  add ("/views/incident-parts/participant-is-added-and-removed", test_party_is_added_and_removed);
  add ("/views/incident-parts/enter-renames-a-participant", test_party_is_renamed);
#ifndef __SANITIZE_ADDRESS__
  add ("/views/incident-parts/draft-is-saved-and-nothing-replaced-unasked", test_draft_is_saved);
  add ("/views/incident-parts/file-that-is-chosen-is-added-with-its-hash", test_file_is_added);
#endif
  add ("/views/incident-parts/supplied-check-lists-come-back", test_supplied_lists_come_back);
  add ("/views/incident-parts/check-list-is-copied-with-its-tasks", test_list_is_copied_with_its_tasks);
  g_test_add ("/views/incident-parts/read-only-plan-is-left-alone", Fixture, "read", set_up, test_read_only_plan_is_left_alone, tear_down);
  g_test_add ("/views/incident-parts/read-only-links-stay", Fixture, "read", set_up, test_read_only_links_stay, tear_down);
  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
