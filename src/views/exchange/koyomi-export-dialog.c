#include "koyomi-export-dialog.h"

#include "koyomi-choices.h"
#include "koyomi-day.h"
#include "koyomi-error-dialog.h"
#include "koyomi-export-done.h"
#include "koyomi-export-format-card.h"
#include "koyomi-export-incident-rows.h"
#include "koyomi-export-matrix-rows.h"
#include "koyomi-export-metric-rows.h"
#include "koyomi-export-source.h"
#include "koyomi-table-chooser.h"
#include "koyomi-ui.h"
#include "koyomi-work.h"

#include <adwaita.h>

#define CARDS_A_LINE 3

#define KOYOMI_TYPE_EXPORT_DIALOG (koyomi_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiExportDialog, koyomi_export_dialog, KOYOMI, EXPORT_DIALOG, AdwWindow)

struct _KoyomiExportDialog
{
  AdwWindow               parent_instance;

  KoyomiWorkspace        *workspace;
  KoyomiExportRequest    *request;
  GtkWidget              *cards[KOYOMI_N_EXPORT_FORMATS];   /* NULL for those that the report does not know */
  KoyomiExportMatrixRows *matrix_rows;                      /* NULL for the others, as are the next two */
  KoyomiExportIncidentRows *incident_rows;
  KoyomiExportMetricRows *metric_rows;
  GtkWidget              *export_button;
  GtkGrid                *formats;
  GtkWidget              *part_group;
  AdwActionRow           *whole_row;
  GtkWidget              *whole_check;
  AdwActionRow           *part_row;
  GtkCheckButton         *part_check;
  AdwComboRow            *language_row;
  AdwComboRow            *paper_row;
  AdwComboRow            *across_row;
};

/* What the worker is given. */
typedef struct
{
  KoyomiSession             *session;          /* a copy */
  KoyomiExportRequest       *request;
  KoyomiExportOptions        options;          /* of the calendar */
  KoyomiMatrixExportOptions  matrix_options;
  char                      *catalogue;        /* of these */
  KoyomiIncidentExportOptions incident_options;
  KoyomiMetricExportOptions  metric_options;
  char                      *metric;           /* of these */
  KoyomiExportFormat         format;
  GFile                     *file;
  char                      *path;
  KoyomiExportDialog        *dialog;           /* NULL once it is gone */
} Job;

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiExportDialog, export_button),
  KOYOMI_UI_CHILD (KoyomiExportDialog, formats),
  KOYOMI_UI_CHILD (KoyomiExportDialog, part_group),
  KOYOMI_UI_CHILD (KoyomiExportDialog, whole_row),
  KOYOMI_UI_CHILD (KoyomiExportDialog, whole_check),
  KOYOMI_UI_CHILD (KoyomiExportDialog, part_row),
  KOYOMI_UI_CHILD (KoyomiExportDialog, part_check),
  KOYOMI_UI_CHILD (KoyomiExportDialog, language_row),
  KOYOMI_UI_CHILD (KoyomiExportDialog, paper_row),
  KOYOMI_UI_CHILD (KoyomiExportDialog, across_row),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiExportDialog, koyomi_export_dialog, ADW_TYPE_WINDOW)

static const char *tr (KoyomiExportDialog *self,
                       const char         *text) G_GNUC_FORMAT (2);

static const char *
tr (KoyomiExportDialog *self,
    const char         *text)
{
  return koyomi_workspace_tr (self->workspace, text);
}

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->session);
  koyomi_export_request_free (job->request);
  g_clear_object (&job->file);
  g_clear_weak_pointer (&job->dialog);
  g_free (job->catalogue);
  g_free (job->metric);
  g_free (job->path);
  g_free (job);
}

static gboolean
is_matrix (KoyomiExportDialog *self)
{
  return self->request->report == KOYOMI_EXPORT_REPORT_MATRIX;
}

static gboolean
is_incidents (KoyomiExportDialog *self)
{
  return self->request->report == KOYOMI_EXPORT_REPORT_INCIDENTS;
}

static gboolean
is_metrics (KoyomiExportDialog *self)
{
  return self->request->report == KOYOMI_EXPORT_REPORT_METRICS;
}

static gboolean
is_calendar (KoyomiExportDialog *self)
{
  return self->request->report == KOYOMI_EXPORT_REPORT_CALENDAR;
}

