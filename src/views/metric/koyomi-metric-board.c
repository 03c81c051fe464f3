#include "koyomi-metric-board.h"

#include "koyomi-board-tiles.h"
#include "koyomi-focus.h"
#include "koyomi-metric-flow.h"
#include "koyomi-metric-tile.h"
#include "koyomi-ui.h"

struct _KoyomiMetricBoard
{
  GtkWidget          parent_instance;

  KoyomiMetricSheet *sheet;
  GtkWidget         *pages;
  GtkWidget         *place;

  KoyomiMetricFlow  *grid;
  GArray            *tiles;    /* (element-type gint64) */
  GPtrArray         *lines;    /* (element-type KoyomiMetricLine): of the tiles; not owned */
  gint64             moved;    /* a metric whose tile gets the focus where it now is; 0 for none */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiMetricBoard, pages),
  KOYOMI_UI_CHILD (KoyomiMetricBoard, place),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiMetricBoard, koyomi_metric_board, GTK_TYPE_WIDGET)

static KoyomiWorkspace *
get_workspace (KoyomiMetricBoard *self)
{
  return koyomi_metric_sheet_get_workspace (self->sheet);
}

static void
refresh (KoyomiMetricBoard *self)
{
  g_autoptr(GArray) tiles = koyomi_session_list_board_tiles (koyomi_workspace_get_session (get_workspace (self)), NULL);

  g_array_set_size (self->tiles, 0);
  if (tiles != NULL)
    g_array_append_vals (self->tiles, tiles->data, tiles->len);

  g_ptr_array_set_size (self->lines, 0);
  for (guint i = 0; i < self->tiles->len; i++)
    {
      KoyomiMetricLine *line = koyomi_metric_sheet_find (self->sheet, g_array_index (self->tiles, gint64, i));

      if (line != NULL)
        g_ptr_array_add (self->lines, line);
    }
  koyomi_metric_flow_show (self->grid, self->lines);
  if (self->moved != 0 && koyomi_metric_flow_get_focus (self->grid) != 0)
    koyomi_metric_flow_go_to (self->grid, self->moved);
  self->moved = 0;
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), self->lines->len > 0 ? "tiles" : "empty");
}

static void
save (KoyomiMetricBoard *self,
      const GArray      *tiles)
{
  g_autoptr(GError) error = NULL;

  if (!koyomi_session_set_board_tiles (koyomi_workspace_get_session (get_workspace (self)), tiles,
                                       koyomi_workspace_get_language (get_workspace (self)), &error))
    koyomi_workspace_fail (get_workspace (self), koyomi_workspace_tr (get_workspace (self), N_("The board page was not changed")), error);
}

static int
find_tile (KoyomiMetricBoard *self,
           gint64             metric)
{
  for (guint i = 0; i < self->tiles->len; i++)
    if (g_array_index (self->tiles, gint64, i) == metric)
      return i;

  return -1;
}

static void
move_to (KoyomiMetricBoard *self,
         gint64             metric,
         int                place)
{
  g_autoptr(GArray) tiles = g_array_copy (self->tiles);
  int from = find_tile (self, metric);

  if (from < 0 || place < 0 || place >= (int) tiles->len || place == from || !koyomi_workspace_can_edit (get_workspace (self)))
    return;

  g_array_remove_index (tiles, from);
  g_array_insert_val (tiles, place, metric);
  self->moved = metric;
  save (self, tiles);
}

static KoyomiMetricTile *
pick_tile (KoyomiMetricBoard *self,
           double             x,
           double             y)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_pos (GTK_FLOW_BOX (koyomi_metric_flow_get_box (self->grid)), x, y);

  return child != NULL ? KOYOMI_METRIC_TILE (child) : NULL;
}

static GdkContentProvider *
prepare_cb (KoyomiMetricBoard *self,
            double             x,
            double             y,
            GtkDragSource     *source)
{
  KoyomiMetricTile *tile = pick_tile (self, x, y);
  g_autoptr(GdkPaintable) picture = NULL;

  if (tile == NULL || !koyomi_workspace_can_edit (get_workspace (self)))
    return NULL;

  picture = gtk_widget_paintable_new (GTK_WIDGET (tile));
  gtk_drag_source_set_icon (source, picture, 0, 0);

  return gdk_content_provider_new_typed (G_TYPE_INT64, koyomi_metric_tile_get_metric (tile));
}

