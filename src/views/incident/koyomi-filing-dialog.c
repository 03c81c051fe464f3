#include "koyomi-filing-dialog.h"

#include "koyomi-clock-words.h"
#include "koyomi-day.h"
#include "koyomi-form-dialog.h"
#include "koyomi-incident-clocks.h"
#include "koyomi-incident-face.h"
#include "koyomi-moment-line.h"
#include "koyomi-report-edit.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

/* With room for why it was late, which is asked only then. */
#define HEIGHT 520

typedef struct
{
  KoyomiWorkspace  *workspace;
  gint64            incident;
  gint64            clock;
  gint64            due_at;        /* 0 for none */
  KoyomiFormDialog *dialog;        /* not owned, like what stands in it */
  KoyomiMomentLine *moment;
  KoyomiTextField  *receipt;
  KoyomiTextField  *filed_by;
  GtkWidget        *late;          /* says how late it was */
  KoyomiTextField  *late_reason;
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
is_late (Form *form)
{
  return form->due_at != 0 && koyomi_moment_line_read (form->moment) > form->due_at;
}

static void
show_lateness (Form *form)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  g_autofree char *span = koyomi_incident_format_span (koyomi_moment_line_read (form->moment) - form->due_at, language);
  /* Translators: %s is a length of time, such as 1 d 6 h */
  g_autofree char *text = g_strdup_printf (koyomi_tr (language, "▲ This is %s after the limit. Say why: the reason is kept."), span);

  gtk_label_set_label (GTK_LABEL (form->late), is_late (form) ? text : "");
  gtk_widget_set_visible (form->late, is_late (form));
  gtk_widget_set_visible (GTK_WIDGET (form->late_reason), is_late (form));
}

static void
update (Form *form)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  g_autofree char *reason = koyomi_text_field_dup_text (form->late_reason);
  gint64 filed_at = koyomi_moment_line_read (form->moment);
  gboolean is_future = filed_at > koyomi_time_now ();

  show_lateness (form);
  koyomi_moment_line_set_message (form->moment, is_future ? koyomi_tr (language, "This is yet to come. Record the report once it is sent.")
                                                          : NULL);
  koyomi_form_dialog_set_can_accept (form->dialog, filed_at != 0 && !is_future && (!is_late (form) || !koyomi_text_is_blank (reason)));
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  g_autofree char *receipt = koyomi_text_field_dup_text (form->receipt);
  g_autofree char *filed_by = koyomi_text_field_dup_text (form->filed_by);
  g_autofree char *late_reason = koyomi_text_field_dup_text (form->late_reason);
  KoyomiSubmission submission = { 0, receipt, filed_by, late_reason };
  g_autoptr(GError) error = NULL;

  if (!koyomi_moment_line_check (form->moment))
    return FALSE;

  submission.filed_at = koyomi_moment_line_read (form->moment);
  if (koyomi_session_file_report (koyomi_workspace_get_session (form->workspace), form->incident, form->clock, &submission,
                                  koyomi_time_now (), language, &error))
    return TRUE;

  koyomi_workspace_fail (form->workspace, koyomi_tr (language, "The report was not recorded"), error);

  return FALSE;
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);

  return label;
}

static void
add_heading (Form                      *form,
             KoyomiRecord              *incident,
             const KoyomiIncidentClock *clock)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  g_autofree char *title = koyomi_incident_clock_dup_title (clock, language);
  g_autofree char *about = g_strdup_printf ("%s %s", koyomi_record_get_text (incident, KOYOMI_INCIDENT_NUMBER),
                                            koyomi_record_get_title (incident));
  g_autofree char *due = clock->due_at != 0 ? koyomi_time_format_local (clock->due_at) : NULL;
  /* Translators: %s is a time such as 2026-11-25 23:59 */
  g_autofree char *limit = due != NULL ? g_strdup_printf (koyomi_tr (language, "Until %s"), due) : g_strdup ("");
  g_autofree char *text = g_strdup_printf ("%s\n%s%s%s", about, koyomi_record_get_text (clock->clock, KOYOMI_CLOCK_RECIPIENT),
                                           *limit != '\0' ? " · " : "", limit);

  koyomi_form_dialog_append (form->dialog, make_label (title, "heading"));
  koyomi_form_dialog_append (form->dialog, make_label (text, "dim-label"));
}

static KoyomiTextField *
add_text (Form       *form,
          const char *caption,
          const char *text)
{
  KoyomiTextField *field = KOYOMI_TEXT_FIELD (koyomi_text_field_new (caption));

  koyomi_text_field_replace (field, text);
  koyomi_form_dialog_append (form->dialog, GTK_WIDGET (field));
  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_text_field_get_input (field));
  g_signal_connect_swapped (koyomi_text_field_get_input (field), "changed", G_CALLBACK (update), form);

  return field;
}

static void
add_moment (Form       *form,
            const char *day_caption,
            const char *time_caption,
            gint64      moment)
{
  form->moment = KOYOMI_MOMENT_LINE (koyomi_moment_line_new (day_caption, time_caption, koyomi_workspace_get_language (form->workspace)));
  koyomi_moment_line_set (form->moment, moment);
  koyomi_form_dialog_append (form->dialog, GTK_WIDGET (form->moment));
  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_moment_line_get_day (form->moment));
  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_moment_line_get_time (form->moment));
  koyomi_form_dialog_set_first_focus (form->dialog, koyomi_moment_line_get_day (form->moment));
}

