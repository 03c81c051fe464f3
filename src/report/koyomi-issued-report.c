#include "koyomi-issued-report.h"

#include "koyomi-auditor.h"
#include "koyomi-file-check.h"
#include "koyomi-history.h"
#include "koyomi-report-error.h"
#include "koyomi-report-issue.h"
#include "koyomi-report-subject.h"

/* Whether a report can be given out in that form: in one that has the whole of it. */
gboolean
koyomi_issued_report_knows (KoyomiExportFormat format)
{
  return format == KOYOMI_EXPORT_FORMAT_XLSX || format == KOYOMI_EXPORT_FORMAT_PDF;
}

/* The moment @at of the plan as it stood after entry @seq: nothing that is noted later gets into the report.
 * @subject: (nullable): the number of what it is about, where the key is not told */
static gboolean
write_moment (KoyomiSession            *session,
              const KoyomiReportOrder  *order,
              const char               *subject,
              gint64                    seq,
              gint64                    at,
              const char               *path,
              KoyomiProgressFunc        progress,
              gpointer                  progress_data,
              GCancellable             *cancellable,
              char                    **number,
              GError                  **error)
{
  g_autoptr(KoyomiSession) past = koyomi_session_open_as_issued (session, seq, cancellable, error);
  g_autoptr(KoyomiReport) report = NULL;
  KoyomiReportOptions options = order->options;

  options.now = at;
  if (past == NULL ||
      (subject != NULL && (options.subject = koyomi_report_find_subject (past, order->kind, subject, error)) == 0) ||
      (report = koyomi_report_new (past, order->kind, &options, error)) == NULL)
    return FALSE;

  *number = g_strdup (koyomi_report_get_number (report));

  return koyomi_report_write (report, order->format, 0, path, progress, progress_data, cancellable, error);
}

/* Where the report shows the end of the change log, that is the present moment; else the one in which the bookmark was made. */
static gboolean
find_moment (KoyomiSession             *session,
             const KoyomiReportOrder   *order,
             KoyomiIssuedFile          *self,
             GError                   **error)
{
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (session, error);
  g_autoptr(KoyomiRecord) bookmark = NULL;

  if (head == NULL)
    return FALSE;

  self->seq = order->seq >= 0 ? order->seq : head->seq;
  self->at = order->options.now;
  if (order->seq >= 0 && (bookmark = koyomi_session_find_bookmark_of (session, self->seq)) != NULL)
    {
      self->bookmark = koyomi_record_get_id (bookmark);
      self->at = koyomi_record_get_int (bookmark, KOYOMI_BOOKMARK_AT);
    }

  return TRUE;
}

static char *
compute_hash (const char    *path,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);

  return koyomi_file_hash (file, NULL, NULL, cancellable, error);
}

void
koyomi_issued_file_free (KoyomiIssuedFile *self)
{
  g_free (self->file_name);
  g_free (self->edition);
  g_free (self->code);
  g_free (self->number);
  g_free (self->sha256);
  g_free (self);
}

/**
 * koyomi_issued_file_write:
 * @session: may be a copy of the plan, for a thread of its own
 * @path: the file to write; one that is there is replaced once the new one is whole
 *
 * Writes a report that is to be given out. The plan knows nothing of it until koyomi_issued_file_note().
 */
