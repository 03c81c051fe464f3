#include "koyomi-attest-dialog.h"

#include "koyomi-activity-edit.h"
#include "koyomi-day.h"
#include "koyomi-form-dialog.h"
#include "koyomi-text-field.h"

typedef struct
{
  KoyomiWorkspace  *workspace;
  gint64            duty;
  guint32           month;
  GtkWidget        *done;       /* not owned, like the others */
  GtkWidget        *planned;
  GtkWidget        *note;
} Form;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_object_unref (form->workspace);
  g_free (form);
}

/* What is done never is more than what was due. */
static void
planned_cb (Form *form)
{
  gtk_spin_button_set_range (GTK_SPIN_BUTTON (form->done), 0, gtk_spin_button_get_value (GTK_SPIN_BUTTON (form->planned)));
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  g_autofree char *note = koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->note));
  g_autoptr(GError) error = NULL;

  gtk_spin_button_update (GTK_SPIN_BUTTON (form->planned));
  gtk_spin_button_update (GTK_SPIN_BUTTON (form->done));
  if (koyomi_duty_attest (koyomi_workspace_get_session (form->workspace), form->duty, form->month,
                          gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (form->planned)),
                          gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (form->done)), note,
                          koyomi_workspace_get_language (form->workspace), &error))
    return TRUE;

  koyomi_workspace_fail (form->workspace, koyomi_workspace_tr (form->workspace, "The month was not recorded"), error);

  return FALSE;
}

static int
count_business_days (KoyomiWorkspace *workspace,
                     guint32          month)
{
  g_autoptr(KoyomiWorkCalendar) calendar = koyomi_session_load_work_calendar (koyomi_workspace_get_session (workspace),
                                                                              koyomi_workspace_get_language (workspace), NULL);
  int n = 0;

  for (guint32 day = month; calendar != NULL && day <= koyomi_day_get_month_last (month); day++)
    if (koyomi_work_calendar_is_business_day (calendar, day))
      n++;

  return n;
}

/* Returns: (transfer full) (nullable): what is recorded already */
static KoyomiRecord *
find_attestation (Form *form)
{
  g_autoptr(GPtrArray) attestations = koyomi_session_list (koyomi_workspace_get_session (form->workspace), KOYOMI_TABLE_ATTESTATION,
                                                           KOYOMI_ATTESTATION_DUTY, form->duty,
                                                           koyomi_workspace_get_language (form->workspace), NULL);

  for (guint i = 0; attestations != NULL && i < attestations->len; i++)
    if (koyomi_record_get_day (g_ptr_array_index (attestations, i), KOYOMI_ATTESTATION_MONTH) == form->month)
      return g_object_ref (g_ptr_array_index (attestations, i));

  return NULL;
}

/* What is recorded; else as many days as the month has business days, and none of them done yet. */
static void
show_values (Form *form)
{
  g_autoptr(KoyomiRecord) attestation = find_attestation (form);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (form->planned),
                             attestation != NULL ? koyomi_record_get_int (attestation, KOYOMI_ATTESTATION_PLANNED_DAYS)
                                                 : count_business_days (form->workspace, form->month));
  planned_cb (form);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (form->done),
                             attestation != NULL ? koyomi_record_get_int (attestation, KOYOMI_ATTESTATION_DONE_DAYS) : 0);
  if (attestation != NULL)
    koyomi_text_field_replace (KOYOMI_TEXT_FIELD (form->note), koyomi_record_get_text (attestation, KOYOMI_ATTESTATION_NOTE));
}

static GtkWidget *
make_count (GtkWidget  **spin,
            const char  *caption)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new_with_mnemonic (caption);

  *spin = gtk_spin_button_new_with_range (0, 31, 1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), *spin);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), *spin);

  return box;
}

static GtkWidget *
make_heading (Form           *form,
              KoyomiLanguage  language)
{
  g_autoptr(KoyomiRecord) duty = koyomi_session_get (koyomi_workspace_get_session (form->workspace), KOYOMI_TABLE_DUTY, form->duty,
                                                     language, NULL);
  g_autofree char *month = NULL;
  g_autofree char *text = NULL;
  int year, month_of_year;
  GtkWidget *label;

  koyomi_day_get (form->month, &year, &month_of_year, NULL);
  /* Translators: a year and a month, such as 2026-08 */
  month = g_strdup_printf (koyomi_tr (language, "%04d-%02d"), year, month_of_year);
  text = g_strdup_printf ("%s\n%s", duty != NULL ? koyomi_record_get_title (duty) : "", month);
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");

  return label;
}

static void
fill (Form             *form,
      KoyomiFormDialog *dialog,
      KoyomiLanguage    language)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
  gtk_box_append (GTK_BOX (line), make_count (&form->done, koyomi_tr (language, "Days on which it was _done")));
  gtk_box_append (GTK_BOX (line), make_count (&form->planned, koyomi_tr (language, "_Of days on which it was due")));
  form->note = koyomi_text_field_new_multi_line (koyomi_tr (language, "_Note"));
  koyomi_form_dialog_append (dialog, make_heading (form, language));
  koyomi_form_dialog_append (dialog, line);
  koyomi_form_dialog_append (dialog, form->note);
  koyomi_form_dialog_set_first_focus (dialog, form->done);
  koyomi_form_dialog_accept_on_enter (dialog, form->done);
  koyomi_form_dialog_accept_on_enter (dialog, form->planned);
  g_signal_connect_swapped (form->planned, "value-changed", G_CALLBACK (planned_cb), form);
}

/* @month_first_day: a day of the month */
void
koyomi_attest_dialog_present (GtkWindow       *parent,
                              KoyomiWorkspace *workspace,
                              gint64           duty,
                              guint32          month_first_day)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  Form *form = g_new0 (Form, 1);
  KoyomiFormDialog *dialog = koyomi_form_dialog_new (parent, language, koyomi_tr (language, "Record a Month"), koyomi_tr (language, "_Record"));

  form->workspace = g_object_ref (workspace);
  form->duty = duty;
  form->month = koyomi_day_get_month_first (month_first_day);
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  fill (form, dialog, language);
  show_values (form);
  koyomi_form_dialog_present (dialog);
}
