#include "koyomi-document-xlsx-private.h"

#include <math.h>

/* Pixels: of a row that nothing is said of, of a chart, and of what keeps it from the next. */
#define ROW_PIXELS 20
#define GAP 8
#define HEIGHT_SHARE 0.64
#define MOST_HEIGHT 420

/* Lines of charts on a page; on the first the title stands as well. A sheet of more lines has pages of its own making. */
#define FIRST_LINES 2
#define PAGE_LINES 3
#define PRINT_SCALE 88

/* Letters of a chart, in points; the wider the larger. */
#define SMALL_SIZE 8
#define LARGE_SIZE 9
#define SMALL_WIDTH 400

/* Of a column in a chart of lines, in points. Programs that draw its end as a stroke make that as high. */
#define COLUMN_WIDTH 8

/* So many names under the axis have no room side by side. */
#define MOST_NAMES 8
#define NAME_STEP 3

typedef struct
{
  const KoyomiDocumentChart *chart;
  KoyomiXlsxPage            *page;
  lxw_row_t                  row;
  double                     x;
  double                     width;
  double                     height;
} KoyomiDocumentDrawing;

void
_koyomi_document_charts_init (KoyomiDocumentCharts *self)
{
  self->places = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->drawings = g_array_new (FALSE, FALSE, sizeof (KoyomiDocumentDrawing));
}

void
_koyomi_document_charts_clear (KoyomiDocumentCharts *self)
{
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->drawings, g_array_unref);
}

void
_koyomi_document_charts_set_place (KoyomiDocumentCharts      *self,
                                   const KoyomiDocumentTable *table,
                                   KoyomiXlsxPage            *page,
                                   lxw_row_t                  first_row)
{
  KoyomiDocumentPlace place = { page->sheet->name, first_row };

  g_hash_table_insert (self->places, (gpointer) table, g_memdup2 (&place, sizeof place));
}

/* A sheet with more lines of charts than a page is broken between lines. */
static void
break_pages (KoyomiXlsxPage *page,
             lxw_row_t       first_row,
             guint           n_lines,
             guint           line_rows)
{
  g_autoptr(GArray) breaks = g_array_new (TRUE, FALSE, sizeof (lxw_row_t));

  for (guint i = FIRST_LINES; i < n_lines; i += PAGE_LINES)
    {
      lxw_row_t row = first_row + i * line_rows;

      g_array_append_val (breaks, row);
    }
  worksheet_set_print_scale (page->sheet, PRINT_SCALE);
  worksheet_set_h_pagebreaks (page->sheet, (lxw_row_t *) (gpointer) breaks->data);
}

/**
 * _koyomi_document_charts_reserve:
 * @width: of the sheet, in pixels
 * @row: (inout): from which on the charts stand, and behind them
 *
 * Returns: whether the sheet now has page breaks of its own
 */
gboolean
_koyomi_document_charts_reserve (KoyomiDocumentCharts      *self,
                                 const KoyomiDocumentTable *table,
                                 KoyomiXlsxPage            *page,
                                 double                     width,
                                 lxw_row_t                 *row)
{
  double chart_width = floor ((width - GAP * (table->n_across + 1)) / table->n_across);
  double height = MIN (floor (chart_width * HEIGHT_SHARE), MOST_HEIGHT);
  guint line_rows = (guint) ceil ((height + GAP) / ROW_PIXELS);
  guint n_lines = (table->charts->len + table->n_across - 1) / table->n_across;

  for (guint i = 0; i < table->charts->len; i++)
    {
      KoyomiDocumentDrawing drawing = {
        g_ptr_array_index (table->charts, i), page, *row + i / table->n_across * line_rows, i % table->n_across * (chart_width + GAP),
        chart_width, height,
      };

      g_array_append_val (self->drawings, drawing);
    }
  if (n_lines > PAGE_LINES)
    break_pages (page, *row, n_lines, line_rows);
  *row += n_lines * line_rows;

  return n_lines > PAGE_LINES;
}

static lxw_col_t
find_column (const KoyomiDocumentTable *table,
             guint                      index)
{
  lxw_col_t column = 0;

  if (table->is_list)
    return index;

  for (guint i = 0; i < index; i++)
    column += g_array_index (table->columns, KoyomiDocumentColumn, i).width;

  return column;
}

