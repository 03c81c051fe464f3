#include "koyomi-matrix-line-view.h"

#include <math.h>

#define NAME_INDENT 4
#define PILL_GAP 6

struct _KoyomiMatrixLineView
{
  GtkWidget           parent_instance;

  KoyomiMatrixSheet  *sheet;
  gboolean            is_group;
  int                 line;
  KoyomiMatrixFrame   frame;
  GtkWidget          *name;      /* a button */
  GtkWidget          *label;
  GtkWidget          *arrow;     /* of a group */
  const char         *pill;      /* what the line breaks, "" for nothing */
  GPtrArray          *cells;     /* (element-type KoyomiMatrixCellView): those in sight, from the left */
};

G_DEFINE_FINAL_TYPE (KoyomiMatrixLineView, koyomi_matrix_line_view, GTK_TYPE_WIDGET)

static gboolean
is_chosen (KoyomiMatrixLineView *self,
           int                   column)
{
  KoyomiMatrixRange range = koyomi_matrix_sheet_get_range (self->sheet);

  return self->line >= range.first_line && self->line <= range.last_line && column >= range.first_column && column <= range.last_column &&
         (range.first_line != range.last_line || range.first_column != range.last_column);
}

static double
get_column_x (KoyomiMatrixLineView *self,
              int                   column)
{
  return self->frame.left + column * koyomi_matrix_sheet_get_column_width (self->sheet) - round (self->frame.offset);
}

static KoyomiMatrixGround
get_ground (KoyomiMatrixLineView *self)
{
  return self->is_group ? KOYOMI_MATRIX_GROUND_GROUP : *self->pill != '\0' ? KOYOMI_MATRIX_GROUND_BREACH : KOYOMI_MATRIX_GROUND_PLAIN;
}

static void
paint_cell (KoyomiMatrixLineView *self,
            int                   column,
            double                height,
            cairo_t              *cr)
{
  const KoyomiMatrixChart *chart = koyomi_matrix_sheet_get_chart (self->sheet);
  const KoyomiMatrixFacts *facts = koyomi_matrix_sheet_get_facts (self->sheet);
  KoyomiAlphabet *alphabet = koyomi_matrix_get_alphabet (facts->matrix);
  KoyomiRect rect = { get_column_x (self, column), 0, koyomi_matrix_sheet_get_column_width (self->sheet), height };
  const KoyomiMatrixCell *cell;
  guint row, across;

  if (!koyomi_matrix_sheet_find_cell (self->sheet, (KoyomiMatrixPlace) { self->line, column }, &row, &across))
    return;

  if (is_chosen (self, column))
    koyomi_matrix_chart_paint_ground (chart, KOYOMI_MATRIX_GROUND_SELECTED, rect, cr);
  cell = koyomi_matrix_get_cell (facts->matrix, row, across);
  if (facts->difference != NULL && koyomi_matrix_difference_has_cell (facts->difference, row, across))
    koyomi_matrix_chart_paint_change (chart, alphabet, koyomi_matrix_difference_get_letters (facts->difference, row, across),
                                      cell != NULL ? cell->letters : 0, rect, cr);
  else
    koyomi_matrix_chart_paint_cell (chart, alphabet, cell != NULL ? cell->letters : 0, cell != NULL ? cell->mapped : 0, rect, cr);
}

static void
paint_side (KoyomiMatrixLineView *self,
            KoyomiRect            rect,
            cairo_t              *cr)
{
  const KoyomiMatrixChart *chart = koyomi_matrix_sheet_get_chart (self->sheet);
  const KoyomiMatrixFacts *facts = koyomi_matrix_sheet_get_facts (self->sheet);
  guint index = koyomi_matrix_sheet_get_line (self->sheet, self->line)->index;

  if (self->is_group)
    return;

  if (koyomi_matrix_sheet_get_options (self->sheet)->transposed)
    koyomi_matrix_chart_paint_load (chart, koyomi_matrix_get_column (facts->matrix, index), rect, cr);
  else
    koyomi_matrix_chart_paint_levels (chart, koyomi_matrix_facts_get_score (facts, index), TRUE, rect, cr);
}

