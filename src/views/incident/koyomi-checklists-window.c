#include "koyomi-checklists-window.h"

#include "koyomi-incident-templates.h"
#include "koyomi-part-dialog.h"
#include "koyomi-part-list.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

struct _KoyomiChecklistsWindow
{
  KoyomiPlanWindow  parent_instance;

  GtkListBox       *names;
  GtkWidget        *add_button;
  GtkWidget        *copy_button;
  GtkWidget        *edit_button;
  GtkWidget        *remove_button;
  GtkWidget        *restore_button;
  GtkWidget        *first_button;
  GtkStack         *stack;
  GtkWidget        *body;
  GtkLabel         *title_label;
  GtkLabel         *note_label;

  GtkWidget        *tasks;            /* a KoyomiPartList */
  GtkWidget        *new_task;
  GPtrArray        *templates;        /* (element-type KoyomiIncidentTemplate), as the names show them */
  gint64            selected;         /* the template that is shown; 0 for none */
  gboolean          is_refreshing;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiChecklistsWindow, names),
  KOYOMI_UI_CHILD (KoyomiChecklistsWindow, add_button),
  KOYOMI_UI_CHILD (KoyomiChecklistsWindow, copy_button),
  KOYOMI_UI_CHILD (KoyomiChecklistsWindow, edit_button),
  KOYOMI_UI_CHILD (KoyomiChecklistsWindow, remove_button),
  KOYOMI_UI_CHILD (KoyomiChecklistsWindow, restore_button),
  KOYOMI_UI_CHILD (KoyomiChecklistsWindow, first_button),
  KOYOMI_UI_CHILD (KoyomiChecklistsWindow, stack),
  KOYOMI_UI_CHILD (KoyomiChecklistsWindow, body),
  KOYOMI_UI_CHILD (KoyomiChecklistsWindow, title_label),
  KOYOMI_UI_CHILD (KoyomiChecklistsWindow, note_label),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiChecklistsWindow, koyomi_checklists_window, KOYOMI_TYPE_PLAN_WINDOW)

static gboolean
save_row (KoyomiWorkspace  *workspace,
          gint64            incident,
          KoyomiRecord     *row,
          GError          **error)
{
  return koyomi_session_save (koyomi_workspace_get_session (workspace), row, koyomi_workspace_get_language (workspace), error);
}

static const KoyomiPartInput template_inputs[] = {
  { KOYOMI_INCIDENT_TEMPLATE_NAME, N_("_Name"), KOYOMI_PART_INPUT_REQUIRED },
  { KOYOMI_INCIDENT_TEMPLATE_KIND, N_("_Kind") },
  { KOYOMI_INCIDENT_TEMPLATE_NOTE, N_("N_ote"), KOYOMI_PART_INPUT_MULTI_LINE },
};

static const KoyomiPartForm template_form = {
  N_("Check-list"), N_("_Save"), N_("The check-list was not saved"), template_inputs, G_N_ELEMENTS (template_inputs), save_row
};

static const KoyomiPartInput task_inputs[] = {
  { KOYOMI_INCIDENT_TEMPLATE_TASK_TITLE, N_("_Task"), KOYOMI_PART_INPUT_REQUIRED },
  { KOYOMI_INCIDENT_TEMPLATE_TASK_FUNCTION, N_("_Function, whose R team gets it") },
  { KOYOMI_INCIDENT_TEMPLATE_TASK_ANCHOR, N_("_Due counts from") },
  { KOYOMI_INCIDENT_TEMPLATE_TASK_OFFSET_MINUTES, N_("Ti_me until it is due"), KOYOMI_PART_INPUT_LENGTH },
};

static const KoyomiPartForm task_form = {
  N_("Task"), N_("_Save"), N_("The task was not saved"), task_inputs, G_N_ELEMENTS (task_inputs), save_row
};

static KoyomiSession *
get_session (KoyomiChecklistsWindow *self)
{
  return koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self));
}

static KoyomiLanguage
get_language (KoyomiChecklistsWindow *self)
{
  return koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));
}

static KoyomiWorkspace *
get_workspace (KoyomiChecklistsWindow *self)
{
  return koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self));
}

