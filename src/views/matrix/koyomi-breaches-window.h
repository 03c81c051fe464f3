#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* The rules, checked: a window around a KoyomiBreachPanel. */
#define KOYOMI_TYPE_BREACHES_WINDOW (koyomi_breaches_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiBreachesWindow, koyomi_breaches_window, KOYOMI, BREACHES_WINDOW, KoyomiPlanWindow)

void koyomi_breaches_window_present          (GtkWindow       *parent,
                                              KoyomiWorkspace *workspace,
                                              GtkWidget       *plan);
void koyomi_breaches_window_present_function (GtkWindow       *parent,
                                              KoyomiWorkspace *workspace,
                                              GtkWidget       *plan,
                                              const char      *catalogue,
                                              KoyomiRecord    *function,
                                              guint32          day);

G_END_DECLS
