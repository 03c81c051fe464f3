#include "koyomi-rule-check-private.h"

#include "koyomi-breach-private.h"
#include "koyomi-day.h"

#include <string.h>

/* The catalogue of the company's own functions. */
#define OWN_CATALOGUE "own"

static void
free_judged (gpointer data)
{
  KoyomiJudged *self = data;

  g_ptr_array_unref (self->assignments);
  g_ptr_array_unref (self->today);
  g_free (self);
}

static void
free_part (gpointer data)
{
  KoyomiTeamPart *self = data;

  g_ptr_array_unref (self->functions);
  g_ptr_array_unref (self->in_charge);
  g_free (self);
}

/* Returns: (transfer full): id -> record, which the list keeps */
GHashTable *
_koyomi_rule_index_records (GPtrArray *records)
{
  GHashTable *index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      gint64 id = koyomi_record_get_id (g_ptr_array_index (records, i));

      g_hash_table_insert (index, g_memdup2 (&id, sizeof id), g_ptr_array_index (records, i));
    }

  return index;
}

/* Returns: (nullable): the group of a function, or the catalogue of a group */
static KoyomiRecord *
look_up (GHashTable   *index,
         KoyomiRecord *record,
         int           field)
{
  gint64 id = record != NULL ? koyomi_record_get_int (record, field) : 0;

  return g_hash_table_lookup (index, &id);
}

static KoyomiRecord *
get_catalogue (KoyomiRuleCheck *self,
               KoyomiRecord    *function)
{
  return look_up (self->catalogues, look_up (self->groups, function, KOYOMI_FUNCTION_GROUP), KOYOMI_GROUP_CATALOGUE);
}

static int
compare_places (KoyomiRecord *a,
                KoyomiRecord *b,
                int           field)
{
  gint64 place_a = koyomi_record_get_int (a, field);
  gint64 place_b = koyomi_record_get_int (b, field);

  if (place_a == place_b)
    return (koyomi_record_get_id (a) > koyomi_record_get_id (b)) - (koyomi_record_get_id (a) < koyomi_record_get_id (b));

  return place_a > place_b ? 1 : -1;
}

static int
compare_judged (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  KoyomiRuleCheck *self = data;
  KoyomiJudged *first = *(KoyomiJudged **) a;
  KoyomiJudged *second = *(KoyomiJudged **) b;
  KoyomiRecord *first_group = look_up (self->groups, first->function, KOYOMI_FUNCTION_GROUP);
  KoyomiRecord *second_group = look_up (self->groups, second->function, KOYOMI_FUNCTION_GROUP);

  if (first->catalogue != second->catalogue)
    return compare_places (first->catalogue, second->catalogue, KOYOMI_CATALOGUE_POSITION);
  if (first_group != second_group)
    return compare_places (first_group, second_group, KOYOMI_GROUP_POSITION);

  return compare_places (first->function, second->function, KOYOMI_FUNCTION_POSITION);
}

/* Returns: (element-type KoyomiRecord): the catalogues in which somebody is or was assigned, and once there is one the company's own:
 *   a plan goes by one catalogue or two, and functions of the others are nobody's by intent */
static GHashTable *
find_used (KoyomiRuleCheck *self,
           GHashTable      *functions)
{
  GHashTable *used = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->facts->assignments->len; i++)
    {
      KoyomiRecord *function = look_up (functions, g_ptr_array_index (self->facts->assignments, i), KOYOMI_ASSIGNMENT_FUNCTION);

      if (function != NULL)
        g_hash_table_add (used, get_catalogue (self, function));
    }

  for (guint i = 0; i < self->facts->catalogues->len && g_hash_table_size (used) > 0; i++)
    if (strcmp (koyomi_record_get_text (g_ptr_array_index (self->facts->catalogues, i), KOYOMI_CATALOGUE_CODE), OWN_CATALOGUE) == 0)
      g_hash_table_add (used, g_ptr_array_index (self->facts->catalogues, i));

  return used;
}