static const char *
tr (KoyomiChecklistsWindow *self,
    const char             *text)
{
  return koyomi_tr (get_language (self), text);
}

static void
fail (KoyomiChecklistsWindow *self,
      const char             *title,
      const GError           *error)
{
  koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), title, error);
}

/* Returns: (nullable): the one that is shown */
static KoyomiIncidentTemplate *
get_selected (KoyomiChecklistsWindow *self)
{
  for (guint i = 0; self->templates != NULL && i < self->templates->len; i++)
    {
      KoyomiIncidentTemplate *template = g_ptr_array_index (self->templates, i);

      if (koyomi_record_get_id (template->template) == self->selected)
        return template;
    }

  return NULL;
}

static KoyomiRecord *
find_task (KoyomiChecklistsWindow *self,
           GVariant               *parameter,
           int                    *index)
{
  KoyomiIncidentTemplate *template = get_selected (self);

  for (*index = 0; template != NULL && *index < (int) template->tasks->len; (*index)++)
    if (koyomi_record_get_id (g_ptr_array_index (template->tasks, *index)) == g_variant_get_int64 (parameter))
      return koyomi_workspace_can_edit (get_workspace (self)) ? g_ptr_array_index (template->tasks, *index) : NULL;

  return NULL;
}

/* When the task is due: 30 min after detection. */
static char *
describe_due (KoyomiChecklistsWindow *self,
              KoyomiRecord           *task)
{
  KoyomiLanguage language = get_language (self);
  gint64 minutes = koyomi_record_get_int (task, KOYOMI_INCIDENT_TEMPLATE_TASK_OFFSET_MINUTES);
  g_autofree char *anchor = koyomi_record_format (task, KOYOMI_INCIDENT_TEMPLATE_TASK_ANCHOR, language);

  if (koyomi_record_is_none (task, KOYOMI_INCIDENT_TEMPLATE_TASK_OFFSET_MINUTES))
    return g_strdup ("");
  if (minutes == 0)
    return g_strdup (koyomi_tr (language, N_("At once")));
  if (minutes % 1440 == 0)
    /* Translators: from when a time counts, such as “After detection”, and how many days */
    return g_strdup_printf (koyomi_ntr (language, "%1$s: %2$u day", "%1$s: %2$u days", minutes / 1440), anchor, (guint) (minutes / 1440));
  if (minutes % 60 == 0)
    /* Translators: from when a time counts, such as “After detection”, and how many hours */
    return g_strdup_printf (koyomi_ntr (language, "%1$s: %2$u hour", "%1$s: %2$u hours", minutes / 60), anchor, (guint) (minutes / 60));

  /* Translators: from when a time counts, such as “After detection”, and how many minutes */
  return g_strdup_printf (koyomi_ntr (language, "%1$s: %2$u minute", "%1$s: %2$u minutes", minutes), anchor, (guint) minutes);
}

static GtkWidget *
make_task (KoyomiChecklistsWindow *self,
           KoyomiRecord           *task)
{
  GtkWidget *row = koyomi_part_row_new (koyomi_record_get_id (task), koyomi_record_get_title (task));
  gint64 function_id = koyomi_record_get_int (task, KOYOMI_INCIDENT_TEMPLATE_TASK_FUNCTION);
  g_autoptr(KoyomiRecord) function = NULL;
  g_autofree char *due = describe_due (self, task);
  g_autofree char *below = NULL;

  if (function_id != 0)
    function = koyomi_session_get (get_session (self), KOYOMI_TABLE_FUNCTION, function_id, get_language (self), NULL);
  below = function != NULL ? g_strdup_printf ("%s%s%s", due, *due != '\0' ? " · " : "", koyomi_record_get_title (function)) : g_strdup (due);
  koyomi_part_row_set_below (KOYOMI_PART_ROW (row), below, NULL);
  if (koyomi_workspace_can_edit (get_workspace (self)))
    {
      koyomi_part_row_add_item (KOYOMI_PART_ROW (row), tr (self, N_("_Edit…")), "checklist.edit");
      koyomi_part_row_add_item (KOYOMI_PART_ROW (row), tr (self, N_("Move _Up")), "checklist.up");
      koyomi_part_row_add_item (KOYOMI_PART_ROW (row), tr (self, N_("Move Do_wn")), "checklist.down");
      koyomi_part_row_add_item (KOYOMI_PART_ROW (row), tr (self, N_("_Remove")), "checklist.remove");
    }

  return row;
}

