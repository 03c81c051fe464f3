#include "koyomi-roll-over-private.h"

#include "koyomi-day.h"
#include "koyomi-run-chain.h"

#include <string.h>

static guint32
get_slot (KoyomiRecord *run)
{
  return koyomi_record_get_day (run, KOYOMI_OCCURRENCE_SLOT_DAY);
}

static gboolean
parse_rule (KoyomiRollActivity *self,
            KoyomiRecurrence   *rule)
{
  return koyomi_recurrence_parse (rule, koyomi_record_get_text (self->record, KOYOMI_ACTIVITY_RULE), NULL) &&
         rule->frequency != KOYOMI_FREQUENCY_ONCE;
}

/* Which anchors there are for the activity: a rule that is counted, or goes by completion or by whole months, stays as it is. */
guint
_koyomi_roll_activity_find_anchors (KoyomiRollActivity *self)
{
  KoyomiRecurrence rule;

  if (!parse_rule (self, &rule))
    return 1u << KOYOMI_ROLL_SAME_DAY | 1u << KOYOMI_ROLL_SAME_WEEKDAY | 1u << KOYOMI_ROLL_BUSINESS_DAY;

  if (rule.count != 0 || rule.from_completion || rule.day_rule == KOYOMI_DAY_WHOLE_MONTH)
    return 1u << KOYOMI_ROLL_BY_RULE;

  if (rule.frequency == KOYOMI_FREQUENCY_DAY || rule.frequency == KOYOMI_FREQUENCY_WEEK)
    return 1u << KOYOMI_ROLL_BY_RULE | 1u << KOYOMI_ROLL_BUSINESS_DAY;

  return 1u << KOYOMI_ROLL_BY_RULE | 1u << KOYOMI_ROLL_SAME_DAY | 1u << KOYOMI_ROLL_SAME_WEEKDAY | 1u << KOYOMI_ROLL_BUSINESS_DAY;
}

static int
get_day_of_month (guint32 day)
{
  int day_of_month;

  koyomi_day_get (day, NULL, NULL, &day_of_month);

  return day_of_month;
}

/* The fifth weekday of a month is its last: not every month has one. */
static int
get_nth_of_weekday (guint32 day)
{
  int nth = (get_day_of_month (day) - 1) / 7 + 1;

  return nth < 5 ? nth : -1;
}

/* The day that the rule's days are taken from: when the old year's first run was planned for, else what the rule gives first. */
static guint32
get_model_day (KoyomiRollActivity *self,
               guint32             first_slot)
{
  return self->old_runs->len > 0 ? koyomi_record_get_day (g_ptr_array_index (self->old_runs, 0), KOYOMI_OCCURRENCE_ORIGINAL_FIRST)
                                 : first_slot;
}

static void
change_day_rule (KoyomiRecurrence *rule,
                 KoyomiRollAnchor  anchor,
                 guint32           model)
{
  if (anchor == KOYOMI_ROLL_SAME_WEEKDAY)
    {
      rule->day_rule = KOYOMI_DAY_OF_WEEKDAYS;
      rule->nth = get_nth_of_weekday (model);
      rule->weekday = koyomi_day_get_weekday (model);
      return;
    }

  rule->day_rule = KOYOMI_DAY_OF_MONTH;
  rule->nth = get_day_of_month (model);
  rule->weekday = 0;
  rule->holiday = anchor == KOYOMI_ROLL_BUSINESS_DAY ? KOYOMI_HOLIDAY_AFTER : KOYOMI_HOLIDAY_KEEP;
}

