#pragma once

#include <glib-object.h>

#include "koyomi-incident-board.h"

G_BEGIN_DECLS

/* A line of the table of incidents. */
#define KOYOMI_TYPE_INCIDENT_ROW (koyomi_incident_row_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiIncidentRow, koyomi_incident_row, KOYOMI, INCIDENT_ROW, GObject)

KoyomiIncidentRow        *koyomi_incident_row_new      (const KoyomiIncidentCard *card) G_GNUC_WARN_UNUSED_RESULT;
const KoyomiIncidentCard *koyomi_incident_row_get_card (KoyomiIncidentRow        *self);

G_END_DECLS
