#include "koyomi-radar-layout.h"

#include <math.h>

#define M (&koyomi_rating_measures)

#define HIGHEST 5
#define UPRIGHT 0.1   /* how far an axis may lean to the side, of its length, and have its label above or below */
#define N_HALVES 6
#define N_STEPS 40   /* in which the radius is made smaller until the labels fit */

/* How labels are tried, from the best to the last resort. */
typedef struct
{
  gboolean has_names;
  gboolean may_cut;
  double   width;       /* of a label, of the most that it may have */
} Trial;

static const Trial trials[] = {
  { TRUE, FALSE, 0.6 },
  { TRUE, FALSE, 0.8 },
  { TRUE, FALSE, 1 },
  { TRUE, TRUE, 0.8 },
  { FALSE, TRUE, 1 },
};

static void
clear_spoke (KoyomiRadarSpoke *self)
{
  g_free (self->name);
  g_free (self->value);
}

void
koyomi_radar_layout_free (KoyomiRadarLayout *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->spokes);
  g_array_unref (self->legend);
  koyomi_chart_text_free (self->text);
  g_free (self);
}

/* Where a level stands on an axis; axes go clockwise from the top. */
KoyomiPoint
koyomi_radar_layout_place (const KoyomiRadarLayout *self,
                           guint                    axis,
                           double                   level)
{
  double angle = 2 * G_PI * axis / MAX (self->radar->axes->len, 1) - G_PI / 2;
  double distance = self->radius * CLAMP (level, 0, HIGHEST) / HIGHEST;

  return (KoyomiPoint) { self->centre.x + distance * cos (angle), self->centre.y + distance * sin (angle) };
}

/* One line of what is drawn, from the left; as many lines as they need. Returns: their height */
static double
place_legend (KoyomiRadarLayout *self)
{
  double x = M->margin * self->scale;
  double y = 0;

  for (int series = KOYOMI_N_SERIES - 1; series >= 0; series--)
    {
      KoyomiRadarLegend item = { .series = series };
      double width;

      if (!koyomi_radar_has_series (self->radar, series))
        continue;

      width = koyomi_chart_text_get_width (self->text, self->radar->names[series], M->text * self->scale, 0) + 1;
      if (x > M->margin * self->scale && x + (M->legend_swatch + M->padding) * self->scale + width > self->width)
        {
          x = M->margin * self->scale;
          y += M->legend_line * self->scale;
        }
      item.swatch = (KoyomiRect) { x, y, M->legend_swatch * self->scale, M->legend_line * self->scale };
      item.label = (KoyomiRect) { x + (M->legend_swatch + M->padding) * self->scale, y, width, M->legend_line * self->scale };
      x = item.label.x + width + M->legend_gap * self->scale;
      g_array_append_val (self->legend, item);
    }

  return self->legend->len > 0 ? y + M->legend_line * self->scale : 0;
}

/* To the bottom, each line in the middle. */
static void
settle_legend (KoyomiRadarLayout *self,
               double             height)
{
  for (guint i = 0, end; i < self->legend->len; i = end)
    {
      double line = g_array_index (self->legend, KoyomiRadarLegend, i).swatch.y;
      double right = 0, by;

      for (end = i; end < self->legend->len && g_array_index (self->legend, KoyomiRadarLegend, end).swatch.y == line; end++)
        {
          KoyomiRect label = g_array_index (self->legend, KoyomiRadarLegend, end).label;

          right = label.x + label.width;
        }
      by = MAX ((self->width - right - M->margin * self->scale) / 2, 0);
      for (guint j = i; j < end; j++)
        {
          KoyomiRadarLegend *item = &g_array_index (self->legend, KoyomiRadarLegend, j);

          item->swatch.x += by;
          item->label.x += by;
          item->swatch.y += self->height - height;
          item->label.y += self->height - height;
        }
    }
}

static char *
format_value (const KoyomiRadarAxis *axis)
{
  double now = axis->values[KOYOMI_SERIES_NOW];
  double goal = axis->values[KOYOMI_SERIES_GOAL];

  if (isnan (now))
    return g_strdup ("–");

  return isnan (goal) ? g_strdup_printf ("%.1f", now) : g_strdup_printf ("%.1f → %.1f", now, goal);
}

static char *
format_name (const KoyomiRadarAxis *axis,
             gboolean               with_name)
{
  if (!with_name && *axis->code != '\0')
    return g_strdup (axis->code);

  return *axis->code != '\0' ? g_strdup_printf ("%s %s", axis->code, axis->name) : g_strdup (axis->name);
}

static PangoLayout *
lay_out_name (KoyomiRadarLayout *self,
              const char        *name,
              double             width)
{
  return koyomi_chart_text_get (self->text, name, M->text * self->scale, width,
                                KOYOMI_CHART_TEXT_TWO_LINES | KOYOMI_CHART_TEXT_CENTRED);
}

