#include "koyomi-skip-dialog.h"

#include "koyomi-form-dialog.h"
#include "koyomi-run-commands.h"
#include "koyomi-run-title.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

typedef struct
{
  KoyomiWorkspace  *workspace;
  GArray           *runs;
  KoyomiStatus      status;
  KoyomiFormDialog *dialog;   /* not owned */
  GtkWidget        *reason;
} Form;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_object_unref (form->workspace);
  g_array_unref (form->runs);
  g_free (form);
}

static void
typed_cb (GtkTextBuffer *buffer,
          gpointer       data)
{
  Form *form = data;
  g_autofree char *reason = koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->reason));

  koyomi_form_dialog_set_can_accept (form->dialog, !koyomi_text_is_blank (reason));
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  g_autofree char *reason = koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->reason));

  return koyomi_run_commands_set_status (form->workspace, form->runs, form->status, 0, reason);
}

static void
present (GtkWindow       *parent,
         KoyomiWorkspace *workspace,
         GArray          *runs,
         KoyomiStatus     status,
         const char      *title,
         const char      *accept_label)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  Form *form = g_new0 (Form, 1);
  GtkWidget *view;

  form->workspace = g_object_ref (workspace);
  form->runs = g_array_copy (runs);
  form->status = status;
  form->dialog = koyomi_form_dialog_new (parent, language, title, accept_label);
  form->reason = koyomi_text_field_new_multi_line (koyomi_tr (language, "_Reason"));
  view = koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (form->reason));

  koyomi_form_dialog_append (form->dialog, koyomi_run_title_make_label (workspace, runs));
  koyomi_form_dialog_append (form->dialog, form->reason);
  koyomi_form_dialog_set_first_focus (form->dialog, view);
  koyomi_form_dialog_set_can_accept (form->dialog, FALSE);
  g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed", G_CALLBACK (typed_cb), form);
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (form->dialog);
}

void
koyomi_skip_dialog_present (GtkWindow       *parent,
                            KoyomiWorkspace *workspace,
                            GArray          *runs)
{
  present (parent, workspace, runs, KOYOMI_STATUS_SKIPPED, koyomi_workspace_tr (workspace, "Skip"),
           koyomi_workspace_tr (workspace, "_Skip"));
}

void
koyomi_miss_dialog_present (GtkWindow       *parent,
                            KoyomiWorkspace *workspace,
                            GArray          *runs)
{
  present (parent, workspace, runs, KOYOMI_STATUS_MISSED, koyomi_workspace_tr (workspace, "Missed"),
           koyomi_workspace_tr (workspace, "_Mark as Missed"));
}
