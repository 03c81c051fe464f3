#include "koyomi-audit-items.h"

#include "koyomi-audit-edit.h"
#include "koyomi-audit-programme.h"
#include "koyomi-form-inputs.h"
#include "koyomi-record-edit.h"
#include "koyomi-ui.h"

/* The choice of what an audit looks at: a box to tick for each clause and control. */
typedef struct
{
  KoyomiWorkspace *workspace;
  gint64           audit;
  GPtrArray       *controls;   /* (element-type KoyomiRecord) */
  GPtrArray       *checks;     /* (element-type GtkCheckButton), in the order of the controls; not owned */
} Choice;

/* What came of one item. */
typedef struct
{
  KoyomiWorkspace *workspace;
  KoyomiRecord    *item;
  GtkDropDown     *result;     /* not owned, like the others */
  GtkDropDown     *sampling;
  KoyomiTextField *sample;
  KoyomiTextField *note;
} Outcome;

/* Returns: (transfer full) (element-type gint64): the controls that the audit has items of */
static GArray *
list_controls (KoyomiWorkspace  *workspace,
               gint64            audit,
               GError          **error)
{
  g_autoptr(GPtrArray) items = koyomi_session_list (koyomi_workspace_get_session (workspace), KOYOMI_TABLE_AUDIT_ITEM, KOYOMI_AUDIT_ITEM_AUDIT,
                                                    audit, koyomi_workspace_get_language (workspace), error);
  GArray *controls;

  if (items == NULL)
    return NULL;

  controls = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < items->len; i++)
    {
      gint64 control = koyomi_record_get_int (g_ptr_array_index (items, i), KOYOMI_AUDIT_ITEM_CONTROL);

      g_array_append_val (controls, control);
    }

  return controls;
}

static gboolean
plan (KoyomiWorkspace  *workspace,
      gint64            audit,
      GArray           *controls,
      GError          **error)
{
  return koyomi_audit_plan_items (koyomi_workspace_get_session (workspace), audit, (const gint64 *) controls->data, controls->len,
                                  koyomi_workspace_get_language (workspace), error) >= 0;
}

/* Has the audit look at @control as well. */
gboolean
koyomi_audit_items_add (KoyomiWorkspace  *workspace,
                        gint64            audit,
                        gint64            control,
                        GError          **error)
{
  g_autoptr(GArray) controls = list_controls (workspace, audit, error);

  if (controls == NULL)
    return FALSE;

  g_array_append_val (controls, control);

  return plan (workspace, audit, controls, error);
}

static void
free_choice (gpointer  data,
             GClosure *closure)
{
  Choice *self = data;

  g_ptr_array_unref (self->controls);
  g_ptr_array_unref (self->checks);
  g_object_unref (self->workspace);
  g_free (self);
}

static gboolean
chosen_cb (KoyomiFormDialog *dialog,
           gpointer          data)
{
  Choice *self = data;
  g_autoptr(GArray) controls = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < self->controls->len; i++)
    {
      gint64 control = koyomi_record_get_id (g_ptr_array_index (self->controls, i));

      if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
        g_array_append_val (controls, control);
    }
  if (plan (self->workspace, self->audit, controls, &error))
    return TRUE;

  koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, N_("The audit was not changed")), error);

  return FALSE;
}

/* What has a result, or was left out, stays. */
static KoyomiRecord *
find_item (GPtrArray *items,
           gint64     control)
{
  for (guint i = 0; i < items->len; i++)
    if (koyomi_record_get_int (g_ptr_array_index (items, i), KOYOMI_AUDIT_ITEM_CONTROL) == control)
      return g_ptr_array_index (items, i);

  return NULL;
}

static GtkWidget *
make_check (KoyomiRecord *control,
            KoyomiRecord *item)
{
  g_autofree char *name = g_strdup_printf ("%s %s", koyomi_record_get_text (control, KOYOMI_CONTROL_CODE), koyomi_record_get_title (control));
  GtkWidget *check = gtk_check_button_new_with_label (name);

  koyomi_ui_wrap_label (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), item != NULL);
  gtk_widget_set_sensitive (check, item == NULL || koyomi_audit_item_get_sampling (item) == KOYOMI_SAMPLING_PLANNED);

  return check;
}

