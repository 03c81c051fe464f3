#include "koyomi-heat-layout.h"

#include "koyomi-brush-private.h"

#define M (&koyomi_rating_measures)

/* What is too much is bold as well; what is not known has a dashed edge. */
static void
paint_cell (KoyomiBrush          *brush,
            const KoyomiHeatCell *cell,
            KoyomiRect            rect)
{
  const KoyomiHeatStyle *style = koyomi_rating_style_get_heat (brush->palette, cell->heat);
  double line = M->hair * brush->unit;
  KoyomiRect inner = _koyomi_rect_inset (rect, line / 2);
  PangoLayout *layout;

  cairo_new_path (brush->cr);
  _koyomi_brush_trace_rounded (brush, inner, M->heat_radius * brush->unit, M->heat_radius * brush->unit);
  _koyomi_brush_set_rgb (brush, style->fill);
  cairo_fill_preserve (brush->cr);
  _koyomi_brush_set_rgb (brush, style->edge);
  _koyomi_brush_stroke_edge (brush, line, cell->heat == KOYOMI_HEAT_UNKNOWN);

  layout = _koyomi_brush_place_text (brush, cell->text, M->text * brush->unit, rect,
                                     KOYOMI_CHART_TEXT_CENTRED | (cell->heat == KOYOMI_HEAT_OVER ? KOYOMI_CHART_TEXT_BOLD : 0));
  _koyomi_brush_set_rgb (brush, style->text);
  pango_cairo_show_layout (brush->cr, layout);
}

/* One cell by itself, such as in a widget. */
void
koyomi_heat_cell_paint (KoyomiChartText      *text,
                        const KoyomiHeatCell *cell,
                        KoyomiRect            rect,
                        double                scale,
                        KoyomiChartPalette    palette,
                        cairo_t              *cr)
{
  KoyomiBrush brush = { text, palette, cr, scale, FALSE };

  cairo_save (cr);
  paint_cell (&brush, cell, rect);
  cairo_restore (cr);
}

/* The title above the names, and the columns' names. */
void
koyomi_heat_layout_paint_head (const KoyomiHeatLayout *self,
                               KoyomiChartPalette      palette,
                               cairo_t                *cr)
{
  KoyomiBrush brush = { self->text, palette, cr, self->scale, FALSE };
  double padding = M->padding * self->scale;
  KoyomiRect title = { padding, 0, MAX (self->name_width - 2 * padding, 1), self->head_height };

  cairo_save (cr);
  _koyomi_brush_show_text (&brush, self->map->title, M->text * self->scale, title, KOYOMI_CHART_TEXT_BOLD, KOYOMI_CHART_COLOUR_TEXT);
  for (guint i = 0; i < self->map->columns->len; i++)
    _koyomi_brush_show_text (&brush, g_ptr_array_index (self->map->columns, i), M->text * self->scale,
                             koyomi_heat_layout_get_head (self, i), KOYOMI_CHART_TEXT_BOLD | KOYOMI_CHART_TEXT_CENTRED,
                             KOYOMI_CHART_COLOUR_TEXT);
  cairo_restore (cr);
}

static void
paint_row (const KoyomiHeatLayout *self,
           KoyomiBrush            *brush,
           guint                   index)
{
  const KoyomiHeatRow *row = g_ptr_array_index (self->map->rows, index);
  KoyomiRect name = koyomi_heat_layout_get_name (self, index);

  if (row->is_group)
    _koyomi_brush_fill_rect (brush, 0, name.y, self->name_width + self->map->columns->len * self->column_width, name.height,
                             KOYOMI_CHART_COLOUR_GROUP);
  _koyomi_brush_show_text (brush, row->name, M->text * self->scale, name, row->is_group ? KOYOMI_CHART_TEXT_BOLD : 0,
                           KOYOMI_CHART_COLOUR_TEXT);

  for (guint column = 0; column < row->cells->len; column++)
    {
      const KoyomiHeatCell *cell = &g_array_index (row->cells, KoyomiHeatCell, column);

      if (cell->text != NULL && *cell->text != '\0')
        paint_cell (brush, cell, koyomi_heat_layout_get_cell (self, index, column));
    }
}

/* Rows where they stand in the whole; whoever shows a part of it moves the origin of @cr. */
void
koyomi_heat_layout_paint_rows (const KoyomiHeatLayout *self,
                               guint                   first_row,
                               guint                   n_rows,
                               KoyomiChartPalette      palette,
                               cairo_t                *cr)
{
  KoyomiBrush brush = { self->text, palette, cr, self->scale, FALSE };

  cairo_save (cr);
  for (guint i = first_row; i < self->map->rows->len && i - first_row < n_rows; i++)
    paint_row (self, &brush, i);
  cairo_restore (cr);
}
