#include "koyomi-column-edge.h"
#include "koyomi-day.h"
#include "koyomi-run-edit.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-grid.h"
#include "koyomi-test-widget.h"

#include <math.h>

#define FEW 40
#define MANY 10000

/* No line is lower. */
#define LEAST_HEIGHT 20

typedef KoyomiTestGrid Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  koyomi_test_grid_open (self, GPOINTER_TO_UINT (data));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_grid_close (self);
}

static KoyomiCalendarSheet *
get_sheet (Fixture *self)
{
  return self->calendar.sheet;
}

static double
get_value (Fixture *self)
{
  return gtk_adjustment_get_value (koyomi_calendar_rows_get_adjustment (self->rows));
}

static void
scroll_to (Fixture *self,
           double   value)
{
  gtk_adjustment_set_value (koyomi_calendar_rows_get_adjustment (self->rows), value);
  koyomi_test_grid_settle (self);
}

static double
get_page (Fixture *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self->rows));
}

static guint
get_first (Fixture *self)
{
  return koyomi_calendar_sheet_find_line (get_sheet (self), get_value (self));
}

static double
get_y (Fixture   *self,
       GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (self->rows), &bounds));

  return bounds.origin.y;
}

static GtkWidget *
get_line (Fixture *self,
          guint    line)
{
  KoyomiLineView *view = koyomi_calendar_rows_get_line (self->rows, line);

  return view != NULL ? GTK_WIDGET (view) : NULL;
}

/* That the lines from the top of the page to its end have widgets, in their places and in their order, and no others have. */
static void
check_lines (Fixture *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  guint first = get_first (self), index;

  for (index = first; child != NULL; index++, child = gtk_widget_get_next_sibling (child))
    {
      g_assert_true (child == get_line (self, index));
      g_assert_true (koyomi_line_view_shows (KOYOMI_LINE_VIEW (child), koyomi_calendar_sheet_get_line (get_sheet (self), index)));
      g_assert_cmpfloat (get_y (self, child), ==, round (koyomi_calendar_sheet_get_line_y (get_sheet (self), index)) -
                         round (get_value (self)));
      g_assert_cmpint (gtk_widget_get_width (child), ==, gtk_widget_get_width (GTK_WIDGET (self->rows)));
    }

  g_assert_cmpuint (index - first, >, 3);
  g_assert_cmpuint (index - first, <=, get_page (self) / LEAST_HEIGHT + 1);
  g_assert_true (index == koyomi_calendar_sheet_get_n_lines (get_sheet (self)) ||
                 koyomi_calendar_sheet_get_line_y (get_sheet (self), index) >= get_value (self) + get_page (self));
}

static void
test_alive (Fixture       *self,
            gconstpointer  data)
{
  check_lines (self);
  for (guint i = 0; i < 20; i++)
    {
      double value = get_value (self);

      scroll_to (self, value + get_page (self));
      g_assert_cmpfloat (get_value (self), >, value);
      check_lines (self);
    }
  for (guint i = 0; i < 20; i++)
    {
      scroll_to (self, get_value (self) - get_page (self));
      check_lines (self);
    }
  g_assert_cmpfloat (get_value (self), ==, 0);
}

static void
test_end (Fixture       *self,
          gconstpointer  data)
{
  guint last = koyomi_calendar_sheet_get_n_lines (get_sheet (self)) - 1;

  koyomi_calendar_rows_show_line (self->rows, last);
  koyomi_test_grid_settle (self);
  check_lines (self);
  g_assert_nonnull (get_line (self, last));
  g_assert_cmpfloat (fabs (get_value (self) + get_page (self) - koyomi_calendar_sheet_get_height (get_sheet (self))), <, 1);
  g_assert_nonnull (koyomi_test_grid_get_cell (self, MANY - 1, 0));

  scroll_to (self, G_MAXINT);
  check_lines (self);
  g_assert_cmpfloat (get_value (self) + get_page (self), ==, koyomi_calendar_sheet_get_height (get_sheet (self)));
}

