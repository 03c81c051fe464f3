#include "koyomi-record.h"

#include "koyomi-day.h"

#include <math.h>
#include <string.h>

typedef union
{
  gint64  integer;   /* every type but the next two */
  double  real;
  char   *text;      /* NULL stands for "" */
} Value;

struct _KoyomiRecord
{
  GObject            parent_instance;

  const KoyomiTable *table;
  KoyomiTableId      table_id;
  KoyomiLanguage     language;
  guint64            changed;      /* a bit a field */
  gboolean           is_being_read; /* nobody listens yet */
  Value             *values;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiRecord, koyomi_record, G_TYPE_OBJECT)

static void
koyomi_record_finalize (GObject *object)
{
  KoyomiRecord *self = KOYOMI_RECORD (object);

  for (guint i = 0; i < self->table->n_fields; i++)
    if (self->table->fields[i].type == KOYOMI_FIELD_TEXT)
      g_free (self->values[i].text);

  g_free (self->values);

  G_OBJECT_CLASS (koyomi_record_parent_class)->finalize (object);
}

static void
koyomi_record_class_init (KoyomiRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = koyomi_record_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KOYOMI_TYPE_RECORD, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
koyomi_record_init (KoyomiRecord *self)
{
}

static Value *
get_value (KoyomiRecord *self,
           int           field)
{
  g_assert (KOYOMI_FIELD_TABLE (field) == self->table_id);

  return &self->values[KOYOMI_FIELD_INDEX (field)];
}

static void
mark_changed (KoyomiRecord *self,
              int           field)
{
  self->changed |= G_GUINT64_CONSTANT (1) << KOYOMI_FIELD_INDEX (field);
  if (!self->is_being_read)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, field);
}

/* A row without a key, to be read into: each field at none, 0, its first word or "". It is quiet until it is marked unchanged. */
KoyomiRecord *
koyomi_record_new_empty (KoyomiTableId table)
{
  KoyomiRecord *self = g_object_new (KOYOMI_TYPE_RECORD, NULL);

  self->table_id = table;
  self->table = koyomi_dictionary_get_table (table);
  self->values = g_new0 (Value, self->table->n_fields);
  self->is_being_read = TRUE;
  g_assert (self->table->n_fields <= 64);

  for (guint i = 1; i < self->table->n_fields; i++)
    {
      const KoyomiField *field = &self->table->fields[i];

      if (field->type == KOYOMI_FIELD_REAL && (field->flags & KOYOMI_FIELD_OPTIONAL))
        self->values[i].real = NAN;
      else if (field->type == KOYOMI_FIELD_INT && (field->flags & KOYOMI_FIELD_OPTIONAL))
        self->values[i].integer = KOYOMI_NO_INT;
    }

  return self;
}

/* A row that is not yet in a plan, under a new key. */
KoyomiRecord *
koyomi_record_new (KoyomiTableId table)
{
  KoyomiRecord *self = koyomi_record_new_empty (table);

  self->values[0].integer = koyomi_id_new ();
  self->is_being_read = FALSE;

  return self;
}

/* A copy under the same key, with nothing marked as changed. */
KoyomiRecord *
koyomi_record_copy (KoyomiRecord *self)
{
  KoyomiRecord *copy;

  g_return_val_if_fail (KOYOMI_IS_RECORD (self), NULL);

  copy = koyomi_record_new_empty (self->table_id);
  copy->language = self->language;
  copy->is_being_read = FALSE;
  for (guint i = 0; i < self->table->n_fields; i++)
    if (self->table->fields[i].type == KOYOMI_FIELD_TEXT)
      copy->values[i].text = g_strdup (self->values[i].text);
    else
      copy->values[i] = self->values[i];

  return copy;
}

/* A key that no row has: milliseconds since 2020 above 21 bits that begin at random, and always above the last one given here.
 * Two copies of a plan can add rows apart and be joined later. */
gint64
koyomi_id_new (void)
{
  static GMutex mutex;
  static gint64 last;
  gint64 id = ((g_get_real_time () / 1000 - G_GINT64_CONSTANT (1577836800000)) << 21) | g_random_int_range (0, 1 << 21);

  g_mutex_lock (&mutex);
  if (id <= last)
    id = last + 1;
  last = id;
  g_mutex_unlock (&mutex);

  return id;
}

KoyomiTableId
koyomi_record_get_table_id (KoyomiRecord *self)
{
  g_return_val_if_fail (KOYOMI_IS_RECORD (self), 0);

  return self->table_id;
}

