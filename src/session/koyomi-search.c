#include "koyomi-search.h"

#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-search-index-private.h"
#include "koyomi-session-private.h"

#include <string.h>

/* An edit of more rows has everything read anew, in passing. */
#define MAX_CHANGED_ROWS 200

struct _KoyomiSearch
{
  KoyomiSession *session;   /* which owns this */
  GPtrArray     *indexes;   /* (element-type KoyomiSearchIndex) */
  gint64         seq;       /* the entry of the change log that the indexes are as of; -1 before anything was read */
};

/* A row that was found, before anything is told of it. */
typedef struct
{
  KoyomiSearchRank         rank;
  const KoyomiSearchEntry *entry;
} Match;

/* The best of one index. */
typedef struct
{
  const KoyomiSearchIndex *index;
  GArray                  *matches;   /* (element-type Match), best first */
  guint                    n_found;
  guint                    place;     /* among the groups of equal rank */
} Matches;

static void
search_free (gpointer data)
{
  KoyomiSearch *self = data;

  g_ptr_array_unref (self->indexes);
  g_free (self);
}

/* Returns: (transfer none): made when it is first asked for; there is nothing in it before it has been read */
KoyomiSearch *
koyomi_session_get_search (KoyomiSession *session)
{
  KoyomiSearch *self;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  if ((self = g_object_get_data (G_OBJECT (session), "koyomi-search")) != NULL)
    return self;

  self = g_new0 (KoyomiSearch, 1);
  self->session = session;
  self->seq = -1;
  self->indexes = g_ptr_array_new_with_free_func ((GDestroyNotify) _koyomi_search_index_free);
  for (guint i = 0; i < _koyomi_search_source_count (); i++)
    g_ptr_array_add (self->indexes, _koyomi_search_index_new (_koyomi_search_source_get (i), _koyomi_session_get_store (session)));
  g_object_set_data_full (G_OBJECT (session), "koyomi-search", self, search_free);

  return self;
}

static void
forget (KoyomiSearch *self)
{
  for (guint i = 0; i < self->indexes->len; i++)
    _koyomi_search_index_forget (g_ptr_array_index (self->indexes, i));
}

static gboolean
apply_change (KoyomiSearch           *self,
              const KoyomiRowChange  *change,
              GError                **error)
{
  for (guint i = 0; i < self->indexes->len; i++)
    {
      KoyomiSearchIndex *index = g_ptr_array_index (self->indexes, i);

      if (index->source->table == change->table && !_koyomi_search_index_read_row (index, change->row, error))
        return FALSE;
      if (!_koyomi_search_index_read_named (index, change->table, change->row, error))
        return FALSE;
    }

  return TRUE;
}

/* What an entry did is in the change log, unless its rows were struck there.
 * Returns: (nullable): NULL when it cannot be told, or is too much */
static GPtrArray *
list_changes (KoyomiSearch *self,
              gint64        head)
{
  g_autoptr(GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_row_change_free);

  for (gint64 seq = self->seq + 1; seq <= head; seq++)
    {
      g_autoptr(GPtrArray) some = koyomi_session_list_changes (self->session, seq, NULL);

      if (some == NULL || some->len == 0 || changes->len + some->len > MAX_CHANGED_ROWS)
        return NULL;

      g_ptr_array_extend_and_steal (changes, g_steal_pointer (&some));
    }

  return g_steal_pointer (&changes);
}

/* Takes in what has been edited since. */
static gboolean
catch_up (KoyomiSearch  *self,
          GError       **error)
{
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (self->session, error);
  g_autoptr(GPtrArray) changes = NULL;

  if (head == NULL)
    return FALSE;

  if (head->seq == self->seq)
    return TRUE;

  if (self->seq < 0 || (changes = list_changes (self, head->seq)) == NULL)
    forget (self);
  self->seq = head->seq;
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    if (!apply_change (self, g_ptr_array_index (changes, i), error))
      return FALSE;

  return TRUE;
}

static KoyomiSearchIndex *
find_incomplete (KoyomiSearch *self)
{
  for (guint i = 0; i < self->indexes->len; i++)
    {
      KoyomiSearchIndex *index = g_ptr_array_index (self->indexes, i);

      if (!index->is_complete)
        return index;
    }

  return NULL;
}

/* Whether everything has been read that was there when it was last asked for. */
gboolean
koyomi_search_is_complete (KoyomiSearch *self)
{
  return find_incomplete (self) == NULL;
}

