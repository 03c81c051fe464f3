#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* Asks for the name and the group of a function of the company's own, adds it, and shows its card. */
#define KOYOMI_TYPE_FUNCTION_DIALOG (koyomi_function_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiFunctionDialog, koyomi_function_dialog, KOYOMI, FUNCTION_DIALOG, KoyomiPlanWindow)

void koyomi_function_dialog_present (GtkWindow       *parent,
                                     KoyomiWorkspace *workspace);

G_END_DECLS
