#include "koyomi-calendar-xlsx-private.h"

#include "koyomi-cell-text-private.h"
#include "koyomi-run-table.h"
#include "koyomi-xlsx-feed-private.h"

#include <math.h>

#define HEAD_HEIGHT 32
#define LINE_HEIGHT 17.5
#define MOST_HEIGHT 400

/* Excel counts its rows so far. */
#define MOST_RUNS (LXW_ROW_MAX - 1)

typedef struct
{
  double          width;
  KoyomiXlsxStyle style;
} Column;

static const Column columns[KOYOMI_N_RUN_COLUMNS] = {
  [KOYOMI_RUN_COLUMN_GROUP] = { 17, KOYOMI_XLSX_STYLE_TEXT },
  [KOYOMI_RUN_COLUMN_FUNCTION_CODE] = { 7, KOYOMI_XLSX_STYLE_CENTRED },
  [KOYOMI_RUN_COLUMN_FUNCTION] = { 21, KOYOMI_XLSX_STYLE_TEXT },
  [KOYOMI_RUN_COLUMN_TEAM] = { 16, KOYOMI_XLSX_STYLE_TEXT },
  [KOYOMI_RUN_COLUMN_TITLE] = { 27, KOYOMI_XLSX_STYLE_TEXT },
  [KOYOMI_RUN_COLUMN_KIND] = { 12, KOYOMI_XLSX_STYLE_CENTRED },
  [KOYOMI_RUN_COLUMN_RULE] = { 22, KOYOMI_XLSX_STYLE_TEXT },
  [KOYOMI_RUN_COLUMN_FIRST_DAY] = { 11.5, KOYOMI_XLSX_STYLE_DAY },
  [KOYOMI_RUN_COLUMN_LAST_DAY] = { 11.5, KOYOMI_XLSX_STYLE_DAY },
  [KOYOMI_RUN_COLUMN_ORIGINAL_FIRST] = { 11.5, KOYOMI_XLSX_STYLE_DAY },
  [KOYOMI_RUN_COLUMN_ORIGINAL_LAST] = { 11.5, KOYOMI_XLSX_STYLE_DAY },
  [KOYOMI_RUN_COLUMN_ACTUAL_FIRST] = { 11.5, KOYOMI_XLSX_STYLE_DAY },
  [KOYOMI_RUN_COLUMN_ACTUAL_LAST] = { 11.5, KOYOMI_XLSX_STYLE_DAY },
  [KOYOMI_RUN_COLUMN_STATUS] = { 10, KOYOMI_XLSX_STYLE_CENTRED },
  [KOYOMI_RUN_COLUMN_STATE] = { 11, KOYOMI_XLSX_STYLE_CENTRED },
  [KOYOMI_RUN_COLUMN_PROGRESS] = { 7.5, KOYOMI_XLSX_STYLE_PERCENT },
  [KOYOMI_RUN_COLUMN_OWNER] = { 13, KOYOMI_XLSX_STYLE_TEXT },
  [KOYOMI_RUN_COLUMN_RESULT] = { 26, KOYOMI_XLSX_STYLE_TEXT },
  [KOYOMI_RUN_COLUMN_REASON] = { 20, KOYOMI_XLSX_STYLE_TEXT },
  [KOYOMI_RUN_COLUMN_NOTE] = { 20, KOYOMI_XLSX_STYLE_TEXT },
  [KOYOMI_RUN_COLUMN_KEY] = { 21.5, KOYOMI_XLSX_STYLE_CENTRED },
};

typedef struct
{
  KoyomiCalendarXlsx *workbook;
  KoyomiXlsxFeed     *feed;
  lxw_format         *formats[KOYOMI_N_RUN_COLUMNS];
  char               *measured[KOYOMI_N_RUN_COLUMNS];   /* the text of the column that was measured last */
  double              heights[KOYOMI_N_RUN_COLUMNS];    /* and what it came to */
  KoyomiCalendarRow  *calendar_row;                     /* whose runs are read */
  lxw_row_t           row;
} Writer;

static const char *
get_word (KoyomiRecord   *record,
          int             field,
          KoyomiLanguage  language)
{
  const KoyomiField *description = &koyomi_record_get_table (record)->fields[KOYOMI_FIELD_INDEX (field)];

  return koyomi_field_get_word_label (description, koyomi_record_get_int (record, field), language);
}

