#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* One meeting of a committee, edited in place: when and where, what is on its agenda, what it decided, and of a management review what it has to
 * look at. */
#define KOYOMI_TYPE_MEETING_WINDOW (koyomi_meeting_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMeetingWindow, koyomi_meeting_window, KOYOMI, MEETING_WINDOW, KoyomiPlanWindow)

void koyomi_meeting_window_present     (GtkWindow       *parent,
                                        KoyomiWorkspace *workspace,
                                        gint64           meeting);
void koyomi_meeting_window_present_row (GtkWindow       *parent,
                                        KoyomiWorkspace *workspace,
                                        gint64           meeting,
                                        KoyomiTableId    table,
                                        gint64           id);

G_END_DECLS
