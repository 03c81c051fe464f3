#include "koyomi-incident-times.h"

#include "koyomi-day.h"

#include <string.h>

#define AFTER(time) (1u << KOYOMI_INCIDENT_TIME_##time)

/* What each time can only follow. An incident may be classified, and the law's duty be seen, before or after it is contained. */
static const struct
{
  const char *name;
  int         field;
  int         until; /* 0 for a time that cannot be a range */
  guint       after;
} descriptions[KOYOMI_N_INCIDENT_TIMES] = {
  [KOYOMI_INCIDENT_TIME_OCCURRED] = { "occurred", KOYOMI_INCIDENT_OCCURRED_AT, KOYOMI_INCIDENT_OCCURRED_UNTIL, 0 },
  [KOYOMI_INCIDENT_TIME_DETECTED] = { "detected", KOYOMI_INCIDENT_DETECTED_AT, KOYOMI_INCIDENT_DETECTED_UNTIL, AFTER (OCCURRED) },
  [KOYOMI_INCIDENT_TIME_AWARE] = { "aware", KOYOMI_INCIDENT_AWARE_AT, KOYOMI_INCIDENT_AWARE_UNTIL, AFTER (OCCURRED) | AFTER (DETECTED) },
  [KOYOMI_INCIDENT_TIME_ACKNOWLEDGED] = { "acknowledged", KOYOMI_INCIDENT_ACKNOWLEDGED_AT, KOYOMI_INCIDENT_ACKNOWLEDGED_UNTIL,
                                          AFTER (OCCURRED) | AFTER (DETECTED) },
  [KOYOMI_INCIDENT_TIME_CLASSIFIED] = { "classified", KOYOMI_INCIDENT_CLASSIFIED_AT, KOYOMI_INCIDENT_CLASSIFIED_UNTIL,
                                        AFTER (OCCURRED) | AFTER (DETECTED) },
  [KOYOMI_INCIDENT_TIME_CONTAINED] = { "contained", KOYOMI_INCIDENT_CONTAINED_AT, KOYOMI_INCIDENT_CONTAINED_UNTIL,
                                       AFTER (OCCURRED) | AFTER (DETECTED) | AFTER (ACKNOWLEDGED) },
  [KOYOMI_INCIDENT_TIME_ERADICATED] = { "eradicated", KOYOMI_INCIDENT_ERADICATED_AT, KOYOMI_INCIDENT_ERADICATED_UNTIL,
                                        AFTER (OCCURRED) | AFTER (DETECTED) | AFTER (ACKNOWLEDGED) | AFTER (CONTAINED) },
  [KOYOMI_INCIDENT_TIME_RECOVERED] = { "recovered", KOYOMI_INCIDENT_RECOVERED_AT, KOYOMI_INCIDENT_RECOVERED_UNTIL,
                                       AFTER (OCCURRED) | AFTER (DETECTED) | AFTER (ACKNOWLEDGED) | AFTER (CONTAINED) |
                                       AFTER (ERADICATED) },
  [KOYOMI_INCIDENT_TIME_CLOSED] = { "closed", KOYOMI_INCIDENT_CLOSED_AT, 0, AFTER (CLOSED) - 1 },
};

static const char * const certainty_labels[] = {
  [KOYOMI_CERTAINTY_OPEN] = N_("Not yet"),
  [KOYOMI_CERTAINTY_EXACT] = N_("Exact"),
  [KOYOMI_CERTAINTY_ESTIMATED] = N_("Estimated"),
  [KOYOMI_CERTAINTY_UNKNOWN] = N_("Cannot be known"),
  [KOYOMI_CERTAINTY_RANGE] = N_("Between two times"),
};

/* How the fields of estimated and unknown times call it. */
const char *
koyomi_incident_time_get_name (KoyomiIncidentTime time)
{
  g_return_val_if_fail (time < KOYOMI_N_INCIDENT_TIMES, "");

  return descriptions[time].name;
}

const char *
koyomi_incident_time_get_label (KoyomiIncidentTime time,
                                KoyomiLanguage     language)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_TABLE_INCIDENT);

  g_return_val_if_fail (time < KOYOMI_N_INCIDENT_TIMES, "");

  return koyomi_tr (language, table->fields[KOYOMI_FIELD_INDEX (descriptions[time].field)].label);
}

int
koyomi_incident_time_get_field (KoyomiIncidentTime time)
{
  g_return_val_if_fail (time < KOYOMI_N_INCIDENT_TIMES, 0);

  return descriptions[time].field;
}

/* An incident is closed at a moment. */
gboolean
koyomi_incident_time_can_be_range (KoyomiIncidentTime time)
{
  g_return_val_if_fail (time < KOYOMI_N_INCIDENT_TIMES, FALSE);

  return descriptions[time].until != 0;
}

const char *
koyomi_certainty_get_label (KoyomiCertainty certainty,
                            KoyomiLanguage  language)
{
  g_return_val_if_fail (certainty < G_N_ELEMENTS (certainty_labels), "");

  return koyomi_tr (language, certainty_labels[certainty]);
}

