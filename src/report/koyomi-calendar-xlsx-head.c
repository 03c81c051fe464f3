#include "koyomi-calendar-xlsx-private.h"

#include "koyomi-cell-text-private.h"
#include "koyomi-day.h"
#include "koyomi-entry.h"
#include "koyomi-handover.h"

#define FIRST_MONTH KOYOMI_CALENDAR_COLUMN_MONTH
#define LAST_COLUMN (KOYOMI_CALENDAR_N_COLUMNS - 1)

#define TITLE_HEIGHT 33
#define LINE_HEIGHT 20
#define STAMP_HEIGHT 26
#define QUARTER_HEIGHT 20
#define MONTH_HEIGHT 34
#define MOST_HEIGHT 400

/* Of a month's cell in the strip of meetings. */
#define MOST_MEETINGS 12

/* By column: group, function, team, tasks, the three kinds of duties, a month. English needs more room for names. */
const double *
_koyomi_calendar_xlsx_get_widths (KoyomiLanguage language)
{
  static const double widths[KOYOMI_N_LANGUAGES][KOYOMI_CALENDAR_COLUMN_MONTH + 1] = {
    [KOYOMI_LANGUAGE_JA] = { 11.5, 18, 12.5, 33, 17.5, 18, 18, 13 },
    [KOYOMI_LANGUAGE_EN] = { 15.5, 20, 15, 38, 18.5, 20, 20, 14 },
  };

  return widths[language];
}

/* The vertical lines that mark quarters and today's month, for a cell from one month to another. */
KoyomiXlsxEdges
_koyomi_calendar_xlsx_get_edges (KoyomiCalendarXlsx *self,
                                 int                 first_month,
                                 int                 last_month)
{
  KoyomiXlsxEdges edges = 0;

  if (first_month % 3 == 0)
    edges |= KOYOMI_XLSX_EDGE_QUARTER;
  if (first_month == self->month_now)
    edges |= KOYOMI_XLSX_EDGE_NOW_LEFT;
  if (last_month == self->month_now)
    edges |= KOYOMI_XLSX_EDGE_NOW_RIGHT;

  return edges;
}

static char *
join_subtitle (KoyomiCalendarXlsx *self)
{
  KoyomiCalendar *calendar = self->calendar;
  g_autofree char *first = koyomi_day_format (koyomi_fiscal_year_get_first_day (calendar->year));
  g_autofree char *last = koyomi_day_format (koyomi_fiscal_year_get_last_day (calendar->year));
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->head->seq);

  /* Translators: first and last day of a period, the moment that a report shows, the number of the last entry of the change log,
   * the beginning of its hash */
  return g_strdup_printf (koyomi_tr (calendar->language, "Period %s to %s   As of %s   Change log No. %s (%.12s)"),
                          first, last, calendar->as_of, number, calendar->journal_head);
}

/* Boxes for seals or signatures, over the last three months. */
static void
write_stamps (KoyomiCalendarXlsx *self,
              lxw_row_t           row)
{
  KoyomiXlsxPage *page = &self->annual;
  gboolean is_head = row == KOYOMI_CALENDAR_ROW_TITLE;

  for (guint i = 0; i < KOYOMI_N_APPROVALS; i++)
    {
      lxw_col_t column = LAST_COLUMN - 2 + i;

      _koyomi_xlsx_page_set_text (page, row, column, is_head ? koyomi_approval_get_label (i, self->calendar->language) : NULL,
                                  _koyomi_xlsx_styles_get (self->styles, is_head ? KOYOMI_XLSX_STYLE_STAMP_HEAD :
                                                           KOYOMI_XLSX_STYLE_STAMP, 0));
      if (row == KOYOMI_CALENDAR_ROW_ORGANISATION)
        _koyomi_xlsx_page_merge (page, row, column, KOYOMI_CALENDAR_ROW_REMARK, column);
    }
}

