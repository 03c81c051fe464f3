#include "koyomi-activity-edit.h"

#include "koyomi-activity-plan-private.h"
#include "koyomi-day.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-run-assignee-private.h"
#include "koyomi-run-edit-private.h"
#include "koyomi-session-private.h"

/* Whether the run has happened or begun, or was decided upon. */
static gboolean
is_settled (KoyomiRecord *run)
{
  return koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS) != KOYOMI_STATUS_PLANNED;
}

static void
set_days (KoyomiRecord     *run,
          const KoyomiSlot *slot,
          int               duration)
{
  guint32 last_day = koyomi_slot_get_last_day (slot, duration);

  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FIRST_DAY, slot->day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_LAST_DAY, last_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_FIRST, slot->day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_LAST, last_day);
}

/* Whether the run is now one of @activity: what is settled goes along only with its very slot. */
static gboolean
goes_along (const KoyomiReworkStep *step)
{
  guint32 slot_day = koyomi_record_get_day (step->run, KOYOMI_OCCURRENCE_SLOT_DAY);

  return step->slot.slot_day != KOYOMI_DAY_NONE && (step->slot.slot_day == slot_day || !is_settled (step->run));
}

/* What comes to be is done by whoever does all the others. */
static gboolean
add_run (KoyomiEdit               *edit,
         KoyomiRecord             *activity,
         const KoyomiSlot         *slot,
         const KoyomiRunAssignee  *assignee,
         GError                  **error)
{
  g_autoptr(KoyomiRecord) added = koyomi_edit_add_run (edit, activity, slot, error);

  return added != NULL && _koyomi_run_assignee_apply (assignee, edit, added, error);
}

/* @activity: of which the later runs are from now on */
static gboolean
take_step (KoyomiActivityPlan       *self,
           KoyomiEdit               *edit,
           KoyomiRecord             *activity,
           const KoyomiReworkStep   *step,
           const KoyomiRunAssignee  *assignee,
           GError                  **error)
{
  if (step->kind == KOYOMI_REWORK_REMOVE)
    return koyomi_edit_delete (edit, KOYOMI_TABLE_OCCURRENCE, koyomi_record_get_id (step->run), error);

  if (step->kind == KOYOMI_REWORK_ADD)
    return add_run (edit, activity, &step->slot, assignee, error);

  if (!goes_along (step))
    return TRUE;

  koyomi_record_set_int (step->run, KOYOMI_OCCURRENCE_ACTIVITY, koyomi_record_get_id (activity));
  koyomi_record_set_int (step->run, KOYOMI_OCCURRENCE_FUNCTION, koyomi_record_get_int (activity, KOYOMI_ACTIVITY_FUNCTION));
  koyomi_record_set_int (step->run, KOYOMI_OCCURRENCE_SLOT_DAY, step->slot.slot_day);
  if (step->kind == KOYOMI_REWORK_MOVE)
    set_days (step->run, &step->slot, self->rework.duration);

  return !koyomi_record_has_changes (step->run) || koyomi_edit_update (edit, step->run, error);
}

static gboolean
take_steps (KoyomiActivityPlan  *self,
            KoyomiEdit          *edit,
            KoyomiRecord        *activity,
            GError             **error)
{
  g_auto(KoyomiRunAssignee) assignee = { 0 };

  if (!_koyomi_run_assignee_find (&assignee, self->session, self->steps, error))
    return FALSE;

  for (guint i = 0; i < self->steps->len; i++)
    if (!take_step (self, edit, activity, &g_array_index (self->steps, KoyomiReworkStep, i), &assignee, error))
      return FALSE;

  return TRUE;
}

/* The activity that takes over from the run on: the same with the changes. */
static KoyomiRecord *
insert_successor (KoyomiActivityPlan  *self,
                  KoyomiEdit          *edit,
                  GError             **error)
{
  g_autoptr(KoyomiRecord) successor = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);
  gint64 from = koyomi_record_get_id (self->activity);

  _koyomi_record_copy_fields (self->activity, successor, FALSE);
  koyomi_record_take_text (successor, KOYOMI_ACTIVITY_RULE, koyomi_recurrence_format (&self->rework.new_rule));
  koyomi_record_set_int (successor, KOYOMI_ACTIVITY_FIRST_DAY, self->rework.new_first_day);

  if (!koyomi_edit_insert (edit, successor, error) ||
      !koyomi_edit_copy_translations (edit, KOYOMI_TABLE_ACTIVITY, from, koyomi_record_get_id (successor), error))
    return NULL;

  return g_steal_pointer (&successor);
}

