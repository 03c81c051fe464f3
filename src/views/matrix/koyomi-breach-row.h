#pragma once

#include <gtk/gtk.h>

#include "koyomi-breach.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* One breach in a list: its sentence, what it is about, each of which can be gone to, and whether it is accepted.
 *
 * Signals:
 *   "run-activated" (run): the run is to be shown
 *   "cell-activated" (function, team): the matrix is to show them; 0 for none */
#define KOYOMI_TYPE_BREACH_ROW (koyomi_breach_row_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiBreachRow, koyomi_breach_row, KOYOMI, BREACH_ROW, GtkListBoxRow)

GtkWidget    *koyomi_breach_row_new        (KoyomiWorkspace  *workspace);
void          koyomi_breach_row_show       (KoyomiBreachRow  *self,
                                            KoyomiBreach     *breach);
KoyomiBreach *koyomi_breach_row_get_breach (KoyomiBreachRow  *self);

G_END_DECLS
