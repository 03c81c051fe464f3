#pragma once

#include "koyomi-incident-cards.h"

G_BEGIN_DECLS

/* The board itself: the names of its columns, the cards and scroll bars. */
#define KOYOMI_TYPE_INCIDENT_GRID (koyomi_incident_grid_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiIncidentGrid, koyomi_incident_grid, KOYOMI, INCIDENT_GRID, GtkWidget)

GtkWidget           *koyomi_incident_grid_new       (KoyomiIncidentSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
