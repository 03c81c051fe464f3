#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* What became of the plan since a baseline: a table with counts, which can be sorted, filtered and copied. */
#define KOYOMI_TYPE_VARIANCE_WINDOW (koyomi_variance_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiVarianceWindow, koyomi_variance_window, KOYOMI, VARIANCE_WINDOW, KoyomiPlanWindow)

void koyomi_variance_window_present (GtkWindow       *parent,
                                     KoyomiWorkspace *workspace,
                                     gint64           bookmark);

G_END_DECLS
