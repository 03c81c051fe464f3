#include "koyomi-finding-steps.h"

#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-finding-edit.h"
#include "koyomi-form-inputs.h"
#include "koyomi-text.h"

/* So long after it was found the next action is to be done, unless somebody says otherwise. */
#define REOPENED_DAYS 60

/* What one of the dialogs asks for; those that it does not ask for are NULL. */
typedef struct
{
  KoyomiWorkspace  *workspace;
  KoyomiRecord     *finding;
  KoyomiFormDialog *dialog;      /* not owned, like what stands in it */
  KoyomiDayEntry   *day;
  KoyomiDayEntry   *due;
  KoyomiTextField  *name;        /* of the verifier */
  GtkDropDown      *verdict;
  KoyomiTextField  *text;        /* a reason, or what the check showed */
} Step;

static void
free_step (gpointer  data,
           GClosure *closure)
{
  Step *step = data;

  g_object_unref (step->finding);
  g_object_unref (step->workspace);
  g_free (step);
}

static const char *tr (Step       *step,
                       const char *text) G_GNUC_FORMAT (2);

static const char *
tr (Step       *step,
    const char *text)
{
  return koyomi_workspace_tr (step->workspace, text);
}

static gboolean
is_empty (KoyomiTextField *input)
{
  g_autofree char *text = input != NULL ? koyomi_text_field_dup_text (input) : g_strdup ("-");

  return koyomi_text_is_blank (text);
}

/* The owner is told at once that somebody else has to verify. */
static gboolean
is_own_verifier (Step *step)
{
  g_autoptr(KoyomiRecord) finding = koyomi_record_copy (step->finding);

  if (step->name == NULL)
    return FALSE;

  koyomi_record_take_text (finding, KOYOMI_FINDING_VERIFIER, koyomi_text_field_dup_text (step->name));

  return koyomi_finding_is_self_verified (finding);
}

static void
update (Step *step)
{
  gboolean is_own = is_own_verifier (step);

  if (step->name != NULL)
    koyomi_text_field_set_message (step->name, is_own ? koyomi_finding_need_get_sentence (KOYOMI_FINDING_NEED_OTHER_VERIFIER,
                                                                                         koyomi_workspace_get_language (step->workspace)) : NULL);
  koyomi_form_dialog_set_can_accept (step->dialog, !is_own && !is_empty (step->name) && (step->verdict != NULL || !is_empty (step->text)) &&
                                     (step->day == NULL || koyomi_day_entry_get_day (step->day) != KOYOMI_DAY_NONE));
}

static gboolean
day_cb (Step *step)
{
  update (step);

  return TRUE;
}

static Step *
begin (GtkWindow       *parent,
       KoyomiWorkspace *workspace,
       KoyomiRecord    *finding,
       const char      *title,
       const char      *accept)
{
  Step *step = g_new0 (Step, 1);

  step->workspace = g_object_ref (workspace);
  step->finding = g_object_ref (finding);
  step->dialog = koyomi_form_dialog_new (parent, koyomi_workspace_get_language (workspace), tr (step, title), tr (step, accept));

  return step;
}

static void
finish (Step      *step,
        GtkWidget *first,
        GCallback  accepted)
{
  update (step);
  koyomi_form_dialog_set_first_focus (step->dialog, first);
  g_signal_connect_data (step->dialog, "accepted", accepted, step, free_step, 0);
  koyomi_form_dialog_present (step->dialog);
}

static KoyomiDayEntry *
add_day (Step       *step,
         const char *caption,
         guint32     day,
         gboolean    is_optional)
{
  GtkWidget *entry = koyomi_day_entry_new (tr (step, caption), koyomi_workspace_get_language (step->workspace));

  koyomi_form_dialog_accept_on_enter (step->dialog, koyomi_day_entry_get_input (KOYOMI_DAY_ENTRY (entry)));
  koyomi_day_entry_set_optional (KOYOMI_DAY_ENTRY (entry), is_optional);
  koyomi_day_entry_show_day (KOYOMI_DAY_ENTRY (entry), day);
  g_signal_connect_swapped (entry, "commit", G_CALLBACK (day_cb), step);
  koyomi_form_dialog_append (step->dialog, entry);

  return KOYOMI_DAY_ENTRY (entry);
}

static void
add_note (Step       *step,
          const char *text)
{
  GtkWidget *label = gtk_label_new (tr (step, text));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  koyomi_form_dialog_append (step->dialog, label);
}

/* Returns: whether the dialog closes */
static gboolean
end (Step         *step,
     gboolean      is_done,
     const char   *title,
     const GError *error)
{
  if (!is_done)
    koyomi_workspace_fail (step->workspace, title, error);

  return is_done;
}

static gboolean
due_accepted_cb (KoyomiFormDialog *dialog,
                 gpointer          data)
{
  Step *step = data;
  g_autoptr(KoyomiRecord) finding = koyomi_record_copy (step->finding);
  g_autofree char *reason = step->text != NULL ? koyomi_text_field_dup_text (step->text) : NULL;
  g_autoptr(GError) error = NULL;

  if (!koyomi_day_entry_commit (step->due))
    return FALSE;

  koyomi_record_mark_unchanged (finding);
  koyomi_record_set_int (finding, KOYOMI_FINDING_DUE_DAY, koyomi_day_entry_get_day (step->due));

  return end (step, koyomi_finding_save (koyomi_workspace_get_session (step->workspace), finding, reason,
                                         koyomi_workspace_get_language (step->workspace), &error),
              tr (step, N_("The due day was not changed")), error);
}

