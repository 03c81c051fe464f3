#include "koyomi-calendar-grid.h"

#include "koyomi-calendar-drag.h"
#include "koyomi-calendar-range.h"
#include "koyomi-calendar-walk.h"
#include "koyomi-chart-look.h"
#include "koyomi-column-edge.h"
#include "koyomi-head-view.h"
#include "koyomi-menu-place.h"
#include "koyomi-run-tip.h"
#include "koyomi-scroll-bar.h"
#include "koyomi-ui.h"

#include <math.h>

/* A notch of the wheel. */
#define WHEEL_ROWS 3
#define WHEEL_PIXELS 60
#define WHEEL_FACTOR 1.25

struct _KoyomiCalendarGrid
{
  GtkWidget             parent_instance;

  KoyomiCalendarSheet  *sheet;
  GtkWidget            *box;
  GtkWidget            *head;
  GtkWidget            *rows;
  GtkWidget            *edge;        /* of the column of names */
  GtkAdjustment        *time;        /* how far the time is panned */
  GtkWidget            *menu;        /* NULL until it is first asked for */
  double                pointer_x;   /* in the rows */
  double                pointer_y;
  gint64                taken_out;   /* the chosen run that Ctrl was pressed on, for which a drag may follow; 0 for none */
  gboolean              is_updating;
};

G_DEFINE_FINAL_TYPE (KoyomiCalendarGrid, koyomi_calendar_grid, GTK_TYPE_WIDGET)

static void
update_time (KoyomiCalendarGrid *self)
{
  const KoyomiTimeScale *time = &koyomi_calendar_sheet_get_timeline (self->sheet)->time;

  self->is_updating = TRUE;
  gtk_adjustment_configure (self->time, time->offset, 0, koyomi_time_scale_get_extent (time), time->width / 10, time->width * 0.9,
                            time->width);
  self->is_updating = FALSE;
}

static void
time_scrolled_cb (KoyomiCalendarGrid *self)
{
  if (!self->is_updating)
    koyomi_calendar_sheet_pan (self->sheet, gtk_adjustment_get_value (self->time) -
                               koyomi_calendar_sheet_get_timeline (self->sheet)->time.offset);
}

static void
motion_cb (KoyomiCalendarGrid *self,
           double              x,
           double              y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           KoyomiCalendarGrid       *self)
{
  KoyomiCalendarRows *rows = KOYOMI_CALENDAR_ROWS (self->rows);
  GtkAdjustment *adjustment = koyomi_calendar_rows_get_adjustment (rows);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean notches = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;

  if (state & GDK_CONTROL_MASK)
    {
      koyomi_calendar_sheet_zoom_by (self->sheet, pow (WHEEL_FACTOR, -(notches ? dy : dy / WHEEL_PIXELS)),
                                     MAX (self->pointer_x - koyomi_calendar_rows_get_left (rows), 0));
      return TRUE;
    }

  if (state & GDK_SHIFT_MASK)
    {
      dx += dy;
      dy = 0;
    }

  if (dx != 0)
    koyomi_calendar_sheet_pan (self->sheet, notches ? dx * WHEEL_PIXELS : dx);
  if (dy != 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                              (notches ? dy * WHEEL_ROWS * gtk_adjustment_get_step_increment (adjustment) : dy));

  return TRUE;
}

static void
choose_run (KoyomiCalendarGrid    *self,
            const KoyomiRowsPlace *place,
            GdkModifierType        state)
{
  KoyomiRunSelection *selection = koyomi_calendar_sheet_get_selection (self->sheet);
  gint64 run = place->box->bar->occurrence_id;

  koyomi_calendar_rows_focus (KOYOMI_CALENDAR_ROWS (self->rows), place->line, run);
  self->taken_out = 0;
  if (state & GDK_SHIFT_MASK)
    koyomi_calendar_range_extend (self->sheet, run);
  else if ((state & GDK_CONTROL_MASK) && koyomi_run_selection_has (selection, run))
    self->taken_out = run;
  else if (state & GDK_CONTROL_MASK)
    koyomi_run_selection_toggle (selection, run);
  else if (!koyomi_run_selection_has (selection, run))
    koyomi_run_selection_choose (selection, run);
}

