#include "koyomi-metric-entry-grid.h"

#include "koyomi-day.h"
#include "koyomi-metric-edit.h"
#include "koyomi-metric-entry-cell.h"
#include "koyomi-metric-entry-head.h"

#include <math.h>

#define N_COLUMNS KOYOMI_METRIC_GRID_MONTHS

/* How far Page Up and Page Down go. */
#define PAGE_ROWS 8

typedef struct
{
  guint row;
  guint column;
} Place;

struct _KoyomiMetricEntryGrid
{
  GtkWidget              parent_instance;

  KoyomiWorkspace       *workspace;
  GPtrArray             *grid;        /* (element-type KoyomiMetricGridRow), as the cells show it */
  KoyomiMetricEntryHead *head;
  GtkWidget             *scroller;
  GtkWidget             *body;        /* a GtkGrid of cells */
  GtkWidget             *message;     /* what is wrong with what is typed */
  GPtrArray             *cells;       /* (element-type KoyomiMetricEntryCell), row by row */
  Place                  place;       /* the cell that is chosen */
  Place                  anchor;      /* the other corner of the block that is */
};

enum
{
  SIGNAL_MOVED,
  SIGNAL_PASTE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiMetricEntryGrid, koyomi_metric_entry_grid, GTK_TYPE_WIDGET)

static void
koyomi_metric_entry_grid_dispose (GObject *object)
{
  KoyomiMetricEntryGrid *self = KOYOMI_METRIC_ENTRY_GRID (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->grid, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_metric_entry_grid_parent_class)->dispose (object);
}

static KoyomiMetricEntryCell *
get_cell (KoyomiMetricEntryGrid *self,
          guint                  row,
          guint                  column)
{
  return g_ptr_array_index (self->cells, row * N_COLUMNS + column);
}

static gboolean
koyomi_metric_entry_grid_grab_focus (GtkWidget *widget)
{
  KoyomiMetricEntryGrid *self = KOYOMI_METRIC_ENTRY_GRID (widget);

  return self->cells->len > 0 && gtk_widget_grab_focus (GTK_WIDGET (get_cell (self, self->place.row, self->place.column)));
}

/* Into the grid at the cell that is chosen, and out of it at once: within it the grid goes by its own keys. */
static gboolean
koyomi_metric_entry_grid_focus (GtkWidget        *widget,
                                GtkDirectionType  direction)
{
  return gtk_widget_get_focus_child (widget) == NULL && gtk_widget_grab_focus (widget);
}

static void
koyomi_metric_entry_grid_class_init (KoyomiMetricEntryGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_metric_entry_grid_dispose;
  widget_class->focus = koyomi_metric_entry_grid_focus;
  widget_class->grab_focus = koyomi_metric_entry_grid_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[SIGNAL_MOVED] = g_signal_new ("moved", KOYOMI_TYPE_METRIC_ENTRY_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PASTE] = g_signal_new ("paste", KOYOMI_TYPE_METRIC_ENTRY_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                        G_TYPE_STRING);
}

static void
koyomi_metric_entry_grid_init (KoyomiMetricEntryGrid *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->cells = g_ptr_array_new ();
  self->grid = g_ptr_array_new ();
}

static const char *tr (KoyomiMetricEntryGrid *self,
                       const char            *text) G_GNUC_FORMAT (2);

static const char *
tr (KoyomiMetricEntryGrid *self,
    const char            *text)
{
  return koyomi_workspace_tr (self->workspace, text);
}

static void
show_message (KoyomiMetricEntryGrid *self,
              const char            *text)
{
  gtk_label_set_label (GTK_LABEL (self->message), text != NULL ? text : "");
  gtk_widget_set_visible (self->message, text != NULL);
}

static KoyomiMetricGridRow *
get_row (KoyomiMetricEntryGrid *self,
         guint                  row)
{
  return g_ptr_array_index (self->grid, row);
}

static KoyomiMetricEntry
make_entry (KoyomiMetricEntryGrid *self,
            Place                  place,
            double                 value)
{
  KoyomiMetricGridRow *row = get_row (self, place.row);

  return (KoyomiMetricEntry) { koyomi_record_get_id (row->metric), row->cells[place.column].month, value };
}

