#include "koyomi-rule-private.h"

#include <string.h>

typedef struct
{
  const char         *nick;
  KoyomiRuleSeverity  severity;
  KoyomiSubject       subject;
  const char         *name;
  const char         *demand;                          /* what must be so */
  const char         *sentences[KOYOMI_N_SENTENCES];   /* what is not so; {words} in braces are filled in */
} Rule;

/* Translators: words in braces, such as {function}, are filled in by the program. R and A are the letters of the matrix. */
static const Rule rules[KOYOMI_N_RULES] = {
  [KOYOMI_RULE_NO_A] = {
    "no-a", KOYOMI_RULE_SEVERITY_HIGH, KOYOMI_SUBJECT_FUNCTION,
    N_("No accountable team"),
    N_("Each function has an accountable team (A)."),
    { N_("“{function}” has no accountable team (A).") },
  },
  [KOYOMI_RULE_TWO_A] = {
    "two-a", KOYOMI_RULE_SEVERITY_HIGH, KOYOMI_SUBJECT_FUNCTION,
    N_("Several accountable teams"),
    N_("No function has more than one accountable team (A)."),
    { N_("“{function}” has {count} accountable teams (A): {teams}.") },
  },
  [KOYOMI_RULE_NO_R] = {
    "no-r", KOYOMI_RULE_SEVERITY_HIGH, KOYOMI_SUBJECT_FUNCTION,
    N_("No responsible team"),
    N_("Each function has a team that does it (R)."),
    { N_("“{function}” has no team that does it (R).") },
  },
  [KOYOMI_RULE_OUTSOURCED_A] = {
    "outsourced-a", KOYOMI_RULE_SEVERITY_HIGH, KOYOMI_SUBJECT_FUNCTION | KOYOMI_SUBJECT_TEAM,
    N_("Accountability outsourced"),
    N_("No outsourced team is accountable (A): work can be outsourced, answering for it cannot."),
    { N_("“{team}” is outsourced, yet accountable (A) for “{function}”.") },
  },
  [KOYOMI_RULE_SINGLE_PERSON] = {
    "single-person", KOYOMI_RULE_SEVERITY_MEDIUM, KOYOMI_SUBJECT_FUNCTION | KOYOMI_SUBJECT_PERSON,
    N_("Single person without a deputy"),
    N_("No function depends on one person for whom nobody stands in."),
    { N_("“{function}” depends on {person} alone, for whom no deputy is named.") },
  },
  [KOYOMI_RULE_NO_CONTRACT] = {
    "no-contract", KOYOMI_RULE_SEVERITY_HIGH, KOYOMI_SUBJECT_TEAM,
    N_("Outsourced without a contract"),
    N_("An outsourced team with R or A has a contract that is valid on the day."),
    { N_("“{team}” is outsourced and in charge of {functions}, but no contract with it is valid on {day}.") },
  },
  [KOYOMI_RULE_CONTRACT_ENDING] = {
    "contract-ending", KOYOMI_RULE_SEVERITY_MEDIUM, KOYOMI_SUBJECT_TEAM | KOYOMI_SUBJECT_CONTRACT,
    N_("Contract ends soon"),
    N_("No contract of an outsourced team with R or A ends within {limit} days unless the next one follows it."),
    { N_("The contract “{contract}” with “{team}”, which is in charge of {functions}, ends on {day} and none follows it.") },
  },
  [KOYOMI_RULE_INACTIVE_TEAM] = {
    "inactive-team", KOYOMI_RULE_SEVERITY_HIGH, KOYOMI_SUBJECT_TEAM,
    N_("Team not active"),
    N_("Only teams that are active on the day are assigned."),
    { N_("“{team}” was active until {day}, but is still assigned to {functions}."),
      N_("“{team}” is active from {day} only, but is already assigned to {functions}.") },
  },
  [KOYOMI_RULE_TOO_MANY_A] = {
    "too-many-a", KOYOMI_RULE_SEVERITY_LOW, KOYOMI_SUBJECT_TEAM | KOYOMI_SUBJECT_PERSON,
    N_("Accountable for too much"),
    N_("No team or person is accountable (A) for more than {limit} functions of one catalogue."),
    { N_("“{team}” is accountable (A) for {count} functions of “{catalogue}”, more than the {limit} that are set as the limit."),
      N_("{person} is accountable (A) for {count} functions of “{catalogue}”, more than the {limit} that are set as the limit.") },
  },
  [KOYOMI_RULE_SELF_AUDIT] = {
    "self-audit", KOYOMI_RULE_SEVERITY_HIGH, KOYOMI_SUBJECT_FUNCTION | KOYOMI_SUBJECT_TEAM,
    N_("Auditor of its own function"),
    N_("No team that audits holds R or A for what it audits."),
    { N_("“{team}” holds {letters} for “{function}”, which it audits itself ({audit}).") },
  },
  [KOYOMI_RULE_PLAN_OWNER] = {
    "plan-owner", KOYOMI_RULE_SEVERITY_MEDIUM, KOYOMI_SUBJECT_ACTIVITY | KOYOMI_SUBJECT_TEAM,
    N_("Planned for a team without R or A"),
    N_("What is planned for this fiscal year is done by a team that holds R or A for the function."),
    { N_("“{activity}” on {day} is planned for “{team}”, which holds neither R nor A for “{function}”."),
      N_("“{activity}” on {day} has nobody to do it: no team holds R or A for “{function}”.") },
  },
};

