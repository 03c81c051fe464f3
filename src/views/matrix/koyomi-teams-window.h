#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* The teams, with their people, contracts and functions. */
#define KOYOMI_TYPE_TEAMS_WINDOW (koyomi_teams_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiTeamsWindow, koyomi_teams_window, KOYOMI, TEAMS_WINDOW, KoyomiPlanWindow)

void koyomi_teams_window_present (GtkWindow       *parent,
                                  KoyomiWorkspace *workspace,
                                  gint64           team);

G_END_DECLS
