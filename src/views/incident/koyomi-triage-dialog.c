#include "koyomi-triage-dialog.h"

#include "koyomi-form-dialog.h"
#include "koyomi-incident-edit.h"
#include "koyomi-incident-sheet.h"
#include "koyomi-plan-choosers.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

/* In the order of the drop-down; the first is none. Source: Traffic Light Protocol 2.0. */
static const char *const labels[] = { "", "RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR", NULL };

typedef struct
{
  KoyomiWorkspace  *workspace;
  gint64            incident;
  GPtrArray        *classes;         /* (element-type utf8): the codes; not the first row, which is none */
  KoyomiFormDialog *dialog;          /* not owned, like what stands in it */
  GtkWidget        *kind;
  GtkWidget        *impacts[KOYOMI_N_IMPACTS];
  GtkWidget        *suggestion;
  GtkWidget        *severity;
  GtkWidget        *reason;
  GtkWidget        *class;
  GtkWidget        *tlp;
  GtkWidget        *team;
  GtkWidget        *lead;
  gboolean          follows;         /* the severity goes by the suggestion */
  gboolean          is_setting;
} Form;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_object_unref (form->workspace);
  g_ptr_array_unref (form->classes);
  g_free (form);
}

static KoyomiLanguage
get_language (Form *form)
{
  return koyomi_workspace_get_language (form->workspace);
}

static guint
get_selected (GtkWidget *drop)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (drop));
}

/* What is chosen; texts live as long as the form, but for @reason and @lead. */
static void
read_form (Form         *form,
           KoyomiTriage *triage,
           char        **reason,
           char        **lead)
{
  guint index = get_selected (form->class);

  triage->kind = get_selected (form->kind);
  for (guint i = 0; i < KOYOMI_N_IMPACTS; i++)
    triage->scores[i] = (int) get_selected (form->impacts[i]) - 1;
  triage->severity = get_selected (form->severity);
  triage->class = index > 0 && index <= form->classes->len ? g_ptr_array_index (form->classes, index - 1) : "";
  triage->tlp = labels[MIN (get_selected (form->tlp), G_N_ELEMENTS (labels) - 2)];
  triage->team_id = koyomi_chooser_get_id (KOYOMI_CHOOSER (form->team));
  triage->reason = *reason = koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->reason));
  triage->lead = *lead = koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->lead));
}

static void
show_suggestion (Form               *form,
                 const KoyomiTriage *triage)
{
  KoyomiLanguage language = get_language (form);
  KoyomiSeverity suggested;
  g_autofree char *text = NULL;

  if (koyomi_severity_suggest (triage->scores, &suggested))
    text = g_strdup_printf (koyomi_tr (language, "Suggested: %s. %s"), koyomi_severity_get_label (suggested, language),
                            koyomi_severity_get_criteria (suggested, language));
  gtk_label_set_label (GTK_LABEL (form->suggestion), text != NULL ? text
                       : koyomi_tr (language, "Judge the four effects to see which severity they suggest."));
}

static void
update (Form *form)
{
  KoyomiTriage triage;
  KoyomiSeverity suggested;
  g_autofree char *reason = NULL;
  g_autofree char *lead = NULL;
  gboolean needs_reason;

  if (form->is_setting)
    return;

  read_form (form, &triage, &reason, &lead);
  if (form->follows && koyomi_severity_suggest (triage.scores, &suggested) && suggested != triage.severity)
    {
      form->is_setting = TRUE;
      gtk_drop_down_set_selected (GTK_DROP_DOWN (form->severity), suggested);
      form->is_setting = FALSE;
      triage.severity = suggested;
    }

  needs_reason = koyomi_triage_needs_reason (&triage);
  show_suggestion (form, &triage);
  gtk_widget_set_visible (form->reason, needs_reason);
  koyomi_form_dialog_set_can_accept (form->dialog, !needs_reason || !koyomi_text_is_blank (reason));
}

/* Whoever chooses another one than is suggested keeps it; whoever goes back to it follows again. */
static void
severity_cb (Form *form)
{
  KoyomiTriage triage;
  g_autofree char *reason = NULL;
  g_autofree char *lead = NULL;

  if (form->is_setting)
    return;

  read_form (form, &triage, &reason, &lead);
  form->follows = !koyomi_triage_needs_reason (&triage);
  update (form);
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  KoyomiTriage triage;
  g_autofree char *reason = NULL;
  g_autofree char *lead = NULL;
  g_autoptr(GError) error = NULL;

  read_form (form, &triage, &reason, &lead);
  if (!koyomi_triage_needs_reason (&triage))
    triage.reason = "";
  if (koyomi_incident_triage (koyomi_workspace_get_session (form->workspace), form->incident, &triage,
                              koyomi_incident_sheet_read_clock (), get_language (form), &error))
    return TRUE;

  koyomi_workspace_fail (form->workspace, koyomi_workspace_tr (form->workspace, "The triage was not saved"), error);

  return FALSE;
}

static void
add_kind (Form               *form,
          const KoyomiTriage *triage)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (int i = 0; i <= KOYOMI_INCIDENT_KIND_DRILL; i++)
    gtk_string_list_append (names, koyomi_incident_kind_get_label (i, get_language (form)));
  form->kind = koyomi_form_dialog_append_choice (form->dialog, koyomi_tr (get_language (form), "_Kind"), names, triage->kind);
}

