#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* What the plan says of a team: its functions with letters, its people and contracts, its year, its load, incidents and breaches. */
#define KOYOMI_TYPE_TEAM_CARD (koyomi_team_card_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiTeamCard, koyomi_team_card, KOYOMI, TEAM_CARD, KoyomiPlanWindow)

void koyomi_team_card_present (GtkWindow       *parent,
                               KoyomiWorkspace *workspace,
                               gint64           team);

G_END_DECLS
