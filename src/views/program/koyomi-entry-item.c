#include "koyomi-entry-item.h"

struct _KoyomiEntryItem
{
  GObject      parent_instance;

  KoyomiEntry *entry;
};

G_DEFINE_FINAL_TYPE (KoyomiEntryItem, koyomi_entry_item, G_TYPE_OBJECT)

static void
koyomi_entry_item_finalize (GObject *object)
{
  koyomi_entry_free (KOYOMI_ENTRY_ITEM (object)->entry);

  G_OBJECT_CLASS (koyomi_entry_item_parent_class)->finalize (object);
}

static void
koyomi_entry_item_class_init (KoyomiEntryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_entry_item_finalize;
}

static void
koyomi_entry_item_init (KoyomiEntryItem *self)
{
}

/* @entry: (transfer full) */
KoyomiEntryItem *
koyomi_entry_item_new (KoyomiEntry *entry)
{
  KoyomiEntryItem *self = g_object_new (KOYOMI_TYPE_ENTRY_ITEM, NULL);

  self->entry = entry;

  return self;
}

const KoyomiEntry *
koyomi_entry_item_get_entry (KoyomiEntryItem *self)
{
  g_return_val_if_fail (KOYOMI_IS_ENTRY_ITEM (self), NULL);

  return self->entry;
}
