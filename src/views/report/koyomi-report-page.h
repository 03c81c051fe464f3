#pragma once

#include <gtk/gtk.h>

#include "koyomi-report-made.h"

G_BEGIN_DECLS

/* A page of a report on white paper, as large as it is given room. */
#define KOYOMI_TYPE_REPORT_PAGE (koyomi_report_page_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiReportPage, koyomi_report_page, KOYOMI, REPORT_PAGE, GtkWidget)

GtkWidget *koyomi_report_page_new (KoyomiReportMade *made,
                                   guint             page,
                                   const char       *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
