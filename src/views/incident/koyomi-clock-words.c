#include "koyomi-clock-words.h"

#include "koyomi-day.h"
#include "koyomi-incident-face.h"
#include "koyomi-text.h"

static char *
describe_due (const KoyomiIncidentClock *clock,
              gint64                     now,
              KoyomiLanguage             language)
{
  gint64 left = koyomi_incident_clock_get_left (clock, now);
  g_autofree char *span = NULL;

  if (clock->due_at == 0)
    return g_strdup (koyomi_tr (language, "As soon as possible"));

  span = koyomi_incident_format_span (ABS (left), language);

  return g_strdup_printf (left < 0 ? koyomi_tr (language, "▲ %s late") : clock->is_warning ? koyomi_tr (language, "△ %s left")
                                                                                           : koyomi_tr (language, "%s left"), span);
}

/* Such as “1 d 6 h left”. A glyph stands before what presses, so that it is told without colours. */
char *
koyomi_clock_words_state (const KoyomiIncidentClock *clock,
                          gint64                     now,
                          KoyomiLanguage             language)
{
  switch (clock->state)
    {
    case KOYOMI_CLOCK_STATE_DUE:
    case KOYOMI_CLOCK_STATE_LATE:
      return describe_due (clock, now, language);

    case KOYOMI_CLOCK_STATE_FILED:
      return g_strdup (clock->filed_late ? koyomi_tr (language, "✓ Sent late") : koyomi_tr (language, "✓ Sent"));

    case KOYOMI_CLOCK_STATE_NOT_JUDGED:
    case KOYOMI_CLOCK_STATE_NOT_APPLICABLE:
    default:
      return g_strdup (koyomi_clock_state_get_label (clock->state, language));
    }
}

static char *
describe_submission (const KoyomiIncidentClock *clock,
                     KoyomiLanguage             language)
{
  g_autofree char *moment = koyomi_time_format_local (koyomi_record_get_int (clock->report, KOYOMI_INCIDENT_REPORT_FILED_AT));
  const char *receipt = koyomi_record_get_text (clock->report, KOYOMI_INCIDENT_REPORT_RECEIPT);
  const char *filed_by = koyomi_record_get_text (clock->report, KOYOMI_INCIDENT_REPORT_FILED_BY);
  const char *late_reason = koyomi_record_get_text (clock->report, KOYOMI_INCIDENT_REPORT_LATE_REASON);
  GString *text = g_string_new (moment);

  if (!koyomi_text_is_blank (filed_by))
    g_string_append_printf (text, " · %s", filed_by);
  if (!koyomi_text_is_blank (receipt))
    {
      g_string_append (text, " · ");
      /* Translators: the number that an authority gave a report */
      g_string_append_printf (text, koyomi_tr (language, "receipt %s"), receipt);
    }
  if (clock->filed_late && !koyomi_text_is_blank (late_reason))
    g_string_append_printf (text, "\n%s", late_reason);

  return g_string_free (text, FALSE);
}

/* Until when, or why that cannot be told and what to do about it; of what was submitted when, by whom and the receipt. */
char *
koyomi_clock_words_detail (const KoyomiIncidentClock *clock,
                           KoyomiLanguage             language)
{
  const char *lack = koyomi_incident_clock_explain_lack (clock, language);
  g_autofree char *moment = NULL;

  if (clock->state == KOYOMI_CLOCK_STATE_FILED && clock->report != NULL)
    return describe_submission (clock, language);

  if (clock->due_at == 0)
    return g_strdup (lack != NULL ? lack : "");

  moment = koyomi_time_format_local (clock->due_at);

  /* Translators: %s is a time such as 2026-11-25 23:59 */
  return g_strdup_printf (koyomi_tr (language, "Until %s"), moment);
}

/* Who decided, when and why; "" while nobody has. */
char *
koyomi_clock_words_decision (const KoyomiIncidentClock *clock,
                             KoyomiLanguage             language)
{
  const char *reason = clock->report != NULL ? koyomi_record_get_text (clock->report, KOYOMI_INCIDENT_REPORT_REASON) : "";
  const char *by = clock->report != NULL ? koyomi_record_get_text (clock->report, KOYOMI_INCIDENT_REPORT_DECIDED_BY) : "";
  gint64 at = clock->report != NULL ? koyomi_record_get_int (clock->report, KOYOMI_INCIDENT_REPORT_DECIDED_AT) : 0;
  g_autofree char *moment = at != 0 ? koyomi_time_format_local (at) : NULL;
  GString *text = g_string_new (koyomi_text_is_blank (reason) ? "" : reason);

  if (text->len > 0 && moment != NULL)
    g_string_append_c (text, '\n');
  if (moment != NULL)
    /* Translators: who decided something, and when */
    g_string_append_printf (text, koyomi_tr (language, "Decided by %1$s, %2$s"), koyomi_text_is_blank (by) ? "–" : by, moment);

  return g_string_free (text, FALSE);
}

/* Returns: the class that colours it */
const char *
koyomi_clock_words_style (const KoyomiIncidentClock *clock)
{
  switch (clock->state)
    {
    case KOYOMI_CLOCK_STATE_LATE:
      return "koyomi-late";
    case KOYOMI_CLOCK_STATE_DUE:
      return clock->is_warning ? "koyomi-due-soon" : "koyomi-doing";
    case KOYOMI_CLOCK_STATE_FILED:
      return clock->filed_late ? "koyomi-done-late" : "koyomi-done";
    case KOYOMI_CLOCK_STATE_NOT_JUDGED:
    case KOYOMI_CLOCK_STATE_NOT_APPLICABLE:
    default:
      return "koyomi-none";
    }
}

/* Returns: how much of the time is over, from 0 to 1; -1 where there is no limit or nothing runs */
double
koyomi_clock_words_fraction (const KoyomiIncidentClock *clock,
                             gint64                     now)
{
  if (clock->state == KOYOMI_CLOCK_STATE_FILED)
    return 1;

  if ((clock->state != KOYOMI_CLOCK_STATE_DUE && clock->state != KOYOMI_CLOCK_STATE_LATE) || clock->due_at == 0)
    return -1;

  if (clock->started_at == 0 || clock->due_at <= clock->started_at)
    return now >= clock->due_at;

  return CLAMP ((now - clock->started_at) / (double) (clock->due_at - clock->started_at), 0, 1);
}
