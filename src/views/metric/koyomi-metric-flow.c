#include "koyomi-metric-flow.h"

#include "koyomi-focus.h"
#include "koyomi-metric-tile.h"

struct _KoyomiMetricFlow
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  GtkWidget       *box;
  GPtrArray       *tiles;           /* (element-type KoyomiMetricTile): not owned */
  GPtrArray       *lines;           /* (element-type KoyomiMetricLine): what they show; not owned */
  gboolean         has_comments;
};

G_DEFINE_FINAL_TYPE (KoyomiMetricFlow, koyomi_metric_flow, GTK_TYPE_WIDGET)

static void
opened_cb (KoyomiMetricFlow *self,
           GtkFlowBoxChild  *child)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "metric.open", "x", koyomi_metric_tile_get_metric (KOYOMI_METRIC_TILE (child)));
}

static void
column_cb (KoyomiMetricFlow *self,
           guint             column,
           KoyomiMetricTile *tile)
{
  int index = gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (tile));
  const KoyomiMetricLine *line = g_ptr_array_index (self->lines, index);
  const KoyomiMetricPoint *point = &g_array_index (line->points, KoyomiMetricPoint, column);

  gtk_widget_activate_action (GTK_WIDGET (self), "metric.rows", "(xuu)", koyomi_metric_tile_get_metric (tile), point->first_day,
                              point->last_day);
}

/* So that the arrow keys go on from there: the flow box knows nothing of gtk_widget_grab_focus(). */
static gboolean
enter_tile (GtkWidget *tile)
{
  GtkRoot *root = gtk_widget_get_root (tile);

  return (root != NULL && gtk_root_get_focus (root) == tile) || gtk_widget_child_focus (tile, GTK_DIR_TAB_FORWARD);
}

static gboolean
koyomi_metric_flow_grab_focus (GtkWidget *widget)
{
  KoyomiMetricFlow *self = KOYOMI_METRIC_FLOW (widget);

  return self->tiles->len > 0 && enter_tile (g_ptr_array_index (self->tiles, 0));
}

static void
koyomi_metric_flow_dispose (GObject *object)
{
  KoyomiMetricFlow *self = KOYOMI_METRIC_FLOW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_metric_flow_parent_class)->dispose (object);
}

static void
koyomi_metric_flow_finalize (GObject *object)
{
  g_ptr_array_unref (KOYOMI_METRIC_FLOW (object)->tiles);
  g_ptr_array_unref (KOYOMI_METRIC_FLOW (object)->lines);

  G_OBJECT_CLASS (koyomi_metric_flow_parent_class)->finalize (object);
}

static void
koyomi_metric_flow_class_init (KoyomiMetricFlowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_metric_flow_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_metric_flow_finalize;
  widget_class->focus = koyomi_focus_move;
  widget_class->grab_focus = koyomi_metric_flow_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_metric_flow_init (KoyomiMetricFlow *self)
{
  self->tiles = g_ptr_array_new ();
  self->lines = g_ptr_array_new ();
}

/* @name: for a screen reader */
GtkWidget *
koyomi_metric_flow_new (KoyomiWorkspace *workspace,
                        const char      *name,
                        gboolean         has_comments)
{
  KoyomiMetricFlow *self = g_object_new (KOYOMI_TYPE_METRIC_FLOW, NULL);

  self->workspace = g_object_ref (workspace);
  self->has_comments = has_comments;
  self->box = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->box), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->box), TRUE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->box), 1);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->box), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->box), 6);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->box), 6);
  gtk_widget_set_valign (self->box, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (self->box, "child-activated", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

static void
add_tile (KoyomiMetricFlow *self)
{
  GtkWidget *tile = koyomi_metric_tile_new (self->workspace, self->has_comments);

  g_signal_connect_object (tile, "column-activated", G_CALLBACK (column_cb), self, G_CONNECT_SWAPPED);
  gtk_flow_box_append (GTK_FLOW_BOX (self->box), tile);
  g_ptr_array_add (self->tiles, tile);
}

/* @lines: (element-type KoyomiMetricLine): they must stay until others are shown */
void
koyomi_metric_flow_show (KoyomiMetricFlow *self,
                         GPtrArray        *lines)
{
  g_return_if_fail (KOYOMI_IS_METRIC_FLOW (self));

  while (self->tiles->len < lines->len)
    add_tile (self);
  while (self->tiles->len > lines->len)
    {
      gtk_flow_box_remove (GTK_FLOW_BOX (self->box), g_ptr_array_index (self->tiles, self->tiles->len - 1));
      g_ptr_array_set_size (self->tiles, self->tiles->len - 1);
    }

  g_ptr_array_set_size (self->lines, 0);
  for (guint i = 0; i < lines->len; i++)
    {
      g_ptr_array_add (self->lines, g_ptr_array_index (lines, i));
      koyomi_metric_tile_show (g_ptr_array_index (self->tiles, i), g_ptr_array_index (lines, i));
    }
}

/* Gives the focus to the card of a metric. Returns: FALSE where there is none */
gboolean
koyomi_metric_flow_go_to (KoyomiMetricFlow *self,
                          gint64            metric)
{
  for (guint i = 0; i < self->tiles->len; i++)
    if (koyomi_metric_tile_get_metric (g_ptr_array_index (self->tiles, i)) == metric)
      return enter_tile (g_ptr_array_index (self->tiles, i));

  return FALSE;
}

/* Returns: the metric whose card has the focus; 0 for none */
gint64
koyomi_metric_flow_get_focus (KoyomiMetricFlow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *tile = focus != NULL ? gtk_widget_get_ancestor (focus, KOYOMI_TYPE_METRIC_TILE) : NULL;

  return tile != NULL && gtk_widget_is_ancestor (tile, GTK_WIDGET (self)) ? koyomi_metric_tile_get_metric (KOYOMI_METRIC_TILE (tile)) : 0;
}

/* Returns: (transfer none): where the cards lie, for whoever lets them be dragged */
GtkWidget *
koyomi_metric_flow_get_box (KoyomiMetricFlow *self)
{
  return self->box;
}
