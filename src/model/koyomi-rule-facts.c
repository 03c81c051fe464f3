#include "koyomi-rule-facts.h"

#include "koyomi-rule.h"

static GPtrArray *
make_list (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

/* Without any record; lists can be filled or replaced. */
KoyomiRuleFacts *
koyomi_rule_facts_new (void)
{
  KoyomiRuleFacts *self = g_new0 (KoyomiRuleFacts, 1);

  self->catalogues = make_list ();
  self->groups = make_list ();
  self->functions = make_list ();
  self->teams = make_list ();
  self->people = make_list ();
  self->assignments = make_list ();
  self->contracts = make_list ();
  self->waivers = make_list ();
  self->activities = make_list ();
  self->runs = make_list ();
  self->audits = make_list ();
  self->audit_items = make_list ();
  self->function_controls = make_list ();
  self->a_limit = KOYOMI_RULE_A_LIMIT;

  return self;
}

void
koyomi_rule_facts_free (KoyomiRuleFacts *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->catalogues, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->functions, g_ptr_array_unref);
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->assignments, g_ptr_array_unref);
  g_clear_pointer (&self->contracts, g_ptr_array_unref);
  g_clear_pointer (&self->waivers, g_ptr_array_unref);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_clear_pointer (&self->audits, g_ptr_array_unref);
  g_clear_pointer (&self->audit_items, g_ptr_array_unref);
  g_clear_pointer (&self->function_controls, g_ptr_array_unref);
  g_free (self->catalogue);
  g_free (self);
}
