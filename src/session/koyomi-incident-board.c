#include "koyomi-incident-board.h"

#include "koyomi-day.h"
#include "koyomi-incident-clocks.h"
#include "koyomi-session-private.h"
#include "koyomi-text-fold.h"

#include <string.h>

#define TEXTS_BLOCK 65536

/* While the board is read. */
typedef struct
{
  KoyomiIncidentBoard     *board;
  const KoyomiRecordStore *store;
  KoyomiLanguage           language;
  GHashTable              *cards;   /* id -> card; both lie in the board */
} Loading;

typedef void (*ReadFunc) (Loading            *self,
                          KoyomiIncidentCard *card,
                          KoyomiStatement    *statement);

static void
clear_loading (Loading *self)
{
  g_clear_pointer (&self->board, koyomi_incident_board_free);
  g_clear_pointer (&self->cards, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loading, clear_loading)

void
koyomi_incident_board_free (KoyomiIncidentBoard *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->cards);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static KoyomiIncidentBoard *
start_board (gint64 now)
{
  KoyomiIncidentBoard *self = g_new0 (KoyomiIncidentBoard, 1);

  self->cards = g_array_new (FALSE, TRUE, sizeof (KoyomiIncidentCard));
  self->texts = g_string_chunk_new (TEXTS_BLOCK);
  self->now = now;

  return self;
}

guint
koyomi_incident_board_get_n_cards (const KoyomiIncidentBoard *self)
{
  return self->cards->len;
}

KoyomiIncidentCard *
koyomi_incident_board_get_card (const KoyomiIncidentBoard *self,
                                guint                      position)
{
  g_return_val_if_fail (position < self->cards->len, NULL);

  return &g_array_index (self->cards, KoyomiIncidentCard, position);
}

/* Returns: (nullable) */
KoyomiIncidentCard *
koyomi_incident_board_find (const KoyomiIncidentBoard *self,
                            gint64                     id)
{
  for (guint i = 0; i < self->cards->len; i++)
    if (g_array_index (self->cards, KoyomiIncidentCard, i).id == id)
      return &g_array_index (self->cards, KoyomiIncidentCard, i);

  return NULL;
}

static KoyomiStatement *
open_incidents (Loading  *self,
                GError  **error)
{
  g_autofree char *title = koyomi_record_store_get_text_column (self->store, "t", KOYOMI_INCIDENT_TITLE, self->language);
  g_autofree char *lead = koyomi_record_store_get_text_column (self->store, "t", KOYOMI_INCIDENT_LEAD, self->language);
  g_autofree char *found_by = koyomi_record_store_get_text_column (self->store, "t", KOYOMI_INCIDENT_DETECTED_BY, self->language);
  g_autofree char *team = koyomi_record_store_get_text_column (self->store, "m", KOYOMI_TEAM_NAME, self->language);
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("SELECT t.id, t.number, %s, t.kind, t.state, t.severity, t.class, t.tlp, t.team_id, %s, %s, %s,"
                         " t.recurrence_of_id, t.merged_into_id, t.opened_at, t.found_outside, t.estimated, t.unknown,"
                         " t.occurred_at, t.detected_at, t.aware_at, t.acknowledged_at, t.classified_at, t.contained_at,"
                         " t.eradicated_at, t.recovered_at, t.closed_at,"
                         " t.occurred_until, t.detected_until, t.aware_until, t.acknowledged_until, t.classified_until,"
                         " t.contained_until, t.eradicated_until, t.recovered_until"
                         "  FROM incident AS t LEFT JOIN team AS m ON m.id = t.team_id"
                         " ORDER BY t.id", title, team, lead, found_by);

  return koyomi_database_prepare (self->store->db, sql, error);
}

static gint64
read_int (KoyomiStatement *statement,
          int              column)
{
  return koyomi_statement_is_null (statement, column) ? 0 : koyomi_statement_get_int (statement, column);
}

static const char *
read_text (Loading         *self,
           KoyomiStatement *statement,
           int              column)
{
  const char *text = koyomi_statement_is_null (statement, column) ? "" : koyomi_statement_get_text (statement, column);

  return *text != '\0' ? g_string_chunk_insert (self->board->texts, text) : "";
}

/* Of texts that many cards share. */
static const char *
read_shared (Loading         *self,
             KoyomiStatement *statement,
             int              column)
{
  const char *text = koyomi_statement_is_null (statement, column) ? "" : koyomi_statement_get_text (statement, column);

  return *text != '\0' ? g_string_chunk_insert_const (self->board->texts, text) : "";
}

static int
read_word (KoyomiStatement *statement,
           int              column,
           int              field)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_TABLE_INCIDENT);

  return MAX (0, koyomi_field_find_word (&table->fields[KOYOMI_FIELD_INDEX (field)], koyomi_statement_get_text (statement, column)));
}

