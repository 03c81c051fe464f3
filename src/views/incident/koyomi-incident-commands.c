#include "koyomi-incident-commands.h"

#include "koyomi-close-dialog.h"
#include "koyomi-facts-window.h"
#include "koyomi-incident-edit.h"
#include "koyomi-state-dialog.h"
#include "koyomi-times-dialog.h"
#include "koyomi-triage-dialog.h"

#include <adwaita.h>

#define SHEET_KEY "koyomi-incident-sheet"

static KoyomiIncidentSheet *
get_sheet (GtkWidget *view)
{
  return g_object_get_data (G_OBJECT (view), SHEET_KEY);
}

static const KoyomiIncidentCard *
get_card (KoyomiIncidentSheet *sheet)
{
  return koyomi_incident_sheet_find (sheet, koyomi_incident_sheet_get_selected (sheet));
}

/* What holds at once: from one open state to another. */
static void
move_now (KoyomiIncidentSheet *sheet,
          gint64               incident,
          KoyomiIncidentState  state)
{
  KoyomiWorkspace *workspace = koyomi_incident_sheet_get_workspace (sheet);
  gint64 now = koyomi_incident_sheet_read_clock ();
  g_autoptr(GError) error = NULL;

  if (!koyomi_incident_move (koyomi_workspace_get_session (workspace), incident, state, NULL, now, now,
                             koyomi_workspace_get_language (workspace), &error))
    koyomi_workspace_fail (workspace, koyomi_workspace_tr (workspace, "The incident was not moved"), error);
}

/* @widget: in the window that asks what the state needs */
void
koyomi_incident_commands_move (GtkWidget           *widget,
                               KoyomiIncidentSheet *sheet,
                               gint64               incident,
                               KoyomiIncidentState  state)
{
  const KoyomiIncidentCard *card = koyomi_incident_sheet_find (sheet, incident);
  KoyomiWorkspace *workspace = koyomi_incident_sheet_get_workspace (sheet);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  if (card == NULL || card->state == state || !koyomi_workspace_can_edit (workspace))
    return;

  if (state == KOYOMI_INCIDENT_STATE_CLOSED)
    koyomi_close_dialog_present (widget, workspace, incident);
  else if (!koyomi_incident_state_is_open (state) || !koyomi_incident_card_is_open (card))
    koyomi_state_dialog_present (window, workspace, incident, state);
  else
    move_now (sheet, incident, state);
}

static void
move_selected (GtkWidget           *view,
               KoyomiIncidentState  state)
{
  koyomi_incident_commands_move (view, get_sheet (view), koyomi_incident_sheet_get_selected (get_sheet (view)), state);
}

static void
move_on_action (GtkWidget  *view,
                const char *name,
                GVariant   *parameter)
{
  const KoyomiIncidentCard *card = get_card (get_sheet (view));

  if (card != NULL && koyomi_incident_card_is_open (card))
    move_selected (view, card->state + 1);
}

/* What is closed goes back to its review; what left the board by the side begins anew. */
static void
move_back_action (GtkWidget  *view,
                  const char *name,
                  GVariant   *parameter)
{
  const KoyomiIncidentCard *card = get_card (get_sheet (view));

  if (card == NULL || card->state == KOYOMI_INCIDENT_STATE_NEW)
    return;

  move_selected (view, card->state <= KOYOMI_INCIDENT_STATE_CLOSED ? card->state - 1 : KOYOMI_INCIDENT_STATE_NEW);
}

static void
move_to_action (GtkWidget  *view,
                const char *name,
                GVariant   *parameter)
{
  const KoyomiField *field = &koyomi_dictionary_get_table (KOYOMI_TABLE_INCIDENT)->fields[KOYOMI_FIELD_INDEX (KOYOMI_INCIDENT_STATE)];
  int state = koyomi_field_find_word (field, g_variant_get_string (parameter, NULL));

  if (state >= 0)
    move_selected (view, state);
}

static void
present (GtkWidget *view,
         void (*dialog) (GtkWindow *parent, KoyomiWorkspace *workspace, gint64 incident))
{
  KoyomiIncidentSheet *sheet = get_sheet (view);
  const KoyomiIncidentCard *card = get_card (sheet);

  if (card != NULL)
    dialog (GTK_WINDOW (gtk_widget_get_root (view)), koyomi_incident_sheet_get_workspace (sheet), card->id);
}

static void
triage_action (GtkWidget  *view,
               const char *name,
               GVariant   *parameter)
{
  present (view, koyomi_triage_dialog_present);
}

static void
times_action (GtkWidget  *view,
              const char *name,
              GVariant   *parameter)
{
  present (view, koyomi_times_dialog_present);
}

static void
facts_action (GtkWidget  *view,
              const char *name,
              GVariant   *parameter)
{
  present (view, koyomi_facts_window_present);
}

/* An incident that may be deleted once its deletion is confirmed. */
typedef struct
{
  KoyomiWorkspace *workspace;
  gint64           incident;
} Deletion;

