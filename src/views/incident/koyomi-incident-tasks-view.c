#include "koyomi-incident-tasks-view.h"

#include "koyomi-day.h"
#include "koyomi-incident-checklist.h"
#include "koyomi-incident-face.h"
#include "koyomi-incident-tasks.h"
#include "koyomi-leave-out-dialog.h"
#include "koyomi-part-dialog.h"
#include "koyomi-part-list.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

struct _KoyomiIncidentTasksView
{
  GtkWidget            parent_instance;

  KoyomiWorkspace     *workspace;
  gint64               incident;     /* 0 for none */
  KoyomiIncidentTasks *tasks;        /* NULL while there is no incident */
  GtkWidget           *list;
  GtkWidget           *new_task;
};

G_DEFINE_FINAL_TYPE (KoyomiIncidentTasksView, koyomi_incident_tasks_view, GTK_TYPE_WIDGET)

static gboolean
save_task (KoyomiWorkspace  *workspace,
           gint64            incident,
           KoyomiRecord     *task,
           GError          **error)
{
  return koyomi_incident_task_save (koyomi_workspace_get_session (workspace), task, koyomi_workspace_get_language (workspace), error);
}

static gboolean
waive_task (KoyomiWorkspace  *workspace,
            gint64            incident,
            KoyomiRecord     *task,
            GError          **error)
{
  gint64 id = koyomi_record_get_id (task);

  return koyomi_incident_tasks_waive (koyomi_workspace_get_session (workspace), &id, 1,
                                      koyomi_record_get_text (task, KOYOMI_INCIDENT_TASK_WAIVED), koyomi_time_now (),
                                      koyomi_workspace_get_language (workspace), error);
}

static gboolean
tick_task (KoyomiWorkspace  *workspace,
           gint64            incident,
           KoyomiRecord     *task,
           GError          **error)
{
  gint64 id = koyomi_record_get_id (task);

  return koyomi_incident_tasks_tick (koyomi_workspace_get_session (workspace), &id, 1,
                                     koyomi_record_get_int (task, KOYOMI_INCIDENT_TASK_DONE_AT),
                                     koyomi_record_get_text (task, KOYOMI_INCIDENT_TASK_DONE_BY),
                                     koyomi_workspace_get_language (workspace), error);
}

static const KoyomiPartInput task_inputs[] = {
  { KOYOMI_INCIDENT_TASK_TITLE, N_("_Task"), KOYOMI_PART_INPUT_REQUIRED },
  { KOYOMI_INCIDENT_TASK_TEAM, N_("Te_am") },
  { KOYOMI_INCIDENT_TASK_OWNER, N_("_Owner") },
  { KOYOMI_INCIDENT_TASK_DUE_AT, N_("_Due") },
  { KOYOMI_INCIDENT_TASK_NOTE, N_("_Note"), KOYOMI_PART_INPUT_MULTI_LINE },
};

static const KoyomiPartForm task_form = {
  N_("Task"), N_("_Save"), N_("The task was not saved"), task_inputs, G_N_ELEMENTS (task_inputs), save_task
};

static const KoyomiPartInput waive_inputs[] = {
  { KOYOMI_INCIDENT_TASK_WAIVED, N_("_Reason why it is not done"), KOYOMI_PART_INPUT_REQUIRED },
};

static const KoyomiPartForm waive_form = {
  N_("Leave Out Task"), N_("_Leave Out"), N_("The task was not left out"), waive_inputs, G_N_ELEMENTS (waive_inputs), waive_task
};

static const KoyomiPartInput tick_inputs[] = {
  { KOYOMI_INCIDENT_TASK_DONE_AT, N_("_Done at"), KOYOMI_PART_INPUT_REQUIRED | KOYOMI_PART_INPUT_PAST },
  { KOYOMI_INCIDENT_TASK_DONE_BY, N_("Done _by") },
};

