#include "koyomi-committee-edit.h"

#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-recurrence.h"

typedef struct
{
  KoyomiSession *session;
  KoyomiRecord  *committee;
  GPtrArray     *meetings;   /* (element-type KoyomiRecord): all of the committee, in the plan's own language, by day */
  GArray        *slots;      /* (element-type KoyomiSlot) */
} Schedule;

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
find_anchor (Schedule               *self,
             const KoyomiRecurrence *rule,
             guint32                 first_day)
{
  guint32 anchor = self->meetings->len > 0 ? MIN (get_day (self->meetings, 0), first_day) : first_day;

  return rule->frequency <= KOYOMI_FREQUENCY_WEEK || rule->day_rule == KOYOMI_DAY_OF_ANCHOR ? anchor
                                                                                            : koyomi_day_get_month_first (anchor);
}

/* The slots of the days and of a period before and after, to which meetings at the ends may belong. */
static gboolean
expand_rule (Schedule  *self,
             guint32    first_day,
             guint32    last_day,
             GError   **error)
{
  g_autoptr(KoyomiWorkCalendar) calendar = NULL;
  g_autoptr(GError) fault = NULL;
  KoyomiRecurrence rule;
  int period;

  if (!koyomi_recurrence_parse (&rule, koyomi_record_get_text (self->committee, KOYOMI_COMMITTEE_RULE), &fault) ||
      rule.frequency == KOYOMI_FREQUENCY_ONCE)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "committee “%s”, field rule: %s",
                   koyomi_record_get_title (self->committee), fault != NULL ? fault->message : "it does not repeat");
      return FALSE;
    }

  calendar = koyomi_session_load_work_calendar (self->session, koyomi_session_get_own_language (self->session), error);
  if (calendar == NULL)
    return FALSE;

  period = get_period (&rule);
  koyomi_recurrence_expand (&rule, find_anchor (self, &rule, first_day), calendar, first_day - period, last_day + period, self->slots);

  return TRUE;
}

static guint32
get_distance (guint32 a,
              guint32 b)
{
  return a > b ? a - b : b - a;
}

/* A meeting that was moved stands for the slot that it is nearest to. Returns: (element-type guint): the slots that have one */
static GHashTable *
find_taken (Schedule *self)
{
  GHashTable *taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->meetings->len && self->slots->len > 0; i++)
    {
      guint32 day = get_day (self->meetings, i);
      guint nearest = 0;

      for (guint j = 1; j < self->slots->len; j++)
        if (get_distance (day, g_array_index (self->slots, KoyomiSlot, j).day) <
            get_distance (day, g_array_index (self->slots, KoyomiSlot, nearest).day))
          nearest = j;

      g_hash_table_add (taken, GUINT_TO_POINTER (nearest));
    }

  return taken;
}

/* At the time and the place of the committee's last meeting. */
static gboolean
insert_meeting (Schedule    *self,
                KoyomiEdit  *edit,
                guint32      day,
                GError     **error)
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

/* Returns: how many were made, or -1 on error */
static int
insert_missing (Schedule    *self,
                KoyomiEdit  *edit,
                guint32      first_day,
                guint32      last_day,
                GError     **error)
{
  g_autoptr(GHashTable) taken = find_taken (self);
  int n_made = 0;

  for (guint i = 0; i < self->slots->len; i++)
    {
      const KoyomiSlot *slot = &g_array_index (self->slots, KoyomiSlot, i);

      if (slot->slot_day < first_day || slot->slot_day > last_day || g_hash_table_contains (taken, GUINT_TO_POINTER (i)))
        continue;

      if (!insert_meeting (self, edit, slot->day, error))
        return -1;

      n_made++;
    }

  return n_made;
}

/**
 * koyomi_committee_make_meetings:
 * @committee: a row of the plan, with a rule
 * @first_day: of the days in which the rule is asked
 * @last_day: counted in
 *
 * Makes the meetings that the committee's rule gives in these days, as far as they are not there yet, as one edit. Those that are
 * there stay as they are, moved, held or cancelled, and stand for the day by the rule that they are nearest to.
 *
 * Returns: how many were made, or -1 on error; %KOYOMI_PLAN_ERROR_CONSTRAINT when the committee has no rule that repeats
 */
int
koyomi_committee_make_meetings (KoyomiSession   *session,
                                gint64           committee,
                                guint32          first_day,
                                guint32          last_day,
                                KoyomiLanguage   language,
                                GError         **error)
{
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, KOYOMI_TABLE_COMMITTEE, committee, language, error);
  g_autoptr(GPtrArray) meetings = NULL;
  g_autoptr(GArray) slots = g_array_new (FALSE, FALSE, sizeof (KoyomiSlot));
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *label = NULL;
  Schedule schedule = { session, record, NULL, slots };
  int n_made;

  if (record == NULL ||
      (meetings = koyomi_session_list (session, KOYOMI_TABLE_MEETING, KOYOMI_MEETING_COMMITTEE, committee,
                                       koyomi_session_get_own_language (session), error)) == NULL)
    return -1;

  schedule.meetings = meetings;
  if (!expand_rule (&schedule, first_day, last_day, error))
    return -1;

  if ((edit = koyomi_session_begin_edit (session, error)) == NULL ||
      (n_made = insert_missing (&schedule, edit, first_day, last_day, error)) < 0)
    return -1;

  /* Translators: the label of the edit that makes the meetings of a committee; its name */
  label = g_strdup_printf (koyomi_tr (language, N_("Plan the meetings of “%s”")), koyomi_record_get_title (record));

  return koyomi_edit_commit (edit, label, error) ? n_made : -1;
}
