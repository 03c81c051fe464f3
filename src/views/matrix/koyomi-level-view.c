#include "koyomi-level-view.h"

#include "koyomi-chart-look.h"
#include "koyomi-level-boxes.h"

#include <math.h>

/* Of a box, where texts have their usual size. */
#define SIDE 12

struct _KoyomiLevelView
{
  GtkWidget parent_instance;

  int       as_is;
  int       to_be;
};

G_DEFINE_FINAL_TYPE (KoyomiLevelView, koyomi_level_view, GTK_TYPE_WIDGET)

static void
koyomi_level_view_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  double side = SIDE * koyomi_chart_look_get_scale (widget);

  *minimum = *natural = (int) ceil (orientation == GTK_ORIENTATION_HORIZONTAL ? koyomi_level_boxes_get_width (side) : side);
}

static void
koyomi_level_view_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  KoyomiLevelView *self = KOYOMI_LEVEL_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (-1, -1, width + 2, height + 2));

  koyomi_level_boxes_paint ((KoyomiRect) { 0, 0, width, height }, self->as_is, self->to_be, koyomi_chart_look_get_palette (), cr);
  cairo_destroy (cr);
}

static void
koyomi_level_view_class_init (KoyomiLevelViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = koyomi_level_view_measure;
  widget_class->snapshot = koyomi_level_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
koyomi_level_view_init (KoyomiLevelView *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  koyomi_chart_look_watch (GTK_WIDGET (self));
}

GtkWidget *
koyomi_level_view_new (void)
{
  return g_object_new (KOYOMI_TYPE_LEVEL_VIEW, NULL);
}

/* Levels below 1 are none. */
void
koyomi_level_view_show (KoyomiLevelView *self,
                        int              as_is,
                        int              to_be)
{
  g_return_if_fail (KOYOMI_IS_LEVEL_VIEW (self));

  self->as_is = as_is;
  self->to_be = to_be;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
