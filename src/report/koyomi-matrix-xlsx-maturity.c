#include "koyomi-matrix-xlsx-private.h"

#include "koyomi-cell-text-private.h"
#include "koyomi-rating-style.h"

#include <math.h>

#define LEAST_HEIGHT 18
#define MOST_HEIGHT 400
#define SECTION_HEIGHT 28

/* How many rows the radar covers at least, and how large it is in pixels. */
#define RADAR_ROWS 31
#define RADAR_WIDTH 1000
#define RADAR_HEIGHT 570

enum
{
  COLUMN_CODE,
  COLUMN_FUNCTION,
  COLUMN_AS_IS,
  COLUMN_TO_BE,
  COLUMN_GAP,
  COLUMN_MODE,
  COLUMN_MODE_AS_IS,
  COLUMN_AS_IS_WORDING,
  COLUMN_MODE_TO_BE,
  COLUMN_TO_BE_WORDING,
  COLUMN_TARGET_DAY,
  COLUMN_ASSESSOR,
  COLUMN_ASSESSED_DAY,
  COLUMN_EVIDENCE,
  COLUMN_NOTE,
  COLUMN_ACTIVITY,
  N_COLUMNS,
};

/* Of the table of means, whose columns are the first ones. */
enum
{
  MEAN_CODE,
  MEAN_GROUP,
  MEAN_AS_IS,
  MEAN_TO_BE,
  MEAN_BEFORE,
  MEAN_N_FUNCTIONS,
  MEAN_N_UNKNOWN,
  N_MEANS,
};

static const double widths[N_COLUMNS] = {
  9, 34, 9, 9, 9, 14, 9, 34, 9, 34, 12, 18, 12, 30, 30, 30,
};

