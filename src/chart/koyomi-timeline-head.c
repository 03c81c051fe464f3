#include "koyomi-timeline-paint.h"

#include "koyomi-day.h"
#include "koyomi-legend-paint-private.h"
#include "koyomi-timeline-private.h"

#include <math.h>
#include <string.h>

#define M (&koyomi_chart_measures)
#define T (&koyomi_timeline_measures)

/* What a cell of the head stands for. */
typedef enum
{
  UNIT_QUARTER,
  UNIT_MONTH,
  UNIT_WEEK,
  UNIT_DAY,
} Unit;

/* From the longest text of a cell to the shortest. */
typedef enum
{
  FORM_LONG,
  FORM_MIDDLE,
  FORM_SHORT,
  N_FORMS,
} Form;

/* What the texts of a band keep clear of: the label or the line of today. */
typedef struct
{
  double left;
  double right;
} Obstacle;

/* One of the two bands of the head. */
typedef struct
{
  KoyomiTimeline       *timeline;
  KoyomiBrush          *brush;
  Unit                  unit;
  gboolean              upper;
  double                y;
  double                height;
  double                bottom;     /* of the lines between cells */
  Obstacle              obstacle;
  KoyomiChartTextFlags  flags;
  Form                  first_form; /* no text is longer */
} Band;

static const char * const weekdays[] = {
  /* Translators: the short names of the days of the week, above a column of a calendar */
  N_("Mon"),
  N_("Tue"),
  N_("Wed"),
  N_("Thu"),
  N_("Fri"),
  N_("Sat"),
  N_("Sun"),
};

static Unit
get_unit (KoyomiZoom zoom,
          gboolean   upper)
{
  if (zoom <= KOYOMI_ZOOM_HALF)
    return upper ? UNIT_QUARTER : UNIT_MONTH;
  if (zoom == KOYOMI_ZOOM_QUARTER)
    return upper ? UNIT_MONTH : UNIT_WEEK;

  return upper ? UNIT_MONTH : UNIT_DAY;
}

static guint32
get_first (KoyomiTimeline *self,
           Unit            unit,
           guint32         day)
{
  KoyomiFiscalYear year = self->calendar->year;

  switch (unit)
    {
    case UNIT_QUARTER:
      return koyomi_fiscal_year_get_month_first (year, (koyomi_fiscal_year_get_quarter (year, day) - 1) * 3);
    case UNIT_MONTH:
      return koyomi_day_get_month_first (day);
    case UNIT_WEEK:
      return day - (koyomi_day_get_weekday (day) - 1);
    case UNIT_DAY:
    default:
      return day;
    }
}

static guint32
get_last (KoyomiTimeline *self,
          Unit            unit,
          guint32         first_day)
{
  switch (unit)
    {
    case UNIT_QUARTER:
      return koyomi_day_get_month_last (koyomi_day_add_months (first_day, 2));
    case UNIT_MONTH:
      return koyomi_day_get_month_last (first_day);
    case UNIT_WEEK:
      return first_day + 6;
    case UNIT_DAY:
    default:
      return first_day;
    }
}

static char *
format_quarter (KoyomiTimeline *self,
                guint32         first_day,
                gboolean        now,
                Form            form)
{
  KoyomiLanguage language = self->calendar->language;
  int quarter = koyomi_fiscal_year_get_quarter (self->calendar->year, first_day);
  g_autofree char *name = koyomi_fiscal_year_format_quarter (self->calendar->year, quarter, language);

  if (now && form == FORM_LONG)
    /* Translators: %s is a quarter of a fiscal year */
    return g_strdup_printf (koyomi_tr (language, "%s (current)"), name);
  /* As short as in English it is understood everywhere. */
  if (form == FORM_SHORT)
    return koyomi_fiscal_year_format_quarter (self->calendar->year, quarter, KOYOMI_LANGUAGE_EN);

  return g_steal_pointer (&name);
}

