#include "koyomi-compare-dialog.h"

#include "koyomi-baseline.h"
#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-form-dialog.h"
#include "koyomi-history.h"
#include "koyomi-last-meeting.h"
#include "koyomi-work.h"

typedef struct
{
  KoyomiMatrixSheet *sheet;
  GPtrArray         *baselines;    /* (element-type KoyomiRecord): the latest first */
  GPtrArray         *meetings;     /* (element-type KoyomiLastMeeting) */
  KoyomiFormDialog  *dialog;       /* not owned, like what stands in it */
  GtkWidget         *radios[KOYOMI_MATRIX_MOMENT_MEETING + 1];
  KoyomiDayEntry    *day;
  GtkWidget         *baseline;
  GtkWidget         *meeting;
} Form;

/* The plan as it stood is made in a thread, which touches nothing but this. */
typedef struct
{
  GWeakRef            sheet;       /* who is told in the end, if it is still there */
  KoyomiSession      *now;
  gint64              seq;
  KoyomiMatrixMoment *moment;
} Past;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_ptr_array_unref (form->baselines);
  g_ptr_array_unref (form->meetings);
  g_object_unref (form->sheet);
  g_free (form);
}

static void
free_past (gpointer data)
{
  Past *past = data;

  g_weak_ref_clear (&past->sheet);
  g_clear_object (&past->now);
  koyomi_matrix_moment_free (past->moment);
  g_free (past);
}

static KoyomiLanguage
get_language (Form *form)
{
  return koyomi_matrix_sheet_get_language (form->sheet);
}

static KoyomiSession *
get_session (KoyomiMatrixSheet *sheet)
{
  return koyomi_workspace_get_session (koyomi_matrix_sheet_get_workspace (sheet));
}

static void
fail (KoyomiMatrixSheet *sheet,
      const GError      *error)
{
  KoyomiWorkspace *workspace = koyomi_matrix_sheet_get_workspace (sheet);

  koyomi_workspace_fail (workspace, koyomi_workspace_tr (workspace, N_("The matrix could not be compared")), error);
}

static gboolean
open_past (gpointer             data,
           KoyomiProgressFunc   progress,
           gpointer             progress_data,
           GCancellable        *cancellable,
           GError             **error)
{
  Past *past = data;

  past->moment->then = koyomi_session_open_as_of (past->now, past->seq, progress, progress_data, cancellable, error);

  return past->moment->then != NULL;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Past *past = data;
  g_autoptr(KoyomiMatrixSheet) sheet = g_weak_ref_get (&past->sheet);
  g_autoptr(GError) error = NULL;
  gboolean done = koyomi_work_finish (result, &error);

  if (sheet == NULL)
    return;

  if (done)
    koyomi_matrix_sheet_set_moment (sheet, g_steal_pointer (&past->moment));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fail (sheet, error);
}

/* @moment: (transfer full): gets the plan as it stood after the entry @seq of the change log */
static gboolean
compare_with_past (Form               *form,
                   KoyomiMatrixMoment *moment,
                   gint64              seq)
{
  g_autoptr(GError) error = NULL;
  KoyomiSession *copy = koyomi_session_copy (get_session (form->sheet), NULL, &error);
  Past *past;

  if (copy == NULL)
    {
      koyomi_matrix_moment_free (moment);
      fail (form->sheet, error);
      return FALSE;
    }

  past = g_new0 (Past, 1);
  g_weak_ref_init (&past->sheet, form->sheet);
  past->now = copy;
  past->seq = seq;
  past->moment = moment;
  koyomi_work_run (gtk_window_get_transient_for (GTK_WINDOW (form->dialog)), get_language (form),
                   koyomi_tr (get_language (form), N_("Reading the plan as it was")), open_past, past, free_past, opened_cb, past);

  return TRUE;
}

static gboolean
compare_with_day (Form *form)
{
  guint32 day;

  if (!koyomi_day_entry_commit (form->day))
    return FALSE;

  day = koyomi_day_entry_get_day (form->day);
  if (day == koyomi_matrix_sheet_get_day (form->sheet))
    {
      koyomi_day_entry_set_message (form->day, koyomi_tr (get_language (form), N_("The matrix shows this day already. Choose another one.")));
      return FALSE;
    }

  koyomi_matrix_sheet_set_moment (form->sheet, koyomi_matrix_moment_new (KOYOMI_MATRIX_MOMENT_DAY, NULL, day, ""));

  return TRUE;
}

