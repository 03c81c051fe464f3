#pragma once

#include "koyomi-metric-grid.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What stays in sight around the cells: months above, metrics beside them. */
#define KOYOMI_TYPE_METRIC_ENTRY_HEAD (koyomi_metric_entry_head_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMetricEntryHead, koyomi_metric_entry_head, KOYOMI, METRIC_ENTRY_HEAD, GtkWidget)

GtkWidget  *koyomi_metric_entry_head_new   (GtkScrolledWindow      *scroller,
                                            KoyomiLanguage          language);
void        koyomi_metric_entry_head_show  (KoyomiMetricEntryHead  *self,
                                            GPtrArray              *grid,
                                            KoyomiFiscalYear        year);
void        koyomi_metric_entry_head_join  (KoyomiMetricEntryHead  *self,
                                            GtkWidget              *cell,
                                            guint                   row,
                                            guint                   column);
void        koyomi_metric_entry_head_mark  (KoyomiMetricEntryHead  *self,
                                            guint                   row,
                                            guint                   column);

G_END_DECLS
