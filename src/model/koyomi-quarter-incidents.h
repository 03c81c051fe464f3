#pragma once

#include "koyomi-fiscal-year.h"
#include "koyomi-incident-measure.h"
#include "koyomi-incident.h"
#include "koyomi-severity.h"

G_BEGIN_DECLS

/* The quarters that a count is told for. */
typedef enum
{
  KOYOMI_QUARTER_THIS,
  KOYOMI_QUARTER_LAST,        /* the one before */
  KOYOMI_QUARTER_YEAR_AGO,    /* the same one a year ago */
  KOYOMI_N_QUARTERS_TOLD,
} KoyomiQuarterTold;

/* How many incidents of one kind there were. */
typedef struct
{
  const char *key;      /* the code of a class or the name of a team; "" for those without one */
  guint       counts[KOYOMI_N_QUARTERS_TOLD];
} KoyomiQuarterCount;

/* The incidents that were detected in a quarter, against the quarter before and the same one a year ago. Incidents are what
 * koyomi_incident_counts() says: what is told of events and near misses is their number only, and of drills nothing. */
typedef struct
{
  KoyomiFiscalYear      year;
  int                   quarter;     /* 1 to 4 */
  int                   month;       /* of the quarter, 1 to 3, against the month before and the same one a year ago; 0 for all of it */
  guint                 total[KOYOMI_N_QUARTERS_TOLD];
  guint                 events[KOYOMI_N_QUARTERS_TOLD];
  guint                 near_misses[KOYOMI_N_QUARTERS_TOLD];
  guint                 false_alarms[KOYOMI_N_QUARTERS_TOLD];
  guint                 closed[KOYOMI_N_QUARTERS_TOLD];          /* incidents that were closed in the quarter */
  guint                 found_outside[KOYOMI_N_QUARTERS_TOLD];
  guint                 recurrences[KOYOMI_N_QUARTERS_TOLD];
  guint                 by_severity[KOYOMI_N_SEVERITIES][KOYOMI_N_QUARTERS_TOLD];
  GArray               *by_class;    /* (element-type KoyomiQuarterCount): the most of this quarter first */
  GArray               *by_team;     /* (element-type KoyomiQuarterCount): likewise */
  KoyomiMeasureSummary  measures[KOYOMI_N_MEASURES][KOYOMI_N_QUARTERS_TOLD];
} KoyomiQuarterIncidents;

/* What the count needs to know of an incident. Texts are only borrowed. */
typedef struct
{
  KoyomiIncidentKind   kind;
  KoyomiIncidentState  state;
  KoyomiSeverity       severity;
  const char          *class;
  const char          *team;
  gboolean             found_outside;
  gboolean             is_recurrence;
  KoyomiIncidentTimes  times;
} KoyomiQuarterFact;

KoyomiQuarterIncidents *koyomi_quarter_incidents_new         (KoyomiFiscalYear         year,
                                                              int                      quarter) G_GNUC_WARN_UNUSED_RESULT;
void                    koyomi_quarter_incidents_free        (KoyomiQuarterIncidents  *self);
void                    koyomi_quarter_incidents_count       (KoyomiQuarterIncidents  *self,
                                                              const KoyomiQuarterFact *facts,
                                                              guint                    n_facts);
void                    koyomi_quarter_told_get_days         (KoyomiFiscalYear         year,
                                                              int                      quarter,
                                                              int                      month,
                                                              KoyomiQuarterTold        told,
                                                              guint32                 *first_day,
                                                              guint32                 *last_day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiQuarterIncidents, koyomi_quarter_incidents_free)

G_END_DECLS
