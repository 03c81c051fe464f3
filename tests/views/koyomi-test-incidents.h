#pragma once

#include "koyomi-incident-cards.h"
#include "koyomi-test-window.h"

G_BEGIN_DECLS

/* The board of the sample company's incidents. */
typedef struct
{
  KoyomiTestWindow     test;
  KoyomiSession       *session;
  GtkWindow           *window;
  GtkWidget           *view;
  KoyomiIncidentCards *cards;
  KoyomiIncidentSheet *sheet;
} KoyomiTestIncidents;

/* As fixtures of tests. */
void                 koyomi_test_incidents_set_up       (KoyomiTestIncidents *self,
                                                         gconstpointer        data);
void                 koyomi_test_incidents_tear_down    (KoyomiTestIncidents *self,
                                                         gconstpointer        data);

KoyomiIncidentPlace  koyomi_test_incidents_get_place    (KoyomiTestIncidents *self);
KoyomiIncidentState  koyomi_test_incidents_get_state    (KoyomiTestIncidents *self,
                                                         gint64               incident);
gint64               koyomi_test_incidents_get_selected (KoyomiTestIncidents *self);

G_END_DECLS
