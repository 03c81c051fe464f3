#pragma once

#include "koyomi-incident-times.h"

G_BEGIN_DECLS

/* How long something took. */
typedef enum
{
  KOYOMI_MEASURE_DETECT,        /* TTD: from occurred to detected */
  KOYOMI_MEASURE_ACKNOWLEDGE,   /* TTA: from detected to acknowledged */
  KOYOMI_MEASURE_CONTAIN,       /* TTC: from detected to contained */
  KOYOMI_MEASURE_RECOVER,       /* TTR: from detected to recovered */
  KOYOMI_N_MEASURES,
} KoyomiMeasure;

/* Of several incidents, in milliseconds. */
typedef struct
{
  guint  n;             /* that have both times */
  guint  n_estimated;   /* of them those where one is estimated */
  guint  n_excluded;    /* that lack one */
  double median;        /* NAN without any */
  double mean;
} KoyomiMeasureSummary;

const char *koyomi_measure_get_code   (KoyomiMeasure              measure);
const char *koyomi_measure_get_label  (KoyomiMeasure              measure,
                                       KoyomiLanguage             language);
gboolean    koyomi_measure_take       (KoyomiMeasure              measure,
                                       const KoyomiIncidentTimes *times,
                                       gint64                    *length,
                                       gboolean                  *is_estimated);
void        koyomi_measure_summarize  (KoyomiMeasure              measure,
                                       const KoyomiIncidentTimes *times,
                                       guint                      n_incidents,
                                       KoyomiMeasureSummary      *summary);
char       *koyomi_measure_format     (double                     length,
                                       KoyomiLanguage             language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
