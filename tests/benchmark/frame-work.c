/* Opens a plan in the real window, pans, zooms and scrolls its calendar, and prints the milliseconds of the processor that frames took
 * to be worked out and painted: what else runs on the machine counts for nothing. Usage: frame-work PLAN NAME */

#include "koyomi-application.h"
#include "koyomi-calendar-rows.h"

#include <time.h>

/* Frames of each movement; the first ones read what comes into sight for the first time, and count. */
#define N_FRAMES 160
#define TURN 40
#define SETTLE_SECONDS 2

/* @by: 1 forwards, -1 back. Goes to and fro, so that no movement stops at an end. */
typedef void (*MoveFunc) (KoyomiCalendarRows *rows,
                          int                 by);

typedef enum
{
  PART_UPDATE,
  PART_LAYOUT,
  PART_PAINT,
  PART_ALL,
  N_PARTS
} Part;

typedef struct
{
  const char         *name;
  GtkWidget          *window;
  KoyomiCalendarRows *rows;
  guint               movement;
  guint               frame;
  gboolean            is_moving;  /* in the present frame */
  double              start;      /* of the frame */
  double              last;       /* the end of the part before */
  GArray             *times[N_PARTS];
} Work;

static KoyomiTimeScale *
get_time (KoyomiCalendarRows *rows)
{
  return &koyomi_calendar_sheet_get_timeline (koyomi_calendar_rows_get_sheet (rows))->time;
}

static void
pan (KoyomiCalendarRows *rows,
     int                 by)
{
  koyomi_calendar_sheet_pan (koyomi_calendar_rows_get_sheet (rows), by * 12);
}

/* In and out again, about the middle. */
static void
zoom (KoyomiCalendarRows *rows,
      int                 by)
{
  koyomi_calendar_sheet_zoom_by (koyomi_calendar_rows_get_sheet (rows), by > 0 ? 1.03 : 1 / 1.03, get_time (rows)->width / 2);
}

static void
scroll_by (KoyomiCalendarRows *rows,
           double              pixels)
{
  GtkAdjustment *adjustment = koyomi_calendar_rows_get_adjustment (rows);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + pixels);
}

static void
scroll (KoyomiCalendarRows *rows,
        int                 by)
{
  scroll_by (rows, by * 7);
}

static void
jump (KoyomiCalendarRows *rows,
      int                 by)
{
  scroll_by (rows, by * gtk_adjustment_get_page_size (koyomi_calendar_rows_get_adjustment (rows)));
}

static const struct
{
  const char *name;
  KoyomiZoom  zoom;
  MoveFunc    move;
} movements[] = {
  { "panning the half", KOYOMI_ZOOM_HALF, pan },
  { "panning the month", KOYOMI_ZOOM_MONTH, pan },
  { "zooming from the year", KOYOMI_ZOOM_YEAR, zoom },
  { "scrolling the year", KOYOMI_ZOOM_YEAR, scroll },
  { "scrolling the year by pages", KOYOMI_ZOOM_YEAR, jump },
};

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
get_quantile (GArray *times,
              double  part)
{
  g_array_sort (times, compare_cb);

  return g_array_index (times, double, (guint) (part * (times->len - 1)));
}

static void
report (Work *self)
{
  g_print ("%s, %s: %.1f ms of a frame, %.1f at the 95th percentile (aim: 8), %.1f at most; of the median %.1f to update, %.1f to lay out, "
           "%.1f to paint\n", self->name, movements[self->movement].name, get_quantile (self->times[PART_ALL], 0.5),
           get_quantile (self->times[PART_ALL], 0.95), get_quantile (self->times[PART_ALL], 1),
           get_quantile (self->times[PART_UPDATE], 0.5), get_quantile (self->times[PART_LAYOUT], 0.5),
           get_quantile (self->times[PART_PAINT], 0.5));
}

static void
begin_movement (Work *self)
{
  KoyomiTimeScale *time = get_time (self->rows);

  self->frame = 0;
  for (Part part = 0; part < N_PARTS; part++)
    g_array_set_size (self->times[part], 0);
  koyomi_calendar_sheet_set_zoom (koyomi_calendar_rows_get_sheet (self->rows), movements[self->movement].zoom,
                                  time->first_day + (time->last_day - time->first_day) / 2);
}

/* Milliseconds of the processor in this thread. */
static double
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void
note (Work *self,
      Part  part)
{
  double now = get_work ();
  double time = now - (part == PART_ALL ? self->start : self->last);

  self->last = now;
  if (self->is_moving)
    g_array_append_val (self->times[part], time);
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Work          *self)
{
  self->is_moving = FALSE;
  self->start = self->last = get_work ();
}

static void
updated_cb (GdkFrameClock *clock,
            Work          *self)
{
  note (self, PART_UPDATE);
}

static void
laid_out_cb (GdkFrameClock *clock,
             Work          *self)
{
  note (self, PART_LAYOUT);
}

static void
painted_cb (GdkFrameClock *clock,
            Work          *self)
{
  note (self, PART_PAINT);
}

static void
after_paint_cb (GdkFrameClock *clock,
                Work          *self)
{
  note (self, PART_ALL);
}

static gboolean
move_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Work *self = data;

  if (self->frame == N_FRAMES)
    {
      report (self);
      if (++self->movement == G_N_ELEMENTS (movements))
        {
          gtk_window_close (GTK_WINDOW (self->window));
          return G_SOURCE_REMOVE;
        }
      begin_movement (self);
      return G_SOURCE_CONTINUE;
    }

  self->is_moving = TRUE;
  movements[self->movement].move (self->rows, self->frame++ / TURN % 2 == 0 ? 1 : -1);

  return G_SOURCE_CONTINUE;
}

static GtkWidget *
find_rows (GtkWidget *widget)
{
  if (KOYOMI_IS_CALENDAR_ROWS (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_rows (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
start_cb (gpointer data)
{
  Work *self = data;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);

  self->rows = KOYOMI_CALENDAR_ROWS (find_rows (self->window));
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect_after (clock, "update", G_CALLBACK (updated_cb), self);
  g_signal_connect_after (clock, "layout", G_CALLBACK (laid_out_cb), self);
  g_signal_connect_after (clock, "paint", G_CALLBACK (painted_cb), self);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  begin_movement (self);
  gtk_widget_add_tick_callback (self->window, move_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

static void
mapped_cb (GtkWidget *window,
           Work      *self)
{
  self->window = window;
  g_timeout_add_seconds (SETTLE_SECONDS, start_cb, self);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window,
                 Work           *self)
{
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), self);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(KoyomiApplication) application = koyomi_application_new ();
  Work work = { .name = argv[2] };
  char *arguments[] = { argv[0], (char *) "--today=2026-11-22", argv[1], NULL };
  int status;

  for (Part part = 0; part < N_PARTS; part++)
    work.times[part] = g_array_new (FALSE, FALSE, sizeof (double));
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &work);
  status = g_application_run (G_APPLICATION (application), 3, arguments);
  for (Part part = 0; part < N_PARTS; part++)
    g_array_unref (work.times[part]);

  return status;
}