/* Nothing is known yet. */
void
koyomi_incident_times_init (KoyomiIncidentTimes *self)
{
  memset (self, 0, sizeof *self);
}

/* @at is only kept of times that are exact or estimated, and without it a time is neither. For a range see
 * koyomi_incident_times_set_range (). */
void
koyomi_incident_times_set (KoyomiIncidentTimes *self,
                           KoyomiIncidentTime   time,
                           gint64               at,
                           KoyomiCertainty      certainty)
{
  g_return_if_fail (time < KOYOMI_N_INCIDENT_TIMES);
  g_return_if_fail (certainty != KOYOMI_CERTAINTY_RANGE);

  if (certainty == KOYOMI_CERTAINTY_OPEN || certainty == KOYOMI_CERTAINTY_UNKNOWN)
    at = 0;
  else if (at == 0)
    certainty = KOYOMI_CERTAINTY_OPEN;

  self->at[time] = at;
  self->until[time] = 0;
  self->certainty[time] = certainty;
}

/* All that is known is that the time lies between the two, which counts as estimated in the middle. */
void
koyomi_incident_times_set_range (KoyomiIncidentTimes *self,
                                 KoyomiIncidentTime   time,
                                 gint64               from,
                                 gint64               until)
{
  g_return_if_fail (koyomi_incident_time_can_be_range (time));
  g_return_if_fail (0 < from && from <= until);

  self->at[time] = from + (until - from) / 2;
  self->until[time] = from < until ? until : 0;
  self->certainty[time] = from < until ? KOYOMI_CERTAINTY_RANGE : KOYOMI_CERTAINTY_ESTIMATED;
}

/* Returns: the earliest that the time can have been; 0 without any */
gint64
koyomi_incident_times_get_first (const KoyomiIncidentTimes *self,
                                 KoyomiIncidentTime         time)
{
  return self->certainty[time] == KOYOMI_CERTAINTY_RANGE ? 2 * self->at[time] - self->until[time] : self->at[time];
}

/* Returns: the latest that the time can have been; 0 without any */
gint64
koyomi_incident_times_get_last (const KoyomiIncidentTimes *self,
                                KoyomiIncidentTime         time)
{
  return self->certainty[time] == KOYOMI_CERTAINTY_RANGE ? self->until[time] : self->at[time];
}

static gboolean
has_name (const char         *names,
          KoyomiIncidentTime  time)
{
  const char *name = descriptions[time].name;
  gsize length = strlen (name);

  for (const char *found = strstr (names, name); found != NULL; found = strstr (found + 1, name))
    if ((found == names || !g_ascii_isalpha (found[-1])) && !g_ascii_isalpha (found[length]))
      return TRUE;

  return FALSE;
}

/* Tells from the names in the two texts how certain the times are, once they stand in @self. */
void
koyomi_incident_times_mark (KoyomiIncidentTimes *self,
                            const char          *estimated,
                            const char          *unknown)
{
  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    if (self->at[i] != 0)
      self->certainty[i] = *estimated != '\0' && has_name (estimated, i) ? KOYOMI_CERTAINTY_ESTIMATED : KOYOMI_CERTAINTY_EXACT;
    else
      self->certainty[i] = *unknown != '\0' && has_name (unknown, i) ? KOYOMI_CERTAINTY_UNKNOWN : KOYOMI_CERTAINTY_OPEN;
}

void
koyomi_incident_times_read (KoyomiIncidentTimes *self,
                            KoyomiRecord        *incident)
{
  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    self->at[i] = koyomi_record_get_int (incident, descriptions[i].field);

  koyomi_incident_times_mark (self, koyomi_record_get_text (incident, KOYOMI_INCIDENT_ESTIMATED),
                              koyomi_record_get_text (incident, KOYOMI_INCIDENT_UNKNOWN));

  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    {
      gint64 until = descriptions[i].until != 0 ? koyomi_record_get_int (incident, descriptions[i].until) : 0;
      gboolean is_range = self->certainty[i] == KOYOMI_CERTAINTY_ESTIMATED && until > self->at[i];

      self->until[i] = is_range ? until : 0;
      if (is_range)
        self->certainty[i] = KOYOMI_CERTAINTY_RANGE;
    }
}

static char *
join_names (const KoyomiIncidentTimes *self,
            KoyomiCertainty            certainty,
            KoyomiCertainty            other)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    if (self->certainty[i] == certainty || self->certainty[i] == other)
      g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", descriptions[i].name);

  return g_string_free (names, FALSE);
}