static char *
format_month (KoyomiTimeline *self,
              guint32         first_day,
              gboolean        upper,
              Form            form)
{
  KoyomiLanguage language = self->calendar->language;
  int index = koyomi_fiscal_year_get_month_index (self->calendar->year, first_day);
  g_autofree char *name = koyomi_fiscal_year_format_month (self->calendar->year, index, language);
  int year, month;

  koyomi_day_get (first_day, &year, &month, NULL);
  if (upper && form == FORM_LONG)
    /* Translators: the name of a month and the year */
    return g_strdup_printf (koyomi_trc (language, "month", "%1$s %2$d"), name, year);
  if (form == FORM_SHORT)
    return g_strdup_printf ("%d", month);

  return g_steal_pointer (&name);
}

/* A week by its Monday. */
static char *
format_week (KoyomiTimeline *self,
             guint32         first_day,
             Form            form)
{
  KoyomiLanguage language = self->calendar->language;
  KoyomiFiscalYear year = koyomi_fiscal_year_of_day (first_day, self->calendar->year.start_month);
  g_autofree char *name = koyomi_fiscal_year_format_month (year, koyomi_fiscal_year_get_month_index (year, first_day), language);
  int day;

  koyomi_day_get (first_day, NULL, NULL, &day);
  if (form == FORM_SHORT)
    return g_strdup_printf ("%d", day);

  /* Translators: a day of a month, and the month's name */
  return g_strdup_printf (koyomi_trc (language, "week", "%1$d %2$s"), day, name);
}

static char *
format_day (KoyomiTimeline *self,
            guint32         day,
            Form            form)
{
  KoyomiLanguage language = self->calendar->language;
  KoyomiWorkCalendar *work = self->calendar->work_calendar;
  const char *holiday = work != NULL ? koyomi_work_calendar_get_name (work, day, language) : NULL;
  const char *weekday = koyomi_tr (language, weekdays[koyomi_day_get_weekday (day) - 1]);
  g_autofree char *text = NULL;
  int number;

  koyomi_day_get (day, NULL, NULL, &number);
  if (form == FORM_SHORT)
    return g_strdup_printf ("%d", number);

  /* Translators: a day of the week in short, and the day of the month */
  text = g_strdup_printf (koyomi_trc (language, "day", "%1$s %2$d"), weekday, number);

  return form == FORM_LONG && holiday != NULL ? g_strdup_printf ("%s %s", text, holiday) : g_steal_pointer (&text);
}

static char *
format_cell (Band     *band,
             guint32   first_day,
             gboolean  now,
             Form      form)
{
  switch (band->unit)
    {
    case UNIT_QUARTER:
      return format_quarter (band->timeline, first_day, now, form);
    case UNIT_MONTH:
      return format_month (band->timeline, first_day, band->upper, form);
    case UNIT_WEEK:
      return format_week (band->timeline, first_day, form);
    case UNIT_DAY:
    default:
      return format_day (band->timeline, first_day, form);
    }
}

/* In the middle of the room, or of the larger part of it that the obstacle leaves.
 * Returns: whether a text of this width finds place there */
static gboolean
find_place (Obstacle  obstacle,
            double    left,
            double    right,
            double    width,
            double   *x)
{
  *x = (left + right - width) / 2;
  if (width > right - left)
    return FALSE;
  if (*x >= obstacle.right || *x + width <= obstacle.left)
    return TRUE;

  if (obstacle.left - left > right - obstacle.right)
    right = MIN (right, obstacle.left);
  else
    left = MAX (left, obstacle.right);
  *x = (left + right - width) / 2;

  return width <= right - left;
}

static KoyomiChartColour
get_text_colour (KoyomiChartColour ground)
{
  if (ground == KOYOMI_CHART_COLOUR_TODAY)
    return KOYOMI_CHART_COLOUR_TODAY_TEXT;

  return ground == KOYOMI_CHART_COLOUR_HEAD_NOW ? KOYOMI_CHART_COLOUR_HEAD_NOW_TEXT : KOYOMI_CHART_COLOUR_TEXT;
}

