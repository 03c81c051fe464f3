#pragma once

#include "koyomi-incident-card-view.h"

G_BEGIN_DECLS

/* The cards of the board, of which only those in sight are alive.
 *
 * Signals:
 *   "target-changed" (): a card that is dragged is over another column */
#define KOYOMI_TYPE_INCIDENT_CARDS (koyomi_incident_cards_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiIncidentCards, koyomi_incident_cards, KOYOMI, INCIDENT_CARDS, GtkWidget)

GtkWidget                *koyomi_incident_cards_new         (KoyomiIncidentSheet      *sheet) G_GNUC_WARN_UNUSED_RESULT;
KoyomiIncidentSheet      *koyomi_incident_cards_get_sheet   (KoyomiIncidentCards      *self);
GtkAdjustment            *koyomi_incident_cards_get_down    (KoyomiIncidentCards      *self);
GtkAdjustment            *koyomi_incident_cards_get_across  (KoyomiIncidentCards      *self);

const KoyomiIncidentCard *koyomi_incident_cards_pick        (KoyomiIncidentCards      *self,
                                                             double                    x,
                                                             double                    y,
                                                             KoyomiIncidentPlace      *place);
int                       koyomi_incident_cards_pick_column (KoyomiIncidentCards      *self,
                                                             double                    x);
gboolean                  koyomi_incident_cards_get_bounds  (KoyomiIncidentCards      *self,
                                                             KoyomiIncidentPlace       place,
                                                             GdkRectangle             *bounds);
void                      koyomi_incident_cards_show        (KoyomiIncidentCards      *self);
gboolean                  koyomi_incident_cards_enter       (KoyomiIncidentCards      *self);

void                      koyomi_incident_cards_set_drag    (KoyomiIncidentCards      *self,
                                                             KoyomiIncidentPlace       place,
                                                             double                    x,
                                                             double                    y,
                                                             int                       column);
int                       koyomi_incident_cards_get_target  (KoyomiIncidentCards      *self);
void                      koyomi_incident_cards_clear_drag  (KoyomiIncidentCards      *self);

G_END_DECLS
