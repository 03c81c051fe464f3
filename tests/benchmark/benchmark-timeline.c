/* What a frame of the calendar on the screen costs, with all of its rows placed and painted anew. */

#include "koyomi-timeline-paint.h"
#include "koyomi-sample-calendar.h"

#include <stdlib.h>
#include <time.h>

#define WIDTH 1000
#define N_FRAMES 300

typedef void (*Step) (KoyomiTimeline *timeline,
                      guint           frame);

/* All rows fit on one screen then. */
static void
join_lanes (KoyomiCalendarRow *row)
{
  for (guint i = 0; i < row->bars->len; i++)
    g_array_index (row->bars, KoyomiBar, i).lane = 0;
  row->n_lanes = 1;
}

/* So many runs in each of the sample's rows, spread over the year in every state. */
static KoyomiCalendar *
make_calendar (guint    n_runs,
               guint32  days,
               gboolean one_lane)
{
  KoyomiCalendar *calendar = koyomi_sample_calendar_new (KOYOMI_SAMPLE_NO_BARS, KOYOMI_LANGUAGE_JA);
  guint32 first_day = koyomi_fiscal_year_get_first_day (calendar->year);

  for (guint i = 0; i < calendar->rows->len; i++)
    {
      KoyomiCalendarRow *row = g_ptr_array_index (calendar->rows, i);

      for (guint j = 0; j < n_runs; j++)
        {
          g_autofree char *title = g_strdup_printf ("特権IDの棚卸 %u-%u", i + 1, j + 1);
          KoyomiBar *bar = koyomi_calendar_row_add (row, title);

          bar->occurrence_id = 1 + i * n_runs + j;
          bar->first_day = bar->original_first = first_day + (j * 365 + i * 7) / n_runs;
          bar->last_day = bar->original_last = bar->first_day + days - 1;
          bar->kind = j % 16 == 15 ? KOYOMI_ACTIVITY_KIND_MEETING : KOYOMI_ACTIVITY_KIND_TASK;
          bar->state = (i + j) % KOYOMI_N_STATES;
          bar->progress = bar->state == KOYOMI_STATE_DOING ? 40 : 0;
          if (j % 20 == 7)
            bar->original_first -= 12;
        }

      koyomi_calendar_row_pack (row);
      if (one_lane)
        join_lanes (row);
    }

  return calendar;
}

static guint
paint_frame (KoyomiTimeline *timeline,
             GArray         *boxes,
             cairo_t        *cr)
{
  double y = koyomi_timeline_get_head_height (timeline);
  guint n_boxes = 0;

  koyomi_timeline_paint_head (timeline, cr);
  for (guint i = 0; i < timeline->calendar->rows->len; i++)
    {
      KoyomiCalendarRow *row = g_ptr_array_index (timeline->calendar->rows, i);
      double height = koyomi_timeline_get_row_height (timeline, row->n_lanes);

      koyomi_timeline_place_row (timeline, row, boxes);
      cairo_save (cr);
      cairo_translate (cr, 0, y);
      koyomi_timeline_paint_row (timeline, boxes, height, i == 3, cr);
      cairo_restore (cr);
      n_boxes += boxes->len;
      y += height;
    }

  return n_boxes;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : 1;
}

static void
stay (KoyomiTimeline *timeline,
      guint           frame)
{
}

static void
pan (KoyomiTimeline *timeline,
     guint           frame)
{
  koyomi_time_scale_pan (&timeline->time, frame % 100 < 50 ? 7 : -7);
}

static void
zoom (KoyomiTimeline *timeline,
      guint           frame)
{
  koyomi_time_scale_zoom_by (&timeline->time, frame % 100 < 50 ? 1.06 : 1 / 1.06, 400);
}

static double
get_height (KoyomiTimeline *timeline)
{
  double height = koyomi_timeline_get_head_height (timeline);

  for (guint i = 0; i < timeline->calendar->rows->len; i++)
    {
      KoyomiCalendarRow *row = g_ptr_array_index (timeline->calendar->rows, i);

      height += koyomi_timeline_get_row_height (timeline, row->n_lanes);
    }

  return height;
}