/* The time itself is the middle. */
static void
read_range (KoyomiIncidentCard *card,
            KoyomiIncidentTime  time,
            gint64              until)
{
  gint64 at = card->times.at[time];

  if (card->times.certainty[time] == KOYOMI_CERTAINTY_ESTIMATED && until > at)
    koyomi_incident_times_set_range (&card->times, time, 2 * at - until, until);
}

static void
read_times (KoyomiIncidentCard *card,
            KoyomiStatement    *statement,
            int                 column)
{
  for (int i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    card->times.at[i] = read_int (statement, column + 2 + i);

  koyomi_incident_times_mark (&card->times, koyomi_statement_get_text (statement, column),
                              koyomi_statement_is_null (statement, column + 1) ? "" : koyomi_statement_get_text (statement, column + 1));
  for (int i = 0; i < KOYOMI_INCIDENT_TIME_CLOSED; i++)
    read_range (card, i, read_int (statement, column + 2 + KOYOMI_N_INCIDENT_TIMES + i));
}

static void
find_since (KoyomiIncidentCard *card)
{
  const gint64 *at = card->times.at;

  card->since = at[KOYOMI_INCIDENT_TIME_DETECTED] != 0 ? at[KOYOMI_INCIDENT_TIME_DETECTED] : at[KOYOMI_INCIDENT_TIME_OCCURRED];
  if (card->opened_at == 0)
    card->opened_at = card->since;
  if (card->since == 0)
    card->since = card->opened_at;
}

static void
read_card (Loading         *self,
           KoyomiStatement *statement)
{
  KoyomiIncidentCard card = { .id = koyomi_statement_get_int (statement, 0) };

  card.number = read_text (self, statement, 1);
  card.title = read_text (self, statement, 2);
  card.kind = read_word (statement, 3, KOYOMI_INCIDENT_KIND);
  card.state = read_word (statement, 4, KOYOMI_INCIDENT_STATE);
  card.severity = read_word (statement, 5, KOYOMI_INCIDENT_SEVERITY);
  card.class = read_shared (self, statement, 6);
  card.tlp = read_shared (self, statement, 7);
  card.team_id = read_int (statement, 8);
  card.team = read_shared (self, statement, 9);
  card.lead = read_shared (self, statement, 10);
  card.detected_by = read_shared (self, statement, 11);
  card.recurrence_of = read_int (statement, 12);
  card.merged_into = read_int (statement, 13);
  card.opened_at = read_int (statement, 14);
  card.clock = "";
  card.found_outside = koyomi_statement_get_int (statement, 15);
  read_times (&card, statement, 16);
  find_since (&card);

  g_array_append_val (self->board->cards, card);
}

/* Once they no longer move. */
static void
index_cards (Loading *self)
{
  self->cards = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < self->board->cards->len; i++)
    {
      KoyomiIncidentCard *card = koyomi_incident_board_get_card (self->board, i);

      g_hash_table_insert (self->cards, &card->id, card);
    }
}

static gboolean
load_cards (Loading  *self,
            GError  **error)
{
  g_autoptr(KoyomiStatement) statement = open_incidents (self, error);
  KoyomiStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    read_card (self, statement);

  index_cards (self);

  return step == KOYOMI_STEP_DONE;
}