/* Reads on for a few milliseconds. */
gboolean
koyomi_search_read_some (KoyomiSearch  *self,
                         GError       **error)
{
  KoyomiSearchIndex *index;

  if (!catch_up (self, error))
    return FALSE;

  index = find_incomplete (self);

  return index == NULL || _koyomi_search_index_read_some (index, error);
}

gboolean
koyomi_search_read_all (KoyomiSearch  *self,
                        GError       **error)
{
  do
    if (!koyomi_search_read_some (self, error))
      return FALSE;
  while (!koyomi_search_is_complete (self));

  return TRUE;
}

/* Better first; of two that are as good the later day, then what stands earlier in its list. */
static int
compare_matches (const Match *a,
                 const Match *b)
{
  int result;

  if (a->rank != b->rank)
    return a->rank < b->rank ? -1 : 1;
  if (a->entry->day != b->entry->day)
    return a->entry->day > b->entry->day ? -1 : 1;
  if (a->entry->order != b->entry->order)
    return a->entry->order < b->entry->order ? -1 : 1;
  if ((result = strcmp (a->entry->text.text, b->entry->text.text)) != 0)
    return result;

  return a->entry->id < b->entry->id ? -1 : a->entry->id > b->entry->id;
}

static void
insert_match (GArray *matches,
              Match   match,
              guint   most)
{
  guint place = matches->len;

  while (place > 0 && compare_matches (&match, &g_array_index (matches, Match, place - 1)) < 0)
    place--;

  if (place >= most)
    return;

  g_array_insert_val (matches, place, match);
  if (matches->len > most)
    g_array_set_size (matches, most);
}

static void
matches_free (Matches *self)
{
  g_array_unref (self->matches);
  g_free (self);
}

/* Returns: (nullable): NULL when nothing matches */
static Matches *
find_matches (const KoyomiSearchIndex *index,
              const KoyomiSearchQuery *query,
              guint                    most,
              guint                    place)
{
  Matches *self = NULL;

  for (guint i = 0; i < index->entries->len; i++)
    {
      const KoyomiSearchEntry *entry = &g_array_index (index->entries, KoyomiSearchEntry, i);
      Match match = { .rank = _koyomi_search_query_match (query, &entry->text), .entry = entry };

      if (match.rank == KOYOMI_SEARCH_RANK_NONE)
        continue;

      if (self == NULL)
        {
          self = g_new0 (Matches, 1);
          self->index = index;
          self->place = place;
          self->matches = g_array_new (FALSE, FALSE, sizeof (Match));
        }
      self->n_found++;
      insert_match (self->matches, match, most);
    }

  return self;
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const Matches *one = *(Matches * const *) a;
  const Matches *other = *(Matches * const *) b;
  KoyomiSearchRank rank = g_array_index (one->matches, Match, 0).rank;
  KoyomiSearchRank other_rank = g_array_index (other->matches, Match, 0).rank;

  if (rank != other_rank)
    return rank < other_rank ? -1 : 1;

  return one->place < other->place ? -1 : one->place > other->place;
}

static void
append_detail (GString    *detail,
               const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (detail, "%s%s", detail->len > 0 ? " · " : "", part);
}

static char *
format_detail (KoyomiSession  *session,
               KoyomiRecord   *record,
               int             field,
               KoyomiLanguage  language)
{
  const KoyomiField *description = &koyomi_record_get_table (record)->fields[KOYOMI_FIELD_INDEX (field)];

  if (koyomi_record_is_none (record, field))
    return NULL;
  if (description->type == KOYOMI_FIELD_REF)
    return _koyomi_session_dup_title (session, description->target, koyomi_record_get_int (record, field), language);
  if (description->type == KOYOMI_FIELD_TIME)
    return koyomi_day_format (koyomi_time_get_day (koyomi_record_get_int (record, field)));

  return koyomi_record_format (record, field, language);
}

static char *
describe (KoyomiSession            *session,
          const KoyomiSearchSource *source,
          KoyomiRecord             *record,
          KoyomiLanguage            language)
{
  GString *detail = g_string_new (NULL);

  for (guint i = 0; i < KOYOMI_SEARCH_MAX_DETAILS && source->details[i] != 0; i++)
    {
      g_autofree char *part = format_detail (session, record, source->details[i], language);

      append_detail (detail, part);
    }

  return g_string_free (detail, FALSE);
}

