#include "koyomi-incident-order.h"

#include "koyomi-severity.h"
#include "koyomi-text-fold.h"

#define N_STATES (KOYOMI_INCIDENT_STATE_MERGED + 1)

static const char *const lane_nicks[KOYOMI_N_INCIDENT_LANES] = { "none", "severity", "team", "kind" };

const char *
koyomi_incident_lanes_get_nick (KoyomiIncidentLanes self)
{
  g_return_val_if_fail ((guint) self < KOYOMI_N_INCIDENT_LANES, NULL);

  return lane_nicks[self];
}

gboolean
koyomi_incident_lanes_from_nick (const char          *nick,
                                 KoyomiIncidentLanes *self)
{
  for (int i = 0; i < KOYOMI_N_INCIDENT_LANES; i++)
    if (g_str_equal (nick, lane_nicks[i]))
      {
        *self = i;
        return TRUE;
      }

  return FALSE;
}

/* Of those that have ended the latest first. */
static int
compare_ended_cb (gconstpointer a,
                  gconstpointer b)
{
  const KoyomiIncidentCard *left = *(KoyomiIncidentCard * const *) a;
  const KoyomiIncidentCard *right = *(KoyomiIncidentCard * const *) b;

  return left->since < right->since ? 1 : left->since > right->since ? -1 : left->id < right->id ? 1 : -1;
}

/* Where only open ones are wanted, those that have ended share a column that is folded up. */
static void
add_columns (KoyomiIncidentOrder *self,
             gboolean             all,
             KoyomiLanguage       language)
{
  guint n = all ? N_STATES : KOYOMI_INCIDENT_STATE_CLOSED;

  for (guint i = 0; i < n; i++)
    {
      KoyomiIncidentColumn column = { 1u << i, i, koyomi_incident_state_get_label (i, language) };

      g_array_append_val (self->columns, column);
    }
  if (!all)
    {
      KoyomiIncidentColumn column = { ~((1u << KOYOMI_INCIDENT_STATE_CLOSED) - 1), KOYOMI_INCIDENT_STATE_CLOSED,
                                      koyomi_trc (language, "incidents", "Ended"), .is_folded = TRUE };

      g_array_append_val (self->columns, column);
    }
}

static int
find_column (KoyomiIncidentOrder *self,
             KoyomiIncidentState  state)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, KoyomiIncidentColumn, i).states & 1u << state)
      return i;

  return 0;
}

static void
free_lane (gpointer data)
{
  KoyomiIncidentLane *lane = data;

  g_free (lane->name);
  g_free (lane);
}

static const char *
name_lane (const KoyomiIncidentCard *card,
           KoyomiIncidentLanes       lanes,
           KoyomiLanguage            language)
{
  switch (lanes)
    {
    case KOYOMI_INCIDENT_LANES_SEVERITY:
      return koyomi_severity_get_label (card->severity, language);
    case KOYOMI_INCIDENT_LANES_TEAM:
      return *card->team != '\0' ? card->team : koyomi_tr (language, "No team");
    case KOYOMI_INCIDENT_LANES_KIND:
      return koyomi_incident_kind_get_label (card->kind, language);
    case KOYOMI_INCIDENT_LANES_NONE:
    default:
      return NULL;
    }
}

static int
get_lane_key (const KoyomiIncidentCard *card,
              KoyomiIncidentLanes       lanes)
{
  switch (lanes)
    {
    case KOYOMI_INCIDENT_LANES_SEVERITY:
      return card->severity;
    case KOYOMI_INCIDENT_LANES_KIND:
      return card->kind;
    case KOYOMI_INCIDENT_LANES_TEAM:
      return card->team_id == 0;
    case KOYOMI_INCIDENT_LANES_NONE:
    default:
      return 0;
    }
}

/* Teams by name, those without one last. */
static int
compare_lanes_cb (gconstpointer a,
                  gconstpointer b)
{
  const KoyomiIncidentLane *left = *(KoyomiIncidentLane * const *) a;
  const KoyomiIncidentLane *right = *(KoyomiIncidentLane * const *) b;

  return left->key != right->key ? left->key - right->key : g_utf8_collate (left->name, right->name);
}

/* Returns: (element-type utf8 guint): the place of each lane by its name, plus one */
static GHashTable *
add_lanes (KoyomiIncidentOrder *self,
           KoyomiIncidentLanes  lanes,
           KoyomiLanguage       language)
{
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->cards->len; i++)
    {
      const KoyomiIncidentCard *card = g_ptr_array_index (self->cards, i);
      const char *name = name_lane (card, lanes, language);
      KoyomiIncidentLane *lane;

      if (name == NULL || g_hash_table_contains (places, name))
        continue;

      lane = g_new0 (KoyomiIncidentLane, 1);
      lane->name = g_strdup (name);
      lane->key = get_lane_key (card, lanes);
      g_hash_table_insert (places, lane->name, lane);
      g_ptr_array_add (self->lanes, lane);
    }
  if (self->lanes->len == 0)
    g_ptr_array_add (self->lanes, g_new0 (KoyomiIncidentLane, 1));

  g_ptr_array_sort (self->lanes, compare_lanes_cb);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      KoyomiIncidentLane *lane = g_ptr_array_index (self->lanes, i);

      if (lane->name != NULL)
        g_hash_table_insert (places, lane->name, GUINT_TO_POINTER (i + 1));
    }

  return places;
}

