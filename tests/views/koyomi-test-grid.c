#include "koyomi-test-grid.h"

#include "koyomi-test-leaks.h"
#include "koyomi-test-widget.h"

void
koyomi_test_grid_open (KoyomiTestGrid *self,
                       guint           n_functions)
{
  GtkWidget *grid;

  koyomi_test_calendar_open (&self->calendar, n_functions);
  grid = koyomi_calendar_grid_new (self->calendar.sheet);
  self->rows = koyomi_calendar_grid_get_rows (KOYOMI_CALENDAR_GRID (grid));
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (self->window, grid);
  gtk_window_set_default_size (self->window, 1000, 500);
  gtk_window_present (self->window);
  koyomi_test_grid_settle (self);
}

/* Of the widgets nothing may be left. */
void
koyomi_test_grid_close (KoyomiTestGrid *self)
{
  KoyomiTestLeaks *leaks = koyomi_test_leaks_new ();

  koyomi_test_leaks_watch_tree (leaks, GTK_WIDGET (self->window));
  gtk_window_destroy (self->window);
  koyomi_test_leaks_finish (leaks);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  koyomi_test_calendar_close (&self->calendar);
}

/* Waits until everything is where it belongs. */
void
koyomi_test_grid_settle (KoyomiTestGrid *self)
{
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

/* Returns: (transfer none) (nullable): the cell of the function's run, if it is in sight */
GtkWidget *
koyomi_test_grid_get_cell (KoyomiTestGrid *self,
                           guint           function,
                           guint           number)
{
  KoyomiLineView *line = koyomi_calendar_rows_get_line (self->rows, koyomi_test_calendar_find_line (function));

  return line != NULL ? koyomi_line_view_get_cell (line, koyomi_test_calendar_get_run (&self->calendar, function, number)) : NULL;
}

void
koyomi_test_grid_press (KoyomiTestGrid *self,
                        const char     *accelerator)
{
  g_assert_true (koyomi_test_widget_press (self->window, accelerator));
}

/* @run: 0 for the name of the line */
void
koyomi_test_grid_assert_focus (KoyomiTestGrid *self,
                               guint           line,
                               gint64          run)
{
  guint index;
  gint64 id;

  g_assert_true (koyomi_calendar_rows_get_focus (self->rows, &index, &id));
  g_assert_cmpuint (index, ==, line);
  g_assert_cmpint (id, ==, run);
}
