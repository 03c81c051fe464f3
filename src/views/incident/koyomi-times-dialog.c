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
  GtkWidget           *ends[KOYOMI_N_INCIDENT_TIMES];        /* of ranges; NULL for a time that cannot be one */
  gint64               offered[KOYOMI_N_INCIDENT_TIMES];     /* what stands there unless somebody types; 0 where somebody has */
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
  return certainty != KOYOMI_CERTAINTY_OPEN && certainty != KOYOMI_CERTAINTY_UNKNOWN;
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
read_moment (GtkWidget *line,
             gint64     before)
{
  gint64 typed = koyomi_moment_line_read (KOYOMI_MOMENT_LINE (line));

  return before != 0 && typed == before - before % 60000 ? before : typed;
}

/* Returns: FALSE while what is typed is no moment, or the range ends before it begins */
static gboolean
read_time (Form                *form,
           KoyomiIncidentTimes *times,
           guint                i)
{
  KoyomiCertainty certainty = get_certainty (form, i);
  gint64 from, until;

  if (!has_moment (certainty))
    {
      koyomi_incident_times_set (times, i, 0, certainty);
      return TRUE;
    }

  if ((from = read_moment (form->moments[i], koyomi_incident_times_get_first (&form->times, i))) == 0)
    return FALSE;

  if (certainty != KOYOMI_CERTAINTY_RANGE)
    {
      koyomi_incident_times_set (times, i, from, certainty);
      return TRUE;
    }

  if ((until = read_moment (form->ends[i], koyomi_incident_times_get_last (&form->times, i))) < from)
    return FALSE;

  koyomi_incident_times_set_range (times, i, from, until);

  return TRUE;
}

/* Returns: FALSE while something typed is no time */
static gboolean
read_times (Form                *form,
            KoyomiIncidentTimes *times)
{
  *times = form->times;
  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    if (form->certainties[i] != NULL && !read_time (form, times, i))
      return FALSE;

  return TRUE;
}

static gboolean
has_end (Form  *form,
         guint  i)
{
  return form->certainties[i] != NULL && get_certainty (form, i) == KOYOMI_CERTAINTY_RANGE;
}

/* That a range ends before it begins is said at its end. */
static void
check_ends (Form *form)
{
  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    if (has_end (form, i))
      {
        gint64 from = koyomi_moment_line_read (KOYOMI_MOMENT_LINE (form->moments[i]));
        gint64 until = koyomi_moment_line_read (KOYOMI_MOMENT_LINE (form->ends[i]));

        koyomi_moment_line_set_message (KOYOMI_MOMENT_LINE (form->ends[i]), from == 0 || until == 0 || from <= until
          ? NULL : koyomi_workspace_tr (form->workspace, "The range ends before it begins."));
      }
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
  check_ends (form);
  koyomi_form_dialog_set_can_accept (form->dialog, is_read && !is_wrong);
}

/* What comes into sight empty is offered @moment. Returns: whether it was */
static gboolean
show_line (GtkWidget *line,
           gboolean   shows,
           gint64     moment)
{
  gboolean is_offered = shows && !gtk_widget_get_visible (line) && koyomi_moment_line_read (KOYOMI_MOMENT_LINE (line)) == 0;

  if (is_offered)
    koyomi_moment_line_set (KOYOMI_MOMENT_LINE (line), moment);
  gtk_widget_set_visible (line, shows);

  return is_offered;
}

static void
offer_end (Form   *form,
           guint   i,
           gint64  moment)
{
  koyomi_moment_line_set (KOYOMI_MOMENT_LINE (form->ends[i]), moment);
  form->offered[i] = koyomi_moment_line_read (KOYOMI_MOMENT_LINE (form->ends[i]));
}

/* The end of a range goes with its beginning until it is typed. */
static void
moment_cb (Form *form)
{
  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    if (form->offered[i] != 0 && has_end (form, i))
      {
        gint64 from = koyomi_moment_line_read (KOYOMI_MOMENT_LINE (form->moments[i]));

        if (koyomi_moment_line_read (KOYOMI_MOMENT_LINE (form->ends[i])) != form->offered[i])
          form->offered[i] = 0;
        else if (from != 0 && from != form->offered[i])
          offer_end (form, i, from);
      }
  update (form);
}