static const struct
{
  const char *nick;
  const char *label;
} severities[KOYOMI_N_RULE_SEVERITIES] = {
  [KOYOMI_RULE_SEVERITY_HIGH] = { "high", N_("High") },
  [KOYOMI_RULE_SEVERITY_MEDIUM] = { "medium", N_("Medium") },
  [KOYOMI_RULE_SEVERITY_LOW] = { "low", N_("Low") },
};

/* The id of the rule, as it is stored, printed and asked for. */
const char *
koyomi_rule_get_nick (KoyomiRule self)
{
  g_return_val_if_fail (self < KOYOMI_N_RULES, NULL);

  return rules[self].nick;
}

KoyomiRuleSeverity
koyomi_rule_get_severity (KoyomiRule self)
{
  g_return_val_if_fail (self < KOYOMI_N_RULES, KOYOMI_RULE_SEVERITY_LOW);

  return rules[self].severity;
}

const char *
koyomi_rule_get_name (KoyomiRule     self,
                      KoyomiLanguage language)
{
  g_return_val_if_fail (self < KOYOMI_N_RULES, NULL);

  return koyomi_tr (language, rules[self].name);
}

/* @text with each {name} replaced by its value; one that nobody gives stays as it is. */
static char *
fill_in (const char              *text,
         const KoyomiPlaceholder *placeholders,
         guint                    n_placeholders)
{
  GString *filled = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *end = *text == '{' ? strchr (text, '}') : NULL;
      gsize length = end != NULL ? end - text - 1 : 0;
      const KoyomiPlaceholder *found = NULL;

      for (guint i = 0; i < n_placeholders && end != NULL && found == NULL; i++)
        if (strlen (placeholders[i].name) == length && strncmp (placeholders[i].name, text + 1, length) == 0)
          found = &placeholders[i];

      if (found != NULL)
        g_string_append (filled, found->value != NULL ? found->value : "");
      else
        g_string_append_c (filled, *text);
      text = found != NULL ? end + 1 : text + 1;
    }

  return g_string_free (filled, FALSE);
}

/**
 * koyomi_rule_format_demand:
 * @a_limit: the limit of the plan; other rules than %KOYOMI_RULE_TOO_MANY_A do not use it
 *
 * Returns: (transfer full): what the rule wants to be so, in a sentence
 */
char *
koyomi_rule_format_demand (KoyomiRule     self,
                           guint          a_limit,
                           KoyomiLanguage language)
{
  g_autofree char *limit = NULL;

  g_return_val_if_fail (self < KOYOMI_N_RULES, NULL);

  limit = g_strdup_printf ("%u", self == KOYOMI_RULE_CONTRACT_ENDING ? KOYOMI_RULE_CONTRACT_DAYS : a_limit);

  return fill_in (koyomi_tr (language, rules[self].demand), &(KoyomiPlaceholder) { "limit", limit }, 1);
}

KoyomiSubject
_koyomi_rule_get_subject (KoyomiRule self)
{
  g_assert (self < KOYOMI_N_RULES);

  return rules[self].subject;
}

char *
_koyomi_rule_format_sentence (KoyomiRule               self,
                              KoyomiSentence           sentence,
                              const KoyomiPlaceholder *placeholders,
                              guint                    n_placeholders,
                              KoyomiLanguage           language)
{
  g_assert (self < KOYOMI_N_RULES && rules[self].sentences[sentence] != NULL);

  return fill_in (koyomi_tr (language, rules[self].sentences[sentence]), placeholders, n_placeholders);
}

const char *
koyomi_rule_severity_get_nick (KoyomiRuleSeverity self)
{
  g_return_val_if_fail (self < KOYOMI_N_RULE_SEVERITIES, NULL);

  return severities[self].nick;
}

const char *
koyomi_rule_severity_get_label (KoyomiRuleSeverity self,
                                KoyomiLanguage     language)
{
  g_return_val_if_fail (self < KOYOMI_N_RULE_SEVERITIES, NULL);

  return koyomi_tr (language, severities[self].label);
}