static const KoyomiPartForm tick_form = {
  N_("When It Was Done"), N_("_Save"), N_("The task was not saved"), tick_inputs, G_N_ELEMENTS (tick_inputs), tick_task
};

static KoyomiSession *
get_session (KoyomiIncidentTasksView *self)
{
  return koyomi_workspace_get_session (self->workspace);
}

static KoyomiLanguage
get_language (KoyomiIncidentTasksView *self)
{
  return koyomi_workspace_get_language (self->workspace);
}

static const char *
tr (KoyomiIncidentTasksView *self,
    const char              *text)
{
  return koyomi_tr (get_language (self), text);
}

static int
find_task (KoyomiIncidentTasksView *self,
           gint64                   id)
{
  for (guint i = 0; self->tasks != NULL && i < self->tasks->tasks->len; i++)
    if (koyomi_record_get_id (((KoyomiIncidentTask *) g_ptr_array_index (self->tasks->tasks, i))->task) == id)
      return i;

  return -1;
}

static KoyomiIncidentTask *
get_task (KoyomiIncidentTasksView *self,
          GVariant                *parameter)
{
  int index = find_task (self, g_variant_get_int64 (parameter));

  return index >= 0 && koyomi_workspace_can_edit (self->workspace) ? g_ptr_array_index (self->tasks->tasks, index) : NULL;
}

/* What is typed for a new task becomes one, also when the person goes elsewhere. */
static gboolean
commit_new_cb (KoyomiIncidentTasksView *self,
               const char              *text)
{
  g_autoptr(KoyomiRecord) task = koyomi_record_new (KOYOMI_TABLE_INCIDENT_TASK);
  g_autoptr(GError) error = NULL;

  if (koyomi_text_is_blank (text) || self->incident == 0)
    return TRUE;

  koyomi_record_set_language (task, get_language (self));
  koyomi_record_set_int (task, KOYOMI_INCIDENT_TASK_INCIDENT, self->incident);
  koyomi_record_set_text (task, KOYOMI_INCIDENT_TASK_TITLE, text);
  if (koyomi_incident_task_add (get_session (self), task, get_language (self), &error) == 0)
    {
      koyomi_workspace_fail (self->workspace, tr (self, N_("The task was not added")), error);
      return FALSE;
    }

  koyomi_text_field_replace (KOYOMI_TEXT_FIELD (self->new_task), "");

  return TRUE;
}

static void
flush_cb (KoyomiIncidentTasksView *self)
{
  koyomi_text_field_commit (KOYOMI_TEXT_FIELD (self->new_task));
}

/* When it is due in words, or how it ended. */
static char *
describe_due (KoyomiIncidentTasksView  *self,
              const KoyomiIncidentTask *task)
{
  KoyomiLanguage language = get_language (self);
  gint64 due = koyomi_record_get_int (task->task, KOYOMI_INCIDENT_TASK_DUE_AT);
  gint64 done = koyomi_record_get_int (task->task, KOYOMI_INCIDENT_TASK_DONE_AT);
  const char *by = koyomi_record_get_text (task->task, KOYOMI_INCIDENT_TASK_DONE_BY);
  g_autofree char *moment = due != 0 || done != 0 ? koyomi_time_format_local (done != 0 ? done : due) : NULL;
  g_autofree char *span = koyomi_incident_format_span (ABS (due - koyomi_time_now ()), language);
  g_autofree char *left = NULL;

  if (task->state == KOYOMI_TASK_WAIVED)
    /* Translators: %s is the reason why a task is not done */
    return g_strdup_printf (koyomi_tr (language, N_("Left out: %s")), koyomi_record_get_text (task->task, KOYOMI_INCIDENT_TASK_WAIVED));
  if (done != 0)
    return g_strdup_printf (task->state == KOYOMI_TASK_DONE_LATE ? koyomi_tr (language, N_("Done %s, late"))
                                                                 : koyomi_tr (language, N_("Done %s")),
                            *by != '\0' ? (left = g_strdup_printf ("%s %s", moment, by)) : moment);
  if (due == 0)
    return g_strdup ("");

  left = g_strdup_printf (task->state == KOYOMI_TASK_LATE ? koyomi_tr (language, N_("%s late")) : koyomi_tr (language, N_("%s left")), span);

  /* Translators: the time at which a task is due, and how long that is, such as “2 h left” */
  return g_strdup_printf (koyomi_tr (language, N_("Due %s · %s")), moment, left);
}

