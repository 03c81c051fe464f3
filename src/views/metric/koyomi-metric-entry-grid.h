#pragma once

#include "koyomi-metric-grid.h"
#include "koyomi-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The metrics that are entered by hand against the months of a fiscal year, as in a spreadsheet: typing writes into the cell that is chosen,
 * Enter, Tab and the arrows hand it in and move on, Escape takes it back, Delete empties. Head and names stay in sight.
 *
 * Signals:
 *   "moved" (): another cell is chosen
 *   "paste" (text): a text is to be pasted at the cell that is chosen */
#define KOYOMI_TYPE_METRIC_ENTRY_GRID (koyomi_metric_entry_grid_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMetricEntryGrid, koyomi_metric_entry_grid, KOYOMI, METRIC_ENTRY_GRID, GtkWidget)

GtkWidget  *koyomi_metric_entry_grid_new      (KoyomiWorkspace        *workspace);

void        koyomi_metric_entry_grid_show     (KoyomiMetricEntryGrid  *self,
                                               GPtrArray              *grid,
                                               KoyomiFiscalYear        year);
void        koyomi_metric_entry_grid_choose   (KoyomiMetricEntryGrid  *self,
                                               guint                   row,
                                               guint                   column);
void        koyomi_metric_entry_grid_get_cell (KoyomiMetricEntryGrid  *self,
                                               guint                  *row,
                                               guint                  *column);
gboolean    koyomi_metric_entry_grid_commit   (KoyomiMetricEntryGrid  *self);
void        koyomi_metric_entry_grid_copy     (KoyomiMetricEntryGrid  *self);
void        koyomi_metric_entry_grid_paste    (KoyomiMetricEntryGrid  *self);

G_END_DECLS
