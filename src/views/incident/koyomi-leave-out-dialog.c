#include "koyomi-leave-out-dialog.h"

#include "koyomi-day.h"
#include "koyomi-form-dialog.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

typedef struct
{
  KoyomiWorkspace  *workspace;
  GArray           *ids;       /* (element-type gint64): of the tasks, one for each box */
  GPtrArray        *boxes;     /* (element-type GtkCheckButton) (not owned), like the other widgets */
  KoyomiFormDialog *dialog;
  GtkWidget        *all;
  GtkWidget        *reason;
  gboolean          is_setting;
} Form;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_object_unref (form->workspace);
  g_array_unref (form->ids);
  g_ptr_array_unref (form->boxes);
  g_free (form);
}

static const char *
tr (Form       *form,
    const char *text)
{
  return koyomi_workspace_tr (form->workspace, text);
}

/* Returns: (element-type gint64): the tasks whose boxes are ticked */
static GArray *
list_chosen (Form *form)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < form->boxes->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (form->boxes, i)))
      g_array_append_val (chosen, g_array_index (form->ids, gint64, i));

  return chosen;
}

static void
update (Form *form)
{
  g_autofree char *reason = koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->reason));
  g_autoptr(GArray) chosen = NULL;

  if (form->is_setting)
    return;

  chosen = list_chosen (form);
  form->is_setting = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (form->all), chosen->len == form->boxes->len);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (form->all), chosen->len > 0 && chosen->len < form->boxes->len);
  form->is_setting = FALSE;
  koyomi_form_dialog_set_can_accept (form->dialog, chosen->len > 0 && !koyomi_text_is_blank (reason));
}

static void
all_cb (Form *form)
{
  gboolean is_active = gtk_check_button_get_active (GTK_CHECK_BUTTON (form->all));

  if (form->is_setting)
    return;

  form->is_setting = TRUE;
  for (guint i = 0; i < form->boxes->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (form->boxes, i), is_active);
  form->is_setting = FALSE;
  update (form);
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  g_autofree char *reason = koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->reason));
  g_autoptr(GArray) chosen = list_chosen (form);
  g_autoptr(GError) error = NULL;

  if (koyomi_incident_tasks_waive (koyomi_workspace_get_session (form->workspace), (const gint64 *) chosen->data, chosen->len, reason,
                                   koyomi_time_now (), koyomi_workspace_get_language (form->workspace), &error))
    return TRUE;

  koyomi_workspace_fail (form->workspace, tr (form, N_("The tasks were not left out")), error);

  return FALSE;
}

static GtkWidget *
make_box (const char *label)
{
  GtkWidget *box = gtk_check_button_new ();
  GtkWidget *text = gtk_label_new (label);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (box), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return box;
}

static void
add_task (Form                     *form,
          const KoyomiIncidentTask *task)
{
  GtkWidget *box = make_box (koyomi_record_get_title (task->task));
  gint64 id = koyomi_record_get_id (task->task);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (box), TRUE);
  gtk_widget_set_margin_start (box, 18);
  g_array_append_val (form->ids, id);
  g_ptr_array_add (form->boxes, box);
  koyomi_form_dialog_append (form->dialog, box);
  g_signal_connect_swapped (box, "toggled", G_CALLBACK (update), form);
}

static void
add_fields (Form      *form,
            GPtrArray *open)
{
  form->reason = koyomi_text_field_new (tr (form, N_("_Reason why they are not done")));
  koyomi_form_dialog_append (form->dialog, form->reason);
  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (form->reason)));
  koyomi_form_dialog_set_first_focus (form->dialog, koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (form->reason)));
  g_signal_connect_swapped (koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (form->reason)), "changed", G_CALLBACK (update), form);

  form->all = gtk_check_button_new_with_mnemonic (tr (form, N_("_All that is not done yet")));
  koyomi_form_dialog_append (form->dialog, form->all);
  g_signal_connect_swapped (form->all, "toggled", G_CALLBACK (all_cb), form);
  for (guint i = 0; i < open->len; i++)
    add_task (form, g_ptr_array_index (open, i));
}

void
koyomi_leave_out_dialog_present (GtkWindow                 *parent,
                                 KoyomiWorkspace           *workspace,
                                 const KoyomiIncidentTasks *tasks)
{
  g_autoptr(GPtrArray) open = koyomi_incident_tasks_list_open (tasks);
  Form *form = g_new0 (Form, 1);

  form->workspace = g_object_ref (workspace);
  form->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  form->boxes = g_ptr_array_new ();
  form->dialog = koyomi_form_dialog_new (parent, koyomi_workspace_get_language (workspace), tr (form, N_("Leave Out Several Tasks")),
                                         tr (form, N_("_Leave Out")));
  add_fields (form, open);
  update (form);
  koyomi_form_dialog_make_tall (form->dialog);
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (form->dialog);
}
