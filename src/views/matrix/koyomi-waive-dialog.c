#include "koyomi-waive-dialog.h"

#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-form-dialog.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

/* How long a breach is accepted unless somebody says otherwise. */
#define USUAL_MONTHS 3

/* So that the dialog is as high as the lines that the sentence takes. */
#define SENTENCE_WIDTH 44

typedef struct
{
  KoyomiWorkspace *workspace;
  KoyomiWaiveFunc  waive;
  GObject         *subject;
  KoyomiTextField *reason;      /* not owned, as are those below */
  KoyomiTextField *decided_by;
  KoyomiDayEntry  *until;
} Form;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_object_unref (form->subject);
  g_object_unref (form->workspace);
  g_free (form);
}

static gboolean
take_text_cb (KoyomiTextField *field)
{
  return TRUE;
}

static gboolean
take_day_cb (Form    *form,
             guint32  day)
{
  if (day >= koyomi_day_today ())
    return TRUE;

  koyomi_day_entry_set_message (form->until, koyomi_workspace_tr (form->workspace, N_("Choose today or a later day.")));

  return FALSE;
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  g_autofree char *reason = koyomi_text_field_dup_text (form->reason);
  g_autofree char *decided_by = koyomi_text_field_dup_text (form->decided_by);
  g_autoptr(GError) error = NULL;

  if (koyomi_text_is_blank (reason))
    {
      koyomi_text_field_set_message (form->reason, koyomi_workspace_tr (form->workspace, N_("Say why this is accepted.")));
      gtk_widget_grab_focus (GTK_WIDGET (form->reason));
      return FALSE;
    }

  if (!koyomi_day_entry_commit (form->until) || !take_day_cb (form, koyomi_day_entry_get_day (form->until)))
    return FALSE;

  if (form->waive (form->subject, koyomi_workspace_get_session (form->workspace), reason, decided_by,
                   koyomi_day_entry_get_day (form->until), koyomi_workspace_get_language (form->workspace), &error))
    return TRUE;

  koyomi_workspace_fail (form->workspace, koyomi_workspace_tr (form->workspace, N_("The breach was not accepted")), error);

  return FALSE;
}

static void
add_fields (Form             *form,
            KoyomiFormDialog *dialog)
{
  GtkWidget *reason = koyomi_text_field_new_multi_line (koyomi_workspace_tr (form->workspace, N_("Rea_son")));
  GtkWidget *decided_by = koyomi_text_field_new (koyomi_workspace_tr (form->workspace, N_("_Decided by")));
  GtkWidget *until = koyomi_day_entry_new (koyomi_workspace_tr (form->workspace, N_("Accepted _until")),
                                           koyomi_workspace_get_language (form->workspace));

  form->reason = KOYOMI_TEXT_FIELD (reason);
  form->decided_by = KOYOMI_TEXT_FIELD (decided_by);
  form->until = KOYOMI_DAY_ENTRY (until);
  g_signal_connect (reason, "commit", G_CALLBACK (take_text_cb), NULL);
  g_signal_connect (decided_by, "commit", G_CALLBACK (take_text_cb), NULL);
  g_signal_connect_swapped (until, "commit", G_CALLBACK (take_day_cb), form);
  koyomi_day_entry_replace_day (form->until, koyomi_day_add_months (koyomi_day_today (), USUAL_MONTHS));

  koyomi_form_dialog_append (dialog, reason);
  koyomi_form_dialog_append (dialog, decided_by);
  koyomi_form_dialog_append (dialog, until);
  koyomi_form_dialog_accept_on_enter (dialog, koyomi_text_field_get_input (form->decided_by));
  koyomi_form_dialog_accept_on_enter (dialog, koyomi_day_entry_get_input (form->until));
  koyomi_form_dialog_set_first_focus (dialog, koyomi_text_field_get_input (form->reason));
}

/**
 * koyomi_waive_dialog_present:
 * @sentence: what is accepted
 * @waive: does it
 * @subject: handed to @waive, and kept until the dialog goes
 */
void
koyomi_waive_dialog_present (GtkWindow       *parent,
                             KoyomiWorkspace *workspace,
                             const char      *sentence,
                             KoyomiWaiveFunc  waive,
                             GObject         *subject)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  KoyomiFormDialog *dialog = koyomi_form_dialog_new (parent, language, koyomi_tr (language, N_("Accept a Breach")),
                                                     koyomi_tr (language, N_("_Accept")));
  GtkWidget *label = gtk_label_new (sentence);
  Form *form = g_new0 (Form, 1);

  form->workspace = g_object_ref (workspace);
  form->waive = waive;
  form->subject = g_object_ref (subject);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), SENTENCE_WIDTH);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  koyomi_form_dialog_append (dialog, label);
  add_fields (form, dialog);
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (dialog);
}