void
koyomi_audit_items_choose (GtkWindow       *parent,
                           KoyomiWorkspace *workspace,
                           gint64           audit)
{
  KoyomiSession *session = koyomi_workspace_get_session (workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = koyomi_session_list (session, KOYOMI_TABLE_AUDIT_ITEM, KOYOMI_AUDIT_ITEM_AUDIT, audit, language, &error);
  g_autoptr(GPtrArray) controls = items != NULL ? koyomi_session_list (session, KOYOMI_TABLE_CONTROL, 0, 0, language, &error) : NULL;
  KoyomiFormDialog *dialog;
  Choice *self;

  if (controls == NULL)
    {
      koyomi_workspace_fail (workspace, koyomi_tr (language, N_("The plan could not be read")), error);
      return;
    }

  dialog = koyomi_form_dialog_new (parent, language, koyomi_tr (language, N_("What the Audit Looks At")), koyomi_tr (language, N_("_Save")));
  self = g_new0 (Choice, 1);
  self->workspace = g_object_ref (workspace);
  self->audit = audit;
  self->controls = g_ptr_array_ref (controls);
  self->checks = g_ptr_array_new ();
  for (guint i = 0; i < controls->len; i++)
    {
      KoyomiRecord *control = g_ptr_array_index (controls, i);
      GtkWidget *check = make_check (control, find_item (items, koyomi_record_get_id (control)));

      koyomi_form_dialog_append (dialog, check);
      g_ptr_array_add (self->checks, check);
    }
  koyomi_form_dialog_set_can_accept (dialog, TRUE);
  if (self->checks->len > 0)
    koyomi_form_dialog_set_first_focus (dialog, g_ptr_array_index (self->checks, 0));
  koyomi_form_dialog_make_tall (dialog);
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (chosen_cb), self, free_choice, 0);
  koyomi_form_dialog_present (dialog);
}

static void
free_outcome (gpointer  data,
              GClosure *closure)
{
  Outcome *self = data;

  g_object_unref (self->item);
  g_object_unref (self->workspace);
  g_free (self);
}

static gboolean
saved_cb (KoyomiFormDialog *dialog,
          gpointer          data)
{
  Outcome *self = data;

  koyomi_record_set_int (self->item, KOYOMI_AUDIT_ITEM_RESULT, gtk_drop_down_get_selected (self->result));
  koyomi_record_set_int (self->item, KOYOMI_AUDIT_ITEM_SAMPLING, gtk_drop_down_get_selected (self->sampling));
  koyomi_form_inputs_read_text (self->sample, self->item, KOYOMI_AUDIT_ITEM_SAMPLE);
  koyomi_form_inputs_read_text (self->note, self->item, KOYOMI_AUDIT_ITEM_NOTE);

  return koyomi_workspace_save (self->workspace, self->item);
}

/* Whatever has a result was sampled; what was not sampled has none. */
static void
result_cb (Outcome *self)
{
  if (gtk_drop_down_get_selected (self->result) != KOYOMI_AUDIT_RESULT_NONE)
    gtk_drop_down_set_selected (self->sampling, KOYOMI_SAMPLING_SAMPLED);
}

static void
sampling_cb (Outcome *self)
{
  if (gtk_drop_down_get_selected (self->sampling) != KOYOMI_SAMPLING_SAMPLED)
    gtk_drop_down_set_selected (self->result, KOYOMI_AUDIT_RESULT_NONE);
}

void
koyomi_audit_items_edit (GtkWindow       *parent,
                         KoyomiWorkspace *workspace,
                         KoyomiRecord    *item,
                         KoyomiRecord    *control)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  g_autofree char *title = g_strdup_printf ("%s %s", koyomi_record_get_text (control, KOYOMI_CONTROL_CODE), koyomi_record_get_title (control));
  KoyomiFormDialog *dialog = koyomi_form_dialog_new (parent, language, title, koyomi_tr (language, N_("_Save")));
  Outcome *self = g_new0 (Outcome, 1);
  GtkBox *line = koyomi_form_inputs_add_line (dialog);

  self->workspace = g_object_ref (workspace);
  self->item = koyomi_record_copy (item);
  self->result = koyomi_form_inputs_add_word (dialog, line, koyomi_tr (language, N_("_Result")), KOYOMI_AUDIT_ITEM_RESULT,
                                              koyomi_record_get_int (item, KOYOMI_AUDIT_ITEM_RESULT), language);
  self->sampling = koyomi_form_inputs_add_word (dialog, line, koyomi_tr (language, N_("Sa_mpling")), KOYOMI_AUDIT_ITEM_SAMPLING,
                                                koyomi_audit_item_get_sampling (item), language);
  self->sample = koyomi_form_inputs_add_lines (dialog, koyomi_tr (language, N_("Sam_ple: what was looked at")),
                                               koyomi_record_get_text (item, KOYOMI_AUDIT_ITEM_SAMPLE));
  self->note = koyomi_form_inputs_add_lines (dialog, koyomi_tr (language, N_("N_ote")), koyomi_record_get_text (item, KOYOMI_AUDIT_ITEM_NOTE));
  g_signal_connect_swapped (self->result, "notify::selected", G_CALLBACK (result_cb), self);
  g_signal_connect_swapped (self->sampling, "notify::selected", G_CALLBACK (sampling_cb), self);
  koyomi_form_dialog_set_can_accept (dialog, TRUE);
  koyomi_form_dialog_set_first_focus (dialog, GTK_WIDGET (self->result));
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (saved_cb), self, free_outcome, 0);
  koyomi_form_dialog_present (dialog);
}