/* The first due day needs no reason. */
void
koyomi_finding_steps_ask_due (GtkWindow       *parent,
                              KoyomiWorkspace *workspace,
                              KoyomiRecord    *finding)
{
  Step *step = begin (parent, workspace, finding, N_("Due Day"), N_("_Save"));
  gboolean is_first = koyomi_record_is_none (finding, KOYOMI_FINDING_DUE_DAY);

  step->due = add_day (step, N_("_Due"), koyomi_record_get_day (finding, KOYOMI_FINDING_DUE_DAY), !is_first);
  if (!is_first)
    {
      step->text = koyomi_form_inputs_add_text (step->dialog, NULL, tr (step, N_("_Reason")), NULL, G_CALLBACK (update), step);
      add_note (step, N_("What was due before stays on record with the reason."));
    }
  finish (step, koyomi_day_entry_get_input (step->due), G_CALLBACK (due_accepted_cb));
}

static gboolean
done_accepted_cb (KoyomiFormDialog *dialog,
                  gpointer          data)
{
  Step *step = data;
  g_autoptr(GError) error = NULL;

  if (!koyomi_day_entry_commit (step->day))
    return FALSE;

  return end (step, koyomi_finding_move (koyomi_workspace_get_session (step->workspace), koyomi_record_get_id (step->finding),
                                         KOYOMI_FINDING_STATUS_DONE, koyomi_day_entry_get_day (step->day),
                                         koyomi_workspace_get_language (step->workspace), &error),
              tr (step, N_("The finding was not changed")), error);
}

void
koyomi_finding_steps_ask_done (GtkWindow       *parent,
                               KoyomiWorkspace *workspace,
                               KoyomiRecord    *finding)
{
  Step *step = begin (parent, workspace, finding, N_("Action Done"), N_("_Done"));

  step->day = add_day (step, N_("Done _on"), koyomi_day_today (), FALSE);
  finish (step, koyomi_day_entry_get_input (step->day), G_CALLBACK (done_accepted_cb));
}

static gboolean
effect_accepted_cb (KoyomiFormDialog *dialog,
                    gpointer          data)
{
  Step *step = data;
  g_autofree char *verifier = koyomi_text_field_dup_text (step->name);
  g_autofree char *note = koyomi_text_field_dup_text (step->text);
  g_autoptr(GError) error = NULL;

  if (!koyomi_day_entry_commit (step->day))
    return FALSE;

  return end (step, koyomi_finding_verify (koyomi_workspace_get_session (step->workspace), koyomi_record_get_id (step->finding),
                                           g_strstrip (verifier), gtk_drop_down_get_selected (step->verdict) + KOYOMI_VERDICT_YES, note,
                                           koyomi_day_entry_get_day (step->day), koyomi_workspace_get_language (step->workspace), &error),
              tr (step, N_("The effect was not noted")), error);
}

static void
add_verdict (Step *step)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, koyomi_finding_state_get_label (KOYOMI_FINDING_STATE_EFFECTIVE, koyomi_workspace_get_language (step->workspace)));
  gtk_string_list_append (names, koyomi_finding_state_get_label (KOYOMI_FINDING_STATE_INEFFECTIVE, koyomi_workspace_get_language (step->workspace)));
  step->verdict = GTK_DROP_DOWN (koyomi_form_dialog_append_choice (step->dialog, tr (step, N_("_Effect")), names, 0));
}

void
koyomi_finding_steps_ask_effect (GtkWindow       *parent,
                                 KoyomiWorkspace *workspace,
                                 KoyomiRecord    *finding)
{
  Step *step = begin (parent, workspace, finding, N_("Verify Effect"), N_("_Save"));

  step->name = koyomi_form_inputs_add_text (step->dialog, NULL, tr (step, N_("_Verifier")),
                                            koyomi_record_get_text (finding, KOYOMI_FINDING_VERIFIER), G_CALLBACK (update), step);
  add_verdict (step);
  step->day = add_day (step, N_("Verified _on"), koyomi_day_today (), FALSE);
  step->text = koyomi_form_inputs_add_lines (step->dialog, tr (step, N_("_What the check showed")),
                                             koyomi_record_get_text (finding, KOYOMI_FINDING_EFFECT_NOTE));
  finish (step, koyomi_text_field_get_input (step->name), G_CALLBACK (effect_accepted_cb));
}

static gboolean
reopen_accepted_cb (KoyomiFormDialog *dialog,
                    gpointer          data)
{
  Step *step = data;
  g_autoptr(GError) error = NULL;

  if (!koyomi_day_entry_commit (step->day) || !koyomi_day_entry_commit (step->due))
    return FALSE;

  return end (step, koyomi_finding_reopen (koyomi_workspace_get_session (step->workspace), koyomi_record_get_id (step->finding),
                                           koyomi_day_entry_get_day (step->day), koyomi_day_entry_get_day (step->due),
                                           koyomi_workspace_get_language (step->workspace), &error) != 0,
              tr (step, N_("The finding was not opened again")), error);
}

void
koyomi_finding_steps_ask_reopen (GtkWindow       *parent,
                                 KoyomiWorkspace *workspace,
                                 KoyomiRecord    *finding)
{
  Step *step = begin (parent, workspace, finding, N_("Open Finding Again"), N_("_Open Again"));

  add_note (step, N_("This finding is closed, and a new one with a number of its own follows it: what was tried stays on record."));
  step->day = add_day (step, N_("F_ound on"), koyomi_day_today (), FALSE);
  step->due = add_day (step, N_("_Due"), koyomi_day_today () + REOPENED_DAYS, FALSE);
  finish (step, koyomi_day_entry_get_input (step->day), G_CALLBACK (reopen_accepted_cb));
}
