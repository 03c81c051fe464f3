#pragma once

#include "koyomi-chart-table.h"
#include "koyomi-rating-style.h"

G_BEGIN_DECLS

/* Levels from 0 to 5 on as many axes as there are: now, the goal, and a year before. */

typedef struct
{
  char   *code;                      /* "" for none */
  char   *name;
  double  values[KOYOMI_N_SERIES];   /* NAN where there is none */
} KoyomiRadarAxis;

typedef struct
{
  KoyomiLanguage  language;
  GArray         *axes;                      /* (element-type KoyomiRadarAxis): clockwise from the top */
  char           *names[KOYOMI_N_SERIES];    /* for the legend */
} KoyomiRadar;

KoyomiRadar      *koyomi_radar_new          (KoyomiLanguage     language) G_GNUC_WARN_UNUSED_RESULT;
void              koyomi_radar_free         (KoyomiRadar       *self);
void              koyomi_radar_add_axis     (KoyomiRadar       *self,
                                             const char        *code,
                                             const char        *name,
                                             double             now,
                                             double             goal,
                                             double             before);
gboolean          koyomi_radar_has_series   (const KoyomiRadar *self,
                                             KoyomiSeries       series);
KoyomiChartTable *koyomi_radar_create_table (const KoyomiRadar *self,
                                             const char        *title) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiRadar, koyomi_radar_free)

G_END_DECLS
