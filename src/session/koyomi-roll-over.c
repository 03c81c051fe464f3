#include "koyomi-roll-over.h"

#include "koyomi-closed-year.h"
#include "koyomi-day.h"
#include "koyomi-roll-over-private.h"
#include "koyomi-run-chain.h"
#include "koyomi-session-private.h"
#include "koyomi-text.h"

typedef struct
{
  KoyomiSession  *session;
  KoyomiRollOver *roll_over;
  KoyomiLanguage  language;
  GHashTable     *functions;    /* id -> record */
  GHashTable     *activities;   /* id -> KoyomiRollActivity */
} Planner;

static void
free_activity (gpointer data)
{
  KoyomiRollActivity *self = data;

  g_free (self->function);
  g_free (self->title);
  g_free (self->rule);
  g_array_unref (self->runs);
  g_ptr_array_unref (self->old_runs);
  g_ptr_array_unref (self->present_runs);
  g_ptr_array_unref (self->chain);
  g_object_unref (self->record);
  g_free (self);
}

static void
free_unfinished (gpointer data)
{
  KoyomiRollUnfinished *self = data;

  g_free (self->function);
  g_free (self->title);
  g_free (self->reason);
  g_free (self);
}

void
koyomi_roll_over_free (KoyomiRollOver *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->activities);
  g_ptr_array_unref (self->unfinished);
  g_clear_pointer (&self->committees, g_ptr_array_unref);
  g_clear_object (&self->work_calendar);
  g_free (self);
}

static const char *
get_function_name (Planner *self,
                   gint64   id)
{
  KoyomiRecord *function = g_hash_table_lookup (self->functions, &id);

  return function != NULL ? koyomi_record_get_title (function) : "";
}

static KoyomiRollActivity *
make_activity (Planner      *self,
               KoyomiRecord *record)
{
  KoyomiRollActivity *activity = g_new0 (KoyomiRollActivity, 1);
  KoyomiRecurrence rule;

  activity->activity_id = koyomi_record_get_id (record);
  activity->function_id = koyomi_record_get_int (record, KOYOMI_ACTIVITY_FUNCTION);
  activity->function = g_strdup (get_function_name (self, activity->function_id));
  activity->title = g_strdup (koyomi_record_get_title (record));
  activity->runs = g_array_new (FALSE, FALSE, sizeof (KoyomiRolledRun));
  activity->old_runs = g_ptr_array_new_with_free_func (g_object_unref);
  activity->present_runs = g_ptr_array_new_with_free_func (g_object_unref);
  activity->chain = g_ptr_array_new_with_free_func (g_object_unref);
  activity->record = g_object_ref (record);

  activity->repeats = koyomi_recurrence_parse (&rule, koyomi_record_get_text (record, KOYOMI_ACTIVITY_RULE), NULL) &&
                      rule.frequency != KOYOMI_FREQUENCY_ONCE;
  activity->rule = activity->repeats ? koyomi_recurrence_describe (&rule, koyomi_record_get_day (record, KOYOMI_ACTIVITY_FIRST_DAY),
                                                                   self->language)
                                     : g_strdup ("");
  activity->anchors = _koyomi_roll_activity_find_anchors (activity);
  activity->anchor = activity->repeats ? KOYOMI_ROLL_BY_RULE : KOYOMI_ROLL_BUSINESS_DAY;

  return activity;
}

/* In the order in which the calendar has the functions. */
static KoyomiStatement *
select_activities (Planner  *self,
                   GError  **error)
{
  static const char tail[] =
    "JOIN function AS f ON f.id = t.function_id JOIN function_group AS g ON g.id = f.group_id"
    " JOIN catalogue AS c ON c.id = g.catalogue_id"
    " ORDER BY c.position, g.position, g.id, f.position, f.id, t.position, t.id";

  return koyomi_record_store_select (_koyomi_session_get_store (self->session), KOYOMI_TABLE_ACTIVITY, self->language, NULL, tail, error);
}

static gboolean
load_activities (Planner  *self,
                 GError  **error)
{
  g_autoptr(KoyomiStatement) statement = select_activities (self, error);
  KoyomiStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    {
      g_autoptr(KoyomiRecord) record = koyomi_record_store_read (statement, KOYOMI_TABLE_ACTIVITY, self->language);
      KoyomiRollActivity *activity = make_activity (self, record);

      g_ptr_array_add (self->roll_over->activities, activity);
      g_hash_table_insert (self->activities, &activity->activity_id, activity);
    }

  return step == KOYOMI_STEP_DONE;
}

