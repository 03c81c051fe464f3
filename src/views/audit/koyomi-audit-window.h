#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* An audit: who looks at what and when, what came of each item, and the findings. */
#define KOYOMI_TYPE_AUDIT_WINDOW (koyomi_audit_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiAuditWindow, koyomi_audit_window, KOYOMI, AUDIT_WINDOW, KoyomiPlanWindow)

void koyomi_audit_window_present (GtkWindow       *parent,
                                  KoyomiWorkspace *workspace,
                                  gint64           audit);

G_END_DECLS