static char *
join (const char *const *texts)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; texts[i] != NULL; i++)
    if (*texts[i] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " · " : "", texts[i]);

  return g_string_free (joined, FALSE);
}

static void
add_items (KoyomiIncidentTasksView  *self,
           KoyomiPartRow            *row,
           const KoyomiIncidentTask *task)
{
  if (!koyomi_workspace_can_edit (self->workspace))
    return;

  koyomi_part_row_add_item (row, tr (self, N_("_Edit…")), "tasks.edit");
  if (koyomi_task_state_is_open (task->state))
    koyomi_part_row_add_item (row, tr (self, N_("_Done at Another Time…")), "tasks.done-at");
  else
    koyomi_part_row_add_item (row, koyomi_trc (get_language (self), "task", "_Open Again"), "tasks.reopen");
  if (task->state != KOYOMI_TASK_WAIVED)
    koyomi_part_row_add_item (row, tr (self, N_("_Leave Out…")), "tasks.waive");
  koyomi_part_row_add_item (row, tr (self, N_("Move _Up")), "tasks.up");
  koyomi_part_row_add_item (row, tr (self, N_("Move Do_wn")), "tasks.down");
  koyomi_part_row_add_item (row, tr (self, N_("_Remove")), "tasks.remove");
}

static GtkWidget *
make_row (KoyomiIncidentTasksView  *self,
          const KoyomiIncidentTask *task)
{
  GtkWidget *row = koyomi_part_row_new (koyomi_record_get_id (task->task), koyomi_record_get_title (task->task));
  g_autofree char *due = describe_due (self, task);
  const char *texts[] = { task->team, koyomi_record_get_text (task->task, KOYOMI_INCIDENT_TASK_OWNER), due,
                          koyomi_record_get_text (task->task, KOYOMI_INCIDENT_TASK_NOTE), NULL };
  g_autofree char *below = join (texts);
  gboolean ticked = task->state == KOYOMI_TASK_DONE || task->state == KOYOMI_TASK_DONE_LATE;

  koyomi_part_row_set_tick (KOYOMI_PART_ROW (row), ticked, koyomi_workspace_can_edit (self->workspace));
  koyomi_part_row_set_below (KOYOMI_PART_ROW (row), below, task->state == KOYOMI_TASK_LATE ? "error" : NULL);
  if (!koyomi_task_state_is_open (task->state))
    koyomi_part_row_set_dim (KOYOMI_PART_ROW (row));
  gtk_widget_set_tooltip_text (row, *task->function_name != '\0' ? task->function_name : NULL);
  add_items (self, KOYOMI_PART_ROW (row), task);

  return row;
}