/* Of what goes by completion, the runs of every year. */
static gboolean
load_chains (Planner  *self,
             GError  **error)
{
  for (guint i = 0; i < self->roll_over->activities->len; i++)
    {
      KoyomiRollActivity *activity = g_ptr_array_index (self->roll_over->activities, i);
      KoyomiRecurrence rule;

      if (!koyomi_recurrence_parse (&rule, koyomi_record_get_text (activity->record, KOYOMI_ACTIVITY_RULE), NULL) || !rule.from_completion)
        continue;

      g_ptr_array_unref (activity->chain);
      activity->chain = koyomi_session_list (self->session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY, activity->activity_id,
                                             self->language, error);
      if (activity->chain == NULL)
        {
          activity->chain = g_ptr_array_new ();
          return FALSE;
        }

      koyomi_run_chain_sort (activity->chain);
    }

  return TRUE;
}

static gboolean
load_runs (Planner  *self,
           GError  **error)
{
  static const char tail[] = "WHERE t.slot_day BETWEEN :first_day AND :last_day ORDER BY t.slot_day, t.id";

  guint32 turn = koyomi_fiscal_year_get_first_day (self->roll_over->to);
  g_autoptr(KoyomiStatement) statement = NULL;
  KoyomiStep step;

  statement = koyomi_record_store_select (_koyomi_session_get_store (self->session), KOYOMI_TABLE_OCCURRENCE, self->language, NULL,
                                          tail, error);
  if (statement == NULL)
    return FALSE;

  koyomi_statement_bind_int (statement, ":first_day", koyomi_fiscal_year_get_first_day (self->roll_over->from));
  koyomi_statement_bind_int (statement, ":last_day", koyomi_fiscal_year_get_last_day (self->roll_over->to));
  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    {
      KoyomiRecord *run = koyomi_record_store_read (statement, KOYOMI_TABLE_OCCURRENCE, self->language);
      gint64 id = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY);
      KoyomiRollActivity *activity = g_hash_table_lookup (self->activities, &id);
      gboolean is_old = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_SLOT_DAY) < turn;

      g_ptr_array_add (is_old ? activity->old_runs : activity->present_runs, run);
      activity->n_old += is_old;
      activity->n_begun += !is_old && koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS) != KOYOMI_STATUS_PLANNED;
    }

  return step == KOYOMI_STEP_DONE;
}

/* What goes by completion may get its next run once its open one of any year is settled. */
static gboolean
has_open_run (KoyomiRollActivity *activity)
{
  return koyomi_run_chain_find_last (activity->chain) < (int) activity->chain->len - 1;
}

/* What has runs in neither year, and can get none, is not spoken of. */
static void
propose_activities (Planner *self)
{
  GPtrArray *activities = self->roll_over->activities;

  for (guint i = activities->len; i > 0; i--)
    {
      KoyomiRollActivity *activity = g_ptr_array_index (activities, i - 1);

      _koyomi_roll_activity_plan_runs (activity, self->roll_over);
      if (activity->n_old == 0 && activity->runs->len == 0 && !has_open_run (activity))
        {
          g_hash_table_remove (self->activities, &activity->activity_id);
          g_ptr_array_remove_index (activities, i - 1);
        }
    }
}

/* What can still be done is left while the year goes on; what is late must be explained. */
static void
add_unfinished (Planner      *self,
                KoyomiRecord *run)
{
  KoyomiRollOver *roll_over = self->roll_over;
  KoyomiRollUnfinished *unfinished = g_new0 (KoyomiRollUnfinished, 1);
  gint64 id = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY);
  g_autoptr(KoyomiRecord) activity = koyomi_session_get (self->session, KOYOMI_TABLE_ACTIVITY, id, self->language, NULL);
  const char *title = koyomi_record_get_title (run);

  unfinished->occurrence_id = koyomi_record_get_id (run);
  unfinished->function_id = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_FUNCTION);
  unfinished->function = g_strdup (get_function_name (self, unfinished->function_id));
  unfinished->title = g_strdup (*title == '\0' && activity != NULL ? koyomi_record_get_title (activity) : title);
  unfinished->first_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY);
  unfinished->last_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY);
  unfinished->state = koyomi_occurrence_get_state (run, koyomi_day_today ());
  unfinished->action = !roll_over->close_year && unfinished->last_day >= koyomi_day_today () ? KOYOMI_UNFINISHED_LEAVE
                                                                                             : KOYOMI_UNFINISHED_CARRY;
  unfinished->new_first = koyomi_work_calendar_get_next (roll_over->work_calendar, koyomi_fiscal_year_get_first_day (roll_over->to));
  unfinished->reason = g_strdup ("");

  g_ptr_array_add (roll_over->unfinished, unfinished);
}

