#include "koyomi-control-register.h"

#include "koyomi-day.h"
#include "koyomi-finding.h"
#include "koyomi-text.h"

void
koyomi_control_line_free (KoyomiControlLine *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->control);
  g_ptr_array_unref (self->functions);
  g_ptr_array_unref (self->activities);
  g_array_unref (self->evidence);
  g_free (self);
}

static void
clear_evidence (gpointer data)
{
  KoyomiControlEvidence *self = data;

  g_clear_object (&self->evidence);
  g_clear_object (&self->proof);
}

static KoyomiControlLine *
make_line (KoyomiRecord *control)
{
  KoyomiControlLine *self = g_new0 (KoyomiControlLine, 1);

  self->control = g_object_ref (control);
  self->functions = g_ptr_array_new_with_free_func (g_object_unref);
  self->activities = g_ptr_array_new_with_free_func (g_object_unref);
  self->evidence = g_array_new (FALSE, FALSE, sizeof (KoyomiControlEvidence));
  g_array_set_clear_func (self->evidence, clear_evidence);

  return self;
}

/* The lines while they are made. */
typedef struct
{
  const KoyomiPlanFacts *facts;
  GPtrArray             *lines;
  GHashTable            *by_control;    /* control id -> line */
  GHashTable            *by_activity;   /* activity id -> line */
} Work;

static KoyomiControlLine *
find_line (Work         *self,
           KoyomiRecord *record,
           int           reference)
{
  gint64 id = record != NULL ? koyomi_record_get_int (record, reference) : 0;

  return g_hash_table_lookup (self->by_control, &id);
}

static void
add_functions (Work *self)
{
  GPtrArray *pairs = koyomi_plan_facts_get_rows (self->facts, KOYOMI_TABLE_FUNCTION_CONTROL);

  for (guint i = 0; i < pairs->len; i++)
    {
      KoyomiRecord *pair = g_ptr_array_index (pairs, i);
      KoyomiControlLine *line = find_line (self, pair, KOYOMI_FUNCTION_CONTROL_CONTROL);
      KoyomiRecord *function = koyomi_plan_facts_follow (self->facts, pair, KOYOMI_FUNCTION_CONTROL_FUNCTION);

      if (line != NULL && function != NULL && !koyomi_record_get_int (function, KOYOMI_FUNCTION_RETIRED))
        g_ptr_array_add (line->functions, g_object_ref (function));
    }
}

static void
add_activities (Work *self)
{
  GPtrArray *activities = koyomi_plan_facts_get_rows (self->facts, KOYOMI_TABLE_ACTIVITY);

  for (guint i = 0; i < activities->len; i++)
    {
      KoyomiRecord *activity = g_ptr_array_index (activities, i);
      gint64 id = koyomi_record_get_id (activity);
      KoyomiRecord *control = koyomi_control_find_by_clause (koyomi_plan_facts_get_rows (self->facts, KOYOMI_TABLE_CONTROL),
                                                             koyomi_plan_facts_get_rows (self->facts, KOYOMI_TABLE_FUNCTION_CONTROL),
                                                             koyomi_record_get_int (activity, KOYOMI_ACTIVITY_FUNCTION),
                                                             koyomi_record_get_text (activity, KOYOMI_ACTIVITY_CLAUSE));
      KoyomiControlLine *line = control != NULL ? find_line (self, control, KOYOMI_CONTROL_ID) : NULL;

      if (line == NULL)
        continue;

      g_ptr_array_add (line->activities, g_object_ref (activity));
      g_hash_table_insert (self->by_activity, g_memdup2 (&id, sizeof id), line);
    }
}

static void
add_proof (Work              *self,
           KoyomiControlLine *line,
           KoyomiRecord      *proof)
{
  KoyomiControlEvidence added = { koyomi_plan_facts_follow (self->facts, proof, KOYOMI_PROOF_EVIDENCE), proof, FALSE };

  if (line == NULL || added.evidence == NULL)
    return;

  for (guint i = 0; i < line->evidence->len; i++)
    if (g_array_index (line->evidence, KoyomiControlEvidence, i).evidence == added.evidence)
      return;

  added.is_fresh = koyomi_evidence_is_fresh (added.evidence, koyomi_control_get_fresh_days (line->control),
                                             koyomi_plan_facts_get_day (self->facts));
  g_object_ref (added.evidence);
  g_object_ref (added.proof);
  g_array_append_val (line->evidence, added);
}

