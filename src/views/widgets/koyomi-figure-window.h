#pragma once

#include "koyomi-figure-view.h"
#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* What a figure shows, as a table. */
#define KOYOMI_TYPE_FIGURE_WINDOW (koyomi_figure_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiFigureWindow, koyomi_figure_window, KOYOMI, FIGURE_WINDOW, KoyomiPlanWindow)

void koyomi_figure_window_present (GtkWindow        *parent,
                                   KoyomiWorkspace  *workspace,
                                   KoyomiFigureView *view);

G_END_DECLS
