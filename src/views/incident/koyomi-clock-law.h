#pragma once

#include <gtk/gtk.h>

#include "koyomi-incident-clocks.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* A law whose duties are decided together, and a button that does: clock.decide (x). */
#define KOYOMI_TYPE_CLOCK_LAW (koyomi_clock_law_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiClockLaw, koyomi_clock_law, KOYOMI, CLOCK_LAW, GtkWidget)

char      *koyomi_clock_law_dup_name (KoyomiRecord               *clock,
                                      KoyomiLanguage              language) G_GNUC_WARN_UNUSED_RESULT;

GtkWidget *koyomi_clock_law_new      (KoyomiWorkspace            *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_clock_law_show     (KoyomiClockLaw             *self,
                                      const KoyomiIncidentClock  *clock);

G_END_DECLS
