#pragma once

#include <gtk/gtk.h>

#include "koyomi-register-item.h"

G_BEGIN_DECLS

/* The rows of a register: sorted by any column, and only those that are searched for.
 *
 * Signals:
 *   "chosen" (): another row is chosen, or other rows are shown
 *   "activated" (): the chosen row was pressed twice, or Enter
 *   "remove" (): Delete was pressed on the chosen row */
#define KOYOMI_TYPE_REGISTER_LIST (koyomi_register_list_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRegisterList, koyomi_register_list, KOYOMI, REGISTER_LIST, GtkWidget)

GtkWidget          *koyomi_register_list_new         (const KoyomiRegisterKind *kind,
                                                      KoyomiLanguage            language);
void                koyomi_register_list_show        (KoyomiRegisterList       *self,
                                                      GPtrArray                *items);
void                koyomi_register_list_set_query   (KoyomiRegisterList       *self,
                                                      const char               *query);
void                koyomi_register_list_set_level   (KoyomiRegisterList       *self,
                                                      int                       field,
                                                      int                       likelihood,
                                                      int                       impact);
guint               koyomi_register_list_get_n_shown (KoyomiRegisterList       *self);
KoyomiRegisterItem *koyomi_register_list_get_shown   (KoyomiRegisterList       *self,
                                                      guint                     position);
KoyomiRegisterItem *koyomi_register_list_get_chosen  (KoyomiRegisterList       *self);
gboolean            koyomi_register_list_choose      (KoyomiRegisterList       *self,
                                                      gint64                    id);

G_END_DECLS
