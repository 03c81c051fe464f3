#include "koyomi-rework.h"

#include "koyomi-day.h"

/* Where a slot belongs, so that a run of the old rule and a slot of the new one can be seen to be the same. */
static gint64
get_period (const KoyomiRecurrence *rule,
            guint32                 day)
{
  int year, month;

  koyomi_day_get (day, &year, &month, NULL);

  switch (rule->frequency)
    {
    case KOYOMI_FREQUENCY_ONCE:
      return 0;
    case KOYOMI_FREQUENCY_WEEK:
      return (day - koyomi_day_get_weekday (day)) / 7;
    case KOYOMI_FREQUENCY_MONTH:
      return (gint64) year * 12 + month;
    case KOYOMI_FREQUENCY_QUARTER:
      return ((gint64) year * 12 + month - rule->fiscal_start_month) / 3;
    case KOYOMI_FREQUENCY_YEAR:
      return year;
    case KOYOMI_FREQUENCY_DAY:
    default:
      return day;
    }
}

static gboolean
has_same_periods (const KoyomiRework *self)
{
  return self->old_rule.frequency == self->new_rule.frequency && self->old_rule.interval == self->new_rule.interval &&
         self->old_rule.fiscal_start_month == self->new_rule.fiscal_start_month;
}

/* Whether the run was made by the old rule; not so one that was imported or copied beside it. */
static gboolean
is_given (const KoyomiRework *self,
          KoyomiRecord       *run)
{
  g_autoptr(GArray) slots = g_array_new (FALSE, FALSE, sizeof (KoyomiSlot));
  guint32 slot_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_SLOT_DAY);

  return koyomi_recurrence_expand (&self->old_rule, self->old_first_day, self->calendar, slot_day, slot_day, slots);
}

static gboolean
is_proven (const KoyomiRework *self,
           KoyomiRecord       *run)
{
  gint64 id = koyomi_record_get_id (run);

  return self->proven != NULL && g_hash_table_contains (self->proven, &id);
}

/* Whether nobody has done or said anything about the run, so that it can be made anew. What happens once is given its day by name:
 * its run follows even from a day that has passed. */
static gboolean
is_untouched (const KoyomiRework *self,
              KoyomiRecord       *run)
{
  gboolean is_once = self->old_rule.frequency == KOYOMI_FREQUENCY_ONCE && self->new_rule.frequency == KOYOMI_FREQUENCY_ONCE;

  return koyomi_occurrence_is_untouched (run) &&
         (is_once || koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY) >= self->today) &&
         !is_proven (self, run) && is_given (self, run);
}

/* Whether the new rule may put a run there: nothing comes into being before today, but what happens once. */
static gboolean
is_open (const KoyomiRework *self,
         const KoyomiSlot   *slot)
{
  return slot->day >= self->today || self->new_rule.frequency == KOYOMI_FREQUENCY_ONCE;
}

static GHashTable *
gather_years (const KoyomiRework *self,
              GPtrArray          *runs)
{
  GHashTable *years = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      guint32 day = koyomi_record_get_day (g_ptr_array_index (runs, i), KOYOMI_OCCURRENCE_SLOT_DAY);

      g_hash_table_add (years, GINT_TO_POINTER (koyomi_fiscal_year_of_day (day, self->start_month).year));
    }

  if (runs->len == 0)
    g_hash_table_add (years, GINT_TO_POINTER (koyomi_fiscal_year_of_day (self->today, self->start_month).year));

  return years;
}

static int
compare_slots (gconstpointer a,
               gconstpointer b)
{
  const KoyomiSlot *first = a;
  const KoyomiSlot *second = b;

  return first->slot_day < second->slot_day ? -1 : first->slot_day > second->slot_day;
}

/* Returns: (element-type KoyomiSlot): what the new rule gives in the years that have runs, before today as well */
static GArray *
list_slots (const KoyomiRework *self,
            GPtrArray          *runs)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (KoyomiSlot));
  g_autoptr(GHashTable) years = gather_years (self, runs);
  GHashTableIter iter;
  gpointer year;

  if (self->new_rule.frequency == KOYOMI_FREQUENCY_ONCE)
    {
      koyomi_recurrence_expand (&self->new_rule, self->new_first_day, self->calendar, self->new_first_day, self->new_first_day, slots);
      return slots;
    }

  g_hash_table_iter_init (&iter, years);
  while (g_hash_table_iter_next (&iter, &year, NULL))
    {
      KoyomiFiscalYear window = { GPOINTER_TO_INT (year), self->start_month };

      koyomi_recurrence_expand (&self->new_rule, self->new_first_day, self->calendar, koyomi_fiscal_year_get_first_day (window),
                                koyomi_fiscal_year_get_last_day (window), slots);
    }
  g_array_sort (slots, compare_slots);

  return slots;
}

/* Returns: the only slot day that the rule, without exceptions, has in the period of @day; %KOYOMI_DAY_NONE when there is none or more
 *   than one */
static guint32
find_only_slot (const KoyomiRework     *self,
                const KoyomiRecurrence *rule,
                guint32                 first_day,
                guint32                 day)
{
  const guint32 reach = 366;   /* no period is longer */
  g_autoptr(GArray) slots = g_array_new (FALSE, FALSE, sizeof (KoyomiSlot));
  KoyomiRecurrence whole = *rule;
  guint32 only = KOYOMI_DAY_NONE;

  whole.n_exceptions = 0;
  whole.holiday = KOYOMI_HOLIDAY_KEEP;
  koyomi_recurrence_expand (&whole, first_day, self->calendar, day > reach ? day - reach : 1, day + reach, slots);
  for (guint i = 0; i < slots->len; i++)
    {
      guint32 slot_day = g_array_index (slots, KoyomiSlot, i).slot_day;

      if (get_period (rule, slot_day) != get_period (rule, day))
        continue;

      if (only != KOYOMI_DAY_NONE)
        return KOYOMI_DAY_NONE;

      only = slot_day;
    }

  return only;
}

