#include "koyomi-metric-card.h"

#include "koyomi-figure-private.h"
#include "koyomi-value-axis.h"

#include <math.h>

#define M (&koyomi_figure_measures)

typedef struct
{
  char       *label;
  char       *name;
  double      value;   /* NAN for none */
  double      x;
  double      y;
} Point;

struct _KoyomiMetricCard
{
  KoyomiFigure        parent_instance;

  char               *unit;
  guint               decimals;
  double              value;
  KoyomiMetricStatus  status;
  double              change;       /* NAN for none */
  char               *since;
  double              target[2];    /* low and high; NAN for none */
  char               *remark;
  gboolean            has_columns;
  GArray             *points;       /* (element-type Point) */

  double              title_width;
  double              title_height;
  double              pill_width;
  KoyomiRect          area;         /* of the spark line */
  double              low;
  double              high;
  double              remark_y;
};

G_DEFINE_FINAL_TYPE (KoyomiMetricCard, koyomi_metric_card, KOYOMI_TYPE_FIGURE)

static Point *
get_point (KoyomiMetricCard *self,
           guint             index)
{
  return &g_array_index (self->points, Point, index);
}

static void
clear_point (Point *self)
{
  g_free (self->label);
  g_free (self->name);
}

static void
koyomi_metric_card_finalize (GObject *object)
{
  KoyomiMetricCard *self = KOYOMI_METRIC_CARD (object);

  g_free (self->unit);
  g_free (self->since);
  g_free (self->remark);
  g_array_unref (self->points);

  G_OBJECT_CLASS (koyomi_metric_card_parent_class)->finalize (object);
}

static const char *
get_status_name (KoyomiMetricCard *self)
{
  return koyomi_metric_status_get_label (self->status, koyomi_figure_get_language (KOYOMI_FIGURE (self)));
}

/* Title and pill stand side by side; the title takes as many lines as it needs. */
static void
place_head (KoyomiMetricCard *self,
            double            width,
            double            scale)
{
  KoyomiChartText *text = _koyomi_figure_get_text (KOYOMI_FIGURE (self));
  double room = width - 2.6 * M->margin * scale;

  self->pill_width = koyomi_chart_text_get_width (text, get_status_name (self), M->small * scale, KOYOMI_CHART_TEXT_BOLD) +
                     (M->glyph + M->gap + 2.4 * M->padding) * scale;
  self->title_width = MAX (room - self->pill_width - M->padding * scale, 1);
  self->title_height = MAX (koyomi_chart_text_wrap (text, koyomi_figure_get_title (KOYOMI_FIGURE (self)), M->title * scale, self->title_width,
                                                    KOYOMI_CHART_TEXT_BOLD), M->pill_height * scale);
}

static double
measure_remark (KoyomiMetricCard *self,
                double            width,
                double            scale)
{
  if (*self->remark == '\0')
    return 0;

  return koyomi_chart_text_wrap (_koyomi_figure_get_text (KOYOMI_FIGURE (self)), self->remark, M->small * scale,
                                 MAX (width - 2.6 * M->margin * scale, 1), 0);
}

static double
get_spark_y (KoyomiMetricCard *self,
             double            scale)
{
  return (1.1 * M->margin + 1.5 * M->value) * scale + self->title_height;
}

static double
measure (KoyomiFigure *figure,
         double        width,
         double        scale)
{
  KoyomiMetricCard *self = KOYOMI_METRIC_CARD (figure);

  place_head (self, width, scale);

  return get_spark_y (self, scale) + (M->spark_height + M->line + 2 * M->margin) * scale + measure_remark (self, width, scale);
}

static void
find_range (KoyomiMetricCard *self)
{
  self->low = self->has_columns ? 0 : INFINITY;
  self->high = self->has_columns ? 0 : -INFINITY;
  for (guint i = 0; i < self->points->len; i++)
    {
      double value = get_point (self, i)->value;

      self->low = isnan (value) ? self->low : MIN (self->low, value);
      self->high = isnan (value) ? self->high : MAX (self->high, value);
    }
  for (guint i = 0; i < 2; i++)
    {
      self->low = isnan (self->target[i]) ? self->low : MIN (self->low, self->target[i]);
      self->high = isnan (self->target[i]) ? self->high : MAX (self->high, self->target[i]);
    }
  if (!(self->high > self->low))
    {
      self->low = isfinite (self->low) ? self->low - 1 : 0;
      self->high = self->low + 2;
    }
}

