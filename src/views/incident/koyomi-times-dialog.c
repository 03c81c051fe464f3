#include "koyomi-times-dialog.h"

#include "koyomi-form-dialog.h"
#include "koyomi-incident-edit.h"
#include "koyomi-incident-sheet.h"
#include "koyomi-incident.h"
#include "koyomi-moment-line.h"

typedef struct
{
  KoyomiWorkspace     *workspace;
  gint64               incident;
  KoyomiIncidentTimes  times;                                /* as they were read */
  KoyomiFormDialog    *dialog;                               /* not owned, like what stands in it */
  GtkWidget           *certainties[KOYOMI_N_INCIDENT_TIMES]; /* NULL for a time that is not asked for */
  GtkWidget           *moments[KOYOMI_N_INCIDENT_TIMES];
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
has_moment (KoyomiCertainty certainty)
{
  return certainty == KOYOMI_CERTAINTY_EXACT || certainty == KOYOMI_CERTAINTY_ESTIMATED;
}

static KoyomiCertainty
get_certainty (Form  *form,
               guint  i)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (form->certainties[i]));
}

/* A moment that was not touched keeps its seconds.
 *
 * Returns: 0 while what is typed is none */
static gint64
read_moment (Form  *form,
             guint  i)
{
  gint64 typed = koyomi_moment_line_read (KOYOMI_MOMENT_LINE (form->moments[i]));
  gint64 before = form->times.at[i];

  return before != 0 && typed == before - before % 60000 ? before : typed;
}

/* Returns: FALSE while something typed is no moment */
static gboolean
read_times (Form                *form,
            KoyomiIncidentTimes *times)
{
  *times = form->times;
  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    {
      gint64 at;

      if (form->certainties[i] == NULL)
        continue;

      at = has_moment (get_certainty (form, i)) ? read_moment (form, i) : 0;
      if (has_moment (get_certainty (form, i)) && at == 0)
        return FALSE;

      koyomi_incident_times_set (times, i, at, get_certainty (form, i));
    }

  return TRUE;
}

static void
set_message (Form       *form,
             int         time,
             const char *message)
{
  for (int i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    if (form->moments[i] != NULL)
      koyomi_moment_line_set_message (KOYOMI_MOMENT_LINE (form->moments[i]), i == time ? message : NULL);
}

/* What cannot be is said where it stands, in words. */
static void
update (Form *form)
{
  KoyomiIncidentTimes times;
  KoyomiTimesFault fault;
  gboolean is_read = read_times (form, &times);
  gboolean is_wrong = is_read && koyomi_incident_times_find_fault (&times, koyomi_incident_sheet_read_clock (), &fault);
  g_autofree char *message = NULL;

  if (is_wrong)
    message = koyomi_times_fault_describe (&fault, koyomi_workspace_get_language (form->workspace));
  set_message (form, is_wrong ? (int) fault.time : -1, message);
  koyomi_form_dialog_set_can_accept (form->dialog, is_read && !is_wrong);
}

/* Whoever says that a time is known is offered the present one. */
static void
certainty_cb (Form *form)
{
  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    if (form->certainties[i] != NULL)
      {
        gboolean shows = has_moment (get_certainty (form, i));

        if (shows && !gtk_widget_get_visible (form->moments[i]) && koyomi_moment_line_read (KOYOMI_MOMENT_LINE (form->moments[i])) == 0)
          koyomi_moment_line_set (KOYOMI_MOMENT_LINE (form->moments[i]), koyomi_incident_sheet_read_clock ());
        gtk_widget_set_visible (form->moments[i], shows);
      }
  update (form);
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  KoyomiIncidentTimes times;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    if (form->certainties[i] != NULL && has_moment (get_certainty (form, i)) &&
        !koyomi_moment_line_check (KOYOMI_MOMENT_LINE (form->moments[i])))
      return FALSE;

  if (!read_times (form, &times))
    return FALSE;

  if (koyomi_incident_set_times (koyomi_workspace_get_session (form->workspace), form->incident, &times,
                                 koyomi_incident_sheet_read_clock (), koyomi_workspace_get_language (form->workspace), &error))
    return TRUE;

  koyomi_workspace_fail (form->workspace, koyomi_workspace_tr (form->workspace, "The times were not saved"), error);

  return FALSE;
}

static GtkWidget *
make_certainty (Form               *form,
                KoyomiIncidentTime  time)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *drop;

  for (guint i = 0; i <= KOYOMI_CERTAINTY_UNKNOWN; i++)
    gtk_string_list_append (names, koyomi_certainty_get_label (i, language));
  drop = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), form->times.certainty[time]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, koyomi_incident_time_get_label (time, language), -1);
  g_signal_connect_swapped (drop, "notify::selected", G_CALLBACK (certainty_cb), form);

  return drop;
}

static GtkWidget *
make_moment (Form               *form,
             KoyomiIncidentTime  time)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  const char *label = koyomi_incident_time_get_label (time, language);
  /* Translators: the day of a time of an incident, such as Detected */
  g_autofree char *day = g_strdup_printf (koyomi_tr (language, "%s: day"), label);
  g_autofree char *clock = g_strdup_printf (koyomi_tr (language, "%s: time"), label);
  GtkWidget *line = koyomi_moment_line_new (day, clock, language);

  if (form->times.at[time] != 0)
    koyomi_moment_line_set (KOYOMI_MOMENT_LINE (line), form->times.at[time]);
  gtk_widget_set_visible (line, has_moment (form->times.certainty[time]));
  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_moment_line_get_day (KOYOMI_MOMENT_LINE (line)));
  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_moment_line_get_time (KOYOMI_MOMENT_LINE (line)));
  g_signal_connect_swapped (line, "changed", G_CALLBACK (update), form);

  return line;
}

static void
add_time (Form               *form,
          KoyomiIncidentTime  time)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (koyomi_incident_time_get_label (time, language));

  form->moments[time] = make_moment (form, time);
  form->certainties[time] = make_certainty (form, time);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), form->certainties[time]);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), form->moments[time]);
  koyomi_form_dialog_append (form->dialog, box);
}

/* When it was closed is known from its state, and asked for only where it is closed. */
static void
add_times (Form         *form,
           KoyomiRecord *incident)
{
  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    if (i != KOYOMI_INCIDENT_TIME_CLOSED || koyomi_record_get_int (incident, KOYOMI_INCIDENT_STATE) == KOYOMI_INCIDENT_STATE_CLOSED)
      add_time (form, i);
}

void
koyomi_times_dialog_present (GtkWindow       *parent,
                             KoyomiWorkspace *workspace,
                             gint64           incident)
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
  koyomi_incident_times_init (&form->times);
  koyomi_incident_times_read (&form->times, record);
  form->dialog = koyomi_form_dialog_new (parent, language, koyomi_tr (language, "Times of the Incident"), koyomi_tr (language, "_Save"));
  add_times (form, record);
  update (form);

  koyomi_form_dialog_make_tall (form->dialog);
  koyomi_form_dialog_set_first_focus (form->dialog, form->certainties[KOYOMI_INCIDENT_TIME_OCCURRED]);
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (form->dialog);
}
