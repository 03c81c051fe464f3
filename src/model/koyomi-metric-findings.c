#include "koyomi-computation-private.h"

#include "koyomi-day.h"
#include "koyomi-finding.h"

/* The metrics of findings, audits and contracts. */

/* Whether the finding had been raised and was not over on the last day of the period. */
static gboolean
is_open_at_end (KoyomiTally             *self,
                const KoyomiFindingFact *fact)
{
  guint32 closed = fact->verified_day != KOYOMI_DAY_NONE ? fact->verified_day : fact->done_day;

  return fact->found_day <= self->end && (!koyomi_finding_status_is_over (fact->status) || closed > self->end);
}

static gboolean
is_done_by (const KoyomiFindingFact *fact,
            guint32                  day)
{
  return fact->done_day != KOYOMI_DAY_NONE && fact->done_day <= day;
}

static void
add (KoyomiTally             *self,
     const KoyomiFindingFact *fact,
     gboolean                 counts,
     double                   amount)
{
  _koyomi_tally_add (self, KOYOMI_TABLE_FINDING, fact->id, counts, amount);
}

static void
judge (KoyomiTally             *self,
       const KoyomiFindingFact *fact,
       int                      argument)
{
  switch (argument)
    {
    case KOYOMI_COMPUTATION_OPEN_FINDINGS:
      if (is_open_at_end (self, fact))
        add (self, fact, TRUE, 1.0);
      break;
    case KOYOMI_COMPUTATION_FINDINGS_LATE:
      if (is_open_at_end (self, fact) && fact->due_day != KOYOMI_DAY_NONE && fact->due_day < self->end && !is_done_by (fact, self->end))
        add (self, fact, TRUE, 1.0);
      break;
    case KOYOMI_COMPUTATION_FINDINGS_IN_TIME:
      if (_koyomi_tally_has_day (self, fact->due_day))
        add (self, fact, is_done_by (fact, fact->due_day), 1.0);
      break;
    case KOYOMI_COMPUTATION_MAJOR_FINDINGS:
      if (fact->grade == KOYOMI_FINDING_GRADE_MAJOR && _koyomi_tally_has_day (self, fact->found_day))
        add (self, fact, TRUE, 1.0);
      break;
    case KOYOMI_COMPUTATION_FINDINGS_EFFECTIVE:
      if (fact->effective != KOYOMI_VERDICT_NONE && _koyomi_tally_has_day (self, fact->verified_day))
        add (self, fact, fact->effective == KOYOMI_VERDICT_YES, 1.0);
      break;
    case KOYOMI_COMPUTATION_FINDING_DAYS:
    default:
      if (_koyomi_tally_has_day (self, fact->done_day) && fact->done_day >= fact->found_day)
        add (self, fact, TRUE, fact->done_day - fact->found_day);
      break;
    }
}

void
_koyomi_tally_findings (KoyomiTally *self,
                        int          argument)
{
  for (guint i = 0; i < self->facts->findings->len; i++)
    judge (self, &g_array_index (self->facts->findings, KoyomiFindingFact, i), argument);
}

/* Of the audits that the fiscal year planned until the end of the period. */
void
_koyomi_tally_audits (KoyomiTally *self,
                      int          argument)
{
  for (guint i = 0; i < self->facts->audits->len; i++)
    {
      const KoyomiAuditFact *fact = &g_array_index (self->facts->audits, KoyomiAuditFact, i);

      if (fact->status != KOYOMI_AUDIT_STATUS_CANCELLED && fact->last_day >= self->period->year_first && fact->last_day <= self->end)
        _koyomi_tally_add (self, KOYOMI_TABLE_AUDIT, fact->id, fact->status == KOYOMI_AUDIT_STATUS_DONE, 1.0);
    }
}

/* Of the controls that apply, those that an audit looked at in the cycle that ends with the period. */
void
_koyomi_tally_controls (KoyomiTally *self,
                        int          argument)
{
  guint32 first_day = koyomi_day_add_months (self->end, -KOYOMI_AUDIT_CYCLE_MONTHS) + 1;

  for (guint i = 0; i < self->facts->controls->len; i++)
    {
      const KoyomiControlFact *fact = &g_array_index (self->facts->controls, KoyomiControlFact, i);
      gboolean audited = FALSE;

      for (guint j = 0; fact->audited != NULL && j < fact->audited->len; j++)
        {
          guint32 day = g_array_index (fact->audited, guint32, j);

          audited |= day >= first_day && day <= self->end;
        }
      _koyomi_tally_add (self, KOYOMI_TABLE_CONTROL, fact->id, audited, 1.0);
    }
}

/* Those that end soon after the period. */
void
_koyomi_tally_contracts (KoyomiTally *self,
                         int          argument)
{
  for (guint i = 0; i < self->facts->contracts->len; i++)
    {
      const KoyomiContractFact *fact = &g_array_index (self->facts->contracts, KoyomiContractFact, i);

      if (fact->first_day <= self->end && fact->last_day != KOYOMI_DAY_NONE && fact->last_day >= self->end &&
          fact->last_day - self->end <= KOYOMI_RULE_CONTRACT_DAYS)
        _koyomi_tally_add (self, KOYOMI_TABLE_CONTRACT, fact->id, TRUE, 1.0);
    }
}
