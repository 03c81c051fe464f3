#pragma once

#include <gtk/gtk.h>

#include "koyomi-incident-sheet.h"

G_BEGIN_DECLS

/* What the board shows, as a table that can be sorted. */
#define KOYOMI_TYPE_INCIDENT_TABLE (koyomi_incident_table_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiIncidentTable, koyomi_incident_table, KOYOMI, INCIDENT_TABLE, GtkWidget)

GtkWidget *koyomi_incident_table_new (KoyomiIncidentSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
