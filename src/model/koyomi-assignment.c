#include "koyomi-assignment.h"

#include "koyomi-day.h"

static gboolean
lies_between (guint32 day,
              guint32 first_day,
              guint32 last_day)
{
  return first_day <= day && (last_day == KOYOMI_DAY_NONE || day <= last_day);
}

/* Both ends count; an end that is not given is open. */
gboolean
koyomi_assignment_holds_on (KoyomiRecord *assignment,
                            guint32       day)
{
  return lies_between (day, koyomi_record_get_day (assignment, KOYOMI_ASSIGNMENT_FROM_DAY),
                       koyomi_record_get_day (assignment, KOYOMI_ASSIGNMENT_TO_DAY));
}

/* Likewise. */
gboolean
koyomi_team_is_active_on (KoyomiRecord *team,
                          guint32       day)
{
  return lies_between (day, koyomi_record_get_day (team, KOYOMI_TEAM_ACTIVE_FROM),
                       koyomi_record_get_day (team, KOYOMI_TEAM_ACTIVE_TO));
}
