#include "koyomi-incident-causes.h"

#include "koyomi-day.h"

#include <string.h>

static gboolean
lies_within (const KoyomiIncidentCard *card,
             guint32                   first_day,
             guint32                   last_day)
{
  guint32 day = koyomi_time_get_day (card->since);

  return card->since != 0 && day >= first_day && day <= last_day;
}

/* Those that count, without drills and false alarms, by the day that their age counts from. Both days are counted in.
 *
 * Returns: (transfer container) (element-type KoyomiIncidentCard): of the board, in its order */
GPtrArray *
koyomi_incident_board_list_days (const KoyomiIncidentBoard *self,
                                 guint32                    first_day,
                                 guint32                    last_day)
{
  GPtrArray *cards = g_ptr_array_new ();

  for (guint i = 0; i < koyomi_incident_board_get_n_cards (self); i++)
    {
      KoyomiIncidentCard *card = koyomi_incident_board_get_card (self, i);

      if (koyomi_incident_card_counts (card) && lies_within (card, first_day, last_day))
        g_ptr_array_add (cards, card);
    }

  return cards;
}

/* Those of @cards that are of the severity and of these days. Returns: (transfer container) (element-type KoyomiIncidentCard) */
GPtrArray *
koyomi_incident_cards_list_severity (GPtrArray      *cards,
                                     KoyomiSeverity  severity,
                                     guint32         first_day,
                                     guint32         last_day)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < cards->len; i++)
    {
      KoyomiIncidentCard *card = g_ptr_array_index (cards, i);

      if (card->severity == severity && lies_within (card, first_day, last_day))
        g_ptr_array_add (chosen, card);
    }

  return chosen;
}

static void
free_cause (KoyomiIncidentCause *self)
{
  g_ptr_array_unref (self->cards);
  g_free (self);
}

static int
compare_causes (gconstpointer a,
                gconstpointer b)
{
  const KoyomiIncidentCause *left = *(KoyomiIncidentCause * const *) a, *right = *(KoyomiIncidentCause * const *) b;

  return (left->cards->len < right->cards->len) - (left->cards->len > right->cards->len);
}

static KoyomiIncidentCause *
demand_cause (GPtrArray  *causes,
              const char *class)
{
  KoyomiIncidentCause *cause;

  for (guint i = 0; i < causes->len; i++)
    if (strcmp (((KoyomiIncidentCause *) g_ptr_array_index (causes, i))->class, class) == 0)
      return g_ptr_array_index (causes, i);

  cause = g_new0 (KoyomiIncidentCause, 1);
  cause->class = class;
  cause->cards = g_ptr_array_new ();
  g_ptr_array_add (causes, cause);

  return cause;
}

/* The classes of @cards, the most frequent first. They are told in the texts of the board.
 *
 * Returns: (transfer full) (element-type KoyomiIncidentCause) */
GPtrArray *
koyomi_incident_causes_new (GPtrArray *cards)
{
  GPtrArray *causes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_cause);

  for (guint i = 0; i < cards->len; i++)
    {
      KoyomiIncidentCard *card = g_ptr_array_index (cards, i);

      g_ptr_array_add (demand_cause (causes, card->class)->cards, card);
    }
  g_ptr_array_sort (causes, compare_causes);

  return causes;
}

/* @class: "" for incidents without one */
const char *
koyomi_incident_cause_get_label (const char     *class,
                                 KoyomiLanguage  language)
{
  return *class != '\0' ? koyomi_incident_class_get_label (class, language) : koyomi_tr (language, N_("Without a class"));
}