/* Returns: the day on which a baseline was set, which is not to lie after the one that is shown */
static guint32
find_day (Form         *form,
          KoyomiRecord *baseline)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_local (koyomi_record_get_int (baseline, KOYOMI_BOOKMARK_AT) / 1000);
  guint32 day = koyomi_day_new (g_date_time_get_year (moment), g_date_time_get_month (moment), g_date_time_get_day_of_month (moment));

  return MIN (day, koyomi_matrix_sheet_get_day (form->sheet));
}

static gboolean
compare_with_baseline (Form *form)
{
  KoyomiRecord *baseline = g_ptr_array_index (form->baselines, gtk_drop_down_get_selected (GTK_DROP_DOWN (form->baseline)));

  return compare_with_past (form, koyomi_matrix_moment_new (KOYOMI_MATRIX_MOMENT_BASELINE, NULL, find_day (form, baseline),
                                                            koyomi_record_get_title (baseline)),
                            koyomi_record_get_int (baseline, KOYOMI_BOOKMARK_SEQ));
}

/* A meeting from before the plan was begun is compared by the days of the assignments alone. */
static gboolean
compare_with_meeting (Form *form)
{
  const KoyomiLastMeeting *meeting = g_ptr_array_index (form->meetings, gtk_drop_down_get_selected (GTK_DROP_DOWN (form->meeting)));
  KoyomiMatrixMoment *moment = koyomi_matrix_moment_new (KOYOMI_MATRIX_MOMENT_MEETING, NULL, meeting->day, meeting->committee);
  g_autofree char *day = koyomi_day_format (meeting->day);
  gint64 seq = koyomi_session_find_moment (get_session (form->sheet), day, NULL);

  if (seq > 0)
    return compare_with_past (form, moment, seq);

  koyomi_matrix_sheet_set_moment (form->sheet, moment);

  return TRUE;
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;

  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (form->radios[KOYOMI_MATRIX_MOMENT_BASELINE])))
    return compare_with_baseline (form);
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (form->radios[KOYOMI_MATRIX_MOMENT_MEETING])))
    return compare_with_meeting (form);

  return compare_with_day (form);
}

static gboolean
keep_cb (KoyomiDayEntry *entry,
         guint           day,
         gpointer        data)
{
  return TRUE;
}

/* Who changes what belongs to a choice means that choice. */
static void
choose_cb (GtkWidget *radio)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (radio), TRUE);
}

static void
add_radio (Form                   *form,
           KoyomiMatrixMomentKind  kind,
           const char             *label)
{
  GtkWidget *radio = gtk_check_button_new_with_mnemonic (label);

  form->radios[kind] = radio;
  if (kind != KOYOMI_MATRIX_MOMENT_DAY)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (radio), GTK_CHECK_BUTTON (form->radios[KOYOMI_MATRIX_MOMENT_DAY]));
  koyomi_form_dialog_append (form->dialog, radio);
}

static void
add_day (Form *form)
{
  KoyomiLanguage language = get_language (form);
  GtkWidget *entry = koyomi_day_entry_new (koyomi_tr (language, N_("Day to compare with")), language);

  add_radio (form, KOYOMI_MATRIX_MOMENT_DAY, koyomi_tr (language, N_("Another _day")));
  gtk_widget_set_margin_start (entry, 28);
  koyomi_form_dialog_append (form->dialog, entry);
  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_day_entry_get_input (KOYOMI_DAY_ENTRY (entry)));
  koyomi_day_entry_replace_day (KOYOMI_DAY_ENTRY (entry), koyomi_day_add_months (koyomi_matrix_sheet_get_day (form->sheet), -1));
  g_signal_connect (entry, "commit", G_CALLBACK (keep_cb), NULL);
  g_signal_connect_object (koyomi_day_entry_get_input (KOYOMI_DAY_ENTRY (entry)), "changed", G_CALLBACK (choose_cb),
                           form->radios[KOYOMI_MATRIX_MOMENT_DAY], G_CONNECT_SWAPPED);
  form->day = KOYOMI_DAY_ENTRY (entry);
}