/* The text of a column that shows one as it stands, or NULL. */
static const char *
borrow_text (const KoyomiRunRow *row,
             KoyomiRunColumn     column,
             KoyomiLanguage      language)
{
  const char *title;

  switch ((int) column)
    {
    case KOYOMI_RUN_COLUMN_GROUP:
      return koyomi_record_get_title (row->group);
    case KOYOMI_RUN_COLUMN_FUNCTION_CODE:
      return koyomi_record_get_text (row->row->function, KOYOMI_FUNCTION_CODE);
    case KOYOMI_RUN_COLUMN_FUNCTION:
      return koyomi_record_get_title (row->row->function);
    case KOYOMI_RUN_COLUMN_TEAM:
      return row->team;
    case KOYOMI_RUN_COLUMN_TITLE:
      title = koyomi_record_get_title (row->run);
      return *title != '\0' ? title : koyomi_record_get_title (row->activity);
    case KOYOMI_RUN_COLUMN_KIND:
      return get_word (row->activity, KOYOMI_ACTIVITY_KIND, language);
    case KOYOMI_RUN_COLUMN_RULE:
      return row->rule;
    case KOYOMI_RUN_COLUMN_STATUS:
      return get_word (row->run, KOYOMI_OCCURRENCE_STATUS, language);
    case KOYOMI_RUN_COLUMN_STATE:
      return koyomi_state_get_label (row->state, language);
    case KOYOMI_RUN_COLUMN_OWNER:
    case KOYOMI_RUN_COLUMN_RESULT:
    case KOYOMI_RUN_COLUMN_REASON:
    case KOYOMI_RUN_COLUMN_NOTE:
      return koyomi_record_get_text (row->run, koyomi_run_column_get_field (column));
    default:
      return NULL;
    }
}

/* Most texts stand in row after row. */
static double
measure_text (Writer          *self,
              KoyomiRunColumn  column,
              const char      *text)
{
  if (g_strcmp0 (text, self->measured[column]) != 0)
    {
      g_free (self->measured[column]);
      self->measured[column] = g_strdup (text);
      self->heights[column] = _koyomi_cell_text_get_height (text, _koyomi_xlsx_style_get_size (columns[column].style),
                                                            columns[column].width, self->workbook->calendar->language);
    }

  return self->heights[column];
}

/* Programs do not all find the height of a row themselves. */
static void
set_height (Writer             *self,
            const KoyomiRunRow *row)
{
  double height = 0;

  for (KoyomiRunColumn column = 0; column < KOYOMI_N_RUN_COLUMNS; column++)
    {
      const char *text = columns[column].style == KOYOMI_XLSX_STYLE_TEXT ?
                         borrow_text (row, column, self->workbook->calendar->language) : NULL;

      if (text != NULL && *text != '\0')
        height = MAX (height, measure_text (self, column, text));
    }

  if (height > LINE_HEIGHT + 2)
    _koyomi_xlsx_feed_set_height (self->feed, self->row, MIN (ceil (height), MOST_HEIGHT));
}

/* Blank cells are left out of the file: there are many. */
static void
write_cell (Writer             *self,
            const KoyomiRunRow *row,
            KoyomiRunColumn     column)
{
  const char *text = borrow_text (row, column, self->workbook->calendar->language);
  int field = koyomi_run_column_get_field (column);

  if (text != NULL)
    {
      if (*text != '\0')
        _koyomi_xlsx_feed_set_text (self->feed, self->row, column, text, self->formats[column]);
    }
  else if (columns[column].style == KOYOMI_XLSX_STYLE_DAY)
    {
      if (!koyomi_record_is_none (row->run, field))
        _koyomi_xlsx_feed_set_day (self->feed, self->row, column, koyomi_record_get_day (row->run, field), self->formats[column]);
    }
  else if (column == KOYOMI_RUN_COLUMN_PROGRESS)
    _koyomi_xlsx_feed_set_number (self->feed, self->row, column, koyomi_record_get_int (row->run, field) / 100.0, self->formats[column]);
  else
    {
      g_autofree char *label = koyomi_run_row_format (row, column, self->workbook->calendar->language);

      _koyomi_xlsx_feed_set_text (self->feed, self->row, column, label, self->formats[column]);
    }
}

static gboolean
write_run (const KoyomiRunRow  *row,
           gpointer             data,
           GError             **error)
{
  Writer *self = data;

  if (row->row != self->calendar_row)
    {
      _koyomi_calendar_xlsx_write_rows (self->workbook, row->row);
      g_array_set_size (row->row->bars, 0);
    }
  self->calendar_row = row->row;
  _koyomi_calendar_xlsx_add_bar (self->workbook, row);

  self->row++;
  if (self->row <= MOST_RUNS)
    {
      set_height (self, row);
      for (KoyomiRunColumn column = 0; column < KOYOMI_N_RUN_COLUMNS; column++)
        write_cell (self, row, column);
    }

  _koyomi_quality_visit (self->workbook->quality, row);

  return TRUE;
}

