#pragma once

#include "koyomi-incident-cards.h"

G_BEGIN_DECLS

/* The keys that walk over the cards of the board. */
void koyomi_incident_walk_bind_keys (GtkWidgetClass       *cards_class);
void koyomi_incident_walk_to_first  (KoyomiIncidentCards  *cards);

G_END_DECLS
