#pragma once

#include "koyomi-audit-pane.h"

G_BEGIN_DECLS

/* Who changed what and when, field by field, and whether all of it is as it was written. */
#define KOYOMI_TYPE_CHANGE_LOG_PAGE (koyomi_change_log_page_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiChangeLogPage, koyomi_change_log_page, KOYOMI, CHANGE_LOG_PAGE, KoyomiAuditPane)

GtkWidget *koyomi_change_log_page_new (KoyomiWorkspace *workspace);

G_END_DECLS