static double
place_y (KoyomiMetricCard *self,
         double            value)
{
  return self->area.y + self->area.height * (1 - (value - self->low) / (self->high - self->low));
}

static char *
describe (KoyomiMetricCard *self,
          const Point      *point)
{
  g_autofree char *value = koyomi_value_format (point->value, self->decimals, self->unit);

  return g_strdup_printf (koyomi_trc (koyomi_figure_get_language (KOYOMI_FIGURE (self)), "read out: month or cause, name, value", "%s, %s: %s"),
                          point->name, koyomi_figure_get_title (KOYOMI_FIGURE (self)), value);
}

/* Of a column the whole of it; else what is around the point. */
static KoyomiRect
get_mark (KoyomiMetricCard *self,
          const Point      *point,
          double            scale)
{
  double half = M->marker * scale, base = place_y (self, 0);
  double width = M->column_share * self->area.width / MAX (self->points->len, 1);

  if (self->has_columns)
    return (KoyomiRect) { point->x - width / 2, MIN (point->y, base), width, fabs (base - point->y) };

  return (KoyomiRect) { point->x - half, point->y - half, 2 * half, 2 * half };
}

static void
place_points (KoyomiMetricCard *self,
              double            scale)
{
  double slot = self->area.width / MAX (self->points->len, 1), half = M->marker * scale;

  for (guint i = 0; i < self->points->len; i++)
    {
      Point *point = get_point (self, i);
      KoyomiRect reach = { self->area.x + i * slot, self->area.y - half, slot, self->area.height + 2 * half };

      point->x = self->area.x + (i + 0.5) * slot;
      point->y = place_y (self, point->value);
      if (!isnan (point->value))
        _koyomi_figure_add_region (KOYOMI_FIGURE (self), get_mark (self, point, scale), reach, 0, i, describe (self, point));
    }
}

static void
place (KoyomiFigure            *figure,
       const KoyomiFigureSpace *space)
{
  KoyomiMetricCard *self = KOYOMI_METRIC_CARD (figure);
  double scale = space->scale, left = 1.3 * M->margin * scale, top;

  place_head (self, space->width, scale);
  top = get_spark_y (self, scale) + M->marker * scale;
  self->remark_y = space->height - M->margin * scale - measure_remark (self, space->width, scale);
  self->area = (KoyomiRect) { left, top, MAX (space->width - 2 * left, 1), MAX (self->remark_y - top - (M->line + M->marker) * scale, 1) };
  find_range (self);
  place_points (self, scale);
}

static void
paint_frame (const KoyomiFigureSpace *space,
             KoyomiBrush             *brush)
{
  KoyomiRect rect = { M->hair / 2 * brush->unit, M->hair / 2 * brush->unit, space->width - M->hair * brush->unit,
                      space->height - M->hair * brush->unit };

  cairo_new_path (brush->cr);
  _koyomi_brush_trace_rounded (brush, rect, M->radius * brush->unit, M->radius * brush->unit);
  _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_MONTH_LINE);
  cairo_set_line_width (brush->cr, M->hair * brush->unit);
  cairo_stroke (brush->cr);
}

static void
paint_pill (KoyomiMetricCard *self,
            KoyomiBrush      *brush,
            double            right)
{
  const KoyomiStatusStyle *style = koyomi_figure_style_get_status (brush->palette, self->status);
  KoyomiRect rect = { right - self->pill_width, 0.9 * M->margin * brush->unit, self->pill_width, M->pill_height * brush->unit };
  double glyph = M->glyph * brush->unit, x = rect.x + 1.1 * M->padding * brush->unit;
  PangoLayout *layout;

  cairo_new_path (brush->cr);
  _koyomi_brush_trace_rounded (brush, rect, rect.height / 2, rect.height / 2);
  _koyomi_brush_set_rgb (brush, style->tint);
  cairo_fill (brush->cr);
  _koyomi_status_paint (self->status, x + glyph / 2, rect.y + rect.height / 2, glyph, style->tint, brush);
  x += glyph + M->gap * brush->unit;
  layout = _koyomi_brush_place_text (brush, get_status_name (self), M->small * brush->unit,
                                     (KoyomiRect) { x, rect.y, rect.x + rect.width - x, rect.height }, KOYOMI_CHART_TEXT_BOLD);
  _koyomi_brush_set_rgb (brush, style->text);
  pango_cairo_show_layout (brush->cr, layout);
}

