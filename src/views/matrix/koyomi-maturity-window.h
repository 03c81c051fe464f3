#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* How well the functions of a catalogue are done, and what follows from that.
 *
 * Signals:
 *   "run-activated" (run): the person wants to see this run in the calendar; the window goes */
#define KOYOMI_TYPE_MATURITY_WINDOW (koyomi_maturity_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMaturityWindow, koyomi_maturity_window, KOYOMI, MATURITY_WINDOW, KoyomiPlanWindow)

KoyomiMaturityWindow  *koyomi_maturity_window_present (GtkWindow        *parent,
                                                       KoyomiWorkspace  *workspace);

G_END_DECLS