void
koyomi_incident_times_write (const KoyomiIncidentTimes *self,
                             KoyomiRecord              *incident)
{
  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    {
      koyomi_record_set_int (incident, descriptions[i].field, self->at[i]);
      if (descriptions[i].until != 0)
        koyomi_record_set_int (incident, descriptions[i].until, self->until[i]);
    }

  koyomi_record_take_text (incident, KOYOMI_INCIDENT_ESTIMATED,
                           join_names (self, KOYOMI_CERTAINTY_ESTIMATED, KOYOMI_CERTAINTY_RANGE));
  koyomi_record_take_text (incident, KOYOMI_INCIDENT_UNKNOWN, join_names (self, KOYOMI_CERTAINTY_UNKNOWN, KOYOMI_CERTAINTY_UNKNOWN));
}

gboolean
koyomi_incident_times_equal (const KoyomiIncidentTimes *self,
                             const KoyomiIncidentTimes *other)
{
  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    if (koyomi_incident_times_differ (self, other, i))
      return FALSE;

  return TRUE;
}

/* Whether one of them is told otherwise. */
gboolean
koyomi_incident_times_differ (const KoyomiIncidentTimes *self,
                              const KoyomiIncidentTimes *other,
                              KoyomiIncidentTime         time)
{
  return self->at[time] != other->at[time] || self->until[time] != other->until[time] ||
         self->certainty[time] != other->certainty[time];
}

/* Whether nothing more is to be found out about the time. */
gboolean
koyomi_incident_times_is_known (const KoyomiIncidentTimes *self,
                                KoyomiIncidentTime         time)
{
  return self->certainty[time] != KOYOMI_CERTAINTY_OPEN;
}

/**
 * koyomi_incident_times_find_fault:
 * @now: 0 when it does not matter
 * @fault: (out): what cannot be, when there is something
 *
 * The order that must hold: occurred, detected, acknowledged, contained, eradicated, recovered, closed; the other times lie between
 * detected and closed. Two times may be the same, and nothing is in the future. Of a range it is enough that one of its moments can be.
 */
gboolean
koyomi_incident_times_find_fault (const KoyomiIncidentTimes *self,
                                  gint64                     now,
                                  KoyomiTimesFault          *fault)
{
  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    {
      if (self->at[i] == 0)
        continue;

      for (guint j = 0; j < i; j++)
        if ((descriptions[i].after & 1u << j) && koyomi_incident_times_get_first (self, j) > koyomi_incident_times_get_last (self, i))
          {
            *fault = (KoyomiTimesFault) { i, j };
            return TRUE;
          }

      if (now != 0 && koyomi_incident_times_get_first (self, i) > now)
        {
          *fault = (KoyomiTimesFault) { i, i };
          return TRUE;
        }
    }

  return FALSE;
}

static char *
format_moment (gint64      at,
               const char *format)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_local (at / 1000);

  return moment != NULL ? g_date_time_format (moment, format) : g_strdup ("");
}

/* By the clock of the machine, as @format of g_date_time_format () says, with what is to be said of how certain it is. */
char *
koyomi_incident_times_format (const KoyomiIncidentTimes *self,
                              KoyomiIncidentTime         time,
                              const char                *format,
                              KoyomiLanguage             language)
{
  g_autofree char *first = format_moment (koyomi_incident_times_get_first (self, time), format);
  g_autofree char *last = format_moment (koyomi_incident_times_get_last (self, time), format);

  g_return_val_if_fail (time < KOYOMI_N_INCIDENT_TIMES, NULL);

  switch (self->certainty[time])
    {
    case KOYOMI_CERTAINTY_EXACT:
      return g_steal_pointer (&first);

    case KOYOMI_CERTAINTY_ESTIMATED:
      /* Translators: a time that is not exact */
      return g_strdup_printf (koyomi_tr (language, N_("%s (estimated)")), first);

    case KOYOMI_CERTAINTY_RANGE:
      /* Translators: all that is known of a time of an incident are two moments, such as 2026-11-22 21:00 */
      return g_strdup_printf (koyomi_tr (language, N_("between %1$s and %2$s")), first, last);

    case KOYOMI_CERTAINTY_OPEN:
    case KOYOMI_CERTAINTY_UNKNOWN:
    default:
      return g_strdup (koyomi_certainty_get_label (self->certainty[time], language));
    }
}

/* Returns: the earliest that the time of @incident can have been, from which what the law asks for counts; 0 without any */
gint64
koyomi_incident_time_find_first (KoyomiIncidentTime  time,
                                 KoyomiRecord       *incident)
{
  KoyomiIncidentTimes times;

  koyomi_incident_times_read (&times, incident);

  return koyomi_incident_times_get_first (&times, time);
}

char *
koyomi_times_fault_describe (const KoyomiTimesFault *self,
                             KoyomiLanguage          language)
{
  const char *time = koyomi_incident_time_get_label (self->time, language);

  if (self->time == self->other)
    /* Translators: %s is a time of an incident, such as “Contained” */
    return g_strdup_printf (koyomi_tr (language, N_("“%s” lies in the future. Correct the time.")), time);

  /* Translators: two times of an incident, such as “Contained” and “Detected” */
  return g_strdup_printf (koyomi_tr (language, N_("“%s” cannot lie before “%s”. Correct one of the two times.")), time,
                          koyomi_incident_time_get_label (self->other, language));
}
