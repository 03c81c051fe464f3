#include "koyomi-audit-report-private.h"

#include "koyomi-applicability-report-private.h"
#include "koyomi-day.h"
#include "koyomi-document-parts-private.h"

/* Names what a proof is of. */
static const struct
{
  int reference;
  int number;   /* 0 for none */
} subjects[] = {
  { KOYOMI_PROOF_CONTROL, KOYOMI_CONTROL_CODE },
  { KOYOMI_PROOF_OCCURRENCE, 0 },
  { KOYOMI_PROOF_FINDING, KOYOMI_FINDING_NUMBER },
  { KOYOMI_PROOF_INCIDENT, KOYOMI_INCIDENT_NUMBER },
};

/* Returns: (nullable): what a proof is of */
static const char *
name_subject (KoyomiAuditReport *self,
              KoyomiRecord      *proof)
{
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      KoyomiRecord *subject = koyomi_plan_facts_follow (self->isms.facts, proof, subjects[i].reference);
      KoyomiRecord *activity = subject != NULL && subjects[i].number == 0
                               ? koyomi_plan_facts_follow (self->isms.facts, subject, KOYOMI_OCCURRENCE_ACTIVITY) : NULL;
      const char *name = subject == NULL ? "" : subjects[i].number != 0 ? koyomi_record_get_text (subject, subjects[i].number)
                         : *koyomi_record_get_title (subject) != '\0' || activity == NULL ? koyomi_record_get_title (subject)
                                                                                          : koyomi_record_get_title (activity);

      if (*name != '\0')
        return name;
    }

  return NULL;
}

/* Several runs of an activity are told once, with how many they are. */
static char *
describe_subjects (KoyomiAuditReport *self,
                   KoyomiRecord      *evidence)
{
  GPtrArray *proofs = koyomi_plan_facts_get_rows (self->isms.facts, KOYOMI_TABLE_PROOF);
  g_autoptr(GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < proofs->len; i++)
    {
      KoyomiRecord *proof = g_ptr_array_index (proofs, i);
      const char *name = koyomi_record_get_int (proof, KOYOMI_PROOF_EVIDENCE) == koyomi_record_get_id (evidence) ? name_subject (self, proof) : NULL;
      guint n = name != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)) : 0;

      if (name == NULL)
        continue;

      g_hash_table_insert (counts, (gpointer) name, GUINT_TO_POINTER (n + 1));
      if (n == 0)
        g_ptr_array_add (names, (gpointer) name);
    }
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, name));

      g_ptr_array_add (texts, n > 1 ? g_strdup_printf ("%s (%u)", name, n) : g_strdup (name));
    }

  return _koyomi_document_join (self->isms.document, texts);
}

static void
add_register (KoyomiAuditReport *self)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Evidence"), 8 }, { N_("Kind"), 3 }, { N_("Place"), 7 }, { N_("Owner"), 5 }, { N_("Effective on"), 4 }, { N_("Expires on"), 4 },
    { N_("Proves"), 7 }, { N_("SHA-256"), 10 },
  };

  GPtrArray *rows = koyomi_plan_facts_get_rows (self->isms.facts, KOYOMI_TABLE_EVIDENCE);
  KoyomiDocumentTable *table = _koyomi_isms_report_add_list (&self->isms, N_("Evidence register"), columns, G_N_ELEMENTS (columns),
                                                             N_("There is no evidence."));

  for (guint i = 0; i < rows->len; i++)
    {
      KoyomiRecord *evidence = g_ptr_array_index (rows, i);
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, "evidence", koyomi_record_get_id (evidence));

      _koyomi_document_add_text (row, koyomi_record_get_title (evidence));
      _koyomi_document_take_text (row, koyomi_record_format (evidence, KOYOMI_EVIDENCE_KIND, self->isms.language));
      _koyomi_document_add_text (row, koyomi_record_get_text (evidence, KOYOMI_EVIDENCE_PLACE));
      _koyomi_document_add_text (row, koyomi_record_get_text (evidence, KOYOMI_EVIDENCE_OWNER));
      _koyomi_document_add_day (row, koyomi_evidence_get_effective_day (evidence));
      _koyomi_document_add_day (row, koyomi_record_get_day (evidence, KOYOMI_EVIDENCE_EXPIRES_DAY));
      _koyomi_document_take_text (row, describe_subjects (self, evidence));
      _koyomi_document_add_text (row, koyomi_record_get_text (evidence, KOYOMI_EVIDENCE_SHA256));
    }
}

/* What has to be shown and cannot be, or only by something old. Returns: how much of the first */
static guint
add_missing (KoyomiAuditReport *self,
             guint             *n_needed,
             guint             *n_old)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("No."), 2 }, { N_("Clause or control"), 7 }, { N_("What is to be shown"), 8 }, { N_("Evidence"), 4 }, { N_("Newest"), 3 },
  };

  KoyomiDocumentTable *table = _koyomi_isms_report_add_table (&self->isms, N_("Required evidence that is missing or old"), columns,
                                                              G_N_ELEMENTS (columns), N_("Nothing to report."));
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const KoyomiControlLine *line = g_ptr_array_index (self->lines, i);
      gboolean has_none = line->freshness == KOYOMI_FRESHNESS_NONE;
      KoyomiDocumentRow *row;

      *n_needed += koyomi_control_needs_evidence (line->control);
      if (!koyomi_control_needs_evidence (line->control) || line->freshness == KOYOMI_FRESHNESS_FRESH)
        continue;

      *(has_none ? &n : n_old) += 1;
      row = _koyomi_document_add_row (table, "control", koyomi_record_get_id (line->control));
      _koyomi_document_add_text (row, koyomi_record_get_text (line->control, KOYOMI_CONTROL_CODE));
      _koyomi_document_add_text (row, koyomi_record_get_title (line->control));
      _koyomi_document_add_text (row, koyomi_record_get_text (line->control, KOYOMI_CONTROL_EVIDENCE));
      _koyomi_document_take_status (row, has_none ? KOYOMI_METRIC_OFF_TARGET : KOYOMI_METRIC_AT_RISK,
                                    g_strdup (koyomi_tr (self->isms.language, has_none ? N_("None") : N_("Old"))));
      _koyomi_document_add_day (row, has_none ? KOYOMI_DAY_NONE
                                              : koyomi_evidence_get_effective_day (g_array_index (line->evidence, KoyomiControlEvidence, 0).evidence));
    }

  return n;
}

gboolean
_koyomi_audit_report_add_evidence (KoyomiAuditReport  *self,
                                   GError            **error)
{
  KoyomiDocumentTable *told;
  guint n_missing, n_needed = 0, n_old = 0;

  if (!_koyomi_isms_report_begin (&self->isms, KOYOMI_AUDIT_PART_EVIDENCE, &told, error))
    return FALSE;

  _koyomi_applicability_report_add_map (&self->isms, self->lines, KOYOMI_CONTROL_KIND_CLAUSE);
  _koyomi_applicability_report_add_map (&self->isms, self->lines, KOYOMI_CONTROL_KIND_ANNEX_A);
  n_missing = add_missing (self, &n_needed, &n_old);
  _koyomi_isms_report_take_told (told, g_strdup_printf (koyomi_tr (self->isms.language, N_("Evidence is required of %u clauses and controls; missing "
                                                                                           "of %u, old of %u.")),
                                                        n_needed, n_missing, n_old));
  add_register (self);

  return TRUE;
}