static void
write_title (KoyomiCalendarXlsx *self)
{
  KoyomiCalendar *calendar = self->calendar;
  KoyomiXlsxPage *page = &self->annual;
  g_autofree char *year = koyomi_fiscal_year_format (calendar->year, calendar->language);
  g_autofree char *title = g_strdup_printf (koyomi_tr (calendar->language, "Annual calendar %s"), year);
  g_autofree char *number = koyomi_calendar_dup_number (calendar->year);
  g_autofree char *owner = koyomi_handover_format_owner (calendar->organisation, number, calendar->language);
  g_autofree char *subtitle = join_subtitle (self);

  _koyomi_xlsx_page_set_height (page, KOYOMI_CALENDAR_ROW_TITLE, TITLE_HEIGHT);
  _koyomi_xlsx_page_set_text (page, KOYOMI_CALENDAR_ROW_TITLE, 0, title,
                              _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_TITLE, 0));
  if (*calendar->classification != '\0')
    _koyomi_xlsx_page_set_span (page, KOYOMI_CALENDAR_ROW_TITLE, LAST_COLUMN - 5, LAST_COLUMN - 4, calendar->classification,
                                _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_MARK, 0));
  write_stamps (self, KOYOMI_CALENDAR_ROW_TITLE);

  _koyomi_xlsx_page_set_height (page, KOYOMI_CALENDAR_ROW_ORGANISATION, STAMP_HEIGHT);
  _koyomi_xlsx_page_set_text (page, KOYOMI_CALENDAR_ROW_ORGANISATION, 0, owner,
                              _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_ORGANISATION, 0));
  write_stamps (self, KOYOMI_CALENDAR_ROW_ORGANISATION);

  _koyomi_xlsx_page_set_height (page, KOYOMI_CALENDAR_ROW_REMARK, STAMP_HEIGHT);
  _koyomi_xlsx_page_set_text (page, KOYOMI_CALENDAR_ROW_REMARK, 0, subtitle,
                              _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_REMARK, 0));
  write_stamps (self, KOYOMI_CALENDAR_ROW_REMARK);
}

/* What is left out, beside the legend. Returns: how high the line must be */
static double
write_remark (KoyomiCalendarXlsx *self)
{
  const double *widths = _koyomi_calendar_xlsx_get_widths (self->calendar->language);
  const char *remark = self->calendar->remark;
  double width = 0;

  if (*remark == '\0')
    return LINE_HEIGHT;

  for (lxw_col_t column = 0; column < FIRST_MONTH - 1; column++)
    width += widths[column];
  _koyomi_xlsx_page_set_span (&self->annual, KOYOMI_CALENDAR_ROW_LEGEND, 0, FIRST_MONTH - 2, remark,
                              _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_PART, 0));

  return CLAMP (_koyomi_cell_text_get_height (remark, _koyomi_xlsx_style_get_size (KOYOMI_XLSX_STYLE_PART), width,
                                              self->calendar->language), LINE_HEIGHT, MOST_HEIGHT);
}

/* Each state as a run of it looks, the meeting's sign, and what a moved run leaves. */
static void
write_legend_strip (KoyomiCalendarXlsx *self)
{
  KoyomiLanguage language = self->calendar->language;
  KoyomiXlsxPage *page = &self->annual;
  lxw_row_t row = KOYOMI_CALENDAR_ROW_LEGEND;

  _koyomi_xlsx_page_set_height (page, row, write_remark (self));
  _koyomi_xlsx_page_set_text (page, row, FIRST_MONTH - 1, koyomi_tr (language, "Legend"),
                              _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_LEGEND_HEAD, 0));
  for (guint state = 0; state < KOYOMI_N_STATES; state++)
    {
      g_autofree char *text = g_strdup_printf ("%s %s", koyomi_state_get_glyph (state), koyomi_state_get_label (state, language));

      _koyomi_xlsx_page_set_text (page, row, FIRST_MONTH + state, text, _koyomi_xlsx_styles_get_state (self->styles, state, 0));
    }

  _koyomi_xlsx_page_set_span (page, row, FIRST_MONTH + KOYOMI_N_STATES, FIRST_MONTH + KOYOMI_N_STATES + 1,
                              koyomi_tr (language, "◆ ◇ Meeting, milestone"),
                              _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_STRIP_HEAD, 0));
  _koyomi_xlsx_page_set_span (page, row, LAST_COLUMN - 1, LAST_COLUMN, koyomi_tr (language, "⇒ Before it was moved"),
                              _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_GHOST, 0));
}

