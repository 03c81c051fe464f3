#include "koyomi-export-incident-rows.h"

#include "koyomi-day.h"

/* Quarters to choose from: two years back. */
#define N_QUARTERS 9

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

static AdwComboRow *
add_combo_row (AdwPreferencesGroup *group,
               const char          *title,
               GtkStringList       *names)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_preferences_group_add (group, row);

  return g_object_ref (ADW_COMBO_ROW (row));
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
  self->what_row = add_combo_row (group, tr (self, N_("_Incidents")), names);
  g_signal_connect_swapped (self->what_row, "notify::selected", G_CALLBACK (show_rows), self);
}

/* The quarter that is @back before the present one. */
static KoyomiFiscalYear
get_quarter (KoyomiExportIncidentRows *self,
             guint                     back,
             int                      *quarter)
{
  guint32 day = koyomi_day_add_months (koyomi_day_today (), -3 * (int) back);
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (koyomi_workspace_get_session (self->workspace), day);

  *quarter = koyomi_fiscal_year_get_quarter (year, day);

  return year;
}

static char *
name_quarter (KoyomiExportIncidentRows *self,
              guint                     back,
              const char               *separator,
              KoyomiLanguage            language)
{
  int quarter;
  KoyomiFiscalYear year = get_quarter (self, back, &quarter);
  g_autofree char *year_name = koyomi_fiscal_year_format (year, language);
  g_autofree char *name = koyomi_fiscal_year_format_quarter (year, quarter, language);

  return g_strjoin (separator, year_name, name, NULL);
}

static void
add_quarters (KoyomiExportIncidentRows *self,
              AdwPreferencesGroup      *group)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < N_QUARTERS; i++)
    {
      g_autofree char *name = name_quarter (self, i, " ", koyomi_workspace_get_language (self->workspace));

      gtk_string_list_append (names, name);
    }
  self->quarter_row = add_combo_row (group, tr (self, N_("_Quarter")), names);
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
  add_quarters (self, group);
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
  options->year = get_quarter (self, adw_combo_row_get_selected (self->quarter_row), &options->quarter);
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

  quarter = name_quarter (self, adw_combo_row_get_selected (self->quarter_row), "-", language);

  /* Translators: the name proposed for a file; a quarter */
  return g_strdup_printf (koyomi_tr (language, "Incident-statistics-%s"), quarter);
}
