#include "koyomi-document-xlsx-private.h"

#include "koyomi-cell-text-private.h"
#include "koyomi-handover.h"

#include <math.h>

#define TITLE_HEIGHT 30
#define LINE_HEIGHT 17
#define SECTION_HEIGHT 26
#define LEAST_HEIGHT 17
#define MOST_HEIGHT 400

/* Characters of a unit: of a page, and of a list, which is as wide as it likes. */
#define UNIT_WIDTH 3.9
#define LANDSCAPE_UNIT_WIDTH 5.6
#define LIST_UNIT_WIDTH 4.6

/* Pixels of a column: of a character, and what is added to them. */
#define CHARACTER_PIXELS 7
#define COLUMN_PIXELS 5
#define POINTS_PER_PIXEL 0.75

/* Units of a list that print at 7 points on a page of A4 or of A3. What is wider has columns of long texts made narrower, as far as they
 * still hold a few words a line. A sheet of A3 takes as much as prints at 6 points; more goes on several side by side. */
#define MOST_PAGE_UNITS 40
#define MOST_A3_UNITS 58.0
#define MOST_SHEET_UNITS 67
#define LONG_UNITS 5
#define LEAST_SHARE 0.6
#define PAPER_A3 8

/* What the word for how secret it is takes, at least, and of what a column has that is too wide for it. */
#define MARK_LIST_UNITS 4
#define MARK_MOST_UNITS 10

/* Rows that a chart takes with what keeps it from the next, and its pixels. */
#define CHART_ROWS 17
#define CHART_WIDTH 690.0
#define CHART_HEIGHT 330.0
#define CHART_ROW_HEIGHT 15
#define MARK_UNITS 6

/* Of a box for a seal: the cells beside the lines under the title, so many across and down. */
#define APPROVAL_UNITS 2
#define APPROVAL_ROWS 3

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

static double
get_unit_width (const KoyomiDocumentSheet *self)
{
  return self->document->is_landscape ? LANDSCAPE_UNIT_WIDTH : UNIT_WIDTH;
}

/* Of the sheet, in pixels. */
static double
get_width (const KoyomiDocumentSheet *self)
{
  return KOYOMI_DOCUMENT_UNITS * (get_unit_width (self) * CHARACTER_PIXELS + COLUMN_PIXELS);
}

/* Returns: the width of a cell over so many units, as Excel counts that of one column: what each column adds of its own is there to be
 * written on but for the edges */
static double
get_columns (const KoyomiDocumentSheet *self,
             guint                      n_units)
{
  return (n_units * (get_unit_width (self) * CHARACTER_PIXELS + COLUMN_PIXELS) - COLUMN_PIXELS) / CHARACTER_PIXELS;
}

/* @keeps: whether the row stays with the one that follows it */
static void
set_height (KoyomiDocumentSheet *self,
            double               height,
            gboolean             keeps)
{
  _koyomi_xlsx_page_set_height (self->page, self->row, height);
  if (self->lines != NULL)
    _koyomi_document_breaks_note (self->lines, self->row, height, keeps);
}

/* Returns: the width of a column of a list, in units */
static double
get_list_units (const KoyomiDocumentSheet *self,
                const KoyomiDocumentTable *table,
                guint                      index)
{
  guint width = g_array_index (table->columns, KoyomiDocumentColumn, index).width;

  return width < LONG_UNITS ? width : MAX (width * self->share, LONG_UNITS - 1);
}