static void
refresh (KoyomiIncidentTasksView *self)
{
  guint n_done;
  g_autofree char *count = NULL;
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&self->tasks, koyomi_incident_tasks_free);
  self->tasks = koyomi_session_load_incident_tasks (get_session (self), self->incident, koyomi_time_now (), get_language (self), &error);
  if (self->tasks == NULL)
    {
      koyomi_workspace_fail (self->workspace, tr (self, N_("The plan could not be read")), error);
      return;
    }

  koyomi_part_list_clear (KOYOMI_PART_LIST (self->list));
  for (guint i = 0; i < self->tasks->tasks->len; i++)
    koyomi_part_list_take (KOYOMI_PART_LIST (self->list), make_row (self, g_ptr_array_index (self->tasks->tasks, i)));
  koyomi_part_list_show (KOYOMI_PART_LIST (self->list));
  n_done = self->tasks->counts[KOYOMI_TASK_DONE] + self->tasks->counts[KOYOMI_TASK_DONE_LATE];
  count = g_strdup_printf ("%u / %u", n_done, self->tasks->tasks->len - self->tasks->counts[KOYOMI_TASK_WAIVED]);
  koyomi_part_list_set_count (KOYOMI_PART_LIST (self->list), self->tasks->tasks->len > 0 ? count : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tasks.leave-out", koyomi_workspace_can_edit (self->workspace) &&
                                 self->tasks->counts[KOYOMI_TASK_OPEN] + self->tasks->counts[KOYOMI_TASK_LATE] > 0);
}

/* What stands there may be what the person wanted, and not what is. */
static void
tell_failure (KoyomiIncidentTasksView *self,
              gboolean                 done,
              const GError            *error)
{
  if (done)
    return;

  koyomi_workspace_fail (self->workspace, tr (self, N_("The task was not saved")), error);
  refresh (self);
}

static void
toggle_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  KoyomiIncidentTasksView *self = KOYOMI_INCIDENT_TASKS_VIEW (widget);
  KoyomiIncidentTask *task = get_task (self, parameter);
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr(GError) error = NULL;
  gboolean done;

  if (task == NULL)
    return;

  if (task->state == KOYOMI_TASK_DONE || task->state == KOYOMI_TASK_DONE_LATE)
    done = koyomi_incident_tasks_untick (get_session (self), &id, 1, koyomi_time_now (), get_language (self), &error);
  else
    done = koyomi_incident_tasks_tick (get_session (self), &id, 1, koyomi_time_now (), NULL, get_language (self), &error);
  tell_failure (self, done, error);
}

static void
reopen_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  KoyomiIncidentTasksView *self = KOYOMI_INCIDENT_TASKS_VIEW (widget);
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr(GError) error = NULL;

  if (get_task (self, parameter) != NULL)
    tell_failure (self, koyomi_incident_tasks_untick (get_session (self), &id, 1, koyomi_time_now (), get_language (self), &error), error);
}

static void
present (KoyomiIncidentTasksView *self,
         const KoyomiPartForm    *form,
         KoyomiIncidentTask      *task)
{
  if (task != NULL)
    koyomi_part_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->workspace, form, self->incident, task->task);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  present (KOYOMI_INCIDENT_TASKS_VIEW (widget), &task_form, get_task (KOYOMI_INCIDENT_TASKS_VIEW (widget), parameter));
}

static void
waive_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  present (KOYOMI_INCIDENT_TASKS_VIEW (widget), &waive_form, get_task (KOYOMI_INCIDENT_TASKS_VIEW (widget), parameter));
}

/* Begins with now. */
static void
done_at_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  KoyomiIncidentTasksView *self = KOYOMI_INCIDENT_TASKS_VIEW (widget);
  KoyomiIncidentTask *task = get_task (self, parameter);

  if (task == NULL)
    return;

  koyomi_record_set_int (task->task, KOYOMI_INCIDENT_TASK_DONE_AT, koyomi_time_now ());
  present (self, &tick_form, task);
}

static void
move (KoyomiIncidentTasksView *self,
      GVariant                *parameter,
      int                      by)
{
  int index = find_task (self, g_variant_get_int64 (parameter));
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;
  gint64 moved;

  if (get_task (self, parameter) == NULL || index + by < 0 || index + by >= (int) self->tasks->tasks->len)
    return;

  for (guint i = 0; i < self->tasks->tasks->len; i++)
    {
      gint64 id = koyomi_record_get_id (((KoyomiIncidentTask *) g_ptr_array_index (self->tasks->tasks, i))->task);

      g_array_append_val (ids, id);
    }
  moved = g_array_index (ids, gint64, index);
  g_array_index (ids, gint64, index) = g_array_index (ids, gint64, index + by);
  g_array_index (ids, gint64, index + by) = moved;
  tell_failure (self, koyomi_incident_tasks_reorder (get_session (self), (const gint64 *) ids->data, ids->len, get_language (self), &error),
                error);
}

