#pragma once

#include <gtk/gtk.h>

#include "koyomi-language.h"
#include "koyomi-metric-grid.h"

G_BEGIN_DECLS

/* A metric in a month, to be typed into, also with an input method.
 *
 * Signals:
 *   "typed" (): another text stands in it, by the person */
#define KOYOMI_TYPE_METRIC_ENTRY_CELL (koyomi_metric_entry_cell_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMetricEntryCell, koyomi_metric_entry_cell, KOYOMI, METRIC_ENTRY_CELL, GtkWidget)

GtkWidget   *koyomi_metric_entry_cell_new           (void);

void         koyomi_metric_entry_cell_show          (KoyomiMetricEntryCell      *self,
                                                     const KoyomiMetricGridRow  *row,
                                                     guint                       column,
                                                     gboolean                    can_edit,
                                                     KoyomiLanguage              language);
void         koyomi_metric_entry_cell_set_selected  (KoyomiMetricEntryCell      *self,
                                                     gboolean                    is_selected);
void         koyomi_metric_entry_cell_set_wrong     (KoyomiMetricEntryCell      *self,
                                                     gboolean                    is_wrong);

const char  *koyomi_metric_entry_cell_get_text      (KoyomiMetricEntryCell      *self);
gboolean     koyomi_metric_entry_cell_is_typed      (KoyomiMetricEntryCell      *self);
gboolean     koyomi_metric_entry_cell_is_composing  (KoyomiMetricEntryCell      *self);
gboolean     koyomi_metric_entry_cell_is_edited     (KoyomiMetricEntryCell      *self);
void         koyomi_metric_entry_cell_edit          (KoyomiMetricEntryCell      *self);
void         koyomi_metric_entry_cell_accept        (KoyomiMetricEntryCell      *self,
                                                     double                      value);
void         koyomi_metric_entry_cell_take_back     (KoyomiMetricEntryCell      *self);

G_END_DECLS
