#pragma once

#include "koyomi-metric-block.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

#define KOYOMI_METRIC_GRID_MONTHS 12

typedef enum
{
  KOYOMI_METRIC_CELL_NOT_DUE,   /* no value is asked for in this month */
  KOYOMI_METRIC_CELL_COMING,    /* the month has not begun */
  KOYOMI_METRIC_CELL_DUE,       /* there is no value yet, and there is still time */
  KOYOMI_METRIC_CELL_MISSING,   /* there is none, and time is up */
  KOYOMI_METRIC_CELL_ENTERED,
} KoyomiMetricCellState;

/* A metric in a month. */
typedef struct
{
  guint32                month;         /* its first day */
  KoyomiMetricCellState  state;
  KoyomiRecord          *value;         /* (nullable): the one that holds */
  guint                  n_values;      /* that were ever entered, the corrected as well */
  gboolean               is_closed;     /* the quarter was closed with this metric */
  gboolean               is_restated;   /* it was changed after that */
} KoyomiMetricGridCell;

/* A metric that is entered by hand, and a fiscal year of it. */
typedef struct
{
  KoyomiRecord         *metric;
  gboolean              is_stale;       /* its last value is too old */
  KoyomiMetricGridCell  cells[KOYOMI_METRIC_GRID_MONTHS];
} KoyomiMetricGridRow;

GPtrArray         *koyomi_session_load_metric_grid  (KoyomiSession            *session,
                                                     KoyomiFiscalYear          year,
                                                     guint32                   today,
                                                     KoyomiLanguage            language,
                                                     GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
void               koyomi_metric_grid_row_free      (KoyomiMetricGridRow      *self);

double             koyomi_metric_grid_get_value     (GPtrArray                *grid,
                                                     guint                     row,
                                                     guint                     column);
gboolean           koyomi_metric_grid_find          (GPtrArray                *grid,
                                                     const KoyomiMetricEntry  *entry,
                                                     guint                    *row,
                                                     guint                    *column);
void               koyomi_metric_grid_count         (GPtrArray                *grid,
                                                     guint                    *n_missing,
                                                     guint                    *n_stale);
char              *koyomi_metric_grid_copy          (GPtrArray                *grid,
                                                     guint                     row,
                                                     guint                     column,
                                                     guint                     n_rows,
                                                     guint                     n_columns) G_GNUC_WARN_UNUSED_RESULT;
KoyomiMetricBlock *koyomi_metric_grid_read          (GPtrArray                *grid,
                                                     guint                     row,
                                                     guint                     column,
                                                     const char               *text,
                                                     guint32                   today) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMetricGridRow, koyomi_metric_grid_row_free)

G_END_DECLS