static void
free_deletion (gpointer  data,
               GClosure *closure)
{
  Deletion *self = data;

  g_object_unref (self->workspace);
  g_free (self);
}

static void
delete_answered_cb (AdwMessageDialog *dialog,
                    const char       *response,
                    Deletion         *self)
{
  g_autoptr(GError) error = NULL;

  if (g_str_equal (response, "delete") &&
      !koyomi_incident_delete (koyomi_workspace_get_session (self->workspace), self->incident,
                               koyomi_workspace_get_language (self->workspace), &error))
    koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, "The incident was not deleted"), error);
}

static void
delete_action (GtkWidget  *view,
               const char *name,
               GVariant   *parameter)
{
  KoyomiIncidentSheet *sheet = get_sheet (view);
  const KoyomiIncidentCard *card = get_card (sheet);
  KoyomiLanguage language = koyomi_incident_sheet_get_language (sheet);
  g_autofree char *body = NULL;
  GtkWidget *dialog;
  Deletion *deletion;

  if (card == NULL)
    return;

  body = g_strdup_printf (koyomi_tr (language, "%s %s is deleted with its timeline, its tasks and its reports. "
                                     "To end it without work, choose False alarm instead."), card->number, card->title);
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (view)), koyomi_tr (language, "Delete Incident?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", koyomi_tr (language, "_Cancel"), "delete",
                                    koyomi_tr (language, "_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");

  deletion = g_new0 (Deletion, 1);
  deletion->workspace = g_object_ref (koyomi_incident_sheet_get_workspace (sheet));
  deletion->incident = card->id;
  g_signal_connect_data (dialog, "response", G_CALLBACK (delete_answered_cb), deletion, free_deletion, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
koyomi_incident_commands_install (GtkWidgetClass *view_class)
{
  gtk_widget_class_install_action (view_class, "incident.move-on", NULL, move_on_action);
  gtk_widget_class_install_action (view_class, "incident.move-back", NULL, move_back_action);
  gtk_widget_class_install_action (view_class, "incident.move-to", "s", move_to_action);
  gtk_widget_class_install_action (view_class, "incident.triage", NULL, triage_action);
  gtk_widget_class_install_action (view_class, "incident.times", NULL, times_action);
  gtk_widget_class_install_action (view_class, "incident.facts", NULL, facts_action);
  gtk_widget_class_install_action (view_class, "incident.delete", NULL, delete_action);
}

static void
update_actions (GtkWidget *view)
{
  KoyomiIncidentSheet *sheet = get_sheet (view);
  const KoyomiIncidentCard *card = get_card (sheet);
  gboolean can_edit = card != NULL && koyomi_incident_sheet_can_edit (sheet);

  gtk_widget_action_set_enabled (view, "incident.move-on", can_edit && koyomi_incident_card_is_open (card));
  gtk_widget_action_set_enabled (view, "incident.move-back", can_edit && card->state != KOYOMI_INCIDENT_STATE_NEW);
  gtk_widget_action_set_enabled (view, "incident.move-to", can_edit);
  gtk_widget_action_set_enabled (view, "incident.triage", can_edit);
  gtk_widget_action_set_enabled (view, "incident.times", can_edit);
  gtk_widget_action_set_enabled (view, "incident.facts", card != NULL);
  gtk_widget_action_set_enabled (view, "incident.delete", can_edit);
}

void
koyomi_incident_commands_attach (GtkWidget           *view,
                                 KoyomiIncidentSheet *sheet)
{
  g_object_set_data_full (G_OBJECT (view), SHEET_KEY, g_object_ref (sheet), g_object_unref);
  g_signal_connect_object (sheet, "lines", G_CALLBACK (update_actions), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "selection", G_CALLBACK (update_actions), view, G_CONNECT_SWAPPED);
  update_actions (view);
}

/* Menus show the last key of several. */
void
koyomi_incident_commands_bind_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint            key;
    GdkModifierType  modifiers;
    const char      *action;
  } keys[] = {
    { GDK_KEY_KP_Right, GDK_ALT_MASK, "incident.move-on" },
    { GDK_KEY_Right, GDK_ALT_MASK, "incident.move-on" },
    { GDK_KEY_KP_Left, GDK_ALT_MASK, "incident.move-back" },
    { GDK_KEY_Left, GDK_ALT_MASK, "incident.move-back" },
    { GDK_KEY_F2, 0, "incident.facts" },
    { GDK_KEY_t, GDK_CONTROL_MASK, "incident.triage" },
    { GDK_KEY_t, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "incident.times" },
    { GDK_KEY_KP_Delete, 0, "incident.delete" },
    { GDK_KEY_Delete, 0, "incident.delete" },
    { GDK_KEY_KP_Enter, GDK_SHIFT_MASK, "incident.open-window" },
    { GDK_KEY_Return, GDK_SHIFT_MASK, "incident.open-window" },
    { GDK_KEY_KP_Enter, 0, "incident.open" },
    { GDK_KEY_Return, 0, "incident.open" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}
