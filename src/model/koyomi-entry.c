#include "koyomi-entry.h"

void
koyomi_entry_free (KoyomiEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->actor);
  g_free (self->label);
  g_free (self);
}

/* Returns: (transfer full): the entry's hash in hexadecimal, as reports print it */
char *
koyomi_entry_dup_hash (const KoyomiEntry *self)
{
  GString *text = g_string_sized_new (2 * KOYOMI_HASH_SIZE);

  for (guint i = 0; i < KOYOMI_HASH_SIZE; i++)
    g_string_append_printf (text, "%02x", self->hash[i]);

  return g_string_free (text, FALSE);
}

static void
clear_field_change (gpointer data)
{
  KoyomiFieldChange *change = data;

  g_free (change->old_text);
  g_free (change->new_text);
}

/* Without fields yet. */
KoyomiRowChange *
koyomi_row_change_new (KoyomiTableId    table,
                       gint64           row,
                       KoyomiChangeKind kind)
{
  KoyomiRowChange *self = g_new0 (KoyomiRowChange, 1);

  self->table = table;
  self->row = row;
  self->kind = kind;
  self->fields = g_array_new (FALSE, TRUE, sizeof (KoyomiFieldChange));
  g_array_set_clear_func (self->fields, clear_field_change);

  return self;
}

void
koyomi_row_change_free (KoyomiRowChange *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->fields);
  g_free (self);
}
