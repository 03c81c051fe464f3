#pragma once

#include "koyomi-audit-pane.h"

G_BEGIN_DECLS

/* All findings and how their corrective actions stand. */
#define KOYOMI_TYPE_FINDINGS_PAGE (koyomi_findings_page_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiFindingsPage, koyomi_findings_page, KOYOMI, FINDINGS_PAGE, KoyomiAuditPane)

GtkWidget *koyomi_findings_page_new (KoyomiWorkspace *workspace);

G_END_DECLS
