#include "koyomi-matrix-grid.h"

#include "koyomi-cell-popover.h"
#include "koyomi-chart-look.h"
#include "koyomi-column-edge.h"
#include "koyomi-matrix-band.h"
#include "koyomi-matrix-pointer.h"
#include "koyomi-menu-place.h"
#include "koyomi-scroll-bar.h"
#include "koyomi-scroll-wheel.h"
#include "koyomi-ui.h"

#define M (&koyomi_matrix_measures)

/* A notch of the wheel. */
#define WHEEL_ROWS 3
#define WHEEL_COLUMNS 1

struct _KoyomiMatrixGrid
{
  GtkWidget          parent_instance;

  KoyomiMatrixSheet *sheet;
  GtkWidget         *box;
  GtkWidget         *head;
  GtkWidget         *rows;
  GtkWidget         *foot;
  GtkWidget         *edge;
  GtkWidget         *popover;      /* the menu or the letters of a cell; NULL until one is asked for */
};

G_DEFINE_FINAL_TYPE (KoyomiMatrixGrid, koyomi_matrix_grid, GTK_TYPE_WIDGET)

/* What a popover was about has the focus again. */
static gboolean
drop_popover_cb (gpointer data)
{
  GtkWidget *popover = data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

static void
popover_closed_cb (KoyomiMatrixGrid *self,
                   GtkWidget        *popover)
{
  if (self->popover != popover)
    return;

  self->popover = NULL;
  koyomi_matrix_rows_enter (KOYOMI_MATRIX_ROWS (self->rows));
  /* What was activated in it is done after it has closed. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_popover_cb, g_object_ref (popover), g_object_unref);
}

/* @popover: (transfer full) */
static void
show_popover (KoyomiMatrixGrid *self,
              GtkWidget        *popover,
              GdkRectangle      place)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));

  self->popover = popover;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  koyomi_menu_place_point_to (GTK_POPOVER (popover), self->rows, place);
  g_signal_connect_object (popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static GMenu *
make_letters (KoyomiMatrixGrid *self)
{
  KoyomiLanguage language = koyomi_matrix_sheet_get_language (self->sheet);
  KoyomiAlphabet *alphabet = koyomi_matrix_get_alphabet (koyomi_matrix_sheet_get_facts (self->sheet)->matrix);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < koyomi_alphabet_get_n_letters (alphabet); i++)
    {
      const char *letter = koyomi_alphabet_get_letter (alphabet, i);
      g_autofree char *label = g_strdup_printf ("%s  %s", letter, koyomi_alphabet_get_name (alphabet, i, language));
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "matrix.toggle-letter", "s", letter);
      g_menu_append_item (menu, item);
    }

  return menu;
}

static void
open_menu (KoyomiMatrixGrid *self,
           GdkRectangle      place)
{
  g_autoptr(GtkBuilder) builder = koyomi_ui_open ("koyomi-matrix-menu", koyomi_matrix_sheet_get_language (self->sheet));
  GMenu *menu = G_MENU (gtk_builder_get_object (builder, "menu"));
  g_autoptr(GMenu) letters = NULL;
  GtkWidget *popover;

  if (koyomi_matrix_sheet_get_facts (self->sheet) == NULL)
    return;

  letters = make_letters (self);
  g_menu_prepend_section (menu, NULL, G_MENU_MODEL (letters));
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_RIGHT);
  gtk_widget_set_valign (popover, GTK_ALIGN_START);
  show_popover (self, popover, place);
}

/* The menu is about what is chosen; a cell outside of that is chosen first. */
static void
menu_pressed_cb (GtkGestureClick  *gesture,
                 int               n_presses,
                 double            x,
                 double            y,
                 KoyomiMatrixGrid *self)
{
  KoyomiMatrixPlace place = koyomi_matrix_rows_pick (KOYOMI_MATRIX_ROWS (self->rows), x, y);
  KoyomiMatrixRange chosen = koyomi_matrix_sheet_get_range (self->sheet);

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (place.line >= koyomi_matrix_sheet_get_n_lines (self->sheet))
    return;

  if (place.line < chosen.first_line || place.line > chosen.last_line || place.column < chosen.first_column ||
      place.column > chosen.last_column)
    koyomi_matrix_sheet_go_to (self->sheet, place, FALSE);
  open_menu (self, (GdkRectangle) { x, y, 1, 1 });
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiMatrixGrid *self = KOYOMI_MATRIX_GRID (widget);
  GdkRectangle place;

  if (koyomi_matrix_rows_get_focus_bounds (KOYOMI_MATRIX_ROWS (self->rows), &place))
    open_menu (self, place);
}

/* Enter on a heading or a name does what a click on it does. */
static void
open_cell_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  KoyomiMatrixGrid *self = KOYOMI_MATRIX_GRID (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GdkRectangle place;
  guint row, column;

  if (koyomi_matrix_sheet_find_cell (self->sheet, koyomi_matrix_sheet_get_focus (self->sheet), &row, &column) &&
      koyomi_matrix_rows_get_focus_bounds (KOYOMI_MATRIX_ROWS (self->rows), &place))
    show_popover (self, koyomi_cell_popover_new (self->sheet), place);
  else if (GTK_IS_BUTTON (focus))
    gtk_widget_activate (focus);
}

static double
get_scale (GtkWidget *rows)
{
  return koyomi_matrix_sheet_get_chart (koyomi_matrix_rows_get_sheet (KOYOMI_MATRIX_ROWS (rows)))->scale;
}

