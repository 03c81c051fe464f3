#include "koyomi-matrix-xlsx-private.h"

#include "koyomi-rating-style.h"

#include <math.h>

#define LEAST_HEIGHT 19
#define SECTION_HEIGHT 28
#define NAME_WIDTH 38
#define MONTH_WIDTH 10

/* Teams whose tables are still readable on one sheet of paper. */
#define MOST_ON_ONE_PAGE 24

#define LAST_COLUMN (COLUMN_MONTH + 12)

enum
{
  COLUMN_TEAM,
  COLUMN_MONTH,
};

typedef struct
{
  KoyomiMatrixXlsx *workbook;
  KoyomiXlsxPage   *page;
  KoyomiWorkload   *workload;
  KoyomiLanguage    language;
  lxw_row_t         row;
} Writer;

static lxw_format *
get_style (Writer          *self,
           KoyomiXlsxStyle  style)
{
  return _koyomi_xlsx_styles_get (self->workbook->styles, style, 0);
}

static void
write_heads (Writer     *self,
             const char *title)
{
  _koyomi_xlsx_page_set_height (self->page, self->row, SECTION_HEIGHT);
  _koyomi_xlsx_page_set_text (self->page, self->row, 0, title, get_style (self, KOYOMI_XLSX_STYLE_SECTION));
  self->row++;

  _koyomi_xlsx_page_set_height (self->page, self->row, LEAST_HEIGHT);
  _koyomi_xlsx_page_set_text (self->page, self->row, COLUMN_TEAM, koyomi_tr (self->language, N_("Team")),
                              get_style (self, KOYOMI_XLSX_STYLE_HEAD));
  for (int month = 0; month < 12; month++)
    {
      g_autofree char *name = koyomi_fiscal_year_format_month (self->workload->year, month, self->language);

      _koyomi_xlsx_page_set_text (self->page, self->row, COLUMN_MONTH + month, name, get_style (self, KOYOMI_XLSX_STYLE_HEAD));
    }
  _koyomi_xlsx_page_set_text (self->page, self->row, LAST_COLUMN, koyomi_tr (self->language, N_("Year")),
                              get_style (self, KOYOMI_XLSX_STYLE_HEAD));
  self->row++;
}

static double
get_days (const KoyomiLoadCell *cell)
{
  return round (koyomi_load_cell_get_days (cell) * 100) / 100;
}

static double
get_capacity (const KoyomiLoadCell *cell)
{
  return round (cell->capacity * 100) / 100;
}

/* A capacity that nobody knows is a blank. */
static void
write_cell (Writer    *self,
            lxw_col_t  column,
            double     number)
{
  lxw_format *style = get_style (self, KOYOMI_XLSX_STYLE_DECIMAL);

  if (isfinite (number))
    _koyomi_xlsx_page_set_number (self->page, self->row, column, number, style);
  else
    _koyomi_xlsx_page_set_blank (self->page, self->row, column, style);
}

/* Returns: the first row of the teams */
static lxw_row_t
write_table (Writer     *self,
             const char *title,
             double    (*get) (const KoyomiLoadCell *cell))
{
  lxw_row_t first_row;

  write_heads (self, title);
  first_row = self->row;
  for (guint i = 0; i < self->workload->teams->len; i++)
    {
      const KoyomiTeamLoad *team = g_ptr_array_index (self->workload->teams, i);

      _koyomi_xlsx_page_set_height (self->page, self->row, LEAST_HEIGHT);
      _koyomi_xlsx_page_set_text (self->page, self->row, COLUMN_TEAM,
                                  team->team != NULL ? koyomi_record_get_title (team->team) : koyomi_tr (self->language, N_("Nobody")),
                                  get_style (self, KOYOMI_XLSX_STYLE_NAME));
      for (guint month = 0; month < 12; month++)
        write_cell (self, COLUMN_MONTH + month, get (&team->months[month]));
      write_cell (self, LAST_COLUMN, get (&team->year));
      self->row++;
    }
  self->row++;

  return first_row;
}

