#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What needs attention today: the next meeting counted down, reports that incidents are waiting for, runs that are late, due soon or due
 * before that meeting. Loaded once it has been seen, so that it keeps nobody waiting.
 *
 * Emits "run-activated" (gint64) when a run is chosen; a report shows its incident by the action "plan.show-incident". */
#define KOYOMI_TYPE_ATTENTION_PANEL (koyomi_attention_panel_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiAttentionPanel, koyomi_attention_panel, KOYOMI, ATTENTION_PANEL, GtkWidget)

GtkWidget *koyomi_attention_panel_new       (KoyomiWorkspace      *workspace);
void       koyomi_attention_panel_take_over (KoyomiAttentionPanel *self,
                                             KoyomiAttentionPanel *other);

G_END_DECLS
