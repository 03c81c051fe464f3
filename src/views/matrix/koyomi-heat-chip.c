#include "koyomi-heat-chip.h"

#include "koyomi-chart-look.h"

#include <math.h>

/* Where texts have their usual size. */
#define WIDTH 44
#define HEIGHT 20

struct _KoyomiHeatChip
{
  GtkWidget        parent_instance;

  KoyomiChartText *text;
  KoyomiHeatCell   cell;
};

G_DEFINE_FINAL_TYPE (KoyomiHeatChip, koyomi_heat_chip, GTK_TYPE_WIDGET)

static void
koyomi_heat_chip_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = (int) ceil ((orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT) *
                                    koyomi_chart_look_get_scale (widget));
}

static void
koyomi_heat_chip_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  KoyomiHeatChip *self = KOYOMI_HEAT_CHIP (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  koyomi_heat_cell_paint (self->text, &self->cell, (KoyomiRect) { 0, 0, width, height }, koyomi_chart_look_get_scale (widget),
                          koyomi_chart_look_get_palette (), cr);
  cairo_destroy (cr);
}

static void
koyomi_heat_chip_finalize (GObject *object)
{
  KoyomiHeatChip *self = KOYOMI_HEAT_CHIP (object);

  koyomi_chart_text_free (self->text);
  g_free (self->cell.text);

  G_OBJECT_CLASS (koyomi_heat_chip_parent_class)->finalize (object);
}

static void
koyomi_heat_chip_class_init (KoyomiHeatChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = koyomi_heat_chip_finalize;
  widget_class->measure = koyomi_heat_chip_measure;
  widget_class->snapshot = koyomi_heat_chip_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
koyomi_heat_chip_init (KoyomiHeatChip *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  koyomi_chart_look_watch (GTK_WIDGET (self));
}

GtkWidget *
koyomi_heat_chip_new (KoyomiLanguage language)
{
  KoyomiHeatChip *self = g_object_new (KOYOMI_TYPE_HEAT_CHIP, NULL);

  self->text = koyomi_chart_text_new (language);
  self->cell.text = g_strdup ("");

  return GTK_WIDGET (self);
}

void
koyomi_heat_chip_show (KoyomiHeatChip *self,
                       const char     *text,
                       KoyomiHeat      heat,
                       const char     *explanation)
{
  g_autofree char *name = NULL;

  g_return_if_fail (KOYOMI_IS_HEAT_CHIP (self));

  g_free (self->cell.text);
  self->cell = (KoyomiHeatCell) { g_strdup (text), heat };
  name = g_strjoin (*explanation != '\0' ? ", " : "", text, explanation, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), *explanation != '\0' ? explanation : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