/* The criteria in words are the names of the scores. */
static void
add_impacts (Form               *form,
             const KoyomiTriage *triage)
{
  static const char *const captions[KOYOMI_N_IMPACTS] = {
    N_("Effect on _business"), N_("Effect on _information"), N_("S_pread"), N_("Legal d_uty")
  };
  KoyomiLanguage language = get_language (form);

  for (guint i = 0; i < KOYOMI_N_IMPACTS; i++)
    {
      GtkStringList *names = gtk_string_list_new (NULL);

      gtk_string_list_append (names, koyomi_tr (language, "Not judged yet"));
      for (int score = 0; score <= KOYOMI_IMPACT_WORST; score++)
        {
          g_autofree char *name = g_strdup_printf ("%d  %s", score, koyomi_impact_get_criterion (i, score, language));

          gtk_string_list_append (names, name);
        }
      form->impacts[i] = koyomi_form_dialog_append_choice (form->dialog, koyomi_tr (language, captions[i]), names, triage->scores[i] + 1);
      g_signal_connect_swapped (form->impacts[i], "notify::selected", G_CALLBACK (update), form);
    }
}

static void
add_severity (Form               *form,
              const KoyomiTriage *triage)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  KoyomiLanguage language = get_language (form);

  form->suggestion = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (form->suggestion), TRUE);
  gtk_label_set_xalign (GTK_LABEL (form->suggestion), 0);
  koyomi_form_dialog_append (form->dialog, form->suggestion);

  for (guint i = 0; i < KOYOMI_N_SEVERITIES; i++)
    gtk_string_list_append (names, koyomi_severity_get_label (i, language));
  form->severity = koyomi_form_dialog_append_choice (form->dialog, koyomi_tr (language, "Se_verity"), names, triage->severity);
  g_signal_connect_swapped (form->severity, "notify::selected", G_CALLBACK (severity_cb), form);

  form->reason = koyomi_text_field_new (koyomi_tr (language, "_Reason for another severity than is suggested"));
  koyomi_text_field_show (KOYOMI_TEXT_FIELD (form->reason), triage->reason);
  g_signal_connect_swapped (koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (form->reason)), "changed", G_CALLBACK (update), form);
  koyomi_form_dialog_append (form->dialog, form->reason);
}

static void
add_class (Form               *form,
           const KoyomiTriage *triage)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  KoyomiLanguage language = get_language (form);
  guint selected = 0;

  gtk_string_list_append (names, koyomi_tr (language, "No class"));
  for (guint i = 0; i < form->classes->len; i++)
    {
      gtk_string_list_append (names, koyomi_incident_class_get_label (g_ptr_array_index (form->classes, i), language));
      if (g_strcmp0 (g_ptr_array_index (form->classes, i), triage->class) == 0)
        selected = i + 1;
    }
  form->class = koyomi_form_dialog_append_choice (form->dialog, koyomi_tr (language, "C_lass"), names, selected);
}

static void
add_label (Form               *form,
           const KoyomiTriage *triage)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; labels[i] != NULL; i++)
    {
      gtk_string_list_append (names, i > 0 ? labels[i] : koyomi_tr (get_language (form), "No label"));
      if (g_strcmp0 (labels[i], triage->tlp) == 0)
        selected = i;
    }
  form->tlp = koyomi_form_dialog_append_choice (form->dialog, koyomi_tr (get_language (form), "_TLP"), names, selected);
}

static void
add_who (Form               *form,
         const KoyomiTriage *triage)
{
  KoyomiLanguage language = get_language (form);
  GtkWidget *input;

  form->team = koyomi_team_chooser_new (form->workspace, koyomi_tr (language, "Te_am"));
  koyomi_chooser_set_none (KOYOMI_CHOOSER (form->team), koyomi_tr (language, "No team"));
  koyomi_team_chooser_show_team (KOYOMI_CHOOSER (form->team), form->workspace, triage->team_id);
  koyomi_form_dialog_append (form->dialog, form->team);

  form->lead = koyomi_text_field_new (koyomi_tr (language, "L_ead"));
  input = koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (form->lead));
  koyomi_text_field_show (KOYOMI_TEXT_FIELD (form->lead), triage->lead);
  koyomi_form_dialog_accept_on_enter (form->dialog, input);
  koyomi_form_dialog_append (form->dialog, form->lead);
}

static KoyomiRecord *
read_incident (KoyomiWorkspace *workspace,
               gint64           incident)
{
  g_autoptr(GError) error = NULL;
  KoyomiRecord *record = koyomi_session_get (koyomi_workspace_get_session (workspace), KOYOMI_TABLE_INCIDENT, incident,
                                             koyomi_workspace_get_language (workspace), &error);

  if (record == NULL)
    koyomi_workspace_fail (workspace, koyomi_workspace_tr (workspace, "The incident could not be read"), error);

  return record;
}

void
koyomi_triage_dialog_present (GtkWindow       *parent,
                              KoyomiWorkspace *workspace,
                              gint64           incident)
{
  g_autoptr(KoyomiRecord) record = read_incident (workspace, incident);
  KoyomiTriage triage = { 0 };
  Form *form;

  if (record == NULL)
    return;

  koyomi_triage_read (&triage, record);
  form = g_new0 (Form, 1);
  form->workspace = g_object_ref (workspace);
  form->incident = incident;
  form->classes = koyomi_incident_class_list ();
  form->dialog = koyomi_form_dialog_new (parent, get_language (form), koyomi_tr (get_language (form), "Triage"),
                                         koyomi_tr (get_language (form), "_Save"));
  form->follows = !koyomi_triage_needs_reason (&triage);
  form->is_setting = TRUE;
  add_kind (form, &triage);
  add_impacts (form, &triage);
  add_severity (form, &triage);
  add_class (form, &triage);
  add_label (form, &triage);
  add_who (form, &triage);
  form->is_setting = FALSE;
  update (form);

  koyomi_form_dialog_make_tall (form->dialog);
  koyomi_form_dialog_set_first_focus (form->dialog, form->impacts[0]);
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (form->dialog);
}
