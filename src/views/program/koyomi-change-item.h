#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* What an entry of the change log did to one row, to stand in a list. */
#define KOYOMI_TYPE_CHANGE_ITEM (koyomi_change_item_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiChangeItem, koyomi_change_item, KOYOMI, CHANGE_ITEM, GObject)

KoyomiChangeItem *koyomi_change_item_new        (KoyomiRowChange   *change) G_GNUC_WARN_UNUSED_RESULT;
const KoyomiRowChange *koyomi_change_item_get_change (KoyomiChangeItem *self);
char             *koyomi_change_item_dup_markup (KoyomiChangeItem  *self,
                                                 KoyomiSession     *session,
                                                 KoyomiLanguage     language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
