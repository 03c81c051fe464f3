#pragma once

#include <gtk/gtk.h>

#include "koyomi-incident-sheet.h"

G_BEGIN_DECLS

/* The columns of the table of incidents, each of which sorts. */
void       koyomi_incident_columns_add      (GtkColumnView        *view,
                                             KoyomiIncidentSheet  *sheet);
gint64     koyomi_incident_columns_pick     (GtkWidget            *view,
                                             double                x,
                                             double                y);
GtkWidget *koyomi_incident_columns_find_row (GtkWidget            *view,
                                             gint64                incident);

G_END_DECLS
