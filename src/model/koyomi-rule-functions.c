#include "koyomi-rule-check-private.h"

/* The rules of which each function is judged by itself: that it has one A and at least one R, that the A is not outsourced. */

static void
check_accountable (KoyomiRuleCheck *self,
                   KoyomiJudged    *judged,
                   const char      *name)
{
  g_autoptr(GPtrArray) teams = _koyomi_rule_check_list_teams (self, judged, "A");

  if (teams->len == 0)
    SAY (self, _koyomi_rule_check_add_one (self, KOYOMI_RULE_NO_A, judged, NULL), KOYOMI_SENTENCE_USUAL, { "function", name });

  if (teams->len > 1)
    {
      g_autofree char *count = g_strdup_printf ("%u", teams->len);
      g_autofree char *names = _koyomi_rule_check_join_titles (self, teams);

      SAY (self, _koyomi_rule_check_add_one (self, KOYOMI_RULE_TWO_A, judged, NULL), KOYOMI_SENTENCE_USUAL,
           { "function", name }, { "count", count }, { "teams", names });
    }

  for (guint i = 0; i < teams->len; i++)
    {
      KoyomiRecord *team = g_ptr_array_index (teams, i);

      if (koyomi_record_get_int (team, KOYOMI_TEAM_KIND) == KOYOMI_TEAM_KIND_OUTSOURCED)
        SAY (self, _koyomi_rule_check_add_one (self, KOYOMI_RULE_OUTSOURCED_A, judged, team), KOYOMI_SENTENCE_USUAL,
             { "function", name }, { "team", koyomi_record_get_title (team) });
    }
}

static void
check_responsible (KoyomiRuleCheck *self,
                   KoyomiJudged    *judged,
                   const char      *name)
{
  g_autoptr(GPtrArray) teams = _koyomi_rule_check_list_teams (self, judged, "R");

  if (teams->len == 0)
    SAY (self, _koyomi_rule_check_add_one (self, KOYOMI_RULE_NO_R, judged, NULL), KOYOMI_SENTENCE_USUAL, { "function", name });
}

void
_koyomi_rule_check_functions (KoyomiRuleCheck *self)
{
  for (guint i = 0; i < self->judged->len; i++)
    {
      KoyomiJudged *judged = g_ptr_array_index (self->judged, i);
      g_autofree char *name = _koyomi_rule_check_name_function (judged);

      check_accountable (self, judged, name);
      check_responsible (self, judged, name);
    }
}