static void
write_labels (Writer *self)
{
  KoyomiXlsxPage *page = &self->workbook->runs;
  KoyomiLanguage language = self->workbook->calendar->language;

  worksheet_set_default_row (page->sheet, LINE_HEIGHT, LXW_FALSE);
  _koyomi_xlsx_page_set_height (page, 0, HEAD_HEIGHT);
  for (KoyomiRunColumn column = 0; column < KOYOMI_N_RUN_COLUMNS; column++)
    {
      worksheet_set_column (page->sheet, column, column, columns[column].width, NULL);
      self->formats[column] = _koyomi_xlsx_styles_get (self->workbook->styles, columns[column].style, 0);
      _koyomi_xlsx_page_set_text (page, 0, column, koyomi_run_column_get_label (column, language),
                                  _koyomi_xlsx_styles_get (self->workbook->styles, KOYOMI_XLSX_STYLE_HEAD, 0));
    }
}

static KoyomiXlsxFeed *
feed_page (Writer *self)
{
  lxw_format *formats[KOYOMI_N_RUN_COLUMNS + 1];

  for (guint i = 0; i < KOYOMI_N_RUN_COLUMNS; i++)
    formats[i] = self->formats[i];
  formats[KOYOMI_N_RUN_COLUMNS] = _koyomi_xlsx_styles_get (self->workbook->styles, KOYOMI_XLSX_STYLE_HEAD, 0);

  return _koyomi_xlsx_feed_new (&self->workbook->runs, formats, G_N_ELEMENTS (formats));
}

/* The colours of the column of states follow its text, so that they stay right when somebody edits it. The lines of the table go
 * through the cells that are left out; where two rules meet, programs show one of them. */
static void
add_rules (Writer *self)
{
  lxw_row_t last = MAX (self->row, 1);
  lxw_conditional_format grid = {
    .type = LXW_CONDITIONAL_TYPE_FORMULA,
    .value_string = "=ROW()>1",
    .format = _koyomi_xlsx_styles_new_grid (self->workbook->styles),
  };

  for (guint state = 0; state < KOYOMI_N_STATES; state++)
    {
      g_autofree char *value = g_strdup_printf ("\"%s\"", koyomi_state_get_label (state, self->workbook->calendar->language));
      lxw_conditional_format rule = {
        .type = LXW_CONDITIONAL_TYPE_CELL,
        .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
        .value_string = value,
        .format = _koyomi_xlsx_styles_new_rule (self->workbook->styles, state),
      };

      worksheet_conditional_format_range (self->workbook->runs.sheet, 1, KOYOMI_RUN_COLUMN_STATE, last, KOYOMI_RUN_COLUMN_STATE,
                                          &rule);
    }

  worksheet_conditional_format_range (self->workbook->runs.sheet, 1, 0, last, KOYOMI_RUN_COLUMN_STATE - 1, &grid);
  worksheet_conditional_format_range (self->workbook->runs.sheet, 1, KOYOMI_RUN_COLUMN_STATE + 1, last, KOYOMI_N_RUN_COLUMNS - 1,
                                      &grid);
}

/* One row a run, the lines of functions in the annual sheet, and what the legend counts: each run is read once. Runs beyond the last row that Excel has are only counted. */
gboolean
_koyomi_calendar_xlsx_write_runs (KoyomiCalendarXlsx  *self,
                                  KoyomiProgressFunc   progress,
                                  gpointer             progress_data,
                                  GCancellable        *cancellable,
                                  GError             **error)
{
  Writer writer = { .workbook = self };
  gboolean done;

  write_labels (&writer);
  writer.feed = feed_page (&writer);
  done = koyomi_run_table_for_each (self->session, self->calendar, write_run, &writer, progress, progress_data, cancellable, error);
  _koyomi_xlsx_feed_finish (writer.feed);
  for (guint i = 0; i < KOYOMI_N_RUN_COLUMNS; i++)
    g_free (writer.measured[i]);
  if (!done)
    return FALSE;

  _koyomi_calendar_xlsx_write_rows (self, NULL);

  writer.row = MIN (writer.row, MOST_RUNS);
  add_rules (&writer);
  worksheet_autofilter (self->runs.sheet, 0, 0, MAX (writer.row, 1), KOYOMI_N_RUN_COLUMNS - 1);
  worksheet_freeze_panes (self->runs.sheet, 1, KOYOMI_RUN_COLUMN_TITLE + 1);
  worksheet_repeat_rows (self->runs.sheet, 0, 0);
  worksheet_repeat_columns (self->runs.sheet, 0, KOYOMI_RUN_COLUMN_TITLE);

  return _koyomi_xlsx_page_check (&self->annual, error) && _koyomi_xlsx_page_check (&self->runs, error);
}
