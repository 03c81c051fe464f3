#include "koyomi-incident-card-view.h"

#include "koyomi-incident-face.h"

struct _KoyomiIncidentCardView
{
  GtkWidget             parent_instance;

  KoyomiIncidentSheet  *sheet;
  KoyomiIncidentPlace   place;
  gint64                incident;
  gboolean              is_lifted;
  gboolean              is_selected;
};

G_DEFINE_FINAL_TYPE (KoyomiIncidentCardView, koyomi_incident_card_view, GTK_TYPE_WIDGET)

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_grab_focus (widget);
  gtk_widget_activate_action (widget, "incident.open", NULL);
}

/* Whoever gives the card the focus selects it. */
static gboolean
koyomi_incident_card_view_grab_focus (GtkWidget *widget)
{
  KoyomiIncidentCardView *self = KOYOMI_INCIDENT_CARD_VIEW (widget);

  if (!GTK_WIDGET_CLASS (koyomi_incident_card_view_parent_class)->grab_focus (widget))
    return FALSE;

  koyomi_incident_sheet_select (self->sheet, self->incident);

  return TRUE;
}

static void
koyomi_incident_card_view_measure (GtkWidget      *widget,
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
koyomi_incident_card_view_snapshot (GtkWidget   *widget,
                                    GtkSnapshot *snapshot)
{
  KoyomiIncidentCardView *self = KOYOMI_INCIDENT_CARD_VIEW (widget);
  const KoyomiIncidentCard *card = koyomi_incident_order_get_card (koyomi_incident_sheet_get_order (self->sheet), self->place);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_auto(KoyomiIncidentFace) face = { 0 };
  cairo_t *cr;

  if (card == NULL || width <= 0 || height <= 0)
    return;

  koyomi_incident_face_init (&face, card, koyomi_incident_sheet_get_now (self->sheet), koyomi_incident_sheet_get_language (self->sheet));
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  koyomi_card_chart_paint (koyomi_incident_sheet_get_chart (self->sheet), &face.face,
                           (self->is_selected ? KOYOMI_CARD_SELECTED : 0) | (self->is_lifted ? KOYOMI_CARD_LIFTED : 0),
                           (KoyomiRect) { 0, 0, width, height }, cr);
  cairo_destroy (cr);
}

static void
koyomi_incident_card_view_dispose (GObject *object)
{
  g_clear_object (&KOYOMI_INCIDENT_CARD_VIEW (object)->sheet);

  G_OBJECT_CLASS (koyomi_incident_card_view_parent_class)->dispose (object);
}

static void
koyomi_incident_card_view_class_init (KoyomiIncidentCardViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_incident_card_view_dispose;
  widget_class->grab_focus = koyomi_incident_card_view_grab_focus;
  widget_class->measure = koyomi_incident_card_view_measure;
  widget_class->snapshot = koyomi_incident_card_view_snapshot;

  gtk_widget_class_install_action (widget_class, "card.open", NULL, open_action);
  gtk_widget_class_set_css_name (widget_class, "incident");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
koyomi_incident_card_view_init (KoyomiIncidentCardView *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
koyomi_incident_card_view_new (KoyomiIncidentSheet *sheet)
{
  KoyomiIncidentCardView *self = g_object_new (KOYOMI_TYPE_INCIDENT_CARD_VIEW, NULL);

  self->sheet = g_object_ref (sheet);

  return GTK_WIDGET (self);
}

gint64
koyomi_incident_card_view_get_incident (KoyomiIncidentCardView *self)
{
  return self->incident;
}

/* Makes the widget stand for another card, or the same one with what stands on it now. */
void
koyomi_incident_card_view_bind (KoyomiIncidentCardView *self,
                                KoyomiIncidentPlace     place)
{
  const KoyomiIncidentCard *card = koyomi_incident_order_get_card (koyomi_incident_sheet_get_order (self->sheet), place);
  g_autofree char *name = koyomi_incident_describe (card, koyomi_incident_sheet_get_now (self->sheet),
                                                    koyomi_incident_sheet_get_language (self->sheet));

  self->place = place;
  self->incident = card->id;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  koyomi_incident_card_view_update (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* @lifted: it is being dragged */
void
koyomi_incident_card_view_set_lifted (KoyomiIncidentCardView *self,
                                      gboolean                lifted)
{
  if (self->is_lifted == lifted)
    return;

  self->is_lifted = lifted;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Shows whether it is selected. */
void
koyomi_incident_card_view_update (KoyomiIncidentCardView *self)
{
  gboolean is_selected = koyomi_incident_sheet_get_selected (self->sheet) == self->incident;

  if (self->is_selected == is_selected)
    return;

  self->is_selected = is_selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, is_selected, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
