#include "koyomi-ics-event-private.h"

#include "koyomi-day.h"
#include "koyomi-report-error.h"

#include <stdlib.h>

#define ALARM_DAYS 7

/* A date without a time: the whole day, wherever it is read. */
struct icaltimetype
_koyomi_ics_day_to_ical (guint32 day)
{
  struct icaltimetype time = { .is_date = 1 };

  koyomi_day_get (day, &time.year, &time.month, &time.day);

  return time;
}

/* Adds nothing for "". */
void
_koyomi_ics_event_add_text (icalcomponent     *event,
                            icalproperty_kind  kind,
                            const char        *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  icalproperty *property;

  if (*valid == '\0')
    return;

  property = icalproperty_new (kind);
  icalproperty_set_value (property, icalvalue_new_text (valid));
  icalcomponent_add_property (event, property);
}

/* All day long from @first_day to @last_day. iCalendar names the day after the last. Days are not marked as busy. */
icalcomponent *
_koyomi_ics_event_new (const KoyomiIcsOrigin *origin,
                       const char            *uid,
                       const char            *summary,
                       guint32                first_day,
                       guint32                last_day,
                       gboolean               is_cancelled)
{
  icalcomponent *event = icalcomponent_new_vevent ();

  icalcomponent_add_property (event, icalproperty_new_uid (uid));
  icalcomponent_add_property (event, icalproperty_new_dtstamp (origin->stamp));
  icalcomponent_add_property (event, icalproperty_new_sequence (origin->sequence));
  icalcomponent_add_property (event, icalproperty_new_dtstart (_koyomi_ics_day_to_ical (first_day)));
  icalcomponent_add_property (event, icalproperty_new_dtend (_koyomi_ics_day_to_ical (last_day + 1)));
  icalcomponent_add_property (event, icalproperty_new_status (is_cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
  _koyomi_ics_event_add_text (event, ICAL_SUMMARY_PROPERTY, summary);

  return event;
}

void
_koyomi_ics_event_add_alarm (icalcomponent *event,
                             const char    *summary)
{
  icalcomponent *alarm = icalcomponent_new_valarm ();
  struct icaltriggertype trigger = { .duration = icaldurationtype_from_int (-ALARM_DAYS * 24 * 60 * 60) };

  icalcomponent_add_property (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
  icalcomponent_add_property (alarm, icalproperty_new_trigger (trigger));
  _koyomi_ics_event_add_text (alarm, ICAL_DESCRIPTION_PROPERTY, summary);
  icalcomponent_add_component (event, alarm);
}

static void
append_line (GString    *text,
             const char *label,
             const char *value)
{
  if (*value != '\0')
    g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", label, value);
}

static char *
describe_run (const KoyomiIcsOrigin *origin,
              const KoyomiRunRow    *run)
{
  GString *text = g_string_new (NULL);
  const char *code = koyomi_record_get_text (run->row->function, KOYOMI_FUNCTION_CODE);
  g_autofree char *function = g_strdup_printf ("%s%s%s", code, *code != '\0' ? " " : "", koyomi_record_get_title (run->row->function));
  g_autofree char *state = g_strdup_printf ("%s %s", koyomi_state_get_glyph (run->state),
                                            koyomi_state_get_label (run->state, origin->language));

  append_line (text, koyomi_run_column_get_label (KOYOMI_RUN_COLUMN_FUNCTION, origin->language), function);
  append_line (text, koyomi_run_column_get_label (KOYOMI_RUN_COLUMN_STATE, origin->language), state);
  append_line (text, koyomi_run_column_get_label (KOYOMI_RUN_COLUMN_OWNER, origin->language),
               koyomi_record_get_text (run->run, KOYOMI_OCCURRENCE_OWNER));
  append_line (text, koyomi_run_column_get_label (KOYOMI_RUN_COLUMN_RESULT, origin->language),
               koyomi_record_get_text (run->run, KOYOMI_OCCURRENCE_RESULT));
  append_line (text, koyomi_run_column_get_label (KOYOMI_RUN_COLUMN_REASON, origin->language),
               koyomi_record_get_text (run->run, KOYOMI_OCCURRENCE_REASON));

  return g_string_free (text, FALSE);
}

static gboolean
is_open (KoyomiState state)
{
  return state == KOYOMI_STATE_PLANNED || state == KOYOMI_STATE_DUE_SOON || state == KOYOMI_STATE_DOING;
}

icalcomponent *
_koyomi_ics_event_new_run (const KoyomiIcsOrigin *origin,
                           const char            *uid,
                           const KoyomiRunRow    *run)
{
  const char *own_title = koyomi_record_get_title (run->run);
  const char *title = *own_title != '\0' ? own_title : koyomi_record_get_title (run->activity);
  g_autofree char *summary = *run->team != '\0' ? g_strdup_printf ("%s (%s)", title, run->team) : g_strdup (title);
  g_autofree char *description = describe_run (origin, run);
  icalcomponent *event = _koyomi_ics_event_new (origin, uid, summary,
                                                koyomi_record_get_day (run->run, KOYOMI_OCCURRENCE_FIRST_DAY),
                                                koyomi_record_get_day (run->run, KOYOMI_OCCURRENCE_LAST_DAY),
                                                run->state == KOYOMI_STATE_SKIPPED || run->state == KOYOMI_STATE_MISSED);

  _koyomi_ics_event_add_text (event, ICAL_DESCRIPTION_PROPERTY, description);
  _koyomi_ics_event_add_text (event, ICAL_CATEGORIES_PROPERTY, koyomi_record_get_title (run->group));
  if (is_open (run->state))
    _koyomi_ics_event_add_alarm (event, summary);

  return event;
}

/* Returns: (transfer full): the event as it stands in a file, its lines folded and its texts escaped. @event is freed. */
char *
_koyomi_ics_event_format (icalcomponent  *event,
                          GError        **error)
{
  char *written = icalcomponent_as_ical_string_r (event);
  gboolean is_good = written != NULL && icalcomponent_count_errors (event) == 0;
  char *text = is_good ? g_strdup (written) : NULL;

  if (!is_good)
    g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_CHECK, "the event “%s” cannot be written: %s",
                 icalcomponent_get_summary (event), icalerror_strerror (icalerrno));
  free (written);
  icalcomponent_free (event);

  return text;
}
