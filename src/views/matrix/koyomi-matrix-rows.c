#include "koyomi-matrix-rows.h"

#include "koyomi-matrix-commands.h"
#include "koyomi-matrix-comparing.h"
#include "koyomi-matrix-walk.h"
#include "koyomi-view-pool.h"

#include <math.h>

#define M (&koyomi_matrix_measures)

struct _KoyomiMatrixRows
{
  GtkWidget          parent_instance;

  KoyomiMatrixSheet *sheet;
  GtkAdjustment     *down;
  GtkAdjustment     *across;
  KoyomiMatrixFrame  frame;
  GPtrArray         *lines;        /* (element-type KoyomiMatrixLineView): in sight, from the upper one down */
  int                first;        /* index of the first of them */
  KoyomiMatrixRange  fill;         /* what is being filled; of no lines for nothing */
  gboolean           is_updating;
};

G_DEFINE_FINAL_TYPE (KoyomiMatrixRows, koyomi_matrix_rows, GTK_TYPE_WIDGET)

static const KoyomiMatrixRange nothing = { 0, -1, 0, -1 };

static gboolean
fits_line (GtkWidget *view,
           GtkWidget *child,
           guint      index)
{
  KoyomiMatrixRows *self = KOYOMI_MATRIX_ROWS (view);

  return koyomi_matrix_line_view_is_group (KOYOMI_MATRIX_LINE_VIEW (child)) ==
         koyomi_matrix_sheet_get_line (self->sheet, self->first + index)->is_group;
}

static gboolean
shows_line (GtkWidget *view,
            GtkWidget *child,
            guint      index)
{
  KoyomiMatrixRows *self = KOYOMI_MATRIX_ROWS (view);

  return koyomi_matrix_line_view_get_line (KOYOMI_MATRIX_LINE_VIEW (child)) == self->first + (int) index && fits_line (view, child, index);
}

static GtkWidget *
make_line (GtkWidget *view,
           guint      index)
{
  KoyomiMatrixRows *self = KOYOMI_MATRIX_ROWS (view);

  return koyomi_matrix_line_view_new (self->sheet, koyomi_matrix_sheet_get_line (self->sheet, self->first + index)->is_group);
}

static void
bind_line (GtkWidget *view,
           GtkWidget *child,
           guint      index,
           gboolean   fresh)
{
  KoyomiMatrixRows *self = KOYOMI_MATRIX_ROWS (view);

  koyomi_matrix_line_view_place (KOYOMI_MATRIX_LINE_VIEW (child), &self->frame, gtk_widget_get_width (view));
  if (fresh)
    koyomi_matrix_line_view_bind (KOYOMI_MATRIX_LINE_VIEW (child), self->first + index);
}

static const KoyomiViewPool pool = { shows_line, fits_line, make_line, bind_line };

static double
get_height (KoyomiMatrixRows *self)
{
  return koyomi_matrix_sheet_get_line_y (self->sheet, koyomi_matrix_sheet_get_n_lines (self->sheet));
}

static void
configure (KoyomiMatrixRows *self)
{
  double page = gtk_widget_get_height (GTK_WIDGET (self));
  double room = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - self->frame.left - self->frame.side, 0);
  double column = koyomi_matrix_sheet_get_column_width (self->sheet);
  double upper = MAX (get_height (self), page);
  double right = MAX (koyomi_matrix_sheet_get_n_columns (self->sheet) * column, room);

  gtk_adjustment_configure (self->down, CLAMP (gtk_adjustment_get_value (self->down), 0, upper - page), 0, upper,
                            koyomi_matrix_chart_get_size (koyomi_matrix_sheet_get_chart (self->sheet), M->row), page * 0.9, page);
  gtk_adjustment_configure (self->across, CLAMP (gtk_adjustment_get_value (self->across), 0, right - room), 0, right, column,
                            MAX (room - column, column), room);
}

