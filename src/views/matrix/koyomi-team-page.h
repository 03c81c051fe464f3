#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* One team: what it is, its people, its contracts and its functions. */
#define KOYOMI_TYPE_TEAM_PAGE (koyomi_team_page_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiTeamPage, koyomi_team_page, KOYOMI, TEAM_PAGE, GtkWidget)

GtkWidget *koyomi_team_page_new        (KoyomiWorkspace  *workspace);
gboolean   koyomi_team_page_show       (KoyomiTeamPage   *self,
                                        KoyomiRecord     *team,
                                        GError          **error);
void       koyomi_team_page_focus_name (KoyomiTeamPage   *self);

G_END_DECLS