/* @names: (transfer full): what can be chosen; nothing makes the choice insensitive. @hint: says then what to do */
static GtkWidget *
add_list (Form                   *form,
          KoyomiMatrixMomentKind  kind,
          const char             *label,
          GtkStringList          *names,
          const char             *name,
          const char             *hint)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (names)) == 0;
  GtkWidget *drop = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  GtkWidget *shown = is_empty ? gtk_label_new (hint) : drop;

  add_radio (form, kind, label);
  gtk_widget_set_sensitive (form->radios[kind], !is_empty);
  gtk_widget_set_margin_start (shown, 28);
  if (is_empty)
    {
      gtk_label_set_xalign (GTK_LABEL (shown), 0);
      gtk_label_set_wrap (GTK_LABEL (shown), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (shown), 40);
      gtk_widget_add_css_class (shown, "dim-label");
      g_object_ref_sink (drop);
      g_object_unref (drop);
    }
  else
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect_object (drop, "notify::selected", G_CALLBACK (choose_cb), form->radios[kind], G_CONNECT_SWAPPED);
    }
  koyomi_form_dialog_append (form->dialog, shown);

  return is_empty ? NULL : drop;
}

static void
add_baselines (Form *form)
{
  KoyomiLanguage language = get_language (form);
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < form->baselines->len; i++)
    gtk_string_list_append (names, koyomi_record_get_title (g_ptr_array_index (form->baselines, i)));
  form->baseline = add_list (form, KOYOMI_MATRIX_MOMENT_BASELINE, koyomi_tr (language, N_("The plan at a _baseline")), names,
                             koyomi_tr (language, N_("Baseline")), koyomi_tr (language, N_("There is no baseline yet. Set one in the menu, "
                                                                                           "under Baselines.")));
}

static void
add_meetings (Form *form)
{
  KoyomiLanguage language = get_language (form);
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < form->meetings->len; i++)
    {
      const KoyomiLastMeeting *meeting = g_ptr_array_index (form->meetings, i);
      g_autofree char *day = koyomi_day_format (meeting->day);
      g_autofree char *name = g_strdup_printf ("%s  %s", meeting->committee, day);

      gtk_string_list_append (names, name);
    }
  form->meeting = add_list (form, KOYOMI_MATRIX_MOMENT_MEETING, koyomi_tr (language, N_("Since the last _meeting of a committee")), names,
                            koyomi_tr (language, N_("Committee")), koyomi_tr (language, N_("No committee has met before this day.")));
}

/* Returns: (transfer full) (nullable): the latest first; NULL with an error */
static GPtrArray *
list_baselines (KoyomiMatrixSheet  *sheet,
                GError            **error)
{
  g_autoptr(GPtrArray) oldest_first = koyomi_session_list_baselines (get_session (sheet), koyomi_matrix_sheet_get_language (sheet), error);
  GPtrArray *baselines = NULL;

  if (oldest_first == NULL)
    return NULL;

  baselines = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = oldest_first->len; i > 0; i--)
    g_ptr_array_add (baselines, g_object_ref (g_ptr_array_index (oldest_first, i - 1)));

  return baselines;
}

void
koyomi_compare_dialog_present (GtkWindow         *parent,
                               KoyomiMatrixSheet *sheet)
{
  KoyomiLanguage language = koyomi_matrix_sheet_get_language (sheet);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) baselines = list_baselines (sheet, &error);
  GPtrArray *meetings = NULL;
  Form *form;

  if (baselines == NULL || (meetings = koyomi_session_list_last_meetings (get_session (sheet), koyomi_matrix_sheet_get_day (sheet),
                                                                          language, &error)) == NULL)
    {
      fail (sheet, error);
      return;
    }

  form = g_new0 (Form, 1);
  form->sheet = g_object_ref (sheet);
  form->baselines = g_steal_pointer (&baselines);
  form->meetings = meetings;
  form->dialog = koyomi_form_dialog_new (parent, language, koyomi_tr (language, N_("Compare the Matrix")), koyomi_tr (language, N_("Com_pare")));
  add_day (form);
  add_baselines (form);
  add_meetings (form);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (form->radios[KOYOMI_MATRIX_MOMENT_DAY]), TRUE);
  koyomi_form_dialog_set_first_focus (form->dialog, koyomi_day_entry_get_input (form->day));
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (form->dialog);
}