static void
show_tasks (KoyomiChecklistsWindow *self)
{
  KoyomiIncidentTemplate *template = get_selected (self);
  gboolean can_edit = koyomi_workspace_can_edit (get_workspace (self));

  gtk_widget_set_sensitive (self->copy_button, can_edit && template != NULL);
  gtk_widget_set_sensitive (self->edit_button, can_edit && template != NULL);
  gtk_widget_set_sensitive (self->remove_button, can_edit && template != NULL);
  gtk_stack_set_visible_child_name (self->stack, template != NULL ? "tasks" : "none");
  koyomi_part_list_clear (KOYOMI_PART_LIST (self->tasks));
  if (template == NULL)
    return;

  gtk_label_set_label (self->title_label, koyomi_record_get_title (template->template));
  gtk_label_set_label (self->note_label, koyomi_record_get_text (template->template, KOYOMI_INCIDENT_TEMPLATE_NOTE));
  gtk_widget_set_visible (GTK_WIDGET (self->note_label),
                          *koyomi_record_get_text (template->template, KOYOMI_INCIDENT_TEMPLATE_NOTE) != '\0');
  for (guint i = 0; i < template->tasks->len; i++)
    koyomi_part_list_take (KOYOMI_PART_LIST (self->tasks), make_task (self, g_ptr_array_index (template->tasks, i)));
  koyomi_part_list_show (KOYOMI_PART_LIST (self->tasks));
}

static GtkWidget *
make_name (KoyomiRecord *template)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (koyomi_record_get_title (template));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);

  return row;
}

/* The one that was selected stays it, or else the first becomes it. */
static void
show_names (KoyomiChecklistsWindow *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->names)) != NULL;
  GtkListBoxRow *selected = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->names))) != NULL)
    gtk_list_box_remove (self->names, row);
  if (get_selected (self) == NULL)
    self->selected = self->templates->len > 0
                     ? koyomi_record_get_id (((KoyomiIncidentTemplate *) g_ptr_array_index (self->templates, 0))->template) : 0;
  for (guint i = 0; i < self->templates->len; i++)
    {
      KoyomiIncidentTemplate *template = g_ptr_array_index (self->templates, i);

      gtk_list_box_append (self->names, make_name (template->template));
      if (koyomi_record_get_id (template->template) == self->selected)
        selected = gtk_list_box_get_row_at_index (self->names, i);
    }
  if (selected != NULL)
    gtk_list_box_select_row (self->names, selected);
  if (had_focus && selected != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (selected));
}

static gboolean
koyomi_checklists_window_refresh (KoyomiPlanWindow  *window,
                                  GError           **error)
{
  KoyomiChecklistsWindow *self = KOYOMI_CHECKLISTS_WINDOW (window);
  GPtrArray *templates = koyomi_session_load_incident_templates (get_session (self), get_language (self), error);

  if (templates == NULL)
    return FALSE;

  g_clear_pointer (&self->templates, g_ptr_array_unref);
  self->templates = templates;
  self->is_refreshing = TRUE;
  show_names (self);
  self->is_refreshing = FALSE;
  show_tasks (self);

  return TRUE;
}

static void
selected_cb (KoyomiChecklistsWindow *self,
             GtkListBoxRow          *row)
{
  if (self->is_refreshing || row == NULL)
    return;

  koyomi_text_field_commit (KOYOMI_TEXT_FIELD (self->new_task));
  self->selected = koyomi_record_get_id (((KoyomiIncidentTemplate *) g_ptr_array_index (
                                            self->templates, gtk_list_box_row_get_index (row)))->template);
  show_tasks (self);
}

static void
create (KoyomiChecklistsWindow *self,
        const char             *name,
        gint64                  like)
{
  g_autoptr(GError) error = NULL;
  gint64 id = koyomi_incident_template_create (get_session (self), name, like, get_language (self), &error);

  if (id == 0)
    fail (self, tr (self, N_("The check-list was not added")), error);
  else
    self->selected = id;
}