/* The number is large, its unit small behind it. Returns: where they end */
static double
paint_value (KoyomiMetricCard *self,
             KoyomiBrush      *brush,
             double            y)
{
  double size = M->value * brush->unit, x = 1.3 * M->margin * brush->unit;
  g_autofree char *number = koyomi_value_format (self->value, self->decimals, "");
  double width = _koyomi_brush_measure_text (brush, number, size, KOYOMI_CHART_TEXT_BOLD) + 1;
  double unit = _koyomi_brush_measure_text (brush, self->unit, M->text * brush->unit, 0) + 1;

  _koyomi_brush_show_text (brush, number, size, (KoyomiRect) { x, y, width, 1.2 * size }, KOYOMI_CHART_TEXT_BOLD, KOYOMI_CHART_COLOUR_TEXT);
  x += width + M->gap * brush->unit;
  if (*self->unit != '\0' && !isnan (self->value))
    _koyomi_brush_show_text (brush, self->unit, M->text * brush->unit, (KoyomiRect) { x, y + 0.3 * size, unit, 0.9 * size }, 0,
                             KOYOMI_CHART_COLOUR_FAINT_TEXT);

  return x + unit;
}

static char *
dup_change (KoyomiMetricCard *self)
{
  g_autofree char *number = koyomi_value_format (fabs (self->change), self->decimals, "");

  return g_strdup_printf (koyomi_trc (koyomi_figure_get_language (KOYOMI_FIGURE (self)), "change: arrow, number, since when", "%1$s %2$s %3$s"),
                          self->change > 0 ? "▲" : self->change < 0 ? "▼" : "→", number, self->since);
}

/* At the right; without room for it beside the value it is left out, the spark line tells the same. */
static void
paint_change (KoyomiMetricCard *self,
              KoyomiBrush      *brush,
              double            left,
              double            right,
              double            y)
{
  g_autofree char *text = NULL;

  if (isnan (self->change))
    return;

  text = dup_change (self);
  if (_koyomi_brush_measure_text (brush, text, M->small * brush->unit, 0) + 1 < right - left)
    _koyomi_brush_show_text (brush, text, M->small * brush->unit, (KoyomiRect) { left, y, right - left, 1.2 * M->value * brush->unit },
                             KOYOMI_CHART_TEXT_RIGHT, KOYOMI_CHART_COLOUR_FAINT_TEXT);
}

static void
paint_target (KoyomiMetricCard *self,
              KoyomiBrush      *brush,
              double            target)
{
  double y = place_y (self, target);

  if (isnan (target))
    return;

  cairo_set_dash (brush->cr, (double[]) { M->dash * brush->unit, 0.75 * M->dash * brush->unit }, 2, 0);
  _koyomi_brush_stroke_line (brush, self->area.x, y, self->area.x + self->area.width, y, M->hair * brush->unit, KOYOMI_CHART_COLOUR_FRAME);
  cairo_set_dash (brush->cr, NULL, 0, 0);
}

/* At the right, above its line or below, where the line of values is not; over all of them where the labels are in the way. */
static void
paint_target_name (KoyomiMetricCard *self,
                   KoyomiBrush      *brush,
                   double            target)
{
  double line = M->line * brush->unit, y = place_y (self, target);
  g_autofree char *number = koyomi_value_format (target, self->decimals, self->unit);
  g_autofree char *text = g_strdup_printf ("%s %s", koyomi_trc (koyomi_figure_get_language (KOYOMI_FIGURE (self)), "metric", "Target"), number);
  double width = _koyomi_brush_measure_text (brush, text, M->small * brush->unit, 0) + 1;
  gboolean fits_above = TRUE;
  KoyomiRect rect = { self->area.x + self->area.width - width, y - line, width, line };

  if (isnan (target))
    return;

  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = get_point (self, i);

      fits_above &= isnan (point->value) || point->x < rect.x - line / 2 || point->y > y;
    }
  if (!fits_above)
    rect.y = y + line < self->area.y + self->area.height ? y : self->area.y - line - M->gap * brush->unit;
  _koyomi_brush_show_text (brush, text, M->small * brush->unit, rect, KOYOMI_CHART_TEXT_RIGHT, KOYOMI_CHART_COLOUR_FAINT_TEXT);
}

static guint
find_last (KoyomiMetricCard *self)
{
  guint last = self->points->len;

  while (last > 0 && isnan (get_point (self, last - 1)->value))
    last--;

  return last - 1;
}