/* Its own name, else that of the row it goes by. */
static char *
dup_name (KoyomiSession            *session,
          const KoyomiSearchSource *source,
          KoyomiRecord             *record,
          KoyomiLanguage            language)
{
  const KoyomiTable *table = koyomi_record_get_table (record);
  char *name = _koyomi_session_dup_title (session, source->table, koyomi_record_get_id (record), language);

  if (name == NULL && source->names[0] != 0)
    name = _koyomi_session_dup_title (session, table->fields[KOYOMI_FIELD_INDEX (source->names[0])].target,
                                      koyomi_record_get_int (record, source->names[0]), language);

  return name != NULL ? name : g_strdup (koyomi_tr (language, table->label));
}

/* A text of several lines is told in one. */
static char *
dup_title (KoyomiSession            *session,
           const KoyomiSearchSource *source,
           KoyomiRecord             *record,
           KoyomiLanguage            language)
{
  const char *own = koyomi_record_get_title (record);
  char *title = source->title != 0 && *own != '\0' ? g_strdup (own) : dup_name (session, source, record, language);

  return g_strdelimit (title, "\n", ' ');
}

static const KoyomiSearchSource *
find_source (KoyomiTableId table)
{
  for (guint i = 0; i < _koyomi_search_source_count (); i++)
    if (_koyomi_search_source_get (i)->table == table)
      return _koyomi_search_source_get (i);

  return NULL;
}

/* Returns: (transfer full) (nullable): what is told of a row that was found; NULL when it is there no more, or is of a table that is not searched */
KoyomiSearchHit *
koyomi_session_name_hit (KoyomiSession  *session,
                         KoyomiTableId   table,
                         gint64          id,
                         KoyomiLanguage  language)
{
  const KoyomiSearchSource *source = find_source (table);
  g_autoptr(KoyomiRecord) record = source != NULL ? koyomi_session_get (session, table, id, language, NULL) : NULL;
  KoyomiSearchHit *hit;

  if (record == NULL)
    return NULL;

  hit = g_new0 (KoyomiSearchHit, 1);
  hit->table = table;
  hit->id = id;
  hit->number = g_strdup (source->number != 0 ? koyomi_record_get_text (record, source->number) : "");
  hit->title = dup_title (session, source, record, language);
  hit->detail = describe (session, source, record, language);

  return hit;
}

static KoyomiSearchGroup *
tell_group (KoyomiSearch   *self,
            const Matches  *matches,
            KoyomiLanguage  language)
{
  KoyomiSearchGroup *group = g_new0 (KoyomiSearchGroup, 1);

  group->table = matches->index->source->table;
  group->n_found = matches->n_found;
  group->hits = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_search_hit_free);
  for (guint i = 0; i < matches->matches->len; i++)
    {
      const Match *match = &g_array_index (matches->matches, Match, i);
      KoyomiSearchHit *hit = koyomi_session_name_hit (self->session, group->table, match->entry->id, language);

      if (hit != NULL)
        g_ptr_array_add (group->hits, hit);
    }

  return group;
}

/**
 * koyomi_search_find:
 * @query: words as they were typed, all of which have to occur
 * @most: how many of a kind are told of
 *
 * Searches what has been read so far.
 *
 * Returns: (transfer full) (element-type KoyomiSearchGroup): the kind with the best answer first; empty when nothing was found
 */
GPtrArray *
koyomi_search_find (KoyomiSearch    *self,
                    const char      *query,
                    guint            most,
                    KoyomiLanguage   language,
                    GError         **error)
{
  g_autoptr(KoyomiSearchQuery) folded = _koyomi_search_query_new (query);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) matches_free);
  GPtrArray *groups;

  if (!catch_up (self, error))
    return NULL;

  for (guint i = 0; i < self->indexes->len; i++)
    {
      Matches *matches = find_matches (g_ptr_array_index (self->indexes, i), folded, most, i);

      if (matches != NULL)
        g_ptr_array_add (found, matches);
    }
  g_ptr_array_sort (found, compare_groups);

  groups = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_search_group_free);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (groups, tell_group (self, g_ptr_array_index (found, i), language));

  return groups;
}

void
koyomi_search_hit_free (KoyomiSearchHit *self)
{
  g_free (self->number);
  g_free (self->title);
  g_free (self->detail);
  g_free (self);
}

void
koyomi_search_group_free (KoyomiSearchGroup *self)
{
  g_ptr_array_unref (self->hits);
  g_free (self);
}
