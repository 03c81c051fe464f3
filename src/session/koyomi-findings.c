#include "koyomi-findings.h"

#include "koyomi-day.h"

#include <string.h>

void
koyomi_finding_row_free (KoyomiFindingRow *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->finding);
  g_free (self->control);
  g_free (self->audit);
  g_free (self->incident);
  g_free (self);
}

/* The rows that findings speak of. */
typedef struct
{
  GHashTable *controls;
  GHashTable *audits;
  GHashTable *incidents;
  GPtrArray  *changes;
  GPtrArray  *proofs;
} Spoken;

static void
clear_spoken (Spoken *self)
{
  g_clear_pointer (&self->controls, g_hash_table_unref);
  g_clear_pointer (&self->audits, g_hash_table_unref);
  g_clear_pointer (&self->incidents, g_hash_table_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->proofs, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Spoken, clear_spoken)

static gboolean
load_spoken (Spoken          *self,
             KoyomiSession   *session,
             KoyomiLanguage   language,
             GError         **error)
{
  return (self->controls = koyomi_session_index (session, KOYOMI_TABLE_CONTROL, language, error)) != NULL &&
         (self->audits = koyomi_session_index (session, KOYOMI_TABLE_AUDIT, language, error)) != NULL &&
         (self->incidents = koyomi_session_index (session, KOYOMI_TABLE_INCIDENT, language, error)) != NULL &&
         (self->changes = koyomi_session_list (session, KOYOMI_TABLE_FINDING_DUE, 0, 0, language, error)) != NULL &&
         (self->proofs = koyomi_session_list (session, KOYOMI_TABLE_PROOF, 0, 0, language, error)) != NULL;
}

static KoyomiRecord *
look_up (GHashTable   *index,
         KoyomiRecord *finding,
         int           field)
{
  gint64 id = koyomi_record_get_int (finding, field);

  return g_hash_table_lookup (index, &id);
}

static void
count_due_changes (KoyomiFindingRow *self,
                   GPtrArray        *changes)
{
  gint64 first_at = G_MAXINT64;

  self->first_due = koyomi_record_get_day (self->finding, KOYOMI_FINDING_DUE_DAY);
  for (guint i = 0; i < changes->len; i++)
    {
      KoyomiRecord *change = g_ptr_array_index (changes, i);
      gint64 at = koyomi_record_get_int (change, KOYOMI_FINDING_DUE_AT);

      if (koyomi_record_get_int (change, KOYOMI_FINDING_DUE_FINDING) != koyomi_record_get_id (self->finding))
        continue;

      self->n_due_changes++;
      if (at < first_at)
        self->first_due = koyomi_record_get_day (change, KOYOMI_FINDING_DUE_OLD_DAY);
      first_at = MIN (first_at, at);
    }
}

static KoyomiFindingRow *
make_row (KoyomiRecord *finding,
          const Spoken *spoken,
          guint32       today)
{
  KoyomiFindingRow *self = g_new0 (KoyomiFindingRow, 1);
  KoyomiRecord *control = look_up (spoken->controls, finding, KOYOMI_FINDING_CONTROL);
  KoyomiRecord *audit = look_up (spoken->audits, finding, KOYOMI_FINDING_AUDIT);
  KoyomiRecord *incident = look_up (spoken->incidents, finding, KOYOMI_FINDING_INCIDENT);

  self->finding = g_object_ref (finding);
  self->state = koyomi_finding_get_state (finding, today);
  self->late_days = koyomi_finding_get_late_days (finding, today);
  self->control = g_strdup (control != NULL ? koyomi_record_get_text (control, KOYOMI_CONTROL_CODE) : "");
  self->incident = g_strdup (incident != NULL ? koyomi_record_get_text (incident, KOYOMI_INCIDENT_NUMBER) : "");
  self->audit = audit != NULL ? g_strdup_printf ("%s %s", koyomi_record_get_text (audit, KOYOMI_AUDIT_NUMBER), koyomi_record_get_title (audit))
                              : g_strdup ("");
  count_due_changes (self, spoken->changes);
  for (guint i = 0; i < spoken->proofs->len; i++)
    self->n_evidence += koyomi_record_get_int (g_ptr_array_index (spoken->proofs, i), KOYOMI_PROOF_FINDING) == koyomi_record_get_id (finding);

  return self;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const KoyomiFindingRow *left = *(KoyomiFindingRow * const *) a;
  const KoyomiFindingRow *right = *(KoyomiFindingRow * const *) b;
  guint32 left_day = koyomi_record_get_day (left->finding, KOYOMI_FINDING_FOUND_DAY);
  guint32 right_day = koyomi_record_get_day (right->finding, KOYOMI_FINDING_FOUND_DAY);

  if (left_day != right_day)
    return left_day > right_day ? -1 : 1;

  return strcmp (koyomi_record_get_text (right->finding, KOYOMI_FINDING_NUMBER),
                 koyomi_record_get_text (left->finding, KOYOMI_FINDING_NUMBER));
}

static void
note_successors (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      KoyomiRecord *successor = ((KoyomiFindingRow *) g_ptr_array_index (rows, i))->finding;
      gint64 from = koyomi_record_get_int (successor, KOYOMI_FINDING_REOPENED_FROM);

      for (guint j = 0; from != 0 && j < rows->len; j++)
        {
          KoyomiFindingRow *row = g_ptr_array_index (rows, j);

          if (koyomi_record_get_id (row->finding) == from)
            row->reopened_as = koyomi_record_get_id (successor);
        }
    }
}

