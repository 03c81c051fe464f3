#include "koyomi-document-xlsx-private.h"

#include "koyomi-cell-text-private.h"

#include <math.h>

#define TITLE_HEIGHT 30
#define LINE_HEIGHT 17
#define SECTION_HEIGHT 26
#define LEAST_HEIGHT 17
#define MOST_HEIGHT 400

/* Characters of a unit: of a page, and of a list, which is as wide as it likes. */
#define UNIT_WIDTH 3.9
#define LIST_UNIT_WIDTH 4.6

/* Units of a list that are still readable on a page. */
#define MOST_PAGE_UNITS 48

/* Rows that a chart takes, and its pixels. */
#define CHART_ROWS 15
#define CHART_WIDTH 690.0
#define CHART_HEIGHT 330.0
#define MARK_UNITS 5

/* Whole numbers on its axis, each with a line. */
#define MOST_UNIT_STEPS 12

/* A quarter in the chart: this one is the darkest. */
static const lxw_color_t series_colours[] = { 0x1a5fb4, 0x8fb8e8, 0x9a9996 };

static lxw_format *
get_style (KoyomiDocumentSheet *self,
           KoyomiXlsxStyle      style)
{
  return _koyomi_xlsx_styles_get (self->styles, style, 0);
}

static KoyomiXlsxStyle
choose_style (const KoyomiDocumentCell *cell)
{
  gboolean is_time = cell->kind == KOYOMI_DOCUMENT_CELL_TIME;

  if (cell->mark != KOYOMI_DOCUMENT_SAME)
    return is_time && !cell->has_sign ? KOYOMI_XLSX_STYLE_CHANGED_TIME : KOYOMI_XLSX_STYLE_CHANGED;

  switch (cell->kind)
    {
    case KOYOMI_DOCUMENT_CELL_LABEL:
      return KOYOMI_XLSX_STYLE_LABEL;
    case KOYOMI_DOCUMENT_CELL_TIME:
      return KOYOMI_XLSX_STYLE_TIME;
    case KOYOMI_DOCUMENT_CELL_DAY:
      return KOYOMI_XLSX_STYLE_DAY;
    case KOYOMI_DOCUMENT_CELL_NUMBER:
      return KOYOMI_XLSX_STYLE_GENERAL;
    case KOYOMI_DOCUMENT_CELL_DIFFERENCE:
      return KOYOMI_XLSX_STYLE_DIFFERENCE;
    case KOYOMI_DOCUMENT_CELL_TEXT:
    default:
      return KOYOMI_XLSX_STYLE_TEXT;
    }
}

/* What has a sign is a text, whatever it was. */
static void
set_value (KoyomiDocumentSheet      *self,
           lxw_col_t                 column,
           const KoyomiDocumentCell *cell,
           lxw_format               *format)
{
  g_autofree char *text = _koyomi_document_cell_dup_text (cell);

  if (cell->has_sign || isnan (cell->value))
    _koyomi_xlsx_page_set_text (self->page, self->row, column, text, format);
  else if (cell->kind == KOYOMI_DOCUMENT_CELL_TIME)
    _koyomi_xlsx_page_set_time (self->page, self->row, column, (gint64) cell->value, format);
  else if (cell->kind == KOYOMI_DOCUMENT_CELL_DAY)
    _koyomi_xlsx_page_set_day (self->page, self->row, column, (guint32) cell->value, format);
  else
    _koyomi_xlsx_page_set_number (self->page, self->row, column, cell->value, format);
}

/* Numbers and times stay on their line. */
static double
measure (KoyomiDocumentSheet      *self,
         const KoyomiDocumentCell *cell,
         double                    columns)
{
  g_autofree char *text = _koyomi_document_cell_dup_text (cell);

  if (!cell->has_sign && !isnan (cell->value))
    return 0;

  return _koyomi_cell_text_get_height (text, _koyomi_xlsx_style_get_size (choose_style (cell)), columns, self->document->language);
}

static void
set_cell (KoyomiDocumentSheet      *self,
          lxw_col_t                 first,
          lxw_col_t                 last,
          const KoyomiDocumentCell *cell)
{
  lxw_format *format = get_style (self, choose_style (cell));

  set_value (self, first, cell, format);
  for (lxw_col_t i = first + 1; i <= last; i++)
    _koyomi_xlsx_page_set_blank (self->page, self->row, i, format);
  _koyomi_xlsx_page_merge (self->page, self->row, first, self->row, last);
}

