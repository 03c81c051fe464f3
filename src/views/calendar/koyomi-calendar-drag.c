#include "koyomi-calendar-drag.h"

#include "koyomi-calendar-range.h"
#include "koyomi-day.h"
#include "koyomi-run-edit.h"

#include <math.h>

/* From so many pixels of the canvas' edge on, a drag pans. */
#define PAN_MARGIN 24
#define PAN_STEP 8

typedef enum
{
  DRAG_NONE,
  DRAG_MOVE,
  DRAG_COPY,
  DRAG_FIRST,    /* the first day of a run */
  DRAG_LAST,     /* its last day */
  DRAG_CREATE,
  DRAG_CHOOSE,   /* all runs in a rectangle */
} DragKind;

/* A run that goes with the drag and is in sight. */
typedef struct
{
  guint    line;
  guint32  first_day;
  guint32  last_day;
  double   y;           /* in the line */
  double   height;
} DragRun;

/* A drag on the rows, from the press of the button on. */
typedef struct
{
  KoyomiCalendarRows *rows;      /* not owned: it owns the gestures that own this */
  GtkGesture         *gesture;
  DragKind            kind;
  gboolean            moved;     /* far enough to be a drag and no click */
  guint               line;
  gint64              run;
  gint64              function;
  guint32             start;     /* the day where the button was pressed */
  GArray             *runs;      /* (element-type DragRun): that which is dragged, first, and all that go with it; of a new one its place */
  double              start_x;
  double              start_y;
  double              pan_x;
  double              pan_y;
  guint               tick_id;
} Drag;

static KoyomiTimeline *
get_timeline (Drag *self)
{
  return koyomi_calendar_sheet_get_timeline (koyomi_calendar_rows_get_sheet (self->rows));
}

static guint32
get_day (Drag   *self,
         double  x)
{
  return koyomi_time_scale_x_to_day (&get_timeline (self)->time, x - koyomi_calendar_rows_get_left (self->rows));
}

/* The days that the drag would give that run, with the pointer on @day. */
static void
get_days (Drag          *self,
          const DragRun *run,
          guint32        day,
          guint32       *first_day,
          guint32       *last_day)
{
  int by = (int) day - (int) self->start;

  *first_day = run->first_day;
  *last_day = run->last_day;

  if (self->kind == DRAG_CREATE)
    {
      *first_day = MIN (self->start, day);
      *last_day = MAX (self->start, day);
    }
  else if (self->kind == DRAG_FIRST)
    *first_day = MIN (run->first_day + by, run->last_day);
  else if (self->kind == DRAG_LAST)
    *last_day = MAX (run->last_day + by, run->first_day);
  else
    {
      *first_day += by;
      *last_day += by;
    }
}

/* How many runs go with the one that is dragged. */
static guint
count_runs (Drag *self)
{
  KoyomiRunSelection *selection = koyomi_calendar_sheet_get_selection (koyomi_calendar_rows_get_sheet (self->rows));

  return koyomi_run_selection_has (selection, self->run) ? koyomi_run_selection_count (selection) : 1;
}

/* Returns: (transfer full): such as “2026-07-15 – 2026-08-14, +14 days, 3 runs” */
static char *
describe (Drag    *self,
          guint32  day,
          guint32  first_day,
          guint32  last_day)
{
  KoyomiLanguage language = koyomi_calendar_sheet_get_language (koyomi_calendar_rows_get_sheet (self->rows));
  const char *comma = language == KOYOMI_LANGUAGE_JA ? "、" : ", ";
  int by = (int) day - (int) self->start;
  guint n_runs = self->kind == DRAG_CREATE ? 1 : count_runs (self);
  g_autofree char *days = koyomi_day_format_span (first_day, last_day, language);
  GString *text = g_string_new (days);

  if (self->kind == DRAG_CREATE)
    {
      by = (int) (last_day - first_day) + 1;
      g_string_append_printf (text, "%s", comma);
      g_string_append_printf (text, koyomi_ntr (language, "%d day", "%d days", by), by);
    }
  else
    {
      g_string_append_printf (text, "%s", comma);
      g_string_append_printf (text, koyomi_ntr (language, "%+d day", "%+d days", ABS (by)), by);
    }
  if (n_runs > 1)
    {
      g_string_append (text, comma);
      g_string_append_printf (text, koyomi_ntr (language, "%u run", "%u runs", n_runs), n_runs);
    }

  return g_string_free (text, FALSE);
}