/* The column of now in full colour, those before it in the tint with an edge. */
static void
paint_columns (KoyomiMetricCard        *self,
               KoyomiBrush             *brush,
               const KoyomiStatusStyle *style)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = get_point (self, i);
      KoyomiRect bar;

      if (isnan (point->value))
        continue;

      bar = get_mark (self, point, brush->unit);
      cairo_rectangle (brush->cr, bar.x, bar.y, bar.width, MAX (bar.height, M->hair * brush->unit));
      _koyomi_brush_set_rgb (brush, i == find_last (self) ? style->strong : style->tint);
      cairo_fill_preserve (brush->cr);
      _koyomi_brush_set_rgb (brush, style->strong);
      cairo_set_line_width (brush->cr, M->hair * brush->unit);
      cairo_stroke (brush->cr);
    }
}

/* A gap stays a gap; a value between gaps is a dot, and so is the last. */
static void
paint_line (KoyomiMetricCard        *self,
            KoyomiBrush             *brush,
            const KoyomiStatusStyle *style)
{
  cairo_new_path (brush->cr);
  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = get_point (self, i);

      if (isnan (point->value))
        continue;
      if (i == 0 || isnan (get_point (self, i - 1)->value))
        cairo_move_to (brush->cr, point->x, point->y);
      else
        cairo_line_to (brush->cr, point->x, point->y);
    }
  _koyomi_brush_set_rgb (brush, style->strong);
  cairo_set_line_width (brush->cr, M->thick * brush->unit);
  cairo_set_line_join (brush->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (brush->cr);

  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = get_point (self, i);
      gboolean is_alone = (i == 0 || isnan (get_point (self, i - 1)->value)) &&
                          (i + 1 == self->points->len || isnan (get_point (self, i + 1)->value));

      if (!isnan (point->value) && (is_alone || i == find_last (self)))
        _koyomi_marker_paint (KOYOMI_MARKER_DISC, point->x, point->y, (i == find_last (self) ? 1 : 0.6) * M->marker * brush->unit,
                              style->strong, brush);
    }
}

/* Labels that stand too close are left out in turn. */
static void
paint_labels (KoyomiMetricCard *self,
              KoyomiBrush      *brush)
{
  double slot = self->area.width / MAX (self->points->len, 1), line = M->line * brush->unit, widest = 0;
  double size = 0.86 * M->small * brush->unit;
  guint every;

  for (guint i = 0; i < self->points->len; i++)
    widest = MAX (widest, _koyomi_brush_measure_text (brush, get_point (self, i)->label, size, 0));
  every = MAX (ceil ((widest + 2 * brush->unit) / slot), 1);
  for (guint i = 0; i < self->points->len; i += every)
    _koyomi_brush_show_text (brush, get_point (self, i)->label, size,
                             (KoyomiRect) { get_point (self, i)->x - every * slot / 2, self->remark_y - line - brush->unit, every * slot, line },
                             KOYOMI_CHART_TEXT_CENTRED, KOYOMI_CHART_COLOUR_FAINT_TEXT);
}

static void
paint_spark (KoyomiMetricCard *self,
             KoyomiBrush      *brush)
{
  const KoyomiStatusStyle *style = koyomi_figure_style_get_status (brush->palette, self->status);

  for (guint i = 0; i < 2; i++)
    paint_target (self, brush, self->target[i]);
  if (self->has_columns)
    paint_columns (self, brush, style);
  else
    paint_line (self, brush, style);
  for (guint i = 0; i < 2; i++)
    paint_target_name (self, brush, self->target[i]);
  paint_labels (self, brush);
}

static void
paint (KoyomiFigure            *figure,
       const KoyomiFigureSpace *space,
       KoyomiBrush             *brush)
{
  KoyomiMetricCard *self = KOYOMI_METRIC_CARD (figure);
  double left = 1.3 * M->margin * brush->unit, right = space->width - left;
  double y = M->margin * brush->unit + self->title_height;
  double value_end;

  paint_frame (space, brush);
  _koyomi_brush_wrap_text (brush, koyomi_figure_get_title (figure), M->title * brush->unit,
                           (KoyomiRect) { left, 0.9 * M->margin * brush->unit, self->title_width, 0 }, KOYOMI_CHART_TEXT_BOLD,
                           KOYOMI_CHART_COLOUR_TEXT);
  paint_pill (self, brush, right);
  value_end = paint_value (self, brush, y);
  paint_change (self, brush, value_end + M->padding * brush->unit, right, y);
  paint_spark (self, brush);
  if (*self->remark != '\0')
    _koyomi_brush_wrap_text (brush, self->remark, M->small * brush->unit, (KoyomiRect) { left, self->remark_y, right - left, 0 }, 0,
                             KOYOMI_CHART_COLOUR_FAINT_TEXT);
}

