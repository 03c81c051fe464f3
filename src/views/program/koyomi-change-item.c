#include "koyomi-change-item.h"

#include "koyomi-history.h"

#include <string.h>

/* A long text is not read here. */
#define MAX_LENGTH 200

struct _KoyomiChangeItem
{
  GObject          parent_instance;

  KoyomiRowChange *change;
};

G_DEFINE_FINAL_TYPE (KoyomiChangeItem, koyomi_change_item, G_TYPE_OBJECT)

static void
koyomi_change_item_finalize (GObject *object)
{
  koyomi_row_change_free (KOYOMI_CHANGE_ITEM (object)->change);

  G_OBJECT_CLASS (koyomi_change_item_parent_class)->finalize (object);
}

static void
koyomi_change_item_class_init (KoyomiChangeItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_change_item_finalize;
}

static void
koyomi_change_item_init (KoyomiChangeItem *self)
{
}

/* @change: (transfer full) */
KoyomiChangeItem *
koyomi_change_item_new (KoyomiRowChange *change)
{
  KoyomiChangeItem *self = g_object_new (KOYOMI_TYPE_CHANGE_ITEM, NULL);

  self->change = change;

  return self;
}

const KoyomiRowChange *
koyomi_change_item_get_change (KoyomiChangeItem *self)
{
  g_return_val_if_fail (KOYOMI_IS_CHANGE_ITEM (self), NULL);

  return self->change;
}

static char *
format_side (KoyomiSession           *session,
             const KoyomiFieldChange *field,
             gboolean                 new_side,
             KoyomiLanguage           language)
{
  g_autofree char *text = koyomi_session_format_change (session, field, new_side, language);

  if (g_utf8_strlen (text, -1) > MAX_LENGTH)
    strcpy (g_utf8_offset_to_pointer (text, MAX_LENGTH - 1), "…");

  return g_markup_escape_text (*text != '\0' ? text : "–", -1);
}

static void
add_field (GString                 *markup,
           const KoyomiRowChange   *change,
           const KoyomiFieldChange *field,
           KoyomiSession           *session,
           KoyomiLanguage           language)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_FIELD_TABLE (field->field));
  const char *label = koyomi_tr (language, table->fields[KOYOMI_FIELD_INDEX (field->field)].label);
  g_autofree char *old_side = format_side (session, field, FALSE, language);
  g_autofree char *new_side = format_side (session, field, TRUE, language);

  if (change->kind == KOYOMI_CHANGE_INSERT)
    g_string_append_printf (markup, "\n%s: %s", label, new_side);
  else if (change->kind == KOYOMI_CHANGE_DELETE)
    g_string_append_printf (markup, "\n%s: %s", label, old_side);
  else
    g_string_append_printf (markup, "\n%s: %s → %s", label, old_side, new_side);
}

static const char *
name_kind (const KoyomiRowChange *change,
           KoyomiLanguage         language)
{
  if (change->is_translation)
    return koyomi_trc (language, "change log", "Translated");

  switch (change->kind)
    {
    case KOYOMI_CHANGE_INSERT:
      return koyomi_trc (language, "change log", "Added");
    case KOYOMI_CHANGE_DELETE:
      return koyomi_trc (language, "change log", "Deleted");
    case KOYOMI_CHANGE_UPDATE:
    default:
      return koyomi_trc (language, "change log", "Changed");
    }
}

/* Returns: (transfer full): what was changed, and below it each field with its old and new value */
char *
koyomi_change_item_dup_markup (KoyomiChangeItem *self,
                               KoyomiSession    *session,
                               KoyomiLanguage    language)
{
  const KoyomiRowChange *change = self->change;
  g_autofree char *name = koyomi_session_name_row (session, change, language);
  g_autofree char *escaped = g_markup_escape_text (name, -1);
  const char *kind = koyomi_tr (language, koyomi_dictionary_get_table (change->table)->label);
  /* Translators: how a row was changed, of what kind it is, and its name */
  g_autofree char *head = g_strdup_printf (koyomi_tr (language, "%s: %s “%s”"), name_kind (change, language), kind, escaped);
  GString *markup = g_string_new (NULL);

  g_string_append_printf (markup, "<b>%s</b>", head);
  for (guint i = 0; i < change->fields->len; i++)
    {
      const KoyomiFieldChange *field = &g_array_index (change->fields, KoyomiFieldChange, i);

      if (KOYOMI_FIELD_INDEX (field->field) != 0)
        add_field (markup, change, field, session, language);
    }

  return g_string_free (markup, FALSE);
}