static gboolean
is_judged (KoyomiRuleCheck *self,
           KoyomiRecord    *catalogue,
           GHashTable      *used)
{
  if (self->facts->catalogue != NULL)
    return strcmp (koyomi_record_get_text (catalogue, KOYOMI_CATALOGUE_CODE), self->facts->catalogue) == 0;

  return g_hash_table_contains (used, catalogue);
}

static void
gather_functions (KoyomiRuleCheck *self)
{
  g_autoptr(GHashTable) functions = _koyomi_rule_index_records (self->facts->functions);
  g_autoptr(GHashTable) used = find_used (self, functions);

  for (guint i = 0; i < self->facts->functions->len; i++)
    {
      KoyomiRecord *function = g_ptr_array_index (self->facts->functions, i);
      KoyomiRecord *catalogue = get_catalogue (self, function);
      KoyomiJudged *judged;

      if (catalogue == NULL || koyomi_record_get_int (function, KOYOMI_FUNCTION_RETIRED))
        continue;

      judged = g_new0 (KoyomiJudged, 1);
      judged->function = function;
      judged->catalogue = catalogue;
      judged->is_judged = is_judged (self, catalogue, used);
      judged->assignments = g_ptr_array_new ();
      judged->today = g_ptr_array_new ();
      g_ptr_array_add (self->all, judged);
    }
  g_ptr_array_sort_with_data (self->all, compare_judged, self);

  for (guint i = 0; i < self->all->len; i++)
    {
      KoyomiJudged *judged = g_ptr_array_index (self->all, i);
      gint64 id = koyomi_record_get_id (judged->function);

      judged->place = i;
      g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), judged);
      if (judged->is_judged)
        g_ptr_array_add (self->judged, judged);
    }
}

static void
gather_assignments (KoyomiRuleCheck *self)
{
  for (guint i = 0; i < self->facts->assignments->len; i++)
    {
      KoyomiRecord *assignment = g_ptr_array_index (self->facts->assignments, i);
      gint64 function = koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION);
      KoyomiJudged *judged = g_hash_table_lookup (self->by_id, &function);

      if (judged == NULL || look_up (self->teams, assignment, KOYOMI_ASSIGNMENT_TEAM) == NULL)
        continue;

      g_ptr_array_add (judged->assignments, assignment);
      if (koyomi_assignment_holds_on (assignment, self->day))
        g_ptr_array_add (judged->today, assignment);
    }
}

/* The functions come in their order, so one that is there already is the last. */
static void
add_once (GPtrArray    *functions,
          KoyomiJudged *judged)
{
  if (functions->len == 0 || g_ptr_array_index (functions, functions->len - 1) != judged)
    g_ptr_array_add (functions, judged);
}

static void
add_part (KoyomiRuleCheck *self,
          KoyomiJudged    *judged,
          KoyomiRecord    *assignment)
{
  gint64 team = koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_TEAM);
  KoyomiTeamPart *part = g_hash_table_lookup (self->parts, &team);

  if (part == NULL)
    {
      part = g_new0 (KoyomiTeamPart, 1);
      part->functions = g_ptr_array_new ();
      part->in_charge = g_ptr_array_new ();
      g_hash_table_insert (self->parts, g_memdup2 (&team, sizeof team), part);
    }

  if (!koyomi_record_is_none (assignment, KOYOMI_ASSIGNMENT_LETTERS))
    add_once (part->functions, judged);
  if (_koyomi_assignment_has (assignment, "RA"))
    add_once (part->in_charge, judged);
}

static void
gather_parts (KoyomiRuleCheck *self)
{
  for (guint i = 0; i < self->judged->len; i++)
    {
      KoyomiJudged *judged = g_ptr_array_index (self->judged, i);

      for (guint j = 0; j < judged->today->len; j++)
        add_part (self, judged, g_ptr_array_index (judged->today, j));
    }
}

/* Whether it has any of @letters. */
gboolean
_koyomi_assignment_has (KoyomiRecord *assignment,
                        const char   *letters)
{
  return strpbrk (koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS), letters) != NULL;
}

