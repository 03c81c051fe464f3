#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The reports that can be handed over: which there are, what the chosen one looks like, and what it still lacks. Made in passing while it
 * is seen.
 *
 * Actions: report.print, report.write-pdf, report.write-xlsx, report.texts, report.write-text (u: section), report.show-gap (u: which),
 * report.zoom-in, report.zoom-out, report.zoom-fit. */
#define KOYOMI_TYPE_REPORT_VIEW (koyomi_report_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiReportView, koyomi_report_view, KOYOMI, REPORT_VIEW, GtkWidget)

GtkWidget *koyomi_report_view_new       (KoyomiWorkspace  *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_report_view_take_over (KoyomiReportView *self,
                                         KoyomiReportView *other);
void       koyomi_report_view_choose    (KoyomiReportView *self,
                                         const char       *kind,
                                         int               period);

G_END_DECLS
