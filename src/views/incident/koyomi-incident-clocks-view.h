#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What an incident must be reported for: what runs, what was sent, what nobody has decided on, and what need not be reported. What is
 * left is told anew each minute while it is seen.
 *
 * Actions: clock.file (x), clock.draft (x), clock.set-due (x), clock.decide (x), with the key of a clock; 0 for any. */
#define KOYOMI_TYPE_INCIDENT_CLOCKS_VIEW (koyomi_incident_clocks_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiIncidentClocksView, koyomi_incident_clocks_view, KOYOMI, INCIDENT_CLOCKS_VIEW, GtkWidget)

GtkWidget *koyomi_incident_clocks_view_new          (KoyomiWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_incident_clocks_view_set_incident (GtkWidget       *widget,
                                                     gint64           incident);

G_END_DECLS