/* Whoever says that a time is known is offered the present one, and for the end of a range its beginning. */
static void
certainty_cb (Form *form)
{
  gint64 now = koyomi_incident_sheet_read_clock ();

  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    if (form->certainties[i] != NULL)
      {
        show_line (form->moments[i], has_moment (get_certainty (form, i)), now);
        if (form->ends[i] != NULL)
          {
            gint64 from = koyomi_moment_line_read (KOYOMI_MOMENT_LINE (form->moments[i]));

            if (show_line (form->ends[i], has_end (form, i), from != 0 ? from : now))
              offer_end (form, i, from != 0 ? from : now);
          }
      }
  update (form);
}

/* Says what is wrong with the lines in sight. */
static gboolean
check_lines (Form *form)
{
  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    if (form->certainties[i] != NULL && has_moment (get_certainty (form, i)) &&
        (!koyomi_moment_line_check (KOYOMI_MOMENT_LINE (form->moments[i])) ||
         (has_end (form, i) && !koyomi_moment_line_check (KOYOMI_MOMENT_LINE (form->ends[i])))))
      return FALSE;

  return TRUE;
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  KoyomiIncidentTimes times;
  g_autoptr(GError) error = NULL;

  if (!check_lines (form) || !read_times (form, &times))
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
  guint last = koyomi_incident_time_can_be_range (time) ? KOYOMI_CERTAINTY_RANGE : KOYOMI_CERTAINTY_UNKNOWN;
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *drop;

  for (guint i = 0; i <= last; i++)
    gtk_string_list_append (names, koyomi_certainty_get_label (i, language));
  drop = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), form->times.certainty[time]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, koyomi_incident_time_get_label (time, language), -1);
  g_signal_connect_swapped (drop, "notify::selected", G_CALLBACK (certainty_cb), form);

  return drop;
}

static GtkWidget *
make_moment (Form       *form,
             const char *label,
             gint64      moment,
             gboolean    is_visible)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  /* Translators: the day of a time of an incident, such as Detected */
  g_autofree char *day = g_strdup_printf (koyomi_tr (language, "%s: day"), label);
  g_autofree char *clock = g_strdup_printf (koyomi_tr (language, "%s: time"), label);
  GtkWidget *line = koyomi_moment_line_new (day, clock, language);

  if (moment != 0)
    koyomi_moment_line_set (KOYOMI_MOMENT_LINE (line), moment);
  gtk_widget_set_visible (line, is_visible);
  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_moment_line_get_day (KOYOMI_MOMENT_LINE (line)));
  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_moment_line_get_time (KOYOMI_MOMENT_LINE (line)));
  g_signal_connect_swapped (line, "changed", G_CALLBACK (moment_cb), form);

  return line;
}

/* What is asked for of a time: a moment, and for a range another one below it. */
static void
make_moments (Form               *form,
              KoyomiIncidentTime  time)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  const char *label = koyomi_incident_time_get_label (time, language);
  KoyomiCertainty certainty = form->times.certainty[time];
  /* Translators: the end of the range in which a time of an incident lies, such as Detected */
  g_autofree char *end = g_strdup_printf (koyomi_tr (language, "%s at the latest"), label);

  form->moments[time] = make_moment (form, label, koyomi_incident_times_get_first (&form->times, time), has_moment (certainty));
  if (koyomi_incident_time_can_be_range (time))
    form->ends[time] = make_moment (form, end, form->times.until[time], certainty == KOYOMI_CERTAINTY_RANGE);
}

static void
add_time (Form               *form,
          KoyomiIncidentTime  time)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (koyomi_incident_time_get_label (time, language));

  make_moments (form, time);
  form->certainties[time] = make_certainty (form, time);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), form->certainties[time]);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), form->moments[time]);
  if (form->ends[time] != NULL)
    gtk_box_append (GTK_BOX (box), form->ends[time]);
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
