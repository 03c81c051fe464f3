#pragma once

#include <gtk/gtk.h>

#include "koyomi-language.h"
#include "koyomi-roll-row.h"

G_BEGIN_DECLS

/* Lines of the roll-over with a search; several can be chosen, and what is done is done to all of them.
 *
 * Emits "selection-changed". */
#define KOYOMI_TYPE_ROLL_LIST (koyomi_roll_list_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRollList, koyomi_roll_list, KOYOMI, ROLL_LIST, GtkWidget)

GtkWidget *koyomi_roll_list_new           (const char      *label,
                                           KoyomiLanguage   language);
void       koyomi_roll_list_take_rows     (KoyomiRollList  *self,
                                           GPtrArray       *rows);
GPtrArray *koyomi_roll_list_get_selected  (KoyomiRollList  *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