/* Writes what was changed into the successor, in the language of the change.
 * Returns: (transfer full): the successor as it is then */
static KoyomiRecord *
change_successor (KoyomiActivityPlan  *self,
                  KoyomiEdit          *edit,
                  KoyomiRecord        *successor,
                  GError             **error)
{
  gint64 id = koyomi_record_get_id (successor);
  g_autoptr(KoyomiRecord) record = koyomi_session_get (self->session, KOYOMI_TABLE_ACTIVITY, id,
                                                       koyomi_record_get_language (self->changed), error);

  if (record == NULL)
    return NULL;

  _koyomi_record_copy_fields (self->changed, record, TRUE);
  koyomi_record_set_text (record, KOYOMI_ACTIVITY_RULE, koyomi_record_get_text (successor, KOYOMI_ACTIVITY_RULE));

  return koyomi_edit_update (edit, record, error) ? g_steal_pointer (&record) : NULL;
}

/* What the activity waits for and what waits for it holds for its successor as well. */
static gboolean
copy_dependencies (KoyomiActivityPlan  *self,
                   KoyomiEdit          *edit,
                   int                  reference,
                   gint64               successor,
                   GError             **error)
{
  g_autoptr(GPtrArray) dependencies = koyomi_session_list (self->session, KOYOMI_TABLE_DEPENDENCY, reference,
                                                           koyomi_record_get_id (self->activity), KOYOMI_LANGUAGE_JA, error);

  for (guint i = 0; dependencies != NULL && i < dependencies->len; i++)
    {
      g_autoptr(KoyomiRecord) copy = koyomi_record_new (KOYOMI_TABLE_DEPENDENCY);

      _koyomi_record_copy_fields (g_ptr_array_index (dependencies, i), copy, FALSE);
      koyomi_record_set_int (copy, reference, successor);
      if (!koyomi_edit_insert (edit, copy, error))
        return FALSE;
    }

  return dependencies != NULL;
}

/* A risk is treated by what is still to come. */
static gboolean
carry_risks (KoyomiActivityPlan  *self,
             KoyomiEdit          *edit,
             gint64               successor,
             GError             **error)
{
  g_autoptr(GPtrArray) risks = koyomi_session_list (self->session, KOYOMI_TABLE_RISK, KOYOMI_RISK_ACTIVITY,
                                                    koyomi_record_get_id (self->activity), KOYOMI_LANGUAGE_JA, error);

  for (guint i = 0; risks != NULL && i < risks->len; i++)
    {
      koyomi_record_set_int (g_ptr_array_index (risks, i), KOYOMI_RISK_ACTIVITY, successor);
      if (!koyomi_edit_update (edit, g_ptr_array_index (risks, i), error))
        return FALSE;
    }

  return risks != NULL;
}

static gboolean
end_activity (KoyomiActivityPlan  *self,
              KoyomiEdit          *edit,
              GError             **error)
{
  koyomi_record_set_text (self->activity, KOYOMI_ACTIVITY_RULE, self->ended_rule);
  koyomi_record_set_int (self->activity, KOYOMI_ACTIVITY_FIRST_DAY, self->ended_first);

  return !koyomi_record_has_changes (self->activity) || koyomi_edit_update (edit, self->activity, error);
}

static gboolean
change_later (KoyomiActivityPlan  *self,
              KoyomiEdit          *edit,
              GError             **error)
{
  g_autoptr(KoyomiRecord) inserted = insert_successor (self, edit, error);
  g_autoptr(KoyomiRecord) successor = NULL;
  gint64 id;

  if (inserted == NULL || (successor = change_successor (self, edit, inserted, error)) == NULL)
    return FALSE;

  id = koyomi_record_get_id (successor);

  return end_activity (self, edit, error) &&
         take_steps (self, edit, successor, error) &&
         copy_dependencies (self, edit, KOYOMI_DEPENDENCY_FROM_ACTIVITY, id, error) &&
         copy_dependencies (self, edit, KOYOMI_DEPENDENCY_TO_ACTIVITY, id, error) &&
         carry_risks (self, edit, id, error);
}