/* @is_list: whether a column of the table is one of the sheet, not as many as it has units */
static void
write_row (KoyomiDocumentSheet       *self,
           const KoyomiDocumentTable *table,
           const KoyomiDocumentRow   *row,
           gboolean                   is_list)
{
  double height = LEAST_HEIGHT;
  lxw_col_t column = 0;

  for (guint i = 0; i < table->columns->len; i++)
    {
      const KoyomiDocumentCell *cell = &g_array_index (row->cells, KoyomiDocumentCell, i);
      guint width = g_array_index (table->columns, KoyomiDocumentColumn, i).width;

      set_cell (self, column, column + (is_list ? 1 : width) - 1, cell);
      height = MAX (height, measure (self, cell, width * (is_list ? LIST_UNIT_WIDTH : UNIT_WIDTH)));
      column += is_list ? 1 : width;
    }
  _koyomi_xlsx_page_set_height (self->page, self->row, MIN (height, MOST_HEIGHT));
  self->row++;
}

static void
write_heads (KoyomiDocumentSheet       *self,
             const KoyomiDocumentTable *table,
             gboolean                   is_list)
{
  double height = LEAST_HEIGHT;
  lxw_col_t column = 0;

  if (!_koyomi_document_has_heads (table))
    return;

  for (guint i = 0; i < table->columns->len; i++)
    {
      const KoyomiDocumentColumn *head = &g_array_index (table->columns, KoyomiDocumentColumn, i);
      guint n = is_list ? 1 : head->width;

      _koyomi_xlsx_page_set_span (self->page, self->row, column, column + n - 1, head->label, get_style (self, KOYOMI_XLSX_STYLE_HEAD));
      height = MAX (height, _koyomi_cell_text_get_height (head->label, _koyomi_xlsx_style_get_size (KOYOMI_XLSX_STYLE_HEAD),
                                                          head->width * (is_list ? LIST_UNIT_WIDTH : UNIT_WIDTH), self->document->language));
      column += n;
    }
  _koyomi_xlsx_page_set_height (self->page, self->row, height);
  self->row++;
}

static void
write_line (KoyomiDocumentSheet *self,
            const char          *text,
            lxw_col_t            last_column,
            KoyomiXlsxStyle      style,
            double               height)
{
  double columns = (last_column + 1) * UNIT_WIDTH;

  height = MAX (height, _koyomi_cell_text_get_height (text, _koyomi_xlsx_style_get_size (style), columns, self->document->language));
  _koyomi_xlsx_page_set_height (self->page, self->row, MIN (height, MOST_HEIGHT));
  _koyomi_xlsx_page_set_span (self->page, self->row, 0, last_column, text, get_style (self, style));
  self->row++;
}

/* Whose it is, how secret, that it is a drill, of which moment. */
static void
write_title (KoyomiDocumentSheet *self,
             lxw_col_t            last_column,
             lxw_col_t            n_mark)
{
  const KoyomiDocument *document = self->document;
  g_autofree char *stamp = _koyomi_document_dup_stamp (document);

  _koyomi_xlsx_page_set_height (self->page, self->row, TITLE_HEIGHT);
  _koyomi_xlsx_page_set_text (self->page, self->row, 0, document->title, get_style (self, KOYOMI_XLSX_STYLE_TITLE));
  if (*document->facts->classification != '\0')
    _koyomi_xlsx_page_set_span (self->page, self->row, last_column + 1 - n_mark, last_column, document->facts->classification,
                                get_style (self, KOYOMI_XLSX_STYLE_MARK));
  self->row++;
  if (*document->mark != '\0')
    write_line (self, document->mark, last_column, KOYOMI_XLSX_STYLE_MARK, LINE_HEIGHT + 6);
  write_line (self, document->subject, last_column, KOYOMI_XLSX_STYLE_SUBJECT, LINE_HEIGHT);
  write_line (self, document->facts->organisation, last_column, KOYOMI_XLSX_STYLE_NOTE, LINE_HEIGHT);
  for (guint i = 0; i < document->remarks->len; i++)
    write_line (self, g_ptr_array_index (document->remarks, i), last_column, KOYOMI_XLSX_STYLE_NOTE, LINE_HEIGHT - 2);
  write_line (self, stamp, last_column, KOYOMI_XLSX_STYLE_NOTE, LINE_HEIGHT - 2);
}

static void
add_series (KoyomiDocumentSheet       *self,
            const KoyomiDocumentTable *table,
            lxw_chart                 *chart,
            guint                      index,
            lxw_row_t                  first_row)
{
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_row_t last_row = first_row + table->rows->len - 1;
  lxw_col_t column = 0;

  for (guint i = 0; i <= index; i++)
    column += g_array_index (table->columns, KoyomiDocumentColumn, i).width;
  chart_series_set_categories (series, self->page->sheet->name, first_row, 0, last_row, 0);
  chart_series_set_values (series, self->page->sheet->name, first_row, column, last_row, column);
  chart_series_set_name_range (series, self->page->sheet->name, first_row - 1, column);
  chart_series_set_fill (series, &(lxw_chart_fill) { .color = series_colours[index % G_N_ELEMENTS (series_colours)] });
  chart_series_set_labels (series);
}

