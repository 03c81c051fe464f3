#pragma once

#include "koyomi-incident-board.h"

G_BEGIN_DECLS

/* The incidents of one class. */
typedef struct
{
  const char *class;   /* its code; "" for those without one */
  GPtrArray  *cards;   /* (element-type KoyomiIncidentCard): of the board, in its order */
} KoyomiIncidentCause;

GPtrArray  *koyomi_incident_board_list_days      (const KoyomiIncidentBoard *self,
                                                  guint32                    first_day,
                                                  guint32                    last_day) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *koyomi_incident_cards_list_severity  (GPtrArray                 *cards,
                                                  KoyomiSeverity             severity,
                                                  guint32                    first_day,
                                                  guint32                    last_day) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *koyomi_incident_causes_new           (GPtrArray                 *cards) G_GNUC_WARN_UNUSED_RESULT;
const char *koyomi_incident_cause_get_label      (const char                *class,
                                                  KoyomiLanguage             language);

G_END_DECLS