static gboolean
paint_form (Band              *band,
            const char        *text,
            double             left,
            double             right,
            Obstacle           obstacle,
            KoyomiChartColour  ground)
{
  double size = T->head_size * band->timeline->scale;
  double width = _koyomi_brush_measure_text (band->brush, text, size, band->flags);
  KoyomiRect rect = { 0, band->y, width, band->height };

  if (!find_place (obstacle, left, right, width, &rect.x))
    return FALSE;

  /* Over today's line, if it must be. */
  if (!band->upper)
    _koyomi_brush_fill_rect (band->brush, floor (rect.x), rect.y, ceil (width), rect.height, ground);
  _koyomi_brush_show_text (band->brush, text, size, rect, band->flags, get_text_colour (ground));

  return TRUE;
}

/* The longest form of the text that has room in what is seen of the cell. */
static void
paint_text (Band              *band,
            guint32            first_day,
            gboolean           now,
            double             left,
            double             right,
            KoyomiChartColour  ground)
{
  double padding = T->head_padding * band->timeline->scale / 2;

  left = MAX (left, 0) + padding;
  right = MIN (right, band->timeline->time.width) - padding;

  for (Form form = band->first_form; form < N_FORMS; form++)
    {
      g_autofree char *text = format_cell (band, first_day, now, form);

      if (paint_form (band, text, left, right, band->obstacle, ground) ||
          (!band->upper && paint_form (band, text, left, right, (Obstacle) { 0 }, ground)))
        return;
    }
}

static KoyomiChartColour
get_ground (Band     *band,
            guint32   first_day,
            gboolean  now)
{
  KoyomiWorkCalendar *work = band->timeline->calendar->work_calendar;
  gboolean weekend = koyomi_day_get_weekday (first_day) >= 6;

  if (band->unit == UNIT_DAY && now)
    return KOYOMI_CHART_COLOUR_TODAY;
  if (band->upper && now)
    return KOYOMI_CHART_COLOUR_HEAD_NOW;
  if (band->unit == UNIT_DAY && (work != NULL ? !koyomi_work_calendar_is_business_day (work, first_day) : weekend))
    return weekend ? KOYOMI_CHART_COLOUR_WEEKEND : KOYOMI_CHART_COLOUR_HOLIDAY;

  return KOYOMI_CHART_COLOUR_HEAD;
}

/* Returns: the longest form of the text that has room in the cell */
static Form
find_form (Band    *band,
           guint32  first_day,
           guint32  last_day)
{
  KoyomiTimeline *self = band->timeline;
  double line = _koyomi_timeline_get_size (self, T->line);
  double room = _koyomi_timeline_get_x (self, last_day + 1) - _koyomi_timeline_get_x (self, first_day) - line -
                T->head_padding * self->scale;

  for (Form form = 0; form < N_FORMS; form++)
    {
      g_autofree char *text = format_cell (band, first_day, FALSE, form);

      if (_koyomi_brush_measure_text (band->brush, text, T->head_size * self->scale, band->flags) <= room)
        return form;
    }

  return FORM_SHORT;
}

/* Where the names of some months have no room all of them are numbers: a mixture is hard to read. */
static void
choose_form (Band *band)
{
  KoyomiTimeline *self = band->timeline;

  for (guint32 day = self->time.first_day; day < self->time.last_day; day = koyomi_day_get_month_last (day) + 1)
    band->first_form = MAX (band->first_form, find_form (band, day, koyomi_day_get_month_last (day)));
}