static void
add_incident_proof (Work         *self,
                    KoyomiRecord *proof)
{
  GPtrArray *links = koyomi_plan_facts_get_rows (self->facts, KOYOMI_TABLE_INCIDENT_LINK);
  gint64 incident = koyomi_record_get_int (proof, KOYOMI_PROOF_INCIDENT);

  for (guint i = 0; incident != 0 && i < links->len; i++)
    if (koyomi_record_get_int (g_ptr_array_index (links, i), KOYOMI_INCIDENT_LINK_INCIDENT) == incident)
      add_proof (self, find_line (self, g_ptr_array_index (links, i), KOYOMI_INCIDENT_LINK_CONTROL), proof);
}

static void
add_evidence (Work *self)
{
  GPtrArray *proofs = koyomi_plan_facts_get_rows (self->facts, KOYOMI_TABLE_PROOF);

  for (guint i = 0; i < proofs->len; i++)
    {
      KoyomiRecord *proof = g_ptr_array_index (proofs, i);
      KoyomiRecord *run = koyomi_plan_facts_follow (self->facts, proof, KOYOMI_PROOF_OCCURRENCE);
      gint64 activity = run != NULL ? koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY) : 0;

      add_proof (self, find_line (self, proof, KOYOMI_PROOF_CONTROL), proof);
      add_proof (self, find_line (self, koyomi_plan_facts_follow (self->facts, proof, KOYOMI_PROOF_FINDING), KOYOMI_FINDING_CONTROL), proof);
      add_proof (self, g_hash_table_lookup (self->by_activity, &activity), proof);
      add_incident_proof (self, proof);
    }
}

static void
count_findings (Work *self)
{
  GPtrArray *findings = koyomi_plan_facts_get_rows (self->facts, KOYOMI_TABLE_FINDING);
  GPtrArray *exemptions = koyomi_plan_facts_get_rows (self->facts, KOYOMI_TABLE_EXEMPTION);
  guint32 day = koyomi_plan_facts_get_day (self->facts);

  for (guint i = 0; i < findings->len; i++)
    {
      KoyomiControlLine *line = find_line (self, g_ptr_array_index (findings, i), KOYOMI_FINDING_CONTROL);

      if (line != NULL && !koyomi_finding_is_over (g_ptr_array_index (findings, i)))
        line->n_findings++;
    }

  for (guint i = 0; i < exemptions->len; i++)
    {
      KoyomiRecord *exemption = g_ptr_array_index (exemptions, i);
      KoyomiControlLine *line = find_line (self, exemption, KOYOMI_EXEMPTION_CONTROL);

      if (line != NULL && koyomi_record_get_day (exemption, KOYOMI_EXEMPTION_FIRST_DAY) <= day &&
          (koyomi_record_is_none (exemption, KOYOMI_EXEMPTION_LAST_DAY) || koyomi_record_get_day (exemption, KOYOMI_EXEMPTION_LAST_DAY) >= day))
        line->n_exemptions++;
    }
}

static void
note_audits (Work *self)
{
  GPtrArray *items = koyomi_plan_facts_get_rows (self->facts, KOYOMI_TABLE_AUDIT_ITEM);

  for (guint i = 0; i < items->len; i++)
    {
      KoyomiRecord *item = g_ptr_array_index (items, i);
      KoyomiRecord *audit = koyomi_plan_facts_follow (self->facts, item, KOYOMI_AUDIT_ITEM_AUDIT);
      KoyomiControlLine *line = find_line (self, item, KOYOMI_AUDIT_ITEM_CONTROL);

      if (line != NULL && audit != NULL && koyomi_record_get_int (item, KOYOMI_AUDIT_ITEM_RESULT) != KOYOMI_AUDIT_RESULT_NONE)
        line->audited_day = MAX (line->audited_day, koyomi_record_get_day (audit, KOYOMI_AUDIT_LAST_DAY));
    }
}

