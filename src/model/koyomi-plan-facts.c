#include "koyomi-plan-facts.h"

struct _KoyomiPlanFacts
{
  guint32           day;
  KoyomiFiscalYear  year;
  GPtrArray        *rows[KOYOMI_N_TABLES];    /* (element-type KoyomiRecord) */
  GHashTable       *index[KOYOMI_N_TABLES];   /* id -> record, borrowed from the rows */
};

/* Without any rows. */
KoyomiPlanFacts *
koyomi_plan_facts_new (guint32          day,
                       KoyomiFiscalYear year)
{
  KoyomiPlanFacts *self = g_new0 (KoyomiPlanFacts, 1);

  self->day = day;
  self->year = year;
  for (guint i = 0; i < KOYOMI_N_TABLES; i++)
    {
      self->rows[i] = g_ptr_array_new_with_free_func (g_object_unref);
      self->index[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    }

  return self;
}

void
koyomi_plan_facts_free (KoyomiPlanFacts *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < KOYOMI_N_TABLES; i++)
    {
      g_ptr_array_unref (self->rows[i]);
      g_hash_table_unref (self->index[i]);
    }
  g_free (self);
}

/* @rows: (transfer full) (element-type KoyomiRecord): added to those that are there, of which none is replaced */
void
koyomi_plan_facts_take (KoyomiPlanFacts *self,
                        KoyomiTableId    table,
                        GPtrArray       *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      KoyomiRecord *record = g_ptr_array_index (rows, i);
      gint64 id = koyomi_record_get_id (record);

      if (g_hash_table_contains (self->index[table], &id))
        continue;

      g_hash_table_insert (self->index[table], g_memdup2 (&id, sizeof id), record);
      g_ptr_array_add (self->rows[table], g_object_ref (record));
    }
  g_ptr_array_unref (rows);
}

guint32
koyomi_plan_facts_get_day (const KoyomiPlanFacts *self)
{
  return self->day;
}

KoyomiFiscalYear
koyomi_plan_facts_get_year (const KoyomiPlanFacts *self)
{
  return self->year;
}

GPtrArray *
koyomi_plan_facts_get_rows (const KoyomiPlanFacts *self,
                            KoyomiTableId          table)
{
  return self->rows[table];
}

/* Returns: (nullable) */
KoyomiRecord *
koyomi_plan_facts_find (const KoyomiPlanFacts *self,
                        KoyomiTableId          table,
                        gint64                 id)
{
  return g_hash_table_lookup (self->index[table], &id);
}

/* Returns: (nullable): the row that @record refers to by @reference */
KoyomiRecord *
koyomi_plan_facts_follow (const KoyomiPlanFacts *self,
                          KoyomiRecord          *record,
                          int                    reference)
{
  const KoyomiField *field = &koyomi_record_get_table (record)->fields[KOYOMI_FIELD_INDEX (reference)];

  return koyomi_plan_facts_find (self, field->target, koyomi_record_get_int (record, reference));
}

/* How many rows refer to @id by @reference. */
guint
koyomi_plan_facts_count (const KoyomiPlanFacts *self,
                         int                    reference,
                         gint64                 id)
{
  GPtrArray *rows = self->rows[KOYOMI_FIELD_TABLE (reference)];
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += koyomi_record_get_int (g_ptr_array_index (rows, i), reference) == id;

  return n;
}
