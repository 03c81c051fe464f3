#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The runs that a function has in this fiscal year.
 *
 * Emits "run-activated" (gint64) when one is chosen with a double click or Enter. */
#define KOYOMI_TYPE_RUN_LIST (koyomi_run_list_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRunList, koyomi_run_list, KOYOMI, RUN_LIST, GtkWidget)

GtkWidget *koyomi_run_list_new  (KoyomiWorkspace  *workspace);
gboolean   koyomi_run_list_show (KoyomiRunList    *self,
                                 gint64            function,
                                 GError          **error);

G_END_DECLS
