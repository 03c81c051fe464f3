#include "koyomi-lint-private.h"

static KoyomiStatus
get_status (KoyomiRecord *run)
{
  return koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS);
}

static gboolean
is_late (const KoyomiLintWork *work,
         KoyomiRecord         *run)
{
  return (get_status (run) == KOYOMI_STATUS_PLANNED || get_status (run) == KOYOMI_STATUS_DOING) &&
         _koyomi_lint_has_passed (work, run, KOYOMI_OCCURRENCE_LAST_DAY);
}

static gboolean
is_skipped_unexplained (const KoyomiLintWork *work,
                        KoyomiRecord         *run)
{
  return get_status (run) == KOYOMI_STATUS_SKIPPED && _koyomi_lint_lacks (run, KOYOMI_OCCURRENCE_REASON);
}

static gboolean
is_missed_unexplained (const KoyomiLintWork *work,
                       KoyomiRecord         *run)
{
  return get_status (run) == KOYOMI_STATUS_MISSED && _koyomi_lint_lacks (run, KOYOMI_OCCURRENCE_REASON);
}

/* Of what is done for a clause somebody will ask for more than a tick. */
static gboolean
is_unproven (const KoyomiLintWork *work,
             KoyomiRecord         *run)
{
  KoyomiRecord *activity = koyomi_plan_facts_follow (work->facts, run, KOYOMI_OCCURRENCE_ACTIVITY);

  return get_status (run) == KOYOMI_STATUS_DONE && _koyomi_lint_lacks (run, KOYOMI_OCCURRENCE_RESULT) &&
         activity != NULL && !_koyomi_lint_lacks (activity, KOYOMI_ACTIVITY_CLAUSE) &&
         !_koyomi_lint_has_any (work, KOYOMI_PROOF_OCCURRENCE, run);
}

static gboolean
names_no_clause (const KoyomiLintWork *work,
                 KoyomiRecord         *activity)
{
  return !_koyomi_lint_lacks (activity, KOYOMI_ACTIVITY_CLAUSE) &&
         koyomi_control_find_by_clause (koyomi_plan_facts_get_rows (work->facts, KOYOMI_TABLE_CONTROL),
                                        koyomi_plan_facts_get_rows (work->facts, KOYOMI_TABLE_FUNCTION_CONTROL),
                                        koyomi_record_get_int (activity, KOYOMI_ACTIVITY_FUNCTION),
                                        koyomi_record_get_text (activity, KOYOMI_ACTIVITY_CLAUSE)) == NULL;
}

static gboolean
has_no_baseline (const KoyomiLintWork *work,
                 KoyomiRecord         *plan)
{
  return koyomi_plan_facts_get_rows (work->facts, KOYOMI_TABLE_BOOKMARK)->len == 0;
}

const KoyomiLintCheck _koyomi_lint_plan_checks[] = {
  { "run-late", KOYOMI_TABLE_OCCURRENCE, is_late },
  { "run-skipped-unexplained", KOYOMI_TABLE_OCCURRENCE, is_skipped_unexplained },
  { "run-missed-unexplained", KOYOMI_TABLE_OCCURRENCE, is_missed_unexplained },
  { "run-unproven", KOYOMI_TABLE_OCCURRENCE, is_unproven },
  { "activity-unknown-clause", KOYOMI_TABLE_ACTIVITY, names_no_clause },
  { "no-baseline", KOYOMI_TABLE_PLAN, has_no_baseline },
  { NULL }
};