static gboolean
enter (KoyomiMetricEntryGrid *self,
       GArray                *entries)
{
  g_autoptr(GError) error = NULL;

  if (koyomi_session_enter_metric_values (koyomi_workspace_get_session (self->workspace), (KoyomiMetricEntry *) entries->data,
                                          entries->len, NULL, koyomi_workspace_get_language (self->workspace), &error))
    return TRUE;

  koyomi_workspace_fail (self->workspace, tr (self, N_("The value was not entered")), error);

  return FALSE;
}

/* Hands in what is typed into the cell that is chosen. FALSE when that is no number: it then stays, and the person is told. */
gboolean
koyomi_metric_entry_grid_commit (KoyomiMetricEntryGrid *self)
{
  g_autoptr(GArray) entries = g_array_new (FALSE, FALSE, sizeof (KoyomiMetricEntry));
  KoyomiMetricEntryCell *cell;
  g_autofree char *message = NULL;
  KoyomiMetricEntry entry;
  double value;

  g_return_val_if_fail (KOYOMI_IS_METRIC_ENTRY_GRID (self), FALSE);

  if (self->cells->len == 0)
    return TRUE;

  cell = get_cell (self, self->place.row, self->place.column);
  if (!koyomi_metric_entry_cell_is_typed (cell))
    {
      koyomi_metric_entry_cell_take_back (cell);
      return TRUE;
    }

  if (!koyomi_metric_block_read_cell (koyomi_metric_entry_cell_get_text (cell), &value))
    {
      message = g_strdup_printf (tr (self, N_("“%s” is not a number. Escape takes it back.")), koyomi_metric_entry_cell_get_text (cell));
      koyomi_metric_entry_cell_set_wrong (cell, TRUE);
      show_message (self, message);
      return FALSE;
    }

  entry = make_entry (self, self->place, value);
  g_array_append_val (entries, entry);
  if (!enter (self, entries))
    return FALSE;

  koyomi_metric_entry_cell_accept (cell, value);

  return TRUE;
}

static void
get_block (KoyomiMetricEntryGrid *self,
           Place                 *first,
           Place                 *last)
{
  *first = (Place) { MIN (self->place.row, self->anchor.row), MIN (self->place.column, self->anchor.column) };
  *last = (Place) { MAX (self->place.row, self->anchor.row), MAX (self->place.column, self->anchor.column) };
}

static void
show_selection (KoyomiMetricEntryGrid *self)
{
  Place first, last;

  get_block (self, &first, &last);
  for (guint i = 0; i < self->grid->len; i++)
    for (guint j = 0; j < N_COLUMNS; j++)
      koyomi_metric_entry_cell_set_selected (get_cell (self, i, j), i >= first.row && i <= last.row && j >= first.column &&
                                             j <= last.column && (first.row != last.row || first.column != last.column));
}

