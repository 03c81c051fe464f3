#include "koyomi-calendar-xlsx-private.h"

#include "koyomi-calendar-months-private.h"
#include "koyomi-cell-text-private.h"
#include "koyomi-day.h"

#include <math.h>
#include <string.h>

#define FIRST_MONTH KOYOMI_CALENDAR_COLUMN_MONTH

#define LEAST_HEIGHT 18
#define MOST_HEIGHT 400.0
#define EMPTY_HEIGHT 48

/* What stands in the columns before the months, over all lanes of a function. */
typedef struct
{
  const char *texts[FIRST_MONTH];
  char       *owned[FIRST_MONTH];
} Facts;

static const KoyomiXlsxStyle fact_styles[FIRST_MONTH] = {
  KOYOMI_XLSX_STYLE_GROUP, KOYOMI_XLSX_STYLE_FUNCTION, KOYOMI_XLSX_STYLE_DETAIL, KOYOMI_XLSX_STYLE_DETAIL,
  KOYOMI_XLSX_STYLE_DETAIL, KOYOMI_XLSX_STYLE_DETAIL, KOYOMI_XLSX_STYLE_DETAIL,
};

/* With what stands before the items of a list in the language. */
static void
append_item (GString        *text,
             const char     *item,
             KoyomiLanguage  language)
{
  if (*item != '\0')
    g_string_append_printf (text, "%s%s%s", text->len > 0 ? "\n" : "", language == KOYOMI_LANGUAGE_JA ? "・" : "• ", item);
}

static char *
join_duties (GPtrArray      *duties,
             KoyomiLanguage  language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < duties->len; i++)
    append_item (text, g_ptr_array_index (duties, i), language);

  return g_string_free (text, FALSE);
}