static double
get_largest (const KoyomiDocumentTable *table)
{
  double largest = 0;

  for (guint i = 0; i < table->rows->len; i++)
    for (guint j = 1; j <= table->n_charted; j++)
      largest = fmax (largest, g_array_index (((KoyomiDocumentRow *) g_ptr_array_index (table->rows, i))->cells, KoyomiDocumentCell, j).value);

  return largest;
}

/* The numbers of the table as columns, under it. */
static void
add_chart (KoyomiDocumentSheet       *self,
           const KoyomiDocumentTable *table,
           lxw_row_t                  first_row)
{
  lxw_chart *chart = workbook_add_chart (self->styles->workbook, LXW_CHART_COLUMN);

  for (guint i = 0; i < table->n_charted; i++)
    add_series (self, table, chart, i, first_row);
  chart_title_set_name (chart, table->title);
  chart_axis_set_min (chart->y_axis, 0);
  if (get_largest (table) <= MOST_UNIT_STEPS)
    chart_axis_set_major_unit (chart->y_axis, 1);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  worksheet_insert_chart_opt (self->page->sheet, self->row, 0, chart, &(lxw_chart_options) {
                                .x_scale = CHART_WIDTH / 480.0, .y_scale = CHART_HEIGHT / 288.0, .x_offset = 4, .y_offset = 6,
                              });
  self->row += CHART_ROWS + 1;
}

static void
write_table (KoyomiDocumentSheet       *self,
             const KoyomiDocumentTable *table)
{
  lxw_row_t first_row;

  self->row++;
  write_line (self, table->title, KOYOMI_DOCUMENT_UNITS - 1, KOYOMI_XLSX_STYLE_SECTION, SECTION_HEIGHT);
  if (table->note != NULL)
    write_line (self, table->note, KOYOMI_DOCUMENT_UNITS - 1, KOYOMI_XLSX_STYLE_NOTE, LEAST_HEIGHT);

  if (table->rows->len == 0)
    {
      if (table->empty != NULL)
        write_line (self, table->empty, KOYOMI_DOCUMENT_UNITS - 1, KOYOMI_XLSX_STYLE_TEXT, LEAST_HEIGHT);
      return;
    }

  write_heads (self, table, FALSE);
  first_row = self->row;
  for (guint i = 0; i < table->rows->len; i++)
    write_row (self, table, g_ptr_array_index (table->rows, i), FALSE);
  if (table->n_charted > 0)
    add_chart (self, table, first_row);
}

/* The tables of the sheet one under the other, on as many pages of A4 as it takes. */
void
_koyomi_document_sheet_write_grid (KoyomiDocumentSheet *self,
                                   guint                sheet)
{
  worksheet_set_column (self->page->sheet, 0, KOYOMI_DOCUMENT_UNITS - 1, UNIT_WIDTH, NULL);
  write_title (self, KOYOMI_DOCUMENT_UNITS - 1, MARK_UNITS);
  for (guint i = 0; i < self->document->tables->len; i++)
    {
      const KoyomiDocumentTable *table = g_ptr_array_index (self->document->tables, i);

      if (table->sheet == sheet)
        write_table (self, table);
    }
}

/* A table to filter and to reckon with: a column each. */
void
_koyomi_document_sheet_write_list (KoyomiDocumentSheet       *self,
                                   const KoyomiDocumentTable *table)
{
  lxw_col_t last_column = table->columns->len - 1;
  lxw_row_t head_row;
  guint n_units = 0;

  for (guint i = 0; i < table->columns->len; i++)
    {
      guint width = g_array_index (table->columns, KoyomiDocumentColumn, i).width;

      worksheet_set_column (self->page->sheet, i, i, width * LIST_UNIT_WIDTH, NULL);
      n_units += width;
    }
  worksheet_fit_to_pages (self->page->sheet, (n_units + MOST_PAGE_UNITS - 1) / MOST_PAGE_UNITS, 0);
  worksheet_repeat_columns (self->page->sheet, 0, 0);
  write_title (self, last_column, 1);
  self->row++;
  head_row = self->row;
  write_heads (self, table, TRUE);
  worksheet_repeat_rows (self->page->sheet, head_row, head_row);
  worksheet_freeze_panes (self->page->sheet, head_row + 1, 0);
  for (guint i = 0; i < table->rows->len; i++)
    write_row (self, table, g_ptr_array_index (table->rows, i), TRUE);
  if (table->rows->len > 0)
    worksheet_autofilter (self->page->sheet, head_row, 0, self->row - 1, last_column);
  else if (table->empty != NULL)
    write_line (self, table->empty, last_column, KOYOMI_XLSX_STYLE_EMPTY, SECTION_HEIGHT);
}