const KoyomiTable *
koyomi_record_get_table (KoyomiRecord *self)
{
  g_return_val_if_fail (KOYOMI_IS_RECORD (self), NULL);

  return self->table;
}

gint64
koyomi_record_get_id (KoyomiRecord *self)
{
  g_return_val_if_fail (KOYOMI_IS_RECORD (self), 0);

  return self->values[0].integer;
}

/* What a person calls the row; "" in a table whose rows have no name. */
const char *
koyomi_record_get_title (KoyomiRecord *self)
{
  g_return_val_if_fail (KOYOMI_IS_RECORD (self), "");

  if (self->table->title_field < 0)
    return "";

  return koyomi_record_get_text (self, self->table_id << 8 | self->table->title_field);
}

gboolean
koyomi_record_is_none (KoyomiRecord *self,
                       int           field)
{
  const KoyomiField *description;
  const Value *value;

  g_return_val_if_fail (KOYOMI_IS_RECORD (self), TRUE);

  value = get_value (self, field);
  description = &self->table->fields[KOYOMI_FIELD_INDEX (field)];

  switch (description->type)
    {
    case KOYOMI_FIELD_TEXT:
      return value->text == NULL || *value->text == '\0';
    case KOYOMI_FIELD_REAL:
      return isnan (value->real);
    case KOYOMI_FIELD_INT:
      return value->integer == KOYOMI_NO_INT;
    case KOYOMI_FIELD_REF:
    case KOYOMI_FIELD_DAY:
    case KOYOMI_FIELD_TIME:
      return value->integer == 0;
    case KOYOMI_FIELD_ID:
    case KOYOMI_FIELD_BOOL:
    case KOYOMI_FIELD_ENUM:
    default:
      return FALSE;
    }
}

/* For every field that is neither a real number nor a text. */
gint64
koyomi_record_get_int (KoyomiRecord *self,
                       int           field)
{
  g_return_val_if_fail (KOYOMI_IS_RECORD (self), 0);
  g_return_val_if_fail (self->table->fields[KOYOMI_FIELD_INDEX (field)].type < KOYOMI_FIELD_TEXT &&
                        self->table->fields[KOYOMI_FIELD_INDEX (field)].type != KOYOMI_FIELD_REAL, 0);

  return get_value (self, field)->integer;
}

guint32
koyomi_record_get_day (KoyomiRecord *self,
                       int           field)
{
  return koyomi_record_get_int (self, field);
}

double
koyomi_record_get_real (KoyomiRecord *self,
                        int           field)
{
  g_return_val_if_fail (KOYOMI_IS_RECORD (self), NAN);
  g_return_val_if_fail (self->table->fields[KOYOMI_FIELD_INDEX (field)].type == KOYOMI_FIELD_REAL, NAN);

  return get_value (self, field)->real;
}

/* Never NULL. */
const char *
koyomi_record_get_text (KoyomiRecord *self,
                        int           field)
{
  const char *text;

  g_return_val_if_fail (KOYOMI_IS_RECORD (self), "");
  g_return_val_if_fail (self->table->fields[KOYOMI_FIELD_INDEX (field)].type == KOYOMI_FIELD_TEXT, "");

  text = get_value (self, field)->text;

  return text != NULL ? text : "";
}

void
koyomi_record_set_int (KoyomiRecord *self,
                       int           field,
                       gint64        value)
{
  Value *place;

  g_return_if_fail (KOYOMI_IS_RECORD (self));
  g_return_if_fail (self->table->fields[KOYOMI_FIELD_INDEX (field)].type < KOYOMI_FIELD_TEXT &&
                    self->table->fields[KOYOMI_FIELD_INDEX (field)].type != KOYOMI_FIELD_REAL);

  place = get_value (self, field);
  if (place->integer == value)
    return;

  place->integer = value;
  mark_changed (self, field);
}

void
koyomi_record_set_real (KoyomiRecord *self,
                        int           field,
                        double        value)
{
  Value *place;

  g_return_if_fail (KOYOMI_IS_RECORD (self));
  g_return_if_fail (self->table->fields[KOYOMI_FIELD_INDEX (field)].type == KOYOMI_FIELD_REAL);

  place = get_value (self, field);
  if (place->real == value || (isnan (place->real) && isnan (value)))
    return;

  place->real = value;
  mark_changed (self, field);
}

