#include "koyomi-report-edit.h"

#include "koyomi-edit-label-private.h"
#include "koyomi-incident-timeline-private.h"
#include "koyomi-report-edit-private.h"
#include "koyomi-text.h"

#include <string.h>

/* Reports that were submitted, and times of one's own for those without a limit. */

static gboolean
share_notice (const KoyomiIncidentClock *a,
              const KoyomiIncidentClock *b)
{
  return strcmp (koyomi_clock_table_get_notice (a->clock), koyomi_clock_table_get_notice (b->clock)) == 0;
}

/* Whether the report serves this clock as well. */
static gboolean
is_served (const KoyomiIncidentClock *filed,
           const KoyomiIncidentClock *other)
{
  return other == filed || (share_notice (filed, other) && other->state != KOYOMI_CLOCK_STATE_NOT_JUDGED &&
                            other->state != KOYOMI_CLOCK_STATE_NOT_APPLICABLE);
}

/* When the report is due: by the clock of its notice that counts. */
static gint64
find_due (KoyomiReportEdit          *self,
          const KoyomiIncidentClock *filed)
{
  gint64 due_at = filed->gives_way ? 0 : filed->due_at;

  for (guint i = 0; i < self->reckoned->len; i++)
    {
      const KoyomiIncidentClock *other = g_ptr_array_index (self->reckoned, i);

      if (is_served (filed, other) && !other->gives_way && other->due_at != 0 && (due_at == 0 || other->due_at < due_at))
        due_at = other->due_at;
    }

  return due_at;
}

static gboolean
check_submission (const KoyomiIncidentClock  *clock,
                  const KoyomiSubmission     *submission,
                  gint64                      due_at,
                  gint64                      now,
                  GError                    **error)
{
  if (clock->state == KOYOMI_CLOCK_STATE_NOT_APPLICABLE)
    return _koyomi_report_edit_refuse (error, "the duty was judged not to apply: decide anew first");

  if (submission->filed_at <= 0 || submission->filed_at > now)
    return _koyomi_report_edit_refuse (error, "a report cannot have been submitted in the future");

  if (due_at != 0 && submission->filed_at > due_at && koyomi_text_is_blank (submission->late_reason))
    return _koyomi_report_edit_refuse (error, "a report that was late needs the reason");

  return TRUE;
}

static gboolean
write_submission (KoyomiReportEdit           *self,
                  const KoyomiIncidentClock  *clock,
                  const KoyomiSubmission     *submission,
                  gint64                      due_at,
                  GError                    **error)
{
  KoyomiRecord *report = _koyomi_report_edit_need_row (self, koyomi_record_get_id (clock->clock));
  gboolean late = due_at != 0 && submission->filed_at > due_at;

  koyomi_record_set_int (report, KOYOMI_INCIDENT_REPORT_STATE, KOYOMI_REPORT_STATE_FILED);
  koyomi_record_set_int (report, KOYOMI_INCIDENT_REPORT_DUE_AT, due_at);
  koyomi_record_set_int (report, KOYOMI_INCIDENT_REPORT_FILED_AT, submission->filed_at);
  koyomi_record_set_text (report, KOYOMI_INCIDENT_REPORT_RECEIPT, submission->receipt != NULL ? submission->receipt : "");

  return _koyomi_report_edit_set_text (self, report, KOYOMI_INCIDENT_REPORT_FILED_BY, submission->filed_by, error) &&
         _koyomi_report_edit_set_text (self, report, KOYOMI_INCIDENT_REPORT_LATE_REASON, late ? submission->late_reason : NULL, error);
}

static char *
dup_title (KoyomiSession  *session,
           gint64          clock,
           KoyomiLanguage  language)
{
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, KOYOMI_TABLE_CLOCK, clock, language, NULL);

  return record != NULL ? koyomi_incident_clock_dup_title (&(KoyomiIncidentClock) { .clock = record }, language) : g_strdup ("");
}