static char *
join_tasks (const char     *tasks,
            KoyomiLanguage  language)
{
  g_auto(GStrv) lines = g_strsplit (tasks, "\n", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    append_item (text, lines[i], language);

  return g_string_free (text, FALSE);
}

static void
init_facts (Facts             *self,
            KoyomiCalendarRow *row,
            KoyomiLanguage     language)
{
  memset (self, 0, sizeof *self);
  self->owned[KOYOMI_CALENDAR_COLUMN_TASKS] = join_tasks (koyomi_record_get_text (row->function, KOYOMI_FUNCTION_TASKS), language);
  for (guint i = 0; i < G_N_ELEMENTS (row->duties); i++)
    self->owned[KOYOMI_CALENDAR_COLUMN_MONTHLY + i] = join_duties (row->duties[i], language);

  for (guint i = 0; i < FIRST_MONTH; i++)
    self->texts[i] = self->owned[i];
  self->texts[KOYOMI_CALENDAR_COLUMN_GROUP] = koyomi_record_get_title (row->group);
  self->texts[KOYOMI_CALENDAR_COLUMN_FUNCTION] = koyomi_record_get_title (row->function);
  self->texts[KOYOMI_CALENDAR_COLUMN_TEAM] = row->team;
}

static void
clear_facts (Facts *self)
{
  for (guint i = 0; i < FIRST_MONTH; i++)
    g_free (self->owned[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Facts, clear_facts)

static double
measure_fact (KoyomiCalendarXlsx *self,
              const Facts        *facts,
              guint               column)
{
  return _koyomi_cell_text_get_height (facts->texts[column], _koyomi_xlsx_style_get_size (fact_styles[column]),
                                       _koyomi_calendar_xlsx_get_widths (self->calendar->language)[column],
                                       self->calendar->language);
}

static const char *
get_sign (const KoyomiBar *bar)
{
  return bar->state == KOYOMI_STATE_DONE || bar->state == KOYOMI_STATE_DONE_LATE ? "◆" : "◇";
}

/* A meeting or milestone shows its day, and its state beside the diamond where that does not tell it. */
static char *
format_meeting (const KoyomiBar *bar)
{
  gboolean is_told = bar->state == KOYOMI_STATE_DONE || bar->state == KOYOMI_STATE_PLANNED;
  int month, day;

  koyomi_day_get (bar->first_day, NULL, &month, &day);

  return g_strdup_printf ("%s%s %s %d/%d", is_told ? "" : koyomi_state_get_glyph (bar->state), get_sign (bar), bar->title, month, day);
}

static char *
format_span (KoyomiCalendarXlsx    *self,
             const KoyomiMonthSpan *span)
{
  const KoyomiBar *bar = span->bar;
  int month, day;

  if (span->is_ghost)
    {
      koyomi_day_get (bar->first_day, NULL, &month, &day);
      /* Translators: where a run stood before it was moved: its title, and the month and day it now begins on */
      return g_strdup_printf (koyomi_tr (self->calendar->language, "⇒ %s (moved to %d/%d)"), bar->title, month, day);
    }

  if (bar->kind != KOYOMI_ACTIVITY_KIND_TASK)
    return format_meeting (bar);

  return g_strdup_printf ("%s %s", koyomi_state_get_glyph (bar->state), bar->title);
}

static char *
format_more (KoyomiCalendarXlsx     *self,
             const KoyomiMonthLanes *lanes,
             guint                   month)
{
  guint n = lanes->n_more[month];
  g_autofree char *count = NULL;

  if (n == 0)
    return NULL;

  count = g_strdup_printf (koyomi_ntr (self->calendar->language, "%d more", "%d more", n), n);

  return g_strdup_printf ("%s %s", koyomi_state_get_glyph (lanes->worst[month]), count);
}

static double
measure_lane (KoyomiCalendarXlsx     *self,
              const KoyomiMonthLanes *lanes,
              guint                   lane)
{
  double width = _koyomi_calendar_xlsx_get_widths (self->calendar->language)[FIRST_MONTH];
  double height = LEAST_HEIGHT;

  for (guint i = 0; i < lanes->spans->len; i++)
    {
      const KoyomiMonthSpan *span = &g_array_index (lanes->spans, KoyomiMonthSpan, i);

      if (span->lane == lane)
        {
          g_autofree char *text = format_span (self, span);

          height = MAX (height, _koyomi_cell_text_get_height (text, _koyomi_xlsx_style_get_size (KOYOMI_XLSX_STYLE_STATE),
                                                              width * (span->last - span->first + 1), self->calendar->language));
        }
    }

  return MIN (height, MOST_HEIGHT);
}

/* The heights of a function's rows: at least what the lanes need, and together what its other columns do. Excel's rows end at 409
 * points, so that very long texts may take rows of their own.
 * Returns: (element-type gdouble) */
static GArray *
measure_rows (KoyomiCalendarXlsx     *self,
              const Facts            *facts,
              const KoyomiMonthLanes *lanes,
              double                  least)
{
  GArray *heights = g_array_new (FALSE, FALSE, sizeof (double));
  double have = 0;

  for (guint column = KOYOMI_CALENDAR_COLUMN_FUNCTION; column < FIRST_MONTH; column++)
    least = MAX (least, measure_fact (self, facts, column));

  for (guint lane = 0; lane < lanes->n_lanes; lane++)
    {
      double height = measure_lane (self, lanes, lane);

      have += height;
      g_array_append_val (heights, height);
    }

  while (heights->len * MOST_HEIGHT < least)
    {
      double height = LEAST_HEIGHT;

      have += height;
      g_array_append_val (heights, height);
    }

  for (guint i = 0; i < heights->len && have < least; i++)
    {
      double *height = &g_array_index (heights, double, i);
      double add = MIN (ceil ((least - have) / (heights->len - i)), MOST_HEIGHT - *height);

      *height += add;
      have += add;
    }

  return heights;
}

static void
write_span (KoyomiCalendarXlsx    *self,
            lxw_row_t              row,
            const KoyomiMonthSpan *span,
            KoyomiXlsxEdges        edges)
{
  g_autofree char *text = format_span (self, span);
  KoyomiXlsxStyle style = span->is_ghost ? KOYOMI_XLSX_STYLE_GHOST : KOYOMI_XLSX_STYLE_STATE + span->bar->state;

  edges |= _koyomi_calendar_xlsx_get_edges (self, span->first, span->last);
  _koyomi_xlsx_page_set_span (&self->annual, row, FIRST_MONTH + span->first, FIRST_MONTH + span->last, text,
                              _koyomi_xlsx_styles_get (self->styles, style, edges));
}

static void
write_more (KoyomiCalendarXlsx     *self,
            lxw_row_t               row,
            const KoyomiMonthLanes *lanes,
            guint                   month,
            KoyomiXlsxEdges         edges)
{
  g_autofree char *text = format_more (self, lanes, month);

  _koyomi_xlsx_page_set_text (&self->annual, row, FIRST_MONTH + month, text,
                              _koyomi_xlsx_styles_get_state (self->styles, lanes->worst[month], edges));
}

/* One lane from the first month to the last. */
static void
write_lane (KoyomiCalendarXlsx     *self,
            lxw_row_t               row,
            const KoyomiMonthLanes *lanes,
            guint                   lane,
            KoyomiXlsxEdges         edges)
{
  guint next = 0;

  while (next < lanes->spans->len && g_array_index (lanes->spans, KoyomiMonthSpan, next).lane < lane)
    next++;

  for (guint month = 0; month < KOYOMI_MONTHS; month++)
    {
      const KoyomiMonthSpan *span = next < lanes->spans->len ? &g_array_index (lanes->spans, KoyomiMonthSpan, next) : NULL;
      KoyomiXlsxEdges sides = edges | _koyomi_calendar_xlsx_get_edges (self, month, month);

      if (span != NULL && span->lane == lane && span->first == month)
        {
          write_span (self, row, span, edges);
          month = span->last;
          next++;
        }
      else if (lanes->has_more && lane == lanes->n_lanes - 1 && lanes->n_more[month] > 0)
        write_more (self, row, lanes, month, sides);
      else
        _koyomi_xlsx_page_set_blank (&self->annual, row, FIRST_MONTH + month,
                                     _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_MONTH, sides));
    }
}

/* The cells before the months. Those of one function are merged, so only the first row has their texts. */
static void
write_facts (KoyomiCalendarXlsx *self,
             lxw_row_t           row,
             const Facts        *facts,
             gboolean            is_first,
             gboolean            begins_group,
             KoyomiXlsxEdges     edges)
{
  for (guint column = 0; column < FIRST_MONTH; column++)
    {
      gboolean shows = column == KOYOMI_CALENDAR_COLUMN_GROUP ? is_first && begins_group : is_first;

      _koyomi_xlsx_page_set_text (&self->annual, row, column, shows ? facts->texts[column] : NULL,
                                  _koyomi_xlsx_styles_get (self->styles, fact_styles[column], edges));
    }
}

/* Whether the row at @index is of another group than the one before it. */
static gboolean
begins_group (KoyomiCalendar *calendar,
              guint           index)
{
  KoyomiCalendarRow *row, *before;

  if (index == 0 || index >= calendar->rows->len)
    return TRUE;

  row = g_ptr_array_index (calendar->rows, index);
  before = g_ptr_array_index (calendar->rows, index - 1);

  return koyomi_record_get_id (row->group) != koyomi_record_get_id (before->group);
}

static void
write_function (KoyomiCalendarXlsx *self,
                guint               index)
{
  KoyomiCalendarPosition *position = &self->position;
  KoyomiCalendarRow *row = g_ptr_array_index (self->calendar->rows, index);
  gboolean first_of_group = begins_group (self->calendar, index);
  gboolean last_of_group = begins_group (self->calendar, index + 1);
  gboolean is_last = index + 1 == self->calendar->rows->len;
  g_auto(KoyomiMonthLanes) lanes = { 0 };
  g_auto(Facts) facts = { 0 };
  g_autoptr(GArray) heights = NULL;
  lxw_row_t first_row = position->row;

  if (first_of_group)
    {
      position->group_row = position->row;
      position->group_height = 0;
    }

  init_facts (&facts, row, self->calendar->language);
  _koyomi_month_lanes_init (&lanes, row, self->calendar->year);
  heights = measure_rows (self, &facts, &lanes, last_of_group ? measure_fact (self, &facts, KOYOMI_CALENDAR_COLUMN_GROUP) -
                          position->group_height : 0);

  for (guint i = 0; i < heights->len; i++, position->row++)
    {
      KoyomiXlsxEdges edges = i == 0 ? (first_of_group ? KOYOMI_XLSX_EDGE_GROUP : KOYOMI_XLSX_EDGE_TOP) : 0;

      if (is_last && i + 1 == heights->len)
        edges |= KOYOMI_XLSX_EDGE_BOTTOM;
      _koyomi_xlsx_page_set_height (&self->annual, position->row, g_array_index (heights, double, i));
      write_facts (self, position->row, &facts, i == 0, first_of_group, edges);
      write_lane (self, position->row, &lanes, i, edges);
      position->group_height += g_array_index (heights, double, i);
    }

  for (guint column = KOYOMI_CALENDAR_COLUMN_FUNCTION; column < FIRST_MONTH; column++)
    _koyomi_xlsx_page_merge (&self->annual, first_row, column, position->row - 1, column);
  if (last_of_group)
    _koyomi_xlsx_page_merge (&self->annual, position->group_row, KOYOMI_CALENDAR_COLUMN_GROUP, position->row - 1,
                             KOYOMI_CALENDAR_COLUMN_GROUP);
}

static void
write_emptiness (KoyomiCalendarXlsx *self)
{
  KoyomiLanguage language = self->calendar->language;
  lxw_row_t row = KOYOMI_CALENDAR_ROW_FUNCTIONS;

  _koyomi_xlsx_page_set_height (&self->annual, row, EMPTY_HEIGHT);
  _koyomi_xlsx_page_set_span (&self->annual, row, 0, KOYOMI_CALENDAR_N_COLUMNS - 1,
                              *self->calendar->remark != '\0'
                                ? koyomi_tr (language, "Nothing answers this filter.")
                                : koyomi_tr (language, "This plan has no functions yet. Add some, or import a table of functions."),
                              _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_EMPTY, 0));
}

/* Keeps a run for its function's line. */
void
_koyomi_calendar_xlsx_add_bar (KoyomiCalendarXlsx *self,
                               const KoyomiRunRow *run)
{
  const char *title = koyomi_record_get_title (run->run);
  KoyomiBar *bar = koyomi_calendar_row_add (run->row, *title != '\0' ? title : koyomi_record_get_title (run->activity));

  bar->occurrence_id = koyomi_record_get_id (run->run);
  bar->activity_id = koyomi_record_get_id (run->activity);
  bar->kind = koyomi_record_get_int (run->activity, KOYOMI_ACTIVITY_KIND);
  bar->state = run->state;
  bar->first_day = koyomi_record_get_day (run->run, KOYOMI_OCCURRENCE_FIRST_DAY);
  bar->last_day = koyomi_record_get_day (run->run, KOYOMI_OCCURRENCE_LAST_DAY);
  bar->original_first = koyomi_record_get_day (run->run, KOYOMI_OCCURRENCE_ORIGINAL_FIRST);
  bar->original_last = koyomi_record_get_day (run->run, KOYOMI_OCCURRENCE_ORIGINAL_LAST);
}

/**
 * _koyomi_calendar_xlsx_write_rows:
 * @before: (nullable): the row to stop at; NULL writes all that are left
 *
 * Writes the lines of functions whose runs are complete, and lets the runs go: a plan may hold more of them than should stand in
 * memory at once.
 */
void
_koyomi_calendar_xlsx_write_rows (KoyomiCalendarXlsx      *self,
                                  const KoyomiCalendarRow *before)
{
  GPtrArray *rows = self->calendar->rows;

  if (rows->len == 0)
    write_emptiness (self);

  for (; self->position.index < rows->len; self->position.index++)
    {
      KoyomiCalendarRow *row = g_ptr_array_index (rows, self->position.index);

      if (row == before)
        return;

      write_function (self, self->position.index);
      g_array_set_size (row->bars, 0);
    }
}
