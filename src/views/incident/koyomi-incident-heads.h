#pragma once

#include "koyomi-incident-cards.h"

G_BEGIN_DECLS

/* The names of the columns and how many cards each has, above the cards and moving to the side with them. */
#define KOYOMI_TYPE_INCIDENT_HEADS (koyomi_incident_heads_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiIncidentHeads, koyomi_incident_heads, KOYOMI, INCIDENT_HEADS, GtkWidget)

GtkWidget *koyomi_incident_heads_new (KoyomiIncidentCards *cards) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
