#include "koyomi-rule-check-private.h"

/* Whether a function depends on one person. It is done by those responsible (R), or while there is none by the one accountable (A). An
 * assignment that names a person means that person; one that does not means everybody in the team. */

/* Whoever does a function, as far as the plan tells. */
typedef struct
{
  GPtrArray    *people;       /* (element-type KoyomiRecord) */
  KoyomiRecord *team;         /* of the one that was added first */
  gboolean      is_covered;   /* by a deputy or by another team */
  gboolean      is_unknown;   /* nobody is registered, or it is the contractor's to find somebody */
} Doers;

static void
add_team (KoyomiRuleCheck *self,
          KoyomiRecord    *team,
          Doers           *doers)
{
  gboolean is_registered = FALSE;

  for (guint i = 0; i < self->facts->people->len; i++)
    {
      KoyomiRecord *person = g_ptr_array_index (self->facts->people, i);

      if (koyomi_record_get_int (person, KOYOMI_PERSON_TEAM) != koyomi_record_get_id (team))
        continue;

      is_registered = TRUE;
      if (!g_ptr_array_find (doers->people, person, NULL))
        g_ptr_array_add (doers->people, person);
    }

  /* The people who are registered for an outsourced team are whom to call. */
  if (!is_registered || koyomi_record_get_int (team, KOYOMI_TEAM_KIND) == KOYOMI_TEAM_KIND_OUTSOURCED)
    doers->is_unknown = TRUE;
}

static void
add_assignment (KoyomiRuleCheck *self,
                KoyomiRecord    *assignment,
                Doers           *doers)
{
  KoyomiRecord *team = _koyomi_rule_check_find_team (self, koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_TEAM));
  gint64 person_id = koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_PERSON);
  gint64 deputy_id = koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_DEPUTY);
  KoyomiRecord *person = _koyomi_rule_check_find_person (self, person_id);

  if ((doers->team != NULL && doers->team != team) || (deputy_id != 0 && deputy_id != person_id))
    doers->is_covered = TRUE;
  doers->team = team;

  if (person == NULL)
    add_team (self, team, doers);
  else if (!g_ptr_array_find (doers->people, person, NULL))
    g_ptr_array_add (doers->people, person);
}

static void
check_function (KoyomiRuleCheck *self,
                KoyomiJudged    *judged,
                const char      *letter)
{
  g_autoptr(GPtrArray) people = g_ptr_array_new ();
  Doers doers = { people };
  KoyomiBreach *breach;
  g_autofree char *name = NULL;

  for (guint i = 0; i < judged->today->len && !doers.is_covered; i++)
    if (_koyomi_assignment_has (g_ptr_array_index (judged->today, i), letter))
      add_assignment (self, g_ptr_array_index (judged->today, i), &doers);

  if (people->len != 1 || doers.is_covered || doers.is_unknown)
    return;

  name = _koyomi_rule_check_name_function (judged);
  breach = _koyomi_rule_check_add_one (self, KOYOMI_RULE_SINGLE_PERSON, judged, doers.team);
  breach->person_id = koyomi_record_get_id (g_ptr_array_index (people, 0));
  SAY (self, breach, KOYOMI_SENTENCE_USUAL,
       { "function", name }, { "person", koyomi_record_get_title (g_ptr_array_index (people, 0)) });
}

void
_koyomi_rule_check_people (KoyomiRuleCheck *self)
{
  for (guint i = 0; i < self->judged->len; i++)
    {
      KoyomiJudged *judged = g_ptr_array_index (self->judged, i);
      g_autoptr(GPtrArray) responsible = _koyomi_rule_check_list_teams (self, judged, "R");

      check_function (self, judged, responsible->len > 0 ? "R" : "A");
    }
}
