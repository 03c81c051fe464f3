#pragma once

#include <gtk/gtk.h>

#include "koyomi-data-rows.h"
#include "koyomi-language.h"

G_BEGIN_DECLS

/* A column of a table of rows that the engine tells. Where compare () is NULL it is sorted by its texts, where get_style () is not, the text stands
 * in a chip of that class of the style sheet, or in none for NULL. With is_button the text can be pressed, in a plan that is only read where leads ()
 * says so; get_note () says more of the text, or NULL. */
typedef struct
{
  const char *title;   /* in English, for koyomi_tr() */
  char       *(*format)    (gconstpointer row, KoyomiLanguage language);
  int         (*compare)   (gconstpointer a, gconstpointer b);
  const char *(*get_style) (gconstpointer row);
  int         width;   /* 0 takes the rest */
  gboolean    is_button;
  int         least;   /* of one that takes the rest; 0 for little */
  const char *(*get_note) (gconstpointer row);
  gboolean    (*leads) (gconstpointer row);
} KoyomiDataColumn;

/* A table of such rows, sorted by whichever column is pressed, of which one is chosen.
 *
 * Signals:
 *   "chosen" (): another row is
 *   "activated" (): the row that is chosen was pressed twice, or Enter
 *   "removing" (): Delete was pressed
 *   "pressed" (guint): the button in that column of the row that is now chosen was */
#define KOYOMI_TYPE_DATA_TABLE (koyomi_data_table_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiDataTable, koyomi_data_table, KOYOMI, DATA_TABLE, GtkWidget)

GtkWidget *koyomi_data_table_new           (const char             *name,
                                            KoyomiLanguage          language,
                                            const KoyomiDataColumn *columns,
                                            guint                   n_columns,
                                            KoyomiDataRowId         get_id);
guint      koyomi_data_table_show          (KoyomiDataTable        *self,
                                            GPtrArray              *rows,
                                            KoyomiDataRowFilter     filter,
                                            gpointer                data);
void       koyomi_data_table_show_whole    (KoyomiDataTable        *self,
                                            GtkAdjustment          *page);
void       koyomi_data_table_set_title     (KoyomiDataTable        *self,
                                            guint                   column,
                                            const char             *title);
void       koyomi_data_table_set_menu      (KoyomiDataTable        *self,
                                            const char             *open,
                                            const char             *remove);
void       koyomi_data_table_take_menu     (KoyomiDataTable        *self,
                                            GMenu                  *menu);
void       koyomi_data_table_set_read_only (KoyomiDataTable        *self,
                                            gboolean                read_only);
gint64     koyomi_data_table_get_chosen    (KoyomiDataTable        *self);
void       koyomi_data_table_choose        (KoyomiDataTable        *self,
                                            gint64                  id);

gboolean   koyomi_data_row_is_in           (gconstpointer           row,
                                            gpointer                set);

G_END_DECLS