static char *
format_quarter (KoyomiCalendar *calendar,
                int             quarter)
{
  g_autofree char *name = koyomi_fiscal_year_format_quarter (calendar->year, quarter, calendar->language);
  g_autofree char *first = koyomi_fiscal_year_format_month (calendar->year, quarter * 3 - 3, calendar->language);
  g_autofree char *last = koyomi_fiscal_year_format_month (calendar->year, quarter * 3 - 1, calendar->language);

  if (koyomi_fiscal_year_get_quarter (calendar->year, calendar->today) == quarter)
    /* Translators: a quarter, its first and its last month; it holds today */
    return g_strdup_printf (koyomi_tr (calendar->language, "%s (%s–%s), current quarter"), name, first, last);

  /* Translators: a quarter, its first and its last month */
  return g_strdup_printf (koyomi_tr (calendar->language, "%s (%s–%s)"), name, first, last);
}

static void
write_quarters (KoyomiCalendarXlsx *self)
{
  KoyomiXlsxPage *page = &self->annual;
  lxw_row_t row = KOYOMI_CALENDAR_ROW_QUARTERS;
  lxw_format *head = _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_HEAD, 0);

  _koyomi_xlsx_page_set_height (page, row, QUARTER_HEIGHT);
  for (lxw_col_t column = 0; column < FIRST_MONTH; column++)
    _koyomi_xlsx_page_set_blank (page, row, column, head);

  for (int quarter = 1; quarter <= 4; quarter++)
    {
      g_autofree char *text = format_quarter (self->calendar, quarter);
      lxw_col_t first = FIRST_MONTH + quarter * 3 - 3;
      gboolean is_now = self->month_now >= 0 && self->month_now / 3 == quarter - 1;

      _koyomi_xlsx_page_set_span (page, row, first, first + 2, text,
                                  _koyomi_xlsx_styles_get (self->styles, is_now ? KOYOMI_XLSX_STYLE_HEAD_NOW :
                                                           KOYOMI_XLSX_STYLE_HEAD, KOYOMI_XLSX_EDGE_QUARTER));
    }
}

static char *
format_month (KoyomiCalendarXlsx *self,
              int                 index)
{
  KoyomiCalendar *calendar = self->calendar;
  g_autofree char *month = koyomi_fiscal_year_format_month (calendar->year, index, calendar->language);
  int number, day;

  if (index != self->month_now)
    return g_steal_pointer (&month);

  koyomi_day_get (calendar->today, NULL, &number, &day);

  /* Translators: the name of today's month, then the number of the month and the day */
  return g_strdup_printf (koyomi_tr (calendar->language, "%s\n▼ Today %d/%d"), month, number, day);
}

static void
write_months (KoyomiCalendarXlsx *self)
{
  static const char * const group_labels[KOYOMI_N_GROUPINGS] = {
    [KOYOMI_GROUPING_FUNCTION_GROUP] = N_("Function group"),
    [KOYOMI_GROUPING_TEAM] = N_("By team"),
    [KOYOMI_GROUPING_STATE] = N_("By state"),
  };
  const char * const labels[] = {
    group_labels[self->calendar->grouping], N_("Function"), N_("Team"), N_("Tasks"), N_("Monthly"), N_("Routine"), N_("At incident"),
  };

  KoyomiXlsxPage *page = &self->annual;
  lxw_row_t row = KOYOMI_CALENDAR_ROW_MONTHS;

  _koyomi_xlsx_page_set_height (page, row, MONTH_HEIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    _koyomi_xlsx_page_set_text (page, row, i, koyomi_tr (self->calendar->language, labels[i]),
                                _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_HEAD, 0));

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *text = format_month (self, i);
      KoyomiXlsxStyle style = i == self->month_now ? KOYOMI_XLSX_STYLE_HEAD_NOW : KOYOMI_XLSX_STYLE_HEAD;

      _koyomi_xlsx_page_set_text (page, row, FIRST_MONTH + i, text,
                                  _koyomi_xlsx_styles_get (self->styles, style, _koyomi_calendar_xlsx_get_edges (self, i, i)));
    }
}

