#pragma once

#include "koyomi-incident-cards.h"

G_BEGIN_DECLS

/* What the pointer does on the board: select, open, carry a card to another column. */
void koyomi_incident_drag_attach (KoyomiIncidentCards *cards);

G_END_DECLS
