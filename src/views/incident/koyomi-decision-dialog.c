#include "koyomi-decision-dialog.h"

#include "koyomi-clock-law.h"
#include "koyomi-day.h"
#include "koyomi-form-dialog.h"
#include "koyomi-guide-questions.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"
#include "koyomi-verdict-list.h"

typedef struct
{
  KoyomiWorkspace      *workspace;
  gint64                incident;
  KoyomiIncidentClocks *clocks;
  GPtrArray            *laws;        /* (element-type KoyomiIncidentClock): the first of each, borrowed from the clocks */
  GtkWidget            *law;         /* not owned, like what stands in the dialog */
  KoyomiFormDialog     *dialog;
  KoyomiGuideQuestions *questions;
  KoyomiVerdictList    *verdicts;
  KoyomiTextField      *reason;
  KoyomiTextField      *decided_by;
  char                 *proposed;    /* the reason that was last proposed */
} Form;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_object_unref (form->workspace);
  koyomi_incident_clocks_free (form->clocks);
  g_ptr_array_unref (form->laws);
  g_free (form->proposed);
  g_free (form);
}

static KoyomiLanguage
get_language (Form *form)
{
  return koyomi_workspace_get_language (form->workspace);
}

static KoyomiIncidentClock *
get_clock (Form *form)
{
  return g_ptr_array_index (form->laws, gtk_drop_down_get_selected (GTK_DROP_DOWN (form->law)));
}

static gboolean
needs_reason (GArray *verdicts)
{
  for (guint i = 0; i < verdicts->len; i++)
    if (g_array_index (verdicts, KoyomiClockVerdict, i).judgement == KOYOMI_JUDGEMENT_NOT_APPLICABLE)
      return TRUE;

  return FALSE;
}

static void
update (Form *form)
{
  g_autoptr(GArray) verdicts = koyomi_verdict_list_dup_verdicts (form->verdicts);
  g_autofree char *reason = koyomi_text_field_dup_text (form->reason);
  g_autofree char *decided_by = koyomi_text_field_dup_text (form->decided_by);

  koyomi_form_dialog_set_can_accept (form->dialog, verdicts->len > 0 && !koyomi_text_is_blank (decided_by) &&
                                                   (!needs_reason (verdicts) || !koyomi_text_is_blank (reason)));
}

/* The reason follows the answers until a person writes one. */
static void
propose_reason (Form *form)
{
  g_autofree char *written = koyomi_text_field_dup_text (form->reason);

  if (!koyomi_text_is_blank (written) && g_strcmp0 (written, form->proposed) != 0)
    return;

  g_free (form->proposed);
  form->proposed = koyomi_report_answers_dup_reason (koyomi_guide_questions_get_answers (form->questions), get_language (form));
  koyomi_text_field_replace (form->reason, form->proposed);
}

static GArray *
propose (Form *form)
{
  g_autoptr(GError) error = NULL;
  GArray *proposed = koyomi_session_propose_decision (koyomi_workspace_get_session (form->workspace),
                                                      koyomi_record_get_id (get_clock (form)->clock),
                                                      koyomi_guide_questions_get_answers (form->questions), &error);

  if (proposed == NULL)
    koyomi_workspace_fail (form->workspace, koyomi_tr (get_language (form), "The plan could not be read"), error);

  return proposed;
}

static void
answered_cb (Form *form)
{
  g_autoptr(GArray) proposed = propose (form);

  if (proposed != NULL)
    koyomi_verdict_list_propose (form->verdicts, proposed);
  propose_reason (form);
  update (form);
}

/* What was answered before, else what the incident tells. */
static KoyomiReportAnswers
find_answers (Form *form)
{
  KoyomiIncidentClock *clock = get_clock (form);
  KoyomiReportGuide guide = koyomi_report_guide_of (clock->clock);
  const char *kept = clock->report != NULL ? koyomi_record_get_text (clock->report, KOYOMI_INCIDENT_REPORT_ANSWERS) : "";

  return *kept != '\0' ? koyomi_report_answers_parse (guide, kept) : koyomi_report_answers_start (guide, form->clocks->incident);
}

