#include "koyomi-committee-schedule-private.h"

#include "koyomi-day.h"
#include "koyomi-recurrence.h"

void
_koyomi_committee_schedule_clear (KoyomiCommitteeSchedule *self)
{
  g_clear_object (&self->committee);
  g_clear_pointer (&self->meetings, g_ptr_array_unref);
}

static guint32
get_day (GPtrArray *meetings,
         guint      number)
{
  return koyomi_record_get_day (g_ptr_array_index (meetings, number), KOYOMI_MEETING_DAY);
}

static int
get_period (const KoyomiRecurrence *rule)
{
  static const int days[] = {
    [KOYOMI_FREQUENCY_DAY] = 1,
    [KOYOMI_FREQUENCY_WEEK] = 7,
    [KOYOMI_FREQUENCY_MONTH] = 31,
    [KOYOMI_FREQUENCY_QUARTER] = 92,
    [KOYOMI_FREQUENCY_YEAR] = 366,
  };

  return days[rule->frequency] * rule->interval;
}

/* A committee has no first day of its own: its rule is reckoned from its first meeting, so that every second month stays the same
 * months, and from the first of that month unless the rule takes its day from there. */
static guint32
find_anchor (KoyomiCommitteeSchedule *self,
             const KoyomiRecurrence  *rule,
             guint32                  first_day)
{
  guint32 anchor = self->meetings->len > 0 ? MIN (get_day (self->meetings, 0), first_day) : first_day;

  return rule->frequency <= KOYOMI_FREQUENCY_WEEK || rule->day_rule == KOYOMI_DAY_OF_ANCHOR ? anchor
                                                                                            : koyomi_day_get_month_first (anchor);
}

/* Returns: FALSE when the committee has no rule that repeats */
static gboolean
read_rule (KoyomiCommitteeSchedule  *self,
           KoyomiRecurrence         *rule,
           GError                  **error)
{
  g_autoptr(GError) fault = NULL;

  if (koyomi_recurrence_parse (rule, koyomi_record_get_text (self->committee, KOYOMI_COMMITTEE_RULE), &fault) &&
      rule->frequency != KOYOMI_FREQUENCY_ONCE)
    return TRUE;

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "committee “%s”, field rule: %s",
               koyomi_record_get_title (self->committee), fault != NULL ? fault->message : "it does not repeat");

  return FALSE;
}

static guint32
get_distance (guint32 a,
              guint32 b)
{
  return a > b ? a - b : b - a;
}

/* A meeting that was moved stands for the slot that it is nearest to. Returns: (element-type guint): the slots that have one */
static GHashTable *
find_taken (KoyomiCommitteeSchedule *self,
            GArray                  *slots)
{
  GHashTable *taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->meetings->len && slots->len > 0; i++)
    {
      guint32 day = get_day (self->meetings, i);
      guint nearest = 0;

      for (guint j = 1; j < slots->len; j++)
        if (get_distance (day, g_array_index (slots, KoyomiSlot, j).day) <
            get_distance (day, g_array_index (slots, KoyomiSlot, nearest).day))
          nearest = j;

      g_hash_table_add (taken, GUINT_TO_POINTER (nearest));
    }

  return taken;
}

/* Reads the meetings of @committee. */
gboolean
_koyomi_committee_schedule_load (KoyomiCommitteeSchedule  *self,
                                 KoyomiSession            *session,
                                 KoyomiRecord             *committee,
                                 GError                  **error)
{
  self->committee = g_object_ref (committee);
  self->meetings = koyomi_session_list (session, KOYOMI_TABLE_MEETING, KOYOMI_MEETING_COMMITTEE, koyomi_record_get_id (committee),
                                        koyomi_session_get_own_language (session), error);

  return self->meetings != NULL;
}

/* Whether its rule gives meetings. */
gboolean
_koyomi_committee_schedule_repeats (KoyomiCommitteeSchedule *self)
{
  KoyomiRecurrence rule;

  return read_rule (self, &rule, NULL);
}

/* Returns: (transfer full) (element-type guint32): the days from @first_day to @last_day by the rule that have no meeting yet */
GArray *
_koyomi_committee_schedule_list_missing (KoyomiCommitteeSchedule  *self,
                                         KoyomiWorkCalendar       *calendar,
                                         guint32                   first_day,
                                         guint32                   last_day,
                                         GError                  **error)
{
  g_autoptr(GArray) slots = g_array_new (FALSE, FALSE, sizeof (KoyomiSlot));
  g_autoptr(GHashTable) taken = NULL;
  KoyomiRecurrence rule;
  GArray *days;
  int period;

  if (!read_rule (self, &rule, error))
    return NULL;

  /* A period before and after as well, to which meetings at the ends may belong. */
  period = get_period (&rule);
  koyomi_recurrence_expand (&rule, find_anchor (self, &rule, first_day), calendar, first_day - period, last_day + period, slots);
  taken = find_taken (self, slots);
  days = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < slots->len; i++)
    {
      const KoyomiSlot *slot = &g_array_index (slots, KoyomiSlot, i);

      if (slot->slot_day >= first_day && slot->slot_day <= last_day && !g_hash_table_contains (taken, GUINT_TO_POINTER (i)))
        g_array_append_val (days, slot->day);
    }

  return days;
}

/* At the time and the place of the committee's last meeting. */
gboolean
_koyomi_committee_schedule_insert (KoyomiCommitteeSchedule  *self,
                                   KoyomiEdit               *edit,
                                   guint32                   day,
                                   GError                  **error)
{
  g_autoptr(KoyomiRecord) meeting = koyomi_record_new (KOYOMI_TABLE_MEETING);
  KoyomiRecord *model = self->meetings->len > 0 ? g_ptr_array_index (self->meetings, self->meetings->len - 1) : NULL;

  koyomi_record_set_int (meeting, KOYOMI_MEETING_COMMITTEE, koyomi_record_get_id (self->committee));
  koyomi_record_set_int (meeting, KOYOMI_MEETING_DAY, day);
  koyomi_record_set_int (meeting, KOYOMI_MEETING_STATUS, KOYOMI_MEETING_STATUS_PLANNED);
  if (model == NULL)
    return koyomi_edit_insert (edit, meeting, error);

  koyomi_record_set_int (meeting, KOYOMI_MEETING_START_MINUTE, koyomi_record_get_int (model, KOYOMI_MEETING_START_MINUTE));
  koyomi_record_set_text (meeting, KOYOMI_MEETING_PLACE, koyomi_record_get_text (model, KOYOMI_MEETING_PLACE));

  return koyomi_edit_insert (edit, meeting, error) &&
         koyomi_edit_copy_translations (edit, KOYOMI_TABLE_MEETING, koyomi_record_get_id (model), koyomi_record_get_id (meeting), error);
}