static void
test_grow (Fixture       *self,
           gconstpointer  data)
{
  guint first;
  double height, value, y;
  GtkWidget *line;

  scroll_to (self, koyomi_calendar_sheet_get_height (get_sheet (self)) * 0.9 + 7);
  g_assert_cmpuint (koyomi_calendar_sheet_get_n_runs (get_sheet (self)), ==, 0);
  first = get_first (self);
  line = get_line (self, first);
  y = get_y (self, line);
  g_assert_cmpfloat (y, <, 0);
  value = get_value (self);
  height = koyomi_calendar_sheet_get_height (get_sheet (self));

  koyomi_test_calendar_read (&self->calendar);
  koyomi_test_grid_settle (self);

  g_assert_cmpfloat (koyomi_calendar_sheet_get_height (get_sheet (self)), >, height + 1000);
  g_assert_cmpfloat (get_value (self), >, value + 1000);
  g_assert_true (get_line (self, first) == line);
  g_assert_cmpfloat (fabs (get_y (self, line) - y), <=, 1);
  check_lines (self);
}

/* Where one looks one stays, though the group above is folded. */
static void
test_fold (Fixture       *self,
           gconstpointer  data)
{
  guint first;
  double y;
  GtkWidget *line;

  koyomi_test_calendar_read (&self->calendar);
  scroll_to (self, koyomi_calendar_sheet_get_line_y (get_sheet (self), koyomi_test_calendar_find_line (20)) + 3);
  first = get_first (self);
  line = get_line (self, first);
  y = get_y (self, line);

  koyomi_calendar_sheet_set_folded (get_sheet (self), koyomi_calendar_sheet_get_line (get_sheet (self), 0)->group, TRUE);
  koyomi_test_grid_settle (self);
  g_assert_true (get_line (self, first - KOYOMI_TEST_GROUP_SIZE) == line);
  g_assert_cmpfloat (fabs (get_y (self, line) - y), <=, 1);
  check_lines (self);

  koyomi_calendar_sheet_fold_all (get_sheet (self), TRUE);
  koyomi_test_grid_settle (self);
  g_assert_cmpfloat (get_value (self), ==, 0);
  check_lines (self);
}

static void
test_identity (Fixture       *self,
               gconstpointer  data)
{
  GtkWidget *moved = koyomi_test_grid_get_cell (self, 1, 1);
  GtkWidget *other = koyomi_test_grid_get_cell (self, 2, 0);
  GtkWidget *line = get_line (self, koyomi_test_calendar_find_line (1));
  graphene_rect_t before, after;

  g_assert_true (gtk_widget_compute_bounds (moved, line, &before));
  koyomi_test_calendar_move_run (&self->calendar, koyomi_test_calendar_get_run (&self->calendar, 1, 1), 28);
  koyomi_test_grid_settle (self);

  g_assert_true (get_line (self, koyomi_test_calendar_find_line (1)) == line);
  g_assert_true (koyomi_test_grid_get_cell (self, 1, 1) == moved);
  g_assert_true (koyomi_test_grid_get_cell (self, 2, 0) == other);
  g_assert_true (gtk_widget_compute_bounds (moved, line, &after));
  g_assert_cmpfloat (after.origin.x, >, before.origin.x + 20);
}