static gboolean
has_look (const KoyomiDocumentChart *chart,
          gboolean                   is_line)
{
  for (guint i = 0; i < chart->series->len; i++)
    if ((g_array_index (chart->series, KoyomiDocumentSeries, i).look < KOYOMI_DOCUMENT_LOOK_COLUMN) == is_line)
      return TRUE;

  return FALSE;
}

static lxw_chart_type
choose_type (const KoyomiDocumentChart *chart)
{
  if (chart->is_radar)
    return LXW_CHART_RADAR_WITH_MARKERS;
  if (has_look (chart, TRUE))
    return LXW_CHART_LINE;

  return g_array_index (chart->series, KoyomiDocumentSeries, 0).look == KOYOMI_DOCUMENT_LOOK_STACK ? LXW_CHART_COLUMN_STACKED
                                                                                                 : LXW_CHART_COLUMN;
}

/* The library draws either lines or columns: among lines a column is what leads from its point down to nought. Its dashes as markers are
 * none that workbooks know. */
static void
draw_as_column (lxw_chart_series *series,
                KoyomiColour      colour)
{
  chart_series_set_line (series, &(lxw_chart_line) { .none = LXW_TRUE });
  chart_series_set_marker_type (series, LXW_CHART_MARKER_SQUARE);
  chart_series_set_marker_size (series, 3);
  chart_series_set_marker_fill (series, &(lxw_chart_fill) { .color = colour });
  chart_series_set_marker_line (series, &(lxw_chart_line) { .color = colour });
  chart_series_set_error_bars (series->y_error_bars, LXW_CHART_ERROR_BAR_TYPE_PERCENTAGE, 100);
  chart_series_set_error_bars_direction (series->y_error_bars, LXW_CHART_ERROR_BAR_DIR_MINUS);
  chart_series_set_error_bars_endcap (series->y_error_bars, LXW_CHART_ERROR_BAR_NO_CAP);
  chart_series_set_error_bars_line (series->y_error_bars, &(lxw_chart_line) { .color = colour, .width = COLUMN_WIDTH });
}

static void
draw_as_line (lxw_chart_series           *series,
              const KoyomiDocumentSeries *look,
              gboolean                    is_radar)
{
  gboolean has_markers = look->look == KOYOMI_DOCUMENT_LOOK_LINE || is_radar;

  chart_series_set_line (series, &(lxw_chart_line) {
                           .color = look->colour,
                           .width = look->look == KOYOMI_DOCUMENT_LOOK_LINE ? 2.25 : 1.25,
                           .dash_type = look->look == KOYOMI_DOCUMENT_LOOK_DASHED ? LXW_CHART_LINE_DASH_DASH
                                        : look->look == KOYOMI_DOCUMENT_LOOK_DOTTED ? LXW_CHART_LINE_DASH_ROUND_DOT : LXW_CHART_LINE_DASH_SOLID,
                         });
  chart_series_set_marker_type (series, !has_markers ? LXW_CHART_MARKER_NONE : look->look == KOYOMI_DOCUMENT_LOOK_LINE ? LXW_CHART_MARKER_CIRCLE
                                        : look->look == KOYOMI_DOCUMENT_LOOK_DASHED ? LXW_CHART_MARKER_SQUARE : LXW_CHART_MARKER_TRIANGLE);
  if (!has_markers)
    return;

  chart_series_set_marker_size (series, 5);
  chart_series_set_marker_fill (series, &(lxw_chart_fill) { .color = look->colour });
  chart_series_set_marker_line (series, &(lxw_chart_line) { .color = look->colour });
}

/* Texts of another column at the points. */
static void
set_labels (lxw_chart_series           *series,
            const KoyomiDocumentChart  *chart,
            const KoyomiDocumentSeries *look)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < chart->n; i++)
    {
      const KoyomiDocumentRow *row = g_ptr_array_index (chart->source->rows, chart->first + i);
      lxw_chart_data_label *label = g_new0 (lxw_chart_data_label, 1);

      label->value = g_array_index (row->cells, KoyomiDocumentCell, look->labels).text;
      g_ptr_array_add (labels, label);
    }
  g_ptr_array_add (labels, NULL);
  chart_series_set_labels (series);
  chart_series_set_labels_position (series, LXW_CHART_LABEL_POSITION_ABOVE);
  chart_series_set_labels_custom (series, (lxw_chart_data_label **) labels->pdata);
}

