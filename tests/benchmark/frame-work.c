/* Opens a plan in the real window, pans, zooms and scrolls its calendar, scrolls its matrix and its board of incidents, and prints the milliseconds of the processor that frames took
 * to be worked out and painted: what else runs on the machine counts for nothing. Usage: frame-work PLAN NAME */

#include "koyomi-application.h"
#include "koyomi-calendar-rows.h"
#include "koyomi-incident-cards.h"
#include "koyomi-matrix-rows.h"
#include "koyomi-session-matrix.h"
#include "koyomi-test-widget.h"

#include <time.h>

/* Frames of each movement; the first ones read what comes into sight for the first time, and count. */
#define N_FRAMES 160
#define TURN 40
#define SETTLE_SECONDS 2

/* @by: 1 forwards, -1 back. Goes to and fro, so that no movement stops at an end. */
typedef void (*MoveFunc) (GtkWidget *rows,
                          int        by);

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
  GtkWidget          *rows;       /* of what moves */
  guint               movement;
  guint               frame;
  gboolean            is_moving;  /* in the present frame */
  double              start;      /* of the frame */
  double              last;       /* the end of the part before */
  GArray             *times[N_PARTS];
} Work;

static KoyomiCalendarSheet *
get_sheet (GtkWidget *rows)
{
  return koyomi_calendar_rows_get_sheet (KOYOMI_CALENDAR_ROWS (rows));
}

static KoyomiTimeScale *
get_time (GtkWidget *rows)
{
  return &koyomi_calendar_sheet_get_timeline (get_sheet (rows))->time;
}

static void
pan (GtkWidget *rows,
     int        by)
{
  koyomi_calendar_sheet_pan (get_sheet (rows), by * 12);
}

/* In and out again, about the middle. */
static void
zoom (GtkWidget *rows,
      int        by)
{
  koyomi_calendar_sheet_zoom_by (get_sheet (rows), by > 0 ? 1.03 : 1 / 1.03, get_time (rows)->width / 2);
}

static GtkAdjustment *
get_down (GtkWidget *rows)
{
  if (KOYOMI_IS_INCIDENT_CARDS (rows))
    return koyomi_incident_cards_get_down (KOYOMI_INCIDENT_CARDS (rows));

  return KOYOMI_IS_MATRIX_ROWS (rows) ? koyomi_matrix_rows_get_down (KOYOMI_MATRIX_ROWS (rows))
                                      : koyomi_calendar_rows_get_adjustment (KOYOMI_CALENDAR_ROWS (rows));
}

static void
scroll_by (GtkAdjustment *adjustment,
           double         pixels)
{
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + pixels);
}

static void
scroll (GtkWidget *rows,
        int        by)
{
  scroll_by (get_down (rows), by * 7);
}

static void
jump (GtkWidget *rows,
      int        by)
{
  scroll_by (get_down (rows), by * gtk_adjustment_get_page_size (get_down (rows)));
}

static void
scroll_across (GtkWidget *rows,
               int        by)
{
  scroll_by (koyomi_matrix_rows_get_across (KOYOMI_MATRIX_ROWS (rows)), by * 12);
}

static const struct
{
  const char *name;
  int         zoom;     /* a KoyomiZoom; -1 for the matrix, -2 for the board */
  MoveFunc    move;
} movements[] = {
  { "panning the half", KOYOMI_ZOOM_HALF, pan },
  { "panning the month", KOYOMI_ZOOM_MONTH, pan },
  { "zooming from the year", KOYOMI_ZOOM_YEAR, zoom },
  { "scrolling the year", KOYOMI_ZOOM_YEAR, scroll },
  { "scrolling the year by pages", KOYOMI_ZOOM_YEAR, jump },
  { "scrolling the matrix down", -1, scroll },
  { "scrolling the matrix down by pages", -1, jump },
  { "scrolling the matrix to the side", -1, scroll_across },
  { "scrolling the board of incidents", -2, scroll },
  { "scrolling the board of incidents by pages", -2, jump },
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

/* The largest of the catalogues. */
static void
show_matrix (Work *self)
{
  GtkWidget *views = koyomi_test_widget_find (self->window, GTK_TYPE_LIST_BOX);
  KoyomiMatrixSheet *sheet;

  gtk_list_box_select_row (GTK_LIST_BOX (views), gtk_list_box_get_row_at_index (GTK_LIST_BOX (views), 1));
  self->rows = koyomi_test_widget_find (self->window, KOYOMI_TYPE_MATRIX_ROWS);
  sheet = koyomi_matrix_rows_get_sheet (KOYOMI_MATRIX_ROWS (self->rows));
  koyomi_matrix_sheet_set_catalogue (sheet, koyomi_session_find_catalogue (
    koyomi_workspace_get_session (koyomi_matrix_sheet_get_workspace (sheet)), "x1060", NULL));
}

/* With all that have ended. */
static void
show_board (Work *self)
{
  GtkWidget *views = koyomi_test_widget_find (self->window, GTK_TYPE_LIST_BOX);

  gtk_list_box_select_row (GTK_LIST_BOX (views), gtk_list_box_get_row_at_index (GTK_LIST_BOX (views), 2));
  self->rows = koyomi_test_widget_find (self->window, KOYOMI_TYPE_INCIDENT_CARDS);
  koyomi_incident_sheet_set_all (koyomi_incident_cards_get_sheet (KOYOMI_INCIDENT_CARDS (self->rows)), TRUE);
}

static void
begin_movement (Work *self)
{
  int zoom_to = movements[self->movement].zoom;

  self->frame = 0;
  for (Part part = 0; part < N_PARTS; part++)
    g_array_set_size (self->times[part], 0);
  if (zoom_to == -2)
    show_board (self);
  else if (zoom_to == -1)
    show_matrix (self);
  else
    koyomi_calendar_sheet_set_zoom (get_sheet (self->rows), zoom_to, get_time (self->rows)->first_day +
                                    (get_time (self->rows)->last_day - get_time (self->rows)->first_day) / 2);
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

static gboolean
start_cb (gpointer data)
{
  Work *self = data;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);

  self->rows = koyomi_test_widget_find (self->window, KOYOMI_TYPE_CALENDAR_ROWS);
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
