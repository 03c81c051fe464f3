#include "koyomi-status-grid.h"

#include "koyomi-figure-private.h"

#define M (&koyomi_figure_measures)

typedef struct
{
  char               *text;   /* NULL where it is too early to tell */
  KoyomiMetricStatus  status;
  KoyomiRect          rect;
} Cell;

typedef struct
{
  char   *name;
  GArray *cells;    /* (element-type Cell): by column */
  double  y;
  double  height;
} Row;

struct _KoyomiStatusGrid
{
  KoyomiFigure  parent_instance;

  GPtrArray    *columns;   /* (element-type utf8) */
  GArray       *rows;      /* (element-type Row) */
  double        head;      /* where the rows begin */
  double        name_width;
  double        column_width;
};

G_DEFINE_FINAL_TYPE (KoyomiStatusGrid, koyomi_status_grid, KOYOMI_TYPE_FIGURE)

static void
clear_cell (Cell *self)
{
  g_free (self->text);
}

static void
clear_row (Row *self)
{
  g_free (self->name);
  g_array_unref (self->cells);
}

static void
koyomi_status_grid_finalize (GObject *object)
{
  KoyomiStatusGrid *self = KOYOMI_STATUS_GRID (object);

  g_ptr_array_unref (self->columns);
  g_array_unref (self->rows);

  G_OBJECT_CLASS (koyomi_status_grid_parent_class)->finalize (object);
}

static Row *
get_row (KoyomiStatusGrid *self,
         guint             row)
{
  return &g_array_index (self->rows, Row, row);
}

static Cell *
get_cell (KoyomiStatusGrid *self,
          guint             row,
          guint             column)
{
  return &g_array_index (get_row (self, row)->cells, Cell, column);
}

/* The widest that a text of a column is, with its glyph. */
static double
measure_columns (KoyomiStatusGrid *self,
                 double            scale)
{
  KoyomiChartText *text = _koyomi_figure_get_text (KOYOMI_FIGURE (self));
  double width = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      width = MAX (width, koyomi_chart_text_get_width (text, g_ptr_array_index (self->columns, i), M->small * scale, 0));
      for (guint j = 0; j < self->rows->len; j++)
        if (get_cell (self, j, i)->text != NULL)
          width = MAX (width, koyomi_chart_text_get_width (text, get_cell (self, j, i)->text, M->text * scale, 0) +
                              (M->glyph + M->gap) * scale);
    }

  return width + 2 * M->padding * scale;
}

static double
measure_names (KoyomiStatusGrid *self,
               double            scale)
{
  double width = 0;

  for (guint i = 0; i < self->rows->len; i++)
    width = MAX (width, koyomi_chart_text_get_width (_koyomi_figure_get_text (KOYOMI_FIGURE (self)), get_row (self, i)->name,
                                                     M->text * scale, 0));

  return width + M->padding * scale + 1;
}

/* Columns get what their texts need, then names what theirs do; names take more lines for the rest. */
static void
place_columns (KoyomiStatusGrid *self,
               double            width,
               double            scale)
{
  double room = MAX (width - 2 * M->margin * scale, 1);
  guint n = MAX (self->columns->len, 1);
  double needed = measure_columns (self, scale);

  self->name_width = MIN (measure_names (self, scale), MAX (room - n * needed, 0.2 * room));
  self->column_width = MIN ((room - self->name_width) / n, MAX (M->grid_column * scale, needed));
}

static double
place_rows (KoyomiStatusGrid *self,
            double            width,
            double            scale)
{
  KoyomiChartText *text = _koyomi_figure_get_text (KOYOMI_FIGURE (self));
  double y = _koyomi_figure_get_head (KOYOMI_FIGURE (self), width, scale) + (M->line + M->gap) * scale;

  self->head = y;
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = get_row (self, i);

      row->y = y;
      row->height = MAX (M->grid_row * scale, koyomi_chart_text_wrap (text, row->name, M->text * scale,
                                                                      MAX (self->name_width - M->padding * scale, 1), 0) + M->padding * scale);
      y += row->height;
    }

  return y + M->margin * scale;
}

static double
measure (KoyomiFigure *figure,
         double        width,
         double        scale)
{
  KoyomiStatusGrid *self = KOYOMI_STATUS_GRID (figure);

  place_columns (self, width, scale);

  return place_rows (self, width, scale);
}

