#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* What is known of a function: who does it, its tasks and its duties, edited in place; and what the rest of the plan says of it. */
#define KOYOMI_TYPE_FUNCTION_CARD (koyomi_function_card_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiFunctionCard, koyomi_function_card, KOYOMI, FUNCTION_CARD, KoyomiPlanWindow)

void koyomi_function_card_present (GtkWindow       *parent,
                                   KoyomiWorkspace *workspace,
                                   gint64           function);
void koyomi_function_card_present_teams (GtkWindow       *parent,
                                         KoyomiWorkspace *workspace,
                                         gint64           function);

G_END_DECLS
