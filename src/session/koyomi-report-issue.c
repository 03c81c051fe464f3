#include "koyomi-report-issue.h"

#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-file-check.h"
#include "koyomi-history-private.h"
#include "koyomi-session-private.h"

/* The note of what keeps a report, which tells it from what a person gave a name to plan by. */
#define NOTE "issued"

/* Returns: (nullable): a bookmark of the plan as it stood after that entry of the change log */
KoyomiRecord *
koyomi_session_find_bookmark_of (KoyomiSession *session,
                                 gint64         seq)
{
  g_autoptr(GPtrArray) bookmarks = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  bookmarks = koyomi_session_list (session, KOYOMI_TABLE_BOOKMARK, 0, 0, koyomi_session_get_own_language (session), NULL);
  for (guint i = 0; bookmarks != NULL && i < bookmarks->len; i++)
    if (koyomi_record_get_int (g_ptr_array_index (bookmarks, i), KOYOMI_BOOKMARK_SEQ) == seq)
      return g_object_ref (g_ptr_array_index (bookmarks, i));

  return NULL;
}

/* Whether the bookmark was only made to write a report again, which makes no baseline of it that progress is told against. */
gboolean
koyomi_report_issue_made (KoyomiRecord *bookmark)
{
  return g_str_equal (koyomi_record_get_text (bookmark, KOYOMI_BOOKMARK_NOTE), NOTE);
}

/* Returns: the key of a new bookmark; 0 with an error */
static gint64
add_bookmark (KoyomiSession            *session,
              KoyomiEdit               *edit,
              const KoyomiReportIssue  *issue,
              KoyomiLanguage            language,
              GError                  **error)
{
  g_autoptr(KoyomiRecord) bookmark = koyomi_record_new (KOYOMI_TABLE_BOOKMARK);
  g_autofree char *day = koyomi_day_format (issue->first_day);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, issue->seq);
  /* Translators: the name of a bookmark: a report such as “Incident statistics”, the first day of what it tells, an entry of the change log */
  g_autofree char *name = g_strdup_printf (koyomi_tr (language, N_("Issued: %s from %s (change log No. %s)")), issue->name, day, number);
  g_autofree char *clean = _koyomi_session_clean_bookmark_name (session, name, 0, error);

  if (clean == NULL)
    return 0;

  koyomi_record_set_text (bookmark, KOYOMI_BOOKMARK_NAME, clean);
  koyomi_record_set_int (bookmark, KOYOMI_BOOKMARK_SEQ, issue->seq);
  koyomi_record_set_int (bookmark, KOYOMI_BOOKMARK_AT, issue->at);
  koyomi_record_set_text (bookmark, KOYOMI_BOOKMARK_NOTE, NOTE);

  return koyomi_edit_insert (edit, bookmark, error) ? koyomi_record_get_id (bookmark) : 0;
}

static KoyomiRecord *
make_record (KoyomiSession           *session,
             const KoyomiReportIssue *issue,
             gint64                   bookmark)
{
  KoyomiRecord *record = koyomi_record_new (KOYOMI_TABLE_REPORT_ISSUE);

  koyomi_record_set_text (record, KOYOMI_REPORT_ISSUE_REPORT, issue->report);
  koyomi_record_set_int (record, KOYOMI_REPORT_ISSUE_FIRST_DAY, issue->first_day);
  koyomi_record_set_int (record, KOYOMI_REPORT_ISSUE_LAST_DAY, issue->last_day);
  koyomi_record_set_int (record, KOYOMI_REPORT_ISSUE_LANGUAGE, issue->language);
  koyomi_record_set_text (record, KOYOMI_REPORT_ISSUE_FORMAT, issue->format);
  koyomi_record_set_text (record, KOYOMI_REPORT_ISSUE_FILE_NAME, issue->file_name);
  koyomi_record_set_text (record, KOYOMI_REPORT_ISSUE_SHA256, issue->sha256);
  koyomi_record_set_int (record, KOYOMI_REPORT_ISSUE_BOOKMARK, bookmark);
  koyomi_record_set_text (record, KOYOMI_REPORT_ISSUE_DOCUMENT_NUMBER, issue->number);
  koyomi_record_set_text (record, KOYOMI_REPORT_ISSUE_EDITION, issue->edition);
  koyomi_record_set_int (record, KOYOMI_REPORT_ISSUE_ISSUED_AT, koyomi_time_now ());
  koyomi_record_set_text (record, KOYOMI_REPORT_ISSUE_ISSUED_BY, _koyomi_session_get_actor (session));

  return record;
}

