#include "koyomi-work.h"

#include <adwaita.h>

/* The dialog is shown after 400 ms; it is looked for later. */
#define SHORT_MS 400
#define LOOK_MS 600

typedef struct
{
  GtkWindow    *parent;
  GMainLoop    *loop;
  int           duration;      /* in milliseconds */
  gboolean      closes;        /* the parent while it works */
  gboolean      is_main;       /* whether it ran on the main thread */
  gboolean      was_freed;
  gboolean      was_short;
  guint         n_windows;     /* while it worked */
  GError       *error;
  GThread      *main_thread;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->parent = GTK_WINDOW (gtk_window_new ());
  self->loop = g_main_loop_new (NULL, FALSE);
  self->main_thread = g_thread_self ();
  gtk_window_present (self->parent);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  if (!self->closes)
    gtk_window_destroy (self->parent);
  g_main_loop_unref (self->loop);
  g_clear_error (&self->error);
}

static gboolean
work (gpointer             data,
      KoyomiProgressFunc   progress,
      gpointer             progress_data,
      GCancellable        *cancellable,
      GError             **error)
{
  Fixture *self = data;

  self->is_main = g_thread_self () == self->main_thread;
  for (int i = 0; i < self->duration; i += 10)
    {
      g_usleep (10 * 1000);
      progress ((double) i / self->duration, progress_data);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }

  return TRUE;
}

static void
free_data (gpointer data)
{
  ((Fixture *) data)->was_freed = TRUE;
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Fixture *self = data;

  g_assert_false (self->was_freed);
  koyomi_work_finish (result, &self->error);
  g_main_loop_quit (self->loop);
}

static gboolean
look_cb (gpointer data)
{
  Fixture *self = data;

  self->n_windows = g_list_model_get_n_items (gtk_window_get_toplevels ());
  if (self->closes)
    gtk_window_destroy (self->parent);

  return G_SOURCE_REMOVE;
}

static void
run (Fixture *self)
{
  gint64 start = g_get_monotonic_time ();

  koyomi_work_run (self->parent, KOYOMI_LANGUAGE_EN, "Working", work, self, free_data, done_cb, self);
  g_timeout_add (LOOK_MS, look_cb, self);
  g_main_loop_run (self->loop);
  self->was_short = g_get_monotonic_time () - start < SHORT_MS * G_TIME_SPAN_MILLISECOND;
  g_assert_false (self->is_main);
  while (!self->was_freed)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_short (Fixture       *self,
            gconstpointer  data)
{
  self->duration = 20;
  run (self);

  g_assert_no_error (self->error);
  while (self->n_windows == 0)
    g_main_context_iteration (NULL, TRUE);
  if (self->was_short)
    g_assert_cmpuint (self->n_windows, ==, 1);
  else
    g_test_skip ("the machine is too busy for short work");
}

static void
test_long (Fixture       *self,
           gconstpointer  data)
{
  self->duration = 1200;
  run (self);

  g_assert_no_error (self->error);
  g_assert_cmpuint (self->n_windows, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
}

static void
test_closed (Fixture       *self,
             gconstpointer  data)
{
  self->duration = 60 * 1000;
  self->closes = TRUE;
  run (self);

  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
}

/* As by work that shows in the window what came of it. */
static void
test_held (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GtkWindow) held = g_object_ref (self->parent);

  test_closed (self, data);
}

#define ADD(path, func) g_test_add ("/views/work/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_autoptr(GApplication) application = NULL;

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }

  adw_init ();
  application = G_APPLICATION (g_application_new (NULL, G_APPLICATION_NON_UNIQUE));
  g_application_set_default (application);

  ADD ("short-work-shows-nothing", test_short);
  ADD ("long-work-shows-how-far-it-is", test_long);
  ADD ("closing-the-window-cancels", test_closed);
  ADD ("closing-a-window-that-is-held-cancels", test_held);

  return g_test_run ();
}
