#pragma once

#include "koyomi-findings.h"
#include "koyomi-isms-report-private.h"
#include "koyomi-metric-book.h"

G_BEGIN_DECLS

typedef enum
{
  KOYOMI_CAPA_SUMMARY,
  KOYOMI_CAPA_FINDINGS,
  KOYOMI_CAPA_EFFECT,
  KOYOMI_N_CAPA_PARTS,
} KoyomiCapaPart;

/* The report on findings and corrective actions. */
typedef struct
{
  KoyomiIsmsReport  isms;
  GPtrArray        *findings;   /* (element-type KoyomiFindingRow): found by the end of the quarter */
  GPtrArray        *dues;       /* (element-type KoyomiRecord): all changes of due days */
  KoyomiMetricBook *book;
} KoyomiCapaReport;

extern const KoyomiReportPart _koyomi_capa_report_parts[KOYOMI_N_CAPA_PARTS];

KoyomiDocument *_koyomi_capa_report_new          (KoyomiSession              *session,
                                                  const KoyomiReportOptions  *options,
                                                  GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
void            _koyomi_capa_report_add_findings (KoyomiCapaReport           *self);
gboolean        _koyomi_capa_report_is_told      (const KoyomiCapaReport     *self,
                                                  KoyomiRecord               *finding);
guint32         _koyomi_finding_get_end          (KoyomiRecord               *finding);

G_END_DECLS
