#pragma once

#include "koyomi-incident-filter.h"

G_BEGIN_DECLS

/* By what the cards of the board lie in lanes. */
typedef enum
{
  KOYOMI_INCIDENT_LANES_NONE,
  KOYOMI_INCIDENT_LANES_SEVERITY,
  KOYOMI_INCIDENT_LANES_TEAM,
  KOYOMI_INCIDENT_LANES_KIND,
} KoyomiIncidentLanes;

#define KOYOMI_N_INCIDENT_LANES 4

typedef struct
{
  guint                states;     /* 1 << KoyomiIncidentState */
  KoyomiIncidentState  target;     /* what a card becomes that is put there */
  const char          *name;
  guint                n_cards;
  gboolean             is_folded;  /* its cards are counted but not shown */
} KoyomiIncidentColumn;

typedef struct
{
  char  *name;      /* NULL where there are no lanes */
  int    key;       /* where it stands among others */
  guint  n_cards;   /* that are shown */
} KoyomiIncidentLane;

/* A card by where it stands; the index in its lane and column. */
typedef struct
{
  int lane;
  int column;
  int index;
} KoyomiIncidentPlace;

/* Which cards stand where: columns are states, lanes what was chosen. Borrows the cards. */
typedef struct
{
  GArray    *columns;    /* (element-type KoyomiIncidentColumn) */
  GPtrArray *lanes;      /* (element-type KoyomiIncidentLane) */
  GPtrArray *cells;      /* (element-type GPtrArray (element-type KoyomiIncidentCard)): of each lane those of each column */
  GPtrArray *cards;      /* (element-type KoyomiIncidentCard): all that are shown, the most pressing first */
} KoyomiIncidentOrder;

KoyomiIncidentOrder      *koyomi_incident_order_new      (KoyomiIncidentBoard        *board,
                                                          const KoyomiIncidentFilter *filter,
                                                          KoyomiIncidentLanes         lanes,
                                                          const char                 *person,
                                                          KoyomiLanguage              language) G_GNUC_WARN_UNUSED_RESULT;
void                      koyomi_incident_order_free     (KoyomiIncidentOrder        *self);

GPtrArray                *koyomi_incident_order_get_cell (const KoyomiIncidentOrder  *self,
                                                          int                         lane,
                                                          int                         column);
const KoyomiIncidentCard *koyomi_incident_order_get_card (const KoyomiIncidentOrder  *self,
                                                          KoyomiIncidentPlace         place);
gboolean                  koyomi_incident_order_find     (const KoyomiIncidentOrder  *self,
                                                          gint64                      id,
                                                          KoyomiIncidentPlace        *place);

const char               *koyomi_incident_lanes_get_nick (KoyomiIncidentLanes         self);
gboolean                  koyomi_incident_lanes_from_nick (const char                *nick,
                                                           KoyomiIncidentLanes        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiIncidentOrder, koyomi_incident_order_free)

G_END_DECLS