static int
measure_name (KoyomiMatrixLineView *self)
{
  int width;

  gtk_widget_measure (self->name, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);

  return width;
}

/* The name comes first, but the pill has at least what it needs up to a half. Returns: where it begins and how wide it is */
static KoyomiRect
get_pill (KoyomiMatrixLineView *self)
{
  double wanted = *self->pill != '\0' ? ceil (koyomi_matrix_chart_measure_pill (koyomi_matrix_sheet_get_chart (self->sheet), self->pill))
                                      : 0;
  double room = self->frame.left - NAME_INDENT - PILL_GAP;
  double width = MIN (wanted, MAX (room / 2, room - measure_name (self)));
  double x = NAME_INDENT + MIN (measure_name (self), room - width);

  return (KoyomiRect) { x, 0, width, gtk_widget_get_height (GTK_WIDGET (self)) };
}

static void
paint_line (KoyomiMatrixLineView *self,
            double                width,
            double                height,
            cairo_t              *cr)
{
  const KoyomiMatrixChart *chart = koyomi_matrix_sheet_get_chart (self->sheet);
  double right = width - self->frame.side;

  koyomi_matrix_chart_paint_ground (chart, get_ground (self), (KoyomiRect) { 0, 0, width, height }, cr);
  cairo_save (cr);
  cairo_rectangle (cr, self->frame.left, 0, MAX (right - self->frame.left, 0), height);
  cairo_clip (cr);
  for (guint i = 0; i < self->cells->len; i++)
    paint_cell (self, koyomi_matrix_cell_view_get_column (g_ptr_array_index (self->cells, i)), height, cr);
  cairo_restore (cr);

  paint_side (self, (KoyomiRect) { right, 0, self->frame.side, height }, cr);
  koyomi_matrix_chart_paint_pill (chart, self->pill, get_pill (self), cr);
}

/* Painted straight into a picture, which is drawn again as it is while the lines are scrolled. */
static void
koyomi_matrix_line_view_snapshot (GtkWidget   *widget,
                                  GtkSnapshot *snapshot)
{
  KoyomiMatrixLineView *self = KOYOMI_MATRIX_LINE_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int scale = gtk_widget_get_scale_factor (widget);
  cairo_surface_t *picture;
  cairo_t *cr;

  if (width < 1 || height < 1 || self->line >= koyomi_matrix_sheet_get_n_lines (self->sheet))
    return;

  picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width * scale, height * scale);
  cairo_surface_set_device_scale (picture, scale, scale);
  cr = cairo_create (picture);
  paint_line (self, width, height, cr);
  cairo_destroy (cr);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (picture);

  gtk_widget_snapshot_child (widget, self->name, snapshot);
}

static void
allocate_cell (KoyomiMatrixLineView *self,
               GtkWidget            *cell,
               int                   width,
               int                   height)
{
  double x = get_column_x (self, koyomi_matrix_cell_view_get_column (KOYOMI_MATRIX_CELL_VIEW (cell)));
  double end = MIN (x + koyomi_matrix_sheet_get_column_width (self->sheet), width - self->frame.side);

  x = MAX (x, self->frame.left);
  gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (cell, &(GtkAllocation) { x, 0, MAX (end - x, 1), height }, -1);
}

static void
koyomi_matrix_line_view_size_allocate (GtkWidget *widget,
                                       int        width,
                                       int        height,
                                       int        baseline)
{
  KoyomiMatrixLineView *self = KOYOMI_MATRIX_LINE_VIEW (widget);
  KoyomiRect pill = get_pill (self);
  int room = self->is_group ? MIN (measure_name (self), width - 2 * NAME_INDENT) : self->frame.left - NAME_INDENT;
  int name = pill.width > 0 ? pill.x - NAME_INDENT : room;

  gtk_widget_size_allocate (self->name, &(GtkAllocation) { NAME_INDENT, 0, MAX (name, 1), MAX (height - 1, 1) }, -1);
  for (guint i = 0; i < self->cells->len; i++)
    allocate_cell (self, g_ptr_array_index (self->cells, i), width, height);
}