/* A month of the new year that the old rule left out stays left out. */
static void
keep_exceptions (KoyomiRecurrence       *rule,
                 const KoyomiRecurrence *old_rule,
                 guint32                 first_day,
                 KoyomiRollOver         *roll_over)
{
  g_autoptr(GArray) slots = g_array_new (FALSE, FALSE, sizeof (KoyomiSlot));

  rule->n_exceptions = 0;
  koyomi_recurrence_expand (rule, first_day, roll_over->work_calendar, first_day, koyomi_fiscal_year_get_last_day (roll_over->to), slots);
  for (guint i = 0; i < slots->len; i++)
    for (guint j = 0; j < old_rule->n_exceptions; j++)
      {
        guint32 slot_day = g_array_index (slots, KoyomiSlot, i).slot_day;

        if (koyomi_day_get_month_first (slot_day) == koyomi_day_get_month_first (old_rule->exceptions[j]))
          koyomi_recurrence_add_exception (rule, slot_day, NULL);
      }
}

/**
 * _koyomi_roll_activity_get_rule:
 * @rule: (out caller-allocates): with the anchor that was chosen
 * @first_day: (out): from which it is reckoned. A rule that changes begins anew in the month of the new year in which it first
 *   happens: it gives nothing in the old year, and every second month stays the same months
 *
 * Returns: FALSE when the activity has no repeating rule
 */
gboolean
_koyomi_roll_activity_get_rule (KoyomiRollActivity *self,
                                KoyomiRollOver     *roll_over,
                                KoyomiRecurrence   *rule,
                                guint32            *first_day)
{
  g_autoptr(GArray) slots = g_array_new (FALSE, FALSE, sizeof (KoyomiSlot));
  KoyomiRecurrence old_rule;

  if (!parse_rule (self, rule))
    return FALSE;

  old_rule = *rule;
  *first_day = koyomi_record_get_day (self->record, KOYOMI_ACTIVITY_FIRST_DAY);
  if (self->anchor == KOYOMI_ROLL_BY_RULE)
    return TRUE;

  if (rule->frequency == KOYOMI_FREQUENCY_DAY || rule->frequency == KOYOMI_FREQUENCY_WEEK)
    {
      rule->holiday = KOYOMI_HOLIDAY_AFTER;
      return TRUE;
    }

  if (koyomi_recurrence_expand (rule, *first_day, roll_over->work_calendar, koyomi_fiscal_year_get_first_day (roll_over->to),
                                koyomi_fiscal_year_get_last_day (roll_over->to), slots))
    {
      guint32 first_slot = g_array_index (slots, KoyomiSlot, 0).slot_day;

      *first_day = MAX (*first_day, koyomi_day_get_month_first (first_slot));
      change_day_rule (rule, self->anchor, get_model_day (self, first_slot));
      keep_exceptions (rule, &old_rule, *first_day, roll_over);
    }

  return TRUE;
}

static KoyomiRecord *
find_present (KoyomiRollActivity *self,
              guint32             slot_day)
{
  for (guint i = 0; i < self->present_runs->len; i++)
    if (get_slot (g_ptr_array_index (self->present_runs, i)) == slot_day)
      return g_ptr_array_index (self->present_runs, i);

  return NULL;
}

static gboolean
has_slot (KoyomiRollActivity *self,
          guint32             slot_day)
{
  for (guint i = 0; i < self->runs->len; i++)
    if (g_array_index (self->runs, KoyomiRolledRun, i).slot_day == slot_day)
      return TRUE;

  return FALSE;
}

/* One that is there already stays where it stands. */
static void
add_run (KoyomiRollActivity *self,
         guint32             slot_day,
         guint32             first_day,
         guint32             last_day,
         gint64              source)
{
  KoyomiRecord *present = find_present (self, slot_day);
  KoyomiRolledRun run = { slot_day, first_day, last_day, source, present != NULL };

  if (present != NULL)
    {
      run.first_day = koyomi_record_get_day (present, KOYOMI_OCCURRENCE_FIRST_DAY);
      run.last_day = koyomi_record_get_day (present, KOYOMI_OCCURRENCE_LAST_DAY);
    }

  g_array_append_val (self->runs, run);
}

static KoyomiRollUnfinished *
find_unfinished (KoyomiRollOver *roll_over,
                 gint64          run)
{
  for (guint i = 0; i < roll_over->unfinished->len; i++)
    if (((KoyomiRollUnfinished *) g_ptr_array_index (roll_over->unfinished, i))->occurrence_id == run)
      return g_ptr_array_index (roll_over->unfinished, i);

  return NULL;
}