/* Brings the widgets up to the sheet. @again: also what the lines in sight show has changed */
static void
update (KoyomiMatrixRows *self,
        gboolean          again)
{
  double page = gtk_widget_get_height (GTK_WIDGET (self));
  int n_lines = koyomi_matrix_sheet_get_n_lines (self->sheet);
  double value;
  int first, end;

  if (self->is_updating || page <= 0)
    return;

  self->is_updating = TRUE;
  configure (self);
  self->frame.offset = gtk_adjustment_get_value (self->across);
  value = gtk_adjustment_get_value (self->down);
  first = MIN (koyomi_matrix_sheet_find_line (self->sheet, value), n_lines);
  end = MIN (koyomi_matrix_sheet_find_line (self->sheet, value + page) + 1, n_lines);
  if (again || first != self->first || end - first != (int) self->lines->len)
    {
      self->first = first;
      koyomi_view_pool_fill (&pool, GTK_WIDGET (self), &self->lines, end - first, again);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  self->is_updating = FALSE;
}

static void
scrolled_down_cb (KoyomiMatrixRows *self)
{
  update (self, FALSE);
}

static void
scrolled_across_cb (KoyomiMatrixRows *self)
{
  self->frame.offset = gtk_adjustment_get_value (self->across);
  for (guint i = 0; i < self->lines->len; i++)
    koyomi_matrix_line_view_place (g_ptr_array_index (self->lines, i), &self->frame, gtk_widget_get_width (GTK_WIDGET (self)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
has_focus (KoyomiMatrixRows *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL || gtk_widget_has_focus (GTK_WIDGET (self));
}

static void
lines_changed_cb (KoyomiMatrixRows *self)
{
  gboolean focused = has_focus (self);

  self->fill = nothing;
  update (self, TRUE);
  if (focused)
    koyomi_matrix_rows_enter (self);
}

/* The focus of the keyboard goes with that of the sheet as long as it is here. */
static void
selection_changed_cb (KoyomiMatrixRows *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    gtk_widget_queue_draw (g_ptr_array_index (self->lines, i));
  gtk_widget_queue_draw (GTK_WIDGET (self));

  if (has_focus (self))
    koyomi_matrix_rows_enter (self);
}

static void
koyomi_matrix_rows_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 400 : 120;
  *natural = *minimum;
}

static void
koyomi_matrix_rows_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  KoyomiMatrixRows *self = KOYOMI_MATRIX_ROWS (widget);
  double room = MAX (width - self->frame.left - self->frame.side, 0);
  double value;

  if (gtk_adjustment_get_page_size (self->across) != room || gtk_adjustment_get_page_size (self->down) != height)
    {
      update (self, FALSE);
      scrolled_across_cb (self);
    }

  value = round (gtk_adjustment_get_value (self->down));
  for (guint i = 0; i < self->lines->len; i++)
    {
      GtkWidget *line = g_ptr_array_index (self->lines, i);
      double y = koyomi_matrix_sheet_get_line_y (self->sheet, self->first + i);
      double end = koyomi_matrix_sheet_get_line_y (self->sheet, self->first + i + 1);

      gtk_widget_measure (line, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (line, &(GtkAllocation) { 0, y - value, width, end - y }, -1);
    }
}

/* Returns: where cells lie, in pixels of the widget */
static KoyomiRect
get_rect (KoyomiMatrixRows        *self,
          const KoyomiMatrixRange *range)
{
  double column = koyomi_matrix_sheet_get_column_width (self->sheet);
  double value = round (gtk_adjustment_get_value (self->down));
  double y = koyomi_matrix_sheet_get_line_y (self->sheet, range->first_line);
  KoyomiRect rect = { .y = y - value };

  rect.x = self->frame.left + range->first_column * column - round (self->frame.offset);
  rect.width = (range->last_column - range->first_column + 1) * column;
  rect.height = koyomi_matrix_sheet_get_line_y (self->sheet, range->last_line + 1) - y;

  return rect;
}

/* On a name or a heading the button shows that it has the focus. */
static gboolean
shows_outline (KoyomiMatrixRows *self)
{
  KoyomiMatrixPlace focus = koyomi_matrix_sheet_get_focus (self->sheet);
  guint row, column;

  return koyomi_matrix_sheet_find_cell (self->sheet, focus, &row, &column);
}

static void
paint_outlines (KoyomiMatrixRows *self,
                cairo_t          *cr)
{
  const KoyomiMatrixChart *chart = koyomi_matrix_sheet_get_chart (self->sheet);
  KoyomiMatrixPlace focus = koyomi_matrix_sheet_get_focus (self->sheet);
  KoyomiMatrixRange chosen = koyomi_matrix_sheet_get_range (self->sheet);
  KoyomiMatrixRange cell = { focus.line, focus.line, focus.column, focus.column };

  if (self->fill.last_line >= self->fill.first_line)
    koyomi_matrix_chart_paint_outline (chart, get_rect (self, &self->fill), FALSE, cr);
  if (!shows_outline (self))
    return;

  koyomi_matrix_chart_paint_outline (chart, get_rect (self, &chosen), koyomi_matrix_sheet_can_edit (self->sheet), cr);
  if (chosen.first_line != chosen.last_line || chosen.first_column != chosen.last_column)
    koyomi_matrix_chart_paint_outline (chart, get_rect (self, &cell), FALSE, cr);
}

static void
koyomi_matrix_rows_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  KoyomiMatrixRows *self = KOYOMI_MATRIX_ROWS (widget);
  float width = gtk_widget_get_width (widget) - self->frame.left - self->frame.side;
  float height = gtk_widget_get_height (widget);
  cairo_t *cr;

  for (guint i = 0; i < self->lines->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->lines, i), snapshot);
  if (width <= 0 || self->lines->len == 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (self->frame.left, 0, width, height));
  paint_outlines (self, cr);
  cairo_destroy (cr);
}

/* Tab goes past the rows: within them one walks with the arrow keys. */
static gboolean
koyomi_matrix_rows_move_focus (GtkWidget        *widget,
                               GtkDirectionType  direction)
{
  return has_focus (KOYOMI_MATRIX_ROWS (widget)) ? FALSE : koyomi_matrix_rows_enter (KOYOMI_MATRIX_ROWS (widget));
}

static void
koyomi_matrix_rows_dispose (GObject *object)
{
  KoyomiMatrixRows *self = KOYOMI_MATRIX_ROWS (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->lines, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->down);
  g_clear_object (&self->across);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (koyomi_matrix_rows_parent_class)->dispose (object);
}

static void
koyomi_matrix_rows_finalize (GObject *object)
{
  g_ptr_array_unref (KOYOMI_MATRIX_ROWS (object)->lines);

  G_OBJECT_CLASS (koyomi_matrix_rows_parent_class)->finalize (object);
}

static void
koyomi_matrix_rows_class_init (KoyomiMatrixRowsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_matrix_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_matrix_rows_finalize;
  widget_class->measure = koyomi_matrix_rows_measure;
  widget_class->size_allocate = koyomi_matrix_rows_size_allocate;
  widget_class->snapshot = koyomi_matrix_rows_snapshot;
  widget_class->focus = koyomi_matrix_rows_move_focus;

  koyomi_matrix_walk_bind_keys (widget_class);
  koyomi_matrix_commands_bind_keys (widget_class);
  koyomi_matrix_comparing_bind_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "rows");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
koyomi_matrix_rows_init (KoyomiMatrixRows *self)
{
  self->lines = g_ptr_array_new ();
  self->fill = nothing;
  self->down = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  self->across = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (self->down, "value-changed", G_CALLBACK (scrolled_down_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->across, "value-changed", G_CALLBACK (scrolled_across_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
koyomi_matrix_rows_new (KoyomiMatrixSheet *sheet)
{
  KoyomiMatrixRows *self = g_object_new (KOYOMI_TYPE_MATRIX_ROWS, NULL);

  self->sheet = g_object_ref (sheet);
  koyomi_matrix_commands_take_letters (GTK_WIDGET (self), sheet);
  g_signal_connect_object (sheet, "lines", G_CALLBACK (lines_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "selection", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  koyomi_tr (koyomi_matrix_sheet_get_language (sheet), "Matrix of functions and teams"), -1);

  return GTK_WIDGET (self);
}

KoyomiMatrixSheet *
koyomi_matrix_rows_get_sheet (KoyomiMatrixRows *self)
{
  return self->sheet;
}

/* Returns: (transfer none): how far the lines are scrolled down */
GtkAdjustment *
koyomi_matrix_rows_get_down (KoyomiMatrixRows *self)
{
  return self->down;
}

/* Returns: (transfer none): and to the side */
GtkAdjustment *
koyomi_matrix_rows_get_across (KoyomiMatrixRows *self)
{
  return self->across;
}

const KoyomiMatrixFrame *
koyomi_matrix_rows_get_frame (KoyomiMatrixRows *self)
{
  return &self->frame;
}

void
koyomi_matrix_rows_set_frame (KoyomiMatrixRows *self,
                              int               left,
                              int               side)
{
  if (self->frame.left == left && self->frame.side == side)
    return;

  self->frame.left = left;
  self->frame.side = side;
  scrolled_across_cb (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Returns: (transfer none) (nullable): the widget of the line, if it is in sight */
static KoyomiMatrixLineView *
get_line (KoyomiMatrixRows *self,
          int               line)
{
  return line >= self->first && line - self->first < (int) self->lines->len ? g_ptr_array_index (self->lines, line - self->first) : NULL;
}

/* Returns: what lies at a point; the number of lines below the last, -1 on the names, the number of columns right of the last */
KoyomiMatrixPlace
koyomi_matrix_rows_pick (KoyomiMatrixRows *self,
                         double            x,
                         double            y)
{
  double column = koyomi_matrix_sheet_get_column_width (self->sheet);
  KoyomiMatrixPlace place = { koyomi_matrix_sheet_find_line (self->sheet, MAX (y + gtk_adjustment_get_value (self->down), 0)), -1 };

  if (x >= gtk_widget_get_width (GTK_WIDGET (self)) - self->frame.side)
    place.column = koyomi_matrix_sheet_get_n_columns (self->sheet);
  else if (x >= self->frame.left)
    place.column = MIN ((int) floor ((x - self->frame.left + self->frame.offset) / column),
                        koyomi_matrix_sheet_get_n_columns (self->sheet));

  return place;
}

/* Whether the handle lies at a point by which what is chosen is drawn out. */
gboolean
koyomi_matrix_rows_pick_handle (KoyomiMatrixRows *self,
                                double            x,
                                double            y)
{
  KoyomiMatrixRange chosen = koyomi_matrix_sheet_get_range (self->sheet);
  KoyomiRect rect = get_rect (self, &chosen);

  return shows_outline (self) && koyomi_matrix_sheet_can_edit (self->sheet) && ABS (x - rect.x - rect.width + M->handle / 2) <= M->handle &&
         ABS (y - rect.y - rect.height + M->handle / 2) <= M->handle;
}

/* Scrolls to where @other is scrolled, whose sheet shows the same. */
void
koyomi_matrix_rows_take_over (KoyomiMatrixRows *self,
                              KoyomiMatrixRows *other)
{
  configure (self);
  gtk_adjustment_set_value (self->down, gtk_adjustment_get_value (other->down));
  gtk_adjustment_set_value (self->across, gtk_adjustment_get_value (other->across));
}

/* Scrolls as little as brings the focus into view. */
static void
show_focus (KoyomiMatrixRows *self)
{
  KoyomiMatrixPlace focus = koyomi_matrix_sheet_get_focus (self->sheet);
  double column = koyomi_matrix_sheet_get_column_width (self->sheet);
  int line = focus.line;

  /* A heading above comes with the first line of its group. */
  if (line > 0 && koyomi_matrix_sheet_get_line (self->sheet, line - 1)->is_group)
    line--;

  configure (self);
  gtk_adjustment_clamp_page (self->down, koyomi_matrix_sheet_get_line_y (self->sheet, line),
                             koyomi_matrix_sheet_get_line_y (self->sheet, focus.line + 1));
  if (focus.column >= 0)
    gtk_adjustment_clamp_page (self->across, focus.column * column, (focus.column + 1) * column);
  update (self, FALSE);
}

/* Puts the focus of the keyboard where that of the sheet is. */
gboolean
koyomi_matrix_rows_enter (KoyomiMatrixRows *self)
{
  KoyomiMatrixPlace focus = koyomi_matrix_sheet_get_focus (self->sheet);
  KoyomiMatrixLineView *line;
  GtkWidget *cell;

  if (koyomi_matrix_sheet_get_n_lines (self->sheet) == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self));

  show_focus (self);
  if ((line = get_line (self, focus.line)) == NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self));

  cell = focus.column >= 0 ? koyomi_matrix_line_view_get_cell (line, focus.column) : NULL;

  return gtk_widget_grab_focus (cell != NULL ? cell : koyomi_matrix_line_view_get_name (line));
}

/* Returns: FALSE when the focus is out of sight */
gboolean
koyomi_matrix_rows_get_focus_bounds (KoyomiMatrixRows *self,
                                     GdkRectangle     *bounds)
{
  KoyomiMatrixPlace focus = koyomi_matrix_sheet_get_focus (self->sheet);
  KoyomiMatrixRange cell = { focus.line, focus.line, MAX (focus.column, 0), MAX (focus.column, 0) };
  KoyomiRect rect = get_rect (self, &cell);

  if (get_line (self, focus.line) == NULL)
    return FALSE;

  *bounds = (GdkRectangle) { focus.column >= 0 ? rect.x : 0, rect.y, focus.column >= 0 ? rect.width : self->frame.left, rect.height };

  return TRUE;
}

/* Returns: how wide the names in sight would be, with what stands behind them */
int
koyomi_matrix_rows_measure_names (KoyomiMatrixRows *self)
{
  int most = 0;

  for (guint i = 0; i < self->lines->len; i++)
    most = MAX (most, koyomi_matrix_line_view_measure_name (g_ptr_array_index (self->lines, i)));

  return most;
}

/* Shows what would be filled. @fill: (nullable) */
void
koyomi_matrix_rows_set_fill (KoyomiMatrixRows        *self,
                             const KoyomiMatrixRange *fill)
{
  self->fill = fill != NULL ? *fill : nothing;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
