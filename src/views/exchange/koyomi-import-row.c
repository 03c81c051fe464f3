#include "koyomi-import-row.h"

struct _KoyomiImportRow
{
  GObject                 parent_instance;

  KoyomiImport           *import;
  const KoyomiImportItem *item;        /* one of the two; both belong to the dry run */
  const KoyomiImportNote *note;
  gboolean                has_error;   /* in its row of the file */
};

enum
{
  PROP_0,
  PROP_WANTED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (KoyomiImportRow, koyomi_import_row, G_TYPE_OBJECT)

static void
set_wanted (KoyomiImportRow *self,
            gboolean         wanted)
{
  if (koyomi_import_row_is_wanted (self) == wanted)
    return;

  if (wanted)
    koyomi_import_take_row (self->import, koyomi_import_row_get_number (self));
  else
    koyomi_import_skip_row (self->import, koyomi_import_row_get_number (self));
  koyomi_import_row_refresh (self);
}

static void
koyomi_import_row_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  g_value_set_boolean (value, koyomi_import_row_is_wanted (KOYOMI_IMPORT_ROW (object)));
}

static void
koyomi_import_row_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  set_wanted (KOYOMI_IMPORT_ROW (object), g_value_get_boolean (value));
}

static void
koyomi_import_row_finalize (GObject *object)
{
  g_object_unref (KOYOMI_IMPORT_ROW (object)->import);

  G_OBJECT_CLASS (koyomi_import_row_parent_class)->finalize (object);
}

static void
koyomi_import_row_class_init (KoyomiImportRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = koyomi_import_row_finalize;
  object_class->get_property = koyomi_import_row_get_property;
  object_class->set_property = koyomi_import_row_set_property;

  properties[PROP_WANTED] = g_param_spec_boolean ("wanted", NULL, NULL, TRUE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
koyomi_import_row_init (KoyomiImportRow *self)
{
}

/* @has_error: whether a cell of its row cannot be taken over */
KoyomiImportRow *
koyomi_import_row_new_item (KoyomiImport           *import,
                            const KoyomiImportItem *item,
                            gboolean                has_error)
{
  KoyomiImportRow *self = g_object_new (KOYOMI_TYPE_IMPORT_ROW, NULL);

  self->import = g_object_ref (import);
  self->item = item;
  self->has_error = has_error;

  return self;
}

KoyomiImportRow *
koyomi_import_row_new_note (KoyomiImport           *import,
                            const KoyomiImportNote *note)
{
  KoyomiImportRow *self = g_object_new (KOYOMI_TYPE_IMPORT_ROW, NULL);

  self->import = g_object_ref (import);
  self->note = note;
  self->has_error = koyomi_import_note_get_severity (note) == KOYOMI_IMPORT_ERROR;

  return self;
}

/* Returns: (nullable) */
const KoyomiImportItem *
koyomi_import_row_get_item (KoyomiImportRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_IMPORT_ROW (self), NULL);

  return self->item;
}

/* Of the row of the file. */
guint
koyomi_import_row_get_number (KoyomiImportRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_IMPORT_ROW (self), 0);

  return self->item != NULL ? self->item->row : self->note->row;
}

/* Whether it cannot be taken over. */
gboolean
koyomi_import_row_has_error (KoyomiImportRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_IMPORT_ROW (self), FALSE);

  return self->has_error;
}

/* Whether it matters if its row is left out. */
gboolean
koyomi_import_row_can_choose (KoyomiImportRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_IMPORT_ROW (self), FALSE);

  return self->has_error ||
         (self->item != NULL && (self->item->found == KOYOMI_IMPORT_ADD || self->item->found == KOYOMI_IMPORT_CHANGE ||
                                 self->item->found == KOYOMI_IMPORT_REMOVE));
}

gboolean
koyomi_import_row_is_wanted (KoyomiImportRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_IMPORT_ROW (self), FALSE);

  return koyomi_import_takes_row (self->import, koyomi_import_row_get_number (self));
}

/* Another line of the same row of the file may have been ticked. */
void
koyomi_import_row_refresh (KoyomiImportRow *self)
{
  g_return_if_fail (KOYOMI_IS_IMPORT_ROW (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WANTED]);
}

/* Where it stands in the file. */
char *
koyomi_import_row_dup_place (KoyomiImportRow *self,
                             KoyomiLanguage   language)
{
  return koyomi_import_format_place (self->import, koyomi_import_row_get_number (self), self->note != NULL ? self->note->column : -1,
                                     language);
}

char *
koyomi_import_row_dup_kind (KoyomiImportRow *self,
                            KoyomiLanguage   language)
{
  return g_strdup (koyomi_import_kind_get_label (self->item->kind, language));
}

char *
koyomi_import_row_dup_name (KoyomiImportRow *self,
                            KoyomiLanguage   language)
{
  return g_strdup (self->item->name);
}

/* A row with an error becomes nothing, until it is left out or the file is corrected. */
char *
koyomi_import_row_dup_action (KoyomiImportRow *self,
                              KoyomiLanguage   language)
{
  if (self->has_error && koyomi_import_row_is_wanted (self))
    return g_strdup (koyomi_tr (language, "error"));

  return g_strdup (koyomi_import_action_get_label (self->item->action, language));
}

/* What would be different, field by field; of a new activity its months. */
char *
koyomi_import_row_dup_changes (KoyomiImportRow *self,
                               KoyomiLanguage   language)
{
  GString *text = g_string_new (NULL);

  if (*self->item->detail != '\0')
    /* Translators: the months of an activity by their numbers, such as 4,10 */
    g_string_append_printf (text, koyomi_tr (language, "Months: %s"), self->item->detail);

  for (guint i = 0; i < self->item->changes->len; i++)
    {
      const KoyomiImportChange *change = &g_array_index (self->item->changes, KoyomiImportChange, i);
      const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_FIELD_TABLE (change->field));

      g_string_append_printf (text, "%s%s: %s → %s", text->len > 0 ? "\n" : "",
                              koyomi_tr (language, table->fields[KOYOMI_FIELD_INDEX (change->field)].label),
                              *change->old_text != '\0' ? change->old_text : "－",
                              *change->new_text != '\0' ? change->new_text : "－");
    }

  return g_string_free (text, FALSE);
}

char *
koyomi_import_row_dup_severity (KoyomiImportRow *self,
                                KoyomiLanguage   language)
{
  return g_strdup (self->has_error ? koyomi_tr (language, "error") : koyomi_tr (language, "doubt"));
}

/* What is doubtful or wrong. */
char *
koyomi_import_row_dup_what (KoyomiImportRow *self,
                            KoyomiLanguage   language)
{
  return koyomi_import_note_describe (self->note, language);
}

char *
koyomi_import_row_dup_advice (KoyomiImportRow *self,
                              KoyomiLanguage   language)
{
  return koyomi_import_note_advise (self->note, language);
}
