#include "koyomi-assign-dialog.h"

#include "koyomi-run-edit.h"

#include <adwaita.h>

/* What an open dialog needs. */
typedef struct
{
  KoyomiWorkspace *workspace;
  GArray          *runs;     /* (element-type gint64) */
  GPtrArray       *teams;    /* (element-type KoyomiRecord) */
  GtkWidget       *choice;
} Dialog;

static void
free_dialog (gpointer data)
{
  Dialog *self = data;

  g_object_unref (self->workspace);
  g_array_unref (self->runs);
  g_ptr_array_unref (self->teams);
  g_free (self);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Dialog           *self)
{
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));
  gint64 team = index > 0 ? koyomi_record_get_id (g_ptr_array_index (self->teams, index - 1)) : 0;
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(GError) error = NULL;

  if (g_str_equal (response, "assign") &&
      !koyomi_runs_assign (koyomi_workspace_get_session (self->workspace), (const gint64 *) self->runs->data, self->runs->len, team,
                           language, &error))
    koyomi_workspace_fail (self->workspace, koyomi_tr (language, "The team was not assigned"), error);
}

static GtkWidget *
make_choice (Dialog         *self,
             KoyomiLanguage  language)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *choice;

  gtk_string_list_append (names, koyomi_tr (language, "Usual team: the activity's, else the function's"));
  for (guint i = 0; i < self->teams->len; i++)
    gtk_string_list_append (names, koyomi_record_get_title (g_ptr_array_index (self->teams, i)));

  choice = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (names)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, koyomi_tr (language, "Team"), -1);

  return choice;
}

/* Asks for the team that does these runs. @runs: (element-type gint64), kept */
void
koyomi_assign_dialog_present (GtkWindow       *parent,
                              KoyomiWorkspace *workspace,
                              GArray          *runs)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  g_autoptr(GError) error = NULL;
  GtkWidget *dialog;
  Dialog *self;
  GPtrArray *teams = koyomi_session_list (koyomi_workspace_get_session (workspace), KOYOMI_TABLE_TEAM, 0, 0, language, &error);

  if (teams == NULL)
    {
      koyomi_workspace_fail (workspace, koyomi_tr (language, "The teams could not be read"), error);
      return;
    }

  self = g_new0 (Dialog, 1);
  self->workspace = g_object_ref (workspace);
  self->runs = g_array_ref (runs);
  self->teams = teams;
  self->choice = make_choice (self, language);

  dialog = adw_message_dialog_new (parent, koyomi_tr (language, "Assign a Team"), NULL);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  koyomi_ntr (language, "Who does this run?", "Who does these %u runs?", runs->len), runs->len);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), self->choice);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", koyomi_tr (language, "_Cancel"),
                                    "assign", koyomi_tr (language, "_Assign"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "assign", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "assign");
  g_object_set_data_full (G_OBJECT (dialog), "koyomi-dialog", self, free_dialog);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}