/* Returns: (nullable): NULL for a function that is not judged */
KoyomiJudged *
_koyomi_rule_check_find_judged (KoyomiRuleCheck *self,
                                gint64           function)
{
  KoyomiJudged *judged = g_hash_table_lookup (self->by_id, &function);

  return judged != NULL && judged->is_judged ? judged : NULL;
}

/* Returns: (nullable) */
KoyomiRecord *
_koyomi_rule_check_find_team (KoyomiRuleCheck *self,
                              gint64           team)
{
  return g_hash_table_lookup (self->teams, &team);
}

/* Returns: (nullable) */
KoyomiRecord *
_koyomi_rule_check_find_person (KoyomiRuleCheck *self,
                                gint64           person)
{
  return g_hash_table_lookup (self->people, &person);
}

static int
compare_teams (gconstpointer a,
               gconstpointer b)
{
  return compare_places (*(KoyomiRecord **) a, *(KoyomiRecord **) b, KOYOMI_TEAM_POSITION);
}

/* Returns: (transfer full) (element-type KoyomiRecord): the teams that have any of @letters for the function, each once */
GPtrArray *
_koyomi_rule_check_list_teams (KoyomiRuleCheck *self,
                               KoyomiJudged    *judged,
                               const char      *letters)
{
  GPtrArray *teams = g_ptr_array_new ();

  for (guint i = 0; i < judged->today->len; i++)
    {
      KoyomiRecord *assignment = g_ptr_array_index (judged->today, i);
      KoyomiRecord *team = look_up (self->teams, assignment, KOYOMI_ASSIGNMENT_TEAM);

      if (_koyomi_assignment_has (assignment, letters) && !g_ptr_array_find (teams, team, NULL))
        g_ptr_array_add (teams, team);
    }
  g_ptr_array_sort (teams, compare_teams);

  return teams;
}

/* Returns: (nullable): NULL for a team that is not assigned to anything */
KoyomiTeamPart *
_koyomi_rule_check_find_part (KoyomiRuleCheck *self,
                              KoyomiRecord    *team)
{
  gint64 id = koyomi_record_get_id (team);

  return g_hash_table_lookup (self->parts, &id);
}

/* Returns: (transfer none): a new breach about these functions and, where there is one, this team */
KoyomiBreach *
_koyomi_rule_check_add (KoyomiRuleCheck *self,
                        KoyomiRule       rule,
                        GPtrArray       *judged,
                        KoyomiRecord    *team)
{
  KoyomiBreach *breach = koyomi_breach_new (rule);

  for (guint i = 0; i < judged->len; i++)
    {
      gint64 id = koyomi_record_get_id (((KoyomiJudged *) g_ptr_array_index (judged, i))->function);

      g_array_append_val (breach->function_ids, id);
    }
  breach->function_id = judged->len > 0 ? g_array_index (breach->function_ids, gint64, 0) : 0;
  breach->team_id = team != NULL ? koyomi_record_get_id (team) : 0;
  g_ptr_array_add (self->breaches, breach);

  return breach;
}

/* Returns: (transfer none): a new breach about this function and, where there is one, this team */
KoyomiBreach *
_koyomi_rule_check_add_one (KoyomiRuleCheck *self,
                            KoyomiRule       rule,
                            KoyomiJudged    *judged,
                            KoyomiRecord    *team)
{
  g_autoptr(GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, judged);

  return _koyomi_rule_check_add (self, rule, one, team);
}

void
_koyomi_rule_check_say (KoyomiRuleCheck         *self,
                        KoyomiBreach            *breach,
                        KoyomiSentence           sentence,
                        const KoyomiPlaceholder *placeholders,
                        guint                    n_placeholders)
{
  g_free (breach->sentence);
  breach->sentence = _koyomi_rule_format_sentence (breach->rule, sentence, placeholders, n_placeholders, self->language);
}