static void
koyomi_matrix_line_view_measure (GtkWidget      *widget,
                                 GtkOrientation  orientation,
                                 int             for_size,
                                 int            *minimum,
                                 int            *natural,
                                 int            *minimum_baseline,
                                 int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
koyomi_matrix_line_view_dispose (GObject *object)
{
  KoyomiMatrixLineView *self = KOYOMI_MATRIX_LINE_VIEW (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->cells, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (koyomi_matrix_line_view_parent_class)->dispose (object);
}

static void
koyomi_matrix_line_view_finalize (GObject *object)
{
  g_ptr_array_unref (KOYOMI_MATRIX_LINE_VIEW (object)->cells);

  G_OBJECT_CLASS (koyomi_matrix_line_view_parent_class)->finalize (object);
}

static void
koyomi_matrix_line_view_class_init (KoyomiMatrixLineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_matrix_line_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_matrix_line_view_finalize;
  widget_class->measure = koyomi_matrix_line_view_measure;
  widget_class->size_allocate = koyomi_matrix_line_view_size_allocate;
  widget_class->snapshot = koyomi_matrix_line_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "line");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
koyomi_matrix_line_view_init (KoyomiMatrixLineView *self)
{
  self->cells = g_ptr_array_new ();
  self->pill = "";
}

static void
clicked_cb (KoyomiMatrixLineView *self)
{
  const KoyomiMatrixLine *line = koyomi_matrix_sheet_get_line (self->sheet, self->line);

  koyomi_matrix_sheet_go_to (self->sheet, (KoyomiMatrixPlace) { self->line, -1 }, FALSE);
  if (line->is_group)
    koyomi_matrix_sheet_set_folded (self->sheet, line->group, !koyomi_matrix_sheet_is_folded (self->sheet, line->group));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), koyomi_matrix_sheet_get_options (self->sheet)->transposed ? "matrix.show-team"
                                                                                                             : "matrix.show-function", NULL);
}

static gboolean
is_on_pill (KoyomiMatrixLineView *self,
            double                x)
{
  KoyomiRect pill = get_pill (self);

  return pill.width > 0 && x >= pill.x && x < pill.x + pill.width;
}

/* What the pill names is told in the check of the rules. */
static void
pressed_cb (KoyomiMatrixLineView *self,
            int                   n_presses,
            double                x,
            double                y,
            GtkGesture           *gesture)
{
  if (!is_on_pill (self, x))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  koyomi_matrix_sheet_go_to (self->sheet, (KoyomiMatrixPlace) { self->line, -1 }, FALSE);
  gtk_widget_grab_focus (self->name);
  gtk_widget_activate_action (GTK_WIDGET (self), "matrix.show-breaches", NULL);
}

static void
motion_cb (KoyomiMatrixLineView *self,
           double                x,
           double                y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_on_pill (self, x) ? "pointer" : NULL);
}

static void
add_pill_controllers (KoyomiMatrixLineView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

GtkWidget *
koyomi_matrix_line_view_new (KoyomiMatrixSheet *sheet,
                             gboolean           is_group)
{
  KoyomiMatrixLineView *self = g_object_new (KOYOMI_TYPE_MATRIX_LINE_VIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->sheet = g_object_ref (sheet);
  self->is_group = is_group;
  if (is_group)
    {
      self->arrow = gtk_image_new ();
      gtk_box_append (GTK_BOX (box), self->arrow);
    }
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->label, "koyomi-name");
  gtk_box_append (GTK_BOX (box), self->label);

  self->name = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->name), box);
  gtk_widget_add_css_class (self->name, "flat");
  gtk_widget_add_css_class (self->name, is_group ? "koyomi-group" : "koyomi-function");
  g_signal_connect_object (self->name, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->name, GTK_WIDGET (self));
  if (!is_group)
    add_pill_controllers (self);

  return GTK_WIDGET (self);
}

