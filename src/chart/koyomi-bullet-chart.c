#include "koyomi-bullet-chart.h"

#include "koyomi-plot-private.h"

#include <math.h>

#define M (&koyomi_figure_measures)

#define MOST_STEPS 5

typedef struct
{
  char               *name;
  double              value;   /* NAN for none */
  guint               decimals;
  char               *unit;
  KoyomiPlotLimits    limits;
  KoyomiMetricStatus  status;
  KoyomiValueAxis     axis;
  double              y;
  double              height;
  KoyomiRect          bar;     /* from one end of the axis to the other */
} Bullet;

struct _KoyomiBulletChart
{
  KoyomiFigure  parent_instance;

  GArray       *bullets;   /* (element-type Bullet) */
  double        name_width;
  double        value_width;
};

G_DEFINE_FINAL_TYPE (KoyomiBulletChart, koyomi_bullet_chart, KOYOMI_TYPE_FIGURE)

static Bullet *
get_bullet (KoyomiBulletChart *self,
            guint              index)
{
  return &g_array_index (self->bullets, Bullet, index);
}

static void
clear_bullet (Bullet *self)
{
  g_free (self->name);
  g_free (self->unit);
}

static void
koyomi_bullet_chart_finalize (GObject *object)
{
  g_array_unref (KOYOMI_BULLET_CHART (object)->bullets);

  G_OBJECT_CLASS (koyomi_bullet_chart_parent_class)->finalize (object);
}

static char *
dup_value (const Bullet *bullet)
{
  return koyomi_value_format (bullet->value, bullet->decimals, bullet->unit);
}

/* From nought, or below, to beyond the value and all limits. A share ends at the whole. */
static KoyomiValueAxis
create_axis (const Bullet *bullet)
{
  double low = MIN (0, isnan (bullet->value) ? 0 : bullet->value), high = MAX (0, isnan (bullet->value) ? 0 : bullet->value);

  for (guint i = 0; i < 4; i++)
    {
      double limit = _koyomi_plot_get_limit (&bullet->limits, i);

      low = isnan (limit) ? low : MIN (low, limit);
      high = isnan (limit) ? high : MAX (high, 1.1 * limit);
    }
  if (g_str_equal (bullet->unit, "%") && bullet->value <= 100 && high > 100 && high <= 110)
    high = 100;

  return koyomi_value_axis_create (low, high, MOST_STEPS, FALSE);
}

static void
place_columns (KoyomiBulletChart *self,
               double             width,
               double             scale)
{
  KoyomiChartText *text = _koyomi_figure_get_text (KOYOMI_FIGURE (self));
  double most = M->bullet_name * width;

  self->name_width = self->value_width = 0;
  for (guint i = 0; i < self->bullets->len; i++)
    {
      g_autofree char *value = dup_value (get_bullet (self, i));

      self->name_width = MAX (self->name_width, koyomi_chart_text_get_width (text, get_bullet (self, i)->name, M->text * scale, 0) + 1);
      self->value_width = MAX (self->value_width, koyomi_chart_text_get_width (text, value, M->text * scale, KOYOMI_CHART_TEXT_BOLD) + 1);
    }
  self->name_width = MIN (self->name_width, most);
  self->value_width += (M->glyph + M->gap) * scale;
}

static double
place_rows (KoyomiBulletChart *self,
            double             width,
            double             scale)
{
  double y = _koyomi_figure_get_head (KOYOMI_FIGURE (self), width, scale);

  place_columns (self, width, scale);
  for (guint i = 0; i < self->bullets->len; i++)
    {
      Bullet *bullet = get_bullet (self, i);
      double left = M->margin * scale + self->name_width + 2 * M->padding * scale;
      double right = width - M->margin * scale - self->value_width - 2 * M->padding * scale;

      bullet->axis = create_axis (bullet);
      bullet->y = y;
      bullet->height = MAX (M->bullet_row * scale + M->gap * scale, koyomi_chart_text_wrap (_koyomi_figure_get_text (KOYOMI_FIGURE (self)), bullet->name,
                                                                         M->text * scale, MAX (self->name_width, 1), 0) + M->padding * scale);
      bullet->bar = (KoyomiRect) { left, y, MAX (right - left, 1), M->bullet_bar * scale };
      y += bullet->height;
    }

  return y + M->margin * scale;
}

static double
measure (KoyomiFigure *figure,
         double        width,
         double        scale)
{
  return place_rows (KOYOMI_BULLET_CHART (figure), width, scale);
}

static char *
describe (KoyomiBulletChart *self,
          const Bullet      *bullet)
{
  KoyomiLanguage language = koyomi_figure_get_language (KOYOMI_FIGURE (self));
  g_autofree char *value = dup_value (bullet);
  g_autofree char *text = g_strdup_printf (koyomi_trc (language, "read out: name, value", "%s: %s"), bullet->name, value);

  return g_strdup_printf (koyomi_trc (language, "read out: value, on target or not", "%s (%s)"), text,
                          koyomi_metric_status_get_label (bullet->status, language));
}

