#include "koyomi-incident-evidence.h"

#include "koyomi-day.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-edit.h"
#include "koyomi-incident-timeline-private.h"
#include "koyomi-session-private.h"
#include "koyomi-text.h"

void
koyomi_incident_evidence_free (KoyomiIncidentEvidence *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->evidence);
  g_clear_object (&self->file);
  g_clear_pointer (&self->custody, g_ptr_array_unref);
  g_free (self->holder);
  g_free (self->place);
  g_free (self);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  KoyomiRecord *left = *(KoyomiRecord * const *) a;
  KoyomiRecord *right = *(KoyomiRecord * const *) b;
  gint64 difference = koyomi_record_get_int (left, KOYOMI_CUSTODY_AT) - koyomi_record_get_int (right, KOYOMI_CUSTODY_AT);

  if (difference == 0)
    difference = koyomi_record_get_id (left) - koyomi_record_get_id (right);

  return (difference > 0) - (difference < 0);
}

/* The last that somebody said of it; @first when nobody did. */
static char *
find_last (GPtrArray  *custody,
           int         field,
           const char *first)
{
  for (guint i = custody->len; i > 0; i--)
    {
      const char *text = koyomi_record_get_text (g_ptr_array_index (custody, i - 1), field);

      if (*text != '\0')
        return g_strdup (text);
    }

  return g_strdup (first);
}

static KoyomiIncidentEvidence *
read_evidence (KoyomiSession   *session,
               KoyomiRecord    *proof,
               KoyomiLanguage   language,
               GError         **error)
{
  g_autoptr(KoyomiIncidentEvidence) self = g_new0 (KoyomiIncidentEvidence, 1);
  gint64 id = koyomi_record_get_int (proof, KOYOMI_PROOF_EVIDENCE);

  if ((self->evidence = koyomi_session_get (session, KOYOMI_TABLE_EVIDENCE, id, language, error)) == NULL ||
      (self->custody = koyomi_session_list (session, KOYOMI_TABLE_CUSTODY, KOYOMI_CUSTODY_EVIDENCE, id, language, error)) == NULL)
    return NULL;

  g_ptr_array_sort (self->custody, compare_times);
  self->proof = koyomi_record_get_id (proof);
  self->file = koyomi_evidence_dup_file (self->evidence, koyomi_session_get_path (session));
  self->holder = find_last (self->custody, KOYOMI_CUSTODY_TO_HOLDER, koyomi_record_get_text (self->evidence, KOYOMI_EVIDENCE_OWNER));
  self->place = find_last (self->custody, KOYOMI_CUSTODY_PLACE, koyomi_record_get_text (self->evidence, KOYOMI_EVIDENCE_PLACE));

  return g_steal_pointer (&self);
}

/* Returns: (transfer full) (element-type KoyomiIncidentEvidence): the incident's evidence, in the order in which it was added */
GPtrArray *
koyomi_session_load_incident_evidence (KoyomiSession   *session,
                                       gint64           incident,
                                       KoyomiLanguage   language,
                                       GError         **error)
{
  g_autoptr(GPtrArray) proofs = koyomi_session_list (session, KOYOMI_TABLE_PROOF, KOYOMI_PROOF_INCIDENT, incident, language, error);
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_incident_evidence_free);

  for (guint i = 0; proofs != NULL && i < proofs->len; i++)
    {
      KoyomiIncidentEvidence *evidence = read_evidence (session, g_ptr_array_index (proofs, i), language, error);

      if (evidence == NULL)
        return NULL;

      g_ptr_array_add (list, evidence);
    }

  return proofs != NULL ? g_steal_pointer (&list) : NULL;
}

static gboolean
check_evidence (KoyomiRecord  *evidence,
                GError       **error)
{
  const char *sha256 = koyomi_record_get_text (evidence, KOYOMI_EVIDENCE_SHA256);

  if (koyomi_text_is_blank (koyomi_record_get_title (evidence)))
    g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "evidence needs a title");
  else if (*sha256 != '\0' && !koyomi_file_is_hash (sha256))
    g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "a SHA-256 has 64 hexadecimal digits");
  else
    return TRUE;

  return FALSE;
}

