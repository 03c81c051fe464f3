#include "koyomi-state-dialog.h"

#include "koyomi-chooser.h"
#include "koyomi-form-dialog.h"
#include "koyomi-incident-edit.h"
#include "koyomi-incident-sheet.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

typedef struct
{
  KoyomiWorkspace     *workspace;
  gint64               incident;
  KoyomiIncidentState  state;
  gboolean             was_open;
  gboolean             is_drill;
  KoyomiFormDialog    *dialog;      /* not owned, like what stands in it */
  GtkWidget           *reason;      /* NULL where none is asked for */
  GtkWidget           *other;
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
apply (Form        *form,
       const char  *reason,
       GError     **error)
{
  KoyomiSession *session = koyomi_workspace_get_session (form->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  gint64 now = koyomi_incident_sheet_read_clock ();

  if (form->state == KOYOMI_INCIDENT_STATE_MERGED)
    return koyomi_incident_merge (session, form->incident, koyomi_chooser_get_id (KOYOMI_CHOOSER (form->other)), now, language, error);
  if (!form->was_open && koyomi_incident_state_is_open (form->state))
    return koyomi_incident_reopen (session, form->incident, form->state, reason, now, language, error);

  return koyomi_incident_move (session, form->incident, form->state, reason, now, now, language, error);
}

/* Another one may have been closed since it was chosen. */
static gboolean
goes_on_with_open (Form *form)
{
  g_autoptr(KoyomiRecord) other = koyomi_session_get (koyomi_workspace_get_session (form->workspace), KOYOMI_TABLE_INCIDENT,
                                                      koyomi_chooser_get_id (KOYOMI_CHOOSER (form->other)),
                                                      koyomi_workspace_get_language (form->workspace), NULL);

  return other != NULL && koyomi_incident_state_is_open (koyomi_record_get_int (other, KOYOMI_INCIDENT_STATE));
}

static const char *
name_failure (Form *form)
{
  if (form->other != NULL && !goes_on_with_open (form))
    return N_("An incident cannot be merged into one that has ended. Open that one again first, or choose another");

  return N_("The incident was not moved");
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  g_autofree char *reason = form->reason != NULL ? koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->reason)) : NULL;
  g_autoptr(GError) error = NULL;

  if (apply (form, reason, &error))
    return TRUE;

  koyomi_workspace_fail (form->workspace, koyomi_workspace_tr (form->workspace, name_failure (form)), error);

  return FALSE;
}

static void
changed_cb (Form *form)
{
  g_autofree char *reason = form->reason != NULL ? koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->reason)) : NULL;

  koyomi_form_dialog_set_can_accept (form->dialog, form->other != NULL ? koyomi_chooser_get_id (KOYOMI_CHOOSER (form->other)) != 0
                                                                       : !koyomi_text_is_blank (reason));
}

/* One that is open goes on with what this one began. A drill goes on with a drill only. */
static gboolean
can_go_on (Form                     *form,
           const KoyomiIncidentCard *card)
{
  return card->id != form->incident && koyomi_incident_card_is_open (card) &&
         (card->kind == KOYOMI_INCIDENT_KIND_DRILL) == form->is_drill;
}

static GListStore *
load_others (gpointer data)
{
  Form *form = data;
  g_autoptr(KoyomiIncidentBoard) board = koyomi_session_load_incident_board (koyomi_workspace_get_session (form->workspace),
                                                                             koyomi_incident_sheet_read_clock (),
                                                                             koyomi_workspace_get_language (form->workspace), NULL);
  GListStore *store = g_list_store_new (KOYOMI_TYPE_CHOICE);

  for (guint i = 0; board != NULL && i < koyomi_incident_board_get_n_cards (board); i++)
    {
      const KoyomiIncidentCard *card = koyomi_incident_board_get_card (board, i);
      g_autofree char *title = g_strdup_printf ("%s %s", card->number, card->title);
      g_autoptr(KoyomiChoice) choice = koyomi_choice_new (card->id, title, koyomi_incident_state_get_label (
                                                            card->state, koyomi_workspace_get_language (form->workspace)));

      if (can_go_on (form, card))
        g_list_store_append (store, choice);
    }

  return store;
}

static void
add_title (Form         *form,
           KoyomiRecord *record)
{
  g_autofree char *text = g_strdup_printf ("%s %s", koyomi_record_get_text (record, KOYOMI_INCIDENT_NUMBER),
                                           koyomi_record_get_title (record));
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  koyomi_form_dialog_append (form->dialog, label);
}

static void
add_question (Form           *form,
              KoyomiLanguage  language)
{
  if (form->state == KOYOMI_INCIDENT_STATE_MERGED)
    {
      form->other = koyomi_chooser_new (koyomi_tr (language, "Merge _into"), language, load_others, form);
      g_signal_connect_swapped (form->other, "chosen", G_CALLBACK (changed_cb), form);
      koyomi_form_dialog_append (form->dialog, form->other);
      koyomi_form_dialog_set_first_focus (form->dialog, form->other);
      return;
    }

  form->reason = koyomi_text_field_new (koyomi_tr (language, "_Reason"));
  g_signal_connect_swapped (koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (form->reason)), "changed", G_CALLBACK (changed_cb), form);
  koyomi_form_dialog_append (form->dialog, form->reason);
  koyomi_form_dialog_set_first_focus (form->dialog, koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (form->reason)));
  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (form->reason)));
}

static const char *
name_dialog (Form           *form,
             KoyomiLanguage  language)
{
  switch (form->state)
    {
    case KOYOMI_INCIDENT_STATE_MERGED:
      return koyomi_tr (language, "Merge Incident");
    case KOYOMI_INCIDENT_STATE_FALSE_ALARM:
      return koyomi_tr (language, "False Alarm");
    default:
      return koyomi_tr (language, "Open Incident Again");
    }
}

static const char *
name_button (Form           *form,
             KoyomiLanguage  language)
{
  switch (form->state)
    {
    case KOYOMI_INCIDENT_STATE_MERGED:
      return koyomi_tr (language, "_Merge");
    case KOYOMI_INCIDENT_STATE_FALSE_ALARM:
      return koyomi_tr (language, "_False Alarm");
    default:
      return koyomi_tr (language, "_Open Again");
    }
}

void
koyomi_state_dialog_present (GtkWindow           *parent,
                             KoyomiWorkspace     *workspace,
                             gint64               incident,
                             KoyomiIncidentState  state)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiRecord) record = koyomi_session_get (koyomi_workspace_get_session (workspace), KOYOMI_TABLE_INCIDENT, incident,
                                                       language, &error);
  Form *form;

  if (record == NULL)
    {
      koyomi_workspace_fail (workspace, koyomi_tr (language, "The incident could not be read"), error);
      return;
    }

  form = g_new0 (Form, 1);
  form->workspace = g_object_ref (workspace);
  form->incident = incident;
  form->state = state;
  form->is_drill = koyomi_record_get_int (record, KOYOMI_INCIDENT_KIND) == KOYOMI_INCIDENT_KIND_DRILL;
  form->was_open = koyomi_incident_state_is_open (koyomi_record_get_int (record, KOYOMI_INCIDENT_STATE));
  form->dialog = koyomi_form_dialog_new (parent, language, name_dialog (form, language), name_button (form, language));
  add_title (form, record);
  add_question (form, language);
  changed_cb (form);
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (form->dialog);
}
