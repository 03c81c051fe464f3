#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The audit programme, findings, evidence, controls and the change log, a page each. */
#define KOYOMI_TYPE_AUDIT_VIEW (koyomi_audit_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiAuditView, koyomi_audit_view, KOYOMI, AUDIT_VIEW, GtkWidget)

GtkWidget *koyomi_audit_view_new       (KoyomiWorkspace  *workspace);
void       koyomi_audit_view_take_over (KoyomiAuditView  *self,
                                        KoyomiAuditView  *other);
void       koyomi_audit_view_show_page (KoyomiAuditView  *self,
                                        const char       *id);
void       koyomi_audit_view_show_record (KoyomiAuditView *self,
                                          KoyomiTableId    table,
                                          gint64           id);

G_END_DECLS