static void
pressed_cb (GtkGestureClick    *gesture,
            int                 n_presses,
            double              x,
            double              y,
            KoyomiCalendarGrid *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  KoyomiRowsPlace place;

  koyomi_calendar_rows_pick (KOYOMI_CALENDAR_ROWS (self->rows), x, y, &place);
  if (!place.canvas)
    return;

  if (place.box != NULL)
    choose_run (self, &place, state);
  else if (!(state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    {
      koyomi_run_selection_clear (koyomi_calendar_sheet_get_selection (self->sheet));
      if (place.line < koyomi_calendar_sheet_get_n_lines (self->sheet))
        koyomi_calendar_rows_focus (KOYOMI_CALENDAR_ROWS (self->rows), place.line, 0);
    }
}

/* A plain click on one of several chosen runs chooses that one, one with Ctrl takes it out, and a double click opens it, but only once it
 * is clear that it is no drag. */
static void
released_cb (GtkGestureClick    *gesture,
             int                 n_presses,
             double              x,
             double              y,
             KoyomiCalendarGrid *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  KoyomiRowsPlace place;

  koyomi_calendar_rows_pick (KOYOMI_CALENDAR_ROWS (self->rows), x, y, &place);
  if (!place.canvas || place.line >= koyomi_calendar_sheet_get_n_lines (self->sheet))
    return;

  if (place.box != NULL && !(state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    koyomi_run_selection_choose (koyomi_calendar_sheet_get_selection (self->sheet), place.box->bar->occurrence_id);
  else if (place.box != NULL && place.box->bar->occurrence_id == self->taken_out)
    koyomi_run_selection_toggle (koyomi_calendar_sheet_get_selection (self->sheet), self->taken_out);
  else if (koyomi_calendar_sheet_get_line (self->sheet, place.line)->kind == KOYOMI_SHEET_BAND)
    {
      const KoyomiSheetLine *line = koyomi_calendar_sheet_get_line (self->sheet, place.line);
      int month = koyomi_fiscal_year_get_month_index (koyomi_calendar_sheet_get_year (self->sheet), place.day);

      gtk_widget_activate_action (GTK_WIDGET (self), "calendar.attest", "(xi)",
                                  g_array_index (line->row->bands, KoyomiBand, line->band).duty_id, month + 1);
    }

  if (place.box != NULL && n_presses == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "calendar.open-run", NULL);
}

/* A menu leaves the focus wherever it falls; what the menu was about had it. */
static void
menu_closed_cb (KoyomiCalendarGrid *self)
{
  koyomi_calendar_walk_enter (KOYOMI_CALENDAR_ROWS (self->rows));
}

static void
open_menu (KoyomiCalendarGrid *self,
           double              x,
           double              y)
{
  g_autoptr(GtkBuilder) builder = koyomi_ui_open ("koyomi-run-menu", koyomi_calendar_sheet_get_language (self->sheet));
  gboolean has_run = koyomi_run_selection_count (koyomi_calendar_sheet_get_selection (self->sheet)) > 0;
  GMenuModel *model = G_MENU_MODEL (gtk_builder_get_object (builder, has_run ? "run" : "place"));

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      /* Beside the pointer it can slide up where there is little room below. */
      gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_RIGHT);
      gtk_widget_set_valign (self->menu, GTK_ALIGN_START);
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
    }

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  koyomi_menu_place_point_to (GTK_POPOVER (self->menu), self->rows, (GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_pressed_cb (GtkGestureClick    *gesture,
                 int                 n_presses,
                 double              x,
                 double              y,
                 KoyomiCalendarGrid *self)
{
  KoyomiRowsPlace place;

  koyomi_calendar_rows_pick (KOYOMI_CALENDAR_ROWS (self->rows), x, y, &place);
  if (place.box != NULL)
    {
      choose_run (self, &place, 0);
      koyomi_run_selection_set_focus (koyomi_calendar_sheet_get_selection (self->sheet), place.box->bar->occurrence_id);
    }
  else
    {
      koyomi_run_selection_clear (koyomi_calendar_sheet_get_selection (self->sheet));
      if (place.line < koyomi_calendar_sheet_get_n_lines (self->sheet))
        koyomi_calendar_rows_focus (KOYOMI_CALENDAR_ROWS (self->rows), place.line, 0);
    }

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y);
}

/* The Menu key opens the menu where the focus is. */
static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiCalendarGrid *self = KOYOMI_CALENDAR_GRID (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->rows) && gtk_widget_compute_bounds (focus, self->rows, &bounds))
    open_menu (self, bounds.origin.x + MIN (bounds.size.width / 2, 40), bounds.origin.y + bounds.size.height);
}

static double
get_scale (GtkWidget *rows)
{
  return koyomi_calendar_sheet_get_timeline (koyomi_calendar_rows_get_sheet (KOYOMI_CALENDAR_ROWS (rows)))->scale;
}

/* With the teams behind the names. */
static int
measure_names (GtkWidget *rows)
{
  return koyomi_calendar_rows_measure_names (KOYOMI_CALENDAR_ROWS (rows));
}

static const KoyomiColumnEdgeKind edge_kind = { "name-column-width", 0.34, get_scale, measure_names };

static gboolean
tooltip_cb (GtkWidget          *widget,
            int                 x,
            int                 y,
            gboolean            keyboard,
            GtkTooltip         *tooltip,
            KoyomiCalendarGrid *self)
{
  KoyomiRowsPlace place;
  g_autofree char *text = NULL;

  if (keyboard || (self->menu != NULL && gtk_widget_get_visible (self->menu)))
    return FALSE;

  koyomi_calendar_rows_pick (KOYOMI_CALENDAR_ROWS (self->rows), x, y, &place);
  if (place.box == NULL)
    return FALSE;

  text = koyomi_run_explain (koyomi_calendar_sheet_get_workspace (self->sheet), koyomi_calendar_sheet_get_timeline (self->sheet),
                             place.box->row, place.box->bar);
  gtk_tooltip_set_markup (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { x - 4, y - 4, 8, 8 });

  return TRUE;
}

static void
update_style (KoyomiCalendarGrid *self)
{
  koyomi_calendar_sheet_set_style (self->sheet, koyomi_chart_look_get_palette (), koyomi_chart_look_get_scale (GTK_WIDGET (self)));
}

static void
koyomi_calendar_grid_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  KoyomiCalendarGrid *self = KOYOMI_CALENDAR_GRID (widget);
  int left = koyomi_column_edge_get_width (KOYOMI_COLUMN_EDGE (self->edge), width);

  koyomi_head_view_set_left (KOYOMI_HEAD_VIEW (self->head), left);
  koyomi_calendar_rows_set_left (KOYOMI_CALENDAR_ROWS (self->rows), left);
  gtk_widget_size_allocate (self->box, &(GtkAllocation) { 0, 0, width, height }, baseline);
  koyomi_column_edge_allocate (KOYOMI_COLUMN_EDGE (self->edge), left,
                               gtk_widget_get_height (self->head) + gtk_widget_get_height (self->rows));
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
koyomi_calendar_grid_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  gtk_widget_measure (KOYOMI_CALENDAR_GRID (widget)->box, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
koyomi_calendar_grid_dispose (GObject *object)
{
  KoyomiCalendarGrid *self = KOYOMI_CALENDAR_GRID (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->edge, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->time);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (koyomi_calendar_grid_parent_class)->dispose (object);
}

static void
koyomi_calendar_grid_class_init (KoyomiCalendarGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_calendar_grid_dispose;
  widget_class->measure = koyomi_calendar_grid_measure;
  widget_class->size_allocate = koyomi_calendar_grid_size_allocate;

  koyomi_column_edge_install (widget_class);
  gtk_widget_class_install_action (widget_class, "calendar.open-menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "calendar.open-menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "calendar.open-menu", NULL);
}

static void
koyomi_calendar_grid_init (KoyomiCalendarGrid *self)
{
  self->time = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (self->time, "value-changed", G_CALLBACK (time_scrolled_cb), self, G_CONNECT_SWAPPED);
}

static void
add_controllers (KoyomiCalendarGrid *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->rows, motion);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
  gtk_widget_add_controller (self->rows, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (menu_pressed_cb), self, 0);
  gtk_widget_add_controller (self->rows, GTK_EVENT_CONTROLLER (menu));
  koyomi_calendar_drag_attach (KOYOMI_CALENDAR_ROWS (self->rows));

  gtk_widget_set_has_tooltip (self->rows, TRUE);
  g_signal_connect_object (self->rows, "query-tooltip", G_CALLBACK (tooltip_cb), self, 0);
}

static void
add_children (KoyomiCalendarGrid *self)
{
  KoyomiLanguage language = koyomi_calendar_sheet_get_language (self->sheet);
  GtkAdjustment *adjustment;

  self->box = gtk_grid_new ();
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->head = koyomi_head_view_new (self->sheet);
  gtk_widget_set_hexpand (self->head, TRUE);
  gtk_grid_attach (GTK_GRID (self->box), self->head, 0, 0, 1, 1);
  self->rows = koyomi_calendar_rows_new (self->sheet);
  gtk_widget_set_vexpand (self->rows, TRUE);
  gtk_grid_attach (GTK_GRID (self->box), self->rows, 0, 1, 1, 1);

  self->edge = koyomi_column_edge_new (&edge_kind, self->rows,
                                       koyomi_workspace_get_settings (koyomi_calendar_sheet_get_workspace (self->sheet)));
  gtk_widget_set_parent (self->edge, GTK_WIDGET (self));

  adjustment = koyomi_calendar_rows_get_adjustment (KOYOMI_CALENDAR_ROWS (self->rows));
  gtk_grid_attach (GTK_GRID (self->box), koyomi_scroll_bar_new (GTK_ORIENTATION_VERTICAL, adjustment, koyomi_tr (language, "Rows")),
                   1, 0, 1, 2);
  gtk_grid_attach (GTK_GRID (self->box), koyomi_scroll_bar_new (GTK_ORIENTATION_HORIZONTAL, self->time, koyomi_tr (language, "Time")),
                   0, 2, 2, 1);
}

GtkWidget *
koyomi_calendar_grid_new (KoyomiCalendarSheet *sheet)
{
  KoyomiCalendarGrid *self = g_object_new (KOYOMI_TYPE_CALENDAR_GRID, NULL);

  self->sheet = g_object_ref (sheet);
  add_children (self);
  add_controllers (self);
  g_signal_connect_object (sheet, "time", G_CALLBACK (update_time), self, G_CONNECT_SWAPPED);
  koyomi_chart_look_connect (GTK_WIDGET (self), G_CALLBACK (update_style));
  update_style (self);
  update_time (self);

  return GTK_WIDGET (self);
}

/* Returns: (transfer none) */
KoyomiCalendarRows *
koyomi_calendar_grid_get_rows (KoyomiCalendarGrid *self)
{
  return KOYOMI_CALENDAR_ROWS (self->rows);
}
