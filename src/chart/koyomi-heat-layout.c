#include "koyomi-heat-layout.h"

#include <math.h>

#define M (&koyomi_rating_measures)

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
  double x = self->name_width + column * self->column_width + gap / 2;
  double y = get_row_y (self, row) + gap / 2;

  return (KoyomiRect) { x, y, MAX (self->column_width - gap, 1), self->row_height - gap };
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
