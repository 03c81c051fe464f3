#include "koyomi-activity-edit.h"

#include "koyomi-activity-plan-private.h"
#include "koyomi-day.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-run-edit-private.h"
#include "koyomi-run-edit.h"

/* Makes the runs of a new activity; the one of what happens once wherever it lies, because its day was asked for by name. */
static gboolean
add_runs (KoyomiEdit     *edit,
          KoyomiSession  *session,
          KoyomiRecord   *activity,
          guint32         first_day,
          guint32         last_day,
          guint32         not_before,
          GError        **error)
{
  g_autoptr(GArray) slots = g_array_new (FALSE, FALSE, sizeof (KoyomiSlot));
  g_autoptr(KoyomiWorkCalendar) calendar = NULL;
  guint32 anchor = koyomi_record_get_day (activity, KOYOMI_ACTIVITY_FIRST_DAY);
  KoyomiRecurrence rule;
  GError *fault = NULL;
  gboolean is_once;

  if (!koyomi_recurrence_parse (&rule, koyomi_record_get_text (activity, KOYOMI_ACTIVITY_RULE), &fault))
    return _koyomi_edit_take_fault (error, fault);

  if ((calendar = koyomi_session_load_work_calendar (session, koyomi_session_get_own_language (session), error)) == NULL)
    return FALSE;

  is_once = rule.frequency == KOYOMI_FREQUENCY_ONCE;
  koyomi_recurrence_expand (&rule, anchor, calendar, is_once ? anchor : first_day, is_once ? anchor : last_day, slots);

  for (guint i = 0; i < slots->len; i++)
    {
      const KoyomiSlot *slot = &g_array_index (slots, KoyomiSlot, i);
      g_autoptr(KoyomiRecord) run = NULL;

      if ((is_once || slot->day >= not_before) && (run = koyomi_edit_add_run (edit, activity, slot, error)) == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * koyomi_activity_create:
 * @activity: a new record
 * @first_day: of the days whose runs are made, such as a fiscal year
 * @last_day: the last of them
 * @before_today: make those as well that lie before today
 *
 * Adds an activity with its runs. What happens once has its run wherever that lies.
 *
 * Returns: its key, or 0 on error
 */
gint64
koyomi_activity_create (KoyomiSession   *session,
                        KoyomiRecord    *activity,
                        guint32          first_day,
                        guint32          last_day,
                        gboolean         before_today,
                        KoyomiLanguage   language,
                        GError         **error)
{
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (koyomi_record_get_table_id (activity) == KOYOMI_TABLE_ACTIVITY, 0);

  if (!_koyomi_edit_check_title (activity, error) ||
      (edit = koyomi_session_begin_edit (session, error)) == NULL ||
      !_koyomi_edit_place_activity (session, activity, error) ||
      !koyomi_edit_insert (edit, activity, error) ||
      !add_runs (edit, session, activity, first_day, last_day, before_today ? KOYOMI_DAY_NONE : koyomi_day_today (), error))
    return 0;

  name = _koyomi_label_quote (koyomi_record_get_title (activity), language);
  label = g_strdup_printf (koyomi_tr (language, N_("Add %s")), name);

  return koyomi_edit_commit (edit, label, error) ? koyomi_record_get_id (activity) : 0;
}

/* From the run on: those that are planned. What was done, begun or decided happened all the same. */
static GPtrArray *
list_planned (KoyomiActivityPlan *plan)
{
  GPtrArray *planned = g_ptr_array_new ();

  for (guint i = plan->n_before; i < plan->runs->len; i++)
    {
      KoyomiRecord *run = g_ptr_array_index (plan->runs, i);

      if (koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS) == KOYOMI_STATUS_PLANNED)
        g_ptr_array_add (planned, run);
    }

  return planned;
}

static gboolean
delete_later (KoyomiActivityPlan  *plan,
              KoyomiEdit          *edit,
              GError             **error)
{
  g_autoptr(GPtrArray) planned = list_planned (plan);

  if (planned->len == plan->runs->len)
    return koyomi_edit_delete (edit, KOYOMI_TABLE_ACTIVITY, koyomi_record_get_id (plan->activity), error);

  _koyomi_activity_plan_end_rule (plan);
  koyomi_record_set_text (plan->activity, KOYOMI_ACTIVITY_RULE, plan->ended_rule);
  koyomi_record_set_int (plan->activity, KOYOMI_ACTIVITY_FIRST_DAY, plan->ended_first);

  return (!koyomi_record_has_changes (plan->activity) || koyomi_edit_update (edit, plan->activity, error)) &&
         _koyomi_edit_delete_runs (edit, plan->session, planned, error);
}

static char *
label_delete (KoyomiActivityPlan *plan,
              KoyomiLanguage      language)
{
  g_autofree char *name = _koyomi_label_name_row (plan->session, KOYOMI_TABLE_ACTIVITY, koyomi_record_get_id (plan->activity), language);
  g_autofree char *day = NULL;

  if (plan->scope == KOYOMI_SCOPE_ALL)
    return g_strdup_printf (koyomi_tr (language, N_("Delete %s")), name);

  day = koyomi_record_format (plan->run, KOYOMI_OCCURRENCE_FIRST_DAY, language);

  /* Translators: what is deleted, and from which day on */
  return g_strdup_printf (koyomi_tr (language, N_("Delete %s from %s on")), name, day);
}

/**
 * koyomi_activity_delete:
 * @run: the run from which it is seen; 0 will do for all
 *
 * This: as koyomi_runs_delete(). Later: the activity ends before the run, and the planned runs from there on go; those that were
 * done, begun, skipped or missed stay. Where no run is left, and for all, the activity goes with all its runs.
 */
gboolean
koyomi_activity_delete (KoyomiSession   *session,
                        gint64           activity,
                        gint64           run,
                        KoyomiScope      scope,
                        KoyomiLanguage   language,
                        GError         **error)
{
  g_auto(KoyomiActivityPlan) plan = { 0 };
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *label = NULL;

  if (scope == KOYOMI_SCOPE_THIS)
    return koyomi_runs_delete (session, &run, 1, language, error);

  if ((edit = koyomi_session_begin_edit (session, error)) == NULL ||
      !_koyomi_activity_plan_load (&plan, session, activity, run, scope, error))
    return FALSE;

  label = label_delete (&plan, language);
  if (plan.scope == KOYOMI_SCOPE_ALL ? !koyomi_edit_delete (edit, KOYOMI_TABLE_ACTIVITY, activity, error)
                                     : !delete_later (&plan, edit, error))
    return FALSE;

  return koyomi_edit_commit (edit, label, error);
}
