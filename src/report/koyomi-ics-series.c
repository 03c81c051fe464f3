#include "koyomi-ics-series-private.h"

#include "koyomi-day.h"
#include "koyomi-recurrence.h"

/* Its end is the last of this year's: the file is of one year, and the next year's file has a series of its own. */
static char *
bound_rule (const char *rrule,
            guint32     last_day)
{
  g_auto(GStrv) parts = g_strsplit (rrule, ";", -1);
  GString *text = g_string_new (NULL);
  int year, month, day;

  for (guint i = 0; parts[i] != NULL; i++)
    if (!g_str_has_prefix (parts[i], "COUNT=") && !g_str_has_prefix (parts[i], "UNTIL="))
      g_string_append_printf (text, "%s;", parts[i]);

  koyomi_day_get (last_day, &year, &month, &day);
  g_string_append_printf (text, "UNTIL=%04d%02d%02d", year, month, day);

  return g_string_free (text, FALSE);
}

/* Whether the rule, begun on the year's first slot, gives just these. */
static gboolean
gives (const char *rrule,
       GArray     *slots)
{
  struct icalrecurrencetype rule = icalrecurrencetype_from_string (rrule);
  struct icaltimetype start = _koyomi_ics_day_to_ical (g_array_index (slots, KoyomiSlot, 0).day);
  icalrecur_iterator *iterator = icalrecur_iterator_new (rule, start);
  gboolean same = iterator != NULL;

  for (guint i = 0; same && i <= slots->len; i++)
    {
      struct icaltimetype time = icalrecur_iterator_next (iterator);

      if (i == slots->len)
        same = icaltime_is_null_time (time);
      else
        same = !icaltime_is_null_time (time) &&
               koyomi_day_new (time.year, time.month, time.day) == g_array_index (slots, KoyomiSlot, i).day;
    }

  if (iterator != NULL)
    icalrecur_iterator_free (iterator);

  return same;
}

void
_koyomi_ics_series_init (KoyomiIcsSeries    *self,
                         KoyomiRecord       *activity,
                         KoyomiWorkCalendar *work_calendar,
                         KoyomiFiscalYear    year)
{
  guint32 anchor = koyomi_record_get_day (activity, KOYOMI_ACTIVITY_FIRST_DAY);
  g_autofree char *rrule = NULL;
  KoyomiRecurrence rule;

  self->rrule = NULL;
  self->slots = g_array_new (FALSE, FALSE, sizeof (KoyomiSlot));
  if (!koyomi_recurrence_parse (&rule, koyomi_record_get_text (activity, KOYOMI_ACTIVITY_RULE), NULL) ||
      (rrule = koyomi_recurrence_to_rrule (&rule, anchor)) == NULL)
    return;

  koyomi_recurrence_expand (&rule, anchor, work_calendar, koyomi_fiscal_year_get_first_day (year),
                            koyomi_fiscal_year_get_last_day (year), self->slots);
  if (self->slots->len < 2)
    return;

  self->rrule = bound_rule (rrule, g_array_index (self->slots, KoyomiSlot, self->slots->len - 1).day);
  if (!gives (self->rrule, self->slots))
    g_clear_pointer (&self->rrule, g_free);
}

void
_koyomi_ics_series_clear (KoyomiIcsSeries *self)
{
  g_clear_pointer (&self->rrule, g_free);
  g_clear_pointer (&self->slots, g_array_unref);
}

static const KoyomiSlot *
find_slot (KoyomiIcsSeries *self,
           guint32          slot_day)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (g_array_index (self->slots, KoyomiSlot, i).slot_day == slot_day)
      return &g_array_index (self->slots, KoyomiSlot, i);

  return NULL;
}

gboolean
_koyomi_ics_series_has_slot (KoyomiIcsSeries *self,
                             guint32          slot_day)
{
  return find_slot (self, slot_day) != NULL;
}

/* Whether there is nothing to say about @run that the series does not: planned, on its days, and without words of its own. */
gboolean
_koyomi_ics_series_follows (KoyomiIcsSeries *self,
                            KoyomiRecord    *activity,
                            KoyomiRecord    *run)
{
  static const int own[] = {
    KOYOMI_OCCURRENCE_TITLE, KOYOMI_OCCURRENCE_OWNER, KOYOMI_OCCURRENCE_RESULT, KOYOMI_OCCURRENCE_REASON,
  };

  const KoyomiSlot *slot = find_slot (self, koyomi_record_get_day (run, KOYOMI_OCCURRENCE_SLOT_DAY));
  guint32 duration = MAX (koyomi_record_get_int (activity, KOYOMI_ACTIVITY_DURATION), 1);

  if (slot == NULL || koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS) != KOYOMI_STATUS_PLANNED ||
      koyomi_record_get_int (run, KOYOMI_OCCURRENCE_TEAM) != 0)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (*koyomi_record_get_text (run, own[i]) != '\0')
      return FALSE;

  return koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY) == slot->day &&
         koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY) == MAX (slot->last_day, slot->day + duration - 1);
}
