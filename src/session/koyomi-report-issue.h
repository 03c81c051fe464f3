#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* A report that was given out: a row of the table report_issue. It shows the plan of a bookmark, so that the same can be written again. */
typedef struct
{
  const char     *report;      /* its id */
  const char     *name;        /* of the report, for the label of the edit and the name of the bookmark */
  guint32         first_day;   /* of what is told */
  guint32         last_day;
  KoyomiLanguage  language;
  const char     *format;      /* its nick */
  const char     *file_name;   /* without folders */
  const char     *sha256;      /* of the file */
  const char     *number;      /* of the document; "" for none */
  const char     *edition;     /* "" for none */
  gint64          bookmark;    /* that it shows; 0 makes one */
  gint64          seq;         /* without a bookmark, the entry of the change log that it shows */
  gint64          at;          /* and the moment */
} KoyomiReportIssue;

KoyomiRecord *koyomi_session_issue_report      (KoyomiSession            *session,
                                                const KoyomiReportIssue  *issue,
                                                KoyomiLanguage            language,
                                                GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      koyomi_session_find_report_issue (KoyomiSession            *session,
                                                const char               *sha256,
                                                KoyomiRecord            **issue,
                                                GError                  **error);
KoyomiRecord *koyomi_session_get_issue_bookmark (KoyomiSession           *session,
                                                 KoyomiRecord             *issue,
                                                 GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
KoyomiRecord *koyomi_session_find_bookmark_of  (KoyomiSession            *session,
                                                gint64                    seq) G_GNUC_WARN_UNUSED_RESULT;
gboolean      koyomi_report_issue_made         (KoyomiRecord             *bookmark);

G_END_DECLS