/* Two lines are as long as each other, rather than one and a last letter. Returns: the least width with which they hold the name */
static double
balance (KoyomiRadarLayout *self,
         const char        *name,
         double             most)
{
  double least = most / 2;

  if (pango_layout_get_line_count (lay_out_name (self, name, most)) < 2 ||
      pango_layout_is_ellipsized (lay_out_name (self, name, most)))
    return most;

  for (guint i = 0; i < N_HALVES; i++)
    {
      double middle = (least + most) / 2;

      if (pango_layout_is_ellipsized (lay_out_name (self, name, middle)))
        least = middle;
      else
        most = middle;
    }

  return most;
}

/* The texts of a label and how much room they take. */
static void
measure_label (KoyomiRadarLayout *self,
               KoyomiRadarSpoke  *spoke,
               const Trial       *trial,
               guint              axis)
{
  const KoyomiRadarAxis *source = &g_array_index (self->radar->axes, KoyomiRadarAxis, axis);
  PangoLayout *layout;
  double most;
  int width;

  g_free (spoke->name);
  g_free (spoke->value);
  spoke->name = format_name (source, trial->has_names);
  spoke->value = trial->has_names ? format_value (source) : g_strdup ("");

  most = balance (self, spoke->name, trial->width * M->label_width * self->width);
  layout = lay_out_name (self, spoke->name, most);
  pango_layout_get_size (layout, &width, NULL);
  spoke->is_cut = pango_layout_is_ellipsized (layout);
  spoke->name_height = pango_layout_get_line_count (layout) * M->text_line * self->scale;
  spoke->label.width = MIN ((double) width / PANGO_SCALE + 2, most);
  spoke->label.height = spoke->name_height;
  if (*spoke->value == '\0')
    return;

  spoke->label.width = MAX (spoke->label.width, koyomi_chart_text_get_width (self->text, spoke->value, M->small * self->scale, 0) + 2);
  spoke->label.height += M->small_line * self->scale;
}

/* Beyond the tip of its axis: beside it on the left and on the right, above or below it where that stands upright. */
static void
place_label (KoyomiRadarLayout *self,
             KoyomiRadarSpoke  *spoke)
{
  double x = (spoke->tip.x - self->centre.x) / MAX (self->radius, 1);
  double y = (spoke->tip.y - self->centre.y) / MAX (self->radius, 1);
  double from_x = spoke->tip.x + x * M->label_gap * self->scale;
  double from_y = spoke->tip.y + y * M->label_gap * self->scale;

  spoke->label.x = fabs (x) < UPRIGHT ? from_x - spoke->label.width / 2 : x > 0 ? from_x : from_x - spoke->label.width;
  spoke->label.y = from_y - spoke->label.height * (1 - y) / 2;
}

static gboolean
overlap (KoyomiRect a,
         KoyomiRect b,
         double     distance)
{
  return a.x < b.x + b.width + distance && b.x < a.x + a.width + distance &&
         a.y < b.y + b.height + distance && b.y < a.y + a.height + distance;
}

static gboolean
labels_fit (KoyomiRadarLayout *self,
            double             height)
{
  for (guint i = 0; i < self->spokes->len; i++)
    {
      KoyomiRect label = g_array_index (self->spokes, KoyomiRadarSpoke, i).label;

      if (label.x < 0 || label.y < 0 || label.x + label.width > self->width || label.y + label.height > height)
        return FALSE;

      for (guint j = 0; j < i; j++)
        if (overlap (label, g_array_index (self->spokes, KoyomiRadarSpoke, j).label, M->label_distance * self->scale))
          return FALSE;
    }

  return TRUE;
}

/* A label above or below the radar keeps clear of those beside it. */
static void
lift_label (KoyomiRadarLayout *self,
            guint              index)
{
  guint n = self->spokes->len;
  KoyomiRadarSpoke *spoke = &g_array_index (self->spokes, KoyomiRadarSpoke, index);
  double distance = M->label_distance * self->scale;

  for (guint i = 1; i < n; i += MAX (n - 2, 1))
    {
      KoyomiRect other = g_array_index (self->spokes, KoyomiRadarSpoke, (index + i) % n).label;

      if (!overlap (spoke->label, other, distance))
        continue;

      if (spoke->tip.y < self->centre.y)
        spoke->label.y = other.y - distance - spoke->label.height;
      else
        spoke->label.y = other.y + other.height + distance;
    }
}