static int
compare_evidence (gconstpointer a,
                  gconstpointer b)
{
  guint32 left = koyomi_evidence_get_effective_day (((const KoyomiControlEvidence *) a)->evidence);
  guint32 right = koyomi_evidence_get_effective_day (((const KoyomiControlEvidence *) b)->evidence);

  return (left < right) - (left > right);
}

static KoyomiControlGap
find_gaps (const KoyomiControlLine *self)
{
  gboolean is_annex = koyomi_record_get_int (self->control, KOYOMI_CONTROL_KIND) == KOYOMI_CONTROL_KIND_ANNEX_A;
  gboolean applies = koyomi_control_is_applicable (self->control);
  KoyomiControlGap gaps = 0;

  if (is_annex && koyomi_text_is_blank (koyomi_record_get_text (self->control, KOYOMI_CONTROL_REASON)))
    gaps |= KOYOMI_CONTROL_GAP_REASON;
  if (is_annex && applies && koyomi_record_get_int (self->control, KOYOMI_CONTROL_STATUS) == KOYOMI_CONTROL_STATUS_NONE)
    gaps |= KOYOMI_CONTROL_GAP_STATUS;
  if (is_annex && applies && self->functions->len == 0)
    gaps |= KOYOMI_CONTROL_GAP_FUNCTION;
  if (koyomi_control_needs_evidence (self->control) && self->freshness == KOYOMI_FRESHNESS_NONE)
    gaps |= KOYOMI_CONTROL_GAP_EVIDENCE;
  if (koyomi_control_needs_evidence (self->control) && self->freshness == KOYOMI_FRESHNESS_OLD)
    gaps |= KOYOMI_CONTROL_GAP_OLD_EVIDENCE;

  return gaps;
}

static void
judge (KoyomiControlLine *self)
{
  g_array_sort (self->evidence, compare_evidence);
  self->freshness = self->evidence->len > 0 ? KOYOMI_FRESHNESS_OLD : KOYOMI_FRESHNESS_NONE;
  for (guint i = 0; i < self->evidence->len; i++)
    if (g_array_index (self->evidence, KoyomiControlEvidence, i).is_fresh)
      self->freshness = KOYOMI_FRESHNESS_FRESH;
  self->state = koyomi_control_judge (self->control, self->freshness);
  self->gaps = find_gaps (self);
}

/* Returns: (transfer full) (element-type KoyomiControlLine): clauses, then controls, as they stand on the day of @facts */
GPtrArray *
koyomi_control_register_make (const KoyomiPlanFacts *facts)
{
  GPtrArray *controls = koyomi_plan_facts_get_rows (facts, KOYOMI_TABLE_CONTROL);
  g_autoptr(GHashTable) by_control = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GHashTable) by_activity = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Work work = { facts, g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_control_line_free), by_control, by_activity };

  for (guint i = 0; i < controls->len; i++)
    {
      KoyomiControlLine *line = make_line (g_ptr_array_index (controls, i));
      gint64 id = koyomi_record_get_id (line->control);

      g_ptr_array_add (work.lines, line);
      g_hash_table_insert (by_control, g_memdup2 (&id, sizeof id), line);
    }

  add_functions (&work);
  add_activities (&work);
  add_evidence (&work);
  count_findings (&work);
  note_audits (&work);
  for (guint i = 0; i < work.lines->len; i++)
    judge (g_ptr_array_index (work.lines, i));

  return work.lines;
}

/* @self: one of them */
const char *
koyomi_control_gap_get_sentence (KoyomiControlGap self,
                                 KoyomiLanguage   language)
{
  switch (self)
    {
    case KOYOMI_CONTROL_GAP_REASON:
      return koyomi_tr (language, N_("The reason for taking it in or leaving it out is missing."));
    case KOYOMI_CONTROL_GAP_STATUS:
      return koyomi_tr (language, N_("It applies, but nothing has been begun."));
    case KOYOMI_CONTROL_GAP_FUNCTION:
      return koyomi_tr (language, N_("No function is to fulfil it."));
    case KOYOMI_CONTROL_GAP_EVIDENCE:
      return koyomi_tr (language, N_("There is no evidence."));
    case KOYOMI_CONTROL_GAP_OLD_EVIDENCE:
      return koyomi_tr (language, N_("The evidence is too old."));
    default:
      g_return_val_if_reached (NULL);
    }
}
