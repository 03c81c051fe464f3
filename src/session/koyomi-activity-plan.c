#include "koyomi-activity-plan-private.h"

#include "koyomi-day.h"
#include "koyomi-run-edit-private.h"
#include "koyomi-session-private.h"

void
_koyomi_activity_plan_clear (KoyomiActivityPlan *self)
{
  g_clear_object (&self->activity);
  g_clear_object (&self->changed);
  g_clear_object (&self->run);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_array_unref);
  g_clear_object (&self->rework.calendar);
  g_clear_pointer (&self->rework.proven, g_hash_table_unref);
  g_clear_pointer (&self->ended_rule, g_free);
}

static guint32
get_slot_day (KoyomiRecord *run)
{
  return koyomi_record_get_day (run, KOYOMI_OCCURRENCE_SLOT_DAY);
}

static int
compare_runs (gconstpointer a,
              gconstpointer b)
{
  guint32 first = get_slot_day (*(KoyomiRecord **) a);
  guint32 second = get_slot_day (*(KoyomiRecord **) b);

  return first < second ? -1 : first > second;
}

/* A rule that cannot be read gives nothing, and can be replaced. */
static KoyomiRecurrence
read_rule (KoyomiRecord *activity)
{
  KoyomiRecurrence rule;

  if (!koyomi_recurrence_parse (&rule, koyomi_record_get_text (activity, KOYOMI_ACTIVITY_RULE), NULL))
    koyomi_recurrence_init (&rule);

  return rule;
}

static gboolean
find_run (KoyomiActivityPlan  *self,
          gint64               id,
          GError             **error)
{
  for (guint i = 0; i < self->runs->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (self->runs, i)) == id)
      self->run = g_object_ref (g_ptr_array_index (self->runs, i));

  if (self->run != NULL || self->scope == KOYOMI_SCOPE_ALL)
    return TRUE;

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND,
               "run %" G_GINT64_FORMAT " is not one of the activity “%s”", id, koyomi_record_get_title (self->activity));

  return FALSE;
}

static void
count_earlier (KoyomiActivityPlan *self)
{
  while (self->n_before < self->runs->len &&
         get_slot_day (g_ptr_array_index (self->runs, self->n_before)) < get_slot_day (self->run))
    self->n_before++;
}

/* Finds what the activity is left with when it ends before the run. */
void
_koyomi_activity_plan_end_rule (KoyomiActivityPlan *self)
{
  guint32 first_day = koyomi_record_get_day (self->activity, KOYOMI_ACTIVITY_FIRST_DAY);
  guint32 slot_day = get_slot_day (self->run);
  KoyomiRecurrence rule = read_rule (self->activity);
  KoyomiRecurrence before;

  self->rework.old_first_day = koyomi_recurrence_split (&rule, first_day, slot_day, &before, &self->rework.old_rule);
  if (rule.from_completion && rule.count != 0)
    self->rework.old_rule.count = MAX (1, rule.count - (int) self->n_before);
  self->ended_rule = koyomi_recurrence_format (&before);
  self->ended_first = first_day;

  /* What happens once begins with the first of the runs that it has left. */
  if (rule.frequency == KOYOMI_FREQUENCY_ONCE && first_day >= slot_day && self->n_before > 0)
    self->ended_first = get_slot_day (g_ptr_array_index (self->runs, 0));
}

static void
hold_run (KoyomiActivityPlan *self,
          gint64              run)
{
  g_hash_table_add (self->rework.proven, g_memdup2 (&run, sizeof run));
}

/* A run can have a name in the other language alone. */
static gboolean
hold_named (KoyomiActivityPlan  *self,
            GError             **error)
{
  KoyomiLanguage other = koyomi_session_get_own_language (self->session) == KOYOMI_LANGUAGE_JA ? KOYOMI_LANGUAGE_EN : KOYOMI_LANGUAGE_JA;
  g_autoptr(GPtrArray) runs = koyomi_session_list (self->session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY,
                                                   koyomi_record_get_id (self->activity), other, error);

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    if (*koyomi_record_get_title (g_ptr_array_index (runs, i)) != '\0')
      hold_run (self, koyomi_record_get_id (g_ptr_array_index (runs, i)));

  return runs != NULL;
}