gboolean
koyomi_matrix_line_view_is_group (KoyomiMatrixLineView *self)
{
  return self->is_group;
}

int
koyomi_matrix_line_view_get_line (KoyomiMatrixLineView *self)
{
  return self->line;
}

static void
show_name (KoyomiMatrixLineView *self,
           const char           *code,
           const char           *title,
           const char           *tip)
{
  g_autofree char *markup = *code != '\0' ? g_markup_printf_escaped ("<span alpha=\"70%%\">%s</span>  %s", code, title)
                                          : g_markup_escape_text (title, -1);
  g_autofree char *name = g_strdup_printf ("%s%s%s%s%s", code, *code != '\0' ? " " : "", title, *self->pill != '\0' ? ", " : "", self->pill);

  gtk_label_set_markup (GTK_LABEL (self->label), markup);
  gtk_widget_set_tooltip_text (self->name, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bind_group (KoyomiMatrixLineView *self,
            KoyomiRecord         *group)
{
  gboolean folded = koyomi_matrix_sheet_is_folded (self->sheet, group);
  const char *title = koyomi_record_get_title (group);

  show_name (self, koyomi_record_get_text (group, KOYOMI_GROUP_CODE), title, title);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), folded ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_STATE_EXPANDED, !folded, -1);
}

/* Returns: (transfer full): the code with a sign before it if the line has come, or has gone */
static char *
mark_change (KoyomiMatrixLineView *self,
             gboolean              is_team,
             guint                 index,
             const char           *code)
{
  KoyomiMatrixChangeKind change = koyomi_matrix_facts_get_change (koyomi_matrix_sheet_get_facts (self->sheet), is_team, index);

  if (change == KOYOMI_N_MATRIX_CHANGES)
    return g_strdup (code);

  return g_strdup_printf ("%s%s%s", koyomi_matrix_change_is_gain (change) ? "+" : "−", *code != '\0' ? " " : "", code);
}

static void
bind_record (KoyomiMatrixLineView *self)
{
  gboolean transposed = koyomi_matrix_sheet_get_options (self->sheet)->transposed;
  guint index = koyomi_matrix_sheet_get_line (self->sheet, self->line)->index;
  KoyomiRecord *record = koyomi_matrix_sheet_get_line_record (self->sheet, self->line);
  KoyomiBreach *breach = transposed ? NULL : koyomi_matrix_facts_get_breach (koyomi_matrix_sheet_get_facts (self->sheet), index);
  g_autofree char *code = NULL;

  self->pill = breach != NULL ? koyomi_rule_get_name (breach->rule, koyomi_matrix_sheet_get_language (self->sheet)) : "";
  code = mark_change (self, transposed, index, transposed ? "" : koyomi_record_get_text (record, KOYOMI_FUNCTION_CODE));
  show_name (self, code, koyomi_record_get_title (record), breach != NULL ? breach->sentence : koyomi_record_get_title (record));
}

