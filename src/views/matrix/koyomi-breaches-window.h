#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* The rules, checked: a window around a KoyomiBreachPanel. */
#define KOYOMI_TYPE_BREACHES_WINDOW (koyomi_breaches_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiBreachesWindow, koyomi_breaches_window, KOYOMI, BREACHES_WINDOW, KoyomiPlanWindow)

void koyomi_breaches_window_present (GtkWindow       *parent,
                                     KoyomiWorkspace *workspace,
                                     GtkWidget       *plan);

G_END_DECLS
