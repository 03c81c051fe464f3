#include "koyomi-new-incident-dialog.h"

#include "koyomi-form-dialog.h"
#include "koyomi-incident-edit.h"
#include "koyomi-moment-line.h"
#include "koyomi-plan-choosers.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

typedef struct
{
  KoyomiIncidentSheet *sheet;
  GPtrArray           *templates;   /* (element-type KoyomiRecord) */
  KoyomiFormDialog    *dialog;      /* not owned, like what stands in it */
  GtkWidget           *title;
  GtkWidget           *kind;
  GtkWidget           *template;    /* NULL where the plan has none */
  GtkWidget           *detected;
  GtkWidget           *awareness;   /* what is asked of an incident only */
  GtkWidget           *aware;
  GtkWidget           *detected_by;
  GtkWidget           *team;
  gboolean             follows;     /* who detected it was aware of it as well */
  gboolean             is_following;
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

static guint
get_kind (Form *form)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (form->kind));
}

/* Returns: FALSE while what is typed is no moment */
static gboolean
read_times (Form                *form,
            KoyomiIncidentTimes *times)
{
  gint64 detected = koyomi_moment_line_read (KOYOMI_MOMENT_LINE (form->detected));
  gint64 aware = koyomi_moment_line_read (KOYOMI_MOMENT_LINE (form->aware));
  gboolean asks = get_kind (form) == KOYOMI_INCIDENT_KIND_INCIDENT;

  koyomi_incident_times_init (times);
  koyomi_incident_times_set (times, KOYOMI_INCIDENT_TIME_DETECTED, detected, KOYOMI_CERTAINTY_EXACT);
  if (asks)
    koyomi_incident_times_set (times, KOYOMI_INCIDENT_TIME_AWARE, aware, KOYOMI_CERTAINTY_EXACT);

  return detected != 0 && (!asks || aware != 0 || koyomi_moment_line_is_empty (KOYOMI_MOMENT_LINE (form->aware)));
}

/* Says which of the two times cannot be, below it. */
static gboolean
check_times (Form                *form,
             KoyomiIncidentTimes *times)
{
  gboolean is_read = read_times (form, times);
  KoyomiTimesFault fault;
  gboolean is_wrong = is_read && koyomi_incident_times_find_fault (times, koyomi_incident_sheet_read_clock (), &fault);
  g_autofree char *message = is_wrong ? koyomi_times_fault_describe (&fault, koyomi_incident_sheet_get_language (form->sheet)) : NULL;

  koyomi_moment_line_set_message (KOYOMI_MOMENT_LINE (form->detected),
                                  is_wrong && fault.time == KOYOMI_INCIDENT_TIME_DETECTED ? message : NULL);
  koyomi_moment_line_set_message (KOYOMI_MOMENT_LINE (form->aware),
                                  is_wrong && fault.time == KOYOMI_INCIDENT_TIME_AWARE ? message : NULL);

  return is_read && !is_wrong;
}

static void
update (Form *form)
{
  g_autofree char *title = koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->title));
  KoyomiIncidentTimes times;
  gboolean is_right = check_times (form, &times);

  koyomi_form_dialog_set_can_accept (form->dialog, is_right && !koyomi_text_is_blank (title));
}

static void
aware_cb (Form *form)
{
  form->follows = form->follows && form->is_following;
  update (form);
}

/* Who finds an incident is aware of it, unless they say otherwise. */
static void
detected_cb (Form *form)
{
  gint64 detected = koyomi_moment_line_read (KOYOMI_MOMENT_LINE (form->detected));

  if (form->follows && detected != 0)
    {
      form->is_following = TRUE;
      koyomi_moment_line_set (KOYOMI_MOMENT_LINE (form->aware), detected);
      form->is_following = FALSE;
    }
  update (form);
}