/* @proof: (out) (nullable) (transfer full): the row that says that the evidence belongs to the incident */
static gboolean
find_proof (KoyomiSession  *session,
            gint64          incident,
            gint64          evidence,
            KoyomiRecord  **proof,
            GError        **error)
{
  g_autoptr(GPtrArray) proofs = koyomi_session_list (session, KOYOMI_TABLE_PROOF, KOYOMI_PROOF_INCIDENT, incident,
                                                     koyomi_session_get_own_language (session), error);

  *proof = NULL;
  for (guint i = 0; proofs != NULL && i < proofs->len && *proof == NULL; i++)
    if (koyomi_record_get_int (g_ptr_array_index (proofs, i), KOYOMI_PROOF_EVIDENCE) == evidence)
      *proof = g_object_ref (g_ptr_array_index (proofs, i));

  return proofs != NULL;
}

/* Ends the edit that says that the evidence belongs to the incident. */
static gboolean
add_proof (KoyomiSession   *session,
           KoyomiEdit      *edit,
           gint64           incident,
           gint64           evidence,
           gint64           now,
           KoyomiLanguage   language,
           GError         **error)
{
  g_autoptr(KoyomiRecord) proof = koyomi_record_new (KOYOMI_TABLE_PROOF);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  koyomi_record_set_int (proof, KOYOMI_PROOF_EVIDENCE, evidence);
  koyomi_record_set_int (proof, KOYOMI_PROOF_INCIDENT, incident);
  if (!koyomi_edit_insert (edit, proof, error) ||
      !_koyomi_timeline_record_row (edit, session, incident, now, KOYOMI_NOTE_EVIDENCE_ADDED, KOYOMI_TABLE_EVIDENCE, evidence, error))
    return FALSE;

  name = _koyomi_label_name_row (session, KOYOMI_TABLE_EVIDENCE, evidence, language);
  /* Translators: a piece of evidence */
  label = g_strdup_printf (koyomi_tr (language, N_("Add the evidence %s to an incident")), name);

  return koyomi_edit_commit (edit, label, error);
}

/**
 * koyomi_incident_evidence_add:
 * @evidence: a new record; see koyomi_evidence_set_file() for a file
 *
 * Returns: the evidence, or 0 on error; %KOYOMI_PLAN_ERROR_CONSTRAINT without a title, or with a hash that is none
 */
gint64
koyomi_incident_evidence_add (KoyomiSession   *session,
                              gint64           incident,
                              KoyomiRecord    *evidence,
                              gint64           now,
                              KoyomiLanguage   language,
                              GError         **error)
{
  g_autoptr(KoyomiEdit) edit = NULL;
  gint64 id = koyomi_record_get_id (evidence);

  if (koyomi_record_get_day (evidence, KOYOMI_EVIDENCE_ADDED_DAY) == KOYOMI_DAY_NONE)
    koyomi_record_set_int (evidence, KOYOMI_EVIDENCE_ADDED_DAY, koyomi_day_today ());

  return check_evidence (evidence, error) && (edit = koyomi_session_begin_edit (session, error)) != NULL &&
         koyomi_edit_insert (edit, evidence, error) && add_proof (session, edit, incident, id, now, language, error) ? id : 0;
}

/* Says that evidence that the plan has already belongs to the incident as well.
 * Returns: the evidence, or 0 on error; %KOYOMI_PLAN_ERROR_CONSTRAINT when it does already */
gint64
koyomi_incident_evidence_attach (KoyomiSession   *session,
                                 gint64           incident,
                                 gint64           evidence,
                                 gint64           now,
                                 KoyomiLanguage   language,
                                 GError         **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autoptr(KoyomiRecord) proof = NULL;

  if (edit == NULL || !find_proof (session, incident, evidence, &proof, error))
    return 0;

  if (proof != NULL)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "the evidence belongs to the incident already");
      return 0;
    }

  return add_proof (session, edit, incident, evidence, now, language, error) ? evidence : 0;
}

/* The evidence no longer belongs to the incident; it stays in the plan. %KOYOMI_PLAN_ERROR_NOTHING when it did not. */
gboolean
koyomi_incident_evidence_detach (KoyomiSession   *session,
                                 gint64           incident,
                                 gint64           evidence,
                                 gint64           now,
                                 KoyomiLanguage   language,
                                 GError         **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autoptr(KoyomiRecord) proof = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (edit == NULL || !find_proof (session, incident, evidence, &proof, error))
    return FALSE;

  if (proof == NULL)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOTHING, "the evidence does not belong to the incident");
      return FALSE;
    }

  if (!koyomi_edit_delete (edit, KOYOMI_TABLE_PROOF, koyomi_record_get_id (proof), error) ||
      !_koyomi_timeline_record_row (edit, session, incident, now, KOYOMI_NOTE_EVIDENCE_REMOVED, KOYOMI_TABLE_EVIDENCE, evidence, error))
    return FALSE;

  name = _koyomi_label_name_row (session, KOYOMI_TABLE_EVIDENCE, evidence, language);
  /* Translators: a piece of evidence */
  label = g_strdup_printf (koyomi_tr (language, N_("Remove the evidence %s from an incident")), name);

  return koyomi_edit_commit (edit, label, error);
}

