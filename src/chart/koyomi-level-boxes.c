#include "koyomi-level-boxes.h"

#include "koyomi-brush-private.h"

#define M (&koyomi_rating_measures)

/* Of all five, when they are so high. */
double
koyomi_level_boxes_get_width (double height)
{
  return height * (KOYOMI_N_LEVELS + (KOYOMI_N_LEVELS - 1) * M->level_gap);
}

/**
 * koyomi_level_boxes_place:
 * @rect: the room; the boxes are squares, as large as it allows, at its left and in the middle of its height
 * @boxes: (out caller-allocates): five of them
 */
void
koyomi_level_boxes_place (KoyomiRect  rect,
                          KoyomiRect *boxes)
{
  double side = MIN (rect.height, rect.width / koyomi_level_boxes_get_width (1));

  for (guint i = 0; i < KOYOMI_N_LEVELS; i++)
    boxes[i] = (KoyomiRect) { rect.x + i * side * (1 + M->level_gap), rect.y + (rect.height - side) / 2, side, side };
}

/* @box: from 0 */
KoyomiLevelBox
koyomi_level_boxes_get_kind (guint box,
                             int   as_is,
                             int   to_be)
{
  if ((int) box < as_is)
    return KOYOMI_LEVEL_BOX_REACHED;

  return (int) box < to_be ? KOYOMI_LEVEL_BOX_GOAL : KOYOMI_LEVEL_BOX_REST;
}

/* Levels below 1 have no box. */
void
koyomi_level_boxes_paint (KoyomiRect         rect,
                          int                as_is,
                          int                to_be,
                          KoyomiChartPalette palette,
                          cairo_t           *cr)
{
  KoyomiBrush brush = { NULL, palette, cr, 1, FALSE };
  KoyomiRect boxes[KOYOMI_N_LEVELS];

  koyomi_level_boxes_place (rect, boxes);
  cairo_save (cr);
  for (guint i = 0; i < KOYOMI_N_LEVELS; i++)
    {
      const KoyomiHeatStyle *style = koyomi_rating_style_get_box (palette, koyomi_level_boxes_get_kind (i, as_is, to_be));
      double line = boxes[i].height * M->level_edge;
      double radius = boxes[i].height * M->level_radius;

      cairo_new_path (cr);
      _koyomi_brush_trace_rounded (&brush, _koyomi_rect_inset (boxes[i], line / 2), radius, radius);
      _koyomi_brush_set_rgb (&brush, style->fill);
      cairo_fill_preserve (cr);
      _koyomi_brush_set_rgb (&brush, style->edge);
      cairo_set_line_width (cr, line);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}