static void
fill_cells (KoyomiIncidentOrder *self,
            KoyomiIncidentLanes  lanes,
            KoyomiLanguage       language)
{
  g_autoptr(GHashTable) places = add_lanes (self, lanes, language);

  for (guint i = 0; i < self->lanes->len * self->columns->len; i++)
    g_ptr_array_add (self->cells, g_ptr_array_new ());

  for (guint i = 0; i < self->cards->len; i++)
    {
      KoyomiIncidentCard *card = g_ptr_array_index (self->cards, i);
      const char *name = name_lane (card, lanes, language);
      int lane = name != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (places, name)) - 1 : 0;

      ((KoyomiIncidentLane *) g_ptr_array_index (self->lanes, lane))->n_cards++;
      g_ptr_array_add (koyomi_incident_order_get_cell (self, lane, find_column (self, card->state)), card);
    }
}

static void
sort_ended (KoyomiIncidentOrder *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (g_array_index (self->columns, KoyomiIncidentColumn, i % self->columns->len).target >= KOYOMI_INCIDENT_STATE_CLOSED)
      g_ptr_array_sort (g_ptr_array_index (self->cells, i), compare_ended_cb);
}

/* @board: (nullable): is to live as long as the order. @person: whose incidents are "mine" */
KoyomiIncidentOrder *
koyomi_incident_order_new (KoyomiIncidentBoard        *board,
                           const KoyomiIncidentFilter *filter,
                           KoyomiIncidentLanes         lanes,
                           const char                 *person,
                           KoyomiLanguage              language)
{
  KoyomiIncidentOrder *self = g_new0 (KoyomiIncidentOrder, 1);
  g_autofree char *folded_search = koyomi_text_fold (filter->search);
  g_autofree char *folded_person = koyomi_text_fold (person);
  guint n_cards = board != NULL ? koyomi_incident_board_get_n_cards (board) : 0;

  self->columns = g_array_new (FALSE, TRUE, sizeof (KoyomiIncidentColumn));
  self->lanes = g_ptr_array_new_with_free_func (free_lane);
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->cards = g_ptr_array_new ();
  add_columns (self, filter->all, language);

  for (guint i = 0; i < n_cards; i++)
    {
      KoyomiIncidentCard *card = koyomi_incident_board_get_card (board, i);
      KoyomiIncidentColumn *column = &g_array_index (self->columns, KoyomiIncidentColumn, find_column (self, card->state));

      if (!koyomi_incident_filter_matches (filter, card, folded_person) ||
          (*folded_search != '\0' && !koyomi_incident_board_matches (board, card, folded_search, language)))
        continue;

      column->n_cards++;
      if (!column->is_folded)
        g_ptr_array_add (self->cards, card);
    }
  fill_cells (self, lanes, language);
  sort_ended (self);

  return self;
}

void
koyomi_incident_order_free (KoyomiIncidentOrder *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->lanes);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->cards);
  g_free (self);
}

/* Returns: (transfer none) (element-type KoyomiIncidentCard) */
GPtrArray *
koyomi_incident_order_get_cell (const KoyomiIncidentOrder *self,
                                int                        lane,
                                int                        column)
{
  return g_ptr_array_index (self->cells, lane * self->columns->len + column);
}

/* Returns: (nullable): NULL where there is none */
const KoyomiIncidentCard *
koyomi_incident_order_get_card (const KoyomiIncidentOrder *self,
                                KoyomiIncidentPlace        place)
{
  GPtrArray *cell;

  if (place.lane < 0 || place.lane >= (int) self->lanes->len || place.column < 0 || place.column >= (int) self->columns->len)
    return NULL;

  cell = koyomi_incident_order_get_cell (self, place.lane, place.column);

  return place.index >= 0 && place.index < (int) cell->len ? g_ptr_array_index (cell, place.index) : NULL;
}

gboolean
koyomi_incident_order_find (const KoyomiIncidentOrder *self,
                            gint64                     id,
                            KoyomiIncidentPlace       *place)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      GPtrArray *cell = g_ptr_array_index (self->cells, i);

      for (guint j = 0; j < cell->len; j++)
        if (((KoyomiIncidentCard *) g_ptr_array_index (cell, j))->id == id)
          {
            *place = (KoyomiIncidentPlace) { i / self->columns->len, i % self->columns->len, j };
            return TRUE;
          }
    }

  return FALSE;
}