static void
place (KoyomiFigure            *figure,
       const KoyomiFigureSpace *space)
{
  KoyomiBulletChart *self = KOYOMI_BULLET_CHART (figure);

  place_rows (self, space->width, space->scale);
  for (guint i = 0; i < self->bullets->len; i++)
    {
      const Bullet *bullet = get_bullet (self, i);
      KoyomiRect row = { M->gap * space->scale, bullet->y - M->gap / 2 * space->scale, space->width - 2 * M->gap * space->scale,
                         bullet->height - M->gap * space->scale };

      _koyomi_figure_add_region (figure, row, row, i, 0, describe (self, bullet));
    }
}

static double
place_x (const Bullet *bullet,
         double        value)
{
  return bullet->bar.x + bullet->bar.width * CLAMP (koyomi_value_axis_place (&bullet->axis, value), 0, 1);
}

/* Without limits it is plain. */
static void
paint_ground (const Bullet *bullet,
              KoyomiBrush  *brush)
{
  double cuts[KOYOMI_N_CUTS];
  guint n_cuts = _koyomi_plot_cut (&bullet->limits, bullet->axis.low, koyomi_value_axis_get_high (&bullet->axis), cuts);

  for (guint i = 0; i + 1 < n_cuts; i++)
    {
      KoyomiMetricStatus status = _koyomi_plot_judge (&bullet->limits, (cuts[i] + cuts[i + 1]) / 2);
      double x = place_x (bullet, cuts[i]);

      _koyomi_brush_set_rgb (brush, koyomi_figure_style_get_status (brush->palette, status)->tint);
      cairo_rectangle (brush->cr, x, bullet->bar.y, place_x (bullet, cuts[i + 1]) - x, bullet->bar.height);
      cairo_fill (brush->cr);
    }
}

static void
paint_bar (const Bullet *bullet,
           KoyomiBrush  *brush)
{
  double from = place_x (bullet, 0), to = place_x (bullet, bullet->value);

  if (isnan (bullet->value))
    return;

  _koyomi_brush_fill_rect (brush, MIN (from, to), bullet->bar.y + bullet->bar.height * 0.3, MAX (fabs (to - from), brush->unit),
                           bullet->bar.height * 0.4, KOYOMI_CHART_COLOUR_MEETING);
}

/* A bar across for each side of the target. */
static void
paint_target (const Bullet *bullet,
              KoyomiBrush  *brush,
              double        target)
{
  double width = 3 * brush->unit;

  if (isnan (target))
    return;

  _koyomi_brush_set_rgb (brush, koyomi_figure_style_get_status (brush->palette, KOYOMI_METRIC_ON_TARGET)->strong);
  cairo_rectangle (brush->cr, place_x (bullet, target) - width / 2, bullet->bar.y - brush->unit, width, bullet->bar.height + 2 * brush->unit);
  cairo_fill (brush->cr);
}

/* Below the bars, in the middle where there are two. */
static void
paint_target_name (const Bullet   *bullet,
                   KoyomiBrush    *brush,
                   KoyomiLanguage  language)
{
  double low = bullet->limits.target_low, high = bullet->limits.target_high, size = M->small * brush->unit;
  double x = place_x (bullet, isnan (low) ? high : isnan (high) ? low : (low + high) / 2);
  g_autofree char *limits = _koyomi_plot_describe_limits (low, high, bullet->decimals, bullet->unit);
  g_autofree char *text = g_strdup_printf ("%s %s", koyomi_trc (language, "metric", "Target"), limits);
  double room = _koyomi_brush_measure_text (brush, text, size, 0) + 1;

  if (isnan (low) && isnan (high))
    return;

  _koyomi_brush_show_text (brush, text, size,
                           (KoyomiRect) { CLAMP (x - room / 2, bullet->bar.x, MAX (bullet->bar.x + bullet->bar.width - room, bullet->bar.x)),
                                          bullet->bar.y + bullet->bar.height + brush->unit, room, M->line * brush->unit },
                           KOYOMI_CHART_TEXT_CENTRED, KOYOMI_CHART_COLOUR_FAINT_TEXT);
}

/* Where values may be below nought, nought is shown. */
static void
paint_nought (const Bullet *bullet,
              KoyomiBrush  *brush)
{
  double x = place_x (bullet, 0);

  if (bullet->axis.low < 0)
    _koyomi_brush_stroke_line (brush, x, bullet->bar.y - 2 * brush->unit, x, bullet->bar.y + bullet->bar.height + 2 * brush->unit,
                               M->thin * brush->unit, KOYOMI_CHART_COLOUR_FRAME);
}

