#include "koyomi-metric-grid.h"

#include "koyomi-day.h"
#include "koyomi-metric-status.h"

#include <math.h>

/* What is read for all rows. */
typedef struct
{
  KoyomiFiscalYear  year;
  guint32           today;
  GPtrArray        *values;      /* (element-type KoyomiRecord), of all metrics */
  GPtrArray        *closes;      /* (element-type KoyomiRecord), likewise */
  GHashTable       *bookmarks;   /* id -> KoyomiRecord */
} Facts;

static void
facts_clear (Facts *self)
{
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->closes, g_ptr_array_unref);
  g_clear_pointer (&self->bookmarks, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Facts, facts_clear)

void
koyomi_metric_grid_row_free (KoyomiMetricGridRow *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->metric);
  for (guint i = 0; i < KOYOMI_METRIC_GRID_MONTHS; i++)
    g_clear_object (&self->cells[i].value);
  g_free (self);
}

/* Returns: when the quarter that the month is in was closed with the metric; 0 while it is not */
static gint64
find_close (const Facts *facts,
            gint64       metric,
            guint32      month)
{
  int quarter = koyomi_fiscal_year_get_quarter (facts->year, month);
  guint32 quarter_day = koyomi_fiscal_year_get_month_first (facts->year, (quarter - 1) * 3);

  for (guint i = 0; i < facts->closes->len; i++)
    {
      KoyomiRecord *close = g_ptr_array_index (facts->closes, i);
      gint64 id = koyomi_record_get_int (close, KOYOMI_METRIC_CLOSE_BOOKMARK);
      KoyomiRecord *bookmark = g_hash_table_lookup (facts->bookmarks, &id);

      if (koyomi_record_get_int (close, KOYOMI_METRIC_CLOSE_METRIC) == metric && bookmark != NULL &&
          koyomi_record_get_day (close, KOYOMI_METRIC_CLOSE_QUARTER_DAY) == quarter_day)
        return koyomi_record_get_int (bookmark, KOYOMI_BOOKMARK_AT);
    }

  return 0;
}

static void
take_value (KoyomiMetricGridRow *self,
            const Facts         *facts,
            KoyomiRecord        *value,
            guint32             *last_month)
{
  guint32 month = koyomi_record_get_day (value, KOYOMI_METRIC_VALUE_MONTH);
  int index = koyomi_fiscal_year_get_month_index (facts->year, month);
  gboolean holds = koyomi_record_is_none (value, KOYOMI_METRIC_VALUE_SUPERSEDED_AT);
  KoyomiMetricGridCell *cell;
  gint64 closed_at;

  if (holds && (*last_month == KOYOMI_DAY_NONE || month > *last_month))
    *last_month = month;
  if (month < koyomi_fiscal_year_get_first_day (facts->year) || month > koyomi_fiscal_year_get_last_day (facts->year))
    return;

  cell = &self->cells[index];
  closed_at = find_close (facts, koyomi_record_get_id (self->metric), month);
  cell->n_values++;
  if (closed_at != 0 && MAX (koyomi_record_get_int (value, KOYOMI_METRIC_VALUE_ENTERED_AT),
                             koyomi_record_get_int (value, KOYOMI_METRIC_VALUE_SUPERSEDED_AT)) > closed_at)
    cell->is_restated = TRUE;
  if (holds)
    g_set_object (&cell->value, value);
}

/* Whether the month, quarter or year that ends with the month at @column has any value. */
static gboolean
has_value_of_time (KoyomiMetricGridRow *self,
                   const Facts         *facts,
                   guint                column)
{
  guint32 end = koyomi_day_get_month_last (self->cells[column].month);

  for (guint i = 0; i <= column; i++)
    if (self->cells[i].value != NULL &&
        koyomi_metric_get_time_end (self->metric, self->cells[i].month, facts->year.start_month) == end)
      return TRUE;

  return FALSE;
}

static KoyomiMetricCellState
find_state (KoyomiMetricGridRow *self,
            const Facts         *facts,
            guint                column)
{
  const KoyomiMetricGridCell *cell = &self->cells[column];

  if (cell->value != NULL)
    return KOYOMI_METRIC_CELL_ENTERED;
  if (cell->month > facts->today)
    return KOYOMI_METRIC_CELL_COMING;
  if (!koyomi_metric_is_due_in (self->metric, cell->month, facts->year.start_month) || has_value_of_time (self, facts, column))
    return KOYOMI_METRIC_CELL_NOT_DUE;

  return facts->today > koyomi_day_get_month_last (cell->month) + koyomi_metric_get_grace (self->metric) ? KOYOMI_METRIC_CELL_MISSING
                                                                                                         : KOYOMI_METRIC_CELL_DUE;
}

static KoyomiMetricGridRow *
make_row (KoyomiRecord *metric,
          const Facts  *facts)
{
  KoyomiMetricGridRow *self = g_new0 (KoyomiMetricGridRow, 1);
  guint32 last_month = KOYOMI_DAY_NONE;

  self->metric = g_object_ref (metric);
  for (guint i = 0; i < KOYOMI_METRIC_GRID_MONTHS; i++)
    {
      self->cells[i].month = koyomi_fiscal_year_get_month_first (facts->year, i);
      self->cells[i].is_closed = find_close (facts, koyomi_record_get_id (metric), self->cells[i].month) != 0;
    }

  for (guint i = 0; i < facts->values->len; i++)
    if (koyomi_record_get_int (g_ptr_array_index (facts->values, i), KOYOMI_METRIC_VALUE_METRIC) == koyomi_record_get_id (metric))
      take_value (self, facts, g_ptr_array_index (facts->values, i), &last_month);

  for (guint i = 0; i < KOYOMI_METRIC_GRID_MONTHS; i++)
    self->cells[i].state = find_state (self, facts, i);
  self->is_stale = !koyomi_metric_is_retired (metric, facts->today) &&
                   koyomi_metric_is_stale (metric, last_month, facts->year.start_month, facts->today);

  return self;
}

