#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* The reports that were given out: each can be written again as it was, and any file be asked whether it is one of them. */
#define KOYOMI_TYPE_ISSUED_REPORTS_WINDOW (koyomi_issued_reports_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiIssuedReportsWindow, koyomi_issued_reports_window, KOYOMI, ISSUED_REPORTS_WINDOW, KoyomiPlanWindow)

void koyomi_issued_reports_window_present (GtkWindow       *parent,
                                           KoyomiWorkspace *workspace);

G_END_DECLS