/* Runs @sql, whose first column is an incident. */
static gboolean
read_beside (Loading     *self,
             const char  *sql,
             ReadFunc     read,
             GError     **error)
{
  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (self->store->db, sql, error);
  KoyomiStep step;

  if (statement == NULL)
    return FALSE;

  if (strstr (sql, ":now") != NULL)
    koyomi_statement_bind_int (statement, ":now", self->board->now);

  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    {
      gint64 id = koyomi_statement_get_int (statement, 0);
      KoyomiIncidentCard *card = g_hash_table_lookup (self->cards, &id);

      if (card != NULL)
        read (self, card, statement);
    }

  return step == KOYOMI_STEP_DONE;
}

static void
read_tasks (Loading            *self,
            KoyomiIncidentCard *card,
            KoyomiStatement    *statement)
{
  card->n_tasks = koyomi_statement_get_int (statement, 1);
  card->n_done = koyomi_statement_get_int (statement, 2);
  card->n_late = koyomi_statement_get_int (statement, 3);
}

static void
read_follow_ups (Loading            *self,
                 KoyomiIncidentCard *card,
                 KoyomiStatement    *statement)
{
  card->n_follow_ups = koyomi_statement_get_int (statement, 1);
}

static void
read_unjudged (Loading            *self,
               KoyomiIncidentCard *card,
               KoyomiStatement    *statement)
{
  if (koyomi_incident_card_is_open (card) && card->kind != KOYOMI_INCIDENT_KIND_DRILL)
    card->n_unjudged = koyomi_statement_get_int (statement, 1);
  card->n_clocks += card->n_unjudged;
}

/* They come with the one that is due first in front, which is then on the card. */
static gboolean
load_clocks (Loading        *self,
             KoyomiSession  *session,
             GError        **error)
{
  g_autoptr(GPtrArray) clocks = koyomi_session_list_open_clocks (session, FALSE, self->board->now, self->language, error);

  for (guint i = 0; clocks != NULL && i < clocks->len; i++)
    {
      KoyomiOpenClock *open = g_ptr_array_index (clocks, i);
      KoyomiIncidentCard *card = g_hash_table_lookup (self->cards, &open->incident_id);
      g_autofree char *name = NULL;

      if (card == NULL || !koyomi_incident_card_is_open (card) || card->n_clocks++ > card->n_unjudged)
        continue;

      name = koyomi_incident_clock_dup_title (open->clock, self->language);
      card->clock = g_string_chunk_insert_const (self->board->texts, name);
      card->clock_id = koyomi_record_get_id (open->clock->clock);
      card->clock_due = open->clock->due_at;
      card->clock_warning = open->clock->is_warning;
      card->clock_late = open->clock->state == KOYOMI_CLOCK_STATE_LATE;
    }

  return clocks != NULL;
}

static gboolean
load_beside (Loading  *self,
             GError  **error)
{
  return read_beside (self,
                      "SELECT incident_id, count (*), count (done_at), count (*) FILTER (WHERE done_at IS NULL AND due_at < :now)"
                      "  FROM incident_task WHERE coalesce (waived, '') = '' GROUP BY incident_id", read_tasks, error) &&
         read_beside (self,
                      "SELECT incident_id, count (*) FROM activity WHERE incident_id IS NOT NULL GROUP BY incident_id",
                      read_follow_ups, error) &&
         read_beside (self,
                      "SELECT incident_id, count (*) FROM incident_report WHERE state = 'not-judged' GROUP BY incident_id",
                      read_unjudged, error);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  return koyomi_incident_card_compare (a, b);
}

/* Returns: (transfer full): all incidents of the plan, texts in @language */
KoyomiIncidentBoard *
koyomi_session_load_incident_board (KoyomiSession   *session,
                                    gint64           now,
                                    KoyomiLanguage   language,
                                    GError         **error)
{
  g_auto(Loading) self = { .language = language };

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  self.board = start_board (now);
  self.store = _koyomi_session_get_store (session);
  if (!load_cards (&self, error) || !load_beside (&self, error) || !load_clocks (&self, session, error))
    return NULL;

  g_array_sort (self.board->cards, compare_cb);

  return g_steal_pointer (&self.board);
}

