#include "koyomi-lint-private.h"

#include "koyomi-finding.h"

/* A nonconformity has a cause so long after it was found, an action an effect so long after it was done. */
#define CAUSE_DAYS 30
#define EFFECT_DAYS 90

/* A due day that moves that often is no plan. */
#define MANY_CHANGES 3

static gboolean
is_late (const KoyomiLintWork *work,
         KoyomiRecord         *finding)
{
  return koyomi_finding_get_state (finding, work->day) == KOYOMI_FINDING_STATE_LATE;
}

static gboolean
has_no_owner (const KoyomiLintWork *work,
              KoyomiRecord         *finding)
{
  return !koyomi_finding_is_over (finding) && _koyomi_lint_lacks (finding, KOYOMI_FINDING_OWNER);
}

static gboolean
has_no_due (const KoyomiLintWork *work,
            KoyomiRecord         *finding)
{
  return !koyomi_finding_is_over (finding) && koyomi_record_is_none (finding, KOYOMI_FINDING_DUE_DAY);
}

static gboolean
has_no_cause (const KoyomiLintWork *work,
              KoyomiRecord         *finding)
{
  return koyomi_finding_needs_cause (finding) && _koyomi_lint_lacks (finding, KOYOMI_FINDING_CAUSE) &&
         koyomi_record_get_day (finding, KOYOMI_FINDING_FOUND_DAY) + CAUSE_DAYS < work->day;
}

static gboolean
is_not_verified (const KoyomiLintWork *work,
                 KoyomiRecord         *finding)
{
  if (koyomi_finding_get_state (finding, work->day) != KOYOMI_FINDING_STATE_VERIFY)
    return FALSE;

  if (!koyomi_record_is_none (finding, KOYOMI_FINDING_EFFECT_DUE_DAY))
    return _koyomi_lint_has_passed (work, finding, KOYOMI_FINDING_EFFECT_DUE_DAY);

  return koyomi_record_get_day (finding, KOYOMI_FINDING_DONE_DAY) + EFFECT_DAYS < work->day;
}

static gboolean
is_self_verified (const KoyomiLintWork *work,
                  KoyomiRecord         *finding)
{
  return koyomi_finding_is_self_verified (finding);
}

static gboolean
is_left_ineffective (const KoyomiLintWork *work,
                     KoyomiRecord         *finding)
{
  return koyomi_finding_get_state (finding, work->day) == KOYOMI_FINDING_STATE_INEFFECTIVE &&
         !_koyomi_lint_has_any (work, KOYOMI_FINDING_REOPENED_FROM, finding);
}

static gboolean
is_moved_often (const KoyomiLintWork *work,
                KoyomiRecord         *finding)
{
  return !koyomi_finding_is_over (finding) &&
         koyomi_plan_facts_count (work->facts, KOYOMI_FINDING_DUE_FINDING, koyomi_record_get_id (finding)) >= MANY_CHANGES;
}

static gboolean
is_unproven (const KoyomiLintWork *work,
             KoyomiRecord         *finding)
{
  return koyomi_finding_needs_cause (finding) && koyomi_finding_is_over (finding) &&
         koyomi_finding_get_state (finding, work->day) != KOYOMI_FINDING_STATE_INEFFECTIVE &&
         !_koyomi_lint_has_any (work, KOYOMI_PROOF_FINDING, finding);
}

const KoyomiLintCheck _koyomi_lint_finding_checks[] = {
  { "finding-late", KOYOMI_TABLE_FINDING, is_late },
  { "finding-no-owner", KOYOMI_TABLE_FINDING, has_no_owner },
  { "finding-no-due", KOYOMI_TABLE_FINDING, has_no_due },
  { "finding-no-cause", KOYOMI_TABLE_FINDING, has_no_cause },
  { "finding-not-verified", KOYOMI_TABLE_FINDING, is_not_verified },
  { "finding-self-verified", KOYOMI_TABLE_FINDING, is_self_verified },
  { "finding-not-effective", KOYOMI_TABLE_FINDING, is_left_ineffective },
  { "finding-moved-often", KOYOMI_TABLE_FINDING, is_moved_often },
  { "finding-unproven", KOYOMI_TABLE_FINDING, is_unproven },
  { NULL }
};