static void
delete_run (Fixture *self,
            gint64   run)
{
  g_autoptr(GError) error = NULL;

  koyomi_runs_delete (self->calendar.session, &run, 1, KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  koyomi_test_calendar_refresh (&self->calendar);
}

static void
test_focus (Fixture       *self,
            gconstpointer  data)
{
  guint line = koyomi_test_calendar_find_line (3);
  gint64 run = koyomi_test_calendar_get_run (&self->calendar, 3, 1);
  GtkWidget *cell;

  g_assert_true (koyomi_calendar_rows_focus (self->rows, line, run));
  cell = gtk_window_get_focus (self->window);
  g_assert_true (cell == koyomi_test_grid_get_cell (self, 3, 1));

  /* Into the other lane and back, and into a row that is no longer so high. */
  for (int days = 56; days >= -56; days -= 56)
    {
      koyomi_test_calendar_move_run (&self->calendar, run, days == 0 ? 7 : days);
      koyomi_test_grid_settle (self);
      koyomi_test_grid_assert_focus (self, line, run);
      g_assert_true (gtk_window_get_focus (self->window) == cell);
    }

  /* Out of the year: there is nothing left to have the focus but the name. */
  koyomi_test_calendar_move_run (&self->calendar, run, 365);
  koyomi_test_grid_settle (self);
  koyomi_test_grid_assert_focus (self, line, 0);
}

static void
test_focus_deleted (Fixture       *self,
                    gconstpointer  data)
{
  guint line = koyomi_test_calendar_find_line (3);
  gint64 run = koyomi_test_calendar_get_run (&self->calendar, 3, 1);

  koyomi_calendar_rows_focus (self->rows, line, run);
  delete_run (self, run);
  koyomi_test_grid_settle (self);
  koyomi_test_grid_assert_focus (self, line, 0);
}

static void
test_focus_away (Fixture       *self,
                 gconstpointer  data)
{
  gint64 run = koyomi_test_calendar_get_run (&self->calendar, 3, 1);

  koyomi_calendar_rows_focus (self->rows, koyomi_test_calendar_find_line (3), run);
  koyomi_run_selection_choose (self->calendar.selection, run);
  scroll_to (self, G_MAXINT);
  check_lines (self);
  g_assert_true (gtk_window_get_focus (self->window) == GTK_WIDGET (self->rows));

  /* The next key goes on where one was. */
  koyomi_test_grid_press (self, "Right");
  koyomi_test_grid_assert_focus (self, koyomi_test_calendar_find_line (3), run);
}

static void
pick_in (Fixture         *self,
         GtkWidget       *cell,
         double           part,
         KoyomiRowsPlace *place)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (cell, GTK_WIDGET (self->rows), &bounds));
  koyomi_calendar_rows_pick (self->rows, bounds.origin.x + part * bounds.size.width, bounds.origin.y + bounds.size.height / 2,
                             place);
}

static void
test_pick (Fixture       *self,
           gconstpointer  data)
{
  gint64 run = koyomi_test_calendar_get_run (&self->calendar, 20, 1);
  guint line = koyomi_test_calendar_find_line (20);
  KoyomiRowsPlace place;

  koyomi_calendar_sheet_set_zoom (get_sheet (self), KOYOMI_ZOOM_QUARTER, koyomi_day_new (2026, 9, 7));
  koyomi_calendar_sheet_show_days (get_sheet (self), koyomi_day_new (2026, 9, 1), koyomi_day_new (2026, 9, 30));
  koyomi_calendar_rows_show_line (self->rows, line);
  koyomi_test_grid_settle (self);

  pick_in (self, koyomi_test_grid_get_cell (self, 20, 1), 0.5, &place);
  g_assert_cmpuint (place.line, ==, line);
  g_assert_true (place.canvas);
  g_assert_nonnull (place.box);
  g_assert_cmpint (place.box->bar->occurrence_id, ==, run);
  g_assert_cmpint (place.edge, ==, 0);
  g_assert_cmpuint (place.day, ==, koyomi_day_new (2026, 9, 17));

  pick_in (self, koyomi_test_grid_get_cell (self, 20, 1), 0.005, &place);
  g_assert_cmpint (place.edge, ==, -1);
  g_assert_cmpuint (place.day, ==, koyomi_day_new (2026, 9, 7));
  pick_in (self, koyomi_test_grid_get_cell (self, 20, 1), 0.995, &place);
  g_assert_cmpint (place.edge, ==, 1);
  g_assert_cmpuint (place.day, ==, koyomi_day_new (2026, 9, 27));
  pick_in (self, koyomi_test_grid_get_cell (self, 20, 1), 1.2, &place);
  g_assert_cmpuint (place.line, ==, line);
  g_assert_null (place.box);
}