static char *
describe_submission (KoyomiSession          *session,
                     gint64                  clock,
                     const KoyomiSubmission *submission,
                     KoyomiLanguage          language)
{
  g_autofree char *title = dup_title (session, clock, language);

  if (koyomi_text_is_blank (submission->receipt))
    return g_strdup_printf (koyomi_tr (language, N_("Submitted: %s")), title);

  /* Translators: a report to an authority, and the number that it was given there */
  return g_strdup_printf (koyomi_tr (language, N_("Submitted: %s (receipt %s)")), title, submission->receipt);
}

/**
 * koyomi_session_file_report:
 * @now: (ms UTC) when it is written down
 *
 * Records that a report was submitted, for every clock of its notice that was judged to apply, as one edit with an entry in the
 * incident's timeline. Stages that count from it are due from then on. Recording it again corrects what was recorded.
 *
 * %KOYOMI_PLAN_ERROR_CONSTRAINT when it was judged not to apply, was submitted after @now, or was late and has no reason.
 */
gboolean
koyomi_session_file_report (KoyomiSession           *session,
                            gint64                   incident,
                            gint64                   clock,
                            const KoyomiSubmission  *submission,
                            gint64                   now,
                            KoyomiLanguage           language,
                            GError                 **error)
{
  g_auto(KoyomiReportEdit) self = { 0 };
  KoyomiIncidentClock *filed;
  g_autofree char *ja = NULL;
  g_autofree char *en = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  gint64 due_at;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), FALSE);

  if (!_koyomi_report_edit_begin (&self, session, incident, now, error) ||
      (filed = _koyomi_report_edit_find (&self, clock, error)) == NULL)
    return FALSE;

  due_at = find_due (&self, filed);
  if (!check_submission (filed, submission, due_at, now, error))
    return FALSE;

  for (guint i = 0; i < self.reckoned->len; i++)
    if (is_served (filed, g_ptr_array_index (self.reckoned, i)) &&
        !write_submission (&self, g_ptr_array_index (self.reckoned, i), submission, due_at, error))
      return FALSE;

  ja = describe_submission (session, clock, submission, KOYOMI_LANGUAGE_JA);
  en = describe_submission (session, clock, submission, KOYOMI_LANGUAGE_EN);
  if (!_koyomi_report_edit_write (&self, now, error) ||
      !_koyomi_timeline_record (self.edit, session, incident, submission->filed_at, ja, en, error))
    return FALSE;

  title = dup_title (session, clock, language);
  /* Translators: the label of the edit that records that a report was submitted: the report */
  label = g_strdup_printf (koyomi_tr (language, N_("Record the submission of “%s”")), title);

  return koyomi_edit_commit (self.edit, label, error);
}

/**
 * koyomi_session_set_report_due:
 * @due_at: (ms UTC); 0 takes it away
 *
 * Sets a time of one's own for a report that is due but for which no number of days is fixed. %KOYOMI_PLAN_ERROR_CONSTRAINT for others.
 */
gboolean
koyomi_session_set_report_due (KoyomiSession   *session,
                               gint64           incident,
                               gint64           clock,
                               gint64           due_at,
                               KoyomiLanguage   language,
                               GError         **error)
{
  g_auto(KoyomiReportEdit) self = { 0 };
  KoyomiIncidentClock *found;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), FALSE);

  if (!_koyomi_report_edit_begin (&self, session, incident, due_at, error) ||
      (found = _koyomi_report_edit_find (&self, clock, error)) == NULL)
    return FALSE;

  if ((found->state != KOYOMI_CLOCK_STATE_DUE && found->state != KOYOMI_CLOCK_STATE_LATE) ||
      (found->lack != KOYOMI_CLOCK_LACKS_NUMBER && found->lack != KOYOMI_CLOCK_LACKS_AMOUNT))
    return _koyomi_report_edit_refuse (error, "only a report that is due and has no fixed limit can have a time of one's own");

  koyomi_record_set_int (found->report, KOYOMI_INCIDENT_REPORT_DUE_AT, due_at);
  if (!_koyomi_report_edit_write (&self, due_at, error))
    return FALSE;

  title = dup_title (session, clock, language);
  /* Translators: the label of the edit that sets until when a report is to be made: the report */
  label = g_strdup_printf (koyomi_tr (language, N_("Set when “%s” is due")), title);

  return koyomi_edit_commit (self.edit, label, error);
}
