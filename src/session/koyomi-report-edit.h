#pragma once

#include "koyomi-report-draft.h"
#include "koyomi-report-guide.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* What is decided on one clock. */
typedef struct
{
  gint64           clock_id;
  KoyomiJudgement  judgement;   /* OPEN leaves it not judged, with the answers kept */
} KoyomiClockVerdict;

/* Whether an incident must be reported, as somebody decided it. Kept with name and time, also when the answer is no. */
typedef struct
{
  GArray                    *verdicts;     /* (element-type KoyomiClockVerdict) */
  const KoyomiReportAnswers *answers;      /* (nullable): of the guide, when one was used */
  const char                *reason;
  const char                *decided_by;   /* not blank */
  gint64                     decided_at;   /* ms UTC */
} KoyomiReportDecision;

/* A report that was submitted. */
typedef struct
{
  gint64      filed_at;      /* ms UTC */
  const char *receipt;       /* (nullable): number that the recipient gave */
  const char *filed_by;      /* (nullable) */
  const char *late_reason;   /* (nullable): not blank when it is late */
} KoyomiSubmission;

GArray            *koyomi_session_propose_decision     (KoyomiSession              *session,
                                                        gint64                      clock,
                                                        const KoyomiReportAnswers  *answers,
                                                        GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           koyomi_session_decide_report        (KoyomiSession              *session,
                                                        gint64                      incident,
                                                        const KoyomiReportDecision *decision,
                                                        KoyomiLanguage              language,
                                                        GError                    **error);
gboolean           koyomi_session_file_report          (KoyomiSession              *session,
                                                        gint64                      incident,
                                                        gint64                      clock,
                                                        const KoyomiSubmission     *submission,
                                                        gint64                      now,
                                                        KoyomiLanguage              language,
                                                        GError                    **error);
gboolean           koyomi_session_set_report_due       (KoyomiSession              *session,
                                                        gint64                      incident,
                                                        gint64                      clock,
                                                        gint64                      due_at,
                                                        KoyomiLanguage              language,
                                                        GError                    **error);

KoyomiReportDraft *koyomi_session_load_report_draft    (KoyomiSession              *session,
                                                        gint64                      incident,
                                                        gint64                      clock,
                                                        KoyomiLanguage              language,
                                                        GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           koyomi_session_set_report_item      (KoyomiSession              *session,
                                                        gint64                      incident,
                                                        const char                 *item,
                                                        const char                 *text,
                                                        KoyomiLanguage              language,
                                                        GError                    **error);

G_END_DECLS
