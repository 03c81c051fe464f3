#include "koyomi-matrix-pointer.h"

#include "koyomi-matrix-commands.h"

/* A drag on the lines, from the press of the button on. */
typedef struct
{
  KoyomiMatrixRows  *rows;       /* not owned: it owns the gestures that own this */
  gboolean           is_fill;    /* by the handle; else a rectangle is drawn out */
  KoyomiMatrixRange  source;     /* what is filled from */
  KoyomiMatrixRange  target;     /* what would be filled; of no lines for nothing */
  double             x;
  double             y;
} Drag;

static KoyomiMatrixSheet *
get_sheet (Drag *self)
{
  return koyomi_matrix_rows_get_sheet (self->rows);
}

static gboolean
is_cell (Drag              *self,
         KoyomiMatrixPlace  place)
{
  guint row, column;

  return koyomi_matrix_sheet_find_cell (get_sheet (self), place, &row, &column);
}

/* Beside the cells of a line, or on a heading. */
static void
choose_line (Drag              *self,
             KoyomiMatrixPlace  place)
{
  if (place.column < 0 || place.line >= koyomi_matrix_sheet_get_n_lines (get_sheet (self)))
    return;

  koyomi_matrix_sheet_go_to (get_sheet (self), (KoyomiMatrixPlace) { place.line, -1 }, FALSE);
  koyomi_matrix_rows_enter (self->rows);
}

/* A click on a name is for the button there. */
static void
begin_cb (GtkGestureDrag *gesture,
          double          x,
          double          y,
          Drag           *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  KoyomiMatrixPlace place = koyomi_matrix_rows_pick (self->rows, x, y);

  self->x = x;
  self->y = y;
  self->is_fill = koyomi_matrix_rows_pick_handle (self->rows, x, y);
  self->source = koyomi_matrix_sheet_get_range (get_sheet (self));
  self->target = (KoyomiMatrixRange) { 0, -1, 0, -1 };
  if (self->is_fill)
    return;

  if (!is_cell (self, place))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      choose_line (self, place);
      return;
    }

  koyomi_matrix_sheet_go_to (get_sheet (self), place, (state & GDK_SHIFT_MASK) != 0);
  koyomi_matrix_rows_enter (self->rows);
}

/* Drawn out down, up, right or left, whichever is farthest. Returns: FALSE where it is not drawn out at all */
static gboolean
find_target (Drag              *self,
             KoyomiMatrixPlace  place)
{
  const KoyomiMatrixRange *source = &self->source;
  int down = place.line - source->last_line;
  int up = source->first_line - place.line;
  int right = place.column - source->last_column;
  int left = source->first_column - place.column;
  int most = MAX (MAX (down, up), MAX (right, left));

  self->target = *source;
  if (most <= 0)
    return FALSE;

  if (most == down)
    self->target = (KoyomiMatrixRange) { source->last_line + 1, place.line, source->first_column, source->last_column };
  else if (most == up)
    self->target = (KoyomiMatrixRange) { place.line, source->first_line - 1, source->first_column, source->last_column };
  else if (most == right)
    self->target = (KoyomiMatrixRange) { source->first_line, source->last_line, source->last_column + 1, place.column };
  else
    self->target = (KoyomiMatrixRange) { source->first_line, source->last_line, place.column, source->first_column - 1 };

  return TRUE;
}

static void
update_cb (GtkGestureDrag *gesture,
           double          dx,
           double          dy,
           Drag           *self)
{
  KoyomiMatrixSheet *sheet = get_sheet (self);
  KoyomiMatrixPlace place = koyomi_matrix_rows_pick (self->rows, self->x + dx, self->y + dy);
  KoyomiMatrixPlace focus = koyomi_matrix_sheet_get_focus (sheet);

  place.line = CLAMP (place.line, 0, koyomi_matrix_sheet_get_n_lines (sheet) - 1);
  place.column = CLAMP (place.column, 0, koyomi_matrix_sheet_get_n_columns (sheet) - 1);
  if (self->is_fill)
    {
      gboolean any = find_target (self, place);

      koyomi_matrix_rows_set_fill (self->rows, any ? &self->target : NULL);
      if (!any)
        self->target = (KoyomiMatrixRange) { 0, -1, 0, -1 };
    }
  else if (is_cell (self, place) && (place.line != focus.line || place.column != focus.column))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      koyomi_matrix_sheet_go_to (sheet, place, TRUE);
    }
}

static KoyomiMatrixRange
unite (const KoyomiMatrixRange *a,
       const KoyomiMatrixRange *b)
{
  return (KoyomiMatrixRange) { MIN (a->first_line, b->first_line), MAX (a->last_line, b->last_line), MIN (a->first_column, b->first_column),
                               MAX (a->last_column, b->last_column) };
}

static void
end_cb (GtkGestureDrag *gesture,
        double          dx,
        double          dy,
        Drag           *self)
{
  KoyomiMatrixRange whole = unite (&self->source, &self->target);

  koyomi_matrix_rows_set_fill (self->rows, NULL);
  if (!self->is_fill || self->target.last_line < self->target.first_line)
    return;

  koyomi_matrix_commands_fill (get_sheet (self), &self->source, &self->target);
  koyomi_matrix_sheet_choose (get_sheet (self), whole);
}

/* A double click ends with the second release: a press that comes soon after a click may begin to choose more cells. */
static void
released_cb (GtkGestureClick *gesture,
             int              n_presses,
             double           x,
             double           y,
             Drag            *self)
{
  if (n_presses == 2 && !koyomi_matrix_rows_pick_handle (self->rows, x, y) && is_cell (self, koyomi_matrix_rows_pick (self->rows, x, y)))
    gtk_widget_activate_action (GTK_WIDGET (self->rows), "matrix.open-cell", NULL);
}

static void
motion_cb (Drag   *self,
           double  x,
           double  y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->rows), koyomi_matrix_rows_pick_handle (self->rows, x, y) ? "crosshair" : NULL);
}

static void
free_drag (gpointer  data,
           GClosure *closure)
{
  g_free (data);
}

void
koyomi_matrix_pointer_attach (KoyomiMatrixRows *rows)
{
  Drag *self = g_new0 (Drag, 1);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->rows = rows;
  g_signal_connect (drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect_data (drag, "drag-end", G_CALLBACK (end_cb), self, free_drag, 0);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (rows), motion);
  gtk_widget_add_controller (GTK_WIDGET (rows), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (rows), GTK_EVENT_CONTROLLER (drag));
}
