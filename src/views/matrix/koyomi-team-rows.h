#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The people of a team, or its contracts: each is edited in a window of its own. People have an order, contracts are in that of
 * their days, those that have ended or soon will are marked. */
#define KOYOMI_TYPE_TEAM_ROWS (koyomi_team_rows_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiTeamRows, koyomi_team_rows, KOYOMI, TEAM_ROWS, GtkWidget)

GtkWidget *koyomi_team_rows_new  (KoyomiWorkspace  *workspace,
                                  KoyomiTableId     table);
gboolean   koyomi_team_rows_show (KoyomiTeamRows   *self,
                                  gint64            team,
                                  GError          **error);

G_END_DECLS
