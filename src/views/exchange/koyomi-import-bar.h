#pragma once

#include <gtk/gtk.h>

#include "koyomi-import-reading.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* How a table is read: what it holds, which sheet of a workbook, the year of its months, the catalogue and the day of a matrix.
 *
 * Signals:
 *   "changed": another way of reading was chosen */
#define KOYOMI_TYPE_IMPORT_BAR (koyomi_import_bar_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiImportBar, koyomi_import_bar, KOYOMI, IMPORT_BAR, GtkBox)

GtkWidget                 *koyomi_import_bar_new         (KoyomiWorkspace            *workspace);

void                       koyomi_import_bar_show        (KoyomiImportBar            *self,
                                                          const KoyomiImportReading  *reading);
void                       koyomi_import_bar_show_again  (KoyomiImportBar            *self);
const KoyomiImportOptions *koyomi_import_bar_get_options (KoyomiImportBar            *self);
gboolean                   koyomi_import_bar_get_begins  (KoyomiImportBar            *self);

G_END_DECLS
