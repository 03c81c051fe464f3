#pragma once

#include <gtk/gtk.h>

#include "koyomi-meeting-edit.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What a meeting decided, and what earlier ones left open: each with its number, actions with their owner and by when. */
#define KOYOMI_TYPE_DECISIONS_VIEW (koyomi_decisions_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiDecisionsView, koyomi_decisions_view, KOYOMI, DECISIONS_VIEW, GtkWidget)

GtkWidget *koyomi_decisions_view_new   (KoyomiWorkspace           *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_decisions_view_show  (KoyomiDecisionsView       *self,
                                        const KoyomiMeetingSheet  *sheet);
void       koyomi_decisions_view_focus (KoyomiDecisionsView       *self,
                                        gint64                     decision);

G_END_DECLS
