#pragma once

#include "koyomi-language.h"

G_BEGIN_DECLS

/* The rules of the matrix of functions and teams, and of the plan that hangs on it; see koyomi_rules_check(). */
typedef enum
{
  KOYOMI_RULE_NO_A,
  KOYOMI_RULE_TWO_A,
  KOYOMI_RULE_NO_R,
  KOYOMI_RULE_OUTSOURCED_A,
  KOYOMI_RULE_SINGLE_PERSON,
  KOYOMI_RULE_NO_CONTRACT,
  KOYOMI_RULE_CONTRACT_ENDING,
  KOYOMI_RULE_INACTIVE_TEAM,
  KOYOMI_RULE_TOO_MANY_A,
  KOYOMI_RULE_SELF_AUDIT,
  KOYOMI_RULE_PLAN_OWNER,
} KoyomiRule;

#define KOYOMI_N_RULES 11

/* How soon something must be done about a breach: at once, before it harms, when there is time. */
typedef enum
{
  KOYOMI_RULE_SEVERITY_HIGH,
  KOYOMI_RULE_SEVERITY_MEDIUM,
  KOYOMI_RULE_SEVERITY_LOW,
} KoyomiRuleSeverity;

#define KOYOMI_N_RULE_SEVERITIES 3

/* A contract that ends within so many days is a breach. */
#define KOYOMI_RULE_CONTRACT_DAYS 90

/* How many functions of one catalogue a team or a person may be accountable for. Who looks into each for two hours a month spends
 * thirty hours, near a week of every month, on fifteen; and fifteen is half of the 31 CRIC functions: more than that is no longer
 * answering for them, but a bottleneck. A plan can set a limit of its own. */
#define KOYOMI_RULE_A_LIMIT 15
#define KOYOMI_RULE_A_LIMIT_MAX 1000

const char         *koyomi_rule_get_nick           (KoyomiRule           self);
KoyomiRuleSeverity  koyomi_rule_get_severity       (KoyomiRule           self);
const char         *koyomi_rule_get_name           (KoyomiRule           self,
                                                    KoyomiLanguage       language);
char               *koyomi_rule_format_demand      (KoyomiRule           self,
                                                    guint                a_limit,
                                                    KoyomiLanguage       language) G_GNUC_WARN_UNUSED_RESULT;

const char         *koyomi_rule_severity_get_nick  (KoyomiRuleSeverity   self);
const char         *koyomi_rule_severity_get_label (KoyomiRuleSeverity   self,
                                                    KoyomiLanguage       language);

G_END_DECLS
