#pragma once

#include "koyomi-card-chart.h"
#include "koyomi-incident-order.h"

G_BEGIN_DECLS

/* Where the cards of a board lie. The columns' names stand above and do not scroll: 0 is the upper edge below them. */
typedef struct
{
  const KoyomiIncidentOrder *order;     /* borrowed */
  GArray                    *columns;   /* (element-type KoyomiRect): from 0, as high as the board */
  GArray                    *lanes;     /* (element-type double): the upper edge of each, and the lower one of the last */
  GPtrArray                 *edges;     /* (element-type GArray (element-type double)): of the cards of each cell, likewise */
  double                     heading;   /* the height of a lane's name; 0 where there are no lanes */
  double                     width;
  double                     height;
  double                     inset;
  double                     card_gap;
} KoyomiIncidentLayout;

KoyomiIncidentLayout *koyomi_incident_layout_new        (const KoyomiIncidentOrder   *order,
                                                         const KoyomiCardChart       *chart,
                                                         double                       width,
                                                         double                       height,
                                                         gint64                       now,
                                                         KoyomiLanguage               language) G_GNUC_WARN_UNUSED_RESULT;
void                  koyomi_incident_layout_free       (KoyomiIncidentLayout        *self);

KoyomiRect            koyomi_incident_layout_get_column (const KoyomiIncidentLayout  *self,
                                                         int                          column);
KoyomiRect            koyomi_incident_layout_get_lane   (const KoyomiIncidentLayout  *self,
                                                         int                          lane);
KoyomiRect            koyomi_incident_layout_get_card   (const KoyomiIncidentLayout  *self,
                                                         KoyomiIncidentPlace          place);
int                   koyomi_incident_layout_find_column (const KoyomiIncidentLayout *self,
                                                          double                       x);
int                   koyomi_incident_layout_find_index (const KoyomiIncidentLayout  *self,
                                                         int                          lane,
                                                         int                          column,
                                                         double                       y);
const KoyomiIncidentCard *koyomi_incident_layout_pick   (const KoyomiIncidentLayout  *self,
                                                         double                       x,
                                                         double                       y,
                                                         KoyomiIncidentPlace         *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiIncidentLayout, koyomi_incident_layout_free)

G_END_DECLS
