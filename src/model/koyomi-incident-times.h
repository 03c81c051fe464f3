#pragma once

#include "koyomi-record.h"

G_BEGIN_DECLS

/* The times of an incident, in the order in which they are read. */
typedef enum
{
  KOYOMI_INCIDENT_TIME_OCCURRED,
  KOYOMI_INCIDENT_TIME_DETECTED,
  KOYOMI_INCIDENT_TIME_AWARE,          /* of what the law asks to report */
  KOYOMI_INCIDENT_TIME_ACKNOWLEDGED,
  KOYOMI_INCIDENT_TIME_CLASSIFIED,
  KOYOMI_INCIDENT_TIME_CONTAINED,
  KOYOMI_INCIDENT_TIME_ERADICATED,
  KOYOMI_INCIDENT_TIME_RECOVERED,
  KOYOMI_INCIDENT_TIME_CLOSED,
  KOYOMI_N_INCIDENT_TIMES,
} KoyomiIncidentTime;

typedef enum
{
  KOYOMI_CERTAINTY_OPEN,        /* not yet, or not yet found out */
  KOYOMI_CERTAINTY_EXACT,
  KOYOMI_CERTAINTY_ESTIMATED,
  KOYOMI_CERTAINTY_UNKNOWN,     /* it cannot be known */
  KOYOMI_CERTAINTY_RANGE,       /* it lies between two moments */
} KoyomiCertainty;

/* What is known of an incident's times: milliseconds since 1970 in UTC, 0 where there is none. */
typedef struct
{
  gint64          at[KOYOMI_N_INCIDENT_TIMES];      /* of a range its middle, with which it counts */
  gint64          until[KOYOMI_N_INCIDENT_TIMES];   /* the end of a range */
  KoyomiCertainty certainty[KOYOMI_N_INCIDENT_TIMES];
} KoyomiIncidentTimes;

/* What cannot be: @time lies before @other, or, when the two are the same, in the future. */
typedef struct
{
  KoyomiIncidentTime time;
  KoyomiIncidentTime other;
} KoyomiTimesFault;

const char *koyomi_incident_time_get_name     (KoyomiIncidentTime         time);
int         koyomi_incident_time_get_field    (KoyomiIncidentTime         time);
gboolean    koyomi_incident_time_can_be_range (KoyomiIncidentTime         time);
const char *koyomi_incident_time_get_label    (KoyomiIncidentTime         time,
                                               KoyomiLanguage             language);
const char *koyomi_certainty_get_label        (KoyomiCertainty            certainty,
                                               KoyomiLanguage             language);

void        koyomi_incident_times_init        (KoyomiIncidentTimes       *self);
void        koyomi_incident_times_set         (KoyomiIncidentTimes       *self,
                                               KoyomiIncidentTime         time,
                                               gint64                     at,
                                               KoyomiCertainty            certainty);
void        koyomi_incident_times_set_range   (KoyomiIncidentTimes       *self,
                                               KoyomiIncidentTime         time,
                                               gint64                     from,
                                               gint64                     until);
gint64      koyomi_incident_times_get_first   (const KoyomiIncidentTimes *self,
                                               KoyomiIncidentTime         time);
gint64      koyomi_incident_times_get_last    (const KoyomiIncidentTimes *self,
                                               KoyomiIncidentTime         time);
void        koyomi_incident_times_read        (KoyomiIncidentTimes       *self,
                                               KoyomiRecord              *incident);
void        koyomi_incident_times_mark        (KoyomiIncidentTimes       *self,
                                               const char                *estimated,
                                               const char                *unknown);
void        koyomi_incident_times_write       (const KoyomiIncidentTimes *self,
                                               KoyomiRecord              *incident);
gboolean    koyomi_incident_times_equal       (const KoyomiIncidentTimes *self,
                                               const KoyomiIncidentTimes *other);
gboolean    koyomi_incident_times_is_known    (const KoyomiIncidentTimes *self,
                                               KoyomiIncidentTime         time);
gboolean    koyomi_incident_times_differ      (const KoyomiIncidentTimes *self,
                                               const KoyomiIncidentTimes *other,
                                               KoyomiIncidentTime         time);
gboolean    koyomi_incident_times_find_fault  (const KoyomiIncidentTimes *self,
                                               gint64                     now,
                                               KoyomiTimesFault          *fault);
char       *koyomi_incident_times_format      (const KoyomiIncidentTimes *self,
                                               KoyomiIncidentTime         time,
                                               const char                *format,
                                               KoyomiLanguage             language) G_GNUC_WARN_UNUSED_RESULT;
char       *koyomi_times_fault_describe       (const KoyomiTimesFault    *self,
                                               KoyomiLanguage             language) G_GNUC_WARN_UNUSED_RESULT;

/* Where one time of an incident is wanted and not all of them */
gint64      koyomi_incident_time_find_first   (KoyomiIncidentTime         time,
                                               KoyomiRecord              *incident);

G_END_DECLS