static gboolean
drop_cb (KoyomiMetricBoard *self,
         const GValue      *value,
         double             x,
         double             y)
{
  KoyomiMetricTile *tile = pick_tile (self, x, y);

  if (tile == NULL || find_tile (self, g_value_get_int64 (value)) < 0)
    return FALSE;

  move_to (self, g_value_get_int64 (value), find_tile (self, koyomi_metric_tile_get_metric (tile)));

  return TRUE;
}

static void
add_drag (KoyomiMetricBoard *self)
{
  GtkWidget *box = koyomi_metric_flow_get_box (self->grid);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (target));
}

static gboolean
koyomi_metric_board_grab_focus (GtkWidget *widget)
{
  KoyomiMetricBoard *self = KOYOMI_METRIC_BOARD (widget);

  return self->lines->len > 0 ? gtk_widget_grab_focus (GTK_WIDGET (self->grid)) : gtk_widget_child_focus (self->pages, GTK_DIR_TAB_FORWARD);
}

static void
koyomi_metric_board_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);
  g_clear_object (&KOYOMI_METRIC_BOARD (object)->sheet);

  G_OBJECT_CLASS (koyomi_metric_board_parent_class)->dispose (object);
}

static void
koyomi_metric_board_finalize (GObject *object)
{
  g_array_unref (KOYOMI_METRIC_BOARD (object)->tiles);
  g_ptr_array_unref (KOYOMI_METRIC_BOARD (object)->lines);

  G_OBJECT_CLASS (koyomi_metric_board_parent_class)->finalize (object);
}

static void
koyomi_metric_board_class_init (KoyomiMetricBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_metric_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_metric_board_finalize;
  widget_class->focus = koyomi_focus_move;
  widget_class->grab_focus = koyomi_metric_board_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_metric_board_init (KoyomiMetricBoard *self)
{
  self->tiles = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->lines = g_ptr_array_new ();
}

GtkWidget *
koyomi_metric_board_new (KoyomiMetricSheet *sheet)
{
  KoyomiMetricBoard *self = g_object_new (KOYOMI_TYPE_METRIC_BOARD, NULL);

  self->sheet = g_object_ref (sheet);
  koyomi_ui_build (self, KOYOMI_TYPE_METRIC_BOARD, "koyomi-metric-board", koyomi_workspace_get_language (get_workspace (self)), children);
  self->grid = KOYOMI_METRIC_FLOW (koyomi_metric_flow_new (get_workspace (self), koyomi_workspace_tr (get_workspace (self),
                                                                                                     N_("Tiles of the board page")), TRUE));
  gtk_box_append (GTK_BOX (self->place), GTK_WIDGET (self->grid));
  add_drag (self);
  g_signal_connect_object (sheet, "lines", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return GTK_WIDGET (self);
}

/* The tile that has the focus. @by: 1 to have it come later, -1 earlier */
void
koyomi_metric_board_move (KoyomiMetricBoard *self,
                          int                by)
{
  gint64 metric = koyomi_metric_flow_get_focus (self->grid);

  move_to (self, metric, find_tile (self, metric) + by);
}

/* Takes the tile that has the focus off the page; the metric stays. */
void
koyomi_metric_board_remove (KoyomiMetricBoard *self)
{
  g_autoptr(GArray) tiles = g_array_copy (self->tiles);
  int place = find_tile (self, koyomi_metric_flow_get_focus (self->grid));

  if (place < 0 || !koyomi_workspace_can_edit (get_workspace (self)))
    return;

  g_array_remove_index (tiles, place);
  save (self, tiles);
}

/* Returns: 0 for none */
gint64
koyomi_metric_board_get_focus (KoyomiMetricBoard *self)
{
  return koyomi_metric_flow_get_focus (self->grid);
}
