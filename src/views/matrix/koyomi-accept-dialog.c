#include "koyomi-accept-dialog.h"

#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-form-dialog.h"
#include "koyomi-maturity-line.h"
#include "koyomi-sourcing-table.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

typedef struct
{
  KoyomiWorkspace  *workspace;
  gint64            function;
  KoyomiFormDialog *dialog;      /* not owned, like what stands in it */
  KoyomiTextField  *reason;
  KoyomiTextField  *decided_by;
  KoyomiDayEntry   *until;
} Form;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_object_unref (form->workspace);
  g_free (form);
}

static void
update (Form *form)
{
  g_autofree char *reason = koyomi_text_field_dup_text (form->reason);

  koyomi_form_dialog_set_can_accept (form->dialog, !koyomi_text_is_blank (reason));
}

static gboolean
keep_text_cb (KoyomiTextField *field,
              const char      *text,
              gpointer         data)
{
  return TRUE;
}

static gboolean
keep_day_cb (KoyomiDayEntry *entry,
             guint           day,
             gpointer        data)
{
  return TRUE;
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  g_autofree char *reason = koyomi_text_field_dup_text (form->reason);
  g_autofree char *decided_by = koyomi_text_field_dup_text (form->decided_by);
  g_autoptr(GError) error = NULL;

  if (!koyomi_day_entry_commit (form->until))
    return FALSE;

  if (koyomi_session_accept_sourcing (koyomi_workspace_get_session (form->workspace), form->function, reason, decided_by,
                                      koyomi_day_entry_get_day (form->until), language, &error) != 0)
    return TRUE;

  koyomi_workspace_fail (form->workspace, koyomi_tr (language, N_("The mismatch was not accepted")), error);

  return FALSE;
}

static KoyomiTextField *
add_text (Form      *form,
          GtkWidget *field)
{
  koyomi_form_dialog_append (form->dialog, field);
  g_signal_connect (field, "commit", G_CALLBACK (keep_text_cb), NULL);

  return KOYOMI_TEXT_FIELD (field);
}

static void
fill (Form         *form,
      KoyomiRecord *function)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  g_autofree char *name = koyomi_maturity_line_name_function (function);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *until = koyomi_day_entry_new (koyomi_tr (language, N_("_Until (empty: for good)")), language);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  koyomi_form_dialog_append (form->dialog, label);
  form->reason = add_text (form, koyomi_text_field_new (koyomi_tr (language, N_("_Reason"))));
  form->decided_by = add_text (form, koyomi_text_field_new (koyomi_tr (language, N_("_Decided by"))));
  koyomi_form_dialog_append (form->dialog, until);
  form->until = KOYOMI_DAY_ENTRY (until);
  koyomi_day_entry_set_optional (form->until, TRUE);
  g_signal_connect (until, "commit", G_CALLBACK (keep_day_cb), NULL);

  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_text_field_get_input (form->reason));
  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_text_field_get_input (form->decided_by));
  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_day_entry_get_input (form->until));
  g_signal_connect_swapped (koyomi_text_field_get_input (form->reason), "changed", G_CALLBACK (update), form);
}

void
koyomi_accept_dialog_present (GtkWindow       *parent,
                              KoyomiWorkspace *workspace,
                              KoyomiRecord    *function)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  Form *form = g_new0 (Form, 1);

  form->workspace = g_object_ref (workspace);
  form->function = koyomi_record_get_id (function);
  form->dialog = koyomi_form_dialog_new (parent, language, koyomi_tr (language, N_("Accept the Mismatch")),
                                         koyomi_tr (language, N_("_Accept")));
  fill (form, function);
  koyomi_form_dialog_set_first_focus (form->dialog, koyomi_text_field_get_input (form->reason));
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  update (form);
  koyomi_form_dialog_present (form->dialog);
}