/* Returns: the width of a cell of a table, as Excel counts it */
static double
get_cell_columns (const KoyomiDocumentSheet *self,
                  const KoyomiDocumentTable *table,
                  guint                      index,
                  gboolean                   is_list)
{
  if (is_list)
    return get_list_units (self, table, index) * LIST_UNIT_WIDTH;

  return get_columns (self, g_array_index (table->columns, KoyomiDocumentColumn, index).width);
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
    case KOYOMI_DOCUMENT_CELL_VALUE:
      return cell->decimals == 0 ? KOYOMI_XLSX_STYLE_NUMBER : cell->decimals == 1 ? KOYOMI_XLSX_STYLE_TENTHS : KOYOMI_XLSX_STYLE_HUNDREDTHS;
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

/* A table of facts stays on a page, and so does one with a chart under it; of others no page has a single row. */
static gboolean
keeps_row (const KoyomiDocumentTable *table,
           guint                      index)
{
  if (table->n_charted > 0)
    return TRUE;
  if (!_koyomi_document_has_heads (table))
    return index + 1 < table->rows->len;

  return table->rows->len > 1 && (index == 0 || index + 2 == table->rows->len);
}

/* @is_list: whether a column of the table is one of the sheet, not as many as it has units */
static void
write_row (KoyomiDocumentSheet       *self,
           const KoyomiDocumentTable *table,
           guint                      index,
           gboolean                   is_list)
{
  const KoyomiDocumentRow *row = g_ptr_array_index (table->rows, index);
  double height = LEAST_HEIGHT;
  lxw_col_t column = 0;

  for (guint i = 0; i < table->columns->len; i++)
    {
      const KoyomiDocumentCell *cell = &g_array_index (row->cells, KoyomiDocumentCell, i);
      guint width = g_array_index (table->columns, KoyomiDocumentColumn, i).width;

      set_cell (self, column, column + (is_list ? 1 : width) - 1, cell);
      height = MAX (height, measure (self, cell, get_cell_columns (self, table, i, is_list)));
      column += is_list ? 1 : width;
    }
  set_height (self, MIN (height, MOST_HEIGHT), keeps_row (table, index));
  if (self->lines != NULL && _koyomi_document_has_heads (table))
    _koyomi_document_breaks_note_head (self->lines, self->row, table, self->row - index - 1);
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
                                                          get_cell_columns (self, table, i, is_list), self->document->language));
      column += n;
    }
  set_height (self, height, TRUE);
  self->row++;
}

static void
write_line (KoyomiDocumentSheet *self,
            const char          *text,
            lxw_col_t            last_column,
            KoyomiXlsxStyle      style,
            double               height)
{
  double columns = self->title_columns > 0 ? self->title_columns : get_columns (self, last_column + 1);

  height = MAX (height, _koyomi_cell_text_get_height (text, _koyomi_xlsx_style_get_size (style), columns, self->document->language));
  set_height (self, MIN (height, MOST_HEIGHT), style != KOYOMI_XLSX_STYLE_TEXT && style != KOYOMI_XLSX_STYLE_EMPTY && style != KOYOMI_XLSX_STYLE_PARAGRAPH);
  _koyomi_xlsx_page_set_span (self->page, self->row, 0, last_column, text, get_style (self, style));
  self->row++;
}

/* Beside a line under the title, @index of them from the first: the heads of the boxes, then the boxes. */
static void
write_approvals (KoyomiDocumentSheet *self,
                 guint                index,
                 lxw_col_t            last_column)
{
  for (guint i = 0; i < KOYOMI_N_APPROVALS; i++)
    {
      lxw_col_t first = last_column + 1 - (KOYOMI_N_APPROVALS - i) * APPROVAL_UNITS;
      lxw_format *format = get_style (self, index == 0 ? KOYOMI_XLSX_STYLE_STAMP_HEAD : KOYOMI_XLSX_STYLE_STAMP);

      _koyomi_xlsx_page_set_text (self->page, self->row, first, index == 0 ? koyomi_approval_get_label (i, self->document->language) : NULL, format);
      for (lxw_col_t j = first + 1; j < first + APPROVAL_UNITS; j++)
        _koyomi_xlsx_page_set_blank (self->page, self->row, j, format);
      if (index == 0)
        _koyomi_xlsx_page_merge (self->page, self->row, first, self->row, first + APPROVAL_UNITS - 1);
      else if (index == APPROVAL_ROWS - 1)
        _koyomi_xlsx_page_merge (self->page, self->row - APPROVAL_ROWS + 2, first, self->row, first + APPROVAL_UNITS - 1);
    }
}

/* Returns: (transfer full) (element-type utf8): what stands under the title: what it is of, whose, its number, remarks, of which moment.
 * Sheets behind the first have less room for it. */
