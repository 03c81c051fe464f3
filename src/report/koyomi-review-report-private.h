#pragma once

#include "koyomi-isms-report-private.h"

G_BEGIN_DECLS

#define KOYOMI_N_REVIEW_PARTS 3

extern const KoyomiReportPart _koyomi_review_report_parts[KOYOMI_N_REVIEW_PARTS];

KoyomiDocument *_koyomi_review_report_new (KoyomiSession              *session,
                                           const KoyomiReportOptions  *options,
                                           GError                    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