static KoyomiChartTable *
create_table (KoyomiFigure *figure)
{
  KoyomiMetricCard *self = KOYOMI_METRIC_CARD (figure);
  KoyomiChartTable *table = koyomi_chart_table_new (koyomi_figure_get_title (figure));

  koyomi_chart_table_add_heading (table, "");
  koyomi_chart_table_add_heading (table, koyomi_figure_get_title (figure));
  for (guint i = 0; i < self->points->len; i++)
    {
      guint row = koyomi_chart_table_add_row (table);
      g_autofree char *value = koyomi_value_format (get_point (self, i)->value, self->decimals, self->unit);

      koyomi_chart_table_set (table, row, 0, get_point (self, i)->name);
      koyomi_chart_table_set (table, row, 1, value);
    }

  return table;
}

static void
koyomi_metric_card_class_init (KoyomiMetricCardClass *class)
{
  KoyomiFigureClass *figure_class = KOYOMI_FIGURE_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = koyomi_metric_card_finalize;
  figure_class->measure = measure;
  figure_class->place = place;
  figure_class->paint = paint;
  figure_class->create_table = create_table;
}

static void
koyomi_metric_card_init (KoyomiMetricCard *self)
{
  self->points = g_array_new (FALSE, TRUE, sizeof (Point));
  g_array_set_clear_func (self->points, (GDestroyNotify) clear_point);
  self->value = self->change = self->target[0] = self->target[1] = NAN;
  self->since = g_strdup ("");
  self->remark = g_strdup ("");
}

KoyomiFigure *
koyomi_metric_card_new (KoyomiLanguage  language,
                        const char     *title,
                        const char     *unit,
                        guint           decimals)
{
  KoyomiMetricCard *self = g_object_new (KOYOMI_TYPE_METRIC_CARD, NULL);

  _koyomi_figure_set_up (KOYOMI_FIGURE (self), language, title);
  self->unit = g_strdup (unit);
  self->decimals = decimals;

  return KOYOMI_FIGURE (self);
}

/* @value: NAN for none */
void
koyomi_metric_card_set_value (KoyomiMetricCard   *self,
                              double              value,
                              KoyomiMetricStatus  status)
{
  g_return_if_fail (KOYOMI_IS_METRIC_CARD (self));

  self->value = value;
  self->status = status;
}

/* @since: such as “vs July” */
void
koyomi_metric_card_set_change (KoyomiMetricCard *self,
                               double            change,
                               const char       *since)
{
  g_return_if_fail (KOYOMI_IS_METRIC_CARD (self));

  self->change = isfinite (change) ? change : NAN;
  g_free (self->since);
  self->since = g_strdup (since);
}

/* NAN for none */
void
koyomi_metric_card_set_target (KoyomiMetricCard *self,
                               double            low,
                               double            high)
{
  g_return_if_fail (KOYOMI_IS_METRIC_CARD (self));

  self->target[0] = low;
  self->target[1] = high;
}

/* What stands at the foot, such as where the value comes from. */
void
koyomi_metric_card_set_remark (KoyomiMetricCard *self,
                               const char       *remark)
{
  g_return_if_fail (KOYOMI_IS_METRIC_CARD (self));

  g_free (self->remark);
  self->remark = g_strdup (remark);
}

/* Counts are columns, everything else is a line. */
void
koyomi_metric_card_set_columns (KoyomiMetricCard *self,
                                gboolean          has_columns)
{
  g_return_if_fail (KOYOMI_IS_METRIC_CARD (self));

  self->has_columns = has_columns;
}

/* @value: NAN for none, as of months to come */
void
koyomi_metric_card_add_point (KoyomiMetricCard *self,
                              const char       *label,
                              const char       *name,
                              double            value)
{
  Point point = { .label = g_strdup (label), .name = g_strdup (name), .value = isfinite (value) ? value : NAN };

  g_return_if_fail (KOYOMI_IS_METRIC_CARD (self));

  g_array_append_val (self->points, point);
}
