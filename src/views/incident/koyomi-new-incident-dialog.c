#include "koyomi-new-incident-dialog.h"

#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-form-dialog.h"
#include "koyomi-incident-edit.h"
#include "koyomi-plan-choosers.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

#include <stdio.h>

typedef struct
{
  KoyomiIncidentSheet *sheet;
  GPtrArray           *templates;   /* (element-type KoyomiRecord) */
  KoyomiFormDialog    *dialog;      /* not owned, like what stands in it */
  GtkWidget           *title;
  GtkWidget           *kind;
  GtkWidget           *template;    /* NULL where the plan has none */
  GtkWidget           *day;
  GtkWidget           *time;
  GtkWidget           *detected_by;
  GtkWidget           *team;
} Form;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_object_unref (form->sheet);
  g_ptr_array_unref (form->templates);
  g_free (form);
}

/* Returns: FALSE where what is typed is no time of a day */
static gboolean
read_time (Form *form,
           int  *hour,
           int  *minute)
{
  g_autofree char *text = koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->time));
  char rest;

  return sscanf (text, "%2d:%2d%c", hour, minute, &rest) == 2 && *hour >= 0 && *hour <= 23 && *minute >= 0 && *minute <= 59;
}

/* Returns: 0 where there is none, or it has not come yet */
static gint64
read_moment (Form *form)
{
  guint32 day = koyomi_day_entry_get_day (KOYOMI_DAY_ENTRY (form->day));
  g_autoptr(GDateTime) moment = NULL;
  int year, month, day_of_month, hour, minute;
  gint64 at;

  if (day == KOYOMI_DAY_NONE || !read_time (form, &hour, &minute))
    return 0;

  koyomi_day_get (day, &year, &month, &day_of_month);
  moment = g_date_time_new_local (year, month, day_of_month, hour, minute, 0);
  at = moment != NULL ? g_date_time_to_unix (moment) * 1000 : 0;

  return at <= koyomi_incident_sheet_read_clock () ? at : 0;
}

static void
update (Form *form)
{
  g_autofree char *title = koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->title));
  int hour, minute;
  gint64 at = read_moment (form);
  const char *message = NULL;

  if (!read_time (form, &hour, &minute))
    message = koyomi_tr (koyomi_incident_sheet_get_language (form->sheet), "Write the time as 09:30");
  else if (at == 0)
    message = koyomi_tr (koyomi_incident_sheet_get_language (form->sheet), "This time has not come yet");
  koyomi_text_field_set_message (KOYOMI_TEXT_FIELD (form->time), message);
  koyomi_form_dialog_set_can_accept (form->dialog, !koyomi_text_is_blank (title) && at != 0);
}

static gboolean
day_cb (Form  *form,
        guint  day)
{
  update (form);

  return TRUE;
}

static KoyomiRecord *
get_template (Form *form)
{
  guint index = form->template != NULL ? gtk_drop_down_get_selected (GTK_DROP_DOWN (form->template)) : 0;

  return index > 0 && index <= form->templates->len ? g_ptr_array_index (form->templates, index - 1) : NULL;
}

/* The template says what kind of incident it is usually for. */
static void
template_cb (Form *form)
{
  KoyomiRecord *template = get_template (form);

  if (template != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (form->kind), koyomi_record_get_int (template, KOYOMI_INCIDENT_TEMPLATE_KIND));
}

static KoyomiRecord *
make_incident (Form *form)
{
  KoyomiRecord *incident = koyomi_record_new (KOYOMI_TABLE_INCIDENT);
  KoyomiRecord *template = get_template (form);

  koyomi_record_set_language (incident, koyomi_incident_sheet_get_language (form->sheet));
  koyomi_record_take_text (incident, KOYOMI_INCIDENT_TITLE, koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->title)));
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_KIND, gtk_drop_down_get_selected (GTK_DROP_DOWN (form->kind)));
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_DETECTED_AT, read_moment (form));
  koyomi_record_take_text (incident, KOYOMI_INCIDENT_DETECTED_BY, koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->detected_by)));
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_TEAM, koyomi_chooser_get_id (KOYOMI_CHOOSER (form->team)));
  if (template != NULL)
    {
      koyomi_record_set_text (incident, KOYOMI_INCIDENT_TEMPLATE, koyomi_record_get_text (template, KOYOMI_INCIDENT_TEMPLATE_CODE));
      koyomi_record_set_text (incident, KOYOMI_INCIDENT_CLASS, koyomi_record_get_text (template, KOYOMI_INCIDENT_TEMPLATE_CLASS));
    }

  return incident;
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  KoyomiWorkspace *workspace = koyomi_incident_sheet_get_workspace (form->sheet);
  g_autoptr(KoyomiRecord) incident = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  if (!koyomi_day_entry_commit (KOYOMI_DAY_ENTRY (form->day)) || read_moment (form) == 0)
    {
      update (form);
      return FALSE;
    }

  incident = make_incident (form);
  id = koyomi_incident_open (koyomi_workspace_get_session (workspace), incident, koyomi_incident_sheet_read_clock (),
                             koyomi_workspace_get_language (workspace), &error);
  if (id == 0)
    {
      koyomi_workspace_fail (workspace, koyomi_workspace_tr (workspace, "The incident was not opened"), error);
      return FALSE;
    }

  koyomi_incident_sheet_reveal (form->sheet, id);

  return TRUE;
}

