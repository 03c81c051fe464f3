#include "koyomi-export-incident-rows.h"

#include "koyomi-day.h"
#include "koyomi-export-quarter-row.h"

struct _KoyomiExportIncidentRows
{
  KoyomiWorkspace    *workspace;
  KoyomiRecord       *incident;      /* NULL when none is selected */
  AdwComboRow        *what_row;      /* NULL likewise */
  AdwComboRow        *quarter_row;
  KoyomiExportFormat  format;
};

static const char *tr (KoyomiExportIncidentRows *self,
                       const char               *text) G_GNUC_FORMAT (2);

static const char *
tr (KoyomiExportIncidentRows *self,
    const char               *text)
{
  return koyomi_workspace_tr (self->workspace, text);
}

/* Of a choice that names the incident: the first of two. */
static gboolean
wants_one (KoyomiExportIncidentRows *self)
{
  return self->incident != NULL && adw_combo_row_get_selected (self->what_row) == 0;
}

/* A text table of all incidents is the list of all; only the figures are of a quarter. */
static void
show_rows (KoyomiExportIncidentRows *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->quarter_row), !wants_one (self) && self->format != KOYOMI_EXPORT_FORMAT_CSV);
}

static void
add_what (KoyomiExportIncidentRows *self,
          AdwPreferencesGroup      *group)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  /* Translators: the number and the title of an incident */
  g_autofree char *name = g_strdup_printf (tr (self, N_("Only %s %s")), koyomi_record_get_text (self->incident, KOYOMI_INCIDENT_NUMBER),
                                           koyomi_record_get_title (self->incident));

  gtk_string_list_append (names, name);
  gtk_string_list_append (names, tr (self, N_("All incidents")));
  self->what_row = koyomi_export_choice_row_new (group, tr (self, N_("_Incidents")), names);
  g_signal_connect_swapped (self->what_row, "notify::selected", G_CALLBACK (show_rows), self);
}

/* Adds the rows to @group. Proposes what is selected. */
KoyomiExportIncidentRows *
koyomi_export_incident_rows_new (AdwPreferencesGroup       *group,
                                 KoyomiWorkspace           *workspace,
                                 const KoyomiExportRequest *request)
{
  KoyomiExportIncidentRows *self = g_new0 (KoyomiExportIncidentRows, 1);

  self->workspace = g_object_ref (workspace);
  if (request->incident != 0)
    self->incident = koyomi_session_get (koyomi_workspace_get_session (workspace), KOYOMI_TABLE_INCIDENT, request->incident,
                                         koyomi_workspace_get_language (workspace), NULL);
  if (self->incident != NULL)
    add_what (self, group);
  self->quarter_row = koyomi_export_quarter_row_new (group, workspace, koyomi_day_today ());
  show_rows (self);

  return self;
}

void
koyomi_export_incident_rows_free (KoyomiExportIncidentRows *self)
{
  if (self == NULL)
    return;

  if (self->what_row != NULL)
    g_signal_handlers_disconnect_by_data (self->what_row, self);
  g_clear_object (&self->what_row);
  g_object_unref (self->quarter_row);
  g_clear_object (&self->incident);
  g_object_unref (self->workspace);
  g_free (self);
}

void
koyomi_export_incident_rows_show_format (KoyomiExportIncidentRows *self,
                                         KoyomiExportFormat        format)
{
  self->format = format;
  show_rows (self);
}

void
koyomi_export_incident_rows_read (KoyomiExportIncidentRows    *self,
                                  KoyomiIncidentExportOptions *options)
{
  options->now = koyomi_time_now ();
  options->incident = wants_one (self) ? koyomi_record_get_id (self->incident) : 0;
  options->year = koyomi_export_quarter_row_get (self->quarter_row, self->workspace, &options->quarter);
  if (self->format == KOYOMI_EXPORT_FORMAT_CSV)
    options->quarter = 0;
}

/* Returns: (transfer full): without the ending */
char *
koyomi_export_incident_rows_propose_name (KoyomiExportIncidentRows *self,
                                          KoyomiLanguage            language)
{
  g_autofree char *number = self->incident != NULL
                            ? g_strdelimit (g_strdup (koyomi_record_get_text (self->incident, KOYOMI_INCIDENT_NUMBER)), "/", '-') : NULL;
  g_autofree char *quarter = NULL;

  if (wants_one (self) && self->format == KOYOMI_EXPORT_FORMAT_CSV)
    /* Translators: the name proposed for a file; the number of an incident */
    return g_strdup_printf (koyomi_tr (language, "Timeline-%s"), number);

  if (wants_one (self))
    /* Translators: the name proposed for a file; the number of an incident */
    return g_strdup_printf (koyomi_tr (language, "Incident-report-%s"), number);

  if (self->format == KOYOMI_EXPORT_FORMAT_CSV)
    return g_strdup (koyomi_tr (language, N_("Incidents")));

  quarter = koyomi_export_quarter_row_dup_name (self->quarter_row, self->workspace, language);

  /* Translators: the name proposed for a file; a quarter */
  return g_strdup_printf (koyomi_tr (language, "Incident-statistics-%s"), quarter);
}