static void
show_law (Form *form)
{
  KoyomiIncidentClock *clock = get_clock (form);
  KoyomiReportAnswers answers = find_answers (form);
  g_autoptr(GArray) proposed = NULL;

  koyomi_guide_questions_show (form->questions, &answers);
  proposed = propose (form);
  if (proposed != NULL)
    koyomi_verdict_list_show (form->verdicts, form->clocks, proposed);

  g_clear_pointer (&form->proposed, g_free);
  koyomi_text_field_replace (form->reason, clock->report != NULL ? koyomi_record_get_text (clock->report, KOYOMI_INCIDENT_REPORT_REASON) : "");
  propose_reason (form);
  update (form);
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  g_autoptr(GArray) verdicts = koyomi_verdict_list_dup_verdicts (form->verdicts);
  g_autofree char *reason = koyomi_text_field_dup_text (form->reason);
  g_autofree char *decided_by = koyomi_text_field_dup_text (form->decided_by);
  KoyomiReportDecision decision = { verdicts, koyomi_guide_questions_get_answers (form->questions), reason, decided_by,
                                    koyomi_time_now () };
  g_autoptr(GError) error = NULL;

  if (koyomi_session_decide_report (koyomi_workspace_get_session (form->workspace), form->incident, &decision, get_language (form), &error))
    return TRUE;

  koyomi_workspace_fail (form->workspace, koyomi_tr (get_language (form), "The decision was not kept"), error);

  return FALSE;
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);

  return label;
}

/* What was decided on the law as a whole: reports that must be made outweigh those that need not. */
static const char *
describe_law (Form       *form,
              const char *law)
{
  gboolean is_due = FALSE;
  gboolean is_judged = FALSE;

  for (guint i = 0; i < form->clocks->clocks->len; i++)
    {
      KoyomiIncidentClock *clock = g_ptr_array_index (form->clocks->clocks, i);
      g_autofree char *name = koyomi_clock_law_dup_name (clock->clock, get_language (form));

      if (!g_str_equal (name, law))
        continue;

      is_judged |= clock->state != KOYOMI_CLOCK_STATE_NOT_JUDGED;
      is_due |= clock->state != KOYOMI_CLOCK_STATE_NOT_JUDGED && clock->state != KOYOMI_CLOCK_STATE_NOT_APPLICABLE;
    }

  return koyomi_tr (get_language (form), is_due ? N_("Must be reported") : is_judged ? N_("Need not be reported") : N_("Not decided yet"));
}

/* Each law once, at its first duty. Returns: the place of the one that holds @clock, else of the first on which nothing is decided */
static guint
list_laws (Form          *form,
           gint64         clock,
           GtkStringList *names)
{
  g_autoptr(GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *undecided = koyomi_tr (get_language (form), "Not decided yet");
  int chosen = -1;

  for (guint i = 0; i < form->clocks->clocks->len; i++)
    {
      KoyomiIncidentClock *one = g_ptr_array_index (form->clocks->clocks, i);
      g_autofree char *name = koyomi_clock_law_dup_name (one->clock, get_language (form));
      const char *state = describe_law (form, name);
      g_autofree char *text = g_strdup_printf ("%s – %s", name, state);

      if (!g_hash_table_contains (places, name))
        {
          g_hash_table_insert (places, g_strdup (name), GUINT_TO_POINTER (form->laws->len));
          if (chosen < 0 && clock == 0 && g_str_equal (state, undecided))
            chosen = form->laws->len;
          g_ptr_array_add (form->laws, one);
          gtk_string_list_append (names, text);
        }
      if (koyomi_record_get_id (one->clock) == clock)
        chosen = GPOINTER_TO_INT (g_hash_table_lookup (places, name));
    }

  return MAX (chosen, 0);
}

static void
add_law (Form   *form,
         gint64  clock)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *caption = make_label (koyomi_tr (get_language (form), "_Law or rule"), "caption");
  guint chosen = list_laws (form, clock, names);

  form->law = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (form->law), chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->law), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  koyomi_tr (get_language (form), "Law or rule"), -1);
  gtk_label_set_mnemonic_widget (GTK_LABEL (caption), form->law);
  koyomi_form_dialog_append (form->dialog, caption);
  koyomi_form_dialog_append (form->dialog, form->law);
  koyomi_form_dialog_set_first_focus (form->dialog, form->law);
}