static gboolean
load_surroundings (KoyomiActivityPlan  *self,
                   GError             **error)
{
  KoyomiLanguage own = koyomi_session_get_own_language (self->session);
  g_autoptr(GPtrArray) proofs = NULL;

  if ((self->rework.calendar = koyomi_session_load_work_calendar (self->session, own, error)) == NULL ||
      (proofs = koyomi_session_list (self->session, KOYOMI_TABLE_PROOF, 0, 0, own, error)) == NULL)
    return FALSE;

  self->rework.start_month = koyomi_record_get_int (koyomi_session_get_plan (self->session), KOYOMI_PLAN_FISCAL_START_MONTH);
  self->rework.today = koyomi_day_today ();
  self->rework.proven = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < proofs->len; i++)
    hold_run (self, koyomi_record_get_int (g_ptr_array_index (proofs, i), KOYOMI_PROOF_OCCURRENCE));

  return hold_named (self, error);
}

/* Reads the activity and its runs, and finds out where they part. */
gboolean
_koyomi_activity_plan_load (KoyomiActivityPlan  *self,
                            KoyomiSession       *session,
                            gint64               activity,
                            gint64               run,
                            KoyomiScope          scope,
                            GError             **error)
{
  KoyomiLanguage own = koyomi_session_get_own_language (session);

  self->session = session;
  self->scope = scope;
  if ((self->activity = koyomi_session_get (session, KOYOMI_TABLE_ACTIVITY, activity, own, error)) == NULL ||
      (self->runs = koyomi_session_list (session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY, activity, own, error)) == NULL)
    return FALSE;

  g_ptr_array_sort (self->runs, compare_runs);
  if (!find_run (self, run, error) || !load_surroundings (self, error))
    return FALSE;

  self->rework.old_rule = read_rule (self->activity);
  self->rework.old_first_day = koyomi_record_get_day (self->activity, KOYOMI_ACTIVITY_FIRST_DAY);
  if (self->scope == KOYOMI_SCOPE_LATER)
    count_earlier (self);

  return TRUE;
}

/* Where no run comes before, later is all: no activity is left behind that never happens. */
static void
part_rule (KoyomiActivityPlan *self)
{
  if (self->scope == KOYOMI_SCOPE_LATER && self->n_before == 0)
    self->scope = KOYOMI_SCOPE_ALL;
  else if (self->scope == KOYOMI_SCOPE_LATER)
    _koyomi_activity_plan_end_rule (self);
}

static gboolean
refuse (KoyomiActivityPlan  *self,
        GError             **error,
        const char          *why)
{
  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "activity “%s”: %s",
               koyomi_record_get_title (self->activity), why);

  return FALSE;
}

/* A run has a name, a team and days of its own; the rest it shares with the others. */
static gboolean
check_fields (KoyomiActivityPlan  *self,
              GError             **error)
{
  const KoyomiTable *table = koyomi_record_get_table (self->changed);

  for (guint i = 1; self->scope == KOYOMI_SCOPE_THIS && i < table->n_fields; i++)
    {
      int field = KOYOMI_TABLE_ACTIVITY << 8 | i;
      gboolean is_own = field == KOYOMI_ACTIVITY_TITLE || field == KOYOMI_ACTIVITY_TEAM ||
                        field == KOYOMI_ACTIVITY_FIRST_DAY || field == KOYOMI_ACTIVITY_DURATION;

      if (koyomi_record_is_changed (self->changed, field) && !is_own)
        {
          g_autofree char *why = g_strdup_printf ("one run cannot have a %s of its own; change the later ones or all as well",
                                                  table->fields[i].name);

          return refuse (self, error, why);
        }
    }

  if (koyomi_record_is_changed (self->changed, KOYOMI_ACTIVITY_FIRST_DAY) &&
      koyomi_record_is_none (self->changed, KOYOMI_ACTIVITY_FIRST_DAY))
    return refuse (self, error, "it needs a first day");

  if (koyomi_record_get_int (self->changed, KOYOMI_ACTIVITY_DURATION) < 1)
    return refuse (self, error, "it needs a length of a day at least");

  if (self->scope == KOYOMI_SCOPE_LATER && koyomi_record_is_changed (self->changed, KOYOMI_ACTIVITY_FIRST_DAY) &&
      koyomi_record_get_day (self->changed, KOYOMI_ACTIVITY_FIRST_DAY) < get_slot_day (self->run))
    return refuse (self, error, "what changes from a run on cannot begin before that run");

  return koyomi_record_get_language (self->changed) != koyomi_session_get_own_language (self->session) ||
         _koyomi_edit_check_title (self->changed, error);
}