static char *
describe (KoyomiStatusGrid *self,
          guint             row,
          guint             column)
{
  KoyomiLanguage language = koyomi_figure_get_language (KOYOMI_FIGURE (self));
  const Cell *cell = get_cell (self, row, column);
  g_autofree char *text = g_strdup_printf (koyomi_trc (language, "read out: month or cause, name, value", "%s, %s: %s"),
                                           get_row (self, row)->name, (char *) g_ptr_array_index (self->columns, column), cell->text);

  return g_strdup_printf (koyomi_trc (language, "read out: value, on target or not", "%s (%s)"), text,
                          koyomi_metric_status_get_label (cell->status, language));
}

static void
place (KoyomiFigure            *figure,
       const KoyomiFigureSpace *space)
{
  KoyomiStatusGrid *self = KOYOMI_STATUS_GRID (figure);
  double gap = M->gap * space->scale;

  place_columns (self, space->width, space->scale);
  place_rows (self, space->width, space->scale);
  for (guint i = 0; i < self->rows->len * self->columns->len; i++)
    {
      guint column = i % self->columns->len;
      const Row *row = get_row (self, i / self->columns->len);
      Cell *cell = &g_array_index (row->cells, Cell, column);

      cell->rect = (KoyomiRect) { M->margin * space->scale + self->name_width + column * self->column_width + gap / 2, row->y + gap / 2,
                                  MAX (self->column_width - gap, 1), row->height - gap };
      if (cell->text != NULL)
        _koyomi_figure_add_region (figure, cell->rect, cell->rect, i / self->columns->len, column,
                                   describe (self, i / self->columns->len, column));
    }
}

/* Glyph and text together stand in the middle. */
static void
paint_content (const Cell              *cell,
               const KoyomiStatusStyle *style,
               KoyomiBrush             *brush)
{
  double glyph = M->glyph * brush->unit, gap = M->gap * brush->unit;
  double width = MIN (_koyomi_brush_measure_text (brush, cell->text, M->text * brush->unit, 0) + 1, cell->rect.width - glyph - 2 * gap);
  double x = cell->rect.x + (cell->rect.width - glyph - gap - width) / 2;
  PangoLayout *layout;

  _koyomi_status_paint (cell->status, x + glyph / 2, cell->rect.y + cell->rect.height / 2, glyph, style->tint, brush);
  layout = _koyomi_brush_place_text (brush, cell->text, M->text * brush->unit,
                                     (KoyomiRect) { x + glyph + gap, cell->rect.y, MAX (width, 1), cell->rect.height }, 0);
  _koyomi_brush_set_rgb (brush, style->text);
  pango_cairo_show_layout (brush->cr, layout);
}

static void
paint_cell (const Cell  *cell,
            KoyomiBrush *brush)
{
  const KoyomiStatusStyle *style = koyomi_figure_style_get_status (brush->palette, cell->status);
  double radius = M->radius / 2 * brush->unit;

  cairo_new_path (brush->cr);
  if (cell->text == NULL)
    {
      _koyomi_brush_trace_rounded (brush, cell->rect, radius, radius);
      _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_WEEKEND);
      cairo_fill (brush->cr);
      return;
    }

  _koyomi_brush_trace_rounded (brush, cell->rect, radius, radius);
  _koyomi_brush_set_rgb (brush, style->tint);
  cairo_fill (brush->cr);
  paint_content (cell, style, brush);
}

static void
paint_row (KoyomiStatusGrid *self,
           KoyomiBrush      *brush,
           guint             index)
{
  const Row *row = get_row (self, index);
  KoyomiRect name = { M->margin * brush->unit, 0, MAX (self->name_width - M->padding * brush->unit, 1), 0 };

  name.y = row->y + (row->height - koyomi_chart_text_wrap (brush->text, row->name, M->text * brush->unit, name.width, 0)) / 2;
  _koyomi_brush_wrap_text (brush, row->name, M->text * brush->unit, name, 0, KOYOMI_CHART_COLOUR_TEXT);
  for (guint i = 0; i < self->columns->len; i++)
    paint_cell (get_cell (self, index, i), brush);
}

