#pragma once

#include "koyomi-record.h"

G_BEGIN_DECLS

/* How a task of an incident's check-list stands. */
typedef enum
{
  KOYOMI_TASK_OPEN,
  KOYOMI_TASK_LATE,        /* open, and due before now */
  KOYOMI_TASK_DONE,
  KOYOMI_TASK_DONE_LATE,   /* ticked after it was due */
  KOYOMI_TASK_WAIVED,      /* not done, for a reason */
} KoyomiTaskState;

#define KOYOMI_N_TASK_STATES 5

KoyomiTaskState koyomi_incident_task_get_state (KoyomiRecord    *task,
                                                gint64           now);
gboolean        koyomi_task_state_is_open      (KoyomiTaskState  state);
const char     *koyomi_task_state_get_name     (KoyomiTaskState  state,
                                                KoyomiLanguage   language);

gint64          koyomi_incident_task_get_due   (KoyomiRecord    *incident,
                                                KoyomiAnchor     anchor,
                                                gint64           minutes);

G_END_DECLS
