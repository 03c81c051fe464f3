#pragma once

#include "koyomi-incident-sheet.h"
#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* All that is known of one incident, with more room than the panel has: for small screens, and for long texts.
 *
 * Actions: those of koyomi-incident-commands.h. */
#define KOYOMI_TYPE_INCIDENT_WINDOW (koyomi_incident_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiIncidentWindow, koyomi_incident_window, KOYOMI, INCIDENT_WINDOW, KoyomiPlanWindow)

void koyomi_incident_window_present (GtkWindow            *parent,
                                     KoyomiIncidentSheet  *sheet);

G_END_DECLS