/* The days that the run has after the change: those of the activity's record are the run's own here. */
static void
get_own_days (KoyomiActivityPlan *self,
              guint32            *first_day,
              guint32            *last_day)
{
  guint32 length;

  *first_day = koyomi_record_get_day (self->run, KOYOMI_OCCURRENCE_FIRST_DAY);
  *last_day = koyomi_record_get_day (self->run, KOYOMI_OCCURRENCE_LAST_DAY);
  length = *last_day - *first_day + 1;

  if (koyomi_record_is_changed (self->changed, KOYOMI_ACTIVITY_DURATION))
    length = koyomi_record_get_int (self->changed, KOYOMI_ACTIVITY_DURATION);
  if (koyomi_record_is_changed (self->changed, KOYOMI_ACTIVITY_FIRST_DAY))
    *first_day = koyomi_record_get_day (self->changed, KOYOMI_ACTIVITY_FIRST_DAY);

  *last_day = *first_day + length - 1;
}

static gboolean
change_this (KoyomiActivityPlan  *self,
             KoyomiEdit          *edit,
             GError             **error)
{
  g_autoptr(KoyomiRecord) run = koyomi_session_get (self->session, KOYOMI_TABLE_OCCURRENCE, koyomi_record_get_id (self->run),
                                                    koyomi_record_get_language (self->changed), error);
  guint32 first_day, last_day;
  GError *fault = NULL;

  if (run == NULL)
    return FALSE;

  if (koyomi_record_is_changed (self->changed, KOYOMI_ACTIVITY_TITLE))
    koyomi_record_set_text (run, KOYOMI_OCCURRENCE_TITLE, koyomi_record_get_title (self->changed));
  if (koyomi_record_is_changed (self->changed, KOYOMI_ACTIVITY_TEAM))
    koyomi_record_set_int (run, KOYOMI_OCCURRENCE_TEAM, koyomi_record_get_int (self->changed, KOYOMI_ACTIVITY_TEAM));

  get_own_days (self, &first_day, &last_day);
  if (!koyomi_occurrence_move (run, first_day, last_day, &fault))
    return _koyomi_edit_take_fault (error, fault);

  return !koyomi_record_has_changes (run) || koyomi_edit_update (edit, run, error);
}

static gboolean
change_all (KoyomiActivityPlan  *self,
            KoyomiEdit          *edit,
            GError             **error)
{
  /* A run that was settled keeps even the name of its slot. */
  for (guint i = 0; i < self->steps->len; i++)
    {
      KoyomiReworkStep *step = &g_array_index (self->steps, KoyomiReworkStep, i);

      if (step->kind == KOYOMI_REWORK_KEEP && (is_settled (step->run) ||
                                               koyomi_record_get_day (step->run, KOYOMI_OCCURRENCE_FIRST_DAY) < self->rework.today))
        step->slot.slot_day = KOYOMI_DAY_NONE;
    }

  if (koyomi_record_is_changed (self->changed, KOYOMI_ACTIVITY_FUNCTION))
    for (guint i = 0; i < self->runs->len; i++)
      {
        KoyomiRecord *run = g_ptr_array_index (self->runs, i);

        /* koyomi_edit_update() takes them along. */
        koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FUNCTION, koyomi_record_get_int (self->changed, KOYOMI_ACTIVITY_FUNCTION));
        koyomi_record_mark_unchanged (run);
      }

  return koyomi_edit_update (edit, self->changed, error) && take_steps (self, edit, self->changed, error);
}

static char *
label_change (KoyomiActivityPlan *self,
              KoyomiLanguage      language)
{
  gint64 id = koyomi_record_get_id (self->activity);
  g_autofree char *name = _koyomi_label_name_row (self->session, KOYOMI_TABLE_ACTIVITY, id, language);
  g_autofree char *day = NULL;

  if (self->scope == KOYOMI_SCOPE_ALL)
    return _koyomi_label_change (self->changed, name, language);

  day = koyomi_record_format (self->run, KOYOMI_OCCURRENCE_FIRST_DAY, language);

  if (self->scope == KOYOMI_SCOPE_LATER)
    /* Translators: what is changed, and from which day on */
    return g_strdup_printf (koyomi_tr (language, N_("Change %s from %s on")), name, day);

  /* Translators: what is changed, and which of its days */
  return g_strdup_printf (koyomi_tr (language, N_("Change %s of %s")), name, day);
}