KoyomiIssuedFile *
koyomi_issued_file_write (KoyomiSession            *session,
                          const KoyomiReportOrder  *order,
                          const char               *path,
                          KoyomiProgressFunc        progress,
                          gpointer                  progress_data,
                          GCancellable             *cancellable,
                          GError                  **error)
{
  g_autoptr(KoyomiIssuedFile) self = g_new0 (KoyomiIssuedFile, 1);
  g_autofree char *subject = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);
  g_return_val_if_fail (koyomi_issued_report_knows (order->format), NULL);

  self->kind = order->kind;
  self->options = order->options;
  self->format = order->format;
  self->file_name = g_path_get_basename (path);
  self->edition = g_strdup (order->edition);
  subject = koyomi_report_dup_number (session, order->kind, order->options.subject);
  self->code = koyomi_report_code_new (order->kind, subject);
  if (!find_moment (session, order, self, error) ||
      !write_moment (session, order, NULL, self->seq, self->at, path, progress, progress_data, cancellable, &self->number, error) ||
      (self->sha256 = compute_hash (path, cancellable, error)) == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * koyomi_issued_file_note:
 * @language: of the label of the edit, and of the bookmark that is made
 *
 * Notes in the plan, as one edit, that the file was given out.
 *
 * Returns: the row of the table report_issue; NULL with an error: the file stays and is no issued one
 */
KoyomiRecord *
koyomi_issued_file_note (KoyomiIssuedFile  *self,
                         KoyomiSession     *session,
                         KoyomiLanguage     language,
                         GError           **error)
{
  g_autofree char *name = koyomi_report_code_format (self->code, language);
  KoyomiReportIssue issue = {
    .report = self->code, .name = name, .language = self->options.language,
    .format = koyomi_export_format_get_nick (self->format), .file_name = self->file_name, .sha256 = self->sha256,
    .number = self->number, .edition = self->edition, .bookmark = self->bookmark, .seq = self->seq, .at = self->at,
  };
  KoyomiReportOptions options = self->options;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  options.now = self->at;
  koyomi_report_get_period (self->kind, &options, &issue.first_day, &issue.last_day);

  return koyomi_session_issue_report (session, &issue, language, error);
}

/* Writes a report and notes that it was given out, in its language. See koyomi_issued_file_write() and koyomi_issued_file_note(). */
KoyomiRecord *
koyomi_issued_report_write (KoyomiSession            *session,
                            const KoyomiReportOrder  *order,
                            const char               *path,
                            KoyomiProgressFunc        progress,
                            gpointer                  progress_data,
                            GCancellable             *cancellable,
                            GError                  **error)
{
  g_autoptr(KoyomiIssuedFile) file = koyomi_issued_file_write (session, order, path, progress, progress_data, cancellable, error);

  return file != NULL ? koyomi_issued_file_note (file, session, order->options.language, error) : NULL;
}

/* What a row of the table report_issue tells of. @subject: (out) (nullable): the number of what it is about */
static gboolean
read_issue (KoyomiSession      *session,
            KoyomiRecord       *issue,
            KoyomiReportOrder  *order,
            const char        **subject,
            GError            **error)
{
  guint32 first_day = koyomi_record_get_day (issue, KOYOMI_REPORT_ISSUE_FIRST_DAY);
  guint32 last_day = koyomi_record_get_day (issue, KOYOMI_REPORT_ISSUE_LAST_DAY);
  KoyomiReportOptions *options = &order->options;

  order->kind = koyomi_report_code_parse (koyomi_record_get_text (issue, KOYOMI_REPORT_ISSUE_REPORT), subject);
  if (order->kind == NULL || !koyomi_export_format_from_nick (koyomi_record_get_text (issue, KOYOMI_REPORT_ISSUE_FORMAT), &order->format) ||
      !koyomi_issued_report_knows (order->format))
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND, "this version has no such report");
      return FALSE;
    }

  options->year = koyomi_session_get_fiscal_year (session, first_day);
  options->quarter = koyomi_fiscal_year_get_quarter (options->year, first_day);
  options->month = order->kind->has_months && last_day - first_day < 31 ? koyomi_fiscal_year_get_month_index (options->year, first_day) % 3 + 1 : 0;
  options->language = koyomi_record_get_int (issue, KOYOMI_REPORT_ISSUE_LANGUAGE);

  return TRUE;
}

static gboolean
is_issued_file (KoyomiRecord *issue,
                const char   *path)
{
  g_autofree char *hash = g_file_test (path, G_FILE_TEST_EXISTS) ? compute_hash (path, NULL, NULL) : NULL;

  return hash != NULL && g_ascii_strcasecmp (hash, koyomi_record_get_text (issue, KOYOMI_REPORT_ISSUE_SHA256)) == 0;
}

/**
 * koyomi_issued_report_write_again:
 * @issue: a row of the table report_issue
 * @sha256: (out) (optional): of the file
 *
 * Writes the report as it was given out. Where the file is the issued one already it is left alone: another version of the program may lay the
 * report out otherwise, which the SHA-256 tells.
 */
gboolean
koyomi_issued_report_write_again (KoyomiSession       *session,
                                  KoyomiRecord        *issue,
                                  const char          *path,
                                  char               **sha256,
                                  KoyomiProgressFunc   progress,
                                  gpointer             progress_data,
                                  GCancellable        *cancellable,
                                  GError             **error)
{
  g_autoptr(KoyomiRecord) bookmark = NULL;
  g_autofree char *number = NULL;
  KoyomiReportOrder order = { 0 };
  const char *subject;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), FALSE);

  if (!read_issue (session, issue, &order, &subject, error) || (bookmark = koyomi_session_get_issue_bookmark (session, issue, error)) == NULL ||
      (!is_issued_file (issue, path) &&
       !write_moment (session, &order, subject, koyomi_record_get_int (bookmark, KOYOMI_BOOKMARK_SEQ),
                      koyomi_record_get_int (bookmark, KOYOMI_BOOKMARK_AT), path, progress, progress_data, cancellable, &number, error)))
    return FALSE;

  return sha256 == NULL || (*sha256 = compute_hash (path, cancellable, error)) != NULL;
}
