#include "koyomi-rule-check-private.h"

#include "koyomi-day.h"

/* The rules of which each team is judged by itself: that it is there on the day, and not accountable for more than it can answer for. */

static void
check_active (KoyomiRuleCheck *self,
              KoyomiRecord    *team)
{
  KoyomiTeamPart *part = _koyomi_rule_check_find_part (self, team);
  gboolean is_early = koyomi_record_get_day (team, KOYOMI_TEAM_ACTIVE_FROM) > self->day;
  g_autofree char *names = NULL;
  g_autofree char *border = NULL;

  if (part == NULL || part->functions->len == 0 || koyomi_team_is_active_on (team, self->day))
    return;

  names = _koyomi_rule_check_join_functions (self, part->functions);
  border = koyomi_day_format (koyomi_record_get_day (team, is_early ? KOYOMI_TEAM_ACTIVE_FROM : KOYOMI_TEAM_ACTIVE_TO));
  SAY (self, _koyomi_rule_check_add (self, KOYOMI_RULE_INACTIVE_TEAM, part->functions, team),
       is_early ? KOYOMI_SENTENCE_OTHER : KOYOMI_SENTENCE_USUAL,
       { "team", koyomi_record_get_title (team) }, { "functions", names }, { "day", border });
}

/* Whoever is accountable. A team is so for each function for which the matrix shows its A, whether or not somebody in it is named; a
 * person for those that name that person. */
typedef struct
{
  KoyomiRecord *team;
  KoyomiRecord *person;      /* (nullable) */
  GPtrArray    *functions;   /* (element-type KoyomiJudged): of the catalogue that was looked at last */
  GPtrArray    *most;        /* of the catalogue in which they are most */
} Holder;

static void
free_holder (gpointer data)
{
  Holder *self = data;

  g_ptr_array_unref (self->functions);
  g_ptr_array_unref (self->most);
  g_free (self);
}

/* @person: (nullable) */
static Holder *
need_holder (GHashTable   *holders,
             KoyomiRecord *team,
             KoyomiRecord *person)
{
  KoyomiRecord *key = person != NULL ? person : team;
  Holder *holder = g_hash_table_lookup (holders, key);

  if (holder == NULL)
    {
      holder = g_new0 (Holder, 1);
      holder->team = team;
      holder->person = person;
      holder->functions = g_ptr_array_new ();
      holder->most = g_ptr_array_new ();
      g_hash_table_insert (holders, key, holder);
    }

  return holder;
}

/* Catalogues tell of the same work in other words, so they do not add up. */
static void
add_function (Holder       *self,
              KoyomiJudged *judged)
{
  KoyomiJudged *last = self->functions->len > 0 ? g_ptr_array_index (self->functions, self->functions->len - 1) : NULL;

  if (last == judged)
    return;

  if (last != NULL && last->catalogue != judged->catalogue)
    {
      g_ptr_array_unref (self->functions);
      self->functions = g_ptr_array_new ();
    }
  g_ptr_array_add (self->functions, judged);

  if (self->functions->len > self->most->len)
    {
      g_ptr_array_unref (self->most);
      self->most = g_ptr_array_ref (self->functions);
    }
}

static void
add_assignment (KoyomiRuleCheck *self,
                GHashTable      *holders,
                KoyomiJudged    *judged,
                KoyomiRecord    *assignment)
{
  KoyomiRecord *team = _koyomi_rule_check_find_team (self, koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_TEAM));
  KoyomiRecord *person = _koyomi_rule_check_find_person (self, koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_PERSON));

  if (!_koyomi_assignment_has (assignment, "A"))
    return;

  add_function (need_holder (holders, team, NULL), judged);
  if (person != NULL)
    add_function (need_holder (holders, team, person), judged);
}

/* Returns: (element-type KoyomiRecord Holder): by team or person */
static GHashTable *
gather_holders (KoyomiRuleCheck *self)
{
  GHashTable *holders = g_hash_table_new_full (NULL, NULL, NULL, free_holder);

  for (guint i = 0; i < self->judged->len; i++)
    {
      KoyomiJudged *judged = g_ptr_array_index (self->judged, i);

      for (guint j = 0; j < judged->today->len; j++)
        add_assignment (self, holders, judged, g_ptr_array_index (judged->today, j));
    }

  return holders;
}

static gboolean
names_somebody (KoyomiRuleCheck *self,
                KoyomiJudged    *judged,
                KoyomiRecord    *team)
{
  for (guint i = 0; i < judged->today->len; i++)
    {
      KoyomiRecord *assignment = g_ptr_array_index (judged->today, i);

      if (koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_TEAM) == koyomi_record_get_id (team) &&
          _koyomi_assignment_has (assignment, "A") &&
          _koyomi_rule_check_find_person (self, koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_PERSON)) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Whether each of a team's functions has somebody in it who answers for it: then the people are judged, and not the team as well. */
static gboolean
is_shared_out (KoyomiRuleCheck *self,
               Holder          *team)
{
  for (guint i = 0; i < team->most->len; i++)
    if (!names_somebody (self, g_ptr_array_index (team->most, i), team->team))
      return FALSE;

  return TRUE;
}

static void
check_load (KoyomiRuleCheck *self,
            GHashTable      *holders,
            KoyomiRecord    *team_or_person)
{
  Holder *holder = g_hash_table_lookup (holders, team_or_person);
  g_autofree char *count = NULL;
  g_autofree char *limit = g_strdup_printf ("%u", self->facts->a_limit);
  KoyomiBreach *breach;

  if (holder == NULL || holder->most->len <= self->facts->a_limit || (holder->person == NULL && is_shared_out (self, holder)))
    return;

  count = g_strdup_printf ("%u", holder->most->len);
  breach = _koyomi_rule_check_add (self, KOYOMI_RULE_TOO_MANY_A, holder->most, holder->team);
  breach->person_id = holder->person != NULL ? koyomi_record_get_id (holder->person) : 0;
  SAY (self, breach, holder->person != NULL ? KOYOMI_SENTENCE_OTHER : KOYOMI_SENTENCE_USUAL,
       { "team", koyomi_record_get_title (holder->team) },
       { "person", holder->person != NULL ? koyomi_record_get_title (holder->person) : NULL }, { "count", count }, { "limit", limit },
       { "catalogue", koyomi_record_get_title (((KoyomiJudged *) g_ptr_array_index (holder->most, 0))->catalogue) });
}

void
_koyomi_rule_check_teams (KoyomiRuleCheck *self)
{
  g_autoptr(GHashTable) holders = gather_holders (self);

  for (guint i = 0; i < self->facts->teams->len; i++)
    {
      check_active (self, g_ptr_array_index (self->facts->teams, i));
      check_load (self, holders, g_ptr_array_index (self->facts->teams, i));
    }

  for (guint i = 0; i < self->facts->people->len; i++)
    check_load (self, holders, g_ptr_array_index (self->facts->people, i));
}
