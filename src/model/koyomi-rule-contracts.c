#include "koyomi-rule-check-private.h"

#include "koyomi-day.h"

/* The rules for the contracts of teams that are outsourced, active, and in charge (R or A) of something. Both days of a contract count;
 * one without a last day goes on. */

static guint32
get_last (KoyomiRecord *contract)
{
  guint32 last = koyomi_record_get_day (contract, KOYOMI_CONTRACT_LAST_DAY);

  return last != KOYOMI_DAY_NONE ? last : KOYOMI_DAY_LAST;
}

static gboolean
is_of (KoyomiRecord *contract,
       KoyomiRecord *team)
{
  return koyomi_record_get_int (contract, KOYOMI_CONTRACT_TEAM) == koyomi_record_get_id (team);
}

/* Whether another contract takes over from @contract: it began or begins later, without a day between them, and lasts longer. One
 * that was there before is for something else. */
static gboolean
is_followed (KoyomiRuleCheck *self,
             KoyomiRecord    *contract,
             KoyomiRecord    *team)
{
  guint32 first = koyomi_record_get_day (contract, KOYOMI_CONTRACT_FIRST_DAY);

  for (guint i = 0; i < self->facts->contracts->len; i++)
    {
      KoyomiRecord *other = g_ptr_array_index (self->facts->contracts, i);
      guint32 other_first = koyomi_record_get_day (other, KOYOMI_CONTRACT_FIRST_DAY);

      if (is_of (other, team) && other_first > first && other_first <= get_last (contract) + 1 &&
          get_last (other) > get_last (contract))
        return TRUE;
    }

  return FALSE;
}

static void
check_end (KoyomiRuleCheck *self,
           KoyomiRecord    *contract,
           KoyomiRecord    *team,
           GPtrArray       *functions,
           const char      *names)
{
  guint32 last = get_last (contract);
  g_autofree char *day = NULL;
  KoyomiBreach *breach;

  if (last < self->day || last - self->day > KOYOMI_RULE_CONTRACT_DAYS || is_followed (self, contract, team))
    return;

  day = koyomi_day_format (last);
  breach = _koyomi_rule_check_add (self, KOYOMI_RULE_CONTRACT_ENDING, functions, team);
  breach->contract_id = koyomi_record_get_id (contract);
  breach->day = last;
  SAY (self, breach, KOYOMI_SENTENCE_USUAL,
       { "contract", koyomi_record_get_title (contract) }, { "team", koyomi_record_get_title (team) },
       { "functions", names }, { "day", day });
}

static void
check_team (KoyomiRuleCheck *self,
            KoyomiRecord    *team,
            GPtrArray       *functions)
{
  g_autofree char *names = _koyomi_rule_check_join_functions (self, functions);
  g_autofree char *day = koyomi_day_format (self->day);
  gboolean is_covered = FALSE;

  for (guint i = 0; i < self->facts->contracts->len; i++)
    {
      KoyomiRecord *contract = g_ptr_array_index (self->facts->contracts, i);

      if (!is_of (contract, team))
        continue;

      if (koyomi_record_get_day (contract, KOYOMI_CONTRACT_FIRST_DAY) <= self->day && self->day <= get_last (contract))
        is_covered = TRUE;
      check_end (self, contract, team, functions, names);
    }

  if (!is_covered)
    SAY (self, _koyomi_rule_check_add (self, KOYOMI_RULE_NO_CONTRACT, functions, team), KOYOMI_SENTENCE_USUAL,
         { "team", koyomi_record_get_title (team) }, { "functions", names }, { "day", day });
}

void
_koyomi_rule_check_contracts (KoyomiRuleCheck *self)
{
  for (guint i = 0; i < self->facts->teams->len; i++)
    {
      KoyomiRecord *team = g_ptr_array_index (self->facts->teams, i);
      KoyomiTeamPart *part = _koyomi_rule_check_find_part (self, team);

      /* A team that is no longer there needs no contract but has to go from the matrix: that is another rule. */
      if (part != NULL && part->in_charge->len > 0 && koyomi_team_is_active_on (team, self->day) &&
          koyomi_record_get_int (team, KOYOMI_TEAM_KIND) == KOYOMI_TEAM_KIND_OUTSOURCED)
        check_team (self, team, part->in_charge);
    }
}
