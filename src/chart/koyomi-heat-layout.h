#pragma once

#include "koyomi-calendar-layout.h"
#include "koyomi-heat-map.h"

G_BEGIN_DECLS

/* Where everything of a heat map stands. It holds the map, which must not change meanwhile. For one thread. */
typedef struct
{
  const KoyomiHeatMap *map;
  KoyomiChartText     *text;
  double               width;
  double               height;        /* of the head and all rows */
  double               scale;
  double               name_width;
  double               column_width;
  double               row_height;
  double               head_height;
} KoyomiHeatLayout;

KoyomiHeatLayout *koyomi_heat_layout_new        (const KoyomiHeatMap    *map,
                                                 double                  width,
                                                 double                  scale) G_GNUC_WARN_UNUSED_RESULT;
void              koyomi_heat_layout_free       (KoyomiHeatLayout       *self);
KoyomiRect        koyomi_heat_layout_get_cell   (const KoyomiHeatLayout *self,
                                                 guint                   row,
                                                 guint                   column);
KoyomiRect        koyomi_heat_layout_get_name   (const KoyomiHeatLayout *self,
                                                 guint                   row);
KoyomiRect        koyomi_heat_layout_get_head   (const KoyomiHeatLayout *self,
                                                 guint                   column);

/* These add to what is there; the ground should be the palette's paper. */
void              koyomi_heat_layout_paint_head (const KoyomiHeatLayout *self,
                                                 KoyomiChartPalette      palette,
                                                 cairo_t                *cr);
void              koyomi_heat_layout_paint_rows (const KoyomiHeatLayout *self,
                                                 guint                   first_row,
                                                 guint                   n_rows,
                                                 KoyomiChartPalette      palette,
                                                 cairo_t                *cr);
void              koyomi_heat_cell_paint        (KoyomiChartText        *text,
                                                 const KoyomiHeatCell   *cell,
                                                 KoyomiRect              rect,
                                                 double                  scale,
                                                 KoyomiChartPalette      palette,
                                                 cairo_t                *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiHeatLayout, koyomi_heat_layout_free)

G_END_DECLS
