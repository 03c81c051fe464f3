#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* The check-lists for usual kinds of incidents, and their tasks. */
#define KOYOMI_TYPE_CHECKLISTS_WINDOW (koyomi_checklists_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiChecklistsWindow, koyomi_checklists_window, KOYOMI, CHECKLISTS_WINDOW, KoyomiPlanWindow)

void koyomi_checklists_window_present (GtkWindow       *parent,
                                       KoyomiWorkspace *workspace);

G_END_DECLS
