#include "koyomi-gap-dialog.h"

#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-form-dialog.h"
#include "koyomi-maturity-edit.h"
#include "koyomi-maturity-line.h"

typedef struct
{
  KoyomiWorkspace  *workspace;
  gint64            function;
  KoyomiFormDialog *dialog;      /* not owned, like what stands in it */
  KoyomiDayEntry   *first_day;
  KoyomiDayEntry   *last_day;
} Form;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_object_unref (form->workspace);
  g_free (form);
}

static gboolean
keep_cb (KoyomiDayEntry *entry,
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
  g_autoptr(GError) error = NULL;
  guint32 first_day, last_day;

  if (!koyomi_day_entry_commit (form->first_day) || !koyomi_day_entry_commit (form->last_day))
    return FALSE;

  first_day = koyomi_day_entry_get_day (form->first_day);
  last_day = koyomi_day_entry_get_day (form->last_day);
  if (first_day == KOYOMI_DAY_NONE || last_day < first_day)
    {
      koyomi_day_entry_set_message (form->last_day, koyomi_tr (language, N_("The last day must not be before the first.")));
      return FALSE;
    }

  if (koyomi_gap_make_activity (koyomi_workspace_get_session (form->workspace), form->function, first_day, last_day, language, &error) != 0)
    return TRUE;

  koyomi_workspace_fail (form->workspace, koyomi_tr (language, N_("The activity was not made")), error);

  return FALSE;
}

static KoyomiDayEntry *
add_day (Form       *form,
         const char *caption,
         guint32     day)
{
  GtkWidget *entry = koyomi_day_entry_new (caption, koyomi_workspace_get_language (form->workspace));

  koyomi_form_dialog_append (form->dialog, entry);
  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_day_entry_get_input (KOYOMI_DAY_ENTRY (entry)));
  koyomi_day_entry_replace_day (KOYOMI_DAY_ENTRY (entry), day);
  g_signal_connect (entry, "commit", G_CALLBACK (keep_cb), NULL);

  return KOYOMI_DAY_ENTRY (entry);
}

static void
add_text (Form         *form,
          KoyomiRecord *function)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  g_autofree char *name = koyomi_maturity_line_name_function (function);
  /* Translators: %s is a function */
  g_autofree char *text = g_strdup_printf (koyomi_tr (language, N_("When does somebody work on the gap of “%s”?")), name);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  koyomi_form_dialog_append (form->dialog, label);
}

void
koyomi_gap_dialog_present (GtkWindow       *parent,
                           KoyomiWorkspace *workspace,
                           KoyomiRecord    *function)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  guint32 first_day = koyomi_day_today ();
  guint32 last_day = first_day;
  g_autoptr(GError) error = NULL;
  Form *form;

  if (!koyomi_gap_propose_days (koyomi_workspace_get_session (workspace), koyomi_record_get_id (function), &first_day, &last_day, &error))
    {
      koyomi_workspace_fail (workspace, koyomi_tr (language, N_("The plan could not be read")), error);
      return;
    }

  form = g_new0 (Form, 1);
  form->workspace = g_object_ref (workspace);
  form->function = koyomi_record_get_id (function);
  form->dialog = koyomi_form_dialog_new (parent, language, koyomi_tr (language, N_("Make Activity")), koyomi_tr (language, N_("_Make")));
  add_text (form, function);
  form->first_day = add_day (form, koyomi_tr (language, N_("_First day")), first_day);
  form->last_day = add_day (form, koyomi_tr (language, N_("_Last day")), last_day);
  koyomi_form_dialog_set_first_focus (form->dialog, koyomi_day_entry_get_input (form->first_day));
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (form->dialog);
}
