#include "koyomi-figure-view.h"
#include "koyomi-figure-walk.h"
#include "koyomi-figure-window.h"
#include "koyomi-metric-card.h"
#include "koyomi-plot.h"
#include "koyomi-row-table.h"
#include "koyomi-status-grid.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"

#include <adwaita.h>
#include <string.h>

/* A figure on the screen: what keys and pointer make of it. */

typedef struct
{
  KoyomiTestWindow  base;
  KoyomiWorkspace  *workspace;
  GtkWindow        *window;
  KoyomiFigureView *view;       /* not owned */
  guint             series;     /* what was activated */
  guint             column;
  guint             n_activated;
} Fixture;

static KoyomiApplication *application;

static KoyomiFigure *
create_plot (void)
{
  static const double values[2][4] = { { 3, NAN, 5, 4 }, { 1, 2, 2, NAN } };
  KoyomiFigure *figure = koyomi_plot_new (KOYOMI_LANGUAGE_EN, "Incidents", "", 0);

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("M%u", i + 4);

      koyomi_plot_add_column (KOYOMI_PLOT (figure), name, name);
    }
  koyomi_plot_add_series (KOYOMI_PLOT (figure), "High", KOYOMI_PLOT_COLUMN, 0);
  koyomi_plot_add_series (KOYOMI_PLOT (figure), "Low", KOYOMI_PLOT_COLUMN, 1);
  for (guint i = 0; i < 4; i++)
    {
      koyomi_plot_set_value (KOYOMI_PLOT (figure), 0, i, values[0][i]);
      koyomi_plot_set_value (KOYOMI_PLOT (figure), 1, i, values[1][i]);
    }

  return figure;
}

static void
activated_cb (Fixture *self,
              guint    series,
              guint    column)
{
  self->series = series;
  self->column = column;
  self->n_activated++;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  koyomi_test_window_open (&self->base);
  self->workspace = koyomi_workspace_new (koyomi_window_get_session (self->base.window), KOYOMI_LANGUAGE_EN,
                                          koyomi_application_get_settings (application));
  self->window = GTK_WINDOW (gtk_window_new ());
  self->view = KOYOMI_FIGURE_VIEW (koyomi_figure_view_new (self->workspace, "Incidents by month"));
  koyomi_figure_view_take (self->view, create_plot ());
  g_signal_connect_swapped (self->view, "activated", G_CALLBACK (activated_cb), self);
  gtk_window_set_default_size (self->window, 500, 400);
  gtk_window_set_child (self->window, GTK_WIDGET (self->view));
  gtk_window_present (self->window);
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  GtkWidget *view = g_object_ref (GTK_WIDGET (self->view));

  gtk_window_destroy (self->window);
  g_assert_finalize_object (view);
  g_assert_finalize_object (self->workspace);
  koyomi_test_window_close (&self->base);
}

static const char *
get_text (Fixture *self)
{
  return koyomi_figure_get_region (koyomi_figure_view_get_figure (self->view), koyomi_figure_view_get_region (self->view))->text;
}

static void
step (Fixture    *self,
      const char *key,
      const char *expected)
{
  char *description;

  g_assert_true (koyomi_test_widget_press (self->window, key));
  g_test_message ("%s: %s", key, get_text (self));
  g_assert_nonnull (strstr (get_text (self), expected));
  description = gtk_test_accessible_check_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, get_text (self));
  g_assert_null (description);
}

/* Gaps are stepped over, ends hold, and what is pointed out is read out. */
static void
test_keys (Fixture       *self,
           gconstpointer  data)
{
  g_assert_nonnull (strstr (get_text (self), "M7"));
  step (self, "Left", "M6");
  step (self, "Left", "M4");
  step (self, "Left", "M4");
  step (self, "Down", "Low");
  step (self, "Right", "M5");
  step (self, "Up", "High");
  step (self, "End", "M7");
  step (self, "Home", "M4");
}

/* Scrolled away, it is still asked for its menu. */
static void
test_menu_out_of_sight (Fixture       *self,
                        gconstpointer  data)
{
  static const int places[][2] = { { 100, 5000 }, { 100, -5000 }, { 5000, 100 }, { -5000, 100 } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GtkWidget *menu;

      koyomi_figure_view_show_menu (self->view, places[i][0], places[i][1]);
      koyomi_test_widget_settle (GTK_WIDGET (self->window));
      menu = gtk_widget_get_last_child (GTK_WIDGET (self->view));
      g_assert_true (GTK_IS_POPOVER (menu));
      g_assert_true (gtk_widget_get_mapped (menu));
      gtk_popover_popdown (GTK_POPOVER (menu));
      koyomi_test_widget_settle (GTK_WIDGET (self->window));
    }
}