static void
test_pick_outside (Fixture       *self,
                   gconstpointer  data)
{
  KoyomiRowsPlace place;

  koyomi_calendar_rows_pick (self->rows, 10, get_page (self) / 2, &place);
  g_assert_false (place.canvas);
  g_assert_null (place.box);
  g_assert_cmpuint (place.line, ==, koyomi_calendar_sheet_find_line (get_sheet (self), get_page (self) / 2));

  koyomi_calendar_sheet_fold_all (get_sheet (self), TRUE);
  koyomi_test_grid_settle (self);
  koyomi_calendar_rows_pick (self->rows, gtk_widget_get_width (GTK_WIDGET (self->rows)) - 10, get_page (self) - 1, &place);
  g_assert_cmpuint (place.line, ==, koyomi_calendar_sheet_get_n_lines (get_sheet (self)));
  g_assert_null (place.box);
}

/* Runs that are panned out of sight have no widgets. */
static void
test_time (Fixture       *self,
           gconstpointer  data)
{
  GtkWidget *cell = koyomi_test_grid_get_cell (self, 1, 1);

  g_assert_nonnull (koyomi_test_grid_get_cell (self, 1, 0));
  g_assert_nonnull (koyomi_test_grid_get_cell (self, 1, 2));
  koyomi_calendar_sheet_set_zoom (get_sheet (self), KOYOMI_ZOOM_MONTH, koyomi_day_new (2026, 9, 10));
  koyomi_test_grid_settle (self);

  g_assert_null (koyomi_test_grid_get_cell (self, 1, 0));
  g_assert_null (koyomi_test_grid_get_cell (self, 1, 2));
  g_assert_true (koyomi_test_grid_get_cell (self, 1, 1) == cell);
  koyomi_calendar_sheet_pan (get_sheet (self), G_MAXINT);
  g_assert_null (koyomi_test_grid_get_cell (self, 1, 1));
}

static void
test_show_run (Fixture       *self,
               gconstpointer  data)
{
  gint64 run = koyomi_test_calendar_get_run (&self->calendar, 30, 2);
  const KoyomiTimeScale *time = &koyomi_calendar_sheet_get_timeline (get_sheet (self))->time;

  koyomi_calendar_sheet_set_zoom (get_sheet (self), KOYOMI_ZOOM_MONTH, koyomi_day_new (2026, 4, 1));
  koyomi_calendar_sheet_fold_all (get_sheet (self), TRUE);
  koyomi_calendar_rows_show_run (self->rows, run);
  koyomi_test_grid_settle (self);

  koyomi_test_grid_assert_focus (self, 4 + 30 % KOYOMI_TEST_GROUP_SIZE, run);
  g_assert_cmpuint (koyomi_time_scale_get_first_visible (time), <=, koyomi_day_new (2027, 2, 8));
  g_assert_cmpuint (koyomi_time_scale_get_last_visible (time), >=, koyomi_day_new (2027, 2, 28));
  check_lines (self);
}

/* What the pointer does with the first button. */
static GtkGesture *
find_gesture (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller) && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY)
        return GTK_GESTURE (controller);
    }

  g_assert_not_reached ();
}

static const KoyomiRowsOutline *
get_outline (Fixture *self,
             guint    index)
{
  return &g_array_index (koyomi_calendar_rows_get_drag (self->rows), KoyomiRowsOutline, index);
}

/* Where the run of that cell would be after so many days. */
static void
assert_outline (Fixture   *self,
                guint      index,
                guint      function,
                GtkWidget *cell,
                double     days)
{
  const KoyomiTimeScale *time = &koyomi_calendar_sheet_get_timeline (get_sheet (self))->time;
  const KoyomiRowsOutline *outline = get_outline (self, index);
  graphene_rect_t bounds;

  g_assert_cmpuint (outline->line, ==, koyomi_test_calendar_find_line (function));
  g_assert_true (gtk_widget_compute_bounds (cell, get_line (self, outline->line), &bounds));
  g_assert_cmpfloat (fabs (outline->rect.x + koyomi_calendar_rows_get_left (self->rows) -
                           (bounds.origin.x + days * time->day_width)), <=, 4);
  g_assert_cmpfloat (fabs (outline->rect.y - bounds.origin.y), <=, 2);
  g_assert_cmpfloat (fabs (outline->rect.height - bounds.size.height), <=, 2);
}

