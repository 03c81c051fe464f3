#include "koyomi-board-tiles.h"

#include "koyomi-edit.h"
#include "koyomi-metric-status.h"
#include "koyomi-session-private.h"

/* So many are proposed: what a board reads at a glance. */
#define N_PROPOSED 8

static int
compare (gconstpointer a,
         gconstpointer b)
{
  KoyomiRecord *first = *(KoyomiRecord * const *) a;
  KoyomiRecord *second = *(KoyomiRecord * const *) b;
  int field = KOYOMI_FIELD_TABLE (KOYOMI_METRIC_POSITION) == koyomi_record_get_table_id (first) ? KOYOMI_METRIC_POSITION
                                                                                               : KOYOMI_BOARD_TILE_POSITION;
  gint64 before = koyomi_record_get_int (first, field);
  gint64 after = koyomi_record_get_int (second, field);

  return (before > after) - (before < after);
}

static GPtrArray *
list (KoyomiSession  *session,
      KoyomiTableId   table,
      GError        **error)
{
  GPtrArray *records = koyomi_session_list (session, table, 0, 0, koyomi_session_get_own_language (session), error);

  if (records != NULL)
    g_ptr_array_sort (records, compare);

  return records;
}

/* Returns: (transfer full) (element-type gint64): the metrics in the order of their tiles; none when nobody has chosen any */
GArray *
koyomi_session_list_board_tiles (KoyomiSession  *session,
                                 GError        **error)
{
  g_autoptr(GPtrArray) tiles = NULL;
  GArray *metrics;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  if ((tiles = list (session, KOYOMI_TABLE_BOARD_TILE, error)) == NULL)
    return NULL;

  metrics = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < tiles->len; i++)
    {
      gint64 metric = koyomi_record_get_int (g_ptr_array_index (tiles, i), KOYOMI_BOARD_TILE_METRIC);

      g_array_append_val (metrics, metric);
    }

  return metrics;
}

/* Returns: (transfer full) (element-type gint64): the first metrics in use that something is aimed at with */
GArray *
koyomi_session_propose_board_tiles (KoyomiSession  *session,
                                    guint32         today,
                                    GError        **error)
{
  g_autoptr(GPtrArray) metrics = NULL;
  g_autoptr(GPtrArray) limits = NULL;
  GArray *proposed;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  if ((metrics = list (session, KOYOMI_TABLE_METRIC, error)) == NULL ||
      (limits = koyomi_session_list (session, KOYOMI_TABLE_METRIC_LIMIT, 0, 0, koyomi_session_get_own_language (session), error)) == NULL)
    return NULL;

  proposed = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < metrics->len && proposed->len < N_PROPOSED; i++)
    {
      KoyomiRecord *metric = g_ptr_array_index (metrics, i);
      gint64 id = koyomi_record_get_id (metric);
      KoyomiMetricLimits found;

      if (!koyomi_metric_is_retired (metric, today) && koyomi_metric_limits_find (&found, limits, id, today))
        g_array_append_val (proposed, id);
    }

  return proposed;
}

static gboolean
remove_all (KoyomiEdit     *edit,
            GPtrArray      *tiles,
            GError        **error)
{
  for (guint i = 0; i < tiles->len; i++)
    if (!koyomi_edit_delete (edit, KOYOMI_TABLE_BOARD_TILE, koyomi_record_get_id (g_ptr_array_index (tiles, i)), error))
      return FALSE;

  return TRUE;
}

static gboolean
add (KoyomiEdit  *edit,
     gint64       metric,
     guint        position,
     GError     **error)
{
  g_autoptr(KoyomiRecord) tile = koyomi_record_new (KOYOMI_TABLE_BOARD_TILE);

  koyomi_record_set_int (tile, KOYOMI_BOARD_TILE_METRIC, metric);
  koyomi_record_set_int (tile, KOYOMI_BOARD_TILE_POSITION, position);

  return koyomi_edit_insert (edit, tile, error);
}

static gboolean
is_same (GPtrArray    *tiles,
         const GArray *metrics)
{
  if (tiles->len != metrics->len)
    return FALSE;

  for (guint i = 0; i < metrics->len; i++)
    if (koyomi_record_get_int (g_ptr_array_index (tiles, i), KOYOMI_BOARD_TILE_METRIC) != g_array_index (metrics, gint64, i))
      return FALSE;

  return TRUE;
}

/**
 * koyomi_session_set_board_tiles:
 * @metrics: (element-type gint64): each once, in their order; none to have the page empty again
 *
 * One edit, which is none when nothing differs. %KOYOMI_PLAN_ERROR_CONSTRAINT for more than %KOYOMI_MOST_BOARD_TILES.
 */
gboolean
koyomi_session_set_board_tiles (KoyomiSession   *session,
                                const GArray    *metrics,
                                KoyomiLanguage   language,
                                GError         **error)
{
  g_autoptr(GPtrArray) tiles = NULL;
  g_autoptr(KoyomiEdit) edit = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), FALSE);

  if (metrics->len > KOYOMI_MOST_BOARD_TILES)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "the board page has %d tiles at most", KOYOMI_MOST_BOARD_TILES);
      return FALSE;
    }
  if ((tiles = list (session, KOYOMI_TABLE_BOARD_TILE, error)) == NULL)
    return FALSE;
  if (is_same (tiles, metrics))
    return TRUE;

  if ((edit = koyomi_session_begin_edit (session, error)) == NULL || !remove_all (edit, tiles, error))
    return FALSE;
  for (guint i = 0; i < metrics->len; i++)
    if (!add (edit, g_array_index (metrics, gint64, i), i + 1, error))
      return FALSE;

  /* Translators: the label of the edit that chooses and orders the metrics of the page for the board */
  return koyomi_edit_commit (edit, koyomi_tr (language, N_("Arrange the board page")), error);
}
