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

/* Whoever is accountable: the person that an assignment names, else the team, and not both. */
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

static Holder *
need_holder (KoyomiRuleCheck *self,
             GHashTable      *holders,
             KoyomiRecord    *assignment)
{
  KoyomiRecord *person = _koyomi_rule_check_find_person (self, koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_PERSON));
  KoyomiRecord *team = _koyomi_rule_check_find_team (self, koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_TEAM));
  Holder *holder = g_hash_table_lookup (holders, person != NULL ? person : team);

  if (holder == NULL)
    {
      holder = g_new0 (Holder, 1);
      holder->team = team;
      holder->person = person;
      holder->functions = g_ptr_array_new ();
      holder->most = g_ptr_array_new ();
      g_hash_table_insert (holders, person != NULL ? person : team, holder);
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

/* Returns: (element-type KoyomiRecord Holder): by team or person */
static GHashTable *
gather_holders (KoyomiRuleCheck *self)
{
  GHashTable *holders = g_hash_table_new_full (NULL, NULL, NULL, free_holder);

  for (guint i = 0; i < self->judged->len; i++)
    {
      KoyomiJudged *judged = g_ptr_array_index (self->judged, i);

      for (guint j = 0; j < judged->today->len; j++)
        if (_koyomi_assignment_has (g_ptr_array_index (judged->today, j), "A"))
          add_function (need_holder (self, holders, g_ptr_array_index (judged->today, j)), judged);
    }

  return holders;
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

  if (holder == NULL || holder->most->len <= self->facts->a_limit)
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
