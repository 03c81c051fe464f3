#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How much of a year a view shows. */
typedef enum
{
  KOYOMI_ZOOM_YEAR,
  KOYOMI_ZOOM_HALF,
  KOYOMI_ZOOM_QUARTER,
  KOYOMI_ZOOM_MONTH,
  KOYOMI_ZOOM_WEEK,
} KoyomiZoom;

#define KOYOMI_N_ZOOMS 5

/* Which day stands where in a view. A value. */
typedef struct
{
  guint32  first_day;   /* what can be reached by panning: the fiscal year */
  guint32  last_day;
  double   width;       /* of the view, in pixels */
  double   day_width;   /* from the whole year to a week a view */
  double   offset;      /* from the left edge of first_day to that of the view, from 0 on */
  gboolean fits;        /* shows the whole year, however wide the view is */
} KoyomiTimeScale;

void       koyomi_time_scale_init              (KoyomiTimeScale       *self,
                                                guint32                first_day,
                                                guint32                last_day);
void       koyomi_time_scale_set_width         (KoyomiTimeScale       *self,
                                                double                 width);
void       koyomi_time_scale_set_zoom          (KoyomiTimeScale       *self,
                                                KoyomiZoom             zoom,
                                                guint32                day);
KoyomiZoom koyomi_time_scale_get_zoom          (const KoyomiTimeScale *self);
void       koyomi_time_scale_zoom_by           (KoyomiTimeScale       *self,
                                                double                 factor,
                                                double                 x);
void       koyomi_time_scale_pan               (KoyomiTimeScale       *self,
                                                double                 pixels);
void       koyomi_time_scale_show              (KoyomiTimeScale       *self,
                                                guint32                first_day,
                                                guint32                last_day);

double     koyomi_time_scale_day_to_x          (const KoyomiTimeScale *self,
                                                double                 day);
guint32    koyomi_time_scale_x_to_day          (const KoyomiTimeScale *self,
                                                double                 x);
double     koyomi_time_scale_get_extent        (const KoyomiTimeScale *self);
guint32    koyomi_time_scale_get_first_visible (const KoyomiTimeScale *self);
guint32    koyomi_time_scale_get_last_visible  (const KoyomiTimeScale *self);

G_END_DECLS
