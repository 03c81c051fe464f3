#include "koyomi-day.h"
#include "koyomi-sample-calendar.h"
#include "koyomi-timeline-paint.h"

#include <math.h>
#include <string.h>

#define WIDTH 1000
#define HEIGHT 200

/* Monday, 20 July 2026: Marine Day. */
#define HOLIDAY koyomi_day_new (2026, 7, 20)

typedef struct
{
  KoyomiCalendar  *calendar;
  KoyomiTimeline  *timeline;
  GArray          *boxes;
  cairo_surface_t *surface;
  cairo_t         *cr;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->calendar = koyomi_sample_calendar_new (KOYOMI_SAMPLE_FULL, KOYOMI_LANGUAGE_JA);
  self->timeline = koyomi_timeline_new (KOYOMI_LANGUAGE_JA);
  koyomi_timeline_set_calendar (self->timeline, self->calendar);
  koyomi_time_scale_set_width (&self->timeline->time, WIDTH);
  self->boxes = g_array_new (FALSE, TRUE, sizeof (KoyomiCalendarBox));
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  self->cr = cairo_create (self->surface);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_cmpint (cairo_status (self->cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
  g_array_unref (self->boxes);
  koyomi_timeline_free (self->timeline);
  g_assert_finalize_object (self->calendar);
}

static KoyomiColour
get_pixel (Fixture *self,
           double   x,
           double   y)
{
  guint32 pixel;

  cairo_surface_flush (self->surface);
  memcpy (&pixel, cairo_image_surface_get_data (self->surface) +
          (int) floor (y) * cairo_image_surface_get_stride (self->surface) + (int) floor (x) * 4, sizeof pixel);

  return pixel & 0xffffff;
}

static KoyomiColour
get_colour (Fixture           *self,
            KoyomiChartColour  colour)
{
  return koyomi_chart_style_get_colour (self->timeline->palette, colour);
}

/* A row of one bar, or as many as there are days. */
static KoyomiCalendarRow *
make_row (Fixture       *self,
          const guint32 *days,
          guint          n_bars,
          guint32        length,
          KoyomiState    state)
{
  KoyomiCalendarRow *sample = g_ptr_array_index (self->calendar->rows, 0);
  KoyomiCalendarRow *row = koyomi_calendar_row_new (sample->group, sample->function);

  for (guint i = 0; i < n_bars; i++)
    {
      KoyomiBar *bar = koyomi_calendar_row_add (row, "");

      bar->occurrence_id = i + 1;
      bar->kind = KOYOMI_ACTIVITY_KIND_TASK;
      bar->state = state;
      bar->first_day = bar->original_first = days[i];
      bar->last_day = bar->original_last = days[i] + length - 1;
    }
  koyomi_calendar_row_pack (row);

  return row;
}

static double
paint_row (Fixture           *self,
           KoyomiCalendarRow *row,
           gboolean           highlighted)
{
  double height = koyomi_timeline_get_row_height (self->timeline, row->n_lanes);

  koyomi_timeline_place_row (self->timeline, row, self->boxes);
  koyomi_timeline_paint_row (self->timeline, self->boxes, height, highlighted, self->cr);

  return height;
}

static KoyomiRect
get_rect (Fixture *self)
{
  g_assert_cmpuint (self->boxes->len, >, 0);

  return g_array_index (self->boxes, KoyomiCalendarBox, 0).rect;
}

/* In every palette, wide bars and narrow ones have their state's colour, and an edge that is sharp on all sides. */
static void
test_states (Fixture       *self,
             gconstpointer  data)
{
  static const guint32 lengths[] = { 2, 5, 60 };
  guint32 day = koyomi_day_new (2026, 10, 2);

  for (guint palette = 0; palette < KOYOMI_N_CHART_PALETTES; palette++)
    for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
      for (KoyomiState state = 0; state < KOYOMI_N_STATES; state++)
        {
          g_autoptr(KoyomiCalendarRow) row = make_row (self, &day, 1, lengths[i], state);
          const KoyomiStateStyle *style = koyomi_chart_style_get_state (palette, state);
          KoyomiRect rect;

          self->timeline->palette = palette;
          paint_row (self, row, FALSE);
          rect = get_rect (self);

          g_test_message ("palette %u, %u days, %s", palette, lengths[i], koyomi_state_get_nick (state));
          g_assert_cmphex (get_pixel (self, rect.x + rect.width / 2, rect.y + 3), ==, style->fill);
          g_assert_cmphex (get_pixel (self, rect.x + rect.width / 2, rect.y - 1), !=, style->edge);
          g_assert_cmphex (get_pixel (self, rect.x - 1, rect.y + 10), !=, style->edge);
          g_assert_cmphex (get_pixel (self, rect.x + rect.width, rect.y + 10), !=, style->edge);

          if (!style->dashed)
            {
              g_assert_cmphex (get_pixel (self, rect.x, rect.y + 10), ==, style->edge);
              g_assert_cmphex (get_pixel (self, rect.x + rect.width - 1, rect.y + 10), ==, style->edge);
              g_assert_cmphex (get_pixel (self, rect.x + rect.width / 2, rect.y), ==, style->edge);
              g_assert_cmphex (get_pixel (self, rect.x + rect.width / 2, rect.y + rect.height - 1), ==, style->edge);
            }
        }
}

/* Held or reached ones are full, planned ones hollow. */
static void
test_diamonds (Fixture       *self,
               gconstpointer  data)
{
  guint32 day = koyomi_day_new (2026, 10, 2);

  for (guint palette = 0; palette < KOYOMI_N_CHART_PALETTES; palette++)
    for (KoyomiState state = 0; state < KOYOMI_N_STATES; state++)
      {
        g_autoptr(KoyomiCalendarRow) row = make_row (self, &day, 1, 1, state);
        const KoyomiStateStyle *style = koyomi_chart_style_get_state (palette, state);
        KoyomiColour expected = style->fill;
        KoyomiRect rect;

        g_array_index (row->bars, KoyomiBar, 0).kind = KOYOMI_ACTIVITY_KIND_MEETING;
        self->timeline->palette = palette;
        paint_row (self, row, FALSE);
        rect = get_rect (self);

        if (state == KOYOMI_STATE_DONE)
          expected = get_colour (self, KOYOMI_CHART_COLOUR_MEETING);
        else if (state == KOYOMI_STATE_PLANNED)
          expected = get_colour (self, KOYOMI_CHART_COLOUR_PAPER);
        g_assert_cmphex (get_pixel (self, rect.x + rect.width / 2, rect.y + rect.height / 2), ==, expected);
        g_assert_cmphex (get_pixel (self, rect.x, rect.y), ==, get_colour (self, KOYOMI_CHART_COLOUR_PAPER));
      }
}

static void
test_progress (Fixture       *self,
               gconstpointer  data)
{
  guint32 day = koyomi_day_new (2026, 10, 2);
  g_autoptr(KoyomiCalendarRow) row = make_row (self, &day, 1, 60, KOYOMI_STATE_DOING);
  const KoyomiStateStyle *style = koyomi_chart_style_get_state (KOYOMI_CHART_PALETTE_LIGHT, KOYOMI_STATE_DOING);
  KoyomiRect rect;

  g_array_index (row->bars, KoyomiBar, 0).progress = 40;
  paint_row (self, row, FALSE);
  rect = get_rect (self);

  g_assert_cmphex (get_pixel (self, rect.x + rect.width * 0.38, rect.y + 3), ==, style->progress);
  g_assert_cmphex (get_pixel (self, rect.x + rect.width * 0.42, rect.y + 3), ==, style->fill);
}

/* The line of today over an empty row, over a bar, in the head of a group, and nowhere else. */
static void
test_today (Fixture       *self,
            gconstpointer  data)
{
  guint32 day = koyomi_day_new (2026, 8, 1);
  g_autoptr(KoyomiCalendarRow) row = make_row (self, &day, 1, 31, KOYOMI_STATE_DOING);
  double x = koyomi_time_scale_day_to_x (&self->timeline->time, self->calendar->today + 0.5);

  for (guint palette = 0; palette < KOYOMI_N_CHART_PALETTES; palette++)
    {
      double height;

      self->timeline->palette = palette;
      height = paint_row (self, row, FALSE);
      for (double y = 0; y < height - 1; y++)
        {
          g_assert_cmphex (get_pixel (self, x, y), ==, get_colour (self, KOYOMI_CHART_COLOUR_TODAY));
          g_assert_cmphex (get_pixel (self, x - 3, y), !=, get_colour (self, KOYOMI_CHART_COLOUR_TODAY));
          g_assert_cmphex (get_pixel (self, x + 3, y), !=, get_colour (self, KOYOMI_CHART_COLOUR_TODAY));
        }

      koyomi_timeline_paint_group (self->timeline, 26, self->cr);
      g_assert_cmphex (get_pixel (self, x, 10), ==, get_colour (self, KOYOMI_CHART_COLOUR_TODAY));
      g_assert_cmphex (get_pixel (self, x + 30, 10), ==, get_colour (self, KOYOMI_CHART_COLOUR_GROUP));
    }

  koyomi_time_scale_set_zoom (&self->timeline->time, KOYOMI_ZOOM_MONTH, koyomi_day_new (2026, 12, 1));
  paint_row (self, row, FALSE);
  for (x = 0; x < WIDTH; x++)
    g_assert_cmphex (get_pixel (self, x, 2), !=, get_colour (self, KOYOMI_CHART_COLOUR_TODAY));
}

/* Public holidays and the company's days off at each zoom; weekends where they are wide enough to be days. */
static void
test_days_off (Fixture       *self,
               gconstpointer  data)
{
  guint32 day = koyomi_day_new (2026, 10, 2);
  g_autoptr(KoyomiCalendarRow) row = make_row (self, &day, 1, 1, KOYOMI_STATE_PLANNED);
  const guint32 off[] = { HOLIDAY, koyomi_day_new (2026, 8, 13) };
  KoyomiTimeScale *time = &self->timeline->time;

  for (guint palette = 0; palette < KOYOMI_N_CHART_PALETTES; palette++)
    for (KoyomiZoom zoom = KOYOMI_ZOOM_YEAR; zoom <= KOYOMI_ZOOM_WEEK; zoom++)
      for (guint i = 0; i < G_N_ELEMENTS (off); i++)
        {
          KoyomiColour weekend;

          self->timeline->palette = palette;
          koyomi_time_scale_set_zoom (time, zoom, off[i]);
          koyomi_time_scale_pan (time, -200);
          paint_row (self, row, FALSE);
          g_assert_cmphex (get_pixel (self, koyomi_time_scale_day_to_x (time, off[i] + 0.6), 12), ==,
                           get_colour (self, KOYOMI_CHART_COLOUR_HOLIDAY));

          if (zoom == KOYOMI_ZOOM_WEEK)
            continue;
          weekend = get_pixel (self, koyomi_time_scale_day_to_x (time, HOLIDAY + 6.5), 12);
          if (i == 0)
            g_assert_cmphex (weekend, ==, get_colour (self, zoom == KOYOMI_ZOOM_YEAR ? KOYOMI_CHART_COLOUR_PAPER
                                                                                     : KOYOMI_CHART_COLOUR_WEEKEND));
        }
}

/* A line of one pixel at the beginning of each month, a darker one at that of a quarter. */
static void
test_lines (Fixture       *self,
            gconstpointer  data)
{
  guint32 day = koyomi_day_new (2027, 3, 30);
  g_autoptr(KoyomiCalendarRow) row = make_row (self, &day, 1, 1, KOYOMI_STATE_PLANNED);

  paint_row (self, row, FALSE);
  for (int i = 1; i < 12; i++)
    {
      guint32 first_day = koyomi_fiscal_year_get_month_first (self->calendar->year, i);
      double x = floor (koyomi_time_scale_day_to_x (&self->timeline->time, first_day) + 0.5);
      KoyomiColour line = get_colour (self, i % 3 == 0 ? KOYOMI_CHART_COLOUR_QUARTER_LINE : KOYOMI_CHART_COLOUR_MONTH_LINE);

      g_assert_cmphex (get_pixel (self, x, 12), ==, line);
      g_assert_cmphex (get_pixel (self, x - 1, 12), !=, line);
      g_assert_cmphex (get_pixel (self, x + 1, 12), !=, line);
    }

  g_assert_cmphex (get_pixel (self, 500, 26), ==, get_colour (self, KOYOMI_CHART_COLOUR_LINE));
}

/* A change of size, theme or place is seen at once, in the row and behind it. */
static void
test_changes (Fixture       *self,
              gconstpointer  data)
{
  guint32 day = koyomi_day_new (2026, 10, 2);
  g_autoptr(KoyomiCalendarRow) row = make_row (self, &day, 1, 1, KOYOMI_STATE_PLANNED);
  KoyomiTimeScale *time = &self->timeline->time;

  paint_row (self, row, FALSE);
  g_assert_cmphex (get_pixel (self, 20, 5), ==, get_colour (self, KOYOMI_CHART_COLOUR_PAPER));
  self->timeline->palette = KOYOMI_CHART_PALETTE_DARK;
  paint_row (self, row, FALSE);
  g_assert_cmphex (get_pixel (self, 20, 5), ==, get_colour (self, KOYOMI_CHART_COLOUR_PAPER));
  paint_row (self, row, TRUE);
  g_assert_cmphex (get_pixel (self, 20, 5), !=, get_colour (self, KOYOMI_CHART_COLOUR_PAPER));

  koyomi_time_scale_set_zoom (time, KOYOMI_ZOOM_MONTH, HOLIDAY);
  paint_row (self, row, FALSE);
  g_assert_cmphex (get_pixel (self, koyomi_time_scale_day_to_x (time, HOLIDAY + 0.5), 5), ==,
                   get_colour (self, KOYOMI_CHART_COLOUR_HOLIDAY));
  koyomi_time_scale_pan (time, 90);
  paint_row (self, row, FALSE);
  g_assert_cmphex (get_pixel (self, koyomi_time_scale_day_to_x (time, HOLIDAY + 0.5), 5), ==,
                   get_colour (self, KOYOMI_CHART_COLOUR_HOLIDAY));
}

/* A routine's months are full to the share of days on which it was done. */
static void
test_band (Fixture       *self,
           gconstpointer  data)
{
  KoyomiBand band = { 1, NULL, { { 1, 20, 20 }, { 2, 20, 10 }, { 3, 20, 0 }, { 0, 20, 0 }, { 0, 20, 0 }, { 0, 21, 0 } } };
  static const double shares[] = { 1, 0.5, 0, 0, 0, 0 };
  double height = koyomi_timeline_get_band_height (self->timeline);

  for (guint palette = 0; palette < KOYOMI_N_CHART_PALETTES; palette++)
    {
      self->timeline->palette = palette;
      koyomi_timeline_paint_band (self->timeline, &band, height, self->cr);

      for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
        for (double share = 0.15; share < 1; share += 0.2)
          {
            double days = koyomi_fiscal_year_get_month_first (self->calendar->year, i) + share * 30;
            double x = koyomi_time_scale_day_to_x (&self->timeline->time, days);
            KoyomiColour full = koyomi_chart_style_get_state (palette, KOYOMI_STATE_DONE)->fill;

            if (fabs (days - self->calendar->today) > 2)
              g_assert_cmphex (get_pixel (self, x, 5), ==, share < shares[i] ? full : get_colour (self, KOYOMI_CHART_COLOUR_PAPER));
          }
    }
}

/* Today's quarter has a ground of its own, and its label stands in it. */
static void
test_head (Fixture       *self,
           gconstpointer  data)
{
  double x = koyomi_time_scale_day_to_x (&self->timeline->time, self->calendar->today + 0.5);
  double quarter = koyomi_time_scale_day_to_x (&self->timeline->time, koyomi_day_new (2026, 7, 1));

  for (guint palette = 0; palette < KOYOMI_N_CHART_PALETTES; palette++)
    {
      self->timeline->palette = palette;
      koyomi_timeline_paint_head (self->timeline, self->cr);
      g_assert_cmphex (get_pixel (self, quarter + 4, 3), ==, get_colour (self, KOYOMI_CHART_COLOUR_HEAD_NOW));
      g_assert_cmphex (get_pixel (self, quarter - 4, 3), ==, get_colour (self, KOYOMI_CHART_COLOUR_HEAD));
      g_assert_cmphex (get_pixel (self, x, 4), ==, get_colour (self, KOYOMI_CHART_COLOUR_TODAY));
    }
}

/* Whatever the width, the zoom and the language, no text crosses the line between two months or the edge of the view. */
static void
test_head_texts (Fixture       *self,
                 gconstpointer  data)
{
  static const double widths[] = { 1000, 820, 564, 420, 330, 200 };
  KoyomiTimeScale *time = &self->timeline->time;

  for (KoyomiLanguage language = 0; language < KOYOMI_N_LANGUAGES; language++)
    for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
      {
        g_autoptr(KoyomiCalendar) calendar = koyomi_sample_calendar_new (KOYOMI_SAMPLE_NO_BARS, language);

        calendar->today = 1;
        koyomi_timeline_set_calendar (self->timeline, calendar);
        koyomi_time_scale_set_zoom (time, KOYOMI_ZOOM_YEAR, calendar->today);
        koyomi_time_scale_set_width (time, widths[i]);
        koyomi_timeline_paint_head (self->timeline, self->cr);

        for (int month = 1; month < 12; month++)
          {
            double x = floor (koyomi_time_scale_day_to_x (time, koyomi_fiscal_year_get_month_first (calendar->year, month)) + 0.5);

            for (int y = 24; y < 42; y++)
              {
                g_assert_cmphex (get_pixel (self, x - 1, y), ==, get_colour (self, KOYOMI_CHART_COLOUR_HEAD));
                g_assert_cmphex (get_pixel (self, x + 1, y), ==, get_colour (self, KOYOMI_CHART_COLOUR_HEAD));
              }
          }
      }
}

/* Nothing is painted outside of what a row, a swatch or an outline takes. */
/* How many columns of the month's cell have text in them. */
static guint
measure_month (Fixture *self,
               guint32  first_day)
{
  double height = koyomi_timeline_get_head_height (self->timeline) / 2;
  double left = koyomi_time_scale_day_to_x (&self->timeline->time, first_day) + 3;
  double right = koyomi_time_scale_day_to_x (&self->timeline->time, koyomi_day_get_month_last (first_day) + 1.0) - 2;
  guint n = 0;

  for (double x = left; x < right; x++)
    {
      gboolean inked = FALSE;

      for (double y = height + 3; y < 2 * height - 3 && !inked; y++)
        inked = get_pixel (self, x, y) != get_colour (self, KOYOMI_CHART_COLOUR_HEAD);
      n += inked;
    }

  return n;
}

/* Where 10月 has no room 4月 is a number as well. */
static void
test_months (Fixture       *self,
             gconstpointer  data)
{
  for (double width = 300; width <= WIDTH; width += 10)
    {
      koyomi_time_scale_set_width (&self->timeline->time, width);
      koyomi_timeline_paint_head (self->timeline, self->cr);
      g_assert_cmpuint (measure_month (self, koyomi_day_new (2026, 4, 1)), >, 0);
      g_assert_cmpuint (measure_month (self, koyomi_day_new (2026, 10, 1)), >, measure_month (self, koyomi_day_new (2026, 4, 1)));
    }
}

static void
test_everything (Fixture       *self,
                 gconstpointer  data)
{
  for (guint palette = 0; palette < KOYOMI_N_CHART_PALETTES; palette++)
    for (KoyomiZoom zoom = KOYOMI_ZOOM_YEAR; zoom <= KOYOMI_ZOOM_WEEK; zoom++)
      for (guint i = 0; i < self->calendar->rows->len; i++)
        {
          KoyomiCalendarRow *row = g_ptr_array_index (self->calendar->rows, i);
          double height;

          self->timeline->palette = palette;
          koyomi_time_scale_set_zoom (&self->timeline->time, zoom, self->calendar->today);
          koyomi_timeline_paint_head (self->timeline, self->cr);
          cairo_set_source_rgb (self->cr, 0, 1, 0);
          cairo_paint (self->cr);
          height = paint_row (self, row, TRUE);
          if (height < HEIGHT)
            for (double x = 0; x < WIDTH; x += 7)
              g_assert_cmphex (get_pixel (self, x, height), ==, 0x00ff00);
          for (guint j = 0; j < self->boxes->len; j++)
            koyomi_timeline_paint_outline (self->timeline, &g_array_index (self->boxes, KoyomiCalendarBox, j), j % 2, j % 3, self->cr);
        }

  for (KoyomiLegendKind kind = 0; kind <= KOYOMI_LEGEND_BASELINE; kind++)
    {
      KoyomiRect rect = { 40, 40, 30, 13 };

      cairo_set_source_rgb (self->cr, 0, 1, 0);
      cairo_paint (self->cr);
      koyomi_timeline_paint_swatch (self->timeline, kind, KOYOMI_STATE_LATE, rect, self->cr);
      for (double x = 38; x < 72; x++)
        {
          g_assert_cmphex (get_pixel (self, x, 38), ==, 0x00ff00);
          g_assert_cmphex (get_pixel (self, x, 54), ==, 0x00ff00);
        }
    }

  koyomi_timeline_paint_drag (self->timeline, (KoyomiRect) { 980, 4, 15, 19 }, "2026-10-02 – 2026-10-08", self->cr);
  g_assert_cmphex (get_pixel (self, 970, 8), !=, 0x00ff00);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*run) (Fixture       *self,
                      gconstpointer  data);
  } tests[] = {
    { "/chart/timeline-paint/bars-have-their-state-s-colour-and-sharp-edges", test_states },
    { "/chart/timeline-paint/diamonds-are-full-when-done", test_diamonds },
    { "/chart/timeline-paint/progress-is-darker", test_progress },
    { "/chart/timeline-paint/today-has-a-line", test_today },
    { "/chart/timeline-paint/days-off-are-shaded", test_days_off },
    { "/chart/timeline-paint/months-and-quarters-have-lines", test_lines },
    { "/chart/timeline-paint/changes-are-seen-at-once", test_changes },
    { "/chart/timeline-paint/routine-is-full-to-its-share", test_band },
    { "/chart/timeline-paint/head-marks-today", test_head },
    { "/chart/timeline-paint/head-cuts-no-texts", test_head_texts },
    { "/chart/timeline-paint/months-are-all-names-or-all-numbers", test_months },
    { "/chart/timeline-paint/nothing-is-painted-outside", test_everything },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
