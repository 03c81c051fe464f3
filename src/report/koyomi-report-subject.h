#pragma once

#include "koyomi-report.h"

G_BEGIN_DECLS

/* What reports on one thing are about, and how such a report is called when it has been given out: its id, and behind a slash the number of the
 * incident or the drill. */

GPtrArray              *koyomi_report_list_subjects (KoyomiSession           *session,
                                                     const KoyomiReportKind  *kind,
                                                     KoyomiLanguage           language,
                                                     GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
gint64                  koyomi_report_find_subject  (KoyomiSession           *session,
                                                     const KoyomiReportKind  *kind,
                                                     const char              *number,
                                                     GError                 **error);
char                   *koyomi_report_dup_number    (KoyomiSession           *session,
                                                     const KoyomiReportKind  *kind,
                                                     gint64                   subject) G_GNUC_WARN_UNUSED_RESULT;

char                   *koyomi_report_code_new      (const KoyomiReportKind  *kind,
                                                     const char              *number) G_GNUC_WARN_UNUSED_RESULT;
const KoyomiReportKind *koyomi_report_code_parse    (const char              *code,
                                                     const char             **number);
char                   *koyomi_report_code_format   (const char              *code,
                                                     KoyomiLanguage           language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