static void
add_cb (KoyomiChecklistsWindow *self)
{
  create (self, tr (self, N_("New check-list")), 0);
}

static void
copy_cb (KoyomiChecklistsWindow *self)
{
  KoyomiIncidentTemplate *template = get_selected (self);
  g_autofree char *name = NULL;

  if (template == NULL)
    return;

  /* Translators: %s is the name of what was copied */
  name = g_strdup_printf (koyomi_tr (get_language (self), N_("Copy of %s")), koyomi_record_get_title (template->template));
  create (self, name, self->selected);
}

static void
edit_cb (KoyomiChecklistsWindow *self)
{
  KoyomiIncidentTemplate *template = get_selected (self);

  if (template != NULL)
    koyomi_part_dialog_present (GTK_WINDOW (self), get_workspace (self), &template_form, 0, template->template);
}

static void
remove_cb (KoyomiChecklistsWindow *self)
{
  g_autoptr(GError) error = NULL;

  if (self->selected != 0 &&
      !koyomi_session_remove (get_session (self), KOYOMI_TABLE_INCIDENT_TEMPLATE, self->selected, get_language (self), &error))
    fail (self, tr (self, N_("Nothing was removed")), error);
}

static void
restore_cb (KoyomiChecklistsWindow *self)
{
  g_autoptr(GError) error = NULL;
  int n = koyomi_incident_templates_restore (get_session (self), get_language (self), &error);

  if (n < 0)
    fail (self, tr (self, N_("The check-lists were not added")), error);
  else if (n == 0)
    koyomi_workspace_tell (get_workspace (self), tr (self, N_("All of them are there")));
}

/* What is typed becomes a task, also when the person goes elsewhere. */
static gboolean
commit_new_cb (KoyomiChecklistsWindow *self,
               const char             *text)
{
  g_autoptr(KoyomiRecord) task = NULL;
  g_autoptr(GError) error = NULL;

  if (koyomi_text_is_blank (text) || self->selected == 0)
    return TRUE;

  task = koyomi_record_new (KOYOMI_TABLE_INCIDENT_TEMPLATE_TASK);
  koyomi_record_set_language (task, get_language (self));
  koyomi_record_set_int (task, KOYOMI_INCIDENT_TEMPLATE_TASK_TEMPLATE, self->selected);
  koyomi_record_set_text (task, KOYOMI_INCIDENT_TEMPLATE_TASK_TITLE, text);
  if (koyomi_incident_template_add_task (get_session (self), task, get_language (self), &error) == 0)
    {
      fail (self, tr (self, N_("The task was not added")), error);
      return FALSE;
    }

  koyomi_text_field_replace (KOYOMI_TEXT_FIELD (self->new_task), "");

  return TRUE;
}

static void
edit_task_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  KoyomiChecklistsWindow *self = KOYOMI_CHECKLISTS_WINDOW (widget);
  int index;
  KoyomiRecord *task = find_task (self, parameter, &index);

  if (task != NULL)
    koyomi_part_dialog_present (GTK_WINDOW (self), get_workspace (self), &task_form, 0, task);
}

static void
remove_task_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  KoyomiChecklistsWindow *self = KOYOMI_CHECKLISTS_WINDOW (widget);
  g_autoptr(GError) error = NULL;
  int index;

  if (find_task (self, parameter, &index) != NULL &&
      !koyomi_session_remove (get_session (self), KOYOMI_TABLE_INCIDENT_TEMPLATE_TASK, g_variant_get_int64 (parameter),
                              get_language (self), &error))
    fail (self, tr (self, N_("Nothing was removed")), error);
}

