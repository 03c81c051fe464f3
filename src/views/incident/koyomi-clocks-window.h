#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* The table of reporting duties, with the source of each. Duties of one's own can be added, all can be changed and turned off. */
#define KOYOMI_TYPE_CLOCKS_WINDOW (koyomi_clocks_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiClocksWindow, koyomi_clocks_window, KOYOMI, CLOCKS_WINDOW, KoyomiPlanWindow)

void koyomi_clocks_window_present (GtkWindow       *parent,
                                   KoyomiWorkspace *workspace);

G_END_DECLS