/* Of the load in the upper table, by the capacity in the lower: more than there is has a sign as well. */
static void
add_rule (Writer     *self,
          lxw_row_t   first_row,
          lxw_row_t   capacity_row,
          double      share,
          KoyomiHeat  heat)
{
  char load[LXW_MAX_CELL_NAME_LENGTH];
  char capacity[LXW_MAX_CELL_NAME_LENGTH];
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *formula = NULL;
  lxw_conditional_format rule = {
    .type = LXW_CONDITIONAL_TYPE_FORMULA,
    .format = _koyomi_xlsx_styles_new_heat (self->workbook->styles, heat, heat == KOYOMI_HEAT_OVER ? "0.0\" ▲\"" : NULL),
    .stop_if_true = LXW_TRUE,
  };

  lxw_rowcol_to_cell (load, first_row, COLUMN_MONTH);
  lxw_rowcol_to_cell (capacity, capacity_row, COLUMN_MONTH);
  g_ascii_formatd (number, sizeof number, "%.2f", share);
  formula = g_strdup_printf ("=AND(%s<>\"\",%s>%s*%s)", capacity, load, capacity, number);
  rule.value_string = formula;
  worksheet_conditional_format_range (self->page->sheet, first_row, COLUMN_MONTH, first_row + self->workload->teams->len - 1, LAST_COLUMN,
                                      &rule);
}

static void
write_explanation (Writer *self)
{
  /* Translators: the number is a part of a person-day such as 0.1 */
  g_autofree char *text = g_strdup_printf (koyomi_tr (self->language, N_("Person-days planned/available; ▲ is too much. A routine counts %g a day.")),
                                           self->workload->routine_day);

  _koyomi_xlsx_page_set_text (self->page, self->row, 0, text, get_style (self, KOYOMI_XLSX_STYLE_REMARK));
  self->row += 2;
}

/* What the teams have to do in each month of the fiscal year, and what they can. */
gboolean
_koyomi_matrix_xlsx_write_load (KoyomiMatrixXlsx  *workbook,
                                GError           **error)
{
  Writer self = {
    workbook, &workbook->pages[KOYOMI_MATRIX_SHEET_LOAD], workbook->report->workload, workbook->report->language, KOYOMI_MATRIX_ROW_BODY,
  };
  g_autofree char *year = koyomi_fiscal_year_format (self.workload->year, self.language);
  g_autofree char *title = g_strdup_printf (koyomi_tr (self.language, N_("Load of the teams %s")), year);
  lxw_row_t load_row, capacity_row;

  worksheet_set_column (self.page->sheet, COLUMN_TEAM, COLUMN_TEAM, NAME_WIDTH, NULL);
  worksheet_set_column (self.page->sheet, COLUMN_MONTH, LAST_COLUMN, MONTH_WIDTH, NULL);
  _koyomi_matrix_xlsx_write_title (workbook, self.page, title, LAST_COLUMN - 1, LAST_COLUMN, 0);
  _koyomi_matrix_xlsx_write_day (workbook, self.page);
  if (self.workload->teams->len <= MOST_ON_ONE_PAGE)
    worksheet_fit_to_pages (self.page->sheet, 1, 1);
  write_explanation (&self);
  load_row = write_table (&self, koyomi_tr (self.language, N_("Planned person-days")), get_days);
  capacity_row = write_table (&self, koyomi_tr (self.language, N_("Available person-days")), get_capacity);
  if (self.workload->teams->len > 0)
    {
      add_rule (&self, load_row, capacity_row, 1, KOYOMI_HEAT_OVER);
      add_rule (&self, load_row, capacity_row, 0.8, KOYOMI_HEAT_HIGH);
      add_rule (&self, load_row, capacity_row, 0.5, KOYOMI_HEAT_MEDIUM);
    }

  return _koyomi_xlsx_page_check (self.page, error);
}