/* @extends: the block from the cell where it began to this one is chosen */
static void
go_to (KoyomiMetricEntryGrid *self,
       Place                  place,
       gboolean               extends)
{
  if (!koyomi_metric_entry_grid_commit (self))
    return;

  show_message (self, NULL);
  self->place = place;
  if (!extends)
    self->anchor = place;
  show_selection (self);
  koyomi_metric_entry_head_mark (self->head, place.row, place.column);
  gtk_widget_grab_focus (GTK_WIDGET (get_cell (self, place.row, place.column)));
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

static void
move (KoyomiMetricEntryGrid *self,
      int                    rows,
      int                    columns,
      gboolean               extends)
{
  int row = CLAMP ((int) self->place.row + rows, 0, (int) self->grid->len - 1);
  int column = CLAMP ((int) self->place.column + columns, 0, N_COLUMNS - 1);

  go_to (self, (Place) { row, column }, extends);
}

/* On to the next cell, over the end of a row. FALSE behind the last, where the focus leaves the grid. */
static gboolean
step (KoyomiMetricEntryGrid *self,
      int                    by)
{
  int index = (int) (self->place.row * N_COLUMNS + self->place.column) + by;

  if (index < 0 || index >= (int) self->cells->len)
    return !koyomi_metric_entry_grid_commit (self);

  go_to (self, (Place) { index / N_COLUMNS, index % N_COLUMNS }, FALSE);

  return TRUE;
}

/* Empties the block: as one step, if there is anything in it. */
static void
empty (KoyomiMetricEntryGrid *self)
{
  g_autoptr(GArray) entries = g_array_new (FALSE, FALSE, sizeof (KoyomiMetricEntry));
  Place first, last;

  get_block (self, &first, &last);
  for (guint i = first.row; i <= last.row; i++)
    for (guint j = first.column; j <= last.column; j++)
      {
        KoyomiMetricEntry entry = make_entry (self, (Place) { i, j }, NAN);

        if (!isnan (koyomi_metric_grid_get_value (self->grid, i, j)))
          g_array_append_val (entries, entry);
      }

  if (entries->len > 0 && koyomi_workspace_can_edit (self->workspace))
    enter (self, entries);
}

/* Puts the block on the clipboard, as a spreadsheet takes it. */
void
koyomi_metric_entry_grid_copy (KoyomiMetricEntryGrid *self)
{
  g_autofree char *text = NULL;
  Place first, last;

  g_return_if_fail (KOYOMI_IS_METRIC_ENTRY_GRID (self));

  if (self->grid->len == 0)
    return;

  get_block (self, &first, &last);
  text = koyomi_metric_grid_copy (self->grid, first.row, first.column, last.row - first.row + 1, last.column - first.column + 1);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
clipboard_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr(KoyomiMetricEntryGrid) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (text == NULL || *text == '\0')
    show_message (self, tr (self, N_("There is no text to paste. Copy cells of a spreadsheet first.")));
  else
    g_signal_emit (self, signals[SIGNAL_PASTE], 0, text);
}

/* Pastes what is on the clipboard at the cell that is chosen, the first one of a block. */
void
koyomi_metric_entry_grid_paste (KoyomiMetricEntryGrid *self)
{
  Place first, last;

  g_return_if_fail (KOYOMI_IS_METRIC_ENTRY_GRID (self));

  if (self->grid->len == 0 || !koyomi_workspace_can_edit (self->workspace))
    return;

  get_block (self, &first, &last);
  go_to (self, first, FALSE);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, clipboard_read_cb, g_object_ref (self));
}

/* Keys that mean the same whether something is typed or not. */
static gboolean
handle_move (KoyomiMetricEntryGrid *self,
             guint                  key,
             gboolean               shift)
{
  switch (key)
    {
    case GDK_KEY_Up:
      move (self, -1, 0, shift);
      return TRUE;
    case GDK_KEY_Down:
      move (self, 1, 0, shift);
      return TRUE;
    case GDK_KEY_Page_Up:
      move (self, -PAGE_ROWS, 0, shift);
      return TRUE;
    case GDK_KEY_Page_Down:
      move (self, PAGE_ROWS, 0, shift);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      move (self, shift ? -1 : 1, 0, FALSE);
      return TRUE;
    case GDK_KEY_Tab:
      return step (self, 1);
    case GDK_KEY_ISO_Left_Tab:
      return step (self, -1);
    default:
      return FALSE;
    }
}

