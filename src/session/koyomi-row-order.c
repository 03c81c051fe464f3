#include "koyomi-row-order.h"

#include "koyomi-edit.h"

#include <stdlib.h>

static int
get_position_field (KoyomiTableId table)
{
  int index = koyomi_table_find_field (koyomi_dictionary_get_table (table), "position");

  g_assert (index > 0);

  return table << 8 | index;
}

/**
 * koyomi_session_find_last_position:
 * @table: one with a position
 * @reference: a reference field of it; 0 for all rows
 *
 * Returns: the highest position of the rows whose @reference is @target; 0 when there is none, -1 on error
 */
int
koyomi_session_find_last_position (KoyomiSession  *session,
                                   KoyomiTableId   table,
                                   int             reference,
                                   gint64          target,
                                   GError        **error)
{
  g_autoptr(GPtrArray) rows = koyomi_session_list (session, table, reference, target, koyomi_session_get_own_language (session),
                                                   error);
  int field = get_position_field (table);
  gint64 last = 0;

  if (rows == NULL)
    return -1;

  for (guint i = 0; i < rows->len; i++)
    last = MAX (last, koyomi_record_get_int (g_ptr_array_index (rows, i), field));

  return (int) MIN (last, G_MAXINT - 1);
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

/* The places that the rows have now, smallest first, none of them twice: rows between them that are not moved keep theirs. */
static GArray *
list_places (GPtrArray *rows,
             int        field)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 place = koyomi_record_get_int (g_ptr_array_index (rows, i), field);

      g_array_append_val (places, place);
    }

  g_array_sort (places, compare_positions);
  for (guint i = 1; i < places->len; i++)
    {
      gint64 *place = &g_array_index (places, gint64, i);

      *place = MAX (*place, g_array_index (places, gint64, i - 1) + 1);
    }

  return places;
}

static GPtrArray *
read_rows (KoyomiSession  *session,
           KoyomiTableId   table,
           const gint64   *ids,
           guint           n_ids,
           GError        **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_ids; i++)
    {
      KoyomiRecord *row = koyomi_session_get (session, table, ids[i], koyomi_session_get_own_language (session), error);

      if (row == NULL)
        return NULL;

      g_ptr_array_add (rows, row);
    }

  return g_steal_pointer (&rows);
}

/**
 * koyomi_session_reorder:
 * @table: one with a position
 * @ids: rows of it in the order that they shall have
 * @label: of the edit
 *
 * Puts the rows in that order, in the places that they have between them. Rows that stand right already are no change.
 */
gboolean
koyomi_session_reorder (KoyomiSession  *session,
                        KoyomiTableId   table,
                        const gint64   *ids,
                        guint           n_ids,
                        const char     *label,
                        GError        **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GArray) places = NULL;
  int field = get_position_field (table);

  if (edit == NULL || (rows = read_rows (session, table, ids, n_ids, error)) == NULL)
    return FALSE;

  places = list_places (rows, field);
  for (guint i = 0; i < rows->len; i++)
    {
      KoyomiRecord *row = g_ptr_array_index (rows, i);
      gint64 place = g_array_index (places, gint64, i);

      if (koyomi_record_get_int (row, field) == place)
        continue;

      koyomi_record_set_int (row, field, place);
      if (!koyomi_edit_update (edit, row, error))
        return FALSE;
    }

  return koyomi_edit_commit (edit, label, error);
}
