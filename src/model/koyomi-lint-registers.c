#include "koyomi-lint-private.h"

#include "koyomi-risk.h"

/* So soon the notice of a contract is asked after. */
#define NOTICE_DAYS 30

static KoyomiRiskStatus
get_status (KoyomiRecord *risk)
{
  return koyomi_record_get_int (risk, KOYOMI_RISK_STATUS);
}

static gboolean
is_in_use (KoyomiRecord *risk)
{
  return get_status (risk) != KOYOMI_RISK_STATUS_CLOSED;
}

static gboolean
is_in_treatment (KoyomiRecord *risk)
{
  return get_status (risk) == KOYOMI_RISK_STATUS_OPEN || get_status (risk) == KOYOMI_RISK_STATUS_DOING;
}

static gboolean
is_risk_review_late (const KoyomiLintWork *work,
                     KoyomiRecord         *risk)
{
  return is_in_use (risk) && _koyomi_lint_has_passed (work, risk, KOYOMI_RISK_REVIEW_DAY);
}

static gboolean
has_no_review (const KoyomiLintWork *work,
               KoyomiRecord         *risk)
{
  return is_in_use (risk) && koyomi_record_is_none (risk, KOYOMI_RISK_REVIEW_DAY);
}

static gboolean
has_no_owner (const KoyomiLintWork *work,
              KoyomiRecord         *risk)
{
  return is_in_use (risk) && _koyomi_lint_lacks (risk, KOYOMI_RISK_OWNER);
}

static gboolean
has_no_treatment (const KoyomiLintWork *work,
                  KoyomiRecord         *risk)
{
  return is_in_treatment (risk) && koyomi_record_get_int (risk, KOYOMI_RISK_TREATMENT) != KOYOMI_TREATMENT_ACCEPT &&
         koyomi_risk_get_band (koyomi_record_get_int (risk, KOYOMI_RISK_LIKELIHOOD), koyomi_record_get_int (risk, KOYOMI_RISK_IMPACT)) ==
         KOYOMI_RISK_BAND_HIGH &&
         _koyomi_lint_lacks (risk, KOYOMI_RISK_PLAN) && koyomi_record_is_none (risk, KOYOMI_RISK_ACTIVITY);
}

static gboolean
is_treatment_late (const KoyomiLintWork *work,
                   KoyomiRecord         *risk)
{
  return is_in_treatment (risk) && _koyomi_lint_has_passed (work, risk, KOYOMI_RISK_DUE_DAY);
}

static gboolean
is_accepted_by_nobody (const KoyomiLintWork *work,
                       KoyomiRecord         *risk)
{
  return get_status (risk) == KOYOMI_RISK_STATUS_ACCEPTED && _koyomi_lint_lacks (risk, KOYOMI_RISK_ACCEPTED_BY);
}

static gboolean
is_policy_review_late (const KoyomiLintWork *work,
                       KoyomiRecord         *policy)
{
  return _koyomi_lint_has_passed (work, policy, KOYOMI_POLICY_REVIEW_DAY);
}

static gboolean
is_not_approved (const KoyomiLintWork *work,
                 KoyomiRecord         *policy)
{
  return koyomi_record_is_none (policy, KOYOMI_POLICY_APPROVED_DAY);
}

static gboolean
is_obligation_review_late (const KoyomiLintWork *work,
                           KoyomiRecord         *obligation)
{
  return _koyomi_lint_has_passed (work, obligation, KOYOMI_OBLIGATION_REVIEW_DAY);
}

static gboolean
is_unmet (const KoyomiLintWork *work,
          KoyomiRecord         *obligation)
{
  return koyomi_record_is_none (obligation, KOYOMI_OBLIGATION_CLOCK) && koyomi_record_is_none (obligation, KOYOMI_OBLIGATION_CONTROL) &&
         koyomi_record_is_none (obligation, KOYOMI_OBLIGATION_ACTIVITY);
}

static gboolean
holds (const KoyomiLintWork *work,
       KoyomiRecord         *exemption)
{
  return !_koyomi_lint_has_passed (work, exemption, KOYOMI_EXEMPTION_LAST_DAY);
}

static gboolean
has_no_end (const KoyomiLintWork *work,
            KoyomiRecord         *exemption)
{
  return koyomi_record_is_none (exemption, KOYOMI_EXEMPTION_LAST_DAY);
}

static gboolean
has_no_measure (const KoyomiLintWork *work,
                KoyomiRecord         *exemption)
{
  return holds (work, exemption) && _koyomi_lint_lacks (exemption, KOYOMI_EXEMPTION_MEASURE);
}

static gboolean
is_exemption_not_approved (const KoyomiLintWork *work,
                           KoyomiRecord         *exemption)
{
  return holds (work, exemption) && _koyomi_lint_lacks (exemption, KOYOMI_EXEMPTION_APPROVED_BY);
}

static gboolean
has_notice_soon (const KoyomiLintWork *work,
                 KoyomiRecord         *contract)
{
  guint32 notice = koyomi_record_get_day (contract, KOYOMI_CONTRACT_NOTICE_DAY);

  return notice >= work->day && notice <= work->day + NOTICE_DAYS;
}

const KoyomiLintCheck _koyomi_lint_register_checks[] = {
  { "risk-review-late", KOYOMI_TABLE_RISK, is_risk_review_late },
  { "risk-no-review", KOYOMI_TABLE_RISK, has_no_review },
  { "risk-no-owner", KOYOMI_TABLE_RISK, has_no_owner },
  { "risk-no-treatment", KOYOMI_TABLE_RISK, has_no_treatment },
  { "risk-treatment-late", KOYOMI_TABLE_RISK, is_treatment_late },
  { "risk-accepted-by-nobody", KOYOMI_TABLE_RISK, is_accepted_by_nobody },
  { "policy-review-late", KOYOMI_TABLE_POLICY, is_policy_review_late },
  { "policy-not-approved", KOYOMI_TABLE_POLICY, is_not_approved },
  { "obligation-review-late", KOYOMI_TABLE_OBLIGATION, is_obligation_review_late },
  { "obligation-unmet", KOYOMI_TABLE_OBLIGATION, is_unmet },
  { "exemption-no-end", KOYOMI_TABLE_EXEMPTION, has_no_end },
  { "exemption-no-measure", KOYOMI_TABLE_EXEMPTION, has_no_measure },
  { "exemption-not-approved", KOYOMI_TABLE_EXEMPTION, is_exemption_not_approved },
  { "contract-notice", KOYOMI_TABLE_CONTRACT, has_notice_soon },
  { NULL }
};