/* The runs in the rectangle between where the drag began and where it is. */
static GArray *
list_inside (Drag *self)
{
  KoyomiCalendarSheet *sheet = koyomi_calendar_rows_get_sheet (self->rows);
  double value = gtk_adjustment_get_value (koyomi_calendar_rows_get_adjustment (self->rows));

  return koyomi_calendar_range_list_runs (sheet, self->line, koyomi_calendar_sheet_find_line (sheet, self->pan_y + value), self->start,
                                          get_day (self, self->pan_x));
}

static void
show_rectangle (Drag *self)
{
  KoyomiCalendarSheet *sheet = koyomi_calendar_rows_get_sheet (self->rows);
  const KoyomiTimeScale *time = &get_timeline (self)->time;
  double value = gtk_adjustment_get_value (koyomi_calendar_rows_get_adjustment (self->rows));
  double x = self->pan_x - koyomi_calendar_rows_get_left (self->rows);
  double start_x = koyomi_time_scale_day_to_x (time, self->start);
  g_autoptr(GArray) runs = list_inside (self);
  g_autofree char *text = g_strdup_printf (koyomi_ntr (koyomi_calendar_sheet_get_language (sheet), "%u run", "%u runs", runs->len),
                                           runs->len);
  KoyomiRowsOutline outline = {
    self->line,
    { MIN (x, start_x), MIN (self->pan_y, self->start_y) + value - koyomi_calendar_sheet_get_line_y (sheet, self->line),
      MAX (fabs (x - start_x), 1), MAX (fabs (self->pan_y - self->start_y), 1) }
  };

  koyomi_calendar_rows_set_drag (self->rows, &outline, 1, text);
}

static KoyomiRowsOutline
get_outline (Drag          *self,
             const DragRun *run,
             guint32        day)
{
  const KoyomiTimeScale *time = &get_timeline (self)->time;
  guint32 first_day, last_day;
  double x;

  get_days (self, run, day, &first_day, &last_day);
  x = koyomi_time_scale_day_to_x (time, first_day);

  return (KoyomiRowsOutline) { run->line, { x, run->y, koyomi_time_scale_day_to_x (time, last_day + 1.0) - x, run->height } };
}

static void
show (Drag    *self,
      guint32  day)
{
  g_autoptr(GArray) outlines = NULL;
  g_autofree char *text = NULL;
  guint32 first_day, last_day;

  if (self->kind == DRAG_CHOOSE)
    {
      show_rectangle (self);
      return;
    }

  outlines = g_array_sized_new (FALSE, FALSE, sizeof (KoyomiRowsOutline), self->runs->len);
  for (guint i = 0; i < self->runs->len; i++)
    {
      KoyomiRowsOutline outline = get_outline (self, &g_array_index (self->runs, DragRun, i), day);

      g_array_append_val (outlines, outline);
    }

  get_days (self, &g_array_index (self->runs, DragRun, 0), day, &first_day, &last_day);
  text = describe (self, day, first_day, last_day);
  koyomi_calendar_rows_set_drag (self->rows, (const KoyomiRowsOutline *) outlines->data, outlines->len, text);
}

static gboolean
pan_tick_cb (GtkWidget     *widget,
             GdkFrameClock *clock,
             gpointer       data)
{
  Drag *self = data;
  double left = koyomi_calendar_rows_get_left (self->rows);
  double width = gtk_widget_get_width (widget);

  if (self->pan_x < left + PAN_MARGIN)
    koyomi_calendar_sheet_pan (koyomi_calendar_rows_get_sheet (self->rows), -PAN_STEP);
  else if (self->pan_x > width - PAN_MARGIN)
    koyomi_calendar_sheet_pan (koyomi_calendar_rows_get_sheet (self->rows), PAN_STEP);
  else
    return G_SOURCE_CONTINUE;

  show (self, get_day (self, self->pan_x));

  return G_SOURCE_CONTINUE;
}

static void
stop (Drag *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->rows), self->tick_id);
  self->tick_id = 0;
  self->kind = DRAG_NONE;
  g_array_set_size (self->runs, 0);
  koyomi_calendar_rows_clear_drag (self->rows);
  gtk_widget_set_cursor (GTK_WIDGET (self->rows), NULL);
}

static void
add_run (Drag                    *self,
         guint                    line,
         const KoyomiCalendarBox *box)
{
  DragRun run = { line, box->bar->first_day, box->bar->last_day, box->rect.y, box->rect.height };

  g_array_append_val (self->runs, run);
}

/* Those that are chosen go with the run if it is one of them. */
static void
add_chosen (Drag *self)
{
  KoyomiRunSelection *selection = koyomi_calendar_sheet_get_selection (koyomi_calendar_rows_get_sheet (self->rows));
  g_autoptr(GArray) chosen = koyomi_run_selection_list (selection);

  if (!koyomi_run_selection_has (selection, self->run))
    return;

  for (guint i = 0; i < chosen->len; i++)
    {
      gint64 run = g_array_index (chosen, gint64, i);
      const KoyomiCalendarBox *box;
      guint line;

      if (run != self->run && (box = koyomi_calendar_rows_find_box (self->rows, run, &line)) != NULL)
        add_run (self, line, box);
    }
}

