#pragma once

#include <gtk/gtk.h>

#include "koyomi-incident-clocks.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* One report of an incident: how much of its time is over, what is left, and what can be done about it.
 *
 * Actions of the view around it: clock.file (x), clock.draft (x), clock.set-due (x), clock.decide (x), with the key of the clock. */
#define KOYOMI_TYPE_CLOCK_ROW (koyomi_clock_row_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiClockRow, koyomi_clock_row, KOYOMI, CLOCK_ROW, GtkWidget)

GtkWidget *koyomi_clock_row_new  (KoyomiWorkspace            *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_clock_row_show (KoyomiClockRow             *self,
                                  const KoyomiIncidentClock  *clock,
                                  gint64                      now);

G_END_DECLS
