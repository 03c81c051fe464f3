#include "koyomi-incident-task.h"

#include "koyomi-incident-times.h"

#define MINUTE 60000

/* A task that was ticked is done, also if a reason was once given for leaving it. A due time counts in: at it, nothing is late. */
KoyomiTaskState
koyomi_incident_task_get_state (KoyomiRecord *task,
                                gint64        now)
{
  gint64 due = koyomi_record_get_int (task, KOYOMI_INCIDENT_TASK_DUE_AT);
  gint64 done = koyomi_record_get_int (task, KOYOMI_INCIDENT_TASK_DONE_AT);

  g_return_val_if_fail (koyomi_record_get_table_id (task) == KOYOMI_TABLE_INCIDENT_TASK, KOYOMI_TASK_OPEN);

  if (done != 0)
    return due != 0 && done > due ? KOYOMI_TASK_DONE_LATE : KOYOMI_TASK_DONE;

  if (*koyomi_record_get_text (task, KOYOMI_INCIDENT_TASK_WAIVED) != '\0')
    return KOYOMI_TASK_WAIVED;

  return due != 0 && now > due ? KOYOMI_TASK_LATE : KOYOMI_TASK_OPEN;
}

/* Whether somebody still has to do it. */
gboolean
koyomi_task_state_is_open (KoyomiTaskState state)
{
  return state == KOYOMI_TASK_OPEN || state == KOYOMI_TASK_LATE;
}

const char *
koyomi_task_state_get_name (KoyomiTaskState state,
                            KoyomiLanguage  language)
{
  switch (state)
    {
    case KOYOMI_TASK_OPEN:
      return koyomi_trc (language, "task", "Open");
    case KOYOMI_TASK_LATE:
      return koyomi_trc (language, "task", "Late");
    case KOYOMI_TASK_DONE:
      return koyomi_trc (language, "task", "Done");
    case KOYOMI_TASK_DONE_LATE:
      return koyomi_trc (language, "task", "Done late");
    case KOYOMI_TASK_WAIVED:
      return koyomi_trc (language, "task", "Not done, with a reason");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * koyomi_incident_task_get_due:
 * @minutes: %KOYOMI_NO_INT for a task that is not due at any time
 *
 * A task counts from the time that its template names. Awareness that is not told is taken for detection, and detection that is not
 * told for the time at which the record was opened, so that the task is not left without a due time.
 *
 * Returns: when it is due, or 0
 */
gint64
koyomi_incident_task_get_due (KoyomiRecord *incident,
                              KoyomiAnchor  anchor,
                              gint64        minutes)
{
  gint64 from = 0;

  g_return_val_if_fail (koyomi_record_get_table_id (incident) == KOYOMI_TABLE_INCIDENT, 0);

  if (minutes == KOYOMI_NO_INT)
    return 0;

  if (anchor == KOYOMI_ANCHOR_AWARE)
    from = koyomi_incident_time_find_first (KOYOMI_INCIDENT_TIME_AWARE, incident);
  if (from == 0 && anchor != KOYOMI_ANCHOR_OPENED)
    from = koyomi_incident_time_find_first (KOYOMI_INCIDENT_TIME_DETECTED, incident);
  if (from == 0)
    from = koyomi_record_get_int (incident, KOYOMI_INCIDENT_OPENED_AT);

  return from != 0 ? from + minutes * MINUTE : 0;
}
