#pragma once

#include <gtk/gtk.h>

#include "koyomi-report-made.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What is written in a section of a report, beside what was written there last time. */
#define KOYOMI_TYPE_REPORT_TEXT (koyomi_report_text_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiReportText, koyomi_report_text, KOYOMI, REPORT_TEXT, GtkWidget)

GtkWidget *koyomi_report_text_new     (KoyomiWorkspace         *workspace,
                                       const KoyomiReportPart  *part,
                                       const KoyomiReportWish  *wish) G_GNUC_WARN_UNUSED_RESULT;
gboolean   koyomi_report_text_refresh (KoyomiReportText        *self,
                                       gboolean                *is_written,
                                       GError                 **error);

G_END_DECLS