static void
up_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  move (KOYOMI_INCIDENT_TASKS_VIEW (widget), parameter, -1);
}

static void
down_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  move (KOYOMI_INCIDENT_TASKS_VIEW (widget), parameter, 1);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  KoyomiIncidentTasksView *self = KOYOMI_INCIDENT_TASKS_VIEW (widget);
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr(GError) error = NULL;

  if (get_task (self, parameter) != NULL)
    tell_failure (self, koyomi_incident_tasks_remove (get_session (self), &id, 1, get_language (self), &error), error);
}

static void
leave_out_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  KoyomiIncidentTasksView *self = KOYOMI_INCIDENT_TASKS_VIEW (widget);

  koyomi_leave_out_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->workspace, self->tasks);
}

/* Adds what has to be done at an incident of any kind, or, by its template, of this one. */
static void
add_list_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  KoyomiIncidentTasksView *self = KOYOMI_INCIDENT_TASKS_VIEW (widget);
  gint64 template = g_variant_get_int64 (parameter);
  g_autoptr(GError) error = NULL;
  int n;

  if (self->incident == 0 || !koyomi_workspace_can_edit (self->workspace))
    return;

  n = koyomi_incident_add_checklist (get_session (self), self->incident, template,
                                     template != 0 ? KOYOMI_CHECKLIST_TEMPLATE : KOYOMI_CHECKLIST_DUTIES, koyomi_day_today (),
                                     get_language (self), &error);
  if (n < 0)
    koyomi_workspace_fail (self->workspace, tr (self, N_("No task was added")), error);
  else if (n == 0)
    koyomi_workspace_tell (self->workspace, tr (self, N_("All of these tasks are there already")));
}

static void
koyomi_incident_tasks_view_dispose (GObject *object)
{
  KoyomiIncidentTasksView *self = KOYOMI_INCIDENT_TASKS_VIEW (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->tasks, koyomi_incident_tasks_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_incident_tasks_view_parent_class)->dispose (object);
}

static void
koyomi_incident_tasks_view_class_init (KoyomiIncidentTasksViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_incident_tasks_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  gtk_widget_class_install_action (widget_class, "tasks.toggle", "x", toggle_action);
  gtk_widget_class_install_action (widget_class, "tasks.edit", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "tasks.done-at", "x", done_at_action);
  gtk_widget_class_install_action (widget_class, "tasks.reopen", "x", reopen_action);
  gtk_widget_class_install_action (widget_class, "tasks.waive", "x", waive_action);
  gtk_widget_class_install_action (widget_class, "tasks.up", "x", up_action);
  gtk_widget_class_install_action (widget_class, "tasks.down", "x", down_action);
  gtk_widget_class_install_action (widget_class, "tasks.remove", "x", remove_action);
  gtk_widget_class_install_action (widget_class, "tasks.add-list", "x", add_list_action);
  gtk_widget_class_install_action (widget_class, "tasks.leave-out", NULL, leave_out_action);
}

static void
koyomi_incident_tasks_view_init (KoyomiIncidentTasksView *self)
{
}

static void
add_list_item (GMenu      *menu,
               const char *label,
               gint64      template)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "tasks.add-list", "x", template);
  g_menu_append_item (menu, item);
}

