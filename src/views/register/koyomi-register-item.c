#include "koyomi-register-item.h"

#include "koyomi-day.h"
#include "koyomi-risk.h"
#include "koyomi-text-fold.h"

struct _KoyomiRegisterItem
{
  GObject                   parent_instance;

  const KoyomiRegisterKind *kind;
  KoyomiRecord             *record;
  KoyomiTableId             origin;
  KoyomiRegisterState       state;
  guint32                   day;            /* on which something is to be done; KOYOMI_DAY_NONE for none */
  KoyomiDeadlineKind        deadline;
  GPtrArray                *texts;          /* (element-type utf8), by column */
};

G_DEFINE_FINAL_TYPE (KoyomiRegisterItem, koyomi_register_item, G_TYPE_OBJECT)

static void
koyomi_register_item_finalize (GObject *object)
{
  KoyomiRegisterItem *self = KOYOMI_REGISTER_ITEM (object);

  g_object_unref (self->record);
  g_ptr_array_unref (self->texts);

  G_OBJECT_CLASS (koyomi_register_item_parent_class)->finalize (object);
}

static void
koyomi_register_item_class_init (KoyomiRegisterItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_register_item_finalize;
}

static void
koyomi_register_item_init (KoyomiRegisterItem *self)
{
  self->texts = g_ptr_array_new_with_free_func (g_free);
}

static KoyomiFieldType
get_type (KoyomiRegisterItem *self,
          int                 field)
{
  return koyomi_record_get_table (self->record)->fields[KOYOMI_FIELD_INDEX (field)].type;
}

/* Such as “3 × 5 High”, of the goal without the word; the impact follows the likelihood in the row. */
static char *
format_level (KoyomiRegisterItem *self,
              int                 field,
              KoyomiLanguage      language)
{
  int likelihood = koyomi_record_get_int (self->record, field);
  int impact = koyomi_record_get_int (self->record, field + 1);

  if (field == KOYOMI_RISK_TARGET_LIKELIHOOD)
    return g_strdup_printf ("%d × %d", likelihood, impact);

  return g_strdup_printf ("%d × %d %s", likelihood, impact,
                          koyomi_risk_band_get_label (koyomi_risk_get_band (likelihood, impact), language));
}

static char *
format (KoyomiRegisterItem *self,
        int                 field,
        GHashTable         *index,
        KoyomiLanguage      language)
{
  KoyomiRecord *record;
  gint64 id;

  if (koyomi_register_field_is_step (field))
    return format_level (self, field, language);
  if (get_type (self, field) != KOYOMI_FIELD_REF)
    return koyomi_record_format (self->record, field, language);

  id = koyomi_record_get_int (self->record, field);
  record = index != NULL ? g_hash_table_lookup (index, &id) : NULL;

  return record != NULL ? koyomi_register_name_target (record) : g_strdup ("");
}

/* @indexes: from koyomi_session_index_references() */
KoyomiRegisterItem *
koyomi_register_item_new (const KoyomiRegisterKind *kind,
                          const KoyomiRegisterRow  *row,
                          GPtrArray                *indexes,
                          KoyomiLanguage            language)
{
  KoyomiRegisterItem *self = g_object_new (KOYOMI_TYPE_REGISTER_ITEM, NULL);

  self->kind = kind;
  self->record = g_object_ref (row->record);
  self->origin = row->origin;
  self->state = row->state;
  self->day = row->day;
  self->deadline = row->kind;
  for (guint i = 0; i < kind->n_columns; i++)
    g_ptr_array_add (self->texts, format (self, kind->columns[i].field, g_ptr_array_index (indexes, KOYOMI_FIELD_INDEX (kind->columns[i].field)), language));

  return self;
}

KoyomiRecord *
koyomi_register_item_get_record (KoyomiRegisterItem *self)
{
  return self->record;
}

gint64
koyomi_register_item_get_id (KoyomiRegisterItem *self)
{
  return koyomi_record_get_id (self->record);
}

/* Returns: the table of the register; another one where it was accepted elsewhere, and is only told here */
KoyomiTableId
koyomi_register_item_get_origin (KoyomiRegisterItem *self)
{
  return self->origin;
}

KoyomiRegisterState
koyomi_register_item_get_state (KoyomiRegisterItem *self)
{
  return self->state;
}

/* Returns: (transfer full): what the next day is for, such as “Review of a risk: 2027-01-15” */
char *
koyomi_register_item_describe_state (KoyomiRegisterItem *self,
                                     KoyomiLanguage      language)
{
  g_autofree char *day = NULL;

  if (self->day == KOYOMI_DAY_NONE)
    return g_strdup (koyomi_register_state_get_label (self->state, language));

  day = koyomi_day_format (self->day);
  /* Translators: what is to be done, such as “Review of a risk”, and the day of it */
  return g_strdup_printf (koyomi_tr (language, N_("%s: %s")), koyomi_deadline_kind_get_label (self->deadline, language), day);
}

const char *
koyomi_register_item_get_text (KoyomiRegisterItem *self,
                               guint               column)
{
  return g_ptr_array_index (self->texts, column);
}

/* What is searched for may also stand in a text that has no column. */
gboolean
koyomi_register_item_matches (KoyomiRegisterItem *self,
                              const char         *folded_query)
{
  for (guint i = 0; i < self->texts->len + self->kind->n_inputs; i++)
    {
      int field = i < self->texts->len ? 0 : self->kind->inputs[i - self->texts->len].field;
      const char *text = i < self->texts->len ? g_ptr_array_index (self->texts, i)
                         : get_type (self, field) == KOYOMI_FIELD_TEXT ? koyomi_record_get_text (self->record, field) : "";
      g_autofree char *folded = koyomi_text_fold (text);

      if (koyomi_text_matches (folded, folded_query))
        return TRUE;
    }

  return FALSE;
}

static gint64
get_amount (KoyomiRegisterItem *self,
            int                 field)
{
  gint64 amount = koyomi_record_get_int (self->record, field);

  return koyomi_register_field_is_step (field) ? amount * koyomi_record_get_int (self->record, field + 1) : amount;
}

/* Days without one come last. */
static int
compare_days (guint32 a,
              guint32 b)
{
  a = a != KOYOMI_DAY_NONE ? a : G_MAXUINT32;
  b = b != KOYOMI_DAY_NONE ? b : G_MAXUINT32;

  return (a > b) - (a < b);
}

int
koyomi_register_item_compare (KoyomiRegisterItem *self,
                              KoyomiRegisterItem *other,
                              guint               column)
{
  int field = self->kind->columns[column].field;
  gint64 a, b;

  switch ((int) get_type (self, field))
    {
    case KOYOMI_FIELD_DAY:
      return compare_days (koyomi_record_get_day (self->record, field), koyomi_record_get_day (other->record, field));
    case KOYOMI_FIELD_INT:
    case KOYOMI_FIELD_ENUM:
      a = get_amount (self, field);
      b = get_amount (other, field);
      return (a > b) - (a < b);
    default:
      return g_utf8_collate (koyomi_register_item_get_text (self, column), koyomi_register_item_get_text (other, column));
    }
}

/* What wants somebody first. */
int
koyomi_register_item_compare_state (KoyomiRegisterItem *self,
                                    KoyomiRegisterItem *other)
{
  return self->state != other->state ? (int) self->state - (int) other->state : compare_days (self->day, other->day);
}