static GPtrArray *
list_title_lines (const KoyomiDocument *document,
                  gboolean              is_first)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *number = *document->number != '\0' ? koyomi_handover_format_number (document->number, document->language) : NULL;
  g_autofree char *stamp = _koyomi_document_dup_stamp (document);

  g_ptr_array_add (lines, g_strdup (document->subject));
  if (!is_first)
    {
      g_ptr_array_add (lines, number != NULL ? g_strjoin ("   ", number, stamp, NULL) : g_strdup (stamp));
      return lines;
    }

  g_ptr_array_add (lines, g_strdup (document->facts->organisation));
  if (number != NULL)
    g_ptr_array_add (lines, g_steal_pointer (&number));
  for (guint i = 0; i < document->remarks->len; i++)
    g_ptr_array_add (lines, g_strdup (g_ptr_array_index (document->remarks, i)));
  g_ptr_array_add (lines, g_steal_pointer (&stamp));

  return lines;
}

/* Whose it is, how secret, that it is a drill, of which moment; on the first sheet room for those who approve it. A title that several sheets
 * repeat is cut where what they repeat ends, and goes into as many lines as it takes there. */
static void
write_title (KoyomiDocumentSheet *self,
             lxw_col_t            last_column,
             lxw_col_t            last_line_column,
             lxw_col_t            n_mark)
{
  const KoyomiDocument *document = self->document;
  g_autoptr(GPtrArray) lines = list_title_lines (document, self->is_first);
  gboolean has_approvals = document->has_approvals && self->is_first;
  lxw_col_t last = has_approvals ? last_column - KOYOMI_N_APPROVALS * APPROVAL_UNITS : last_line_column;

  if (*document->facts->classification != '\0')
    _koyomi_xlsx_page_set_span (self->page, self->row, last_column + 1 - n_mark, last_column, document->facts->classification,
                                get_style (self, KOYOMI_XLSX_STYLE_MARK));
  if (last_line_column < last_column)
    write_line (self, document->title, last_line_column, KOYOMI_XLSX_STYLE_SUBJECT, TITLE_HEIGHT);
  else
    {
      set_height (self, TITLE_HEIGHT, TRUE);
      _koyomi_xlsx_page_set_text (self->page, self->row++, 0, document->title, get_style (self, KOYOMI_XLSX_STYLE_TITLE));
    }
  if (*document->mark != '\0')
    write_line (self, document->mark, last_line_column, KOYOMI_XLSX_STYLE_MARK, LINE_HEIGHT + 6);
  for (guint i = 0; i < MAX (lines->len, has_approvals ? APPROVAL_ROWS : 0); i++)
    {
      if (has_approvals && i < APPROVAL_ROWS)
        write_approvals (self, i, last_column);
      write_line (self, i < lines->len ? g_ptr_array_index (lines, i) : "", last,
                  i == 0 ? KOYOMI_XLSX_STYLE_SUBJECT : KOYOMI_XLSX_STYLE_NOTE, has_approvals && i > 0 ? LINE_HEIGHT + 5 : LINE_HEIGHT);
    }
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
  for (guint i = 0; i < CHART_ROWS; i++, self->row++)
    set_height (self, CHART_ROW_HEIGHT, i + 1 < CHART_ROWS);
}

/* A cell that has a status takes its colour by the glyph that its text begins with, so that it changes with it. */
static void
add_status_rules (KoyomiDocumentSheet       *self,
                  const KoyomiDocumentTable *table,
                  lxw_row_t                  first_row,
                  lxw_col_t                  last_column)
{
  gboolean has_status = FALSE;

  for (guint i = 0; i < table->rows->len && !has_status; i++)
    {
      const KoyomiDocumentRow *row = g_ptr_array_index (table->rows, i);

      for (guint j = 0; j < row->cells->len; j++)
        has_status |= g_array_index (row->cells, KoyomiDocumentCell, j).has_status;
    }

  for (guint status = 0; status < KOYOMI_N_METRIC_STATUSES && has_status; status++)
    {
      lxw_conditional_format rule = {
        .type = LXW_CONDITIONAL_TYPE_TEXT,
        .criteria = LXW_CONDITIONAL_CRITERIA_TEXT_BEGINS_WITH,
        .value_string = (char *) koyomi_metric_status_get_glyph (status),
        .format = _koyomi_xlsx_styles_new_status (self->styles, status),
      };

      worksheet_conditional_format_range (self->page->sheet, first_row, 0, self->row - 1, last_column, &rule);
    }
}