/* The templates as they are now. */
static void
open_lists_cb (GtkMenuButton *button,
               gpointer       data)
{
  KoyomiIncidentTasksView *self = data;
  g_autoptr(GPtrArray) templates = koyomi_session_list (get_session (self), KOYOMI_TABLE_INCIDENT_TEMPLATE, 0, 0, get_language (self), NULL);
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) duties = g_menu_new ();
  g_autoptr(GMenu) names = g_menu_new ();

  add_list_item (duties, tr (self, N_("Duties of the Functions at an Incident")), 0);
  for (guint i = 0; templates != NULL && i < templates->len; i++)
    {
      KoyomiRecord *template = g_ptr_array_index (templates, i);
      g_auto(GStrv) parts = g_strsplit (koyomi_record_get_title (template), "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      add_list_item (names, label, koyomi_record_get_id (template));
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (duties));
  g_menu_append_section (menu, tr (self, N_("Check-lists for")), G_MENU_MODEL (names));
  g_menu_append (menu, tr (self, N_("Edit _Check-lists…")), "plan.incident-templates");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static GtkWidget *
make_lists_button (KoyomiIncidentTasksView *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), tr (self, N_("Add Check-list")));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), open_lists_cb, self, NULL);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "koyomi-plain");

  return button;
}

static GtkWidget *
make_leave_out_button (KoyomiIncidentTasksView *self)
{
  GtkWidget *button = gtk_button_new_with_label (tr (self, N_("Leave Out Several…")));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "tasks.leave-out");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "koyomi-plain");

  return button;
}

static void
fill (KoyomiIncidentTasksView *self)
{
  self->list = koyomi_part_list_new (self->workspace, tr (self, N_("Check-list")),
                                     tr (self, N_("Nothing has to be done yet. Add a task, or what is usual at such an incident.")));
  self->new_task = koyomi_text_field_new (tr (self, N_("New task")));
  koyomi_text_field_hide_caption (KOYOMI_TEXT_FIELD (self->new_task));
  koyomi_text_field_set_placeholder (KOYOMI_TEXT_FIELD (self->new_task), tr (self, N_("Add a task…")));
  g_signal_connect_object (self->new_task, "commit", G_CALLBACK (commit_new_cb), self, G_CONNECT_SWAPPED);
  koyomi_part_list_set_key (KOYOMI_PART_LIST (self->list), KOYOMI_PART_KEY_ACTIVATE, "tasks.edit");
  koyomi_part_list_set_key (KOYOMI_PART_LIST (self->list), KOYOMI_PART_KEY_TICK, "tasks.toggle");
  koyomi_part_list_set_key (KOYOMI_PART_LIST (self->list), KOYOMI_PART_KEY_REMOVE, "tasks.remove");
  koyomi_part_list_set_key (KOYOMI_PART_LIST (self->list), KOYOMI_PART_KEY_UP, "tasks.up");
  koyomi_part_list_set_key (KOYOMI_PART_LIST (self->list), KOYOMI_PART_KEY_DOWN, "tasks.down");
  koyomi_part_list_add_footer (KOYOMI_PART_LIST (self->list), self->new_task);
  koyomi_part_list_add_footer (KOYOMI_PART_LIST (self->list), make_lists_button (self));
  koyomi_part_list_add_footer (KOYOMI_PART_LIST (self->list), make_leave_out_button (self));
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

GtkWidget *
koyomi_incident_tasks_view_new (KoyomiWorkspace *workspace)
{
  KoyomiIncidentTasksView *self = g_object_new (KOYOMI_TYPE_INCIDENT_TASKS_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  fill (self);
  g_signal_connect_object (workspace, "flush", G_CALLBACK (flush_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* Shows the tasks of that incident as the plan has them now. What was typed for another one is added to that. */
void
koyomi_incident_tasks_view_set_incident (KoyomiIncidentTasksView *self,
                                         gint64                   incident)
{
  g_return_if_fail (KOYOMI_IS_INCIDENT_TASKS_VIEW (self));

  if (self->incident != 0 && self->incident != incident)
    flush_cb (self);
  self->incident = incident;
  if (incident != 0)
    refresh (self);
}