static void
paint_bullet (KoyomiBulletChart *self,
              KoyomiBrush       *brush,
              const Bullet      *bullet)
{
  double glyph = M->glyph * brush->unit;
  double x = bullet->bar.x + bullet->bar.width + 2 * M->padding * brush->unit;
  g_autofree char *value = dup_value (bullet);
  KoyomiRect name = { M->margin * brush->unit, bullet->y, MAX (self->name_width, 1), 0 };
  double height = koyomi_chart_text_wrap (brush->text, bullet->name, M->text * brush->unit, name.width, 0);

  name.y += MAX ((bullet->bar.height - height) / 2, -M->gap / 2 * brush->unit);
  _koyomi_brush_wrap_text (brush, bullet->name, M->text * brush->unit, name, 0, KOYOMI_CHART_COLOUR_TEXT);
  paint_ground (bullet, brush);
  paint_bar (bullet, brush);
  paint_nought (bullet, brush);
  paint_target (bullet, brush, bullet->limits.target_low);
  paint_target (bullet, brush, bullet->limits.target_high);
  paint_target_name (bullet, brush, koyomi_figure_get_language (KOYOMI_FIGURE (self)));
  _koyomi_status_paint (bullet->status, x + glyph / 2, bullet->bar.y + bullet->bar.height / 2, glyph,
                          koyomi_chart_style_get_colour (brush->palette, KOYOMI_CHART_COLOUR_PAPER), brush);
  _koyomi_brush_show_text (brush, value, M->text * brush->unit,
                           (KoyomiRect) { x + glyph + M->gap * brush->unit, bullet->bar.y, self->value_width - glyph - M->gap * brush->unit,
                                          bullet->bar.height },
                           KOYOMI_CHART_TEXT_BOLD, KOYOMI_CHART_COLOUR_TEXT);
}

static void
paint (KoyomiFigure            *figure,
       const KoyomiFigureSpace *space,
       KoyomiBrush             *brush)
{
  KoyomiBulletChart *self = KOYOMI_BULLET_CHART (figure);

  _koyomi_figure_paint_title (figure, brush, space->width);
  for (guint i = 0; i < self->bullets->len; i++)
    paint_bullet (self, brush, get_bullet (self, i));
}

static KoyomiChartTable *
create_table (KoyomiFigure *figure)
{
  KoyomiBulletChart *self = KOYOMI_BULLET_CHART (figure);
  KoyomiLanguage language = koyomi_figure_get_language (figure);
  KoyomiChartTable *table = koyomi_chart_table_new (koyomi_figure_get_title (figure));

  koyomi_chart_table_add_heading (table, "");
  koyomi_chart_table_add_heading (table, koyomi_trc (language, "metric", "Value"));
  koyomi_chart_table_add_heading (table, koyomi_trc (language, "metric", "Target"));
  koyomi_chart_table_add_heading (table, koyomi_trc (language, "metric", "Warning"));
  koyomi_chart_table_add_heading (table, koyomi_trc (language, "metric", "Status"));
  for (guint i = 0; i < self->bullets->len; i++)
    {
      const Bullet *bullet = get_bullet (self, i);
      guint row = koyomi_chart_table_add_row (table);
      g_autofree char *value = dup_value (bullet);
      g_autofree char *target = _koyomi_plot_describe_limits (bullet->limits.target_low, bullet->limits.target_high, bullet->decimals,
                                                              bullet->unit);
      g_autofree char *warning = _koyomi_plot_describe_limits (bullet->limits.warning_low, bullet->limits.warning_high, bullet->decimals,
                                                               bullet->unit);

      koyomi_chart_table_set (table, row, 0, bullet->name);
      koyomi_chart_table_set (table, row, 1, value);
      koyomi_chart_table_set (table, row, 2, target);
      koyomi_chart_table_set (table, row, 3, warning);
      koyomi_chart_table_set (table, row, 4, koyomi_metric_status_get_label (bullet->status, language));
    }

  return table;
}

static void
koyomi_bullet_chart_class_init (KoyomiBulletChartClass *class)
{
  KoyomiFigureClass *figure_class = KOYOMI_FIGURE_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = koyomi_bullet_chart_finalize;
  figure_class->measure = measure;
  figure_class->place = place;
  figure_class->paint = paint;
  figure_class->create_table = create_table;
}

static void
koyomi_bullet_chart_init (KoyomiBulletChart *self)
{
  self->bullets = g_array_new (FALSE, TRUE, sizeof (Bullet));
  g_array_set_clear_func (self->bullets, (GDestroyNotify) clear_bullet);
}

KoyomiFigure *
koyomi_bullet_chart_new (KoyomiLanguage  language,
                         const char     *title)
{
  KoyomiFigure *self = g_object_new (KOYOMI_TYPE_BULLET_CHART, NULL);

  _koyomi_figure_set_up (self, language, title);

  return self;
}

/**
 * koyomi_bullet_chart_add:
 * @value: NAN for none
 * @decimals: at most
 */
void
koyomi_bullet_chart_add (KoyomiBulletChart      *self,
                         const char             *name,
                         double                  value,
                         guint                   decimals,
                         const char             *unit,
                         const KoyomiPlotLimits *limits,
                         KoyomiMetricStatus      status)
{
  Bullet bullet = { .name = g_strdup (name), .value = isfinite (value) ? value : NAN, .decimals = decimals, .unit = g_strdup (unit),
                    .limits = *limits, .status = status };

  g_return_if_fail (KOYOMI_IS_BULLET_CHART (self));

  g_array_append_val (self->bullets, bullet);
}