static void
paint_cell (Band     *band,
            guint32   first_day,
            guint32   last_day,
            gboolean  labelled)
{
  KoyomiTimeline *self = band->timeline;
  gboolean now = self->calendar->today >= first_day && self->calendar->today <= last_day;
  KoyomiChartColour ground = get_ground (band, first_day, now);
  double line = _koyomi_timeline_get_size (self, T->line);
  double left = _koyomi_timeline_get_x (self, first_day);
  double right = _koyomi_timeline_get_x (self, MIN (last_day, self->time.last_day) + 1);

  if (labelled)
    {
      paint_text (band, first_day, now, left + line, right, ground);
      return;
    }

  _koyomi_brush_fill_rect (band->brush, left, band->y, right - left, band->height, ground);
  if (first_day > self->time.first_day)
    _koyomi_brush_fill_rect (band->brush, left, band->y, line, band->bottom - band->y,
                             band->upper ? KOYOMI_CHART_COLOUR_QUARTER_LINE : KOYOMI_CHART_COLOUR_MONTH_LINE);
}

/* @labelled: the texts; else what is behind them */
static void
paint_cells (Band     *band,
             gboolean  labelled)
{
  KoyomiTimeline *self = band->timeline;
  guint32 last_visible = koyomi_time_scale_get_last_visible (&self->time);
  guint32 first_day = get_first (self, band->unit, koyomi_time_scale_get_first_visible (&self->time));

  while (first_day <= last_visible)
    {
      guint32 last_day = get_last (self, band->unit, first_day);

      paint_cell (band, first_day, last_day, labelled);
      first_day = last_day + 1;
    }
}

/* Returns: where the label of today stands in the upper band; nothing where the days have cells of their own, or out of sight */
static KoyomiRect
place_label (KoyomiTimeline *self,
             KoyomiBrush    *brush,
             double          height)
{
  double line = _koyomi_timeline_get_size (self, T->today_width);
  double gap = _koyomi_timeline_get_size (self, T->head_padding) / 2;
  double x = _koyomi_timeline_get_today (self);
  const char *text = koyomi_tr (self->calendar->language, "Today");
  double width = ceil (_koyomi_brush_measure_text (brush, text, M->rail_size * brush->unit, KOYOMI_CHART_TEXT_BOLD)
                       + 2 * M->bar_padding * brush->unit);

  if (get_unit (koyomi_time_scale_get_zoom (&self->time), FALSE) == UNIT_DAY || x <= -line || x >= self->time.width)
    return (KoyomiRect) { 0 };

  x = CLAMP (x + floor ((line - width) / 2), 0, MAX (self->time.width - width, 0));

  return (KoyomiRect) { x, gap, width, height - 2 * gap };
}

static void
paint_label (KoyomiTimeline *self,
             KoyomiBrush    *brush,
             KoyomiRect      rect)
{
  double radius = M->bar_radius * brush->unit;

  _koyomi_brush_trace_rounded (brush, rect, radius, radius);
  _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_TODAY);
  cairo_fill (brush->cr);
  _koyomi_brush_show_text (brush, koyomi_tr (self->calendar->language, "Today"), M->rail_size * brush->unit, rect,
                           KOYOMI_CHART_TEXT_BOLD | KOYOMI_CHART_TEXT_CENTRED, KOYOMI_CHART_COLOUR_TODAY_TEXT);
}

/* The texts of a band keep off today's label, or today's line. */
static Band
get_band (KoyomiTimeline *self,
          KoyomiBrush    *brush,
          KoyomiRect      label,
          gboolean        upper)
{
  KoyomiZoom zoom = koyomi_time_scale_get_zoom (&self->time);
  double height = _koyomi_timeline_get_size (self, T->head_band);
  double gap = _koyomi_timeline_get_size (self, T->head_padding) / 2;
  double today = _koyomi_timeline_get_today (self);
  Band band = { self, brush, get_unit (zoom, upper), upper, upper ? 0 : height, height, 2 * height };

  if (upper)
    band.flags = KOYOMI_CHART_TEXT_BOLD;
  /* Weeks do not end with months. */
  if (upper && get_unit (zoom, FALSE) == UNIT_WEEK)
    band.bottom = height;
  if (label.width > 0 && upper)
    band.obstacle = (Obstacle) { label.x - 2 * gap, label.x + label.width + 2 * gap };
  else if (label.width > 0)
    band.obstacle = (Obstacle) { today - gap, today + _koyomi_timeline_get_size (self, T->today_width) + gap };

  return band;
}

