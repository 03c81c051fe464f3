#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The state of a run in words, and the buttons of what is likely to be done with it next. The buttons name the actions "run.…". */
#define KOYOMI_TYPE_RUN_HEAD (koyomi_run_head_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRunHead, koyomi_run_head, KOYOMI, RUN_HEAD, GtkWidget)

GtkWidget  *koyomi_run_head_new      (KoyomiWorkspace  *workspace);
void        koyomi_run_head_show_run (KoyomiRunHead    *self,
                                      KoyomiRecord     *run);

G_END_DECLS