/* Other programs do not count. */
static double
get_work (void)
{
  struct timespec work;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &work);

  return work.tv_sec * 1e3 + work.tv_nsec / 1e6;
}

/* @recorded: as a toolkit does it, which paints the recording of a picture */
static double
time_frame (KoyomiTimeline  *timeline,
            GArray          *boxes,
            cairo_surface_t *surface,
            gboolean         recorded,
            guint           *n_boxes)
{
  double start = get_work ();
  cairo_surface_t *recording = recorded ? cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL) : NULL;
  cairo_t *cr = cairo_create (recorded ? recording : surface);

  *n_boxes = paint_frame (timeline, boxes, cr);
  cairo_destroy (cr);

  if (recorded)
    {
      cr = cairo_create (surface);
      cairo_set_source_surface (cr, recording, 0, 0);
      cairo_paint (cr);
      cairo_destroy (cr);
      cairo_surface_destroy (recording);
    }

  cairo_surface_flush (surface);

  return get_work () - start;
}

static void
print_times (const char     *name,
             KoyomiTimeline *timeline,
             Step            step,
             gboolean        recorded)
{
  g_autoptr(GArray) boxes = g_array_new (FALSE, TRUE, sizeof (KoyomiCalendarBox));
  g_autoptr(GArray) times = g_array_new (FALSE, TRUE, sizeof (double));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, (int) get_height (timeline));
  guint most = 0;

  for (guint i = 0; i < N_FRAMES; i++)
    {
      guint n_boxes;
      double time;

      step (timeline, i);
      time = time_frame (timeline, boxes, surface, recorded, &n_boxes);
      most = MAX (most, n_boxes);
      g_array_append_val (times, time);
    }

  g_array_sort (times, compare_times);
  g_print ("%s, %s, %d px high, up to %u runs in sight: median %.2f ms, 95th percentile %.2f ms (at most 8), longest %.2f ms\n",
           name, recorded ? "recorded and replayed" : "painted", (int) get_height (timeline), most,
           g_array_index (times, double, N_FRAMES / 2), g_array_index (times, double, N_FRAMES * 95 / 100),
           g_array_index (times, double, N_FRAMES - 1));
  cairo_surface_destroy (surface);
}

static void
print_calendar (const char *name,
                guint       n_runs,
                guint32     days,
                gboolean    one_lane)
{
  static const struct
  {
    const char *name;
    KoyomiZoom  zoom;
    Step        step;
  } cases[] = {
    { "year", KOYOMI_ZOOM_YEAR, stay },
    { "panned quarter", KOYOMI_ZOOM_QUARTER, pan },
    { "zoomed", KOYOMI_ZOOM_YEAR, zoom },
  };
  g_autoptr(KoyomiCalendar) calendar = make_calendar (n_runs, days, one_lane);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int recorded = 0; recorded <= 1; recorded++)
      {
        g_autoptr(KoyomiTimeline) timeline = koyomi_timeline_new (calendar->language);
        g_autofree char *text = g_strdup_printf ("%s, %s", name, cases[i].name);

        koyomi_timeline_set_calendar (timeline, calendar);
        koyomi_time_scale_set_width (&timeline->time, WIDTH);
        koyomi_time_scale_set_zoom (&timeline->time, cases[i].zoom, calendar->today);
        print_times (text, timeline, cases[i].step, recorded);
      }
}

int
main (void)
{
  print_calendar ("31 rows of 65 runs of 4 days in a lane", 65, 4, TRUE);
  print_calendar ("31 rows of 65 runs of 4 days in two", 65, 4, FALSE);
  print_calendar ("31 rows of 30 runs of 11 days", 30, 11, FALSE);
  print_calendar ("31 rows of 12 runs of a month", 12, 30, FALSE);

  return EXIT_SUCCESS;
}