static KoyomiExportFormat
get_format (KoyomiExportDialog *self)
{
  for (guint i = 0; i < KOYOMI_N_EXPORT_FORMATS; i++)
    if (self->cards[i] != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->cards[i])))
      return i;

  return KOYOMI_EXPORT_FORMAT_XLSX;
}

static gboolean
wants_part (KoyomiExportDialog *self)
{
  return koyomi_export_request_is_part (self->request) && gtk_check_button_get_active (self->part_check);
}

static KoyomiExportOptions
get_part (const KoyomiExportRequest *request,
          KoyomiLanguage             language)
{
  return (KoyomiExportOptions) {
    .year = request->year, .language = language, .filter = request->filter, .grouping = request->grouping,
    .first_day = request->first_day, .last_day = request->last_day,
  };
}

static KoyomiExportOptions
get_options (KoyomiExportDialog        *self,
             const KoyomiExportRequest *request)
{
  KoyomiLanguage language = adw_combo_row_get_selected (self->language_row);
  KoyomiExportOptions whole = { .year = request->year, .language = language };
  KoyomiExportOptions options = wants_part (self) ? get_part (request, language) : whole;

  options.paper = adw_combo_row_get_selected (self->paper_row);
  options.n_across = 1 << adw_combo_row_get_selected (self->across_row);

  return options;
}

static gboolean
export_cb (gpointer             data,
           KoyomiProgressFunc   progress,
           gpointer             progress_data,
           GCancellable        *cancellable,
           GError             **error)
{
  Job *job = data;

  if (job->request->report == KOYOMI_EXPORT_REPORT_INCIDENTS)
    return koyomi_incident_export (job->session, &job->incident_options, job->format, job->path, progress, progress_data, cancellable,
                                   error);

  if (job->request->report == KOYOMI_EXPORT_REPORT_METRICS)
    return koyomi_metric_export (job->session, &job->metric_options, job->format, job->path, progress, progress_data, cancellable, error);

  if (job->request->report == KOYOMI_EXPORT_REPORT_MATRIX)
    return koyomi_matrix_export (job->session, &job->matrix_options, job->format, job->path, progress, progress_data, cancellable,
                                 error);

  return koyomi_annual_calendar_export (job->session, &job->options, job->format, job->path, progress, progress_data, cancellable,
                                        error);
}

static const char *
name_failure (KoyomiExportDialog *self)
{
  static const char * const failures[KOYOMI_N_EXPORT_REPORTS] = {
    [KOYOMI_EXPORT_REPORT_CALENDAR] = N_("The calendar was not exported"),
    [KOYOMI_EXPORT_REPORT_MATRIX] = N_("The matrix was not exported"),
    [KOYOMI_EXPORT_REPORT_INCIDENTS] = N_("The incidents were not exported"),
    [KOYOMI_EXPORT_REPORT_METRICS] = N_("The metrics were not exported"),
  };

  return tr (self, failures[self->request->report]);
}

