#pragma once

#include "koyomi-calendar-layout.h"
#include "koyomi-radar.h"

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
} KoyomiPoint;

/* An axis as drawn. */
typedef struct
{
  KoyomiPoint  tip;                        /* where the highest level is */
  KoyomiPoint  points[KOYOMI_N_SERIES];
  gboolean     has_point[KOYOMI_N_SERIES];
  char        *name;                       /* with its code, or only that where there is no room */
  char        *value;                      /* such as “2.5 → 4.2”; "" without room */
  KoyomiRect   label;                      /* of both, one above the other */
  double       name_height;
  gboolean     is_cut;                     /* the name does not fit */
} KoyomiRadarSpoke;

typedef struct
{
  KoyomiSeries series;
  KoyomiRect   swatch;
  KoyomiRect   label;
} KoyomiRadarLegend;

/* Where everything of a radar stands. It holds the radar, which must not change meanwhile. For one thread. */
typedef struct
{
  const KoyomiRadar *radar;
  KoyomiChartText   *text;
  double             width;
  double             height;
  double             scale;      /* 1 for texts at 100 % */
  KoyomiPoint        centre;
  double             radius;
  gboolean           has_names;  /* else only codes fit */
  GArray            *spokes;     /* (element-type KoyomiRadarSpoke) */
  GArray            *legend;     /* (element-type KoyomiRadarLegend) */
} KoyomiRadarLayout;

KoyomiRadarLayout *koyomi_radar_layout_new  (const KoyomiRadar       *radar,
                                             double                   width,
                                             double                   height,
                                             double                   scale) G_GNUC_WARN_UNUSED_RESULT;
void               koyomi_radar_layout_free (KoyomiRadarLayout       *self);
KoyomiPoint        koyomi_radar_layout_place (const KoyomiRadarLayout *self,
                                              guint                    axis,
                                              double                   level);
int                koyomi_radar_layout_pick (const KoyomiRadarLayout *self,
                                             double                   x,
                                             double                   y);
void               koyomi_radar_paint       (const KoyomiRadarLayout *self,
                                             KoyomiChartPalette       palette,
                                             cairo_t                 *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiRadarLayout, koyomi_radar_layout_free)

G_END_DECLS
