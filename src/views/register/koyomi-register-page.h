#pragma once

#include "koyomi-register-list.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* One register: what is searched for, the list and, of risks, their map.
 *
 * Signals:
 *   "chosen" (): another row is chosen, or none */
#define KOYOMI_TYPE_REGISTER_PAGE (koyomi_register_page_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRegisterPage, koyomi_register_page, KOYOMI, REGISTER_PAGE, GtkWidget)

GtkWidget          *koyomi_register_page_new        (KoyomiWorkspace          *workspace,
                                                     const KoyomiRegisterKind *kind);
gboolean            koyomi_register_page_load       (KoyomiRegisterPage       *self,
                                                     GError                  **error);
KoyomiRegisterList *koyomi_register_page_get_list   (KoyomiRegisterPage       *self);
gboolean            koyomi_register_page_has_own_row (KoyomiRegisterPage      *self);
gboolean            koyomi_register_page_choose     (KoyomiRegisterPage       *self,
                                                     gint64                    id);

void                koyomi_register_page_find       (KoyomiRegisterPage       *self);
void                koyomi_register_page_add        (KoyomiRegisterPage       *self);
void                koyomi_register_page_edit       (KoyomiRegisterPage       *self);
void                koyomi_register_page_duplicate  (KoyomiRegisterPage       *self);
void                koyomi_register_page_remove     (KoyomiRegisterPage       *self);

G_END_DECLS