gboolean
koyomi_incident_card_counts (const KoyomiIncidentCard *self)
{
  return koyomi_incident_counts (self->kind, self->state);
}

gboolean
koyomi_incident_card_is_open (const KoyomiIncidentCard *self)
{
  return koyomi_incident_state_is_open (self->state);
}

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

/* Whether it still spreads, for all that is known. */
static gboolean
is_running (const KoyomiIncidentCard *self)
{
  return self->state < KOYOMI_INCIDENT_STATE_CONTAINED;
}

/* Which one needs attention first. */
int
koyomi_incident_card_compare (const KoyomiIncidentCard *self,
                              const KoyomiIncidentCard *other)
{
  int difference = compare_numbers (self->severity, other->severity);

  if (difference == 0)
    difference = is_running (other) - is_running (self);
  if (difference == 0)
    difference = compare_numbers (self->clock_due != 0 ? self->clock_due : G_MAXINT64,
                                  other->clock_due != 0 ? other->clock_due : G_MAXINT64);
  if (difference == 0)
    difference = compare_numbers (self->since, other->since);

  return difference != 0 ? difference : compare_numbers (self->id, other->id);
}

/* Whether what is written on the card, or its class in words, has the words of @folded_query; see koyomi_text_fold(). The folded text
 * of a card is made when it is first asked for. */
gboolean
koyomi_incident_board_matches (KoyomiIncidentBoard *self,
                               KoyomiIncidentCard  *card,
                               const char          *folded_query,
                               KoyomiLanguage       language)
{
  if (card->folded == NULL)
    {
      g_autofree char *text = g_strjoin (" ", card->number, card->title, card->team, card->lead, card->detected_by,
                                         koyomi_incident_class_get_label (card->class, language), NULL);
      g_autofree char *folded = koyomi_text_fold (text);

      card->folded = g_string_chunk_insert (self->texts, folded);
    }

  return koyomi_text_matches (card->folded, folded_query);
}

/* Of the incidents that count and were detected from @first_day to @last_day. */
void
koyomi_incident_board_summarize (const KoyomiIncidentBoard *self,
                                 KoyomiMeasure              measure,
                                 guint32                    first_day,
                                 guint32                    last_day,
                                 KoyomiMeasureSummary      *summary)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (KoyomiIncidentTimes));
  gint64 from = koyomi_day_get_start (first_day);
  gint64 to = koyomi_day_get_start (last_day + 1);

  for (guint i = 0; i < self->cards->len; i++)
    {
      const KoyomiIncidentCard *card = &g_array_index (self->cards, KoyomiIncidentCard, i);
      gint64 detected = card->times.at[KOYOMI_INCIDENT_TIME_DETECTED];

      if (koyomi_incident_card_counts (card) && detected >= from && detected < to)
        g_array_append_val (times, card->times);
    }

  koyomi_measure_summarize (measure, (const KoyomiIncidentTimes *) times->data, times->len, summary);
}

/* Teams are told by their names. The quarter is one of 1 to 4; the month one of its three, or 0 for all of it. */
KoyomiQuarterIncidents *
koyomi_incident_board_count_quarter (const KoyomiIncidentBoard *self,
                                     KoyomiFiscalYear           year,
                                     int                        quarter,
                                     int                        month)
{
  KoyomiQuarterIncidents *counted = koyomi_quarter_incidents_new (year, quarter);
  g_autoptr(GArray) facts = g_array_sized_new (FALSE, FALSE, sizeof (KoyomiQuarterFact), self->cards->len);

  counted->month = month;
  for (guint i = 0; i < self->cards->len; i++)
    {
      const KoyomiIncidentCard *card = &g_array_index (self->cards, KoyomiIncidentCard, i);
      KoyomiQuarterFact fact = {
        .kind = card->kind,
        .state = card->state,
        .severity = card->severity,
        .class = card->class,
        .team = card->team,
        .found_outside = card->found_outside,
        .is_recurrence = card->recurrence_of != 0,
        .times = card->times,
      };

      g_array_append_val (facts, fact);
    }
  koyomi_quarter_incidents_count (counted, (const KoyomiQuarterFact *) facts->data, facts->len);

  return counted;
}