/* The law asks only for what happened. */
static void
kind_cb (Form *form)
{
  gtk_widget_set_visible (form->awareness, get_kind (form) == KOYOMI_INCIDENT_KIND_INCIDENT);
  update (form);
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
  KoyomiIncidentTimes times;

  read_times (form, &times);
  koyomi_incident_times_write (&times, incident);
  koyomi_record_set_language (incident, koyomi_incident_sheet_get_language (form->sheet));
  koyomi_record_take_text (incident, KOYOMI_INCIDENT_TITLE, koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->title)));
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_KIND, get_kind (form));
  koyomi_record_take_text (incident, KOYOMI_INCIDENT_DETECTED_BY, koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->detected_by)));
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_TEAM, koyomi_chooser_get_id (KOYOMI_CHOOSER (form->team)));
  if (template != NULL)
    {
      koyomi_record_set_text (incident, KOYOMI_INCIDENT_TEMPLATE, koyomi_record_get_text (template, KOYOMI_INCIDENT_TEMPLATE_CODE));
      koyomi_record_set_text (incident, KOYOMI_INCIDENT_CLASS, koyomi_record_get_text (template, KOYOMI_INCIDENT_TEMPLATE_CLASS));
    }

  return incident;
}

/* Says what is no moment of those that are asked for. */
static gboolean
check_lines (Form *form)
{
  KoyomiIncidentTimes times;
  gboolean needs_awareness = get_kind (form) == KOYOMI_INCIDENT_KIND_INCIDENT &&
                             !koyomi_moment_line_is_empty (KOYOMI_MOMENT_LINE (form->aware));

  return koyomi_moment_line_check (KOYOMI_MOMENT_LINE (form->detected)) &&
         (!needs_awareness || koyomi_moment_line_check (KOYOMI_MOMENT_LINE (form->aware))) && check_times (form, &times);
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

  if (!check_lines (form))
    return FALSE;

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

static void
add_kinds (Form           *form,
           KoyomiLanguage  language)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (int i = 0; i <= KOYOMI_INCIDENT_KIND_DRILL; i++)
    gtk_string_list_append (names, koyomi_incident_kind_get_label (i, language));
  form->kind = koyomi_form_dialog_append_choice (form->dialog, koyomi_tr (language, "_Kind"), names, KOYOMI_INCIDENT_KIND_INCIDENT);
  g_signal_connect_swapped (form->kind, "notify::selected", G_CALLBACK (kind_cb), form);
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
  form->template = koyomi_form_dialog_append_choice (form->dialog, koyomi_tr (language, "Check-li_st"), names, 0);
  g_signal_connect_swapped (form->template, "notify::selected", G_CALLBACK (template_cb), form);
}

static GtkWidget *
add_moment (Form       *form,
            const char *day_caption,
            const char *time_caption,
            GCallback   changed_cb)
{
  GtkWidget *line = koyomi_moment_line_new (day_caption, time_caption, koyomi_incident_sheet_get_language (form->sheet));

  koyomi_moment_line_set (KOYOMI_MOMENT_LINE (line), koyomi_incident_sheet_read_clock ());
  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_moment_line_get_day (KOYOMI_MOMENT_LINE (line)));
  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_moment_line_get_time (KOYOMI_MOMENT_LINE (line)));
  g_signal_connect_swapped (line, "changed", changed_cb, form);

  return line;
}

/* When the law's clocks begin, and that they do. */
static void
add_awareness (Form           *form,
               KoyomiLanguage  language)
{
  GtkWidget *hint = gtk_label_new (koyomi_tr (language, "The clocks of the law count from here. Empty, they do not count yet."));

  form->aware = add_moment (form, koyomi_tr (language, "Awa_re of it on"), koyomi_tr (language, "A_ware at"), G_CALLBACK (aware_cb));
  form->awareness = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_box_append (GTK_BOX (form->awareness), form->aware);
  gtk_box_append (GTK_BOX (form->awareness), hint);
  koyomi_form_dialog_append (form->dialog, form->awareness);
  form->follows = TRUE;
}

static void
add_fields (Form           *form,
            KoyomiLanguage  language)
{
  form->title = add_field (form, koyomi_tr (language, "_Title"));
  koyomi_form_dialog_append (form->dialog, form->title);
  add_kinds (form, language);
  add_templates (form, language);
  form->detected = add_moment (form, koyomi_tr (language, "_Detected on"), koyomi_tr (language, "_At"), G_CALLBACK (detected_cb));
  koyomi_form_dialog_append (form->dialog, form->detected);
  add_awareness (form, language);
  form->detected_by = add_field (form, koyomi_tr (language, "Reported _by"));
  koyomi_form_dialog_append (form->dialog, form->detected_by);
  form->team = koyomi_team_chooser_new (koyomi_incident_sheet_get_workspace (form->sheet), koyomi_tr (language, "Tea_m"));
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
