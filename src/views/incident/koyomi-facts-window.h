#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* What is known of an incident or a drill, edited in place. */
#define KOYOMI_TYPE_FACTS_WINDOW (koyomi_facts_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiFactsWindow, koyomi_facts_window, KOYOMI, FACTS_WINDOW, KoyomiPlanWindow)

void koyomi_facts_window_present (GtkWindow        *parent,
                                  KoyomiWorkspace  *workspace,
                                  gint64            incident);

G_END_DECLS
