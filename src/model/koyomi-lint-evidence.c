#include "koyomi-lint-private.h"

#include "koyomi-audit-programme.h"
#include "koyomi-day.h"

static KoyomiControlLine *
find_line (const KoyomiLintWork *work,
           KoyomiRecord         *control)
{
  gint64 id = koyomi_record_get_id (control);

  return g_hash_table_lookup (work->lines, &id);
}

static gboolean
is_clause (KoyomiRecord *control)
{
  return koyomi_record_get_int (control, KOYOMI_CONTROL_KIND) == KOYOMI_CONTROL_KIND_CLAUSE;
}

static gboolean
lacks_document (const KoyomiLintWork *work,
                KoyomiRecord         *control)
{
  return is_clause (control) && (find_line (work, control)->gaps & KOYOMI_CONTROL_GAP_EVIDENCE);
}

static gboolean
lacks_evidence (const KoyomiLintWork *work,
                KoyomiRecord         *control)
{
  return !is_clause (control) && (find_line (work, control)->gaps & KOYOMI_CONTROL_GAP_EVIDENCE);
}

static gboolean
has_old_evidence (const KoyomiLintWork *work,
                  KoyomiRecord         *control)
{
  return (find_line (work, control)->gaps & KOYOMI_CONTROL_GAP_OLD_EVIDENCE) != 0;
}

static gboolean
has_expired (const KoyomiLintWork *work,
             KoyomiRecord         *evidence)
{
  return _koyomi_lint_has_passed (work, evidence, KOYOMI_EVIDENCE_EXPIRES_DAY);
}

static gboolean
has_no_owner (const KoyomiLintWork *work,
              KoyomiRecord         *evidence)
{
  return _koyomi_lint_lacks (evidence, KOYOMI_EVIDENCE_OWNER);
}

static gboolean
has_no_place (const KoyomiLintWork *work,
              KoyomiRecord         *evidence)
{
  return _koyomi_lint_lacks (evidence, KOYOMI_EVIDENCE_PLACE);
}

static gboolean
proves_nothing (const KoyomiLintWork *work,
                KoyomiRecord         *evidence)
{
  return !_koyomi_lint_has_any (work, KOYOMI_PROOF_EVIDENCE, evidence);
}

static gboolean
has_wrong_period (const KoyomiLintWork *work,
                  KoyomiRecord         *evidence)
{
  return !koyomi_record_is_none (evidence, KOYOMI_EVIDENCE_PERIOD_LAST) &&
         koyomi_record_get_day (evidence, KOYOMI_EVIDENCE_PERIOD_LAST) < koyomi_record_get_day (evidence, KOYOMI_EVIDENCE_PERIOD_FIRST);
}

static gboolean
lacks_reason (const KoyomiLintWork *work,
              KoyomiRecord         *control)
{
  return (find_line (work, control)->gaps & KOYOMI_CONTROL_GAP_REASON) != 0;
}

static gboolean
is_not_begun (const KoyomiLintWork *work,
              KoyomiRecord         *control)
{
  return (find_line (work, control)->gaps & KOYOMI_CONTROL_GAP_STATUS) != 0;
}

static gboolean
lacks_function (const KoyomiLintWork *work,
                KoyomiRecord         *control)
{
  return (find_line (work, control)->gaps & KOYOMI_CONTROL_GAP_FUNCTION) != 0;
}

static gboolean
is_out_in_use (const KoyomiLintWork *work,
               KoyomiRecord         *control)
{
  return !koyomi_control_is_applicable (control) && koyomi_record_get_int (control, KOYOMI_CONTROL_STATUS) != KOYOMI_CONTROL_STATUS_NONE;
}

/* Neither in the years before nor in an audit that is planned or going on. */
static gboolean
is_never_audited (const KoyomiLintWork *work,
                  KoyomiRecord         *control)
{
  guint32 audited = find_line (work, control)->audited_day;
  GPtrArray *items = koyomi_plan_facts_get_rows (work->facts, KOYOMI_TABLE_AUDIT_ITEM);

  if (!koyomi_control_is_applicable (control) ||
      (audited != KOYOMI_DAY_NONE && koyomi_day_add_months (audited, 12 * KOYOMI_PROGRAMME_YEARS) >= work->day))
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      KoyomiRecord *audit = koyomi_plan_facts_follow (work->facts, g_ptr_array_index (items, i), KOYOMI_AUDIT_ITEM_AUDIT);

      if (koyomi_record_get_int (g_ptr_array_index (items, i), KOYOMI_AUDIT_ITEM_CONTROL) == koyomi_record_get_id (control) && audit != NULL &&
          koyomi_record_get_int (audit, KOYOMI_AUDIT_STATUS) < KOYOMI_AUDIT_STATUS_DONE &&
          koyomi_audit_item_get_sampling (g_ptr_array_index (items, i)) != KOYOMI_SAMPLING_NOT_SAMPLED)
        return FALSE;
    }

  return TRUE;
}

const KoyomiLintCheck _koyomi_lint_evidence_checks[] = {
  { "document-missing", KOYOMI_TABLE_CONTROL, lacks_document },
  { "evidence-missing", KOYOMI_TABLE_CONTROL, lacks_evidence },
  { "evidence-old", KOYOMI_TABLE_CONTROL, has_old_evidence },
  { "evidence-expired", KOYOMI_TABLE_EVIDENCE, has_expired },
  { "evidence-no-owner", KOYOMI_TABLE_EVIDENCE, has_no_owner },
  { "evidence-no-place", KOYOMI_TABLE_EVIDENCE, has_no_place },
  { "evidence-proves-nothing", KOYOMI_TABLE_EVIDENCE, proves_nothing },
  { "evidence-period", KOYOMI_TABLE_EVIDENCE, has_wrong_period },
  { "soa-no-reason", KOYOMI_TABLE_CONTROL, lacks_reason },
  { "soa-not-begun", KOYOMI_TABLE_CONTROL, is_not_begun },
  { "soa-no-function", KOYOMI_TABLE_CONTROL, lacks_function },
  { "soa-out-in-use", KOYOMI_TABLE_CONTROL, is_out_in_use },
  { "never-audited", KOYOMI_TABLE_CONTROL, is_never_audited },
  { NULL }
};
