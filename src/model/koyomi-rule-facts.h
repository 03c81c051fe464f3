#pragma once

#include "koyomi-record.h"

G_BEGIN_DECLS

/* All that the rules look at: records in the order of their lists. Only the fields that the rules need have to be filled. */
typedef struct
{
  GPtrArray *catalogues;
  GPtrArray *groups;
  GPtrArray *functions;
  GPtrArray *teams;
  GPtrArray *people;
  GPtrArray *assignments;
  GPtrArray *contracts;
  GPtrArray *waivers;
  GPtrArray *activities;          /* function, team, title: at least those that have a run below */
  GPtrArray *runs;                /* activity, function, team, first day: of the fiscal year and neither done, skipped nor missed */
  GPtrArray *audits;
  GPtrArray *audit_items;
  GPtrArray *function_controls;
  char      *catalogue;           /* (nullable): the code of the one whose functions are judged; NULL: of those that are in use */
  guint      a_limit;             /* see KOYOMI_RULE_A_LIMIT */
} KoyomiRuleFacts;

KoyomiRuleFacts *koyomi_rule_facts_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void             koyomi_rule_facts_free  (KoyomiRuleFacts  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiRuleFacts, koyomi_rule_facts_free)

G_END_DECLS
