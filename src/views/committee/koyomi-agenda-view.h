#pragma once

#include <gtk/gtk.h>

#include "koyomi-meeting-edit.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The agenda of a meeting: items in their order, each with its kind and its minutes. */
#define KOYOMI_TYPE_AGENDA_VIEW (koyomi_agenda_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiAgendaView, koyomi_agenda_view, KOYOMI, AGENDA_VIEW, GtkWidget)

GtkWidget *koyomi_agenda_view_new   (KoyomiWorkspace           *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_agenda_view_show  (KoyomiAgendaView          *self,
                                     const KoyomiMeetingSheet  *sheet);
void       koyomi_agenda_view_focus (KoyomiAgendaView          *self,
                                     gint64                     item);

G_END_DECLS
