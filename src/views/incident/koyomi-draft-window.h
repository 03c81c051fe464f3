#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* What a report to an authority must say, what of it is still missing, and the draft to take along. */
#define KOYOMI_TYPE_DRAFT_WINDOW (koyomi_draft_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiDraftWindow, koyomi_draft_window, KOYOMI, DRAFT_WINDOW, KoyomiPlanWindow)

void koyomi_draft_window_present (GtkWindow        *parent,
                                  KoyomiWorkspace  *workspace,
                                  gint64            incident,
                                  gint64            clock);

G_END_DECLS
