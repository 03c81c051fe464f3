#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What the activity of a run waits for and what waits for it, with a warning where this run and another do not keep to it. */
#define KOYOMI_TYPE_DEPENDENCY_SECTION (koyomi_dependency_section_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiDependencySection, koyomi_dependency_section, KOYOMI, DEPENDENCY_SECTION, GtkWidget)

GtkWidget  *koyomi_dependency_section_new      (KoyomiWorkspace          *workspace);
void        koyomi_dependency_section_show_run (KoyomiDependencySection  *self,
                                                KoyomiRecord             *run);
void        koyomi_dependency_section_commit   (KoyomiDependencySection  *self);

G_END_DECLS