/* All that are chosen go with the one that is dragged: each is shown where it would be, in its own lane. */
static void
test_drag (Fixture       *self,
           gconstpointer  data)
{
  const KoyomiTimeScale *time = &koyomi_calendar_sheet_get_timeline (get_sheet (self))->time;
  GtkGesture *gesture = find_gesture (GTK_WIDGET (self->rows));
  GtkWidget *dragged = koyomi_test_grid_get_cell (self, 3, 1);
  GtkWidget *other = koyomi_test_grid_get_cell (self, 5, 2);
  const gint64 runs[] = {
    koyomi_test_calendar_get_run (&self->calendar, 5, 2), koyomi_test_calendar_get_run (&self->calendar, 3, 1),
    koyomi_test_calendar_get_run (&self->calendar, 39, 1)
  };
  graphene_rect_t bounds;
  double x, y;

  koyomi_run_selection_set (self->calendar.selection, runs, G_N_ELEMENTS (runs), runs[0]);
  g_assert_true (gtk_widget_compute_bounds (dragged, GTK_WIDGET (self->rows), &bounds));
  x = bounds.origin.x + bounds.size.width / 2;
  y = bounds.origin.y + bounds.size.height / 2;
  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  g_signal_emit_by_name (gesture, "drag-update", 30 * time->day_width, 0.0);

  /* The third is out of sight. */
  g_assert_cmpuint (koyomi_calendar_rows_get_drag (self->rows)->len, ==, 2);
  assert_outline (self, 0, 3, dragged, 30);
  assert_outline (self, 1, 5, other, 30);
  koyomi_test_grid_settle (self);

  g_signal_emit_by_name (gesture, "drag-end", 30 * time->day_width, 0.0);
  g_assert_cmpuint (koyomi_calendar_rows_get_drag (self->rows)->len, ==, 0);
  koyomi_test_calendar_refresh (&self->calendar);

  /* One that is not chosen goes alone. */
  koyomi_run_selection_choose (self->calendar.selection, runs[0]);
  koyomi_test_grid_settle (self);
  dragged = koyomi_test_grid_get_cell (self, 1, 0);
  g_assert_true (gtk_widget_compute_bounds (dragged, GTK_WIDGET (self->rows), &bounds));
  g_signal_emit_by_name (gesture, "drag-begin", bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height / 2);
  g_signal_emit_by_name (gesture, "drag-update", 30 * time->day_width, 0.0);
  g_assert_cmpuint (koyomi_calendar_rows_get_drag (self->rows)->len, ==, 1);
  assert_outline (self, 0, 1, dragged, 30);
  g_signal_emit_by_name (gesture, "cancel", NULL);
  g_assert_cmpuint (koyomi_calendar_rows_get_drag (self->rows)->len, ==, 0);
}

static void
drag_edge (Fixture *self,
           double   by)
{
  GtkGesture *gesture = find_gesture (koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_COLUMN_EDGE));

  g_signal_emit_by_name (gesture, "drag-begin", 4.0, 100.0);
  g_signal_emit_by_name (gesture, "drag-update", by, 0.0);
  koyomi_test_grid_settle (self);
  g_signal_emit_by_name (gesture, "drag-end", by, 0.0);
  koyomi_test_grid_settle (self);
}

static void
assert_column (Fixture *self,
               int      column)
{
  const KoyomiTimeScale *time = &koyomi_calendar_sheet_get_timeline (get_sheet (self))->time;

  g_assert_cmpint (koyomi_calendar_rows_get_left (self->rows), ==, column);
  g_assert_cmpfloat (time->width, ==, gtk_widget_get_width (GTK_WIDGET (self->rows)) - column);
  check_lines (self);
}