/* Those of the years before as well. What runs on over the turn of the year stands in the new one already, and a run that belongs to
 * the new one may lie before it. */
static gboolean
load_unfinished (Planner  *self,
                 GError  **error)
{
  static const char tail[] =
    "WHERE t.status IN ('planned', 'doing') AND max (t.last_day, t.slot_day) <= :last_day"
    " ORDER BY t.last_day, t.first_day, t.id";

  g_autoptr(KoyomiStatement) statement = NULL;
  g_autoptr(GPtrArray) runs = g_ptr_array_new_with_free_func (g_object_unref);
  KoyomiStep step;

  statement = koyomi_record_store_select (_koyomi_session_get_store (self->session), KOYOMI_TABLE_OCCURRENCE, self->language, NULL,
                                          tail, error);
  if (statement == NULL)
    return FALSE;

  koyomi_statement_bind_int (statement, ":last_day", koyomi_fiscal_year_get_last_day (self->roll_over->from));
  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    g_ptr_array_add (runs, koyomi_record_store_read (statement, KOYOMI_TABLE_OCCURRENCE, self->language));

  for (guint i = 0; i < runs->len; i++)
    add_unfinished (self, g_ptr_array_index (runs, i));

  return step == KOYOMI_STEP_DONE;
}

static KoyomiRollOver *
start_roll_over (KoyomiFiscalYear from)
{
  KoyomiRollOver *self = g_new0 (KoyomiRollOver, 1);

  self->from = from;
  self->to = (KoyomiFiscalYear) { from.year + 1, from.start_month };
  self->close_year = koyomi_day_today () > koyomi_fiscal_year_get_last_day (from);
  self->activities = g_ptr_array_new_with_free_func (free_activity);
  self->unfinished = g_ptr_array_new_with_free_func (free_unfinished);

  return self;
}

/**
 * koyomi_session_plan_roll_over:
 * @from: the old year
 *
 * Proposes that every activity goes on, by its rule or else on the next business day a year later, and that every run which is not
 * finished is carried over, for a reason that is still to be given. Committees get the meetings that their rules give and that are
 * not there yet. Nothing is changed.
 *
 * Returns: (transfer full): for this state of the plan; one that was changed since needs a new one
 */
KoyomiRollOver *
koyomi_session_plan_roll_over (KoyomiSession     *session,
                               KoyomiFiscalYear   from,
                               KoyomiLanguage     language,
                               GError           **error)
{
  g_autoptr(KoyomiRollOver) roll_over = start_roll_over (from);
  g_autoptr(GHashTable) functions = koyomi_session_index (session, KOYOMI_TABLE_FUNCTION, language, error);
  g_autoptr(GHashTable) activities = g_hash_table_new (g_int64_hash, g_int64_equal);
  Planner planner = { session, roll_over, language, functions, activities };

  if (functions == NULL ||
      (roll_over->work_calendar = koyomi_session_load_work_calendar (session, language, error)) == NULL ||
      !load_activities (&planner, error) ||
      !load_runs (&planner, error) ||
      !load_chains (&planner, error) ||
      !load_unfinished (&planner, error) ||
      !_koyomi_roll_over_plan_meetings (roll_over, session, language, error))
    return NULL;

  propose_activities (&planner);

  return g_steal_pointer (&roll_over);
}

/* @anchor: one of the activity's anchors; not read when it is dropped */
void
koyomi_roll_over_choose (KoyomiRollOver   *self,
                         guint             activity,
                         KoyomiRollAction  action,
                         KoyomiRollAnchor  anchor)
{
  KoyomiRollActivity *chosen = g_ptr_array_index (self->activities, activity);

  chosen->action = action;
  if (action == KOYOMI_ROLL_KEEP)
    {
      g_return_if_fail (chosen->anchors & (1u << anchor));
      chosen->anchor = anchor;
    }
  _koyomi_roll_activity_plan_runs (chosen, self);
}

/* What goes by completion and is not carried over gets its next run in the new year.
 * @new_first: where a run that is carried begins; 0 for where it was proposed
 * @reason: (nullable): why; needed unless the run is left */