static void
test_activate (Fixture       *self,
               gconstpointer  data)
{
  step (self, "Home", "M4");
  step (self, "Down", "Low");
  g_assert_true (koyomi_test_widget_press (self->window, "Return"));
  g_assert_cmpuint (self->n_activated, ==, 1);
  g_assert_cmpuint (self->series, ==, 1);
  g_assert_cmpuint (self->column, ==, 0);
}

static void
copied_cb (GObject      *clipboard,
           GAsyncResult *result,
           gpointer      data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_copy (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *text = NULL;

  g_assert_true (koyomi_test_widget_press (self->window, "<Control>c"));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self->view)), NULL, copied_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (text, "M4\t3\t1"));
}

/* The table follows what the view shows. */
static void
test_table (Fixture       *self,
            gconstpointer  data)
{
  KoyomiFigure *card = koyomi_metric_card_new (KOYOMI_LANGUAGE_EN, "Clicks", "%", 0);
  GtkWindow *dialog;
  GtkWidget *table;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->view), "figure.table", NULL));
  dialog = koyomi_test_dialog_wait (self->window);
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, "Incidents");
  table = koyomi_test_widget_find (GTK_WIDGET (dialog), KOYOMI_TYPE_ROW_TABLE);
  g_assert_cmpuint (koyomi_row_table_get_n_rows (KOYOMI_ROW_TABLE (table)), ==, 4);

  koyomi_metric_card_add_point (KOYOMI_METRIC_CARD (card), "A", "April", 3);
  koyomi_figure_view_take (self->view, card);
  table = koyomi_test_widget_find (GTK_WIDGET (dialog), KOYOMI_TYPE_ROW_TABLE);
  g_assert_cmpuint (koyomi_row_table_get_n_rows (KOYOMI_ROW_TABLE (table)), ==, 1);
  gtk_window_close (dialog);
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

/* The keyboard stays where it was, and where that is gone at what is left. */
static void
test_refill (Fixture       *self,
             gconstpointer  data)
{
  KoyomiFigure *card = koyomi_metric_card_new (KOYOMI_LANGUAGE_EN, "Clicks", "%", 0);

  koyomi_figure_view_point_out (self->view, 2);
  koyomi_figure_view_take (self->view, create_plot ());
  g_assert_cmpint (koyomi_figure_view_get_region (self->view), ==, 2);
  koyomi_metric_card_add_point (KOYOMI_METRIC_CARD (card), "A", "April", 3);
  koyomi_figure_view_take (self->view, card);
  g_assert_cmpint (koyomi_figure_view_get_region (self->view), ==, 0);
  koyomi_figure_view_take (self->view, koyomi_status_grid_new (KOYOMI_LANGUAGE_EN, "Status"));
  g_assert_cmpint (koyomi_figure_view_get_region (self->view), ==, -1);
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

/* A list of one column is walked by every arrow. */
static void
test_list (void)
{
  g_autoptr(KoyomiFigure) figure = koyomi_status_grid_new (KOYOMI_LANGUAGE_EN, "Status");

  koyomi_status_grid_add_column (KOYOMI_STATUS_GRID (figure), "Q1");
  for (guint i = 0; i < 3; i++)
    koyomi_status_grid_set_cell (KOYOMI_STATUS_GRID (figure), koyomi_status_grid_add_row (KOYOMI_STATUS_GRID (figure), "KPI"), 0, "1",
                                 0);
  koyomi_figure_place (figure, 400, 300, 1);
  g_assert_cmpint (koyomi_figure_walk_in (figure), ==, 0);
  g_assert_cmpint (koyomi_figure_walk (figure, 0, KOYOMI_FIGURE_STEP_DOWN), ==, 1);
  g_assert_cmpint (koyomi_figure_walk (figure, 1, KOYOMI_FIGURE_STEP_RIGHT), ==, 2);
  g_assert_cmpint (koyomi_figure_walk (figure, 2, KOYOMI_FIGURE_STEP_DOWN), ==, 2);
  g_assert_cmpint (koyomi_figure_walk (figure, 2, KOYOMI_FIGURE_STEP_ROW_START), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  if (!koyomi_test_widget_init ())
    return koyomi_test_folder_finish (0);

  application = koyomi_test_window_start ();
  g_test_add ("/views/figure-view/arrows-go-from-region-to-region", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/views/figure-view/enter-activates-the-region", Fixture, NULL, set_up, test_activate, tear_down);
  g_test_add ("/views/figure-view/menu-opens-out-of-sight", Fixture, NULL, set_up, test_menu_out_of_sight, tear_down);
  g_test_add ("/views/figure-view/copies-its-table", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/views/figure-view/shows-its-table", Fixture, NULL, set_up, test_table, tear_down);
  g_test_add ("/views/figure-view/keeps-its-place-when-filled-again", Fixture, NULL, set_up, test_refill, tear_down);
  g_test_add_func ("/views/figure-view/walks-a-list", test_list);

  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