static const char *
name_work (KoyomiExportDialog *self)
{
  static const char * const works[KOYOMI_N_EXPORT_REPORTS] = {
    [KOYOMI_EXPORT_REPORT_CALENDAR] = N_("Exporting the calendar"),
    [KOYOMI_EXPORT_REPORT_MATRIX] = N_("Exporting the matrix"),
    [KOYOMI_EXPORT_REPORT_INCIDENTS] = N_("Exporting the incidents"),
    [KOYOMI_EXPORT_REPORT_METRICS] = N_("Exporting the metrics"),
  };

  return tr (self, works[self->request->report]);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Job *job = data;
  KoyomiExportDialog *self = job->dialog;
  g_autoptr(GError) error = NULL;
  gboolean done = koyomi_work_finish (result, &error);

  if (self == NULL)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (done)
    {
      koyomi_export_done_tell (self->workspace, job->format, job->file);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    koyomi_error_dialog_present (GTK_WINDOW (self), koyomi_workspace_get_language (self->workspace),
                                 name_failure (self), job->path, error);
}

static void
remember (KoyomiExportDialog *self)
{
  GSettings *settings = koyomi_workspace_get_settings (self->workspace);

  g_settings_set_string (settings, "export-format", koyomi_export_format_get_nick (get_format (self)));
  g_settings_set_int (settings, "paper", adw_combo_row_get_selected (self->paper_row));
}

static void
set_metric_options (KoyomiExportDialog *self,
                    Job                *job)
{
  job->metric_options.language = adw_combo_row_get_selected (self->language_row);
  koyomi_export_metric_rows_read (self->metric_rows, &job->metric_options);
  job->metric = g_strdup (job->metric_options.metric);
  job->metric_options.metric = job->metric;
}

/* The catalogue and the metric are the job's own: the dialog may go while it runs. */
static void
set_options (KoyomiExportDialog *self,
             Job                *job)
{
  if (is_calendar (self))
    {
      job->options = get_options (self, job->request);
      return;
    }

  if (is_incidents (self))
    {
      job->incident_options.language = adw_combo_row_get_selected (self->language_row);
      koyomi_export_incident_rows_read (self->incident_rows, &job->incident_options);
      return;
    }

  if (is_metrics (self))
    {
      set_metric_options (self, job);
      return;
    }

  job->matrix_options.language = adw_combo_row_get_selected (self->language_row);
  job->matrix_options.paper = adw_combo_row_get_selected (self->paper_row);
  koyomi_export_matrix_rows_read (self->matrix_rows, &job->matrix_options);
  job->catalogue = g_strdup (job->matrix_options.catalogue);
  job->matrix_options.catalogue = job->catalogue;
}

static Job *
make_job (KoyomiExportDialog  *self,
          GFile               *file,
          GError             **error)
{
  Job *job = g_new0 (Job, 1);

  g_set_weak_pointer (&job->dialog, self);
  job->file = g_object_ref (file);
  job->format = get_format (self);
  job->request = koyomi_export_request_copy (self->request);
  set_options (self, job);
  job->session = koyomi_export_source_take (self->workspace, file, &job->path, error);
  if (job->session != NULL)
    return job;

  free_job (job);

  return NULL;
}

static void
place_chosen_cb (GFile    *file,
                 gpointer  data)
{
  KoyomiExportDialog *self = data;
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(GError) error = NULL;
  Job *job;

  remember (self);
  if ((job = make_job (self, file, &error)) == NULL)
    {
      koyomi_error_dialog_present (GTK_WINDOW (self), language, name_failure (self), NULL, error);
      return;
    }

  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  koyomi_work_run (GTK_WINDOW (self), language, name_work (self), export_cb, job, free_job, exported_cb, job);
}

/* A part says in its name that it is one. */
static char *
propose_calendar_name (KoyomiExportDialog *self,
                       KoyomiLanguage      language)
{
  g_autofree char *year = koyomi_fiscal_year_format (self->request->year, language);

  if (wants_part (self))
    /* Translators: the name proposed for a file that holds a part of a year's calendar; %s is the fiscal year */
    return g_strdup_printf (koyomi_tr (language, "Annual-calendar-%s-part"), year);

  /* Translators: the name proposed for a file; %s is the fiscal year */
  return g_strdup_printf (koyomi_tr (language, "Annual-calendar-%s"), year);
}

static char *
propose_name (KoyomiExportDialog *self)
{
  KoyomiLanguage language = adw_combo_row_get_selected (self->language_row);
  g_autofree char *name = is_matrix (self) ? koyomi_export_matrix_rows_propose_name (self->matrix_rows, language)
                          : is_incidents (self) ? koyomi_export_incident_rows_propose_name (self->incident_rows, language)
                          : is_metrics (self) ? koyomi_export_metric_rows_propose_name (self->metric_rows, language)
                                             : propose_calendar_name (self, language);

  return g_strdup_printf ("%s.%s", name, koyomi_export_format_get_nick (get_format (self)));
}

static void
export_clicked_cb (KoyomiExportDialog *self)
{
  KoyomiMatrixExportOptions options = { 0 };
  g_autofree char *name = NULL;

  if (is_matrix (self) && !koyomi_export_matrix_rows_read (self->matrix_rows, &options))
    return;

  name = propose_name (self);
  koyomi_table_chooser_save (GTK_WINDOW (self), koyomi_workspace_get_settings (self->workspace),
                             koyomi_workspace_get_language (self->workspace), name,
                             koyomi_export_format_get_name (get_format (self)), place_chosen_cb, g_object_ref (self),
                             g_object_unref);
}

/* Only pages have paper, that of incidents and metrics is always A4, and only the calendar is as wide as one likes. */
static void
format_toggled_cb (KoyomiExportDialog *self)
{
  gboolean has_pages = get_format (self) == KOYOMI_EXPORT_FORMAT_PDF;

  gtk_widget_set_visible (GTK_WIDGET (self->paper_row), has_pages && (is_calendar (self) || is_matrix (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->across_row), has_pages && is_calendar (self));
  if (is_incidents (self))
    koyomi_export_incident_rows_show_format (self->incident_rows, get_format (self));
  if (is_metrics (self))
    koyomi_export_metric_rows_show_format (self->metric_rows, get_format (self));
  if (is_matrix (self))
    koyomi_export_matrix_rows_show_format (self->matrix_rows, get_format (self));
}

static gboolean
knows_format (KoyomiExportDialog *self,
              KoyomiExportFormat  format)
{
  static gboolean (*const knows[KOYOMI_N_EXPORT_REPORTS]) (KoyomiExportFormat) = {
    [KOYOMI_EXPORT_REPORT_CALENDAR] = koyomi_calendar_export_knows,
    [KOYOMI_EXPORT_REPORT_MATRIX] = koyomi_matrix_export_knows,
    [KOYOMI_EXPORT_REPORT_INCIDENTS] = koyomi_incident_export_knows,
    [KOYOMI_EXPORT_REPORT_METRICS] = koyomi_metric_export_knows,
  };

  return knows[self->request->report] (format);
}

static void
add_card (KoyomiExportDialog *self,
          KoyomiExportFormat  format,
          guint               place)
{
  GtkWidget *card = koyomi_export_format_card_new (format, self->request->report, koyomi_workspace_get_language (self->workspace));

  self->cards[format] = card;
  gtk_grid_attach (self->formats, card, place % CARDS_A_LINE, place / CARDS_A_LINE, 1, 1);
  if (place > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (card), GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (GTK_WIDGET (self->formats))));
}

static void
fill_formats (KoyomiExportDialog *self)
{
  g_autofree char *last = g_settings_get_string (koyomi_workspace_get_settings (self->workspace), "export-format");
  KoyomiExportFormat format = KOYOMI_EXPORT_FORMAT_XLSX;
  guint n = 0;

  koyomi_export_format_from_nick (last, &format);
  for (guint i = 0; i < KOYOMI_N_EXPORT_FORMATS; i++)
    if (knows_format (self, i))
      add_card (self, i, n++);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->cards[knows_format (self, format) ? format : KOYOMI_EXPORT_FORMAT_XLSX]), TRUE);
  for (guint i = 0; i < KOYOMI_N_EXPORT_FORMATS; i++)
    if (self->cards[i] != NULL)
      g_signal_connect_swapped (self->cards[i], "toggled", G_CALLBACK (format_toggled_cb), self);
}