static void
fill (Form   *form,
      gint64  clock)
{
  KoyomiLanguage language = get_language (form);
  g_autofree char *title = g_strdup_printf ("%s %s", koyomi_record_get_text (form->clocks->incident, KOYOMI_INCIDENT_NUMBER),
                                            koyomi_record_get_title (form->clocks->incident));
  GtkWidget *heading = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  koyomi_form_dialog_append (form->dialog, heading);
  add_law (form, clock);
  form->questions = KOYOMI_GUIDE_QUESTIONS (koyomi_guide_questions_new (language));
  koyomi_form_dialog_append (form->dialog, GTK_WIDGET (form->questions));
  koyomi_form_dialog_append (form->dialog, make_label (koyomi_tr (language, "What you decide"), "heading"));
  form->verdicts = KOYOMI_VERDICT_LIST (koyomi_verdict_list_new (language));
  koyomi_form_dialog_append (form->dialog, GTK_WIDGET (form->verdicts));
  form->reason = KOYOMI_TEXT_FIELD (koyomi_text_field_new_multi_line (koyomi_tr (language, "_Reason")));
  koyomi_form_dialog_append (form->dialog, GTK_WIDGET (form->reason));
  form->decided_by = KOYOMI_TEXT_FIELD (koyomi_text_field_new (koyomi_tr (language, "Decided _by")));
  koyomi_text_field_replace (form->decided_by, g_get_real_name ());
  koyomi_form_dialog_append (form->dialog, GTK_WIDGET (form->decided_by));
  koyomi_form_dialog_set_footer (form->dialog, make_label (koyomi_clock_table_get_disclaimer (language), "caption"));
}

static void
connect (Form *form)
{
  GtkWidget *reason = koyomi_text_field_get_input (form->reason);

  g_signal_connect_swapped (form->law, "notify::selected", G_CALLBACK (show_law), form);
  g_signal_connect_swapped (form->questions, "answered", G_CALLBACK (answered_cb), form);
  g_signal_connect_swapped (form->verdicts, "chosen", G_CALLBACK (update), form);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (reason)), "changed", G_CALLBACK (update), form);
  g_signal_connect_swapped (koyomi_text_field_get_input (form->decided_by), "changed", G_CALLBACK (update), form);
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
}

/* @clock: one of the law to begin with; 0 for the first on which nobody has decided */
void
koyomi_decision_dialog_present (GtkWindow       *parent,
                                KoyomiWorkspace *workspace,
                                gint64           incident,
                                gint64           clock)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  g_autoptr(GError) error = NULL;
  KoyomiIncidentClocks *clocks = koyomi_session_load_incident_clocks (koyomi_workspace_get_session (workspace), incident,
                                                                      koyomi_time_now (), language, &error);
  Form *form;

  if (clocks == NULL)
    {
      koyomi_workspace_fail (workspace, koyomi_tr (language, "The incident could not be read"), error);
      return;
    }
  if (clocks->clocks->len == 0)
    {
      koyomi_incident_clocks_free (clocks);
      koyomi_workspace_tell (workspace, koyomi_tr (language, "The table of reporting duties is empty: add one there first"));
      return;
    }

  form = g_new0 (Form, 1);
  form->workspace = g_object_ref (workspace);
  form->incident = incident;
  form->clocks = clocks;
  form->laws = g_ptr_array_new ();
  form->dialog = koyomi_form_dialog_new (parent, language, koyomi_tr (language, "Does It Need Reporting?"), koyomi_tr (language, "_Decide"));
  fill (form, clock);
  connect (form);
  show_law (form);
  koyomi_form_dialog_make_tall (form->dialog);
  koyomi_form_dialog_present (form->dialog);
}
