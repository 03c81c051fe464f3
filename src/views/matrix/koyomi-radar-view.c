#include "koyomi-radar-view.h"

#include "koyomi-chart-look.h"
#include "koyomi-radar-layout.h"

#include <math.h>

/* Where texts have their usual size. */
#define LEAST_SIDE 260
#define CORNER 12

/* Of the line on the axis that is marked. */
#define MARK_WIDTH 3

struct _KoyomiRadarView
{
  GtkWidget          parent_instance;

  KoyomiRadar       *radar;     /* NULL until there is something to show */
  KoyomiRadarLayout *layout;    /* NULL until there is a size */
  int                marked;    /* an axis; -1 for none */
};

enum
{
  SIGNAL_AXIS_PRESSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiRadarView, koyomi_radar_view, GTK_TYPE_WIDGET)

static void
lay_out (KoyomiRadarView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  g_clear_pointer (&self->layout, koyomi_radar_layout_free);
  if (self->radar != NULL && width > 0 && height > 0)
    self->layout = koyomi_radar_layout_new (self->radar, width, height, koyomi_chart_look_get_scale (widget));
}

static void
koyomi_radar_view_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = LEAST_SIDE;
  *natural = (int) (2 * LEAST_SIDE * koyomi_chart_look_get_scale (widget));
}

static void
koyomi_radar_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  lay_out (KOYOMI_RADAR_VIEW (widget));
}

static GdkRGBA
get_colour (KoyomiChartPalette palette,
            KoyomiChartColour  colour)
{
  KoyomiColour value = koyomi_chart_style_get_colour (palette, colour);

  return (GdkRGBA) { (value >> 16 & 0xff) / 255.0f, (value >> 8 & 0xff) / 255.0f, (value & 0xff) / 255.0f, 1 };
}

/* The axis that is chosen in the table beside the chart. */
static void
paint_mark (KoyomiRadarView    *self,
            KoyomiChartPalette  palette,
            cairo_t            *cr)
{
  GdkRGBA colour = get_colour (palette, KOYOMI_CHART_COLOUR_HEAD_NOW_TEXT);
  const KoyomiRadarSpoke *spoke;

  if (self->marked < 0 || self->marked >= (int) self->layout->spokes->len)
    return;

  spoke = &g_array_index (self->layout->spokes, KoyomiRadarSpoke, self->marked);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, MARK_WIDTH);
  cairo_move_to (cr, self->layout->centre.x, self->layout->centre.y);
  cairo_line_to (cr, spoke->tip.x, spoke->tip.y);
  cairo_stroke (cr);
}

static void
koyomi_radar_view_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  KoyomiRadarView *self = KOYOMI_RADAR_VIEW (widget);
  KoyomiChartPalette palette = koyomi_chart_look_get_palette ();
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  GdkRGBA paper = get_colour (palette, KOYOMI_CHART_COLOUR_PAPER);
  GskRoundedRect ground;
  cairo_t *cr;

  gsk_rounded_rect_init_from_rect (&ground, &bounds, CORNER);
  gtk_snapshot_push_rounded_clip (snapshot, &ground);
  gtk_snapshot_append_color (snapshot, &paper, &bounds);
  gtk_snapshot_pop (snapshot);
  if (self->layout == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  paint_mark (self, palette, cr);
  koyomi_radar_paint (self->layout, palette, cr);
  cairo_destroy (cr);
}

/* Returns: the axis with its name and its values, a line each */
static char *
describe (KoyomiRadarView *self,
          guint            axis)
{
  const KoyomiRadarAxis *source = &g_array_index (self->radar->axes, KoyomiRadarAxis, axis);
  g_autoptr(GString) text = g_string_new (source->code);

  if (*source->code != '\0')
    g_string_append_c (text, ' ');
  g_string_append (text, source->name);
  for (int i = KOYOMI_N_SERIES - 1; i >= 0; i--)
    if (!isnan (source->values[i]))
      g_string_append_printf (text, "\n%s: %.1f", self->radar->names[i], source->values[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
koyomi_radar_view_query_tooltip (GtkWidget  *widget,
                                 int         x,
                                 int         y,
                                 gboolean    keyboard_tooltip,
                                 GtkTooltip *tooltip)
{
  KoyomiRadarView *self = KOYOMI_RADAR_VIEW (widget);
  int axis = self->layout != NULL && !keyboard_tooltip ? koyomi_radar_layout_pick (self->layout, x, y) : -1;
  g_autofree char *text = NULL;

  if (axis < 0)
    return FALSE;

  text = describe (self, axis);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { x - 4, y - 4, 8, 8 });

  return TRUE;
}

static void
pressed_cb (KoyomiRadarView *self,
            int              n_press,
            double           x,
            double           y)
{
  int axis = self->layout != NULL ? koyomi_radar_layout_pick (self->layout, x, y) : -1;

  if (axis >= 0)
    g_signal_emit (self, signals[SIGNAL_AXIS_PRESSED], 0, axis);
}

static void
koyomi_radar_view_finalize (GObject *object)
{
  KoyomiRadarView *self = KOYOMI_RADAR_VIEW (object);

  g_clear_pointer (&self->layout, koyomi_radar_layout_free);
  g_clear_pointer (&self->radar, koyomi_radar_free);

  G_OBJECT_CLASS (koyomi_radar_view_parent_class)->finalize (object);
}

static void
koyomi_radar_view_class_init (KoyomiRadarViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = koyomi_radar_view_finalize;
  widget_class->measure = koyomi_radar_view_measure;
  widget_class->size_allocate = koyomi_radar_view_size_allocate;
  widget_class->snapshot = koyomi_radar_view_snapshot;
  widget_class->query_tooltip = koyomi_radar_view_query_tooltip;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  signals[SIGNAL_AXIS_PRESSED] = g_signal_new ("axis-pressed", KOYOMI_TYPE_RADAR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
koyomi_radar_view_init (KoyomiRadarView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->marked = -1;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  koyomi_chart_look_watch (GTK_WIDGET (self));
}

/* @name: for a screen reader */
GtkWidget *
koyomi_radar_view_new (const char *name)
{
  GtkWidget *self = g_object_new (KOYOMI_TYPE_RADAR_VIEW, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return self;
}

/* @radar: (transfer full) */
void
koyomi_radar_view_take (KoyomiRadarView *self,
                        KoyomiRadar     *radar)
{
  g_return_if_fail (KOYOMI_IS_RADAR_VIEW (self));

  g_clear_pointer (&self->layout, koyomi_radar_layout_free);
  g_clear_pointer (&self->radar, koyomi_radar_free);
  self->radar = radar;
  lay_out (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* @axis: -1 for none */
void
koyomi_radar_view_mark (KoyomiRadarView *self,
                        int              axis)
{
  g_return_if_fail (KOYOMI_IS_RADAR_VIEW (self));

  self->marked = axis;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