static int
compare_breaches (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  KoyomiRuleCheck *self = data;
  KoyomiBreach *first = *(KoyomiBreach **) a;
  KoyomiBreach *second = *(KoyomiBreach **) b;
  int severity = (int) koyomi_rule_get_severity (first->rule) - (int) koyomi_rule_get_severity (second->rule);
  KoyomiJudged *first_function = g_hash_table_lookup (self->by_id, &first->function_id);
  KoyomiJudged *second_function = g_hash_table_lookup (self->by_id, &second->function_id);

  if (severity != 0)
    return severity;
  if (first_function != second_function)
    return first_function->place < second_function->place ? -1 : 1;

  return (int) first->rule - (int) second->rule;
}

static void
clear_check (KoyomiRuleCheck *self)
{
  g_clear_pointer (&self->judged, g_ptr_array_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->teams, g_hash_table_unref);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_pointer (&self->parts, g_hash_table_unref);
  g_clear_pointer (&self->catalogues, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_hash_table_unref);
}

static void
init_check (KoyomiRuleCheck       *self,
            const KoyomiRuleFacts *facts,
            guint32                day,
            KoyomiLanguage         language)
{
  *self = (KoyomiRuleCheck) { facts, day, language };

  self->all = g_ptr_array_new_with_free_func (free_judged);
  self->judged = g_ptr_array_new ();
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->teams = _koyomi_rule_index_records (facts->teams);
  self->people = _koyomi_rule_index_records (facts->people);
  self->parts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_part);
  self->catalogues = _koyomi_rule_index_records (facts->catalogues);
  self->groups = _koyomi_rule_index_records (facts->groups);
  gather_functions (self);
}

/* Returns: (transfer full) (element-type gint64): the functions that koyomi_rules_check() judges: those that are in use */
GArray *
koyomi_rules_list_functions (const KoyomiRuleFacts *facts)
{
  GArray *functions = g_array_new (FALSE, FALSE, sizeof (gint64));
  KoyomiRuleCheck check;

  init_check (&check, facts, KOYOMI_DAY_NONE, KOYOMI_LANGUAGE_EN);
  for (guint i = 0; i < check.judged->len; i++)
    {
      gint64 id = koyomi_record_get_id (((KoyomiJudged *) g_ptr_array_index (check.judged, i))->function);

      g_array_append_val (functions, id);
    }
  clear_check (&check);

  return functions;
}

/**
 * koyomi_rules_check:
 * @day: on which the matrix is looked at; the plan is that of the fiscal year that @facts are of
 *
 * Functions that are retired are not judged, nor are those of a catalogue in which nobody has ever been assigned, unless it is asked
 * for.
 *
 * Letters that the matrix shows because a counterpart in another catalogue has them do not count. A cross-walk says that two functions
 * are alike, many to many, and not that somebody decided who answers for this one: one A would become several for a function that has
 * several counterparts, and every function with a counterpart would be covered though nobody has been told. Taking assignments over
 * makes them letters of the catalogue, and those count.
 *
 * Returns: (transfer full) (element-type KoyomiBreach): what breaks the rules, waived or not, sentences in @language; by severity,
 *   then in the order of the functions
 */
GPtrArray *
koyomi_rules_check (const KoyomiRuleFacts *facts,
                    guint32                day,
                    KoyomiLanguage         language)
{
  KoyomiRuleCheck check;

  init_check (&check, facts, day, language);
  check.breaches = g_ptr_array_new_with_free_func (g_object_unref);
  gather_assignments (&check);
  gather_parts (&check);

  _koyomi_rule_check_functions (&check);
  _koyomi_rule_check_people (&check);
  _koyomi_rule_check_teams (&check);
  _koyomi_rule_check_contracts (&check);
  _koyomi_rule_check_audits (&check);
  _koyomi_rule_check_plan (&check);

  for (guint i = 0; i < check.breaches->len; i++)
    _koyomi_breach_find_waiver (g_ptr_array_index (check.breaches, i), facts->waivers, day);
  g_ptr_array_sort_with_data (check.breaches, compare_breaches, &check);
  clear_check (&check);

  return check.breaches;
}
