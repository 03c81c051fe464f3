#pragma once

#include <gtk/gtk.h>

#include "koyomi-report-made.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The pages of a report below one another, of which only those in sight are painted. Lies in a scrolled window. */
#define KOYOMI_TYPE_REPORT_PAGES (koyomi_report_pages_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiReportPages, koyomi_report_pages, KOYOMI, REPORT_PAGES, GtkWidget)

GtkWidget *koyomi_report_pages_new      (KoyomiWorkspace   *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_report_pages_show     (KoyomiReportPages *self,
                                         KoyomiReportMade  *made);
void       koyomi_report_pages_zoom     (KoyomiReportPages *self,
                                         int                steps);
guint      koyomi_report_pages_get_page (KoyomiReportPages *self);

G_END_DECLS