static void
add_place (Drag *self)
{
  DragRun place = { self->line, self->start, self->start, 3, koyomi_timeline_get_row_height (get_timeline (self), 1) - 6 };

  g_array_append_val (self->runs, place);
}

static void
take_run (Drag                    *self,
          const KoyomiCalendarBox *box,
          int                      edge,
          gboolean                 copy)
{
  self->run = box->bar->occurrence_id;
  add_run (self, self->line, box);
  self->kind = copy ? DRAG_COPY : edge < 0 ? DRAG_FIRST : edge > 0 ? DRAG_LAST : DRAG_MOVE;
}

static void
begin_cb (GtkGestureDrag *gesture,
          double          x,
          double          y,
          Drag           *self)
{
  KoyomiCalendarSheet *sheet = koyomi_calendar_rows_get_sheet (self->rows);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  KoyomiRowsPlace place;

  koyomi_calendar_rows_pick (self->rows, x, y, &place);
  self->kind = DRAG_NONE;
  g_array_set_size (self->runs, 0);
  self->moved = FALSE;
  self->start_x = x;
  self->start_y = y;

  if (!place.canvas || place.line >= koyomi_calendar_sheet_get_n_lines (sheet))
    return;

  self->line = place.line;
  self->start = place.day;
  if (place.box == NULL && (state & GDK_SHIFT_MASK))
    {
      self->kind = DRAG_CHOOSE;
      return;
    }

  if (!koyomi_calendar_sheet_can_edit (sheet) || koyomi_calendar_sheet_get_line (sheet, place.line)->kind != KOYOMI_SHEET_FUNCTION)
    return;

  self->function = koyomi_record_get_id (koyomi_calendar_sheet_get_line (sheet, place.line)->row->function);
  if (place.box != NULL)
    take_run (self, place.box, place.edge, (state & GDK_CONTROL_MASK) != 0);
  else
    {
      self->kind = DRAG_CREATE;
      add_place (self);
    }
}

static void
update_cb (GtkGestureDrag *gesture,
           double          x,
           double          y,
           Drag           *self)
{
  if (self->kind == DRAG_NONE)
    return;

  if (!self->moved)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self->rows), self->start_x, self->start_y, self->start_x + x, self->start_y + y))
        return;

      self->moved = TRUE;
      if (self->kind != DRAG_CREATE && self->kind != DRAG_CHOOSE)
        add_chosen (self);
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self->rows), self->kind == DRAG_COPY ? "copy" :
                                       self->kind == DRAG_MOVE ? "grabbing" :
                                       self->kind == DRAG_CREATE || self->kind == DRAG_CHOOSE ? "crosshair" : "col-resize");
      self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->rows), pan_tick_cb, self, NULL);
    }

  self->pan_x = self->start_x + x;
  self->pan_y = self->start_y + y;
  show (self, get_day (self, self->pan_x));
}

/* The runs that go with the one that is dragged: all that are chosen if it is one of them. */
static GArray *
list_runs (Drag *self)
{
  KoyomiRunSelection *selection = koyomi_calendar_sheet_get_selection (koyomi_calendar_rows_get_sheet (self->rows));

  if (!koyomi_run_selection_has (selection, self->run))
    koyomi_run_selection_choose (selection, self->run);

  return koyomi_run_selection_list (selection);
}

static gboolean
copy_runs (KoyomiSession       *session,
           KoyomiRunSelection  *selection,
           GArray              *runs,
           int                  by,
           KoyomiLanguage       language,
           GError             **error)
{
  g_autoptr(GArray) copies = koyomi_runs_copy (session, (const gint64 *) runs->data, runs->len, by, 0, language, error);

  if (copies != NULL && copies->len > 0)
    koyomi_run_selection_set (selection, (const gint64 *) copies->data, copies->len, g_array_index (copies, gint64, 0));

  return copies != NULL;
}