/* Whether the run is one of an activity that goes by completion, so that its end brings the next one. */
gboolean
_koyomi_roll_activity_has_run (KoyomiRollActivity *self,
                               gint64              run)
{
  for (guint i = 0; i < self->chain->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (self->chain, i)) == run)
      return TRUE;

  return FALSE;
}

/* Returns: (transfer full): the chain of runs as it is when everything unfinished is settled as was chosen */
static GPtrArray *
settle_chain (KoyomiRollActivity *self,
              KoyomiRollOver     *roll_over)
{
  GPtrArray *chain = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->chain->len; i++)
    {
      KoyomiRecord *run = g_ptr_array_index (self->chain, i);
      KoyomiRollUnfinished *unfinished = find_unfinished (roll_over, koyomi_record_get_id (run));
      KoyomiRecord *settled = koyomi_record_copy (run);

      if (unfinished != NULL && (unfinished->action == KOYOMI_UNFINISHED_MISSED || unfinished->action == KOYOMI_UNFINISHED_SKIP))
        koyomi_record_set_int (settled, KOYOMI_OCCURRENCE_STATUS, KOYOMI_STATUS_MISSED);
      g_ptr_array_add (chain, settled);
    }

  return chain;
}

/* What a rule that goes by completion gives next, unless a run is still to come. What was given up in the old year is not planned
 * there any more: then it is the first of the intervals from there on that ends in the new year. */
static void
add_slot_after_completion (KoyomiRollActivity     *self,
                           KoyomiRollOver         *roll_over,
                           const KoyomiRecurrence *rule,
                           GArray                 *slots)
{
  g_autoptr(GPtrArray) chain = settle_chain (self, roll_over);
  guint n_before = chain->len;
  int duration = koyomi_record_get_int (self->record, KOYOMI_ACTIVITY_DURATION);
  KoyomiSlot slot;

  if (n_before == 0 || koyomi_run_chain_find_last (chain) != (int) n_before - 1 ||
      !koyomi_run_chain_find_next (chain, rule, roll_over->work_calendar, &slot))
    return;

  while (slot.slot_day < koyomi_fiscal_year_get_first_day (roll_over->to))
    if (!koyomi_recurrence_next_after_completion (rule, koyomi_slot_get_last_day (&slot, duration), n_before,
                                                 roll_over->work_calendar, &slot))
      return;

  if (slot.slot_day <= koyomi_fiscal_year_get_last_day (roll_over->to))
    g_array_append_val (slots, slot);
}

static void
add_runs_by_rule (KoyomiRollActivity     *self,
                  KoyomiRollOver         *roll_over,
                  const KoyomiRecurrence *rule,
                  guint32                 first_day)
{
  g_autoptr(GArray) slots = g_array_new (FALSE, FALSE, sizeof (KoyomiSlot));
  int duration = koyomi_record_get_int (self->record, KOYOMI_ACTIVITY_DURATION);

  koyomi_recurrence_expand (rule, first_day, roll_over->work_calendar, koyomi_fiscal_year_get_first_day (roll_over->to),
                            koyomi_fiscal_year_get_last_day (roll_over->to), slots);
  if (rule->from_completion && slots->len == 0)
    add_slot_after_completion (self, roll_over, rule, slots);

  for (guint i = 0; i < slots->len; i++)
    {
      const KoyomiSlot *slot = &g_array_index (slots, KoyomiSlot, i);

      add_run (self, slot->slot_day, slot->day, koyomi_slot_get_last_day (slot, duration), 0);
    }
}

static guint32
find_same_weekday (guint32 day,
                   guint32 next_year)
{
  guint32 first = koyomi_day_get_month_first (next_year);
  guint32 last = koyomi_day_get_month_last (next_year);
  int weekday = koyomi_day_get_weekday (day);
  int nth = get_nth_of_weekday (day);

  if (nth < 0)
    return last - (koyomi_day_get_weekday (last) - weekday + 7) % 7;

  return first + (weekday - koyomi_day_get_weekday (first) + 7) % 7 + (nth - 1) * 7;
}

