#pragma once

#include <gtk/gtk.h>

#include "koyomi-report-made.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Puts a report on paper. */
#define KOYOMI_TYPE_REPORT_PRINTING (koyomi_report_printing_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiReportPrinting, koyomi_report_printing, KOYOMI, REPORT_PRINTING, GtkPrintOperation)

KoyomiReportPrinting *koyomi_report_printing_new (KoyomiReportMade *made,
                                                  KoyomiLanguage    language) G_GNUC_WARN_UNUSED_RESULT;

void                  koyomi_report_print        (GtkWindow        *parent,
                                                  KoyomiWorkspace  *workspace,
                                                  KoyomiReportMade *made,
                                                  const char       *name);

G_END_DECLS
