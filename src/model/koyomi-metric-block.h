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

typedef enum
{
  KOYOMI_METRIC_FAULT_NO_NUMBER,
  KOYOMI_METRIC_FAULT_COMING,      /* the month has not begun */
  KOYOMI_METRIC_FAULT_NO_METRIC,   /* there are fewer metrics than lines */
  KOYOMI_METRIC_FAULT_NO_MONTH,    /* there are fewer months than columns */
} KoyomiMetricFaultKind;

/* A cell of a pasted text that fits nowhere. Rows and columns are those of the text, from 0. */
typedef struct
{
  KoyomiMetricFaultKind kind;
  guint                 row;
  guint                 column;
  char                 *text;
} KoyomiMetricFault;

/* What a pasted text comes to. An empty cell is neither: it leaves what is there, for a gap is no value. */
typedef struct
{
  GArray *entries;   /* (element-type KoyomiMetricEntry) */
  GArray *faults;    /* (element-type KoyomiMetricFault) */
} KoyomiMetricBlock;

KoyomiMetricBlock *koyomi_metric_block_parse  (const char         *text,
                                               const GArray       *metrics,
                                               const GArray       *months,
                                               guint32             today) G_GNUC_WARN_UNUSED_RESULT;
void               koyomi_metric_block_free   (KoyomiMetricBlock  *self);
gboolean           koyomi_metric_block_read_cell (const char      *text,
                                                  double             *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMetricBlock, koyomi_metric_block_free)

G_END_DECLS
