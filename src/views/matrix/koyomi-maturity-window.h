#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* How well the functions of a catalogue are done, and what follows from that. */
#define KOYOMI_TYPE_MATURITY_WINDOW (koyomi_maturity_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMaturityWindow, koyomi_maturity_window, KOYOMI, MATURITY_WINDOW, KoyomiPlanWindow)

void koyomi_maturity_window_present          (GtkWindow       *parent,
                                              KoyomiWorkspace *workspace);
void koyomi_maturity_window_present_function (GtkWindow       *parent,
                                              KoyomiWorkspace *workspace,
                                              gint64           function);

G_END_DECLS