/* The canvas has what the names leave, and the width is kept. */
static void
test_column (Fixture       *self,
             gconstpointer  data)
{
  GSettings *settings = self->calendar.settings;
  int first = koyomi_calendar_rows_get_left (self->rows);
  int half = gtk_widget_get_width (gtk_window_get_child (self->window)) / 2;

  assert_column (self, g_settings_get_int (settings, "name-column-width"));
  drag_edge (self, 60);
  assert_column (self, first + 60);
  g_assert_cmpint (g_settings_get_int (settings, "name-column-width"), ==, first + 60);
  drag_edge (self, -1000);
  assert_column (self, 120);
  drag_edge (self, 1000);
  assert_column (self, half);

  g_settings_set_int (settings, "name-column-width", 300);
  koyomi_calendar_rows_focus (self->rows, 1, 0);
  koyomi_test_grid_press (self, "<Control>bracketright");
  koyomi_test_grid_settle (self);
  assert_column (self, 320);
  koyomi_test_grid_press (self, "<Control>bracketleft");
  koyomi_test_grid_press (self, "<Control>bracketleft");
  koyomi_test_grid_settle (self);
  g_assert_cmpint (koyomi_calendar_rows_get_left (self->rows), <, 320);

  g_settings_reset (settings, "name-column-width");
}

static gboolean
is_cut_off (Fixture *self,
            guint    line)
{
  GtkWidget *label = koyomi_test_widget_find (get_line (self, line), GTK_TYPE_LABEL);

  return pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label)));
}

/* As wide as the longest name in sight. */
static void
test_column_fits (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(KoyomiRecord) function = koyomi_record_copy (koyomi_calendar_sheet_get_line (get_sheet (self), 2)->row->function);

  koyomi_record_set_text (function, KOYOMI_FUNCTION_NAME, "A function whose name is much longer than any other");
  g_assert_true (koyomi_workspace_save (self->calendar.workspace, function));
  koyomi_test_calendar_refresh (&self->calendar);
  koyomi_test_grid_settle (self);
  g_assert_true (is_cut_off (self, 2));
  koyomi_calendar_rows_focus (self->rows, 2, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->rows), "names.fit", NULL));
  koyomi_test_grid_settle (self);
  g_assert_false (is_cut_off (self, 2));
  koyomi_test_grid_press (self, "<Control>bracketleft");
  koyomi_test_grid_settle (self);
  g_assert_true (is_cut_off (self, 2));
  g_settings_reset (self->calendar.settings, "name-column-width");
}

#define ADD(path, n_functions, func) \
  g_test_add ("/views/calendar-rows/" path, Fixture, GUINT_TO_POINTER (n_functions), set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  if (!koyomi_test_widget_init ())
    return koyomi_test_folder_finish (0);

  ADD ("only-lines-in-sight-are-alive", MANY, test_alive);
  ADD ("last-line-is-reached", MANY, test_end);
  ADD ("rows-that-grow-above-move-nothing", MANY, test_grow);
  ADD ("group-that-folds-above-moves-nothing", FEW, test_fold);
  ADD ("run-keeps-its-widget-after-edit", FEW, test_identity);
  ADD ("focus-stays-on-run-that-moves", FEW, test_focus);
  ADD ("focus-goes-to-name-when-run-is-deleted", FEW, test_focus_deleted);
  ADD ("focus-that-is-scrolled-away-is-found-again", FEW, test_focus_away);
  ADD ("point-in-run-finds-run-and-day", FEW, test_pick);
  ADD ("point-outside-finds-none", FEW, test_pick_outside);
  ADD ("runs-out-of-sight-have-no-widget", FEW, test_time);
  ADD ("run-is-shown-wherever-it-is", FEW, test_show_run);
  ADD ("column-of-names-is-as-wide-as-it-is-dragged", FEW, test_column);
  ADD ("column-of-names-fits-the-names", FEW, test_column_fits);
  ADD ("all-runs-that-are-dragged-are-outlined", FEW, test_drag);

  return koyomi_test_folder_finish (g_test_run ());
}