/* Returns: (transfer full) (element-type KoyomiFindingRow): all findings as they stand on @today, the newest first */
GPtrArray *
koyomi_session_load_findings (KoyomiSession   *session,
                              guint32          today,
                              KoyomiLanguage   language,
                              GError         **error)
{
  g_autoptr(GPtrArray) findings = koyomi_session_list (session, KOYOMI_TABLE_FINDING, 0, 0, language, error);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_finding_row_free);
  g_auto(Spoken) spoken = { 0 };

  if (findings == NULL || !load_spoken (&spoken, session, language, error))
    return NULL;

  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (rows, make_row (g_ptr_array_index (findings, i), &spoken, today));
  note_successors (rows);
  g_ptr_array_sort (rows, compare_rows);

  return g_steal_pointer (&rows);
}

/* Returns: (transfer full) (element-type KoyomiRecord): the finding, those it was opened again from and those it was opened again as, the oldest
 *   first */
GPtrArray *
koyomi_session_list_finding_chain (KoyomiSession   *session,
                                   gint64           finding,
                                   KoyomiLanguage   language,
                                   GError         **error)
{
  g_autoptr(GHashTable) findings = koyomi_session_index (session, KOYOMI_TABLE_FINDING, language, error);
  g_autoptr(GPtrArray) chain = g_ptr_array_new_with_free_func (g_object_unref);
  KoyomiRecord *record;
  gboolean is_found;

  if (findings == NULL)
    return NULL;

  for (record = g_hash_table_lookup (findings, &finding); record != NULL && chain->len < g_hash_table_size (findings);
       record = look_up (findings, record, KOYOMI_FINDING_REOPENED_FROM))
    g_ptr_array_insert (chain, 0, g_object_ref (record));

  is_found = chain->len > 0;
  while (is_found && chain->len < g_hash_table_size (findings))
    {
      gint64 last = koyomi_record_get_id (g_ptr_array_index (chain, chain->len - 1));
      GHashTableIter iter;

      is_found = FALSE;
      g_hash_table_iter_init (&iter, findings);
      while (!is_found && g_hash_table_iter_next (&iter, NULL, (gpointer *) &record))
        if (koyomi_record_get_int (record, KOYOMI_FINDING_REOPENED_FROM) == last)
          {
            g_ptr_array_add (chain, g_object_ref (record));
            is_found = TRUE;
          }
    }

  return g_steal_pointer (&chain);
}
