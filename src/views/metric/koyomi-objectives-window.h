#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* The objectives of the plan, and how far each is as its metric says. */
#define KOYOMI_TYPE_OBJECTIVES_WINDOW (koyomi_objectives_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiObjectivesWindow, koyomi_objectives_window, KOYOMI, OBJECTIVES_WINDOW, KoyomiPlanWindow)

void koyomi_objectives_window_present (GtkWindow        *parent,
                                       KoyomiWorkspace  *workspace);

G_END_DECLS