static gboolean
check_custody (KoyomiRecord  *custody,
               GError       **error)
{
  if (koyomi_record_get_int (custody, KOYOMI_CUSTODY_AT) > 0 &&
      !koyomi_text_is_blank (koyomi_record_get_text (custody, KOYOMI_CUSTODY_TO_HOLDER)))
    return TRUE;

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "a change of custody needs a time and who has it now");

  return FALSE;
}

/**
 * koyomi_incident_evidence_move:
 * @custody: a new record with evidence, time and whoever has it now
 *
 * Returns: the move, or 0 on error; %KOYOMI_PLAN_ERROR_CONSTRAINT when something of that is missing
 */
gint64
koyomi_incident_evidence_move (KoyomiSession   *session,
                               gint64           incident,
                               KoyomiRecord    *custody,
                               KoyomiLanguage   language,
                               GError         **error)
{
  gint64 evidence = koyomi_record_get_int (custody, KOYOMI_CUSTODY_EVIDENCE);
  gint64 at = koyomi_record_get_int (custody, KOYOMI_CUSTODY_AT);
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (!check_custody (custody, error) || (edit = koyomi_session_begin_edit (session, error)) == NULL ||
      !koyomi_edit_insert (edit, custody, error) ||
      !_koyomi_timeline_record_row (edit, session, incident, at, KOYOMI_NOTE_CUSTODY_MOVED, KOYOMI_TABLE_EVIDENCE, evidence, error))
    return 0;

  name = _koyomi_label_name_row (session, KOYOMI_TABLE_EVIDENCE, evidence, language);
  /* Translators: a piece of evidence, and who has it now */
  label = g_strdup_printf (koyomi_tr (language, N_("Hand %s over to %s")), name, koyomi_record_get_text (custody, KOYOMI_CUSTODY_TO_HOLDER));

  return koyomi_edit_commit (edit, label, error) ? koyomi_record_get_id (custody) : 0;
}

/**
 * koyomi_session_begin_evidence_check:
 * @incident: 0 for all evidence of the plan
 *
 * Returns: the files with a hash, to be read; none when there are none
 */
KoyomiEvidenceCheck *
koyomi_session_begin_evidence_check (KoyomiSession   *session,
                                     gint64           incident,
                                     KoyomiLanguage   language,
                                     GError         **error)
{
  g_autoptr(KoyomiEvidenceCheck) check = koyomi_evidence_check_new ();
  g_autoptr(GPtrArray) rows = NULL;

  rows = incident != 0 ? koyomi_session_load_incident_evidence (session, incident, language, error)
                       : koyomi_session_list (session, KOYOMI_TABLE_EVIDENCE, 0, 0, language, error);
  if (rows == NULL)
    return NULL;

  for (guint i = 0; i < rows->len; i++)
    koyomi_evidence_check_add (check, incident != 0 ? ((KoyomiIncidentEvidence *) g_ptr_array_index (rows, i))->evidence
                                                    : g_ptr_array_index (rows, i), koyomi_session_get_path (session));

  return g_steal_pointer (&check);
}

static char *
describe_check (KoyomiEvidenceCheck *check,
                KoyomiLanguage       language)
{
  g_autofree char *result = koyomi_evidence_check_describe (check, language);

  /* Translators: an entry of the timeline: how many files were found how */
  return g_strdup_printf (koyomi_tr (language, N_("Evidence checked. %s")), result);
}

/* Writes into the incident's timeline what was found, because whoever looks at the evidence later asks for it. */
gboolean
koyomi_incident_evidence_record_check (KoyomiSession        *session,
                                       gint64                incident,
                                       KoyomiEvidenceCheck  *check,
                                       gint64                now,
                                       KoyomiLanguage        language,
                                       GError              **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autofree char *ja = describe_check (check, KOYOMI_LANGUAGE_JA);
  g_autofree char *en = describe_check (check, KOYOMI_LANGUAGE_EN);

  return edit != NULL && _koyomi_timeline_record (edit, session, incident, now, ja, en, error) &&
         koyomi_edit_commit (edit, koyomi_tr (language, N_("Record a check of evidence")), error);
}
