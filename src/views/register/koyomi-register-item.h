#pragma once

#include "koyomi-register-kind.h"

G_BEGIN_DECLS

/* A row of a register as its list shows it: a text for each column. */
#define KOYOMI_TYPE_REGISTER_ITEM (koyomi_register_item_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRegisterItem, koyomi_register_item, KOYOMI, REGISTER_ITEM, GObject)

KoyomiRegisterItem      *koyomi_register_item_new            (const KoyomiRegisterKind *kind,
                                                              const KoyomiRegisterRow  *row,
                                                              GPtrArray                *indexes,
                                                              KoyomiLanguage            language) G_GNUC_WARN_UNUSED_RESULT;

KoyomiRecord            *koyomi_register_item_get_record     (KoyomiRegisterItem       *self);
gint64                   koyomi_register_item_get_id         (KoyomiRegisterItem       *self);
KoyomiTableId            koyomi_register_item_get_origin     (KoyomiRegisterItem       *self);
KoyomiRegisterState      koyomi_register_item_get_state      (KoyomiRegisterItem       *self);
char                    *koyomi_register_item_describe_state (KoyomiRegisterItem       *self,
                                                              KoyomiLanguage            language) G_GNUC_WARN_UNUSED_RESULT;
const char              *koyomi_register_item_get_text       (KoyomiRegisterItem       *self,
                                                              guint                     column);
gboolean                 koyomi_register_item_matches        (KoyomiRegisterItem       *self,
                                                              const char               *folded_query);
int                      koyomi_register_item_compare        (KoyomiRegisterItem       *self,
                                                              KoyomiRegisterItem       *other,
                                                              guint                     column);
int                      koyomi_register_item_compare_state  (KoyomiRegisterItem       *self,
                                                              KoyomiRegisterItem       *other);

G_END_DECLS