static char *
list_meetings (KoyomiCalendar *calendar,
               int             month)
{
  static const char * const signs[] = {
    [KOYOMI_MEETING_STATUS_PLANNED] = "◇",
    [KOYOMI_MEETING_STATUS_HELD] = "◆",
    [KOYOMI_MEETING_STATUS_CANCELLED] = "×",
  };

  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < calendar->milestones->len; i++)
    {
      const KoyomiMilestone *milestone = &g_array_index (calendar->milestones, KoyomiMilestone, i);
      int number, day;

      if (milestone->day < calendar->first_day || milestone->day > calendar->last_day ||
          koyomi_fiscal_year_get_month_index (calendar->year, milestone->day) != month || n++ >= MOST_MEETINGS)
        continue;

      koyomi_day_get (milestone->day, NULL, &number, &day);
      g_string_append_printf (text, "%s%s %s %d/%d", n > 1 ? "\n" : "", signs[milestone->status], milestone->title, number, day);
    }

  if (n > MOST_MEETINGS)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, koyomi_ntr (calendar->language, "%d more", "%d more", n - MOST_MEETINGS), n - MOST_MEETINGS);
    }

  return g_string_free (text, FALSE);
}

static void
write_meetings (KoyomiCalendarXlsx *self)
{
  KoyomiLanguage language = self->calendar->language;
  KoyomiXlsxPage *page = &self->annual;
  lxw_row_t row = KOYOMI_CALENDAR_ROW_MEETINGS;
  double height = LINE_HEIGHT;
  char *texts[12];

  for (int i = 0; i < 12; i++)
    {
      texts[i] = list_meetings (self->calendar, i);
      height = MAX (height, _koyomi_cell_text_get_height (texts[i], _koyomi_xlsx_style_get_size (KOYOMI_XLSX_STYLE_STRIP),
                                                          _koyomi_calendar_xlsx_get_widths (language)[FIRST_MONTH], language));
    }

  _koyomi_xlsx_page_set_height (page, row, MIN (height, MOST_HEIGHT));
  _koyomi_xlsx_page_set_span (page, row, 0, FIRST_MONTH - 1,
                              koyomi_tr (language, "Committee meetings (◆ held  ◇ planned  × cancelled)"),
                              _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_STRIP_HEAD, 0));
  for (int i = 0; i < 12; i++)
    {
      _koyomi_xlsx_page_set_text (page, row, FIRST_MONTH + i, texts[i],
                                  _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_STRIP,
                                                           _koyomi_calendar_xlsx_get_edges (self, i, i)));
      g_free (texts[i]);
    }
}

static void
set_columns (KoyomiCalendarXlsx *self)
{
  const double *widths = _koyomi_calendar_xlsx_get_widths (self->calendar->language);

  for (lxw_col_t column = 0; column < KOYOMI_CALENDAR_N_COLUMNS; column++)
    worksheet_set_column (self->annual.sheet, column, column, widths[MIN (column, FIRST_MONTH)], NULL);
}

/* From the title down to the strip of meetings. */
void
_koyomi_calendar_xlsx_write_head (KoyomiCalendarXlsx *self)
{
  set_columns (self);
  write_title (self);
  write_legend_strip (self);
  write_quarters (self);
  write_months (self);
  write_meetings (self);
}