void
koyomi_roll_over_settle (KoyomiRollOver         *self,
                         guint                   unfinished,
                         KoyomiUnfinishedAction  action,
                         guint32                 new_first,
                         const char             *reason)
{
  KoyomiRollUnfinished *settled = g_ptr_array_index (self->unfinished, unfinished);

  settled->action = action;
  if (new_first != KOYOMI_DAY_NONE)
    settled->new_first = new_first;
  g_free (settled->reason);
  settled->reason = g_strdup (reason != NULL ? reason : "");

  for (guint i = 0; i < self->activities->len; i++)
    if (_koyomi_roll_activity_has_run (g_ptr_array_index (self->activities, i), settled->occurrence_id))
      _koyomi_roll_activity_plan_runs (g_ptr_array_index (self->activities, i), self);
}

static void
count_activity (KoyomiRollActivity *activity,
                KoyomiRollCounts   *counts)
{
  gboolean is_old = activity->n_old > 0;
  gboolean is_new = activity->runs->len > 0;

  counts->n_old += is_old;
  counts->n_new += is_new;
  counts->n_dropped += is_old && !is_new;
  counts->n_added += !is_old && is_new;
  counts->n_runs += activity->runs->len;
  for (guint i = 0; i < activity->runs->len; i++)
    counts->n_made += !g_array_index (activity->runs, KoyomiRolledRun, i).is_present;
}

/* By the choices that are made now. */
KoyomiRollCounts
koyomi_roll_over_count (KoyomiRollOver *self)
{
  KoyomiRollCounts counts = { .n_unfinished = self->unfinished->len, .n_meetings = self->n_present_meetings };

  for (guint i = 0; i < self->activities->len; i++)
    count_activity (g_ptr_array_index (self->activities, i), &counts);

  for (guint i = 0; i < self->committees->len; i++)
    counts.n_meetings_made += ((KoyomiRollCommittee *) g_ptr_array_index (self->committees, i))->days->len;
  counts.n_meetings += counts.n_meetings_made;

  for (guint i = 0; i < self->unfinished->len; i++)
    {
      KoyomiUnfinishedAction action = ((KoyomiRollUnfinished *) g_ptr_array_index (self->unfinished, i))->action;

      counts.n_carried += action == KOYOMI_UNFINISHED_CARRY;
      counts.n_missed += action == KOYOMI_UNFINISHED_MISSED;
      counts.n_skipped += action == KOYOMI_UNFINISHED_SKIP;
      counts.n_left += action == KOYOMI_UNFINISHED_LEAVE;
    }

  return counts;
}

/* Returns: (transfer full) (nullable): what the choice for the run lacks */
static char *
find_lack (KoyomiRollOver       *self,
           KoyomiRollUnfinished *run,
           KoyomiLanguage        language)
{
  if (run->action == KOYOMI_UNFINISHED_LEAVE && self->close_year)
    return g_strdup_printf (koyomi_tr (language, N_("“%s” is not done, and its year is to be closed. Carry it over, close it or skip it.")),
                            run->title);
  if (run->action == KOYOMI_UNFINISHED_LEAVE)
    return NULL;

  if (koyomi_text_is_blank (run->reason) && run->action == KOYOMI_UNFINISHED_CARRY)
    return g_strdup_printf (koyomi_tr (language, N_("Say why “%s” is carried over.")), run->title);
  if (koyomi_text_is_blank (run->reason))
    return g_strdup_printf (koyomi_tr (language, N_("Say why “%s” was not done.")), run->title);

  if (run->action == KOYOMI_UNFINISHED_CARRY && (run->new_first < koyomi_fiscal_year_get_first_day (self->to) ||
                                                 run->new_first > koyomi_fiscal_year_get_last_day (self->to)))
    return g_strdup_printf (koyomi_tr (language, N_("“%s” is carried over to a day outside the new year. Choose another day.")), run->title);

  return NULL;
}

/* Returns: (transfer full) (element-type utf8): a sentence for each thing that must be settled first; empty when all is */
GPtrArray *
koyomi_roll_over_check (KoyomiRollOver *self,
                        KoyomiLanguage  language)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->activities->len; i++)
    {
      KoyomiRollActivity *activity = g_ptr_array_index (self->activities, i);

      if (activity->action == KOYOMI_ROLL_DROP && activity->n_begun > 0)
        g_ptr_array_add (sentences, g_strdup_printf (koyomi_tr (language, N_("“%s” has runs in the new year that were begun. Keep it.")),
                                                     activity->title));
    }

  for (guint i = 0; i < self->unfinished->len; i++)
    {
      KoyomiRollUnfinished *run = g_ptr_array_index (self->unfinished, i);
      char *lack = find_lack (self, run, language);

      if (lack != NULL)
        g_ptr_array_add (sentences, lack);
    }

  return sentences;
}
