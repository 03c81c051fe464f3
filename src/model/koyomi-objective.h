#pragma once

#include "koyomi-record.h"

G_BEGIN_DECLS

/* How far an objective is, as its metric says. */
typedef enum
{
  KOYOMI_OBJECTIVE_REACHED,
  KOYOMI_OBJECTIVE_OPEN,       /* not reached, and its day has not passed */
  KOYOMI_OBJECTIVE_MISSED,     /* its day has passed */
  KOYOMI_OBJECTIVE_NO_DATA,
  KOYOMI_N_OBJECTIVE_STATES,
} KoyomiObjectiveState;

KoyomiObjectiveState  koyomi_objective_judge           (KoyomiRecord         *objective,
                                                        KoyomiDirection       direction,
                                                        double                value,
                                                        guint32               today);
const char           *koyomi_objective_state_get_label (KoyomiObjectiveState  self,
                                                        KoyomiLanguage        language);

G_END_DECLS