/* Keys that belong to the text while it is edited. */
static gboolean
handle_arrow (KoyomiMetricEntryGrid *self,
              guint                  key,
              gboolean               shift)
{
  switch (key)
    {
    case GDK_KEY_Left:
      move (self, 0, -1, shift);
      return TRUE;
    case GDK_KEY_Right:
      move (self, 0, 1, shift);
      return TRUE;
    case GDK_KEY_Home:
      move (self, 0, -N_COLUMNS, shift);
      return TRUE;
    case GDK_KEY_End:
      move (self, 0, N_COLUMNS, shift);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Keys that act on the block, while nothing is typed. */
static gboolean
handle_ready (KoyomiMetricEntryGrid *self,
              guint                  key)
{
  switch (key)
    {
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      empty (self);
      return TRUE;
    case GDK_KEY_F2:
      koyomi_metric_entry_cell_edit (get_cell (self, self->place.row, self->place.column));
      return TRUE;
    default:
      return FALSE;
    }
}

/* The text in a cell has an undo of its own, which is for what is typed. */
static gboolean
handle_control (KoyomiMetricEntryGrid *self,
                guint                  key,
                gboolean               shift)
{
  switch (key)
    {
    case GDK_KEY_c:
      koyomi_metric_entry_grid_copy (self);
      return TRUE;
    case GDK_KEY_v:
      koyomi_metric_entry_grid_paste (self);
      return TRUE;
    case GDK_KEY_z:
      return gtk_widget_activate_action (GTK_WIDGET (self), shift ? "plan.redo" : "plan.undo", NULL);
    case GDK_KEY_y:
      return gtk_widget_activate_action (GTK_WIDGET (self), "plan.redo", NULL);
    case GDK_KEY_a:
      self->anchor = (Place) { 0, 0 };
      go_to (self, (Place) { self->grid->len - 1, N_COLUMNS - 1 }, TRUE);
      return TRUE;
    case GDK_KEY_Home:
      go_to (self, (Place) { 0, 0 }, shift);
      return TRUE;
    case GDK_KEY_End:
      go_to (self, (Place) { self->grid->len - 1, N_COLUMNS - 1 }, shift);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Escape takes back what is typed, before it closes the window. */
static gboolean
take_back (KoyomiMetricEntryGrid *self,
           KoyomiMetricEntryCell *cell)
{
  if (!koyomi_metric_entry_cell_is_typed (cell) && !koyomi_metric_entry_cell_is_edited (cell))
    return GDK_EVENT_PROPAGATE;

  koyomi_metric_entry_cell_take_back (cell);
  show_message (self, NULL);

  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (KoyomiMetricEntryGrid *self,
                guint                  key,
                guint                  code,
                GdkModifierType        state)
{
  KoyomiMetricEntryCell *cell = self->cells->len > 0 ? get_cell (self, self->place.row, self->place.column) : NULL;
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean shift = (modifiers & GDK_SHIFT_MASK) != 0;
  gboolean is_ready;

  if (cell == NULL || koyomi_metric_entry_cell_is_composing (cell) || modifiers & ~(GDK_SHIFT_MASK | GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;

  is_ready = !koyomi_metric_entry_cell_is_typed (cell) && !koyomi_metric_entry_cell_is_edited (cell);
  if (modifiers & GDK_CONTROL_MASK)
    return is_ready && handle_control (self, gdk_keyval_to_lower (key), shift);
  if (key == GDK_KEY_Escape)
    return take_back (self, cell);

  return handle_move (self, key, shift) || (!koyomi_metric_entry_cell_is_edited (cell) && handle_arrow (self, key, shift)) ||
         (is_ready && handle_ready (self, key));
}

/* Finds the cell at a point of the body; FALSE between cells. */
static gboolean
find_place (KoyomiMetricEntryGrid *self,
            double                 x,
            double                 y,
            Place                 *place)
{
  GtkWidget *widget = gtk_widget_pick (self->body, x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = widget != NULL ? gtk_widget_get_ancestor (widget, KOYOMI_TYPE_METRIC_ENTRY_CELL) : NULL;
  guint index;

  if (cell == NULL || !g_ptr_array_find (self->cells, cell, &index))
    return FALSE;

  *place = (Place) { index / N_COLUMNS, index % N_COLUMNS };

  return TRUE;
}

/* A press chooses, a second one edits. What is edited takes further presses itself. */
static void
pressed_cb (KoyomiMetricEntryGrid *self,
            int                    n_press,
            double                 x,
            double                 y,
            GtkGesture            *gesture)
{
  gboolean shift = (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_SHIFT_MASK) != 0;
  gboolean is_here;
  Place place;

  if (!find_place (self, x, y, &place))
    return;

  is_here = place.row == self->place.row && place.column == self->place.column;
  if (is_here && n_press > 1)
    koyomi_metric_entry_cell_edit (get_cell (self, place.row, place.column));
  if (is_here && koyomi_metric_entry_cell_is_edited (get_cell (self, place.row, place.column)))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  go_to (self, place, shift);
}

/* A drag chooses a block. */
static void
dragged_cb (KoyomiMetricEntryGrid *self,
            double                 x,
            double                 y,
            GtkGestureDrag        *gesture)
{
  double start_x, start_y;
  Place place;

  gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y);
  if (find_place (self, start_x + x, start_y + y, &place) &&
      (place.row != self->place.row || place.column != self->place.column))
    go_to (self, place, TRUE);
}

/* The focus came by another way than the grid's own: from a screen reader. */
static void
focus_moved_cb (KoyomiMetricEntryGrid *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (self->body);
  guint index;

  if (focus == NULL || !g_ptr_array_find (self->cells, focus, &index) ||
      index == self->place.row * N_COLUMNS + self->place.column)
    return;

  go_to (self, (Place) { index / N_COLUMNS, index % N_COLUMNS }, FALSE);
}

static void
typed_cb (KoyomiMetricEntryGrid *self)
{
  show_message (self, NULL);
}

static void
add_controllers (KoyomiMetricEntryGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (dragged_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->body, keys);
  gtk_widget_add_controller (self->body, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (self->body, GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (drag, click);
}

GtkWidget *
koyomi_metric_entry_grid_new (KoyomiWorkspace *workspace)
{
  KoyomiMetricEntryGrid *self = g_object_new (KOYOMI_TYPE_METRIC_ENTRY_GRID, NULL);

  self->workspace = g_object_ref (workspace);
  self->scroller = gtk_scrolled_window_new ();
  self->body = gtk_grid_new ();
  gtk_widget_set_valign (self->body, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->body, "koyomi-entry-body");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->body);
  self->head = KOYOMI_METRIC_ENTRY_HEAD (koyomi_metric_entry_head_new (GTK_SCROLLED_WINDOW (self->scroller),
                                                                       koyomi_workspace_get_language (workspace)));
  gtk_widget_set_vexpand (GTK_WIDGET (self->head), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->head), GTK_WIDGET (self));

  self->message = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_widget_add_css_class (self->message, "koyomi-entry-message");
  gtk_widget_add_css_class (self->message, "error");
  gtk_widget_set_visible (self->message, FALSE);
  gtk_widget_set_parent (self->message, GTK_WIDGET (self));
  add_controllers (self);
  g_signal_connect_object (self->body, "notify::focus-child", G_CALLBACK (focus_moved_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

static void
add_row (KoyomiMetricEntryGrid *self)
{
  guint row = self->cells->len / N_COLUMNS;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkWidget *cell = koyomi_metric_entry_cell_new ();

      g_signal_connect_object (cell, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (GTK_GRID (self->body), cell, i, row, 1, 1);
      g_ptr_array_add (self->cells, cell);
      koyomi_metric_entry_head_join (self->head, cell, row, i);
    }
}

static void
drop_last_row (KoyomiMetricEntryGrid *self)
{
  gtk_grid_remove_row (GTK_GRID (self->body), self->cells->len / N_COLUMNS - 1);
  g_ptr_array_set_size (self->cells, self->cells->len - N_COLUMNS);
}

/* @grid: (transfer none) (element-type KoyomiMetricGridRow) */
void
koyomi_metric_entry_grid_show (KoyomiMetricEntryGrid *self,
                               GPtrArray             *grid,
                               KoyomiFiscalYear       year)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);

  g_return_if_fail (KOYOMI_IS_METRIC_ENTRY_GRID (self));

  g_ptr_array_ref (grid);
  g_ptr_array_unref (self->grid);
  self->grid = grid;
  koyomi_metric_entry_head_show (self->head, grid, year);
  while (self->cells->len > grid->len * N_COLUMNS)
    drop_last_row (self);
  while (self->cells->len < grid->len * N_COLUMNS)
    add_row (self);

  for (guint i = 0; i < grid->len; i++)
    for (guint j = 0; j < N_COLUMNS; j++)
      koyomi_metric_entry_cell_show (get_cell (self, i, j), get_row (self, i), j, koyomi_workspace_can_edit (self->workspace), language);

  if (self->place.row >= grid->len)
    self->place.row = grid->len > 0 ? grid->len - 1 : 0;
  self->anchor.row = MIN (self->anchor.row, self->place.row);
  show_selection (self);
}

void
koyomi_metric_entry_grid_choose (KoyomiMetricEntryGrid *self,
                                 guint                  row,
                                 guint                  column)
{
  g_return_if_fail (KOYOMI_IS_METRIC_ENTRY_GRID (self) && row < self->grid->len && column < N_COLUMNS);

  go_to (self, (Place) { row, column }, FALSE);
}

/* The cell that is chosen; there is one as soon as there are metrics. */
void
koyomi_metric_entry_grid_get_cell (KoyomiMetricEntryGrid *self,
                                   guint                 *row,
                                   guint                 *column)
{
  g_return_if_fail (KOYOMI_IS_METRIC_ENTRY_GRID (self));

  *row = self->place.row;
  *column = self->place.column;
}
