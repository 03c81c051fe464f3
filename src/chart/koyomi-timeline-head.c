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
  char *name = koyomi_fiscal_year_format_quarter (self->calendar->year, quarter, language);
  g_autofree char *plain = name;

  if (now && form == FORM_LONG)
    /* Translators: %s is a quarter of a fiscal year */
    return g_strdup_printf (koyomi_tr (language, "%s (current)"), name);
  if (form == FORM_SHORT)
    return g_strdup_printf ("%d", quarter);

  return g_steal_pointer (&plain);
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
    return g_strdup_printf (koyomi_tr (language, "%1$s %2$d"), name, year);
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
  return g_strdup_printf (koyomi_tr (language, "%1$d %2$s"), day, name);
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
  text = g_strdup_printf (koyomi_tr (language, "%1$s %2$d"), weekday, number);

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

/* Returns: whether a text of this width finds place between the two, in the middle if that is free */
static gboolean
find_place (const Band *band,
            double      left,
            double      right,
            double      width,
            double     *x)
{
  const Obstacle *obstacle = &band->obstacle;

  *x = (left + right - width) / 2;
  if (width > right - left)
    return FALSE;
  if (*x >= obstacle->right || *x + width <= obstacle->left)
    return TRUE;

  if (obstacle->left - left > right - obstacle->right)
    right = MIN (right, obstacle->left);
  else
    left = MAX (left, obstacle->right);
  if (width > right - left)
    return FALSE;

  *x = (left + right - width) / 2;

  return TRUE;
}

/* The longest form of the text that has room in what is seen of the cell. */
static void
paint_text (Band              *band,
            guint32            first_day,
            gboolean           now,
            double             left,
            double             right,
            KoyomiChartColour  colour)
{
  double size = T->head_size * band->timeline->scale;
  double padding = T->head_padding * band->timeline->scale / 2;

  for (Form form = 0; form < N_FORMS; form++)
    {
      g_autofree char *text = format_cell (band, first_day, now, form);
      double width = _koyomi_brush_measure_text (band->brush, text, size, band->flags);
      double x;

      if (!find_place (band, MAX (left, 0) + padding, MIN (right, band->timeline->time.width) - padding, width, &x))
        continue;

      _koyomi_brush_show_text (band->brush, text, size, (KoyomiRect) { x, band->y, width, band->height }, band->flags, colour);
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

static KoyomiChartColour
get_text_colour (KoyomiChartColour ground)
{
  if (ground == KOYOMI_CHART_COLOUR_TODAY)
    return KOYOMI_CHART_COLOUR_TODAY_TEXT;

  return ground == KOYOMI_CHART_COLOUR_HEAD_NOW ? KOYOMI_CHART_COLOUR_HEAD_NOW_TEXT : KOYOMI_CHART_COLOUR_TEXT;
}

static void
paint_cells (Band *band)
{
  KoyomiTimeline *self = band->timeline;
  guint32 last_visible = koyomi_time_scale_get_last_visible (&self->time);
  guint32 first_day = get_first (self, band->unit, koyomi_time_scale_get_first_visible (&self->time));
  double line = _koyomi_timeline_get_size (self, T->line);

  while (first_day <= last_visible)
    {
      guint32 last_day = get_last (self, band->unit, first_day);
      gboolean now = self->calendar->today >= first_day && self->calendar->today <= last_day;
      KoyomiChartColour ground = get_ground (band, first_day, now);
      double left = _koyomi_timeline_get_x (self, first_day);
      double right = _koyomi_timeline_get_x (self, MIN (last_day, self->time.last_day) + 1);

      _koyomi_brush_fill_rect (band->brush, left, band->y, right - left, band->height, ground);
      if (first_day > self->time.first_day)
        _koyomi_brush_fill_rect (band->brush, left, band->y, line, band->bottom - band->y,
                                 band->upper ? KOYOMI_CHART_COLOUR_QUARTER_LINE : KOYOMI_CHART_COLOUR_MONTH_LINE);
      paint_text (band, first_day, now, left + line, right, get_text_colour (ground));
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
paint_today (KoyomiTimeline *self,
             KoyomiBrush    *brush,
             KoyomiRect      label,
             double          bottom)
{
  double radius = M->bar_radius * brush->unit;

  if (label.width == 0)
    return;

  _koyomi_timeline_paint_today (self, brush, label.y + label.height / 2, bottom);
  _koyomi_brush_trace_rounded (brush, label, radius, radius);
  _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_TODAY);
  cairo_fill (brush->cr);
  _koyomi_brush_show_text (brush, koyomi_tr (self->calendar->language, "Today"), M->rail_size * brush->unit, label,
                           KOYOMI_CHART_TEXT_BOLD | KOYOMI_CHART_TEXT_CENTRED, KOYOMI_CHART_COLOUR_TODAY_TEXT);
}

/* Two bands: quarters over months, months over weeks, or months over days, whatever has room. */
void
koyomi_timeline_paint_head (KoyomiTimeline *self,
                            cairo_t        *cr)
{
  KoyomiBrush brush = _koyomi_timeline_get_brush (self, cr);
  double height = _koyomi_timeline_get_size (self, T->head_band);
  double line = _koyomi_timeline_get_size (self, T->line);
  double gap = _koyomi_timeline_get_size (self, T->head_padding);
  KoyomiZoom zoom = koyomi_time_scale_get_zoom (&self->time);
  KoyomiRect label;
  double bottom;
  Band band;

  g_return_if_fail (self->calendar != NULL);

  _koyomi_brush_fill_rect (&brush, 0, 0, self->time.width, 2 * height + line, KOYOMI_CHART_COLOUR_HEAD);
  label = place_label (self, &brush, height);
  band = (Band) { self, &brush, get_unit (zoom, FALSE), FALSE, height, height, 2 * height, { 0, 0 }, 0 };
  /* Weeks do not end with months. */
  bottom = band.unit == UNIT_WEEK ? height : 2 * height;
  if (label.width > 0)
    band.obstacle = (Obstacle) { _koyomi_timeline_get_today (self) - gap / 2,
                                 _koyomi_timeline_get_today (self) + _koyomi_timeline_get_size (self, T->today_width) + gap / 2 };
  paint_cells (&band);

  band = (Band) { self, &brush, get_unit (zoom, TRUE), TRUE, 0, height, bottom,
                  { label.x - gap, label.x + label.width + gap }, KOYOMI_CHART_TEXT_BOLD };
  if (label.width == 0)
    band.obstacle = (Obstacle) { 0, 0 };
  paint_cells (&band);

  paint_today (self, &brush, label, 2 * height + line);
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

  g_return_if_fail (self->calendar != NULL);

  _koyomi_brush_fill_rect (&brush, 0, 0, self->time.width, height, KOYOMI_CHART_COLOUR_PAPER);
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
