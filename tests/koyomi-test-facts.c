#include "koyomi-test-facts.h"

#include "koyomi-day.h"

#include <stdlib.h>
#include <string.h>

struct _KoyomiTestFacts
{
  guint32     day;
  GPtrArray  *rows;    /* (element-type KoyomiRecord): in the order in which they were told */
  GHashTable *names;   /* "finding f1" -> record */
};

KoyomiTestFacts *
koyomi_test_facts_new (guint32 day)
{
  KoyomiTestFacts *self = g_new0 (KoyomiTestFacts, 1);

  self->day = day;
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
koyomi_test_facts_free (KoyomiTestFacts *self)
{
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->names);
  g_free (self);
}

/* Returns: (nullable) */
KoyomiRecord *
koyomi_test_facts_find (KoyomiTestFacts *self,
                        const char      *table,
                        const char      *name)
{
  g_autofree char *key = g_strjoin (" ", table, name, NULL);

  return g_hash_table_lookup (self->names, key);
}

/* T-4; an empty day is none */
static guint32
read_day (KoyomiTestFacts *self,
          const char      *text)
{
  return *text == 'T' ? self->day + atoi (text + 1) : 0;
}

static void
set_field (KoyomiTestFacts *self,
           KoyomiRecord    *record,
           const char      *name,
           const char      *text)
{
  const KoyomiTable *table = koyomi_record_get_table (record);
  int index = koyomi_table_find_field (table, name);
  int field = koyomi_record_get_table_id (record) << 8 | index;
  KoyomiRecord *target;

  if (index < 0)
    g_error ("%s has no field “%s”", table->name, name);

  switch (table->fields[index].type)
    {
    case KOYOMI_FIELD_REF:
      target = koyomi_test_facts_find (self, koyomi_dictionary_get_table (table->fields[index].target)->name, text);
      koyomi_record_set_int (record, field, target != NULL ? koyomi_record_get_id (target) : 0);
      break;
    case KOYOMI_FIELD_ENUM:
      koyomi_record_set_int (record, field, koyomi_field_find_word (&table->fields[index], text));
      break;
    case KOYOMI_FIELD_DAY:
      koyomi_record_set_int (record, field, read_day (self, text));
      break;
    case KOYOMI_FIELD_TIME:
      koyomi_record_set_int (record, field, *text == 'T' ? koyomi_day_get_start (read_day (self, text)) : 0);
      break;
    case KOYOMI_FIELD_REAL:
      koyomi_record_set_real (record, field, g_ascii_strtod (text, NULL));
      break;
    case KOYOMI_FIELD_TEXT:
      koyomi_record_take_text (record, field, g_strdelimit (g_strdup (text), "_", ' '));
      break;
    case KOYOMI_FIELD_ID:
    case KOYOMI_FIELD_INT:
    case KOYOMI_FIELD_BOOL:
    default:
      koyomi_record_set_int (record, field, atoi (text));
      break;
    }
}

static KoyomiRecord *
need_row (KoyomiTestFacts *self,
          const char      *table_name,
          const char      *name)
{
  KoyomiRecord *record = koyomi_test_facts_find (self, table_name, name);
  const KoyomiTable *table = koyomi_dictionary_find_table (table_name);

  if (table == NULL)
    g_error ("there is no table “%s”", table_name);
  if (record != NULL)
    return record;

  record = koyomi_record_new (koyomi_table_get_id (table));
  g_ptr_array_add (self->rows, record);
  g_hash_table_insert (self->names, g_strjoin (" ", table_name, name, NULL), record);

  return record;
}

static void
tell_line (KoyomiTestFacts *self,
           const char      *line)
{
  g_auto(GStrv) words = g_strsplit (line, " ", -1);
  KoyomiRecord *record;

  if (words[0] == NULL || *words[0] == '#')
    return;

  record = need_row (self, words[0] + (*words[0] == '-'), words[1]);
  for (guint i = 2; words[i] != NULL; i++)
    {
      g_auto(GStrv) pair = g_strsplit (words[i], "=", 2);

      set_field (self, record, pair[0], pair[1]);
    }

  if (*words[0] == '-')
    {
      g_autofree char *key = g_strjoin (" ", words[0] + 1, words[1], NULL);

      g_hash_table_remove (self->names, key);
      g_ptr_array_remove (self->rows, record);
    }
}

/* @lines: apart by newlines, or by ; */
void
koyomi_test_facts_tell (KoyomiTestFacts *self,
                        const char      *lines)
{
  g_auto(GStrv) list = g_strsplit_set (lines, "\n;", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (*g_strstrip (list[i]) != '\0')
      tell_line (self, list[i]);
}

/* The fiscal year begins in April. */
KoyomiPlanFacts *
koyomi_test_facts_make (KoyomiTestFacts *self)
{
  KoyomiPlanFacts *facts = koyomi_plan_facts_new (self->day, koyomi_fiscal_year_of_day (self->day, 4));

  for (guint i = 0; i < self->rows->len; i++)
    {
      KoyomiRecord *record = g_ptr_array_index (self->rows, i);
      GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

      g_ptr_array_add (rows, g_object_ref (record));
      koyomi_plan_facts_take (facts, koyomi_record_get_table_id (record), rows);
    }

  return facts;
}
