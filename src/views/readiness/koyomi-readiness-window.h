#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* What an auditor or a committee would stumble over, by area. What is selected can be gone to, accepted for a while, or counted again. */
#define KOYOMI_TYPE_READINESS_WINDOW (koyomi_readiness_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiReadinessWindow, koyomi_readiness_window, KOYOMI, READINESS_WINDOW, KoyomiPlanWindow)

void koyomi_readiness_window_present (GtkWindow       *parent,
                                      KoyomiWorkspace *workspace,
                                      GtkWidget       *plan);

G_END_DECLS
