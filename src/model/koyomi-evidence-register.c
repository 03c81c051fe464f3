#include "koyomi-evidence-register.h"

#include "koyomi-control.h"

static const int references[] = {
  KOYOMI_PROOF_CONTROL, KOYOMI_PROOF_OCCURRENCE, KOYOMI_PROOF_FINDING, KOYOMI_PROOF_INCIDENT, KOYOMI_PROOF_MATURITY, KOYOMI_PROOF_METRIC_VALUE,
};

void
koyomi_evidence_line_free (KoyomiEvidenceLine *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->evidence);
  g_ptr_array_unref (self->proved);
  g_free (self);
}

static KoyomiEvidenceLine *
make_line (KoyomiRecord *evidence,
           guint32       day)
{
  KoyomiEvidenceLine *self = g_new0 (KoyomiEvidenceLine, 1);

  self->evidence = g_object_ref (evidence);
  self->proved = g_ptr_array_new_with_free_func (g_object_unref);
  self->is_fresh = koyomi_evidence_is_fresh (evidence, KOYOMI_EVIDENCE_FRESH_DAYS, day);

  return self;
}

static void
add_proof (KoyomiEvidenceLine    *self,
           const KoyomiPlanFacts *facts,
           KoyomiRecord          *proof)
{
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      KoyomiRecord *proved = koyomi_plan_facts_follow (facts, proof, references[i]);

      if (proved == NULL)
        continue;

      g_ptr_array_add (self->proved, g_object_ref (proved));
      if (references[i] == KOYOMI_PROOF_CONTROL)
        self->is_fresh &= koyomi_evidence_is_fresh (self->evidence, koyomi_control_get_fresh_days (proved), koyomi_plan_facts_get_day (facts));
    }
}

/* Returns: (transfer full) (element-type KoyomiEvidenceLine): a line for each piece of evidence, as it stands on the day of @facts */
GPtrArray *
koyomi_evidence_register_make (const KoyomiPlanFacts *facts)
{
  GPtrArray *evidence = koyomi_plan_facts_get_rows (facts, KOYOMI_TABLE_EVIDENCE);
  GPtrArray *proofs = koyomi_plan_facts_get_rows (facts, KOYOMI_TABLE_PROOF);
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_evidence_line_free);
  g_autoptr(GHashTable) by_evidence = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < evidence->len; i++)
    {
      KoyomiEvidenceLine *line = make_line (g_ptr_array_index (evidence, i), koyomi_plan_facts_get_day (facts));
      gint64 id = koyomi_record_get_id (line->evidence);

      g_ptr_array_add (lines, line);
      g_hash_table_insert (by_evidence, g_memdup2 (&id, sizeof id), line);
    }

  for (guint i = 0; i < proofs->len; i++)
    {
      gint64 id = koyomi_record_get_int (g_ptr_array_index (proofs, i), KOYOMI_PROOF_EVIDENCE);
      KoyomiEvidenceLine *line = g_hash_table_lookup (by_evidence, &id);

      if (line != NULL)
        add_proof (line, facts, g_ptr_array_index (proofs, i));
    }

  return lines;
}

/* Notes at each line what was found of its file. @check: (nullable): has to stay as long as the lines */
void
koyomi_evidence_register_take_check (GPtrArray                 *lines,
                                     const KoyomiEvidenceCheck *check)
{
  for (guint i = 0; i < lines->len; i++)
    {
      KoyomiEvidenceLine *line = g_ptr_array_index (lines, i);

      line->found = check != NULL ? koyomi_evidence_check_find (check, line->evidence) : NULL;
    }
}