/* In the middle of the room that the labels leave, which are higher at the top than at the bottom. */
static void
place_spokes (KoyomiRadarLayout *self,
              double             radius,
              double             height)
{
  double top = 0, bottom = 0;

  self->radius = radius;
  self->centre = (KoyomiPoint) { self->width / 2, 0 };
  for (guint i = 0; i < self->spokes->len; i++)
    {
      KoyomiRadarSpoke *spoke = &g_array_index (self->spokes, KoyomiRadarSpoke, i);

      spoke->tip = koyomi_radar_layout_place (self, i, HIGHEST);
      place_label (self, spoke);
    }

  for (guint i = 0; i < self->spokes->len; i++)
    {
      KoyomiRadarSpoke *spoke = &g_array_index (self->spokes, KoyomiRadarSpoke, i);

      if (fabs (spoke->tip.x - self->centre.x) < UPRIGHT * radius)
        lift_label (self, i);
      top = MIN (top, spoke->label.y);
      bottom = MAX (bottom, spoke->label.y + spoke->label.height);
    }

  self->centre.y = (height - bottom - top) / 2;
  for (guint i = 0; i < self->spokes->len; i++)
    {
      KoyomiRadarSpoke *spoke = &g_array_index (self->spokes, KoyomiRadarSpoke, i);

      spoke->tip.y += self->centre.y;
      spoke->label.y += self->centre.y;
    }
}

/* Takes the largest radius with which the labels fit. Returns: FALSE when there is none that is worth it */
static gboolean
try_labels (KoyomiRadarLayout *self,
            const Trial       *trial,
            double             height)
{
  double most = MIN (self->width, height) / 2;

  for (guint i = 0; i < self->spokes->len; i++)
    {
      KoyomiRadarSpoke *spoke = &g_array_index (self->spokes, KoyomiRadarSpoke, i);

      measure_label (self, spoke, trial, i);
      if (spoke->is_cut && !trial->may_cut)
        return FALSE;
    }

  self->has_names = trial->has_names;
  for (guint step = N_STEPS; step > 0; step--)
    {
      double radius = most * step / N_STEPS;

      if (trial->has_names && radius < M->least_radius * self->scale)
        return FALSE;

      place_spokes (self, radius, height);
      if (labels_fit (self, height))
        return TRUE;
    }

  return FALSE;
}

/* Of the ways in which no name is cut, the one with the largest radius. */
static void
choose_labels (KoyomiRadarLayout *self,
               double             height)
{
  const Trial *best = NULL;
  double radius = 0;

  for (guint i = 0; i < G_N_ELEMENTS (trials) && (best == NULL || !trials[i].may_cut); i++)
    if (try_labels (self, &trials[i], height) && self->radius > radius)
      {
        best = &trials[i];
        radius = self->radius;
      }

  try_labels (self, best != NULL ? best : &trials[G_N_ELEMENTS (trials) - 1], height);
}

static void
place_points (KoyomiRadarLayout *self)
{
  for (guint i = 0; i < self->spokes->len; i++)
    for (guint series = 0; series < KOYOMI_N_SERIES; series++)
      {
        KoyomiRadarSpoke *spoke = &g_array_index (self->spokes, KoyomiRadarSpoke, i);
        double value = g_array_index (self->radar->axes, KoyomiRadarAxis, i).values[series];

        spoke->has_point[series] = !isnan (value);
        if (spoke->has_point[series])
          spoke->points[series] = koyomi_radar_layout_place (self, i, value);
      }
}

/**
 * koyomi_radar_layout_new:
 * @scale: of texts and lines; 1 at 100 % on the screen, less on paper
 *
 * Labels stand around the axes and never on one another: where names do not fit they are cut, and where even that does not do only
 * codes are left.
 */
KoyomiRadarLayout *
koyomi_radar_layout_new (const KoyomiRadar *radar,
                         double             width,
                         double             height,
                         double             scale)
{
  KoyomiRadarLayout *self = g_new0 (KoyomiRadarLayout, 1);
  double legend;

  self->radar = radar;
  self->text = koyomi_chart_text_new (radar->language);
  self->width = width;
  self->height = height;
  self->scale = scale;
  self->spokes = g_array_new (FALSE, TRUE, sizeof (KoyomiRadarSpoke));
  self->legend = g_array_new (FALSE, TRUE, sizeof (KoyomiRadarLegend));
  g_array_set_clear_func (self->spokes, (GDestroyNotify) clear_spoke);
  g_array_set_size (self->spokes, radar->axes->len);

  legend = place_legend (self);
  settle_legend (self, legend);
  choose_labels (self, MAX (height - legend - M->margin * scale, 1));
  place_points (self);

  return self;
}

static gboolean
contains (KoyomiRect rect,
          double     x,
          double     y)
{
  return x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;
}

/* Which axis lies at a point: by its label, or within the radar by the direction. Returns: its number, or -1 */
int
koyomi_radar_layout_pick (const KoyomiRadarLayout *self,
                          double                   x,
                          double                   y)
{
  double angle = atan2 (y - self->centre.y, x - self->centre.x) + G_PI / 2;
  guint n = self->spokes->len;

  for (guint i = 0; i < n; i++)
    if (contains (g_array_index (self->spokes, KoyomiRadarSpoke, i).label, x, y))
      return i;

  if (n == 0 || hypot (x - self->centre.x, y - self->centre.y) > self->radius)
    return -1;

  return ((int) lround (angle / (2 * G_PI) * n) + (int) n) % (int) n;
}
