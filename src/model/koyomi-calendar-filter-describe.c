#include "koyomi-calendar-filter.h"

#include "koyomi-day.h"

/* Names the one with the key among records or what holds them. */
typedef const char *(*NameFunc) (KoyomiCalendar *full,
                                 gint64          id);

static const char *
name_group (KoyomiCalendar *full,
            gint64          id)
{
  for (guint i = 0; i < full->rows->len; i++)
    {
      KoyomiCalendarRow *row = g_ptr_array_index (full->rows, i);

      if (koyomi_record_get_id (row->group) == id)
        return koyomi_record_get_title (row->group);
    }

  return NULL;
}

static const char *
name_team (KoyomiCalendar *full,
           gint64          id)
{
  for (guint i = 0; i < full->teams->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (full->teams, i)) == id)
      return koyomi_record_get_title (g_ptr_array_index (full->teams, i));

  return NULL;
}

static char *
join (GPtrArray      *names,
      KoyomiLanguage  language)
{
  g_ptr_array_add (names, NULL);

  return g_strjoinv (language == KOYOMI_LANGUAGE_JA ? "・" : ", ", (char **) names->pdata);
}

/* A saved filter may ask for what has been deleted since. */
static char *
join_names (GArray         *ids,
            NameFunc        func,
            KoyomiCalendar *full,
            KoyomiLanguage  language)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      const char *name = func (full, g_array_index (ids, gint64, i));

      g_ptr_array_add (names, (gpointer) (name != NULL ? name : koyomi_tr (language, "(no longer there)")));
    }

  return join (names, language);
}

static char *
join_states (guint          states,
             KoyomiLanguage language)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint state = 0; state < KOYOMI_N_STATES; state++)
    if (states & (1u << state))
      g_ptr_array_add (names, (gpointer) koyomi_state_get_label (state, language));

  return join (names, language);
}

static char *
describe_due (const KoyomiCalendarFilter *self,
              KoyomiLanguage              language)
{
  g_autofree char *from = self->due_from != KOYOMI_DAY_NONE ? koyomi_day_format (self->due_from) : NULL;
  g_autofree char *to = self->due_to != KOYOMI_DAY_NONE ? koyomi_day_format (self->due_to) : NULL;

  if (from != NULL && to != NULL)
    /* Translators: two days between which the last day of a run lies */
    return g_strdup_printf (koyomi_tr (language, "due from %s to %s"), from, to);
  if (from != NULL)
    /* Translators: the earliest last day of a run */
    return g_strdup_printf (koyomi_tr (language, "due from %s"), from);
  if (to != NULL)
    /* Translators: the latest last day of a run */
    return g_strdup_printf (koyomi_tr (language, "due by %s"), to);

  return NULL;
}

static char *
describe_week (const KoyomiCalendarFilter *self,
               KoyomiCalendar             *full,
               KoyomiLanguage              language)
{
  g_autofree char *sunday = NULL;

  if (!self->due_this_week)
    return NULL;

  sunday = koyomi_day_format (full->today + 7 - koyomi_day_get_weekday (full->today));

  /* Translators: %s is the Sunday of this week */
  return g_strdup_printf (koyomi_tr (language, "due by the end of this week (%s)"), sunday);
}

static void
take_part (GPtrArray *parts,
           char      *part)
{
  if (part != NULL)
    g_ptr_array_add (parts, part);
}

/**
 * koyomi_calendar_filter_describe:
 * @full: knows the names of groups and teams
 *
 * Returns: (transfer full): what is asked for in words, such as "team ISMS office; Overdue"; "" for the empty filter
 */
char *
koyomi_calendar_filter_describe (const KoyomiCalendarFilter *self,
                                 KoyomiCalendar             *full,
                                 KoyomiLanguage              language)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *groups = join_names (self->groups, name_group, full, language);
  g_autofree char *teams = join_names (self->teams, name_team, full, language);

  if (*groups != '\0')
    /* Translators: a part of a filter in words: names of function groups */
    take_part (parts, g_strdup_printf (koyomi_tr (language, "function group %s"), groups));
  if (*teams != '\0')
    /* Translators: a part of a filter in words: names of teams */
    take_part (parts, g_strdup_printf (koyomi_tr (language, "team %s"), teams));
  if (self->states != 0)
    take_part (parts, join_states (self->states, language));
  take_part (parts, describe_due (self, language));
  take_part (parts, describe_week (self, full, language));
  if (self->search != NULL && *self->search != '\0')
    /* Translators: a part of a filter in words: what a search looks for */
    take_part (parts, g_strdup_printf (koyomi_tr (language, "search “%s”"), self->search));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (language == KOYOMI_LANGUAGE_JA ? "／" : "; ", (char **) parts->pdata);
}