/* Returns: (transfer full): the fiscal year and, where nothing else says so, its days */
static char *
describe_year (KoyomiExportDialog *self,
               gboolean            with_days)
{
  KoyomiFiscalYear year = self->request->year;
  g_autofree char *name = koyomi_fiscal_year_format (year, koyomi_workspace_get_language (self->workspace));
  g_autofree char *first = koyomi_day_format (koyomi_fiscal_year_get_first_day (year));
  g_autofree char *last = koyomi_day_format (koyomi_fiscal_year_get_last_day (year));

  if (!with_days)
    return g_steal_pointer (&name);

  /* Translators: a fiscal year, its first and its last day */
  return g_strdup_printf (tr (self, N_("%s (%s to %s)")), name, first, last);
}

static char *
describe_part (KoyomiExportDialog *self)
{
  static const char * const groupings[KOYOMI_N_GROUPINGS] = {
    [KOYOMI_GROUPING_FUNCTION_GROUP] = "",
    [KOYOMI_GROUPING_TEAM] = N_("By team"),
    [KOYOMI_GROUPING_STATE] = N_("By state"),
  };

  KoyomiExportOptions part = get_part (self->request, koyomi_workspace_get_language (self->workspace));
  g_autofree char *words = koyomi_export_describe_part (koyomi_workspace_get_session (self->workspace), &part, NULL);
  const char *grouping = groupings[self->request->grouping];
  g_autofree char *year = describe_year (self, !koyomi_export_request_is_narrowed (self->request));
  GString *text = g_string_new (year);

  if (words != NULL && *words != '\0')
    g_string_append_printf (text, "   %s", words);
  if (*grouping != '\0')
    g_string_append_printf (text, "   %s", tr (self, grouping));

  return g_string_free (text, FALSE);
}