/* Where a run of the old year that was planned for @first_day to @last_day stands in the new one. */
static void
repeat_days (KoyomiRollOver   *roll_over,
             KoyomiRollAnchor  anchor,
             guint32          *first_day,
             guint32          *last_day)
{
  guint32 next_year = koyomi_day_add_months (*first_day, 12);
  guint32 length = *last_day - *first_day;

  /* Whole months stay whole months, February in a leap year too. */
  if (*first_day == koyomi_day_get_month_first (*first_day) && *last_day == koyomi_day_get_month_last (*last_day))
    {
      *last_day = koyomi_day_get_month_last (koyomi_day_add_months (koyomi_day_get_month_first (*last_day), 12));
      *first_day = next_year;
      return;
    }

  if (anchor == KOYOMI_ROLL_SAME_WEEKDAY)
    next_year = find_same_weekday (*first_day, next_year);
  else if (anchor == KOYOMI_ROLL_BUSINESS_DAY)
    next_year = koyomi_work_calendar_get_next (roll_over->work_calendar, next_year);

  *first_day = next_year;
  *last_day = next_year + length;
}

/* The slot is the old one a year later, whichever anchor is chosen: so it is known again. */
static void
add_repeated_runs (KoyomiRollActivity *self,
                   KoyomiRollOver     *roll_over)
{
  for (guint i = 0; i < self->old_runs->len; i++)
    {
      KoyomiRecord *run = g_ptr_array_index (self->old_runs, i);
      guint32 slot_day = koyomi_day_add_months (get_slot (run), 12);
      guint32 first_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ORIGINAL_FIRST);
      guint32 last_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ORIGINAL_LAST);

      if (has_slot (self, slot_day))
        continue;

      repeat_days (roll_over, self->anchor, &first_day, &last_day);
      add_run (self, slot_day, first_day, last_day, koyomi_record_get_id (run));
    }
}

/* A run of the new year that nobody has touched goes when its activity is dropped, or when its rule comes to mean other days. */
gboolean
_koyomi_roll_activity_removes (KoyomiRollActivity *self,
                               KoyomiRecord       *run)
{
  if (koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS) != KOYOMI_STATUS_PLANNED)
    return FALSE;

  if (self->action == KOYOMI_ROLL_DROP)
    return TRUE;

  return self->repeats && self->anchor != KOYOMI_ROLL_BY_RULE && !koyomi_occurrence_is_moved (run) && !has_slot (self, get_slot (run));
}

static int
compare_runs (gconstpointer a,
              gconstpointer b)
{
  const KoyomiRolledRun *left = a;
  const KoyomiRolledRun *right = b;

  return (left->slot_day > right->slot_day) - (left->slot_day < right->slot_day);
}

/* Fills in the runs of the new year by the choice that was made: those it gives, and those that are there and stay. */
void
_koyomi_roll_activity_plan_runs (KoyomiRollActivity *self,
                                 KoyomiRollOver     *roll_over)
{
  KoyomiRecurrence rule;
  guint32 first_day;

  g_array_set_size (self->runs, 0);
  self->n_removed = 0;

  if (self->action == KOYOMI_ROLL_KEEP && _koyomi_roll_activity_get_rule (self, roll_over, &rule, &first_day))
    add_runs_by_rule (self, roll_over, &rule, first_day);
  else if (self->action == KOYOMI_ROLL_KEEP)
    add_repeated_runs (self, roll_over);

  for (guint i = 0; i < self->present_runs->len; i++)
    {
      KoyomiRecord *run = g_ptr_array_index (self->present_runs, i);

      if (_koyomi_roll_activity_removes (self, run))
        self->n_removed++;
      else if (!has_slot (self, get_slot (run)))
        add_run (self, get_slot (run), 0, 0, 0);
    }

  g_array_sort (self->runs, compare_runs);
}