static void
paint (KoyomiFigure            *figure,
       const KoyomiFigureSpace *space,
       KoyomiBrush             *brush)
{
  KoyomiStatusGrid *self = KOYOMI_STATUS_GRID (figure);
  double line = M->line * brush->unit;

  _koyomi_figure_paint_title (figure, brush, space->width);
  for (guint i = 0; i < self->columns->len; i++)
    _koyomi_brush_show_text (brush, g_ptr_array_index (self->columns, i), M->small * brush->unit,
                             (KoyomiRect) { M->margin * brush->unit + self->name_width + i * self->column_width,
                                            self->head - line - M->gap / 2 * brush->unit, self->column_width, line },
                             KOYOMI_CHART_TEXT_CENTRED, KOYOMI_CHART_COLOUR_FAINT_TEXT);
  for (guint i = 0; i < self->rows->len; i++)
    paint_row (self, brush, i);
}

/* Each quarter with a column for the value and one for how it stands. */
static KoyomiChartTable *
create_table (KoyomiFigure *figure)
{
  KoyomiStatusGrid *self = KOYOMI_STATUS_GRID (figure);
  KoyomiLanguage language = koyomi_figure_get_language (figure);
  KoyomiChartTable *table = koyomi_chart_table_new (koyomi_figure_get_title (figure));

  koyomi_chart_table_add_heading (table, "");
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *status = g_strdup_printf (koyomi_trc (language, "heading: quarter", "%s status"),
                                                   (char *) g_ptr_array_index (self->columns, i));

      koyomi_chart_table_add_heading (table, g_ptr_array_index (self->columns, i));
      koyomi_chart_table_add_heading (table, status);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint row = koyomi_chart_table_add_row (table);

      koyomi_chart_table_set (table, row, 0, get_row (self, i)->name);
      for (guint j = 0; j < self->columns->len; j++)
        if (get_cell (self, i, j)->text != NULL)
          {
            koyomi_chart_table_set (table, row, 1 + 2 * j, get_cell (self, i, j)->text);
            koyomi_chart_table_set (table, row, 2 + 2 * j, koyomi_metric_status_get_label (get_cell (self, i, j)->status, language));
          }
    }

  return table;
}

static void
koyomi_status_grid_class_init (KoyomiStatusGridClass *class)
{
  KoyomiFigureClass *figure_class = KOYOMI_FIGURE_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = koyomi_status_grid_finalize;
  figure_class->measure = measure;
  figure_class->place = place;
  figure_class->paint = paint;
  figure_class->create_table = create_table;
}

static void
koyomi_status_grid_init (KoyomiStatusGrid *self)
{
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, (GDestroyNotify) clear_row);
}

KoyomiFigure *
koyomi_status_grid_new (KoyomiLanguage  language,
                        const char     *title)
{
  KoyomiFigure *self = g_object_new (KOYOMI_TYPE_STATUS_GRID, NULL);

  _koyomi_figure_set_up (self, language, title);

  return self;
}

/* All columns come before the first row. */
void
koyomi_status_grid_add_column (KoyomiStatusGrid *self,
                               const char       *name)
{
  g_return_if_fail (KOYOMI_IS_STATUS_GRID (self) && self->rows->len == 0);

  g_ptr_array_add (self->columns, g_strdup (name));
}

/* Adds a row of cells of which it is too early to tell. Returns: its number */
guint
koyomi_status_grid_add_row (KoyomiStatusGrid *self,
                            const char       *name)
{
  Row row = { .name = g_strdup (name), .cells = g_array_new (FALSE, TRUE, sizeof (Cell)) };

  g_array_set_clear_func (row.cells, (GDestroyNotify) clear_cell);
  g_array_set_size (row.cells, self->columns->len);
  g_array_append_val (self->rows, row);

  return self->rows->len - 1;
}

void
koyomi_status_grid_set_cell (KoyomiStatusGrid   *self,
                             guint               row,
                             guint               column,
                             const char         *text,
                             KoyomiMetricStatus  status)
{
  Cell *cell;

  g_return_if_fail (KOYOMI_IS_STATUS_GRID (self) && row < self->rows->len && column < self->columns->len);

  cell = get_cell (self, row, column);
  g_free (cell->text);
  cell->text = g_strdup (text);
  cell->status = status;
}
