#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A row of the engine as an item of a list, which lives as long as the array that it comes from. */
#define KOYOMI_TYPE_DATA_ITEM (koyomi_data_item_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiDataItem, koyomi_data_item, KOYOMI, DATA_ITEM, GObject)

gconstpointer   koyomi_data_item_get_row (KoyomiDataItem      *self);

typedef gint64   (*KoyomiDataRowId)     (gconstpointer row);
typedef gboolean (*KoyomiDataRowFilter) (gconstpointer row,
                                         gpointer      data);

/* Rows as a list model. An item is made when somebody asks for it: of a hundred thousand rows few are ever in sight. */
#define KOYOMI_TYPE_DATA_ROWS (koyomi_data_rows_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiDataRows, koyomi_data_rows, KOYOMI, DATA_ROWS, GObject)

KoyomiDataRows *koyomi_data_rows_new     (void) G_GNUC_WARN_UNUSED_RESULT;
guint           koyomi_data_rows_show    (KoyomiDataRows      *self,
                                          GPtrArray           *rows,
                                          KoyomiDataRowFilter  filter,
                                          gpointer             data);
guint           koyomi_data_rows_find    (KoyomiDataRows      *self,
                                          KoyomiDataRowId      get_id,
                                          gint64               id);

G_END_DECLS
