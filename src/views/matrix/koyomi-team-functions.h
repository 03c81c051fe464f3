#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What a team does: its functions with its letters, each of which leads to the function's card. */
#define KOYOMI_TYPE_TEAM_FUNCTIONS (koyomi_team_functions_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiTeamFunctions, koyomi_team_functions, KOYOMI, TEAM_FUNCTIONS, GtkWidget)

GtkWidget *koyomi_team_functions_new  (KoyomiWorkspace      *workspace);
gboolean   koyomi_team_functions_show (KoyomiTeamFunctions  *self,
                                       gint64                team,
                                       GError              **error);

G_END_DECLS
