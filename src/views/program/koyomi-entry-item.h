#pragma once

#include "koyomi-entry.h"

G_BEGIN_DECLS

/* An entry of the change log, to stand in a list. */
#define KOYOMI_TYPE_ENTRY_ITEM (koyomi_entry_item_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiEntryItem, koyomi_entry_item, KOYOMI, ENTRY_ITEM, GObject)

KoyomiEntryItem   *koyomi_entry_item_new       (KoyomiEntry      *entry) G_GNUC_WARN_UNUSED_RESULT;
const KoyomiEntry *koyomi_entry_item_get_entry (KoyomiEntryItem  *self);

G_END_DECLS