/* With what the functions break behind their names. */
static int
measure_names (GtkWidget *rows)
{
  return koyomi_matrix_rows_measure_names (KOYOMI_MATRIX_ROWS (rows));
}

static const KoyomiColumnEdgeKind edge_kind = { "matrix-name-width", 0.36, get_scale, measure_names };

static void
update_style (KoyomiMatrixGrid *self)
{
  koyomi_matrix_sheet_set_style (self->sheet, koyomi_chart_look_get_palette (), koyomi_chart_look_get_scale (GTK_WIDGET (self)));
}

static void
koyomi_matrix_grid_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  KoyomiMatrixGrid *self = KOYOMI_MATRIX_GRID (widget);
  const KoyomiMatrixChart *chart = koyomi_matrix_sheet_get_chart (self->sheet);
  int side = MIN (koyomi_matrix_chart_get_size (chart, M->side), width * 0.25);

  int left = koyomi_column_edge_get_width (KOYOMI_COLUMN_EDGE (self->edge), width);

  if (koyomi_matrix_rows_get_frame (KOYOMI_MATRIX_ROWS (self->rows))->left != left)
    {
      gtk_widget_queue_draw (self->head);
      gtk_widget_queue_draw (self->foot);
    }
  koyomi_matrix_rows_set_frame (KOYOMI_MATRIX_ROWS (self->rows), left, side);
  gtk_widget_size_allocate (self->box, &(GtkAllocation) { 0, 0, width, height }, baseline);
  koyomi_column_edge_allocate (KOYOMI_COLUMN_EDGE (self->edge), left, gtk_widget_get_height (self->head) +
                               gtk_widget_get_height (self->rows) + gtk_widget_get_height (self->foot));
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
koyomi_matrix_grid_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  gtk_widget_measure (KOYOMI_MATRIX_GRID (widget)->box, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
koyomi_matrix_grid_dispose (GObject *object)
{
  KoyomiMatrixGrid *self = KOYOMI_MATRIX_GRID (object);
  GtkWidget *child;

  self->popover = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (koyomi_matrix_grid_parent_class)->dispose (object);
}

static void
koyomi_matrix_grid_class_init (KoyomiMatrixGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_matrix_grid_dispose;
  widget_class->measure = koyomi_matrix_grid_measure;
  widget_class->size_allocate = koyomi_matrix_grid_size_allocate;

  koyomi_column_edge_install (widget_class);
  gtk_widget_class_install_action (widget_class, "matrix.open-menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "matrix.open-cell", NULL, open_cell_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "matrix.open-menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "matrix.open-menu", NULL);
}

static void
koyomi_matrix_grid_init (KoyomiMatrixGrid *self)
{
}

static void
add_children (KoyomiMatrixGrid *self)
{
  KoyomiLanguage language = koyomi_matrix_sheet_get_language (self->sheet);
  GtkAdjustment *down, *across;

  self->box = gtk_grid_new ();
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->rows = koyomi_matrix_rows_new (self->sheet);
  gtk_widget_set_hexpand (self->rows, TRUE);
  gtk_widget_set_vexpand (self->rows, TRUE);
  self->head = koyomi_matrix_band_new (KOYOMI_MATRIX_ROWS (self->rows), TRUE);
  self->foot = koyomi_matrix_band_new (KOYOMI_MATRIX_ROWS (self->rows), FALSE);
  gtk_grid_attach (GTK_GRID (self->box), self->head, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (self->box), self->rows, 0, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (self->box), self->foot, 0, 2, 1, 1);
  self->edge = koyomi_column_edge_new (&edge_kind, self->rows,
                                       koyomi_workspace_get_settings (koyomi_matrix_sheet_get_workspace (self->sheet)));
  gtk_widget_set_parent (self->edge, GTK_WIDGET (self));

  down = koyomi_matrix_rows_get_down (KOYOMI_MATRIX_ROWS (self->rows));
  across = koyomi_matrix_rows_get_across (KOYOMI_MATRIX_ROWS (self->rows));
  gtk_grid_attach (GTK_GRID (self->box), koyomi_scroll_bar_new (GTK_ORIENTATION_VERTICAL, down, koyomi_tr (language, "Rows")),
                   1, 0, 1, 3);
  gtk_grid_attach (GTK_GRID (self->box), koyomi_scroll_bar_new (GTK_ORIENTATION_HORIZONTAL, across, koyomi_tr (language, "Columns")),
                   0, 3, 2, 1);
  koyomi_scroll_wheel_attach (GTK_WIDGET (self), down, across, WHEEL_ROWS, WHEEL_COLUMNS);
}

static void
add_controllers (KoyomiMatrixGrid *self)
{
  GtkGesture *menu = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (menu_pressed_cb), self, 0);
  gtk_widget_add_controller (self->rows, GTK_EVENT_CONTROLLER (menu));
  koyomi_matrix_pointer_attach (KOYOMI_MATRIX_ROWS (self->rows));
}

GtkWidget *
koyomi_matrix_grid_new (KoyomiMatrixSheet *sheet)
{
  KoyomiMatrixGrid *self = g_object_new (KOYOMI_TYPE_MATRIX_GRID, NULL);

  self->sheet = g_object_ref (sheet);
  add_children (self);
  add_controllers (self);
  koyomi_chart_look_connect (GTK_WIDGET (self), G_CALLBACK (update_style));
  update_style (self);

  return GTK_WIDGET (self);
}

/* Returns: (transfer none) */
KoyomiMatrixRows *
koyomi_matrix_grid_get_rows (KoyomiMatrixGrid *self)
{
  return KOYOMI_MATRIX_ROWS (self->rows);
}
