#pragma once

#include "koyomi-plan-window.h"
#include "koyomi-report-made.h"

G_BEGIN_DECLS

/* What is written of a quarter, or a month, in the sections of a report. */
#define KOYOMI_TYPE_REPORT_TEXTS_WINDOW (koyomi_report_texts_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiReportTextsWindow, koyomi_report_texts_window, KOYOMI, REPORT_TEXTS_WINDOW, KoyomiPlanWindow)

void koyomi_report_texts_window_present (GtkWindow               *parent,
                                         KoyomiWorkspace         *workspace,
                                         const KoyomiReportWish  *wish,
                                         guint                    section);

G_END_DECLS