static char *
make_label (const KoyomiReportIssue *issue,
            KoyomiLanguage           language)
{
  g_autofree char *quoted = _koyomi_label_quote (issue->name, language);
  g_autofree char *day = koyomi_day_format (issue->first_day);

  /* Translators: the label of the edit: a report such as “Incident statistics”, the first day of what it tells */
  return g_strdup_printf (koyomi_tr (language, N_("Issue %s from %s")), quoted, day);
}

/**
 * koyomi_session_issue_report:
 * @language: of the label, and of the name of a bookmark that is made
 *
 * Notes as one edit that a report was given out, and gives the moment that it shows a name where it has none.
 *
 * Returns: the row of the table report_issue; NULL with an error
 */
KoyomiRecord *
koyomi_session_issue_report (KoyomiSession            *session,
                             const KoyomiReportIssue  *issue,
                             KoyomiLanguage            language,
                             GError                  **error)
{
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autoptr(KoyomiRecord) record = NULL;
  g_autofree char *label = NULL;
  gint64 bookmark = issue->bookmark;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);
  g_return_val_if_fail (koyomi_file_is_hash (issue->sha256), NULL);

  if ((edit = koyomi_session_begin_edit (session, error)) == NULL ||
      (bookmark == 0 && (bookmark = add_bookmark (session, edit, issue, language, error)) == 0))
    return NULL;

  record = make_record (session, issue, bookmark);
  label = make_label (issue, language);

  return koyomi_edit_insert (edit, record, error) && koyomi_edit_commit (edit, label, error) ? g_steal_pointer (&record) : NULL;
}

/**
 * koyomi_session_find_report_issue:
 * @sha256: of a file, in either case of its letters
 * @issue: (out) (transfer full) (nullable): the report that was given out as that file, the any of several; NULL for none
 */
gboolean
koyomi_session_find_report_issue (KoyomiSession  *session,
                                  const char     *sha256,
                                  KoyomiRecord  **issue,
                                  GError        **error)
{
  g_autoptr(GPtrArray) issues = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), FALSE);

  *issue = NULL;
  issues = koyomi_session_list (session, KOYOMI_TABLE_REPORT_ISSUE, 0, 0, koyomi_session_get_own_language (session), error);
  for (guint i = issues != NULL ? issues->len : 0; i > 0 && *issue == NULL; i--)
    if (g_ascii_strcasecmp (koyomi_record_get_text (g_ptr_array_index (issues, i - 1), KOYOMI_REPORT_ISSUE_SHA256), sha256) == 0)
      *issue = g_object_ref (g_ptr_array_index (issues, i - 1));

  return issues != NULL;
}

/* Returns: the bookmark that an issued report shows; NULL with an error, %KOYOMI_PLAN_ERROR_NOT_FOUND for one that shows none */
KoyomiRecord *
koyomi_session_get_issue_bookmark (KoyomiSession  *session,
                                   KoyomiRecord   *issue,
                                   GError        **error)
{
  gint64 id = koyomi_record_get_int (issue, KOYOMI_REPORT_ISSUE_BOOKMARK);

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  if (id != 0)
    return koyomi_session_get (session, KOYOMI_TABLE_BOOKMARK, id, koyomi_session_get_own_language (session), error);

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND, "the report was issued without a bookmark");

  return NULL;
}
