#include "koyomi-export-metric-rows.h"

#include "koyomi-day.h"
#include "koyomi-export-quarter-row.h"

struct _KoyomiExportMetricRows
{
  KoyomiWorkspace    *workspace;
  KoyomiRecord       *metric;        /* NULL when none is shown */
  AdwComboRow        *what_row;      /* NULL likewise */
  AdwComboRow        *quarter_row;
  KoyomiExportFormat  format;
};

static gboolean
is_picture (KoyomiExportMetricRows *self)
{
  return self->format == KOYOMI_EXPORT_FORMAT_PNG || self->format == KOYOMI_EXPORT_FORMAT_SVG;
}

/* Of a choice that names the metric: the first of two. */
static gboolean
wants_one (KoyomiExportMetricRows *self)
{
  return self->metric != NULL && is_picture (self) && adw_combo_row_get_selected (self->what_row) == 0;
}

static void
add_what (KoyomiExportMetricRows *self,
          AdwPreferencesGroup    *group)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  /* Translators: the code and the name of a metric */
  g_autofree char *name = g_strdup_printf (koyomi_workspace_tr (self->workspace, N_("Only %s %s")),
                                           koyomi_record_get_text (self->metric, KOYOMI_METRIC_CODE), koyomi_record_get_title (self->metric));

  gtk_string_list_append (names, name);
  gtk_string_list_append (names, koyomi_workspace_tr (self->workspace, N_("The board page")));
  self->what_row = koyomi_export_choice_row_new (group, koyomi_workspace_tr (self->workspace, N_("_Picture")), names);
}

/* Adds the rows to @group. Proposes what is shown. */
KoyomiExportMetricRows *
koyomi_export_metric_rows_new (AdwPreferencesGroup       *group,
                               KoyomiWorkspace           *workspace,
                               const KoyomiExportRequest *request)
{
  KoyomiExportMetricRows *self = g_new0 (KoyomiExportMetricRows, 1);

  self->workspace = g_object_ref (workspace);
  if (request->metric != 0)
    self->metric = koyomi_session_get (koyomi_workspace_get_session (workspace), KOYOMI_TABLE_METRIC, request->metric,
                                       koyomi_workspace_get_language (workspace), NULL);
  if (self->metric != NULL)
    add_what (self, group);
  self->quarter_row = koyomi_export_quarter_row_new (group, workspace, request->day);

  return self;
}

void
koyomi_export_metric_rows_free (KoyomiExportMetricRows *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->what_row);
  g_object_unref (self->quarter_row);
  g_clear_object (&self->metric);
  g_object_unref (self->workspace);
  g_free (self);
}

/* Only a picture can be of one metric. */
void
koyomi_export_metric_rows_show_format (KoyomiExportMetricRows *self,
                                       KoyomiExportFormat      format)
{
  self->format = format;
  if (self->what_row != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->what_row), is_picture (self));
}

/* The code of the metric is borrowed. */
void
koyomi_export_metric_rows_read (KoyomiExportMetricRows    *self,
                                KoyomiMetricExportOptions *options)
{
  options->now = koyomi_time_now ();
  options->year = koyomi_export_quarter_row_get (self->quarter_row, self->workspace, &options->quarter);
  options->metric = wants_one (self) ? koyomi_record_get_text (self->metric, KOYOMI_METRIC_CODE) : NULL;
}

/* Returns: (transfer full): without the ending */
char *
koyomi_export_metric_rows_propose_name (KoyomiExportMetricRows *self,
                                        KoyomiLanguage          language)
{
  g_autofree char *quarter = koyomi_export_quarter_row_dup_name (self->quarter_row, self->workspace, language);
  g_autofree char *code = self->metric != NULL ? g_strdelimit (g_strdup (koyomi_record_get_text (self->metric, KOYOMI_METRIC_CODE)), "/", '-') : NULL;

  if (wants_one (self))
    return g_strdup_printf ("%s-%s", code, quarter);

  if (is_picture (self))
    /* Translators: the name proposed for a file; a quarter */
    return g_strdup_printf (koyomi_tr (language, "Board-page-%s"), quarter);

  /* Translators: the name proposed for a file; a quarter */
  return g_strdup_printf (koyomi_tr (language, "Metrics-%s"), quarter);
}
