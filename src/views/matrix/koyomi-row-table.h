#pragma once

#include <gtk/gtk.h>

#include "koyomi-rating-style.h"

G_BEGIN_DECLS

/* A table of texts, of which one row is chosen, or several where it is said so. The first column names the row.
 *
 * Signals:
 *   "chosen" (): another row is, or several
 *   "activated" (): the row that is chosen was pressed twice, or Enter */
#define KOYOMI_TYPE_ROW_TABLE (koyomi_row_table_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRowTable, koyomi_row_table, KOYOMI, ROW_TABLE, GtkWidget)

GtkWidget  *koyomi_row_table_new          (const char         *name);
void        koyomi_row_table_set_multiple (KoyomiRowTable    *self);
void        koyomi_row_table_add_column   (KoyomiRowTable    *self,
                                           const char         *title,
                                           gboolean            is_number);
void        koyomi_row_table_add_heat_column (KoyomiRowTable   *self,
                                              const char         *title,
                                              KoyomiLanguage      language);
char       *koyomi_row_table_format_heat   (const char         *text,
                                            KoyomiHeat          heat,
                                            const char         *explanation) G_GNUC_WARN_UNUSED_RESULT;
void        koyomi_row_table_clear        (KoyomiRowTable    *self);
void        koyomi_row_table_take_row     (KoyomiRowTable    *self,
                                           GStrv               cells);
void        koyomi_row_table_show         (KoyomiRowTable    *self);
int         koyomi_row_table_get_chosen   (KoyomiRowTable    *self);
GArray     *koyomi_row_table_list_chosen  (KoyomiRowTable    *self) G_GNUC_WARN_UNUSED_RESULT;
void        koyomi_row_table_choose       (KoyomiRowTable    *self,
                                           int                 row);
guint       koyomi_row_table_get_n_rows   (KoyomiRowTable    *self);
const char *koyomi_row_table_get_text     (KoyomiRowTable    *self,
                                           guint               row,
                                           guint               column);

char       *koyomi_row_table_dup_text      (KoyomiRowTable     *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