/* Two bands: quarters over months, months over weeks, or months over days, whatever has room. */
void
koyomi_timeline_paint_head (KoyomiTimeline *self,
                            cairo_t        *cr)
{
  KoyomiBrush brush = _koyomi_timeline_get_brush (self, cr);
  double height = _koyomi_timeline_get_size (self, T->head_band);
  double line = _koyomi_timeline_get_size (self, T->line);
  KoyomiRect label;
  Band upper, lower;

  if (self->calendar == NULL)
    return;

  label = place_label (self, &brush, height);
  upper = get_band (self, &brush, label, TRUE);
  lower = get_band (self, &brush, label, FALSE);
  if (lower.unit == UNIT_MONTH)
    choose_form (&lower);

  _koyomi_brush_fill_rect (&brush, 0, 0, self->time.width, 2 * height + line, KOYOMI_CHART_COLOUR_HEAD);
  paint_cells (&lower, FALSE);
  paint_cells (&upper, FALSE);
  if (label.width > 0)
    _koyomi_timeline_paint_today (self, &brush, height / 2, 2 * height + line);
  paint_cells (&lower, TRUE);
  paint_cells (&upper, TRUE);
  if (label.width > 0)
    paint_label (self, &brush, label);

  _koyomi_brush_fill_rect (&brush, 0, 2 * height, self->time.width, line, KOYOMI_CHART_COLOUR_QUARTER_LINE);
}

/* @meetings: (element-type KoyomiCalendarMeeting): as koyomi_timeline_place_meetings() has placed them */
void
koyomi_timeline_paint_strip (KoyomiTimeline *self,
                             GArray         *meetings,
                             cairo_t        *cr)
{
  KoyomiBrush brush = _koyomi_timeline_get_brush (self, cr);
  double height = koyomi_timeline_get_strip_height (self);
  double line = _koyomi_timeline_get_size (self, T->line);

  if (self->calendar == NULL)
    return;

  _koyomi_timeline_paint_ground (self, &brush, height);
  _koyomi_timeline_paint_today (self, &brush, 0, height);

  for (guint i = 0; i < meetings->len; i++)
    {
      const KoyomiCalendarMeeting *meeting = &g_array_index (meetings, KoyomiCalendarMeeting, i);

      _koyomi_legend_paint_meeting (&brush, meeting->milestone->status, meeting->rect);
      if (meeting->label.width > 0)
        _koyomi_brush_show_text (&brush, meeting->milestone->title, T->strip_size * self->scale, meeting->label, 0,
                                 KOYOMI_CHART_COLOUR_TEXT);
    }

  _koyomi_brush_fill_rect (&brush, 0, height - line, self->time.width, line, KOYOMI_CHART_COLOUR_QUARTER_LINE);
}

/* The line of what is due, with reports as koyomi_timeline_place_clocks() has placed them. @marks: (element-type KoyomiClockMark) */
void
koyomi_timeline_paint_due (KoyomiTimeline *self,
                           GArray         *marks,
                           cairo_t        *cr)
{
  KoyomiBrush brush = _koyomi_timeline_get_brush (self, cr);
  double height = koyomi_timeline_get_due_height (self);
  double line = _koyomi_timeline_get_size (self, T->line);

  if (self->calendar == NULL)
    return;

  _koyomi_timeline_paint_ground (self, &brush, height);
  _koyomi_timeline_paint_today (self, &brush, 0, height);
  for (guint i = 0; i < marks->len; i++)
    {
      const KoyomiClockMark *mark = &g_array_index (marks, KoyomiClockMark, i);

      if (mark->rect.width > 0)
        _koyomi_legend_paint_report (&brush, mark->is_late, mark->rect);
    }
  _koyomi_brush_fill_rect (&brush, 0, height - line, self->time.width, line, KOYOMI_CHART_COLOUR_QUARTER_LINE);
}
