#include "koyomi-change-log.h"

#include "koyomi-history.h"
#include "koyomi-text-fold.h"

#include <math.h>
#include <string.h>

static gboolean
touches (KoyomiSession  *session,
         gint64          seq,
         int             table,
         gboolean       *does,
         GError        **error)
{
  g_autoptr(GPtrArray) changes = koyomi_session_list_changes (session, seq, error);

  *does = FALSE;
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    *does |= (int) ((KoyomiRowChange *) g_ptr_array_index (changes, i))->table == table;

  return changes != NULL;
}

static gboolean
is_wanted (const KoyomiLogFilter *filter,
           const KoyomiEntry     *entry)
{
  g_autofree char *label = koyomi_text_fold (entry->label);
  g_autofree char *text = koyomi_text_fold (filter->text != NULL ? filter->text : "");

  return (filter->actor == NULL || strcmp (filter->actor, entry->actor) == 0) && entry->at >= filter->first_at &&
         (filter->last_at == 0 || entry->at <= filter->last_at) && koyomi_text_matches (label, text);
}

/* @does_match: (out): whether the filter lets the entry through. FALSE with an error when the entry could not be read. */
gboolean
koyomi_session_match_entry (KoyomiSession          *session,
                            const KoyomiLogFilter  *filter,
                            const KoyomiEntry      *entry,
                            gboolean               *does_match,
                            GError                **error)
{
  *does_match = is_wanted (filter, entry);

  return !*does_match || filter->table < 0 || touches (session, entry->seq, filter->table, does_match, error);
}

/* Returns: (transfer full) (element-type KoyomiEntry): the newest first; koyomi_session_list_changes() tells what each did, field by field */
GPtrArray *
koyomi_session_find_entries (KoyomiSession          *session,
                             const KoyomiLogFilter  *filter,
                             GError                **error)
{
  g_autoptr(GPtrArray) entries = koyomi_session_list_entries (session, 0, error);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_entry_free);

  for (guint i = entries != NULL ? entries->len : 0; i > 0; i--)
    {
      KoyomiEntry *entry = g_ptr_array_index (entries, i - 1);
      gboolean is_found;

      if (!koyomi_session_match_entry (session, filter, entry, &is_found, error))
        return NULL;
      if (is_found)
        g_ptr_array_add (found, g_ptr_array_steal_index (entries, i - 1));
    }

  return entries != NULL ? g_steal_pointer (&found) : NULL;
}

static gboolean
is_same (const KoyomiFieldChange *change)
{
  return change->old_integer == change->new_integer && g_strcmp0 (change->old_text, change->new_text) == 0 &&
         (change->old_real == change->new_real || (isnan (change->old_real) && isnan (change->new_real)));
}

static KoyomiFieldChange *
find_field (KoyomiRowChange *change,
            int              field)
{
  for (guint i = 0; i < change->fields->len; i++)
    if (g_array_index (change->fields, KoyomiFieldChange, i).field == field)
      return &g_array_index (change->fields, KoyomiFieldChange, i);

  return NULL;
}

/* @later: its texts are taken */
static void
merge_field (KoyomiRowChange   *earlier,
             KoyomiFieldChange *later)
{
  KoyomiFieldChange *known = find_field (earlier, later->field);
  KoyomiFieldChange added = { .field = later->field };

  if (known == NULL)
    {
      g_array_append_val (earlier->fields, added);
      known = &g_array_index (earlier->fields, KoyomiFieldChange, earlier->fields->len - 1);
      known->old_integer = later->old_integer;
      known->old_real = later->old_real;
      known->old_text = g_steal_pointer (&later->old_text);
    }

  known->new_integer = later->new_integer;
  known->new_real = later->new_real;
  g_free (known->new_text);
  known->new_text = g_steal_pointer (&later->new_text);
}

/* What a row was before @earlier and is after @later. Returns: whether there is anything left to tell */
static gboolean
merge (KoyomiRowChange *earlier,
       KoyomiRowChange *later)
{
  gboolean was_there = earlier->kind != KOYOMI_CHANGE_INSERT;
  gboolean is_there = later->kind != KOYOMI_CHANGE_DELETE;

  for (guint i = 0; i < later->fields->len; i++)
    merge_field (earlier, &g_array_index (later->fields, KoyomiFieldChange, i));

  earlier->kind = !was_there ? KOYOMI_CHANGE_INSERT : !is_there ? KOYOMI_CHANGE_DELETE : KOYOMI_CHANGE_UPDATE;
  for (guint i = earlier->fields->len; earlier->kind == KOYOMI_CHANGE_UPDATE && i > 0; i--)
    if (is_same (&g_array_index (earlier->fields, KoyomiFieldChange, i - 1)))
      g_array_remove_index (earlier->fields, i - 1);

  return (was_there || is_there) && earlier->fields->len > 0;
}

static char *
make_key (const KoyomiRowChange *change)
{
  return g_strdup_printf ("%d %" G_GINT64_FORMAT " %d", change->table, change->row, change->is_translation ? (int) change->language + 1 : 0);
}

/* @order: the keys, in the order in which rows were first changed */
static void
take_changes (GPtrArray  *changes,
              GHashTable *rows,
              GPtrArray  *order)
{
  for (guint i = 0; i < changes->len; i++)
    {
      KoyomiRowChange *change = g_ptr_array_index (changes, i);
      g_autofree char *key = make_key (change);
      KoyomiRowChange *earlier = g_hash_table_lookup (rows, key);

      if (earlier == NULL)
        {
          changes->pdata[i] = koyomi_row_change_new (change->table, change->row, change->kind);
          g_ptr_array_add (order, g_strdup (key));
          g_hash_table_insert (rows, g_steal_pointer (&key), change);
        }
      else if (!merge (earlier, change))
        g_hash_table_remove (rows, key);
    }
}

/**
 * koyomi_session_list_difference:
 * @from: an entry of the change log, such as that of a bookmark; 0 is the empty plan
 * @to: a later one
 *
 * Returns: (transfer full) (element-type KoyomiRowChange): the rows in which the plan after @to differs from the plan after @from, with the values of
 *   then and now; what was changed and changed back is not among them
 */
GPtrArray *
koyomi_session_list_difference (KoyomiSession  *session,
                                gint64          from,
                                gint64          to,
                                GError        **error)
{
  g_autoptr(GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) koyomi_row_change_free);
  g_autoptr(GPtrArray) order = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *difference;

  for (gint64 seq = from + 1; seq <= to; seq++)
    {
      g_autoptr(GPtrArray) changes = koyomi_session_list_changes (session, seq, error);

      if (changes == NULL)
        return NULL;

      take_changes (changes, rows, order);
    }

  difference = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_row_change_free);
  for (guint i = 0; i < order->len; i++)
    {
      char *key = NULL;
      KoyomiRowChange *change;

      if (g_hash_table_steal_extended (rows, g_ptr_array_index (order, i), (gpointer *) &key, (gpointer *) &change))
        g_ptr_array_add (difference, change);
      g_free (key);
    }

  return difference;
}