/* Shows that line of the sheet from now on. */
void
koyomi_matrix_line_view_bind (KoyomiMatrixLineView *self,
                              int                   line)
{
  self->line = line;
  self->pill = "";
  if (self->is_group)
    bind_group (self, koyomi_matrix_sheet_get_line (self->sheet, line)->group);
  else
    bind_record (self);

  for (guint i = 0; i < self->cells->len; i++)
    {
      KoyomiMatrixCellView *cell = g_ptr_array_index (self->cells, i);

      koyomi_matrix_cell_view_bind (cell, (KoyomiMatrixPlace) { line, koyomi_matrix_cell_view_get_column (cell) });
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A cell that goes while it has the focus leaves it to the name. */
static void
remove_cell (KoyomiMatrixLineView *self,
             GtkWidget            *cell)
{
  if (gtk_widget_is_focus (cell))
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
  gtk_widget_unparent (cell);
}

/* Returns: (transfer none) (nullable): a cell out of @old that stands for @column, or one that nobody would miss */
static GtkWidget *
take_cell (GPtrArray *old,
           int        column)
{
  for (guint i = 0; i < old->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (old, i);

      if (column < 0 ? !gtk_widget_has_focus (cell) : koyomi_matrix_cell_view_get_column (KOYOMI_MATRIX_CELL_VIEW (cell)) == column)
        return g_ptr_array_steal_index_fast (old, i);
    }

  return NULL;
}

static GtkWidget *
make_cell (KoyomiMatrixLineView *self,
           GPtrArray            *old,
           int                   column)
{
  GtkWidget *cell = take_cell (old, -1);

  if (cell == NULL)
    {
      cell = koyomi_matrix_cell_view_new (self->sheet);
      gtk_widget_set_parent (cell, GTK_WIDGET (self));
    }
  koyomi_matrix_cell_view_bind (KOYOMI_MATRIX_CELL_VIEW (cell), (KoyomiMatrixPlace) { self->line, column });

  return cell;
}

/* Cells of columns that are in sight still keep their widgets; then others are recycled. */
static void
make_cells (KoyomiMatrixLineView *self,
            int                   first,
            int                   end)
{
  g_autoptr(GPtrArray) old = g_steal_pointer (&self->cells);

  self->cells = g_ptr_array_new ();
  g_ptr_array_set_size (self->cells, MAX (end - first, 0));
  for (int i = first; i < end; i++)
    g_ptr_array_index (self->cells, i - first) = take_cell (old, i);
  for (int i = first; i < end; i++)
    if (g_ptr_array_index (self->cells, i - first) == NULL)
      g_ptr_array_index (self->cells, i - first) = make_cell (self, old, i);

  for (guint i = 0; i < old->len; i++)
    remove_cell (self, g_ptr_array_index (old, i));
}

/* @width: of the whole line */
void
koyomi_matrix_line_view_place (KoyomiMatrixLineView    *self,
                               const KoyomiMatrixFrame *frame,
                               int                      width)
{
  double column = koyomi_matrix_sheet_get_column_width (self->sheet);
  int n_columns = self->is_group ? 0 : koyomi_matrix_sheet_get_n_columns (self->sheet);
  int first = CLAMP ((int) floor (frame->offset / column), 0, n_columns);
  int end = CLAMP ((int) ceil ((frame->offset + MAX (width - frame->left - frame->side, 0)) / column), first, n_columns);

  self->frame = *frame;
  if (self->cells->len != (guint) (end - first) ||
      (end > first && koyomi_matrix_cell_view_get_column (g_ptr_array_index (self->cells, 0)) != first))
    make_cells (self, first, end);

  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Returns: how wide the name of a function or team would be, with what it breaks; 0 for a heading, which has all the room */
int
koyomi_matrix_line_view_measure_name (KoyomiMatrixLineView *self)
{
  double pill = *self->pill != '\0' ? PILL_GAP + ceil (koyomi_matrix_chart_measure_pill (koyomi_matrix_sheet_get_chart (self->sheet),
                                                                                         self->pill)) : 0;

  return self->is_group ? 0 : NAME_INDENT + measure_name (self) + pill + PILL_GAP;
}

/* Returns: (transfer none): what has the focus when no cell has it */
GtkWidget *
koyomi_matrix_line_view_get_name (KoyomiMatrixLineView *self)
{
  return self->name;
}

/* Returns: (transfer none) (nullable): the cell, if it is in sight */
GtkWidget *
koyomi_matrix_line_view_get_cell (KoyomiMatrixLineView *self,
                                  int                   column)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (koyomi_matrix_cell_view_get_column (g_ptr_array_index (self->cells, i)) == column)
      return g_ptr_array_index (self->cells, i);

  return NULL;
}