/* @value: (nullable): NULL is "" */
void
koyomi_record_set_text (KoyomiRecord *self,
                        int           field,
                        const char   *value)
{
  koyomi_record_take_text (self, field, g_strdup (value));
}

/* @value: (nullable) (transfer full) */
void
koyomi_record_take_text (KoyomiRecord *self,
                         int           field,
                         char         *value)
{
  Value *place;

  g_return_if_fail (KOYOMI_IS_RECORD (self));
  g_return_if_fail (self->table->fields[KOYOMI_FIELD_INDEX (field)].type == KOYOMI_FIELD_TEXT);

  place = get_value (self, field);
  if (g_str_equal (place->text != NULL ? place->text : "", value != NULL ? value : ""))
    {
      g_free (value);
      return;
    }

  g_free (place->text);
  place->text = value;
  mark_changed (self, field);
}

/* Whether the field was set since the record was read or written. */
gboolean
koyomi_record_is_changed (KoyomiRecord *self,
                          int           field)
{
  g_return_val_if_fail (KOYOMI_IS_RECORD (self), FALSE);

  return (self->changed >> KOYOMI_FIELD_INDEX (field)) & 1;
}

gboolean
koyomi_record_has_changes (KoyomiRecord *self)
{
  g_return_val_if_fail (KOYOMI_IS_RECORD (self), FALSE);

  return self->changed != 0;
}

void
koyomi_record_mark_unchanged (KoyomiRecord *self)
{
  g_return_if_fail (KOYOMI_IS_RECORD (self));

  self->changed = 0;
  self->is_being_read = FALSE;
}

/* The language of the record's translated texts. */
KoyomiLanguage
koyomi_record_get_language (KoyomiRecord *self)
{
  g_return_val_if_fail (KOYOMI_IS_RECORD (self), KOYOMI_LANGUAGE_JA);

  return self->language;
}

void
koyomi_record_set_language (KoyomiRecord   *self,
                            KoyomiLanguage  language)
{
  g_return_if_fail (KOYOMI_IS_RECORD (self));

  self->language = language;
}

/* The shortest text that keeps fifteen digits, with a point in every locale and no exponent below them. */
static char *
format_real (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.15g", value));
}

/**
 * koyomi_field_format_value:
 * @integer: for the fields that are neither real nor text
 *
 * A value as people read it: days as 2026-11-22, times as 2026-11-22T09:30Z, choices by their label, none as "".
 *
 * Returns: (transfer full)
 */
char *
koyomi_field_format_value (const KoyomiField *field,
                           gint64             integer,
                           double             real,
                           const char        *text,
                           KoyomiLanguage     language)
{
  switch (field->type)
    {
    case KOYOMI_FIELD_TEXT:
      return g_strdup (text);
    case KOYOMI_FIELD_REAL:
      return isnan (real) ? g_strdup ("") : format_real (real);
    case KOYOMI_FIELD_BOOL:
      return g_strdup (koyomi_tr (language, integer ? N_("yes") : N_("no")));
    case KOYOMI_FIELD_ENUM:
      return g_strdup (koyomi_field_get_word_label (field, integer, language));
    case KOYOMI_FIELD_DAY:
      return integer == 0 ? g_strdup ("") : koyomi_day_format (integer);
    case KOYOMI_FIELD_TIME:
      return integer == 0 ? g_strdup ("") : koyomi_time_format (integer);
    case KOYOMI_FIELD_REF:
      return integer == 0 ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, integer);
    case KOYOMI_FIELD_INT:
      return integer == KOYOMI_NO_INT ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, integer);
    case KOYOMI_FIELD_ID:
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, integer);
    }
}

/* As koyomi_field_format_value(), of this record's field. */
char *
koyomi_record_format (KoyomiRecord   *self,
                      int             field,
                      KoyomiLanguage  language)
{
  const KoyomiField *description;
  const Value *value;

  g_return_val_if_fail (KOYOMI_IS_RECORD (self), NULL);

  value = get_value (self, field);
  description = &self->table->fields[KOYOMI_FIELD_INDEX (field)];

  return koyomi_field_format_value (description,
                                    description->type == KOYOMI_FIELD_TEXT ? 0 : value->integer,
                                    description->type == KOYOMI_FIELD_REAL ? value->real : NAN,
                                    description->type == KOYOMI_FIELD_TEXT ? koyomi_record_get_text (self, field) : NULL,
                                    language);
}
