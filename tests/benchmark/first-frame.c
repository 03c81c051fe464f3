#include "first-frame.h"

#include <time.h>

/* Microseconds of the processor, in all threads. */
static gint64
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
painted_cb (GdkFrameClock *clock,
            gpointer       data)
{
  GtkWidget *window = data;

  if (gtk_widget_get_width (window) == 0)
    return;

  g_signal_handlers_disconnect_by_func (clock, painted_cb, window);
  g_print ("first-frame %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", g_get_monotonic_time (), get_work ());
}

static void
mapped_cb (GtkWidget *window,
           gpointer   data)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), window, 0);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window,
                 gpointer        data)
{
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), NULL);
}

/* Prints when the first frame of a window has been painted, by the monotonic clock, and the work until then; both in microseconds. */
void
first_frame_watch (GtkApplication *application)
{
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
}