/**
 * koyomi_activity_change:
 * @activity: as it was read, with fields set
 * @run: the run from which it is seen; 0 will do for all
 * @scope: how far the change goes
 *
 * This: the run gets a name, a team or days of its own; the first day and the length of @activity are the run's here. What a run
 * shares with the others, as its rule and function, is refused.
 *
 * Later: the activity ends before the run, and one of the same kind with the changes takes over. Planned runs from there on that
 * nobody has touched are its rule's; the others stay as they are, and go over to it if it has their slot. A new first day must not
 * lie before the run. Dependencies hold for both from now on, and risks are treated by the new one. Where no run comes before,
 * it is as all.
 *
 * All: the activity changes. Runs that are settled, were changed by hand or lie before today stay; the other planned ones are made
 * anew by the rule, in the fiscal years that have runs, and none before today. They all go along when the function changes.
 *
 * Who does a run is not the rule's to say: a run that is moved keeps its team and its owner, and one that is added gets those that
 * all planned ones have.
 *
 * The days that the new rule still leaves out (except=…) follow to the new days, as koyomi_rework_move_exceptions() has it: so a run
 * that was deleted does not come back. A rule that leaves out less gives what it says.
 */
gboolean
koyomi_activity_change (KoyomiSession   *session,
                        KoyomiRecord    *activity,
                        gint64           run,
                        KoyomiScope      scope,
                        KoyomiLanguage   language,
                        GError         **error)
{
  g_auto(KoyomiActivityPlan) plan = { 0 };
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autofree char *label = NULL;
  gboolean done = FALSE;

  if (edit == NULL || !_koyomi_activity_plan_make (&plan, session, activity, run, scope, error))
    return FALSE;

  label = label_change (&plan, language);
  if (!koyomi_record_has_changes (plan.changed))
    return TRUE;

  if (plan.scope == KOYOMI_SCOPE_THIS)
    done = change_this (&plan, edit, error);
  else if (plan.scope == KOYOMI_SCOPE_LATER)
    done = change_later (&plan, edit, error);
  else
    done = change_all (&plan, edit, error);

  if (!done || !koyomi_edit_commit (edit, label, error))
    return FALSE;

  koyomi_record_mark_unchanged (activity);

  return TRUE;
}

static void
count_steps (KoyomiActivityPlan *self,
             KoyomiScopeEffect  *effect)
{
  for (guint i = 0; i < self->steps->len; i++)
    switch (g_array_index (self->steps, KoyomiReworkStep, i).kind)
      {
      case KOYOMI_REWORK_MOVE:
        effect->n_moved++;
        break;
      case KOYOMI_REWORK_REMOVE:
        effect->n_removed++;
        break;
      case KOYOMI_REWORK_ADD:
        effect->n_added++;
        break;
      case KOYOMI_REWORK_KEEP:
      default:
        break;
      }
}

/**
 * koyomi_activity_preview:
 * @effect: (out caller-allocates): kept, moved and removed runs add up to those that the activity has
 *
 * What koyomi_activity_change() would do; nothing is written. Fails where that would be refused.
 */
gboolean
koyomi_activity_preview (KoyomiSession      *session,
                         KoyomiRecord       *activity,
                         gint64              run,
                         KoyomiScope         scope,
                         KoyomiLanguage      language,
                         KoyomiScopeEffect  *effect,
                         GError            **error)
{
  g_auto(KoyomiActivityPlan) plan = { 0 };
  guint32 first_day, last_day;

  *effect = (KoyomiScopeEffect) { 0 };
  if (!_koyomi_activity_plan_make (&plan, session, activity, run, scope, error))
    return FALSE;

  if (plan.scope == KOYOMI_SCOPE_THIS)
    {
      get_own_days (&plan, &first_day, &last_day);
      effect->n_moved = first_day != koyomi_record_get_day (plan.run, KOYOMI_OCCURRENCE_FIRST_DAY) ||
                        last_day != koyomi_record_get_day (plan.run, KOYOMI_OCCURRENCE_LAST_DAY);
    }
  else
    count_steps (&plan, effect);

  effect->n_kept = plan.runs->len - effect->n_moved - effect->n_removed;

  return TRUE;
}
