#pragma once

#include <gtk/gtk.h>

#include "koyomi-incident-sheet.h"

G_BEGIN_DECLS

/* A card that is in sight.
 *
 * Actions: card.open. */
#define KOYOMI_TYPE_INCIDENT_CARD_VIEW (koyomi_incident_card_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiIncidentCardView, koyomi_incident_card_view, KOYOMI, INCIDENT_CARD_VIEW, GtkWidget)

GtkWidget           *koyomi_incident_card_view_new          (KoyomiIncidentSheet    *sheet) G_GNUC_WARN_UNUSED_RESULT;
gint64               koyomi_incident_card_view_get_incident (KoyomiIncidentCardView *self);
void                 koyomi_incident_card_view_bind         (KoyomiIncidentCardView *self,
                                                             KoyomiIncidentPlace     place);
void                 koyomi_incident_card_view_set_lifted   (KoyomiIncidentCardView *self,
                                                             gboolean                lifted);
void                 koyomi_incident_card_view_update       (KoyomiIncidentCardView *self);

G_END_DECLS
