#include "koyomi-heat-map.h"

#include <math.h>

#define M (&koyomi_rating_measures)

static void
clear_cell (KoyomiHeatCell *self)
{
  g_free (self->text);
}

static void
free_row (KoyomiHeatRow *self)
{
  g_array_unref (self->cells);
  g_free (self->name);
  g_free (self);
}

KoyomiHeatMap *
koyomi_heat_map_new (KoyomiLanguage  language,
                     const char     *title)
{
  KoyomiHeatMap *self = g_new0 (KoyomiHeatMap, 1);

  self->language = language;
  self->title = g_strdup (title);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);

  return self;
}

void
koyomi_heat_map_free (KoyomiHeatMap *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self->title);
  g_free (self);
}

/* All columns come before the first row. */
void
koyomi_heat_map_add_column (KoyomiHeatMap *self,
                            const char    *name)
{
  g_return_if_fail (self->rows->len == 0);

  g_ptr_array_add (self->columns, g_strdup (name));
}

/* Adds a row of cells without text, about which nothing is known. Returns: its number */
guint
koyomi_heat_map_add_row (KoyomiHeatMap *self,
                         const char    *name,
                         gboolean       is_group)
{
  KoyomiHeatRow *row = g_new0 (KoyomiHeatRow, 1);

  row->name = g_strdup (name);
  row->is_group = is_group;
  row->cells = g_array_new (FALSE, TRUE, sizeof (KoyomiHeatCell));
  g_array_set_clear_func (row->cells, (GDestroyNotify) clear_cell);
  g_array_set_size (row->cells, self->columns->len);
  g_ptr_array_add (self->rows, row);

  return self->rows->len - 1;
}

/* @text: "" for a cell that is only there to keep its place */
void
koyomi_heat_map_set_cell (KoyomiHeatMap *self,
                          guint          row,
                          guint          column,
                          const char    *text,
                          KoyomiHeat     heat)
{
  KoyomiHeatCell *cell;

  g_return_if_fail (row < self->rows->len && column < self->columns->len);

  cell = &g_array_index (((KoyomiHeatRow *) g_ptr_array_index (self->rows, row))->cells, KoyomiHeatCell, column);
  g_free (cell->text);
  cell->text = g_strdup (text);
  cell->heat = heat;
}

void
koyomi_heat_layout_free (KoyomiHeatLayout *self)
{
  if (self == NULL)
    return;

  koyomi_chart_text_free (self->text);
  g_free (self);
}

/* As wide as the widest text of a column needs. */
static double
measure_columns (KoyomiHeatLayout *self)
{
  double width = M->heat_column * self->scale;

  for (guint i = 0; i < self->map->columns->len; i++)
    width = MAX (width, koyomi_chart_text_get_width (self->text, g_ptr_array_index (self->map->columns, i), M->text * self->scale,
                                                     KOYOMI_CHART_TEXT_BOLD));
  for (guint i = 0; i < self->map->rows->len; i++)
    {
      const KoyomiHeatRow *row = g_ptr_array_index (self->map->rows, i);

      for (guint j = 0; j < row->cells->len; j++)
        {
          const char *text = g_array_index (row->cells, KoyomiHeatCell, j).text;

          if (text != NULL)
            width = MAX (width, koyomi_chart_text_get_width (self->text, text, M->text * self->scale, KOYOMI_CHART_TEXT_BOLD));
        }
    }

  return MIN (width + 2 * M->padding * self->scale, M->heat_most_column * self->scale);
}

static double
measure_names (KoyomiHeatLayout *self)
{
  double width = MAX (M->heat_name * self->scale, koyomi_chart_text_get_width (self->text, self->map->title, M->text * self->scale,
                                                                              KOYOMI_CHART_TEXT_BOLD) + 2 * M->padding * self->scale);

  for (guint i = 0; i < self->map->rows->len; i++)
    {
      const KoyomiHeatRow *row = g_ptr_array_index (self->map->rows, i);

      width = MAX (width, koyomi_chart_text_get_width (self->text, row->name, M->text * self->scale,
                                                       row->is_group ? KOYOMI_CHART_TEXT_BOLD : 0) + 2 * M->padding * self->scale);
    }

  return width;
}

/**
 * koyomi_heat_layout_new:
 * @width: what there is; names are cut before columns are made narrower than they need
 * @scale: of texts and lines; 1 at 100 % on the screen, less on paper
 */
KoyomiHeatLayout *
koyomi_heat_layout_new (const KoyomiHeatMap *map,
                        double               width,
                        double               scale)
{
  KoyomiHeatLayout *self = g_new0 (KoyomiHeatLayout, 1);
  double names, columns;
  guint n = MAX (map->columns->len, 1);

  self->map = map;
  self->text = koyomi_chart_text_new (map->language);
  self->scale = scale;
  self->width = width;
  self->row_height = M->heat_row * scale;
  self->head_height = M->heat_row * scale;
  self->height = self->head_height + map->rows->len * self->row_height;

  names = measure_names (self);
  columns = measure_columns (self);
  self->name_width = MIN (names, MAX (width - n * columns, MIN (M->heat_name * scale, M->heat_most_name * width)));
  self->column_width = MIN (MAX (width - self->name_width, 1) / n, M->heat_most_column * scale);

  return self;
}

static double
get_row_y (const KoyomiHeatLayout *self,
           guint                   row)
{
  return self->head_height + row * self->row_height;
}

/* Without the gaps around it. */
KoyomiRect
koyomi_heat_layout_get_cell (const KoyomiHeatLayout *self,
                             guint                   row,
                             guint                   column)
{
  double gap = M->heat_gap * self->scale;

  return (KoyomiRect) {
    self->name_width + column * self->column_width + gap / 2, get_row_y (self, row) + gap / 2,
    MAX (self->column_width - gap, 1), self->row_height - gap,
  };
}

KoyomiRect
koyomi_heat_layout_get_name (const KoyomiHeatLayout *self,
                             guint                   row)
{
  double padding = M->padding * self->scale;

  return (KoyomiRect) { padding, get_row_y (self, row), MAX (self->name_width - 2 * padding, 1), self->row_height };
}

KoyomiRect
koyomi_heat_layout_get_head (const KoyomiHeatLayout *self,
                             guint                   column)
{
  return (KoyomiRect) { self->name_width + column * self->column_width, 0, self->column_width, self->head_height };
}

/* Which cell lies at a point. */
gboolean
koyomi_heat_layout_pick (const KoyomiHeatLayout *self,
                         double                  x,
                         double                  y,
                         guint                  *row,
                         guint                  *column)
{
  double across = (x - self->name_width) / self->column_width;
  double down = (y - self->head_height) / self->row_height;

  if (across < 0 || down < 0 || across >= self->map->columns->len || down >= self->map->rows->len)
    return FALSE;

  *row = floor (down);
  *column = floor (across);

  return TRUE;
}