/* What was recorded before is corrected; else it was sent just now, by whoever sits there. */
static void
fill (Form                      *form,
      const KoyomiIncidentClock *clock)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  gboolean filed = clock->state == KOYOMI_CLOCK_STATE_FILED;

  add_moment (form, koyomi_tr (language, "_Sent on"), koyomi_tr (language, "_Time"),
              filed ? koyomi_record_get_int (clock->report, KOYOMI_INCIDENT_REPORT_FILED_AT) : koyomi_time_now ());
  form->late = make_label ("", "error");
  koyomi_form_dialog_append (form->dialog, form->late);
  form->late_reason = KOYOMI_TEXT_FIELD (koyomi_text_field_new (koyomi_tr (language, "_Why it was late")));
  koyomi_text_field_replace (form->late_reason, filed ? koyomi_record_get_text (clock->report, KOYOMI_INCIDENT_REPORT_LATE_REASON) : "");
  koyomi_form_dialog_append (form->dialog, GTK_WIDGET (form->late_reason));
  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_text_field_get_input (form->late_reason));
  form->receipt = add_text (form, koyomi_tr (language, "Receipt n_umber"),
                            filed ? koyomi_record_get_text (clock->report, KOYOMI_INCIDENT_REPORT_RECEIPT) : "");
  form->filed_by = add_text (form, koyomi_tr (language, "Sent _by"),
                             filed ? koyomi_record_get_text (clock->report, KOYOMI_INCIDENT_REPORT_FILED_BY) : g_get_real_name ());
  g_signal_connect_swapped (form->moment, "changed", G_CALLBACK (update), form);
  g_signal_connect_swapped (koyomi_text_field_get_input (form->late_reason), "changed", G_CALLBACK (update), form);
}

/* Returns: (transfer full) (nullable): what is reckoned; %NULL after it was told why that cannot be read */
static KoyomiIncidentClocks *
load (KoyomiWorkspace      *workspace,
      gint64                incident,
      gint64                clock,
      KoyomiIncidentClock **found)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiIncidentClocks) clocks = koyomi_session_load_incident_clocks (koyomi_workspace_get_session (workspace), incident,
                                                                                koyomi_time_now (),
                                                                                koyomi_workspace_get_language (workspace), &error);

  if (clocks == NULL)
    koyomi_workspace_fail (workspace, koyomi_workspace_tr (workspace, "The incident could not be read"), error);
  if (clocks == NULL || (*found = koyomi_incident_clocks_find (clocks, clock)) == NULL)
    return NULL;

  return g_steal_pointer (&clocks);
}

static Form *
start_form (GtkWindow                 *parent,
            KoyomiWorkspace           *workspace,
            KoyomiIncidentClocks      *clocks,
            const KoyomiIncidentClock *clock,
            const char                *title,
            const char                *accept_label)
{
  Form *form = g_new0 (Form, 1);

  form->workspace = g_object_ref (workspace);
  form->incident = koyomi_record_get_id (clocks->incident);
  form->clock = koyomi_record_get_id (clock->clock);
  form->due_at = clock->due_at;
  form->dialog = koyomi_form_dialog_new (parent, koyomi_workspace_get_language (workspace), title, accept_label);
  add_heading (form, clocks->incident, clock);

  return form;
}

void
koyomi_filing_dialog_present (GtkWindow       *parent,
                              KoyomiWorkspace *workspace,
                              gint64           incident,
                              gint64           clock)
{
  KoyomiIncidentClock *found = NULL;
  g_autoptr(KoyomiIncidentClocks) clocks = load (workspace, incident, clock, &found);
  Form *form;

  if (clocks == NULL)
    return;

  form = start_form (parent, workspace, clocks, found, koyomi_workspace_tr (workspace, "Record Report Sent"),
                     koyomi_workspace_tr (workspace, "_Record"));
  g_object_set (form->dialog, "default-height", HEIGHT, NULL);
  fill (form, found);
  update (form);
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (form->dialog);
}

static void
update_due (Form *form)
{
  koyomi_form_dialog_set_can_accept (form->dialog, koyomi_moment_line_read (form->moment) != 0);
}

static gboolean
due_accepted_cb (KoyomiFormDialog *dialog,
                 gpointer          data)
{
  Form *form = data;
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  g_autoptr(GError) error = NULL;

  if (!koyomi_moment_line_check (form->moment))
    return FALSE;

  if (koyomi_session_set_report_due (koyomi_workspace_get_session (form->workspace), form->incident, form->clock,
                                     koyomi_moment_line_read (form->moment), language, &error))
    return TRUE;

  koyomi_workspace_fail (form->workspace, koyomi_tr (language, "The time was not set"), error);

  return FALSE;
}

/* A day from now is proposed: sooner is for whoever sets it. */
void
koyomi_report_due_dialog_present (GtkWindow       *parent,
                                  KoyomiWorkspace *workspace,
                                  gint64           incident,
                                  gint64           clock)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  KoyomiIncidentClock *found = NULL;
  g_autoptr(KoyomiIncidentClocks) clocks = load (workspace, incident, clock, &found);
  const char *lack;
  Form *form;

  if (clocks == NULL)
    return;

  form = start_form (parent, workspace, clocks, found, koyomi_tr (language, "Set When to Report"), koyomi_tr (language, "_Set"));
  if ((lack = koyomi_incident_clock_explain_lack (found, language)) != NULL)
    koyomi_form_dialog_append (form->dialog, make_label (lack, "caption"));
  add_moment (form, koyomi_tr (language, "Report _until"), koyomi_tr (language, "_Time"),
              found->due_at != 0 ? found->due_at : koyomi_time_now () + 24 * G_GINT64_CONSTANT (3600000));
  update_due (form);
  g_signal_connect_swapped (form->moment, "changed", G_CALLBACK (update_due), form);
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (due_accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (form->dialog);
}
