#include "koyomi-ring-chart.h"

#include "koyomi-figure-private.h"
#include "koyomi-value-axis.h"

#include <math.h>

#define M (&koyomi_figure_measures)

typedef struct
{
  char       *name;
  double      part;
  double      whole;
  gboolean    is_now;
  KoyomiRect  cell;
} Ring;

struct _KoyomiRingChart
{
  KoyomiFigure  parent_instance;

  GArray       *rings;   /* (element-type Ring) */
};

G_DEFINE_FINAL_TYPE (KoyomiRingChart, koyomi_ring_chart, KOYOMI_TYPE_FIGURE)

static Ring *
get_ring (KoyomiRingChart *self,
          guint            index)
{
  return &g_array_index (self->rings, Ring, index);
}

static void
clear_ring (Ring *self)
{
  g_free (self->name);
}

static void
koyomi_ring_chart_finalize (GObject *object)
{
  g_array_unref (KOYOMI_RING_CHART (object)->rings);

  G_OBJECT_CLASS (koyomi_ring_chart_parent_class)->finalize (object);
}

/* NAN where there is no whole. */
static double
get_share (const Ring *ring)
{
  return ring->whole > 0 ? ring->part / ring->whole : NAN;
}

/* Nothing is rounded up to all, nor anything down to nothing. */
static char *
dup_percentage (const Ring *ring)
{
  double percent = 100 * get_share (ring);

  if (percent < 100 && percent > 99)
    percent = 99;
  else if (percent > 0 && percent < 1)
    percent = 1;

  return koyomi_value_format (percent, 0, "%");
}

static char *
dup_detail (KoyomiRingChart *self,
            const Ring      *ring)
{
  g_autofree char *part = koyomi_value_format (ring->part, 1, "");
  g_autofree char *whole = koyomi_value_format (ring->whole, 1, "");

  return g_strdup_printf (koyomi_trc (koyomi_figure_get_language (KOYOMI_FIGURE (self)), "part of a whole", "%1$s of %2$s"), part, whole);
}

static char *
describe (KoyomiRingChart *self,
          const Ring      *ring)
{
  g_autofree char *detail = dup_detail (self, ring);
  g_autofree char *percentage = dup_percentage (ring);

  return g_strdup_printf (koyomi_trc (koyomi_figure_get_language (KOYOMI_FIGURE (self)), "read out: month or cause, name, value", "%s, %s: %s"),
                          ring->name, detail, percentage);
}

static guint
count_across (KoyomiRingChart *self,
              double           width,
              double           scale)
{
  guint most = MAX ((width - 2 * M->margin * scale) / (M->ring_cell * scale), 1);

  return CLAMP (most, 1, MAX (self->rings->len, 1));
}

static double
get_cell_width (KoyomiRingChart *self,
                double           width,
                double           scale)
{
  return MIN ((width - 2 * M->margin * scale) / count_across (self, width, scale), 1.6 * M->ring_cell * scale);
}

/* Of a ring with its texts. */
static double
get_cell_height (KoyomiRingChart *self,
                 double           width,
                 double           scale)
{
  KoyomiChartText *text = _koyomi_figure_get_text (KOYOMI_FIGURE (self));
  double names = 0;

  for (guint i = 0; i < self->rings->len; i++)
    names = MAX (names, koyomi_chart_text_wrap (text, get_ring (self, i)->name, M->text * scale,
                                                MAX (get_cell_width (self, width, scale) - M->gap * scale, 1), KOYOMI_CHART_TEXT_BOLD));

  return (M->ring + M->line + 2 * M->padding) * scale + names;
}

static double
measure (KoyomiFigure *figure,
         double        width,
         double        scale)
{
  KoyomiRingChart *self = KOYOMI_RING_CHART (figure);
  guint across = count_across (self, width, scale);
  guint down = (self->rings->len + across - 1) / across;

  return _koyomi_figure_get_head (figure, width, scale) + MAX (down, 1) * get_cell_height (self, width, scale) + M->margin * scale;
}

static void
place (KoyomiFigure            *figure,
       const KoyomiFigureSpace *space)
{
  KoyomiRingChart *self = KOYOMI_RING_CHART (figure);
  guint across = count_across (self, space->width, space->scale);
  double width = get_cell_width (self, space->width, space->scale);
  double height = get_cell_height (self, space->width, space->scale);
  double top = _koyomi_figure_get_head (figure, space->width, space->scale);

  for (guint i = 0; i < self->rings->len; i++)
    {
      Ring *ring = get_ring (self, i);

      ring->cell = (KoyomiRect) { M->margin * space->scale + i % across * width, top + i / across * height, width, height };
      _koyomi_figure_add_region (figure, ring->cell, ring->cell, i, 0, describe (self, ring));
    }
}

/* What is whole is green, and has a tick; else as blue as what is drawn first everywhere. */
static KoyomiColour
get_colour (const Ring  *ring,
            KoyomiBrush *brush)
{
  if (get_share (ring) >= 1)
    return koyomi_figure_style_get_status (brush->palette, KOYOMI_METRIC_ON_TARGET)->strong;

  return koyomi_figure_style_get_tone (brush->palette, 0)->fill;
}

