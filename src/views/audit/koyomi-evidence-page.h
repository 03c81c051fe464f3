#pragma once

#include "koyomi-audit-pane.h"

G_BEGIN_DECLS

/* All evidence and what it proves, beside the piece that is chosen; and the controls that lack evidence. */
#define KOYOMI_TYPE_EVIDENCE_PAGE (koyomi_evidence_page_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiEvidencePage, koyomi_evidence_page, KOYOMI, EVIDENCE_PAGE, KoyomiAuditPane)

GtkWidget *koyomi_evidence_page_new    (KoyomiWorkspace    *workspace);
void       koyomi_evidence_page_choose (KoyomiEvidencePage *self,
                                        gint64              evidence);

G_END_DECLS