/* Who has filtered wants what is left; who has only zoomed wants the year as a rule. */
static void
fill_part (KoyomiExportDialog *self)
{
  g_autofree char *year = describe_year (self, TRUE);
  g_autofree char *part = NULL;
  gboolean is_part = koyomi_export_request_is_part (self->request);

  adw_action_row_set_subtitle (self->whole_row, year);
  gtk_widget_set_visible (self->whole_check, is_part);
  gtk_widget_set_visible (GTK_WIDGET (self->part_row), is_part);
  if (!is_part)
    return;

  part = describe_part (self);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->part_row), FALSE);
  adw_action_row_set_subtitle (self->part_row, part);
  if (koyomi_export_request_is_filtered (self->request))
    gtk_check_button_set_active (self->part_check, TRUE);
}

/* Of the others there is something else to choose than of the calendar. */
static void
fill_other (KoyomiExportDialog *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self->part_group);

  gtk_widget_set_visible (GTK_WIDGET (self->whole_row), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->part_row), FALSE);
  if (is_matrix (self))
    self->matrix_rows = koyomi_export_matrix_rows_new (group, self->workspace, self->request);
  else if (is_metrics (self))
    self->metric_rows = koyomi_export_metric_rows_new (group, self->workspace, self->request);
  else
    self->incident_rows = koyomi_export_incident_rows_new (group, self->workspace, self->request);
}

static void
fill (KoyomiExportDialog *self)
{
  fill_formats (self);
  if (is_calendar (self))
    fill_part (self);
  else
    fill_other (self);
  adw_combo_row_set_selected (self->language_row, koyomi_workspace_get_language (self->workspace));
  adw_combo_row_set_selected (self->paper_row, g_settings_get_int (koyomi_workspace_get_settings (self->workspace), "paper"));
  format_toggled_cb (self);
}

static void
koyomi_export_dialog_map (GtkWidget *widget)
{
  KoyomiExportDialog *self = KOYOMI_EXPORT_DIALOG (widget);

  GTK_WIDGET_CLASS (koyomi_export_dialog_parent_class)->map (widget);

  gtk_widget_grab_focus (self->cards[get_format (self)]);
}

static void
koyomi_export_dialog_dispose (GObject *object)
{
  KoyomiExportDialog *self = KOYOMI_EXPORT_DIALOG (object);

  koyomi_ui_clear (object, children);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->matrix_rows, koyomi_export_matrix_rows_free);
  g_clear_pointer (&self->incident_rows, koyomi_export_incident_rows_free);
  g_clear_pointer (&self->metric_rows, koyomi_export_metric_rows_free);
  g_clear_pointer (&self->request, koyomi_export_request_free);

  G_OBJECT_CLASS (koyomi_export_dialog_parent_class)->dispose (object);
}

static void
koyomi_export_dialog_class_init (KoyomiExportDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_export_dialog_dispose;
  GTK_WIDGET_CLASS (klass)->map = koyomi_export_dialog_map;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
koyomi_export_dialog_init (KoyomiExportDialog *self)
{
}

/* Asks in which form the calendar, the matrix, incidents, metrics or the report of a quarter leave the program, and writes it. @request: what is on the screen; it is copied */
void
koyomi_export_dialog_present (GtkWindow                 *parent,
                              KoyomiWorkspace           *workspace,
                              const KoyomiExportRequest *request)
{
  KoyomiExportDialog *self = g_object_new (KOYOMI_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  self->request = koyomi_export_request_copy (request);
  koyomi_ui_build (self, KOYOMI_TYPE_EXPORT_DIALOG, "koyomi-export-dialog", koyomi_workspace_get_language (workspace), children);
  fill (self);
  koyomi_choices_accept_on_enter (GTK_WIDGET (self->formats));
  if (is_calendar (self))
    koyomi_choices_accept_on_enter (self->part_group);
  g_signal_connect_swapped (self->export_button, "clicked", G_CALLBACK (export_clicked_cb), self);
  gtk_window_present (GTK_WINDOW (self));
}