static void
paint_arc (const Ring  *ring,
           KoyomiBrush *brush,
           double       x,
           double       y)
{
  double radius = (M->ring - M->ring_width) * brush->unit / 2;
  double share = get_share (ring);

  cairo_set_line_width (brush->cr, M->ring_width * brush->unit);
  cairo_new_path (brush->cr);
  cairo_arc (brush->cr, x, y, radius, 0, 2 * G_PI);
  _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_PILL);
  cairo_stroke (brush->cr);
  if (isnan (share) || share <= 0)
    return;

  cairo_arc (brush->cr, x, y, radius, -G_PI / 2, -G_PI / 2 + 2 * G_PI * MIN (share, 1));
  _koyomi_brush_set_rgb (brush, get_colour (ring, brush));
  cairo_stroke (brush->cr);
}

static void
paint_ring (KoyomiRingChart *self,
            KoyomiBrush     *brush,
            const Ring      *ring)
{
  double side = M->ring * brush->unit, line = M->line * brush->unit;
  double x = ring->cell.x + ring->cell.width / 2, y = ring->cell.y + side / 2;
  g_autofree char *percentage = dup_percentage (ring);
  g_autofree char *detail = dup_detail (self, ring);
  KoyomiRect rect = { ring->cell.x + M->gap * brush->unit / 2, ring->cell.y + side + M->padding * brush->unit,
                      MAX (ring->cell.width - M->gap * brush->unit, 1), line };

  paint_arc (ring, brush, x, y);
  if (get_share (ring) >= 1)
    _koyomi_status_paint (KOYOMI_METRIC_ON_TARGET, x, y + 1.25 * M->glyph * brush->unit, M->glyph * brush->unit,
                            koyomi_chart_style_get_colour (brush->palette, KOYOMI_CHART_COLOUR_PAPER), brush);
  _koyomi_brush_show_text (brush, percentage, 1.2 * M->title * brush->unit, (KoyomiRect) { x - side / 2, y - line / 2, side, line },
                           KOYOMI_CHART_TEXT_BOLD | KOYOMI_CHART_TEXT_CENTRED, KOYOMI_CHART_COLOUR_TEXT);
  rect.y += _koyomi_brush_wrap_text (brush, ring->name, M->text * brush->unit, rect,
                                     KOYOMI_CHART_TEXT_CENTRED | (ring->is_now ? KOYOMI_CHART_TEXT_BOLD : 0), KOYOMI_CHART_COLOUR_TEXT);
  _koyomi_brush_show_text (brush, detail, M->small * brush->unit, rect, KOYOMI_CHART_TEXT_CENTRED, KOYOMI_CHART_COLOUR_FAINT_TEXT);
}

static void
paint (KoyomiFigure            *figure,
       const KoyomiFigureSpace *space,
       KoyomiBrush             *brush)
{
  KoyomiRingChart *self = KOYOMI_RING_CHART (figure);

  _koyomi_figure_paint_title (figure, brush, space->width);
  for (guint i = 0; i < self->rings->len; i++)
    paint_ring (self, brush, get_ring (self, i));
}

static KoyomiChartTable *
create_table (KoyomiFigure *figure)
{
  KoyomiRingChart *self = KOYOMI_RING_CHART (figure);
  KoyomiLanguage language = koyomi_figure_get_language (figure);
  KoyomiChartTable *table = koyomi_chart_table_new (koyomi_figure_get_title (figure));

  koyomi_chart_table_add_heading (table, "");
  koyomi_chart_table_add_heading (table, koyomi_trc (language, "part of a whole", "Part"));
  koyomi_chart_table_add_heading (table, koyomi_trc (language, "part of a whole", "Whole"));
  koyomi_chart_table_add_heading (table, koyomi_trc (language, "part of a whole", "Share"));
  for (guint i = 0; i < self->rings->len; i++)
    {
      const Ring *ring = get_ring (self, i);
      guint row = koyomi_chart_table_add_row (table);
      g_autofree char *part = koyomi_value_format (ring->part, 1, "");
      g_autofree char *whole = koyomi_value_format (ring->whole, 1, "");
      g_autofree char *percentage = dup_percentage (ring);

      koyomi_chart_table_set (table, row, 0, ring->name);
      koyomi_chart_table_set (table, row, 1, part);
      koyomi_chart_table_set (table, row, 2, whole);
      koyomi_chart_table_set (table, row, 3, percentage);
    }

  return table;
}

static void
koyomi_ring_chart_class_init (KoyomiRingChartClass *class)
{
  KoyomiFigureClass *figure_class = KOYOMI_FIGURE_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = koyomi_ring_chart_finalize;
  figure_class->measure = measure;
  figure_class->place = place;
  figure_class->paint = paint;
  figure_class->create_table = create_table;
}

static void
koyomi_ring_chart_init (KoyomiRingChart *self)
{
  self->rings = g_array_new (FALSE, TRUE, sizeof (Ring));
  g_array_set_clear_func (self->rings, (GDestroyNotify) clear_ring);
}

KoyomiFigure *
koyomi_ring_chart_new (KoyomiLanguage  language,
                       const char     *title)
{
  KoyomiFigure *self = g_object_new (KOYOMI_TYPE_RING_CHART, NULL);

  _koyomi_figure_set_up (self, language, title);

  return self;
}

/**
 * koyomi_ring_chart_add:
 * @whole: 0 where there is nothing to be done
 * @is_now: what the present time belongs to stands out
 */
void
koyomi_ring_chart_add (KoyomiRingChart *self,
                       const char      *name,
                       double           part,
                       double           whole,
                       gboolean         is_now)
{
  Ring ring = { .name = g_strdup (name), .part = part, .whole = whole, .is_now = is_now };

  g_return_if_fail (KOYOMI_IS_RING_CHART (self));

  g_array_append_val (self->rings, ring);
}
