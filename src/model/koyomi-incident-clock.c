#include "koyomi-incident-clock.h"

static const struct
{
  const char *nick;
  const char *label;
} states[KOYOMI_N_CLOCK_STATES] = {
  [KOYOMI_CLOCK_STATE_NOT_JUDGED] = { "not-judged", N_("Not judged") },
  [KOYOMI_CLOCK_STATE_NOT_APPLICABLE] = { "not-applicable", N_("Not applicable") },
  [KOYOMI_CLOCK_STATE_DUE] = { "due", N_("Due") },
  [KOYOMI_CLOCK_STATE_LATE] = { "late", N_("Late") },
  [KOYOMI_CLOCK_STATE_FILED] = { "filed", N_("Filed") },
};

void
koyomi_incident_clock_free (KoyomiIncidentClock *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->clock);
  g_clear_object (&self->report);
  g_free (self);
}

/* How long is left, in ms; below 0 once the limit has passed. Without a due time there is no end: %G_MAXINT64. */
gint64
koyomi_incident_clock_get_left (const KoyomiIncidentClock *self,
                                gint64                     now)
{
  return self->due_at == 0 ? G_MAXINT64 : self->due_at - now;
}

/* “APPI: Preliminary report” */
char *
koyomi_incident_clock_dup_title (const KoyomiIncidentClock *self,
                                 KoyomiLanguage             language)
{
  const char *regime = koyomi_record_get_text (self->clock, KOYOMI_CLOCK_REGIME);
  const char *stage = koyomi_record_get_text (self->clock, KOYOMI_CLOCK_STAGE);

  if (*stage == '\0')
    return g_strdup (regime);

  /* Translators: a law, such as “GDPR”, and what must be reported by it, such as “Notice to the authority” */
  return g_strdup_printf (koyomi_tr (language, N_("%s: %s")), regime, stage);
}

static const char *
explain_start (KoyomiClockStart start)
{
  switch (start)
    {
    case KOYOMI_CLOCK_START_DETECTED:
      return N_("Enter when the incident was detected: the limit counts from then.");

    case KOYOMI_CLOCK_START_CLASSIFIED:
      return N_("Enter when the incident was classified: the limit counts from then.");

    case KOYOMI_CLOCK_START_MATERIAL:
      return N_("Decide whether it must be reported: the limit counts from the decision.");

    case KOYOMI_CLOCK_START_AWARE:
    default:
      return N_("Enter when you became aware of the incident: the limit counts from then.");
    }
}

/* Returns: (nullable): why there is no due time, and what to do about it */
const char *
koyomi_incident_clock_explain_lack (const KoyomiIncidentClock *self,
                                    KoyomiLanguage             language)
{
  KoyomiClockStart start = KOYOMI_CLOCK_START_AWARE;

  switch (self->lack)
    {
    case KOYOMI_CLOCK_LACKS_NUMBER:
      return koyomi_tr (language, N_("The law gives no number of days. Report as soon as you can, or set a time of your own."));

    case KOYOMI_CLOCK_LACKS_AMOUNT:
      return koyomi_tr (language, N_("The table of reporting duties does not say how long. Look the limit up and enter it there."));

    case KOYOMI_CLOCK_LACKS_START:
      koyomi_clock_start_from_nick (koyomi_record_get_text (self->clock, KOYOMI_CLOCK_CLOCK_START), &start);
      return koyomi_tr (language, explain_start (start));

    case KOYOMI_CLOCK_LACKS_STAGE:
      return koyomi_tr (language, N_("The limit counts from the submission of the stage before, which is not recorded yet."));

    case KOYOMI_CLOCK_LACKS_NOTHING:
    default:
      return NULL;
    }
}

const char *
koyomi_clock_state_get_nick (KoyomiClockState self)
{
  g_return_val_if_fail (self < KOYOMI_N_CLOCK_STATES, NULL);

  return states[self].nick;
}

const char *
koyomi_clock_state_get_label (KoyomiClockState self,
                              KoyomiLanguage   language)
{
  g_return_val_if_fail (self < KOYOMI_N_CLOCK_STATES, NULL);

  return koyomi_tr (language, states[self].label);
}