static void
move (KoyomiChecklistsWindow *self,
      GVariant               *parameter,
      int                     by)
{
  KoyomiIncidentTemplate *template = get_selected (self);
  g_autofree gint64 *ids = NULL;
  g_autoptr(GError) error = NULL;
  gint64 moved;
  int index;

  if (find_task (self, parameter, &index) == NULL || index + by < 0 || index + by >= (int) template->tasks->len)
    return;

  ids = g_new (gint64, template->tasks->len);
  for (guint i = 0; i < template->tasks->len; i++)
    ids[i] = koyomi_record_get_id (g_ptr_array_index (template->tasks, i));
  moved = ids[index];
  ids[index] = ids[index + by];
  ids[index + by] = moved;
  if (!koyomi_incident_template_reorder (get_session (self), ids, template->tasks->len, get_language (self), &error))
    fail (self, tr (self, N_("The task was not moved")), error);
}

static void
up_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  move (KOYOMI_CHECKLISTS_WINDOW (widget), parameter, -1);
}

static void
down_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  move (KOYOMI_CHECKLISTS_WINDOW (widget), parameter, 1);
}

static void
koyomi_checklists_window_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);
  g_clear_pointer (&KOYOMI_CHECKLISTS_WINDOW (object)->templates, g_ptr_array_unref);

  G_OBJECT_CLASS (koyomi_checklists_window_parent_class)->dispose (object);
}

static void
koyomi_checklists_window_class_init (KoyomiChecklistsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_checklists_window_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_checklists_window_refresh;

  gtk_widget_class_install_action (widget_class, "checklist.edit", "x", edit_task_action);
  gtk_widget_class_install_action (widget_class, "checklist.remove", "x", remove_task_action);
  gtk_widget_class_install_action (widget_class, "checklist.up", "x", up_action);
  gtk_widget_class_install_action (widget_class, "checklist.down", "x", down_action);
}

static void
koyomi_checklists_window_init (KoyomiChecklistsWindow *self)
{
}

static void
flush_cb (KoyomiChecklistsWindow *self)
{
  koyomi_text_field_commit (KOYOMI_TEXT_FIELD (self->new_task));
}

static void
add_tasks (KoyomiChecklistsWindow *self)
{
  self->tasks = koyomi_part_list_new (get_workspace (self), tr (self, N_("Tasks of the check-list")), tr (self, N_("No task yet.")));
  self->new_task = koyomi_text_field_new (tr (self, N_("New task")));
  koyomi_text_field_hide_caption (KOYOMI_TEXT_FIELD (self->new_task));
  koyomi_text_field_set_placeholder (KOYOMI_TEXT_FIELD (self->new_task), tr (self, N_("Add a task…")));
  g_signal_connect_object (self->new_task, "commit", G_CALLBACK (commit_new_cb), self, G_CONNECT_SWAPPED);
  koyomi_part_list_set_key (KOYOMI_PART_LIST (self->tasks), KOYOMI_PART_KEY_ACTIVATE, "checklist.edit");
  koyomi_part_list_set_key (KOYOMI_PART_LIST (self->tasks), KOYOMI_PART_KEY_REMOVE, "checklist.remove");
  koyomi_part_list_set_key (KOYOMI_PART_LIST (self->tasks), KOYOMI_PART_KEY_UP, "checklist.up");
  koyomi_part_list_set_key (KOYOMI_PART_LIST (self->tasks), KOYOMI_PART_KEY_DOWN, "checklist.down");
  koyomi_part_list_add_footer (KOYOMI_PART_LIST (self->tasks), self->new_task);
  gtk_box_append (GTK_BOX (self->body), self->tasks);
}

static void
connect (KoyomiChecklistsWindow *self)
{
  g_signal_connect_object (self->names, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->copy_button, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->edit_button, "clicked", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->restore_button, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->first_button, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_workspace (self), "flush", G_CALLBACK (flush_cb), self, G_CONNECT_SWAPPED);
}

void
koyomi_checklists_window_present (GtkWindow       *parent,
                                  KoyomiWorkspace *workspace)
{
  KoyomiChecklistsWindow *self = g_object_new (KOYOMI_TYPE_CHECKLISTS_WINDOW, NULL);
  gboolean can_edit = koyomi_workspace_can_edit (workspace);

  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-checklists-window", children);
  add_tasks (self);
  connect (self);
  gtk_widget_set_sensitive (self->add_button, can_edit);
  gtk_widget_set_sensitive (self->restore_button, can_edit);
  gtk_widget_set_sensitive (self->first_button, can_edit);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), GTK_WIDGET (self->names));
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