static gboolean
load_facts (Facts           *self,
            KoyomiSession   *session,
            KoyomiLanguage   language,
            GError         **error)
{
  return (self->values = koyomi_session_list (session, KOYOMI_TABLE_METRIC_VALUE, 0, 0, language, error)) != NULL &&
         (self->closes = koyomi_session_list (session, KOYOMI_TABLE_METRIC_CLOSE, 0, 0, language, error)) != NULL &&
         (self->bookmarks = koyomi_session_index (session, KOYOMI_TABLE_BOOKMARK, language, error)) != NULL;
}

/**
 * koyomi_session_load_metric_grid:
 * @today: months after it cannot be entered yet
 *
 * Returns: (transfer full) (element-type KoyomiMetricGridRow): the metrics that are entered by hand and were not retired before the year, in
 *   their order
 */
GPtrArray *
koyomi_session_load_metric_grid (KoyomiSession     *session,
                                 KoyomiFiscalYear   year,
                                 guint32            today,
                                 KoyomiLanguage     language,
                                 GError           **error)
{
  g_auto(Facts) facts = { .year = year, .today = today };
  g_autoptr(GPtrArray) metrics = koyomi_session_list (session, KOYOMI_TABLE_METRIC, 0, 0, language, error);
  g_autoptr(GPtrArray) grid = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_metric_grid_row_free);

  if (metrics == NULL || !load_facts (&facts, session, language, error))
    return NULL;

  for (guint i = 0; i < metrics->len; i++)
    {
      KoyomiRecord *metric = g_ptr_array_index (metrics, i);

      if (koyomi_record_get_int (metric, KOYOMI_METRIC_KIND) == KOYOMI_METRIC_KIND_ENTERED &&
          !koyomi_metric_is_retired (metric, koyomi_fiscal_year_get_first_day (year)))
        g_ptr_array_add (grid, make_row (metric, &facts));
    }

  return g_steal_pointer (&grid);
}

static const KoyomiMetricGridCell *
get_cell (GPtrArray *grid,
          guint      row,
          guint      column)
{
  KoyomiMetricGridRow *line = g_ptr_array_index (grid, row);

  return &line->cells[column];
}

/* Returns: NAN where there is none */
double
koyomi_metric_grid_get_value (GPtrArray *grid,
                              guint      row,
                              guint      column)
{
  const KoyomiMetricGridCell *cell;

  g_return_val_if_fail (row < grid->len && column < KOYOMI_METRIC_GRID_MONTHS, NAN);

  cell = get_cell (grid, row, column);

  return cell->value != NULL ? koyomi_record_get_real (cell->value, KOYOMI_METRIC_VALUE_VALUE) : NAN;
}

/* Finds the cell that the entry is for. */
gboolean
koyomi_metric_grid_find (GPtrArray               *grid,
                         const KoyomiMetricEntry *entry,
                         guint                   *row,
                         guint                   *column)
{
  for (*row = 0; *row < grid->len; (*row)++)
    for (*column = 0; *column < KOYOMI_METRIC_GRID_MONTHS; (*column)++)
      if (koyomi_record_get_id (((KoyomiMetricGridRow *) g_ptr_array_index (grid, *row))->metric) == entry->metric &&
          get_cell (grid, *row, *column)->month == entry->month)
        return TRUE;

  return FALSE;
}

/* What is left to do: cells without a value, and metrics whose value is old. */
void
koyomi_metric_grid_count (GPtrArray *grid,
                          guint     *n_missing,
                          guint     *n_stale)
{
  *n_missing = *n_stale = 0;
  for (guint i = 0; i < grid->len; i++)
    {
      KoyomiMetricGridRow *row = g_ptr_array_index (grid, i);

      *n_stale += row->is_stale;
      for (guint j = 0; j < KOYOMI_METRIC_GRID_MONTHS; j++)
        *n_missing += row->cells[j].state == KOYOMI_METRIC_CELL_MISSING;
    }
}

/* Returns: (transfer full): the cells as a spreadsheet takes them */
char *
koyomi_metric_grid_copy (GPtrArray *grid,
                         guint      row,
                         guint      column,
                         guint      n_rows,
                         guint      n_columns)
{
  GString *text = g_string_new (NULL);

  for (guint i = row; i < row + n_rows; i++)
    for (guint j = column; j < column + n_columns; j++)
      {
        double value = koyomi_metric_grid_get_value (grid, i, j);
        char digits[G_ASCII_DTOSTR_BUF_SIZE];

        if (!isnan (value))
          g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.10g", value));
        g_string_append_c (text, j + 1 < column + n_columns ? '\t' : '\n');
      }

  return g_string_free (text, FALSE);
}

/* Reads a text that is pasted at that cell. */
KoyomiMetricBlock *
koyomi_metric_grid_read (GPtrArray  *grid,
                         guint       row,
                         guint       column,
                         const char *text,
                         guint32     today)
{
  g_autoptr(GArray) metrics = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) months = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_return_val_if_fail (row < grid->len && column < KOYOMI_METRIC_GRID_MONTHS, NULL);

  for (guint i = row; i < grid->len; i++)
    {
      gint64 id = koyomi_record_get_id (((KoyomiMetricGridRow *) g_ptr_array_index (grid, i))->metric);

      g_array_append_val (metrics, id);
    }
  for (guint i = column; i < KOYOMI_METRIC_GRID_MONTHS; i++)
    g_array_append_val (months, get_cell (grid, row, i)->month);

  return koyomi_metric_block_parse (text, metrics, months, today);
}
