#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What holds for all runs of an activity: its title, when it happens, its kind, clause, effort and cost. */
#define KOYOMI_TYPE_ACTIVITY_SECTION (koyomi_activity_section_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiActivitySection, koyomi_activity_section, KOYOMI, ACTIVITY_SECTION, GtkWidget)

GtkWidget  *koyomi_activity_section_new           (KoyomiWorkspace        *workspace);
void        koyomi_activity_section_show_activity (KoyomiActivitySection  *self,
                                                   KoyomiRecord           *activity);
void        koyomi_activity_section_commit        (KoyomiActivitySection  *self);

G_END_DECLS
