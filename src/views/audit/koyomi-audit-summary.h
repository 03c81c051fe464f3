#pragma once

#include "koyomi-audit-pane.h"

G_BEGIN_DECLS

/* The first page of the audit view: a card for each of the others, with what is most pressing there. */
#define KOYOMI_TYPE_AUDIT_SUMMARY (koyomi_audit_summary_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiAuditSummary, koyomi_audit_summary, KOYOMI, AUDIT_SUMMARY, KoyomiAuditPane)

GtkWidget *koyomi_audit_summary_new (KoyomiWorkspace *workspace);

G_END_DECLS
