#include "koyomi-incident-heads.h"

#include <math.h>

#define M (&koyomi_board_measures)

struct _KoyomiIncidentHeads
{
  GtkWidget             parent_instance;

  KoyomiIncidentCards  *cards;
  KoyomiIncidentSheet  *sheet;
};

G_DEFINE_FINAL_TYPE (KoyomiIncidentHeads, koyomi_incident_heads, GTK_TYPE_WIDGET)

static void
remove_children (KoyomiIncidentHeads *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static GtkWidget *
make_name (KoyomiIncidentHeads        *self,
           const KoyomiIncidentColumn *column)
{
  g_autofree char *escaped = g_markup_escape_text (column->name, -1);
  g_autofree char *markup = g_strdup_printf ("<b>%s</b> <span alpha=\"70%%\">%u</span>", escaped, column->n_cards);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);

  return label;
}

/* Unfolds what is folded up. */
static GtkWidget *
make_strip (KoyomiIncidentHeads        *self,
            const KoyomiIncidentColumn *column)
{
  KoyomiLanguage language = koyomi_incident_sheet_get_language (self->sheet);
  g_autofree char *count = g_strdup_printf ("%u", column->n_cards);
  g_autofree char *name = g_strdup_printf (koyomi_ntr (language, "Show %u that has ended", "Show %u that have ended", column->n_cards),
                                           column->n_cards);
  GtkWidget *button = gtk_button_new_with_label (count);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), "incident.show::all");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "koyomi-strip");

  return button;
}

static void
update (KoyomiIncidentHeads *self)
{
  const KoyomiIncidentOrder *order = koyomi_incident_sheet_get_order (self->sheet);

  remove_children (self);
  for (guint i = 0; i < order->columns->len; i++)
    {
      const KoyomiIncidentColumn *column = &g_array_index (order->columns, KoyomiIncidentColumn, i);

      gtk_widget_set_parent (column->is_folded ? make_strip (self, column) : make_name (self, column), GTK_WIDGET (self));
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
koyomi_incident_heads_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  KoyomiIncidentHeads *self = KOYOMI_INCIDENT_HEADS (widget);

  *minimum = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = koyomi_card_chart_get_size (koyomi_incident_sheet_get_chart (self->sheet), M->head);
  *natural = *minimum;
}

/* Puts each name above its column: also right after the cards below have got another size, when this is laid out already. */
static void
place_children (KoyomiIncidentHeads *self)
{
  const KoyomiIncidentLayout *layout = koyomi_incident_sheet_get_layout (self->sheet);
  double offset = round (gtk_adjustment_get_value (koyomi_incident_cards_get_across (self->cards)));
  int top = koyomi_card_chart_get_size (koyomi_incident_sheet_get_chart (self->sheet), M->head_margin);
  int height = gtk_widget_get_height (GTK_WIDGET (self)) - top;
  guint index = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child), index++)
    {
      KoyomiRect rect = { 0, 0, 1, 0 };
      double inset = 0;

      if (layout != NULL && index < layout->columns->len)
        rect = koyomi_incident_layout_get_column (layout, index);
      if (layout != NULL && GTK_IS_LABEL (child))
        inset = 2 * layout->inset;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation) { rect.x - offset + inset, top, MAX (rect.width - 2 * inset, 1), height }, -1);
    }
}

static void
koyomi_incident_heads_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  place_children (KOYOMI_INCIDENT_HEADS (widget));
}

static void
cards_moved_cb (KoyomiIncidentHeads *self)
{
  if (gtk_widget_get_height (GTK_WIDGET (self)) <= 0)
    return;

  place_children (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What lies behind the cards begins here, unless lanes part it from them. */
static void
paint_ground (KoyomiIncidentHeads        *self,
              const KoyomiIncidentLayout *layout,
              cairo_t                    *cr)
{
  const KoyomiCardChart *chart = koyomi_incident_sheet_get_chart (self->sheet);
  double offset = round (gtk_adjustment_get_value (koyomi_incident_cards_get_across (self->cards)));
  double top = koyomi_card_chart_get_size (chart, M->head_margin);
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - top;

  for (guint i = 0; i < layout->columns->len; i++)
    {
      KoyomiRect rect = koyomi_incident_layout_get_column (layout, i);

      koyomi_card_chart_paint_column (chart, koyomi_incident_cards_get_target (self->cards) == (int) i,
                                      (KoyomiRect) { rect.x - offset, top, rect.width, layout->heading > 0 ? height : 2 * height }, cr);
    }
}

static void
koyomi_incident_heads_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  KoyomiIncidentHeads *self = KOYOMI_INCIDENT_HEADS (widget);
  const KoyomiIncidentLayout *layout = koyomi_incident_sheet_get_layout (self->sheet);
  cairo_t *cr;

  if (layout != NULL)
    {
      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
      paint_ground (self, layout, cr);
      cairo_destroy (cr);
    }
  GTK_WIDGET_CLASS (koyomi_incident_heads_parent_class)->snapshot (widget, snapshot);
}

static void
koyomi_incident_heads_dispose (GObject *object)
{
  KoyomiIncidentHeads *self = KOYOMI_INCIDENT_HEADS (object);

  remove_children (self);
  g_clear_object (&self->cards);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (koyomi_incident_heads_parent_class)->dispose (object);
}

static void
koyomi_incident_heads_class_init (KoyomiIncidentHeadsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_incident_heads_dispose;
  widget_class->measure = koyomi_incident_heads_measure;
  widget_class->size_allocate = koyomi_incident_heads_size_allocate;
  widget_class->snapshot = koyomi_incident_heads_snapshot;
  gtk_widget_class_set_css_name (widget_class, "heads");
}

static void
koyomi_incident_heads_init (KoyomiIncidentHeads *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
koyomi_incident_heads_new (KoyomiIncidentCards *cards)
{
  KoyomiIncidentHeads *self = g_object_new (KOYOMI_TYPE_INCIDENT_HEADS, NULL);

  self->cards = g_object_ref (cards);
  self->sheet = g_object_ref (koyomi_incident_cards_get_sheet (cards));
  g_signal_connect_object (self->sheet, "lines", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "layout", G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cards, "target-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (koyomi_incident_cards_get_across (cards), "value-changed", G_CALLBACK (cards_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (koyomi_incident_cards_get_across (cards), "changed", G_CALLBACK (cards_moved_cb), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