static void
set_ranges (lxw_chart_series           *series,
            const KoyomiDocumentChart  *chart,
            const KoyomiDocumentSeries *look,
            const KoyomiDocumentPlace  *place)
{
  lxw_row_t head = place->first_row - 1;

  if (chart->by_row)
    {
      lxw_row_t row = place->first_row + look->index;
      lxw_col_t first = find_column (chart->source, chart->first), last = find_column (chart->source, chart->first + chart->n - 1);

      chart_series_set_categories (series, place->sheet, head, first, head, last);
      chart_series_set_values (series, place->sheet, row, first, row, last);
      chart_series_set_name_range (series, place->sheet, row, find_column (chart->source, chart->names));
    }
  else
    {
      lxw_row_t last = place->first_row + chart->n - 1;
      lxw_col_t column = find_column (chart->source, look->index);

      chart_series_set_categories (series, place->sheet, place->first_row, 0, last, 0);
      chart_series_set_values (series, place->sheet, place->first_row, column, last, column);
      chart_series_set_name_range (series, place->sheet, head, column);
    }
}

static void
add_series (lxw_chart                  *chart,
            const KoyomiDocumentChart  *told,
            const KoyomiDocumentSeries *look,
            const KoyomiDocumentPlace  *place,
            lxw_chart_type              type)
{
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);

  set_ranges (series, told, look, place);
  if (look->look < KOYOMI_DOCUMENT_LOOK_COLUMN)
    draw_as_line (series, look, told->is_radar);
  else if (type == LXW_CHART_LINE)
    draw_as_column (series, look->colour);
  else
    chart_series_set_fill (series, &(lxw_chart_fill) { .color = look->colour });
  if (look->labels >= 0)
    set_labels (series, told, look);
}

static void
set_fonts (lxw_chart  *chart,
           const char *name,
           double      width)
{
  double size = width < SMALL_WIDTH ? SMALL_SIZE : LARGE_SIZE;
  lxw_chart_font text = { .name = (char *) name, .size = size };
  lxw_chart_font title = { .name = (char *) name, .size = size + 1, .bold = LXW_TRUE };

  chart_title_set_name_font (chart, &title);
  chart_axis_set_num_font (chart->x_axis, &text);
  chart_axis_set_num_font (chart->y_axis, &text);
  chart_legend_set_font (chart, &text);
}

static void
draw (const KoyomiDocumentDrawing *self,
      const KoyomiDocumentPlace   *place,
      KoyomiXlsxStyles            *styles)
{
  lxw_chart_type type = choose_type (self->chart);
  lxw_chart *chart = workbook_add_chart (styles->workbook, type);

  for (guint i = 0; i < self->chart->series->len; i++)
    add_series (chart, self->chart, &g_array_index (self->chart->series, KoyomiDocumentSeries, i), place, type);
  chart_title_set_name (chart, self->chart->title);
  chart_show_blanks_as (chart, LXW_CHART_BLANKS_AS_GAP);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  if (has_look (self->chart, FALSE) || self->chart->is_radar)
    chart_axis_set_min (chart->y_axis, 0);
  if (self->chart->n > MOST_NAMES && !self->chart->is_radar)
    chart_axis_set_interval_unit (chart->x_axis, NAME_STEP);
  if (self->chart->is_whole)
    chart_axis_set_num_format (chart->y_axis, "0");
  chart_axis_major_gridlines_set_line (chart->y_axis, &(lxw_chart_line) { .color = 0xd5d9df, .width = 0.5 });
  set_fonts (chart, styles->font, self->width);
  worksheet_insert_chart_opt (self->page->sheet, self->row, 0, chart, &(lxw_chart_options) {
                                .x_scale = self->width / 480.0, .y_scale = self->height / 288.0, .x_offset = (int) self->x, .y_offset = GAP / 2,
                              });
}

/* Draws what was told, over the cells of all sheets. */
void
_koyomi_document_charts_draw (KoyomiDocumentCharts *self,
                              KoyomiXlsxStyles     *styles)
{
  for (guint i = 0; i < self->drawings->len; i++)
    {
      const KoyomiDocumentDrawing *drawing = &g_array_index (self->drawings, KoyomiDocumentDrawing, i);
      const KoyomiDocumentPlace *place = g_hash_table_lookup (self->places, drawing->chart->source);

      if (place != NULL)
        draw (drawing, place, styles);
    }
}
