#include "koyomi-radar-figure.h"

#include "koyomi-figure-private.h"
#include "koyomi-radar-layout.h"
#include "koyomi-value-axis.h"

#include <math.h>

/* Of the width, so that names stand around it; no higher than it need be. */
#define HEIGHT_SHARE 0.85
#define MOST_HEIGHT 340

struct _KoyomiRadarFigure
{
  KoyomiFigure       parent_instance;

  KoyomiRadar       *radar;
  KoyomiRadarLayout *layout;   /* NULL until it is placed */
};

G_DEFINE_FINAL_TYPE (KoyomiRadarFigure, koyomi_radar_figure, KOYOMI_TYPE_FIGURE)

static void
koyomi_radar_figure_finalize (GObject *object)
{
  KoyomiRadarFigure *self = KOYOMI_RADAR_FIGURE (object);

  g_clear_pointer (&self->layout, koyomi_radar_layout_free);
  g_clear_pointer (&self->radar, koyomi_radar_free);

  G_OBJECT_CLASS (koyomi_radar_figure_parent_class)->finalize (object);
}

static double
measure (KoyomiFigure *figure,
         double        width,
         double        scale)
{
  return _koyomi_figure_get_head (figure, width, scale) + MIN (HEIGHT_SHARE * width, MOST_HEIGHT * scale);
}

/* “A Operations, now: 2.5, goal: 4.0”; what is not known is left out. */
static char *
describe (const KoyomiRadar     *radar,
          const KoyomiRadarAxis *axis)
{
  GString *text = g_string_new (axis->code);

  g_string_append_printf (text, "%s%s", *axis->code != '\0' ? " " : "", axis->name);
  for (int i = KOYOMI_N_SERIES - 1; i >= 0; i--)
    if (!isnan (axis->values[i]))
      {
        g_autofree char *value = koyomi_value_format (axis->values[i], 1, "");
        g_autofree char *part = g_strdup_printf (koyomi_trc (radar->language, "read out: name, value", "%s: %s"), radar->names[i], value);

        g_string_append_printf (text, ", %s", part);
      }

  return g_string_free (text, FALSE);
}

/* The pointer means the axis whose name is nearest. */
static void
place (KoyomiFigure            *figure,
       const KoyomiFigureSpace *space)
{
  KoyomiRadarFigure *self = KOYOMI_RADAR_FIGURE (figure);
  double head = _koyomi_figure_get_head (figure, space->width, space->scale);
  KoyomiRect whole = { 0, head, space->width, MAX (space->height - head, 1) };

  g_clear_pointer (&self->layout, koyomi_radar_layout_free);
  self->layout = koyomi_radar_layout_new (self->radar, whole.width, whole.height, space->scale);
  for (guint i = 0; i < self->layout->spokes->len; i++)
    {
      KoyomiRect name = g_array_index (self->layout->spokes, KoyomiRadarSpoke, i).label;

      name.y += head;
      _koyomi_figure_add_region (figure, name, whole, i, 0, describe (self->radar, &g_array_index (self->radar->axes, KoyomiRadarAxis, i)));
    }
}

static void
paint (KoyomiFigure            *figure,
       const KoyomiFigureSpace *space,
       KoyomiBrush             *brush)
{
  _koyomi_figure_paint_title (figure, brush, space->width);
  cairo_translate (brush->cr, 0, _koyomi_figure_get_head (figure, space->width, space->scale));
  koyomi_radar_paint (KOYOMI_RADAR_FIGURE (figure)->layout, brush->palette, brush->cr);
}

static KoyomiChartTable *
create_table (KoyomiFigure *figure)
{
  return koyomi_radar_create_table (KOYOMI_RADAR_FIGURE (figure)->radar, koyomi_figure_get_title (figure));
}

static void
koyomi_radar_figure_class_init (KoyomiRadarFigureClass *class)
{
  KoyomiFigureClass *figure_class = KOYOMI_FIGURE_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = koyomi_radar_figure_finalize;
  figure_class->measure = measure;
  figure_class->place = place;
  figure_class->paint = paint;
  figure_class->create_table = create_table;
}

static void
koyomi_radar_figure_init (KoyomiRadarFigure *self)
{
}

/**
 * koyomi_radar_figure_new:
 * @title: may be "" where what is around it says so
 * @radar: (transfer full)
 */
KoyomiFigure *
koyomi_radar_figure_new (const char  *title,
                         KoyomiRadar *radar)
{
  KoyomiRadarFigure *self = g_object_new (KOYOMI_TYPE_RADAR_FIGURE, NULL);

  self->radar = radar;
  _koyomi_figure_set_up (KOYOMI_FIGURE (self), radar->language, title);

  return KOYOMI_FIGURE (self);
}
