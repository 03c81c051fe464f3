#pragma once

#include <gtk/gtk.h>

#include "koyomi-report-made.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

char *koyomi_report_wish_describe (const KoyomiReportWish  *self,
                                   KoyomiSession           *session,
                                   const char              *separator) G_GNUC_WARN_UNUSED_RESULT;

void  koyomi_report_save          (GtkWindow               *parent,
                                   KoyomiWorkspace         *workspace,
                                   const KoyomiReportWish  *wish,
                                   KoyomiExportFormat       format);

G_END_DECLS
