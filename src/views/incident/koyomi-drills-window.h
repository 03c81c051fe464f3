#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* Who took part in a drill within the last months, who did not, and when the next drill is due. */
#define KOYOMI_TYPE_DRILLS_WINDOW (koyomi_drills_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiDrillsWindow, koyomi_drills_window, KOYOMI, DRILLS_WINDOW, KoyomiPlanWindow)

void koyomi_drills_window_present (GtkWindow       *parent,
                                   KoyomiWorkspace *workspace,
                                   GtkWidget       *plan);

G_END_DECLS