/* What is only there for pages has nothing here. */
static gboolean
has_cells (const KoyomiDocumentTable *table)
{
  return table->text != NULL || table->rows->len > 0 || table->empty != NULL || table->charts->len > 0;
}

static void
write_rows (KoyomiDocumentSheet       *self,
            const KoyomiDocumentTable *table)
{
  lxw_row_t first_row;

  if (table->rows->len == 0)
    {
      if (table->empty != NULL)
        write_line (self, table->empty, KOYOMI_DOCUMENT_UNITS - 1, KOYOMI_XLSX_STYLE_TEXT, LEAST_HEIGHT);
      return;
    }

  write_heads (self, table, FALSE);
  first_row = self->row;
  for (guint i = 0; i < table->rows->len; i++)
    write_row (self, table, i, FALSE);
  _koyomi_document_charts_set_place (self->charts, table, self->page, first_row);
  add_status_rules (self, table, first_row, KOYOMI_DOCUMENT_UNITS - 1);
  if (table->n_charted > 0)
    add_chart (self, table, first_row);
  if (table->n_charted > 0 && self->lines == NULL)
    worksheet_fit_to_pages (self->page->sheet, 1, 1);
}

/* Under the table, as wide as that. A sheet behind the first is one page, so that no chart is cut. */
static void
write_charts (KoyomiDocumentSheet       *self,
              const KoyomiDocumentTable *table,
              double                     width)
{
  if (!_koyomi_document_charts_reserve (self->charts, table, self->page, width, &self->row) && !self->is_first)
    worksheet_fit_to_pages (self->page->sheet, 1, 1);
}

static void
write_table (KoyomiDocumentSheet       *self,
             const KoyomiDocumentTable *table)
{
  if (!has_cells (table))
    return;

  self->row++;
  if (*table->title != '\0')
    write_line (self, table->title, KOYOMI_DOCUMENT_UNITS - 1, KOYOMI_XLSX_STYLE_SECTION, SECTION_HEIGHT);
  if (table->note != NULL)
    write_line (self, table->note, KOYOMI_DOCUMENT_UNITS - 1, KOYOMI_XLSX_STYLE_NOTE, LEAST_HEIGHT);
  if (table->text != NULL)
    write_line (self, table->text, KOYOMI_DOCUMENT_UNITS - 1, KOYOMI_XLSX_STYLE_PARAGRAPH, LEAST_HEIGHT);
  write_rows (self, table);
  if (table->charts->len > 0)
    write_charts (self, table, get_width (self));
}

/* Their places are told in pixels, and a sheet of many has pages of its own. */
static gboolean
has_charts (const KoyomiDocumentSheet *self,
            guint                      sheet)
{
  for (guint i = 0; i < self->document->tables->len; i++)
    {
      const KoyomiDocumentTable *table = g_ptr_array_index (self->document->tables, i);

      if (table->sheet == sheet && table->charts->len > 0)
        return TRUE;
    }

  return FALSE;
}

/* The tables of the sheet one under the other, on as many pages of A4 as it takes. */
void
_koyomi_document_sheet_write_grid (KoyomiDocumentSheet *self,
                                   guint                sheet)
{
  g_autoptr(GArray) lines = has_charts (self, sheet) ? NULL : g_array_new (FALSE, FALSE, sizeof (KoyomiDocumentLine));

  self->lines = lines;
  worksheet_set_column (self->page->sheet, 0, KOYOMI_DOCUMENT_UNITS - 1, get_unit_width (self), NULL);
  write_title (self, KOYOMI_DOCUMENT_UNITS - 1, KOYOMI_DOCUMENT_UNITS - 1, MARK_UNITS);
  for (guint i = 0; i < self->document->tables->len; i++)
    {
      const KoyomiDocumentTable *table = g_ptr_array_index (self->document->tables, i);

      if (table->sheet == sheet)
        write_table (self, table);
    }
  if (lines != NULL)
    _koyomi_document_breaks_set (lines, self->page->sheet, get_width (self) * POINTS_PER_PIXEL, self->document->is_landscape);
  self->lines = NULL;
}

static double
count_units (const KoyomiDocumentSheet *self,
             const KoyomiDocumentTable *table,
             guint                      n_columns)
{
  double n_units = 0;

  for (guint i = 0; i < n_columns; i++)
    n_units += get_list_units (self, table, i);

  return n_units;
}