/**
 * koyomi_rework_move_exceptions:
 *
 * Lets the exceptions that the new rule has from the old one follow to its days: what was left out in June stays left out when the day
 * of the month changes. That holds where both rules give one slot in the same week, month, quarter or year; another exception stays
 * as it is.
 *
 * Returns: whether the new rule was changed
 */
gboolean
koyomi_rework_move_exceptions (KoyomiRework *self)
{
  KoyomiRecurrence moved = self->new_rule;
  gboolean is_changed;

  if (!has_same_periods (self))
    return FALSE;

  moved.n_exceptions = 0;
  for (guint i = 0; i < self->new_rule.n_exceptions; i++)
    {
      guint32 day = self->new_rule.exceptions[i];
      guint32 slot_day = KOYOMI_DAY_NONE;

      if (koyomi_recurrence_is_exception (&self->old_rule, day) &&
          find_only_slot (self, &self->old_rule, self->old_first_day, day) == day)
        slot_day = find_only_slot (self, &self->new_rule, self->new_first_day, day);

      koyomi_recurrence_add_exception (&moved, slot_day != KOYOMI_DAY_NONE ? slot_day : day, NULL);
    }

  is_changed = !koyomi_recurrence_equal (&moved, &self->new_rule);
  self->new_rule = moved;

  return is_changed;
}

typedef gboolean (*MatchFunc) (const KoyomiRework *self,
                               guint32             old_slot_day,
                               guint32             new_slot_day);

static gboolean
is_same_slot (const KoyomiRework *self,
              guint32             old_slot_day,
              guint32             new_slot_day)
{
  return old_slot_day == new_slot_day;
}

static gboolean
is_same_period (const KoyomiRework *self,
                guint32             old_slot_day,
                guint32             new_slot_day)
{
  return get_period (&self->old_rule, old_slot_day) == get_period (&self->new_rule, new_slot_day);
}

/* Gives each run that has no slot yet the first free one that matches; what is taken becomes a slot without a day. */
static void
match (const KoyomiRework *self,
       GArray             *steps,
       GArray             *slots,
       gboolean            given,
       MatchFunc           func)
{
  for (guint i = 0; i < steps->len; i++)
    {
      KoyomiReworkStep *step = &g_array_index (steps, KoyomiReworkStep, i);
      guint32 slot_day = koyomi_record_get_day (step->run, KOYOMI_OCCURRENCE_SLOT_DAY);

      if (step->slot.slot_day != KOYOMI_DAY_NONE || is_given (self, step->run) != given)
        continue;

      for (guint j = 0; j < slots->len; j++)
        {
          KoyomiSlot *slot = &g_array_index (slots, KoyomiSlot, j);

          if (slot->slot_day != KOYOMI_DAY_NONE && func (self, slot_day, slot->slot_day))
            {
              step->slot = *slot;
              slot->slot_day = KOYOMI_DAY_NONE;
              break;
            }
        }
    }
}

static KoyomiReworkKind
decide (const KoyomiRework *self,
        KoyomiReworkStep   *step)
{
  guint32 last_day = koyomi_slot_get_last_day (&step->slot, self->duration);

  if (!is_untouched (self, step->run))
    return KOYOMI_REWORK_KEEP;

  if (step->slot.slot_day == KOYOMI_DAY_NONE)
    return KOYOMI_REWORK_REMOVE;

  if (!is_open (self, &step->slot) ||
      (koyomi_record_get_day (step->run, KOYOMI_OCCURRENCE_FIRST_DAY) == step->slot.day &&
       koyomi_record_get_day (step->run, KOYOMI_OCCURRENCE_LAST_DAY) == last_day))
    return KOYOMI_REWORK_KEEP;

  return KOYOMI_REWORK_MOVE;
}

/**
 * koyomi_rework_list_steps:
 * @runs: (element-type KoyomiRecord): the activity's runs, by slot
 *
 * A run stands for the slot of its own day; where the new rule has none there, and happens as often as the old one, for a slot of
 * the same week, month, quarter or year, so that June's run stays June's when the day changes and no second one comes beside it.
 *
 * Returns: (transfer full) (element-type KoyomiReworkStep): a step for each run, in their order, then those to be added
 */
GArray *
koyomi_rework_list_steps (const KoyomiRework *self,
                          GPtrArray          *runs)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (KoyomiReworkStep));
  g_autoptr(GArray) slots = list_slots (self, runs);

  for (guint i = 0; i < runs->len; i++)
    {
      KoyomiReworkStep step = { KOYOMI_REWORK_KEEP, g_ptr_array_index (runs, i), { 0 } };

      g_array_append_val (steps, step);
    }

  match (self, steps, slots, TRUE, is_same_slot);
  match (self, steps, slots, FALSE, is_same_slot);
  if (has_same_periods (self))
    {
      match (self, steps, slots, TRUE, is_same_period);
      match (self, steps, slots, FALSE, is_same_period);
    }

  for (guint i = 0; i < steps->len; i++)
    g_array_index (steps, KoyomiReworkStep, i).kind = decide (self, &g_array_index (steps, KoyomiReworkStep, i));

  for (guint i = 0; i < slots->len; i++)
    {
      KoyomiReworkStep step = { KOYOMI_REWORK_ADD, NULL, g_array_index (slots, KoyomiSlot, i) };

      if (step.slot.slot_day != KOYOMI_DAY_NONE && is_open (self, &step.slot))
        g_array_append_val (steps, step);
    }

  return steps;
}
