#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* Asks what a baseline is called. */
#define KOYOMI_TYPE_BASELINE_NAME (koyomi_baseline_name_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiBaselineName, koyomi_baseline_name, KOYOMI, BASELINE_NAME, KoyomiPlanWindow)

void koyomi_baseline_name_present (GtkWindow       *parent,
                                   KoyomiWorkspace *workspace,
                                   gint64           baseline);

G_END_DECLS
