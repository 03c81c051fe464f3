#include "koyomi-metric-tile.h"

#include "koyomi-figure-view.h"
#include "koyomi-metric-edit.h"
#include "koyomi-text-field.h"

struct _KoyomiMetricTile
{
  GtkFlowBoxChild   parent_instance;

  KoyomiWorkspace  *workspace;
  KoyomiFigureView *card;
  KoyomiTextField  *comment;     /* NULL where there is none */
  gint64            metric;
  KoyomiFiscalYear  year;
  int               quarter;
};

enum
{
  SIGNAL_COLUMN_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiMetricTile, koyomi_metric_tile, GTK_TYPE_FLOW_BOX_CHILD)

static void
column_cb (KoyomiMetricTile *self,
           guint             series,
           guint             column)
{
  g_signal_emit (self, signals[SIGNAL_COLUMN_ACTIVATED], 0, column);
}

static gboolean
comment_cb (KoyomiMetricTile *self,
            const char       *text)
{
  g_autoptr(GError) error = NULL;

  if (koyomi_session_comment_metric (koyomi_workspace_get_session (self->workspace), self->metric, self->year, self->quarter, text,
                                     koyomi_workspace_get_language (self->workspace), &error))
    return TRUE;

  koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, N_("The comment was not saved")), error);

  return FALSE;
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  koyomi_figure_view_copy (KOYOMI_METRIC_TILE (widget)->card);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiMetricTile *self = KOYOMI_METRIC_TILE (widget);

  koyomi_figure_view_show_menu (self->card, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
}

static void
koyomi_metric_tile_dispose (GObject *object)
{
  g_clear_object (&KOYOMI_METRIC_TILE (object)->workspace);

  G_OBJECT_CLASS (koyomi_metric_tile_parent_class)->dispose (object);
}

static void
koyomi_metric_tile_class_init (KoyomiMetricTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_metric_tile_dispose;

  signals[SIGNAL_COLUMN_ACTIVATED] = g_signal_new ("column-activated", KOYOMI_TYPE_METRIC_TILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                   G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_install_action (widget_class, "tile.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "tile.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "tile.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "tile.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "tile.menu", NULL);
  /* The flow box would take these for itself. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK, "metric.move-earlier", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK, "metric.move-later", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "metric.remove-tile", NULL);
}

static void
koyomi_metric_tile_init (KoyomiMetricTile *self)
{
}

static void
add_comment (KoyomiMetricTile *self,
             GtkWidget        *box)
{
  self->comment = KOYOMI_TEXT_FIELD (koyomi_text_field_new (koyomi_workspace_tr (self->workspace, N_("Comment on the quarter"))));
  koyomi_text_field_hide_caption (self->comment);
  koyomi_text_field_set_placeholder (self->comment, koyomi_workspace_tr (self->workspace, N_("What is there to say?")));
  gtk_widget_set_sensitive (GTK_WIDGET (self->comment), koyomi_workspace_can_edit (self->workspace));
  g_signal_connect_object (self->comment, "commit", G_CALLBACK (comment_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "flush", G_CALLBACK (koyomi_text_field_commit), self->comment, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->comment));
}

GtkWidget *
koyomi_metric_tile_new (KoyomiWorkspace *workspace,
                        gboolean         has_comment)
{
  KoyomiMetricTile *self = g_object_new (KOYOMI_TYPE_METRIC_TILE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->workspace = g_object_ref (workspace);
  self->card = KOYOMI_FIGURE_VIEW (koyomi_figure_view_new (workspace, koyomi_workspace_tr (workspace, N_("KPI"))));
  gtk_widget_set_focusable (GTK_WIDGET (self->card), FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->card), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->card));
  g_signal_connect_object (self->card, "activated", G_CALLBACK (column_cb), self, G_CONNECT_SWAPPED);
  if (has_comment)
    add_comment (self, box);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "koyomi-tile");

  return GTK_WIDGET (self);
}

void
koyomi_metric_tile_show (KoyomiMetricTile       *self,
                         const KoyomiMetricLine *line)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  const KoyomiMetricResult *result = line->result;
  g_autofree char *name = koyomi_metric_line_describe (line, language);
  const char *comment = result->comment != NULL ? koyomi_record_get_text (result->comment, KOYOMI_METRIC_COMMENT_TEXT) : "";

  self->metric = koyomi_record_get_id (result->metric);
  self->year = result->year;
  self->quarter = result->quarter;
  koyomi_figure_view_take (self->card, koyomi_metric_line_create_card (line, language));
  if (self->comment != NULL)
    {
      koyomi_text_field_show (self->comment, comment);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->comment), comment);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

gint64
koyomi_metric_tile_get_metric (KoyomiMetricTile *self)
{
  return self->metric;
}
