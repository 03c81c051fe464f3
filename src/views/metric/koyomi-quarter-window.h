#pragma once

#include "koyomi-fiscal-year.h"
#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* What closing a quarter keeps, and what of a closed one would be otherwise now. */
#define KOYOMI_TYPE_QUARTER_WINDOW (koyomi_quarter_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiQuarterWindow, koyomi_quarter_window, KOYOMI, QUARTER_WINDOW, KoyomiPlanWindow)

void koyomi_quarter_window_present (GtkWindow        *parent,
                                    KoyomiWorkspace  *workspace,
                                    KoyomiFiscalYear  year,
                                    int               quarter);

G_END_DECLS
