#pragma once

#include "koyomi-clock.h"

G_BEGIN_DECLS

typedef enum
{
  KOYOMI_CLOCK_STATE_NOT_JUDGED,       /* nobody has decided yet whether it must be reported */
  KOYOMI_CLOCK_STATE_NOT_APPLICABLE,   /* decided: no */
  KOYOMI_CLOCK_STATE_DUE,              /* decided: yes, and the limit has not passed, or there is none with a number */
  KOYOMI_CLOCK_STATE_LATE,             /* decided: yes, and the limit has passed */
  KOYOMI_CLOCK_STATE_FILED,
} KoyomiClockState;

#define KOYOMI_N_CLOCK_STATES 5

/* Why no due time can be told. */
typedef enum
{
  KOYOMI_CLOCK_LACKS_NOTHING,
  KOYOMI_CLOCK_LACKS_NUMBER,   /* the law says “promptly”: somebody may set a time of their own */
  KOYOMI_CLOCK_LACKS_AMOUNT,   /* the table of reporting duties has still to be filled in, or cannot be read */
  KOYOMI_CLOCK_LACKS_START,    /* the time from which it counts is not entered */
  KOYOMI_CLOCK_LACKS_STAGE,    /* the stage before has not been submitted */
} KoyomiClockLack;

/* One reporting duty for one incident. Times are ms UTC; 0 is none. */
typedef struct
{
  KoyomiRecord     *clock;        /* the row of reporting_clock, completed from the reference */
  KoyomiRecord     *report;       /* (nullable): the row of incident_report */
  KoyomiClockState  state;
  KoyomiClockLack   lack;
  gint64            started_at;
  gint64            due_at;       /* the last moment in time; of what is not judged, when it would be */
  gint64            warn_at;
  gboolean          is_warning;   /* due, and the time to warn has come */
  gboolean          gives_way;    /* another clock of the same notice counts, not this one */
  gboolean          filed_late;
} KoyomiIncidentClock;

void        koyomi_incident_clock_free        (KoyomiIncidentClock        *self);
gint64      koyomi_incident_clock_get_left    (const KoyomiIncidentClock  *self,
                                               gint64                      now);
char       *koyomi_incident_clock_dup_title   (const KoyomiIncidentClock  *self,
                                               KoyomiLanguage              language) G_GNUC_WARN_UNUSED_RESULT;
const char *koyomi_incident_clock_explain_lack (const KoyomiIncidentClock *self,
                                                KoyomiLanguage              language);

const char *koyomi_clock_state_get_nick       (KoyomiClockState            self);
const char *koyomi_clock_state_get_label      (KoyomiClockState            self,
                                               KoyomiLanguage              language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiIncidentClock, koyomi_incident_clock_free)

G_END_DECLS
