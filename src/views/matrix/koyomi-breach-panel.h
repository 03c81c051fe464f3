#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What breaks the rules of the matrix today, the gravest first, and below it what is accepted. It follows the plan.
 *
 * Signals:
 *   "run-activated" (run): a run is to be shown
 *   "cell-activated" (function, team): the matrix is to show them; 0 for none */
#define KOYOMI_TYPE_BREACH_PANEL (koyomi_breach_panel_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiBreachPanel, koyomi_breach_panel, KOYOMI, BREACH_PANEL, GtkWidget)

GtkWidget *koyomi_breach_panel_new           (KoyomiWorkspace   *workspace,
                                              const char        *catalogue) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_breach_panel_show_function (KoyomiBreachPanel *self,
                                              KoyomiRecord      *function,
                                              guint32            day);

G_END_DECLS
