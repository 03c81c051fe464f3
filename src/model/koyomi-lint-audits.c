#include "koyomi-lint-private.h"

#include "koyomi-audit-programme.h"

/* What an audit looks at is chosen so long before it begins. */
#define ITEM_DAYS 30

/* Its result is told so long after it. */
#define REPORT_DAYS 30

static KoyomiAuditStatus
get_status (KoyomiRecord *audit)
{
  return koyomi_record_get_int (audit, KOYOMI_AUDIT_STATUS);
}

static gboolean
is_to_come (KoyomiRecord *audit)
{
  return get_status (audit) == KOYOMI_AUDIT_STATUS_PLANNED || get_status (audit) == KOYOMI_AUDIT_STATUS_DOING;
}

static gboolean
is_late (const KoyomiLintWork *work,
         KoyomiRecord         *audit)
{
  return is_to_come (audit) && _koyomi_lint_has_passed (work, audit, KOYOMI_AUDIT_LAST_DAY);
}

/* Of the years after this one there is no calendar yet. */
static gboolean
is_not_planned_in (const KoyomiLintWork *work,
                   KoyomiRecord         *audit)
{
  return is_to_come (audit) && koyomi_record_is_none (audit, KOYOMI_AUDIT_ACTIVITY) &&
         _koyomi_lint_is_in_year (work, audit, KOYOMI_AUDIT_FIRST_DAY);
}

static gboolean
has_no_lead (const KoyomiLintWork *work,
             KoyomiRecord         *audit)
{
  return get_status (audit) != KOYOMI_AUDIT_STATUS_CANCELLED && _koyomi_lint_lacks (audit, KOYOMI_AUDIT_LEAD);
}

static gboolean
has_no_scope (const KoyomiLintWork *work,
              KoyomiRecord         *audit)
{
  return get_status (audit) != KOYOMI_AUDIT_STATUS_CANCELLED &&
         (_koyomi_lint_lacks (audit, KOYOMI_AUDIT_SCOPE) || _koyomi_lint_lacks (audit, KOYOMI_AUDIT_CRITERIA));
}

static gboolean
has_no_items (const KoyomiLintWork *work,
              KoyomiRecord         *audit)
{
  return get_status (audit) != KOYOMI_AUDIT_STATUS_CANCELLED &&
         koyomi_record_get_day (audit, KOYOMI_AUDIT_FIRST_DAY) <= work->day + ITEM_DAYS &&
         !_koyomi_lint_has_any (work, KOYOMI_AUDIT_ITEM_AUDIT, audit);
}

static gboolean
is_open_item (const KoyomiLintWork *work,
              KoyomiRecord         *item)
{
  KoyomiRecord *audit = koyomi_plan_facts_follow (work->facts, item, KOYOMI_AUDIT_ITEM_AUDIT);

  return audit != NULL && get_status (audit) == KOYOMI_AUDIT_STATUS_DONE && koyomi_audit_item_get_sampling (item) == KOYOMI_SAMPLING_PLANNED;
}

static gboolean
is_unexplained_item (const KoyomiLintWork *work,
                     KoyomiRecord         *item)
{
  return koyomi_audit_item_get_sampling (item) == KOYOMI_SAMPLING_NOT_SAMPLED && _koyomi_lint_lacks (item, KOYOMI_AUDIT_ITEM_NOTE);
}

/* Of the same audit and control. */
static gboolean
has_no_finding (const KoyomiLintWork *work,
                KoyomiRecord         *item)
{
  GPtrArray *findings = koyomi_plan_facts_get_rows (work->facts, KOYOMI_TABLE_FINDING);
  KoyomiAuditResult result = koyomi_record_get_int (item, KOYOMI_AUDIT_ITEM_RESULT);

  if (result != KOYOMI_AUDIT_RESULT_MINOR && result != KOYOMI_AUDIT_RESULT_MAJOR)
    return FALSE;

  for (guint i = 0; i < findings->len; i++)
    {
      KoyomiRecord *finding = g_ptr_array_index (findings, i);

      if (koyomi_record_get_int (finding, KOYOMI_FINDING_AUDIT) == koyomi_record_get_int (item, KOYOMI_AUDIT_ITEM_AUDIT) &&
          koyomi_record_get_int (finding, KOYOMI_FINDING_CONTROL) == koyomi_record_get_int (item, KOYOMI_AUDIT_ITEM_CONTROL))
        return FALSE;
    }

  return TRUE;
}

/* Of the fiscal year and the one before. */
static gboolean
is_not_reported (const KoyomiLintWork *work,
                 KoyomiRecord         *audit)
{
  guint32 last_day = koyomi_record_get_day (audit, KOYOMI_AUDIT_LAST_DAY);

  return get_status (audit) == KOYOMI_AUDIT_STATUS_DONE && koyomi_record_is_none (audit, KOYOMI_AUDIT_REPORTED_DAY) &&
         last_day + REPORT_DAYS < work->day && _koyomi_lint_is_in_year (work, audit, KOYOMI_AUDIT_LAST_DAY);
}

static gboolean
has_no_internal_audit (const KoyomiLintWork *work,
                       KoyomiRecord         *plan)
{
  GPtrArray *audits = koyomi_plan_facts_get_rows (work->facts, KOYOMI_TABLE_AUDIT);

  for (guint i = 0; i < audits->len; i++)
    if (koyomi_record_get_int (g_ptr_array_index (audits, i), KOYOMI_AUDIT_KIND) == KOYOMI_AUDIT_KIND_INTERNAL &&
        get_status (g_ptr_array_index (audits, i)) != KOYOMI_AUDIT_STATUS_CANCELLED &&
        _koyomi_lint_is_in_year (work, g_ptr_array_index (audits, i), KOYOMI_AUDIT_LAST_DAY))
      return FALSE;

  return TRUE;
}

const KoyomiLintCheck _koyomi_lint_audit_checks[] = {
  { "audit-late", KOYOMI_TABLE_AUDIT, is_late },
  { "audit-not-planned-in", KOYOMI_TABLE_AUDIT, is_not_planned_in },
  { "audit-no-lead", KOYOMI_TABLE_AUDIT, has_no_lead },
  { "audit-no-scope", KOYOMI_TABLE_AUDIT, has_no_scope },
  { "audit-no-items", KOYOMI_TABLE_AUDIT, has_no_items },
  { "audit-item-open", KOYOMI_TABLE_AUDIT_ITEM, is_open_item },
  { "audit-item-unexplained", KOYOMI_TABLE_AUDIT_ITEM, is_unexplained_item },
  { "audit-item-no-finding", KOYOMI_TABLE_AUDIT_ITEM, has_no_finding },
  { "audit-not-reported", KOYOMI_TABLE_AUDIT, is_not_reported },
  { "no-internal-audit", KOYOMI_TABLE_PLAN, has_no_internal_audit },
  { NULL }
};