/* What is left of long columns where short ones keep their width. */
static double
choose_share (const KoyomiDocumentTable *table)
{
  guint n_short = 0, n_long = 0;

  for (guint i = 0; i < table->columns->len; i++)
    {
      guint width = g_array_index (table->columns, KoyomiDocumentColumn, i).width;

      *(width < LONG_UNITS ? &n_short : &n_long) += width;
    }

  return n_long == 0 ? 1 : CLAMP ((MOST_A3_UNITS - n_short) / n_long, LEAST_SHARE, 1);
}

/* A wide list takes A3. One of dozens of columns takes several sheets side by side, each with the columns that name its rows.
 * Returns: how many */
static guint
fit_list (KoyomiDocumentSheet       *self,
          const KoyomiDocumentTable *table,
          double                     n_units)
{
  double n_names = count_units (self, table, MAX (table->n_names, 1));
  guint n_across = MAX (1, (guint) ceil ((n_units - n_names) / (MOST_SHEET_UNITS - n_names)));

  if (n_units > MOST_PAGE_UNITS)
    worksheet_set_paper (self->page->sheet, PAPER_A3);
  worksheet_fit_to_pages (self->page->sheet, n_across, 0);

  return n_across;
}

/* Returns: how many of the last columns the mark stands over */
static lxw_col_t
count_mark_columns (const KoyomiDocumentSheet *self,
                    const KoyomiDocumentTable *table)
{
  double n_units = 0;
  lxw_col_t n = 0;

  while (n + 1u < table->columns->len && n_units < MARK_LIST_UNITS && (n == 0 || get_list_units (self, table, table->columns->len - n - 1) < MARK_MOST_UNITS))
    n_units += get_list_units (self, table, table->columns->len - ++n);

  return MAX (n, 1);
}

/* Over all sheets side by side the title is as wide as what they repeat. */
static void
write_list_title (KoyomiDocumentSheet       *self,
                  const KoyomiDocumentTable *table,
                  lxw_col_t                  last_column,
                  guint                      n_across)
{
  self->title_columns = count_units (self, table, n_across > 1 ? MAX (table->n_names, 1) : table->columns->len) * LIST_UNIT_WIDTH;
  write_title (self, last_column, n_across > 1 ? MAX (table->n_names, 1) - 1 : last_column, count_mark_columns (self, table));
  self->title_columns = 0;
}

/* A table to filter and to reckon with: a column each. */
void
_koyomi_document_sheet_write_list (KoyomiDocumentSheet       *self,
                                   const KoyomiDocumentTable *table)
{
  lxw_col_t last_column = table->columns->len - 1;
  lxw_row_t head_row;
  double n_units;
  guint n_across;

  self->share = choose_share (table);
  for (guint i = 0; i < table->columns->len; i++)
    worksheet_set_column (self->page->sheet, i, i, get_list_units (self, table, i) * LIST_UNIT_WIDTH, NULL);
  n_units = count_units (self, table, table->columns->len);
  n_across = fit_list (self, table, n_units);
  worksheet_repeat_columns (self->page->sheet, 0, MAX (table->n_names, 1) - 1);
  write_list_title (self, table, last_column, n_across);
  self->row++;
  head_row = self->row;
  write_heads (self, table, TRUE);
  worksheet_repeat_rows (self->page->sheet, head_row, head_row);
  worksheet_freeze_panes (self->page->sheet, head_row + 1, table->n_names);
  _koyomi_document_charts_set_place (self->charts, table, self->page, self->row);
  for (guint i = 0; i < table->rows->len; i++)
    write_row (self, table, i, TRUE);
  add_status_rules (self, table, head_row + 1, last_column);
  if (table->rows->len > 0)
    worksheet_autofilter (self->page->sheet, head_row, 0, self->row - 1, last_column);
  else if (table->empty != NULL)
    write_line (self, table->empty, last_column, KOYOMI_XLSX_STYLE_EMPTY, SECTION_HEIGHT);
  self->row++;
  if (table->charts->len > 0)
    write_charts (self, table, n_units * LIST_UNIT_WIDTH * CHARACTER_PIXELS + table->columns->len * COLUMN_PIXELS);
}
