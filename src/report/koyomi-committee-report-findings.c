#include "koyomi-committee-report-private.h"

#include "koyomi-day.h"
#include "koyomi-findings.h"

typedef struct
{
  guint n_open;
  guint n_late;
  guint n_new;
  guint n_closed;
} Counts;

static guint32
get_end (KoyomiRecord *finding)
{
  guint32 verified = koyomi_record_get_day (finding, KOYOMI_FINDING_VERIFIED_DAY);

  return verified != KOYOMI_DAY_NONE ? verified : koyomi_record_get_day (finding, KOYOMI_FINDING_DONE_DAY);
}

/* Those that were open in the period, if only on its first day. */
static gboolean
is_told (const KoyomiCommitteeReport *self,
         KoyomiRecord                *finding)
{
  return koyomi_record_get_day (finding, KOYOMI_FINDING_FOUND_DAY) <= self->last_day &&
         !(koyomi_finding_is_over (finding) && get_end (finding) < self->first_day);
}

static void
note_finding (KoyomiCommitteeReport *self,
              KoyomiRecord          *finding,
              const char            *state,
              Counts                *counts)
{
  const char *number = koyomi_record_get_text (finding, KOYOMI_FINDING_NUMBER);
  const char *title = koyomi_record_get_title (finding);
  g_autofree char *grade = koyomi_record_format (finding, KOYOMI_FINDING_GRADE, self->language);

  counts->n_open += !koyomi_finding_is_over (finding);
  counts->n_late += koyomi_finding_get_state (finding, self->today) == KOYOMI_FINDING_STATE_LATE;
  if (_koyomi_committee_report_has_day (self, koyomi_record_get_day (finding, KOYOMI_FINDING_FOUND_DAY)))
    {
      counts->n_new++;
      _koyomi_committee_report_note_change (self, KOYOMI_COMMITTEE_NEW, N_("Finding"), number, title, "", grade);
    }
  if (koyomi_finding_is_over (finding) && _koyomi_committee_report_has_day (self, get_end (finding)))
    {
      counts->n_closed++;
      _koyomi_committee_report_note_change (self, KOYOMI_COMMITTEE_CLOSED, N_("Finding"), number, title, grade, state);
    }
}

static void
add_finding (KoyomiCommitteeReport  *self,
             KoyomiDocumentTable    *table,
             const KoyomiFindingRow *told,
             Counts                 *counts)
{
  KoyomiRecord *finding = told->finding;
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, "finding", koyomi_record_get_id (finding));
  guint32 due = koyomi_record_get_day (finding, KOYOMI_FINDING_DUE_DAY);
  gboolean is_new = _koyomi_committee_report_has_day (self, koyomi_record_get_day (finding, KOYOMI_FINDING_FOUND_DAY));
  g_autofree char *state = koyomi_finding_format_state (finding, self->today, self->language);

  note_finding (self, finding, state, counts);
  _koyomi_document_add_text (row, koyomi_record_get_text (finding, KOYOMI_FINDING_NUMBER));
  _koyomi_committee_report_mark (self, row, is_new ? KOYOMI_DOCUMENT_NEW : KOYOMI_DOCUMENT_SAME);
  _koyomi_document_take_text (row, koyomi_record_format (finding, KOYOMI_FINDING_GRADE, self->language));
  _koyomi_document_add_text (row, koyomi_record_get_title (finding));
  _koyomi_document_add_text (row, koyomi_record_get_text (finding, KOYOMI_FINDING_ACTION));
  _koyomi_document_add_text (row, koyomi_record_get_text (finding, KOYOMI_FINDING_OWNER));
  _koyomi_document_add_day (row, due);
  _koyomi_committee_report_mark (self, row, told->n_due_changes > 0 && told->first_due != due ? KOYOMI_DOCUMENT_CHANGED : KOYOMI_DOCUMENT_SAME);
  _koyomi_document_add_text (row, state);
}

/* Due days that were changed in the period. */
static gboolean
note_dues (KoyomiCommitteeReport  *self,
           GPtrArray              *findings,
           GError                **error)
{
  for (guint i = 0; i < findings->len; i++)
    {
      KoyomiRecord *finding = ((KoyomiFindingRow *) g_ptr_array_index (findings, i))->finding;
      g_autoptr(GPtrArray) dues = koyomi_session_list (self->session, KOYOMI_TABLE_FINDING_DUE, KOYOMI_FINDING_DUE_FINDING,
                                                       koyomi_record_get_id (finding), self->language, error);

      if (dues == NULL)
        return FALSE;

      for (guint j = 0; j < dues->len; j++)
        {
          KoyomiRecord *due = g_ptr_array_index (dues, j);

          if (_koyomi_committee_report_has_day (self, koyomi_time_get_day (koyomi_record_get_int (due, KOYOMI_FINDING_DUE_AT))))
            _koyomi_committee_report_note_days (self, N_("Finding"), koyomi_record_get_text (finding, KOYOMI_FINDING_NUMBER),
                                                koyomi_record_get_title (finding), koyomi_record_get_day (due, KOYOMI_FINDING_DUE_OLD_DAY),
                                                koyomi_record_get_day (due, KOYOMI_FINDING_DUE_NEW_DAY));
        }
    }

  return TRUE;
}

gboolean
_koyomi_committee_report_add_findings (KoyomiCommitteeReport  *self,
                                       GError                **error)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Number"), 2 }, { N_("Grade"), 3 }, { N_("Finding"), 5 }, { N_("Corrective action"), 5 }, { N_("Owner"), 3 }, { N_("Due"), 3 },
    { N_("State"), 3 },
  };

  g_autoptr(GPtrArray) findings = koyomi_session_load_findings (self->session, self->today, self->language, error);
  KoyomiDocumentTable *told, *table;
  Counts counts = { 0 };

  if (findings == NULL || !_koyomi_committee_report_begin (self, KOYOMI_COMMITTEE_FINDINGS, &told, error) || !note_dues (self, findings, error))
    return FALSE;

  table = _koyomi_committee_report_add_table (self, N_("Findings and corrective actions"), columns, G_N_ELEMENTS (columns), N_("There are none."));
  for (guint i = 0; i < findings->len; i++)
    if (is_told (self, ((KoyomiFindingRow *) g_ptr_array_index (findings, i))->finding))
      add_finding (self, table, g_ptr_array_index (findings, i), &counts);
  g_free (told->text);
  told->text = g_strdup_printf (koyomi_tr (self->language, N_("New %u, closed %u. Of all found by the end of the period open now %u, of these "
                                                              "overdue %u.")),
                                counts.n_new, counts.n_closed, counts.n_open, counts.n_late);

  return TRUE;
}
