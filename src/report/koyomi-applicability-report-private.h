#pragma once

#include "koyomi-control-register.h"
#include "koyomi-isms-report-private.h"

G_BEGIN_DECLS

#define KOYOMI_N_APPLICABILITY_PARTS 2

extern const KoyomiReportPart _koyomi_applicability_report_parts[KOYOMI_N_APPLICABILITY_PARTS];

KoyomiDocument      *_koyomi_applicability_report_new      (KoyomiSession              *session,
                                                            const KoyomiReportOptions  *options,
                                                            GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
KoyomiDocumentTable *_koyomi_applicability_report_add_map  (KoyomiIsmsReport           *isms,
                                                            GPtrArray                  *lines,
                                                            KoyomiControlKind           kind);
guint                _koyomi_applicability_report_add_gaps (KoyomiIsmsReport           *isms,
                                                            GPtrArray                  *lines,
                                                            KoyomiControlGap            gaps);

G_END_DECLS
