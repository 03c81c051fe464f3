#include "koyomi-delete-dialog.h"

#include "koyomi-form-dialog.h"
#include "koyomi-run-commands.h"
#include "koyomi-run-title.h"
#include "koyomi-scope-field.h"

typedef struct
{
  KoyomiWorkspace  *workspace;
  gint64            run;
  gint64            activity;
  GtkWidget        *scope;      /* not owned */
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
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  g_autoptr(GError) error = NULL;

  if (koyomi_activity_delete (koyomi_workspace_get_session (form->workspace), form->activity, form->run,
                              koyomi_scope_field_get_scope (KOYOMI_SCOPE_FIELD (form->scope)),
                              koyomi_workspace_get_language (form->workspace), &error))
    return TRUE;

  koyomi_workspace_fail (form->workspace, koyomi_workspace_tr (form->workspace, "Nothing was deleted"), error);

  return FALSE;
}

static void
explain_scopes (Form           *form,
                guint           n_runs,
                KoyomiLanguage  language)
{
  KoyomiScopeField *scope = KOYOMI_SCOPE_FIELD (form->scope);
  g_autofree char *all = NULL;

  all = g_strdup_printf (koyomi_ntr (language, "The activity and its %u run, done or not", "The activity and its %u runs, done or not",
                                     n_runs), n_runs);
  koyomi_scope_field_set_subtitle (scope, KOYOMI_SCOPE_THIS, koyomi_tr (language, "The rule leaves this date out from now on"));
  koyomi_scope_field_set_subtitle (scope, KOYOMI_SCOPE_LATER, koyomi_tr (language, "What is done or begun stays"));
  koyomi_scope_field_set_subtitle (scope, KOYOMI_SCOPE_ALL, all);
}

static void
present (GtkWindow       *parent,
         KoyomiWorkspace *workspace,
         gint64           activity,
         GArray          *runs,
         guint            n_runs)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  Form *form = g_new0 (Form, 1);
  KoyomiFormDialog *dialog = koyomi_form_dialog_new (parent, language, koyomi_tr (language, "Delete"), koyomi_tr (language, "_Delete"));

  form->workspace = g_object_ref (workspace);
  form->activity = activity;
  form->run = g_array_index (runs, gint64, 0);
  form->scope = koyomi_scope_field_new (language, KOYOMI_SCOPE_THIS);
  explain_scopes (form, n_runs, language);

  koyomi_form_dialog_set_destructive (dialog);
  koyomi_form_dialog_append (dialog, koyomi_run_title_make_label (workspace, runs));
  koyomi_form_dialog_append (dialog, form->scope);
  koyomi_form_dialog_set_first_focus (dialog, form->scope);
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (dialog);
}

void
koyomi_delete_dialog_present (GtkWindow       *parent,
                              KoyomiWorkspace *workspace,
                              gint64           run)
{
  KoyomiSession *session = koyomi_workspace_get_session (workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, KOYOMI_TABLE_OCCURRENCE, run, language, NULL);
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GArray) runs = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 activity;

  if (record == NULL)
    return;

  activity = koyomi_record_get_int (record, KOYOMI_OCCURRENCE_ACTIVITY);
  all = koyomi_session_list (session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY, activity, language, NULL);
  g_array_append_val (runs, run);
  if (all != NULL && all->len > 1)
    present (parent, workspace, activity, runs, all->len);
  else
    koyomi_run_commands_delete (workspace, runs);
}
