#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* Leads from one fiscal year into the next, page by page: which year, what becomes of the activities, what of the runs that were not
 * finished, and whether it adds up. Nothing is changed before the last page. */
#define KOYOMI_TYPE_ROLL_OVER_ASSISTANT (koyomi_roll_over_assistant_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRollOverAssistant, koyomi_roll_over_assistant, KOYOMI, ROLL_OVER_ASSISTANT, KoyomiPlanWindow)

void koyomi_roll_over_assistant_present (GtkWindow       *parent,
                                         KoyomiWorkspace *workspace,
                                         GtkWidget       *calendar);

G_END_DECLS
