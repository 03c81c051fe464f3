#pragma once

#include "koyomi-figure.h"

G_BEGIN_DECLS

/* How each metric stood in each quarter. */

#define KOYOMI_TYPE_STATUS_GRID koyomi_status_grid_get_type ()
G_DECLARE_FINAL_TYPE (KoyomiStatusGrid, koyomi_status_grid, KOYOMI, STATUS_GRID, KoyomiFigure)

KoyomiFigure *koyomi_status_grid_new        (KoyomiLanguage      language,
                                             const char         *title) G_GNUC_WARN_UNUSED_RESULT;
void          koyomi_status_grid_add_column (KoyomiStatusGrid   *self,
                                             const char         *name);
guint         koyomi_status_grid_add_row    (KoyomiStatusGrid   *self,
                                             const char         *name);
void          koyomi_status_grid_set_cell   (KoyomiStatusGrid   *self,
                                             guint               row,
                                             guint               column,
                                             const char         *text,
                                             KoyomiMetricStatus  status);

G_END_DECLS