/* What is said of the rule, the first day and the length from now on. */
static gboolean
read_new_rule (KoyomiActivityPlan  *self,
               GError             **error)
{
  GError *fault = NULL;

  if (!koyomi_record_is_changed (self->changed, KOYOMI_ACTIVITY_RULE))
    self->rework.new_rule = self->rework.old_rule;
  else if (!koyomi_recurrence_parse (&self->rework.new_rule, koyomi_record_get_text (self->changed, KOYOMI_ACTIVITY_RULE), &fault))
    return _koyomi_edit_take_fault (error, fault);

  /* Twelve times are twelve in all, unless somebody says another number. */
  if (self->scope == KOYOMI_SCOPE_LATER && self->rework.new_rule.count == read_rule (self->activity).count)
    self->rework.new_rule.count = self->rework.old_rule.count;

  self->rework.new_first_day = self->rework.old_first_day;
  if (koyomi_record_is_changed (self->changed, KOYOMI_ACTIVITY_FIRST_DAY))
    self->rework.new_first_day = koyomi_record_get_day (self->changed, KOYOMI_ACTIVITY_FIRST_DAY);

  self->rework.duration = koyomi_record_get_int (self->changed, KOYOMI_ACTIVITY_DURATION);
  if (koyomi_rework_move_exceptions (&self->rework))
    koyomi_record_take_text (self->changed, KOYOMI_ACTIVITY_RULE, koyomi_recurrence_format (&self->rework.new_rule));

  return TRUE;
}

static gboolean
changes_days (KoyomiActivityPlan *self)
{
  return koyomi_record_is_changed (self->changed, KOYOMI_ACTIVITY_RULE) ||
         koyomi_record_is_changed (self->changed, KOYOMI_ACTIVITY_FIRST_DAY) ||
         koyomi_record_is_changed (self->changed, KOYOMI_ACTIVITY_DURATION);
}

/* Without a change of the days all runs stay, and none is made that somebody may have had a reason to leave out. */
static void
leave_days (GArray *steps)
{
  for (guint i = steps->len; i > 0; i--)
    {
      KoyomiReworkStep *step = &g_array_index (steps, KoyomiReworkStep, i - 1);

      if (step->kind == KOYOMI_REWORK_ADD)
        g_array_remove_index (steps, i - 1);
      else
        step->kind = KOYOMI_REWORK_KEEP;
    }
}

static gboolean
make_parts (KoyomiActivityPlan  *self,
            GError             **error)
{
  part_rule (self);

  return check_fields (self, error) && read_new_rule (self, error);
}

/**
 * _koyomi_activity_plan_make:
 * @changed: the activity with fields set
 *
 * Finds out what the change would do. Refuses what makes no sense.
 */
gboolean
_koyomi_activity_plan_make (KoyomiActivityPlan  *self,
                            KoyomiSession       *session,
                            KoyomiRecord        *changed,
                            gint64               run,
                            KoyomiScope          scope,
                            GError             **error)
{
  g_autoptr(GPtrArray) later = g_ptr_array_new ();

  if ((self->changed = _koyomi_session_read_changed (session, changed, error)) == NULL ||
      !_koyomi_activity_plan_load (self, session, koyomi_record_get_id (changed), run, scope, error) ||
      !make_parts (self, error))
    return FALSE;

  if (self->scope == KOYOMI_SCOPE_THIS)
    return TRUE;

  for (guint i = self->n_before; i < self->runs->len; i++)
    g_ptr_array_add (later, g_ptr_array_index (self->runs, i));

  self->steps = koyomi_rework_list_steps (&self->rework, later);
  if (!changes_days (self))
    leave_days (self->steps);

  return TRUE;
}
