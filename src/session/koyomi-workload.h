#pragma once

#include "koyomi-load.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* How much the teams have to do in each month of a fiscal year, and how much they can.
 *
 * A run's person-days are those of its activity, spread over its working days; it is done by its team, else by that of its activity,
 * else in equal parts by whoever does the function. Runs that were skipped or missed are no work. Of a routine, each day that somebody
 * attests as planned counts as a part of a person-day, and months that nobody has attested as the mean of those that were. Other
 * duties say nothing about how much work they are, and do not count. */

typedef struct
{
  KoyomiRecord   *team;       /* (nullable): NULL for what nobody does */
  KoyomiLoadCell  months[12]; /* of the fiscal year */
  KoyomiLoadCell  year;
} KoyomiTeamLoad;

/* An activity by quarter, whoever does it. */
typedef struct
{
  gint64    activity_id;
  gint64    function_id;
  char     *title;
  double    days[4];
  double    cost[4];
  gboolean  is_estimated;     /* else nobody said how many person-days a run takes */
} KoyomiActivityLoad;

typedef struct
{
  KoyomiFiscalYear  year;
  guint             working_days[12];
  double            routine_day;   /* the part of a person-day that a routine takes on a day */
  GPtrArray        *teams;         /* (element-type KoyomiTeamLoad): all of the plan in their order, then what nobody does, if there is any */
  GPtrArray        *activities;    /* (element-type KoyomiActivityLoad): those with runs in the year */
} KoyomiWorkload;

void            koyomi_workload_free            (KoyomiWorkload    *self);
KoyomiWorkload *koyomi_session_load_workload    (KoyomiSession     *session,
                                                 KoyomiFiscalYear   year,
                                                 KoyomiLanguage     language,
                                                 GError           **error) G_GNUC_WARN_UNUSED_RESULT;

double          koyomi_session_get_routine_day  (KoyomiSession     *session);
gboolean        koyomi_session_set_routine_day  (KoyomiSession     *session,
                                                 double             person_days,
                                                 KoyomiLanguage     language,
                                                 GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiWorkload, koyomi_workload_free)

G_END_DECLS
