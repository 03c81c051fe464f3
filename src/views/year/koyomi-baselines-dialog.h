#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* The moments of the plan that were given a name: set, shown in the calendar, compared with the plan as it is now. */
#define KOYOMI_TYPE_BASELINES_DIALOG (koyomi_baselines_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiBaselinesDialog, koyomi_baselines_dialog, KOYOMI, BASELINES_DIALOG, KoyomiPlanWindow)

void koyomi_baselines_dialog_present (GtkWindow       *parent,
                                      KoyomiWorkspace *workspace);

G_END_DECLS
