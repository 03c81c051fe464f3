#include "koyomi-auditor-dialog.h"

#include "koyomi-application.h"
#include "koyomi-error-dialog.h"

static void
show (GtkWindow       *parent,
      KoyomiWorkspace *workspace,
      const char      *name)
{
  KoyomiSession *session = koyomi_workspace_get_session (workspace);
  g_autoptr(GError) error = NULL;

  koyomi_workspace_flush (workspace);
  if (!koyomi_application_show_to_auditor (koyomi_application_of_window (parent), session, name, &error))
    koyomi_error_dialog_present (parent, koyomi_workspace_get_language (workspace),
                                 koyomi_workspace_tr (workspace, N_("The plan was not shown to the auditor")), koyomi_session_get_path (session),
                                 error);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             GtkEditable      *entry)
{
  KoyomiWorkspace *workspace = g_object_get_data (G_OBJECT (dialog), "workspace");
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (g_str_equal (response, "show"))
    show (gtk_window_get_transient_for (GTK_WINDOW (dialog)), workspace, name);
}

static GtkWidget *
make_entry (KoyomiWorkspace *workspace)
{
  const char *label = koyomi_workspace_tr (workspace, N_("Name of the auditor"));
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 60);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return entry;
}

/* Asks for whom, because every page tells it, and shows the plan in a window of its own. */
void
koyomi_auditor_dialog_present (GtkWindow       *parent,
                               KoyomiWorkspace *workspace)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, koyomi_workspace_tr (workspace, N_("Show to an Auditor")),
                                              koyomi_workspace_tr (workspace, N_("The plan opens in a second window as it stands now. It can "
                                                                                 "only be read there, drafts are hidden, and what is printed "
                                                                                 "or exported bears a mark with this name.")));
  GtkWidget *entry = make_entry (workspace);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", koyomi_workspace_tr (workspace, N_("_Cancel")));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "show", koyomi_workspace_tr (workspace, N_("_Show")));
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "show", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "show");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "workspace", g_object_ref (workspace), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), entry, 0);
  g_signal_connect_object (dialog, "map", G_CALLBACK (gtk_widget_grab_focus), entry, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_window_present (GTK_WINDOW (dialog));
}