/* Returns: FALSE on error. @by: days */
static gboolean
apply (Drag     *self,
       int       by,
       GError  **error)
{
  KoyomiCalendarSheet *sheet = koyomi_calendar_rows_get_sheet (self->rows);
  KoyomiSession *session = koyomi_workspace_get_session (koyomi_calendar_sheet_get_workspace (sheet));
  KoyomiLanguage language = koyomi_calendar_sheet_get_language (sheet);
  g_autoptr(GArray) runs = list_runs (self);
  const gint64 *ids = (const gint64 *) runs->data;

  switch (self->kind)
    {
    case DRAG_MOVE:
      return koyomi_runs_move (session, ids, runs->len, by, language, error);
    case DRAG_COPY:
      return copy_runs (session, koyomi_calendar_sheet_get_selection (sheet), runs, by, language, error);
    case DRAG_FIRST:
      return koyomi_runs_resize (session, ids, runs->len, by, 0, language, error);
    case DRAG_LAST:
      return koyomi_runs_resize (session, ids, runs->len, 0, by, language, error);
    case DRAG_NONE:
    case DRAG_CREATE:
    case DRAG_CHOOSE:
    default:
      return TRUE;
    }
}

static void
choose_inside (Drag *self)
{
  KoyomiRunSelection *selection = koyomi_calendar_sheet_get_selection (koyomi_calendar_rows_get_sheet (self->rows));
  g_autoptr(GArray) runs = list_inside (self);

  koyomi_run_selection_set (selection, (const gint64 *) runs->data, runs->len,
                            runs->len > 0 ? g_array_index (runs, gint64, 0) : 0);
}

static void
end_cb (GtkGestureDrag *gesture,
        double          x,
        double          y,
        Drag           *self)
{
  KoyomiCalendarSheet *sheet = koyomi_calendar_rows_get_sheet (self->rows);
  guint32 day = get_day (self, self->start_x + x);
  g_autoptr(GError) error = NULL;
  guint32 first_day, last_day;

  if (self->moved && self->kind == DRAG_CHOOSE)
    choose_inside (self);
  else if (self->moved && self->kind == DRAG_CREATE)
    {
      get_days (self, &g_array_index (self->runs, DragRun, 0), day, &first_day, &last_day);
      gtk_widget_activate_action (GTK_WIDGET (self->rows), "calendar.new-activity-at", "(xuu)", self->function, first_day, last_day);
    }
  else if (self->moved && day != self->start && !apply (self, (int) day - (int) self->start, &error))
    koyomi_workspace_fail (koyomi_calendar_sheet_get_workspace (sheet),
                           koyomi_tr (koyomi_calendar_sheet_get_language (sheet), "The run was not changed"), error);

  stop (self);
}

static void
cancel_cb (GtkGesture       *gesture,
           GdkEventSequence *sequence,
           Drag             *self)
{
  stop (self);
}

/* Escape lets go of what is being dragged. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        Drag                  *self)
{
  if (key != GDK_KEY_Escape || !self->moved || self->kind == DRAG_NONE)
    return FALSE;

  stop (self);
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->gesture));

  return TRUE;
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           Drag                     *self)
{
  KoyomiRowsPlace place;

  if (self->moved && self->kind != DRAG_NONE)
    return;

  koyomi_calendar_rows_pick (self->rows, x, y, &place);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->rows), place.box == NULL ? NULL : place.edge != 0 ? "col-resize" : "pointer");
}

static void
pan_begin_cb (GtkGestureDrag *gesture,
              double          x,
              double          y,
              Drag           *self)
{
  self->pan_x = 0;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pan_update_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               Drag           *self)
{
  koyomi_calendar_sheet_pan (koyomi_calendar_rows_get_sheet (self->rows), self->pan_x - x);
  self->pan_x = x;
}

static void
free_drag (gpointer data)
{
  Drag *self = data;

  g_array_unref (self->runs);
  g_free (self);
}

/* Lets runs be moved, copied with Ctrl, resized at their edges and drawn on an empty place, those in a rectangle be chosen with Shift,
 * and the time be panned with the middle button. */
void
koyomi_calendar_drag_attach (KoyomiCalendarRows *rows)
{
  Drag *self = g_new0 (Drag, 1);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pan = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  self->rows = rows;
  self->gesture = drag;
  self->runs = g_array_new (FALSE, FALSE, sizeof (DragRun));
  g_object_set_data_full (G_OBJECT (drag), "koyomi-drag", self, free_drag);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), self);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (pan), GDK_BUTTON_MIDDLE);
  g_signal_connect (pan, "drag-begin", G_CALLBACK (pan_begin_cb), self);
  g_signal_connect (pan, "drag-update", G_CALLBACK (pan_update_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);

  gtk_widget_add_controller (GTK_WIDGET (rows), key);
  gtk_widget_add_controller (GTK_WIDGET (rows), motion);
  gtk_widget_add_controller (GTK_WIDGET (rows), GTK_EVENT_CONTROLLER (pan));
  gtk_widget_add_controller (GTK_WIDGET (rows), GTK_EVENT_CONTROLLER (drag));
}
