#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a cell of metrics and months shall hold: NAN is nothing any more. */
typedef struct
{
  gint64  metric;
  guint32 month;    /* its first day */
  double  value;
} KoyomiMetricEntry;

/* Where a pasted text does not fit. Rows and columns are counted from 1. */
typedef struct
{
  guint row;
  guint column;
} KoyomiMetricFault;

GArray *koyomi_metric_block_parse  (const char         *text,
                                    const GArray       *metrics,
                                    const GArray       *months,
                                    KoyomiMetricFault  *fault,
                                    GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
