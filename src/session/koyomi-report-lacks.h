#pragma once

#include "koyomi-attention.h"
#include "koyomi-incident-board.h"
#include "koyomi-metric-book.h"
#include "koyomi-overview-row.h"

G_BEGIN_DECLS

/* What a report to a committee cannot do without. */
typedef enum
{
  KOYOMI_LACK_VALUE,      /* a metric that is entered by hand has no value for the quarter, or an old one */
  KOYOMI_LACK_COMMENT,    /* a metric is off target, and nobody says why */
  KOYOMI_LACK_CAUSE,      /* of an incident that is open or was detected in the quarter the cause is not told */
  KOYOMI_LACK_REPORT,     /* an authority has to be told until then and was not */
  KOYOMI_LACK_REASON,     /* a run is late, and nobody says why */
  KOYOMI_LACK_DECISION,   /* a decision is to be carried out until then and was not */
  KOYOMI_N_LACKS,
} KoyomiLack;

/* What the report to the next meeting still lacks. It tells of the quarter that the day a month before the meeting lies in, or today where that is
 * earlier: shortly after its end a quarter is still what a committee hears about. */
typedef struct
{
  KoyomiFiscalYear  year;
  int               quarter;
  GPtrArray        *rows[KOYOMI_N_LACKS];   /* (element-type KoyomiOverviewRow) */
} KoyomiReportLacks;

void               koyomi_report_lacks_free         (KoyomiReportLacks          *self);
guint              koyomi_report_lacks_count_ready  (const KoyomiReportLacks    *self);
char              *koyomi_lack_format               (KoyomiLack                  self,
                                                     guint                       n,
                                                     KoyomiLanguage              language) G_GNUC_WARN_UNUSED_RESULT;

KoyomiReportLacks *koyomi_session_load_report_lacks (KoyomiSession              *session,
                                                     KoyomiMetricBook           *book,
                                                     const KoyomiIncidentBoard  *board,
                                                     const KoyomiAttention      *attention,
                                                     KoyomiLanguage              language,
                                                     GError                    **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiReportLacks, koyomi_report_lacks_free)

G_END_DECLS
