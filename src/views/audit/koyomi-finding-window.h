#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* A finding: what was found, why, what is done about it until when, whether that helped, and what proves it. */
#define KOYOMI_TYPE_FINDING_WINDOW (koyomi_finding_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiFindingWindow, koyomi_finding_window, KOYOMI, FINDING_WINDOW, KoyomiPlanWindow)

void koyomi_finding_window_present (GtkWindow       *parent,
                                    KoyomiWorkspace *workspace,
                                    gint64           finding);

G_END_DECLS
