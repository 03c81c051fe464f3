#include "koyomi-id-set-private.h"

GHashTable *
_koyomi_id_set_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/* None is no key. */
void
_koyomi_id_set_add (GHashTable *self,
                    gint64      id)
{
  if (id != 0)
    g_hash_table_add (self, g_memdup2 (&id, sizeof id));
}

/* Adds what each record has in @field: its own key, or the row that it refers to. */
void
_koyomi_id_set_fill (GHashTable *self,
                     GPtrArray  *records,
                     int         field)
{
  for (guint i = 0; i < records->len; i++)
    _koyomi_id_set_add (self, koyomi_record_get_int (g_ptr_array_index (records, i), field));
}

/* Whether what @record has in @field is one of them. */
gboolean
_koyomi_id_set_has (GHashTable   *self,
                    KoyomiRecord *record,
                    int           field)
{
  gint64 id = koyomi_record_get_int (record, field);

  return g_hash_table_contains (self, &id);
}
