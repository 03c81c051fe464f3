#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* Finds rows of the plan and commands by words, and goes to the one that is chosen. */
#define KOYOMI_TYPE_SEARCH_WINDOW (koyomi_search_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiSearchWindow, koyomi_search_window, KOYOMI, SEARCH_WINDOW, KoyomiPlanWindow)

void koyomi_search_window_present (GtkWindow       *parent,
                                   KoyomiWorkspace *workspace,
                                   GtkWidget       *plan);

G_END_DECLS