typedef struct
{
  KoyomiMatrixXlsx *workbook;
  KoyomiXlsxPage   *page;
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
set_text (Writer     *self,
          lxw_col_t   column,
          const char *text)
{
  _koyomi_xlsx_page_set_text (self->page, self->row, column, text, get_style (self, KOYOMI_XLSX_STYLE_TEXT));
}

/* A mean of functions of which somebody knows something, else a blank: so the chart has no point there. */
static void
set_mean (Writer                   *self,
          lxw_col_t                 column,
          const KoyomiMaturityMean *mean,
          double                  (*get) (const KoyomiMaturityMean *self))
{
  if (mean != NULL && koyomi_maturity_mean_is_known (mean) && !isnan (get (mean)))
    _koyomi_xlsx_page_set_number (self->page, self->row, column, round (get (mean) * 100) / 100,
                                  get_style (self, KOYOMI_XLSX_STYLE_DECIMAL));
  else
    _koyomi_xlsx_page_set_blank (self->page, self->row, column, get_style (self, KOYOMI_XLSX_STYLE_DECIMAL));
}

static void
write_heads (Writer             *self,
             const char * const *heads,
             guint               n_heads)
{
  double height = LEAST_HEIGHT;

  for (guint i = 0; i < n_heads; i++)
    height = MAX (height, _koyomi_cell_text_get_height (heads[i], _koyomi_xlsx_style_get_size (KOYOMI_XLSX_STYLE_HEAD), widths[i],
                                                        self->language));

  _koyomi_xlsx_page_set_height (self->page, self->row, height);
  for (guint i = 0; i < n_heads; i++)
    _koyomi_xlsx_page_set_text (self->page, self->row, i, heads[i], get_style (self, KOYOMI_XLSX_STYLE_HEAD));
  self->row++;
}

static void
write_section (Writer     *self,
               const char *title)
{
  _koyomi_xlsx_page_set_height (self->page, self->row, SECTION_HEIGHT);
  _koyomi_xlsx_page_set_text (self->page, self->row, 0, title, get_style (self, KOYOMI_XLSX_STYLE_SECTION));
  self->row++;
}

static double
measure (Writer     *self,
         double      height,
         lxw_col_t   column,
         const char *text)
{
  return MAX (height, _koyomi_cell_text_get_height (text, _koyomi_xlsx_style_get_size (KOYOMI_XLSX_STYLE_TEXT), widths[column],
                                                    self->language));
}

static void
write_mean (Writer                   *self,
            const char               *code,
            const char               *name,
            const KoyomiMaturityMean *now,
            const KoyomiMaturityMean *before)
{
  set_text (self, MEAN_CODE, code);
  set_text (self, MEAN_GROUP, name);
  set_mean (self, MEAN_AS_IS, now, koyomi_maturity_mean_get_as_is);
  set_mean (self, MEAN_TO_BE, now, koyomi_maturity_mean_get_to_be);
  set_mean (self, MEAN_BEFORE, before, koyomi_maturity_mean_get_as_is);
  _koyomi_xlsx_page_set_number (self->page, self->row, MEAN_N_FUNCTIONS, now->n_functions, get_style (self, KOYOMI_XLSX_STYLE_NUMBER));
  _koyomi_xlsx_page_set_number (self->page, self->row, MEAN_N_UNKNOWN, now->n_unknown, get_style (self, KOYOMI_XLSX_STYLE_NUMBER));
  _koyomi_xlsx_page_set_height (self->page, self->row, measure (self, LEAST_HEIGHT, MEAN_GROUP, name));
  self->row++;
}

static const KoyomiMaturityGroup *
get_group (const KoyomiMaturityTable *table,
           guint                      index)
{
  return index < table->groups->len ? &g_array_index (table->groups, KoyomiMaturityGroup, index) : NULL;
}

static void
write_means (Writer *self)
{
  const KoyomiMaturityTable *now = self->workbook->report->maturity;
  const KoyomiMaturityTable *before = self->workbook->report->before;
  const char * const heads[N_MEANS] = {
    [MEAN_CODE] = koyomi_tr (self->language, N_("Group No.")),
    [MEAN_GROUP] = koyomi_tr (self->language, N_("Function group")),
    [MEAN_AS_IS] = koyomi_tr (self->language, N_("As is")),
    [MEAN_TO_BE] = koyomi_tr (self->language, N_("To be")),
    [MEAN_BEFORE] = koyomi_tr (self->language, N_("A year before")),
    [MEAN_N_FUNCTIONS] = koyomi_tr (self->language, N_("Functions")),
    [MEAN_N_UNKNOWN] = koyomi_tr (self->language, N_("Not assessed")),
  };

  write_section (self, koyomi_tr (self->language, N_("Means of the groups")));
  write_heads (self, heads, N_MEANS);
  for (guint i = 0; i < now->groups->len; i++)
    {
      const KoyomiMaturityGroup *group = get_group (now, i);
      const KoyomiMaturityGroup *past = get_group (before, i);

      write_mean (self, koyomi_record_get_text (group->group, KOYOMI_GROUP_CODE), koyomi_record_get_title (group->group), &group->mean,
                  past != NULL ? &past->mean : NULL);
    }
  write_mean (self, "", koyomi_tr (self->language, N_("All functions")), &now->mean, &before->mean);
}

/* Lines of the chart on the screen: what differs in colour differs in dash and marker as well. */
static void
add_series (Writer       *self,
            lxw_chart    *chart,
            KoyomiSeries  series,
            lxw_col_t     column,
            lxw_row_t     first_row,
            lxw_row_t     last_row)
{
  static const guint8 markers[] = {
    [KOYOMI_MARKER_DISC] = LXW_CHART_MARKER_CIRCLE,
    [KOYOMI_MARKER_SQUARE] = LXW_CHART_MARKER_SQUARE,
    [KOYOMI_MARKER_TRIANGLE] = LXW_CHART_MARKER_TRIANGLE,
  };

  const KoyomiSeriesStyle *look = koyomi_rating_style_get_series (KOYOMI_CHART_PALETTE_PRINT, series);
  const char *sheet = self->page->sheet->name;
  lxw_chart_series *line = chart_add_series (chart, NULL, NULL);

  chart_series_set_categories (line, sheet, first_row, MEAN_GROUP, last_row, MEAN_GROUP);
  chart_series_set_values (line, sheet, first_row, column, last_row, column);
  chart_series_set_name_range (line, sheet, first_row - 1, column);
  chart_series_set_line (line, &(lxw_chart_line) {
                           .color = look->line,
                           .width = look->width,
                           .dash_type = look->dash > 4 ? LXW_CHART_LINE_DASH_DASH : look->dash > 0 ? LXW_CHART_LINE_DASH_ROUND_DOT
                                                                                                   : LXW_CHART_LINE_DASH_SOLID,
                         });
  chart_series_set_marker_type (line, markers[look->marker]);
  chart_series_set_marker_size (line, 6);
}

static void
add_radar (Writer    *self,
           lxw_row_t  first_row)
{
  guint n_groups = self->workbook->report->maturity->groups->len;
  lxw_chart *chart = workbook_add_chart (self->workbook->styles->workbook, LXW_CHART_RADAR_WITH_MARKERS);
  lxw_row_t last_row = first_row + n_groups - 1;

  add_series (self, chart, KOYOMI_SERIES_BEFORE, MEAN_BEFORE, first_row, last_row);
  add_series (self, chart, KOYOMI_SERIES_GOAL, MEAN_TO_BE, first_row, last_row);
  add_series (self, chart, KOYOMI_SERIES_NOW, MEAN_AS_IS, first_row, last_row);
  chart_title_set_name (chart, koyomi_tr (self->language, N_("Maturity by function group")));
  chart_axis_set_min (chart->y_axis, 0);
  chart_axis_set_max (chart->y_axis, KOYOMI_LEVEL_HIGHEST);
  chart_axis_set_major_unit (chart->y_axis, 1);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  worksheet_insert_chart_opt (self->page->sheet, first_row - 1, N_MEANS + 1, chart, &(lxw_chart_options) {
                                .x_scale = RADAR_WIDTH / 480.0, .y_scale = RADAR_HEIGHT / 288.0,
                              });
}

/* Returns: (transfer full): the titles of what proves it */
static char *
join_evidence (const KoyomiAssessment *assessment,
               KoyomiLanguage          language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; assessment->evidence != NULL && i < assessment->evidence->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", koyomi_record_get_title (g_ptr_array_index (assessment->evidence, i)));

  return g_string_free (text, FALSE);
}

static void
set_level (Writer    *self,
           lxw_col_t  column,
           int        level,
           gboolean   is_known)
{
  if (is_known && level >= 0)
    _koyomi_xlsx_page_set_number (self->page, self->row, column, level, get_style (self, KOYOMI_XLSX_STYLE_CENTRED));
  else
    _koyomi_xlsx_page_set_text (self->page, self->row, column, is_known ? "" : "?", get_style (self, KOYOMI_XLSX_STYLE_CENTRED));
}

static const char *
get_wording (KoyomiExecution mode,
             int             level,
             KoyomiLanguage  language)
{
  return level >= 0 ? koyomi_maturity_get_wording (mode, level, language) : "";
}

/* What was said of one way of doing a function. Returns: how high its row must be, at least @height */
static double
write_assessment (Writer                 *self,
                  const KoyomiAssessment *assessment,
                  KoyomiExecution         mode,
                  double                  height)
{
  KoyomiRecord *record = assessment->record;
  g_autofree char *name = koyomi_record_format (record, KOYOMI_MATURITY_MODE, self->language);
  g_autofree char *evidence = join_evidence (assessment, self->language);
  const char *as_is = get_wording (mode, assessment->levels.as_is, self->language);
  const char *to_be = get_wording (mode, assessment->levels.to_be, self->language);
  const char *assessor = koyomi_record_get_text (record, KOYOMI_MATURITY_ASSESSOR);
  const char *note = koyomi_record_get_text (record, KOYOMI_MATURITY_NOTE);

  set_text (self, COLUMN_MODE, name);
  set_level (self, COLUMN_MODE_AS_IS, assessment->levels.as_is, assessment->levels.as_is != KOYOMI_LEVEL_UNKNOWN);
  set_text (self, COLUMN_AS_IS_WORDING, as_is);
  set_level (self, COLUMN_MODE_TO_BE, assessment->levels.to_be, TRUE);
  set_text (self, COLUMN_TO_BE_WORDING, to_be);
  _koyomi_xlsx_page_set_day (self->page, self->row, COLUMN_TARGET_DAY, koyomi_record_get_day (record, KOYOMI_MATURITY_TARGET_DAY),
                             get_style (self, KOYOMI_XLSX_STYLE_DAY));
  set_text (self, COLUMN_ASSESSOR, assessor);
  _koyomi_xlsx_page_set_day (self->page, self->row, COLUMN_ASSESSED_DAY, koyomi_record_get_day (record, KOYOMI_MATURITY_ASSESSED_DAY),
                             get_style (self, KOYOMI_XLSX_STYLE_DAY));
  set_text (self, COLUMN_EVIDENCE, evidence);
  set_text (self, COLUMN_NOTE, note);

  height = measure (self, height, COLUMN_AS_IS_WORDING, as_is);
  height = measure (self, height, COLUMN_TO_BE_WORDING, to_be);
  height = measure (self, height, COLUMN_ASSESSOR, assessor);
  height = measure (self, height, COLUMN_EVIDENCE, evidence);

  return measure (self, height, COLUMN_NOTE, note);
}

static void
write_score (Writer                  *self,
             const KoyomiMaturityRow *row)
{
  set_text (self, COLUMN_CODE, koyomi_record_get_text (row->function, KOYOMI_FUNCTION_CODE));
  set_text (self, COLUMN_FUNCTION, koyomi_record_get_title (row->function));
  set_level (self, COLUMN_AS_IS, row->score.as_is, row->score.is_known);
  set_level (self, COLUMN_TO_BE, row->score.to_be, row->score.has_goal);
  set_level (self, COLUMN_GAP, row->score.gap, row->score.is_known || row->score.has_goal);
}

/* A row for each way in which it is done of which somebody said something, at least one. */
static void
write_function (Writer                  *self,
                const KoyomiMaturityRow *row)
{
  double height = measure (self, LEAST_HEIGHT, COLUMN_FUNCTION, koyomi_record_get_title (row->function));
  const char *activity = row->activity != NULL ? row->activity->title : "";
  guint n_rows = 0;

  height = measure (self, height, COLUMN_ACTIVITY, activity);
  for (guint mode = 0; mode < KOYOMI_N_EXECUTIONS || n_rows == 0; mode++)
    {
      gboolean is_last = mode >= KOYOMI_N_EXECUTIONS;

      if (!is_last && row->modes[mode].record == NULL)
        continue;

      write_score (self, row);
      if (is_last)
        for (lxw_col_t column = COLUMN_MODE; column < COLUMN_ACTIVITY; column++)
          set_text (self, column, NULL);
      else
        height = write_assessment (self, &row->modes[mode], mode, height);
      set_text (self, COLUMN_ACTIVITY, activity);
      _koyomi_xlsx_page_set_height (self->page, self->row, MIN (height, MOST_HEIGHT));
      self->row++;
      n_rows++;
    }
}

static void
write_functions (Writer *self)
{
  const KoyomiMaturityTable *table = self->workbook->report->maturity;
  const char * const heads[N_COLUMNS] = {
    [COLUMN_CODE] = koyomi_tr (self->language, N_("Function No.")),
    [COLUMN_FUNCTION] = koyomi_tr (self->language, N_("Function")),
    [COLUMN_AS_IS] = koyomi_tr (self->language, N_("As is")),
    [COLUMN_TO_BE] = koyomi_tr (self->language, N_("To be")),
    [COLUMN_GAP] = koyomi_tr (self->language, N_("Gap")),
    [COLUMN_MODE] = koyomi_tr (self->language, N_("Execution")),
    [COLUMN_MODE_AS_IS] = koyomi_tr (self->language, N_("As-is level")),
    [COLUMN_AS_IS_WORDING] = koyomi_tr (self->language, N_("What the as-is level says")),
    [COLUMN_MODE_TO_BE] = koyomi_tr (self->language, N_("To-be level")),
    [COLUMN_TO_BE_WORDING] = koyomi_tr (self->language, N_("What the to-be level says")),
    [COLUMN_TARGET_DAY] = koyomi_tr (self->language, N_("Target day")),
    [COLUMN_ASSESSOR] = koyomi_tr (self->language, N_("Assessor")),
    [COLUMN_ASSESSED_DAY] = koyomi_tr (self->language, N_("Assessed on")),
    [COLUMN_EVIDENCE] = koyomi_tr (self->language, N_("Evidence")),
    [COLUMN_NOTE] = koyomi_tr (self->language, N_("Note")),
    [COLUMN_ACTIVITY] = koyomi_tr (self->language, N_("Activity made from the gap")),
  };

  write_section (self, koyomi_tr (self->language, N_("Levels of the functions")));
  worksheet_repeat_rows (self->page->sheet, self->row, self->row);
  write_heads (self, heads, N_COLUMNS);
  for (guint i = 0; i < table->rows->len; i++)
    write_function (self, g_ptr_array_index (table->rows, i));
}

/* Wide gaps are to be seen; the number itself says as much. */
static void
add_gap_rules (Writer    *self,
               lxw_row_t  first_row)
{
  for (int gap = KOYOMI_LEVEL_HIGHEST; gap > 0 && self->row > first_row; gap--)
    {
      lxw_conditional_format rule = {
        .type = LXW_CONDITIONAL_TYPE_CELL,
        .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
        .value = gap,
        .format = _koyomi_xlsx_styles_new_heat (self->workbook->styles, koyomi_heat_of_gap (gap), "+0"),
      };

      worksheet_conditional_format_range (self->page->sheet, first_row, COLUMN_GAP, self->row - 1, COLUMN_GAP, &rule);
    }
}

/* As is and to be, by group and by function, with the wording of the levels, and a radar of the groups' means. */
gboolean
_koyomi_matrix_xlsx_write_maturity (KoyomiMatrixXlsx  *workbook,
                                    GError           **error)
{
  Writer self = {
    workbook, &workbook->pages[KOYOMI_MATRIX_SHEET_MATURITY], workbook->report->language, KOYOMI_MATRIX_ROW_BODY,
  };
  g_autofree char *title = _koyomi_matrix_report_dup_title (workbook->report);
  lxw_row_t first_row;

  for (guint i = 0; i < N_COLUMNS; i++)
    worksheet_set_column (self.page->sheet, i, i, widths[i], NULL);
  _koyomi_matrix_xlsx_write_title (workbook, self.page, title, COLUMN_NOTE, COLUMN_NOTE, 0);
  _koyomi_matrix_xlsx_write_day (workbook, self.page);
  write_means (&self);
  if (workbook->report->maturity->groups->len > 0)
    add_radar (&self, KOYOMI_MATRIX_ROW_BODY + 2);
  self.row = MAX (self.row + 1, KOYOMI_MATRIX_ROW_BODY + 2 + RADAR_ROWS);
  first_row = self.row + 2;
  write_functions (&self);
  add_gap_rules (&self, first_row);

  return _koyomi_xlsx_page_check (self.page, error);
}
