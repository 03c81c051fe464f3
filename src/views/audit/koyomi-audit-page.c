#include "koyomi-audit-page.h"

#include "koyomi-audit-summary.h"
#include "koyomi-change-log-page.h"
#include "koyomi-controls-page.h"
#include "koyomi-evidence-page.h"
#include "koyomi-findings-page.h"
#include "koyomi-programme-page.h"

const KoyomiAuditPage koyomi_audit_pages[] = {
  { "summary", N_("Summary"), koyomi_audit_summary_new },
  { "programme", N_("Programme"), koyomi_programme_page_new },
  { "findings", N_("Findings"), koyomi_findings_page_new },
  { "evidence", N_("Evidence"), koyomi_evidence_page_new },
  { "controls", N_("Controls"), koyomi_controls_page_new },
  { "change-log", N_("Change Log"), koyomi_change_log_page_new },
};

const guint koyomi_n_audit_pages = G_N_ELEMENTS (koyomi_audit_pages);

/* Returns: (nullable) */
const KoyomiAuditPage *
koyomi_audit_page_find (const char *id)
{
  for (guint i = 0; i < koyomi_n_audit_pages; i++)
    if (g_strcmp0 (koyomi_audit_pages[i].id, id) == 0)
      return &koyomi_audit_pages[i];

  return NULL;
}