static GtkWidget *
add_field (Form       *form,
           const char *caption)
{
  GtkWidget *field = koyomi_text_field_new (caption);

  g_signal_connect_swapped (koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (field)), "changed", G_CALLBACK (update), form);
  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (field)));

  return field;
}

/* Returns: the drop-down, in a box with its caption that is added to the dialog */
static GtkWidget *
add_choice (Form       *form,
            const char *caption,
            GListModel *names)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new_with_mnemonic (caption);
  GtkWidget *drop = gtk_drop_down_new (names, NULL);
  const char *name;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), drop);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  name = gtk_label_get_text (GTK_LABEL (label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), drop);
  koyomi_form_dialog_append (form->dialog, box);

  return drop;
}

static void
add_kinds (Form           *form,
           KoyomiLanguage  language)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (int i = 0; i <= KOYOMI_INCIDENT_KIND_DRILL; i++)
    gtk_string_list_append (names, koyomi_incident_kind_get_label (i, language));
  form->kind = add_choice (form, koyomi_tr (language, "_Kind"), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (form->kind), KOYOMI_INCIDENT_KIND_INCIDENT);
}

static void
add_templates (Form           *form,
               KoyomiLanguage  language)
{
  GtkStringList *names;

  if (form->templates->len == 0)
    return;

  names = gtk_string_list_new (NULL);
  gtk_string_list_append (names, koyomi_tr (language, "No template"));
  for (guint i = 0; i < form->templates->len; i++)
    gtk_string_list_append (names, koyomi_record_get_title (g_ptr_array_index (form->templates, i)));
  form->template = add_choice (form, koyomi_tr (language, "_Check-list"), G_LIST_MODEL (names));
  g_signal_connect_swapped (form->template, "notify::selected", G_CALLBACK (template_cb), form);
}

static void
add_moment (Form           *form,
            KoyomiLanguage  language)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *clock = g_date_time_format (now, "%H:%M");

  form->day = koyomi_day_entry_new (koyomi_tr (language, "_Detected on"), language);
  form->time = add_field (form, koyomi_tr (language, "_At"));
  koyomi_day_entry_show_day (KOYOMI_DAY_ENTRY (form->day), koyomi_day_today ());
  koyomi_text_field_show (KOYOMI_TEXT_FIELD (form->time), clock);
  gtk_widget_set_hexpand (form->day, TRUE);
  gtk_widget_set_hexpand (form->time, TRUE);
  g_signal_connect_swapped (form->day, "commit", G_CALLBACK (day_cb), form);
  gtk_box_append (GTK_BOX (line), form->day);
  gtk_box_append (GTK_BOX (line), form->time);
  koyomi_form_dialog_append (form->dialog, line);
}

static void
add_fields (Form           *form,
            KoyomiLanguage  language)
{
  form->title = add_field (form, koyomi_tr (language, "_Title"));
  koyomi_form_dialog_append (form->dialog, form->title);
  add_kinds (form, language);
  add_templates (form, language);
  add_moment (form, language);
  form->detected_by = add_field (form, koyomi_tr (language, "Reported _by"));
  koyomi_form_dialog_append (form->dialog, form->detected_by);
  form->team = koyomi_team_chooser_new (koyomi_incident_sheet_get_workspace (form->sheet), koyomi_tr (language, "Te_am"));
  koyomi_chooser_set_none (KOYOMI_CHOOSER (form->team), koyomi_tr (language, "No team"));
  koyomi_chooser_show_choice (KOYOMI_CHOOSER (form->team), 0, NULL);
  koyomi_form_dialog_append (form->dialog, form->team);
}

void
koyomi_new_incident_dialog_present (GtkWindow           *parent,
                                    KoyomiIncidentSheet *sheet)
{
  KoyomiLanguage language = koyomi_incident_sheet_get_language (sheet);
  KoyomiSession *session = koyomi_workspace_get_session (koyomi_incident_sheet_get_workspace (sheet));
  GPtrArray *templates = koyomi_session_list (session, KOYOMI_TABLE_INCIDENT_TEMPLATE, 0, 0, language, NULL);
  Form *form = g_new0 (Form, 1);

  form->sheet = g_object_ref (sheet);
  form->templates = templates != NULL ? templates : g_ptr_array_new ();
  form->dialog = koyomi_form_dialog_new (parent, language, koyomi_tr (language, "New Incident"), koyomi_tr (language, "_Open Incident"));
  add_fields (form, language);
  update (form);
  koyomi_form_dialog_set_first_focus (form->dialog, koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (form->title)));
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (form->dialog);
}
