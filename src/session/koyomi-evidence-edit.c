#include "koyomi-evidence-edit.h"

#include "koyomi-edit-label-private.h"
#include "koyomi-edit.h"
#include "koyomi-provable.h"

static gboolean
does_prove (GPtrArray *proofs,
            int        field,
            gint64     row)
{
  for (guint i = 0; i < proofs->len; i++)
    if (koyomi_record_get_int (g_ptr_array_index (proofs, i), field) == row)
      return TRUE;

  return FALSE;
}

static char *
make_label (KoyomiSession  *session,
            gint64          evidence,
            int             field,
            gint64          row,
            KoyomiLanguage  language)
{
  KoyomiTableId table = koyomi_dictionary_get_table (KOYOMI_TABLE_PROOF)->fields[KOYOMI_FIELD_INDEX (field)].target;
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, table, row, language, NULL);
  g_autofree char *name = _koyomi_label_name_row (session, KOYOMI_TABLE_EVIDENCE, evidence, language);
  g_autofree char *proved = record != NULL ? koyomi_session_name_provable (session, record, language) : NULL;

  /* Translators: a piece of evidence, and what it proves from now on */
  return g_strdup_printf (koyomi_tr (language, N_("Link the evidence %s to “%s”")), name, proved != NULL ? proved : "");
}

/**
 * koyomi_evidence_prove:
 * @field: of the table of proofs: what the row is
 *
 * Says that the evidence proves a row, such as that a control works or that a run was done. %KOYOMI_PLAN_ERROR_NOTHING when it does already.
 */
gboolean
koyomi_evidence_prove (KoyomiSession   *session,
                       gint64           evidence,
                       int              field,
                       gint64           row,
                       KoyomiLanguage   language,
                       GError         **error)
{
  g_autoptr(GPtrArray) proofs = koyomi_session_list (session, KOYOMI_TABLE_PROOF, KOYOMI_PROOF_EVIDENCE, evidence, language, error);
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autoptr(KoyomiRecord) proof = koyomi_record_new (KOYOMI_TABLE_PROOF);
  g_autofree char *label = NULL;

  if (proofs == NULL)
    return FALSE;

  if (does_prove (proofs, field, row))
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOTHING, "the evidence belongs to that row already");
      return FALSE;
    }

  koyomi_record_set_int (proof, KOYOMI_PROOF_EVIDENCE, evidence);
  koyomi_record_set_int (proof, field, row);
  label = make_label (session, evidence, field, row, language);

  return (edit = koyomi_session_begin_edit (session, error)) != NULL && koyomi_edit_insert (edit, proof, error) &&
         koyomi_edit_commit (edit, label, error);
}

/* Returns: (nullable): that says that the evidence proves the row */
static KoyomiRecord *
find_proof (GPtrArray     *proofs,
            KoyomiTableId  table,
            gint64         row)
{
  const KoyomiTable *self = koyomi_dictionary_get_table (KOYOMI_TABLE_PROOF);

  for (guint i = 0; i < proofs->len; i++)
    for (guint j = 0; j < self->n_fields; j++)
      {
        int field = KOYOMI_PROOF_EVIDENCE - (int) KOYOMI_FIELD_INDEX (KOYOMI_PROOF_EVIDENCE) + (int) j;

        if (field != KOYOMI_PROOF_EVIDENCE && self->fields[j].type == KOYOMI_FIELD_REF && self->fields[j].target == table &&
            koyomi_record_get_int (g_ptr_array_index (proofs, i), field) == row)
          return g_ptr_array_index (proofs, i);
      }

  return NULL;
}

/* Says that the evidence does not prove that row any more; it stays evidence of whatever else it proves. */
gboolean
koyomi_evidence_unlink (KoyomiSession   *session,
                        gint64           evidence,
                        KoyomiTableId    table,
                        gint64           row,
                        KoyomiLanguage   language,
                        GError         **error)
{
  g_autoptr(GPtrArray) proofs = koyomi_session_list (session, KOYOMI_TABLE_PROOF, KOYOMI_PROOF_EVIDENCE, evidence, language, error);
  KoyomiRecord *proof = proofs != NULL ? find_proof (proofs, table, row) : NULL;
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *proved = NULL;
  g_autofree char *label = NULL;

  if (proofs == NULL)
    return FALSE;

  if (proof == NULL)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOTHING, "the evidence does not belong to that row");
      return FALSE;
    }

  name = _koyomi_label_name_row (session, KOYOMI_TABLE_EVIDENCE, evidence, language);
  proved = _koyomi_label_name_row (session, table, row, language);
  /* Translators: a piece of evidence, and what it proved until then */
  label = g_strdup_printf (koyomi_tr (language, N_("Unlink the evidence %s from %s")), name, proved);

  return (edit = koyomi_session_begin_edit (session, error)) != NULL &&
         koyomi_edit_delete (edit, KOYOMI_TABLE_PROOF, koyomi_record_get_id (proof), error) && koyomi_edit_commit (edit, label, error);
}
