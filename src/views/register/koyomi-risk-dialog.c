#include "koyomi-risk-dialog.h"

#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-form-inputs.h"
#include "koyomi-register-kind.h"
#include "koyomi-risk-edit.h"
#include "koyomi-text.h"

/* How long a judgement holds unless something else is said. */
#define NEXT_REVIEW_MONTHS 12

typedef struct
{
  KoyomiWorkspace  *workspace;
  gint64            risk;
  KoyomiFormDialog *dialog;        /* not owned, like what stands in it */
  GtkDropDown      *likelihood;
  GtkDropDown      *impact;
  KoyomiTextField  *reason;
  KoyomiDayEntry   *day;
  KoyomiDayEntry   *next_review;
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

  koyomi_form_dialog_set_can_accept (form->dialog, !koyomi_text_is_blank (reason) &&
                                     koyomi_day_entry_get_day (form->day) != KOYOMI_DAY_NONE);
}

static gboolean
day_cb (Form *form)
{
  update (form);

  return TRUE;
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  g_autofree char *reason = koyomi_text_field_dup_text (form->reason);
  g_autoptr(GError) error = NULL;

  if (!koyomi_day_entry_commit (form->day) || !koyomi_day_entry_commit (form->next_review))
    return FALSE;

  if (koyomi_risk_assess (koyomi_workspace_get_session (form->workspace), form->risk, gtk_drop_down_get_selected (form->likelihood) + 1,
                          gtk_drop_down_get_selected (form->impact) + 1, g_strstrip (reason), koyomi_day_entry_get_day (form->day),
                          koyomi_day_entry_get_day (form->next_review), koyomi_workspace_get_language (form->workspace), &error))
    return TRUE;

  koyomi_workspace_fail (form->workspace, koyomi_workspace_tr (form->workspace, N_("The judgement was not saved")), error);

  return FALSE;
}

static GtkDropDown *
add_steps (Form         *form,
           KoyomiRecord *risk,
           int           field,
           const char   *caption)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (int step = 1; step <= KOYOMI_RISK_STEPS; step++)
    gtk_string_list_take (names, koyomi_register_format_step (field, step, koyomi_workspace_get_language (form->workspace)));

  return GTK_DROP_DOWN (koyomi_form_dialog_append_choice (form->dialog, caption, names, koyomi_record_get_int (risk, field) - 1));
}

static KoyomiDayEntry *
add_day (Form       *form,
         GtkBox     *line,
         const char *caption,
         guint32     day)
{
  GtkWidget *entry = koyomi_day_entry_new (caption, koyomi_workspace_get_language (form->workspace));

  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_day_entry_get_input (KOYOMI_DAY_ENTRY (entry)));
  koyomi_day_entry_show_day (KOYOMI_DAY_ENTRY (entry), day);
  g_signal_connect_swapped (entry, "commit", G_CALLBACK (day_cb), form);
  gtk_box_append (line, entry);

  return KOYOMI_DAY_ENTRY (entry);
}

static void
fill (Form         *form,
      KoyomiRecord *risk)
{
  GtkWidget *title = gtk_label_new (koyomi_record_get_title (risk));
  guint32 today = koyomi_day_today ();
  GtkBox *line;

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "heading");
  koyomi_form_dialog_append (form->dialog, title);

  form->likelihood = add_steps (form, risk, KOYOMI_RISK_LIKELIHOOD, koyomi_workspace_tr (form->workspace, N_("_Likelihood now")));
  form->impact = add_steps (form, risk, KOYOMI_RISK_IMPACT, koyomi_workspace_tr (form->workspace, N_("_Impact now")));
  form->reason = koyomi_form_inputs_add_text (form->dialog, NULL, koyomi_workspace_tr (form->workspace, N_("_Reason")), NULL,
                                              G_CALLBACK (update), form);
  line = koyomi_form_inputs_add_line (form->dialog);
  form->day = add_day (form, line, koyomi_workspace_tr (form->workspace, N_("_Judged on")), today);
  form->next_review = add_day (form, line, koyomi_workspace_tr (form->workspace, N_("_Next review on")),
                               koyomi_day_add_months (today, NEXT_REVIEW_MONTHS));
  koyomi_day_entry_set_optional (form->next_review, TRUE);
}

/* Judges a risk anew. */
void
koyomi_risk_dialog_present (GtkWindow       *parent,
                            KoyomiWorkspace *workspace,
                            KoyomiRecord    *risk)
{
  Form *form = g_new0 (Form, 1);

  form->workspace = g_object_ref (workspace);
  form->risk = koyomi_record_get_id (risk);
  form->dialog = koyomi_form_dialog_new (parent, koyomi_workspace_get_language (workspace),
                                         koyomi_workspace_tr (workspace, N_("Judge Anew")), koyomi_workspace_tr (workspace, N_("_Save")));
  fill (form, risk);
  update (form);
  koyomi_form_dialog_set_first_focus (form->dialog, GTK_WIDGET (form->likelihood));
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (form->dialog);
}
