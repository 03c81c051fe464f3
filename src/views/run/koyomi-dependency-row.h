#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* One dependency of a run's activity, edited in place. */
#define KOYOMI_TYPE_DEPENDENCY_ROW (koyomi_dependency_row_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiDependencyRow, koyomi_dependency_row, KOYOMI, DEPENDENCY_ROW, GtkWidget)

GtkWidget  *koyomi_dependency_row_new    (KoyomiWorkspace      *workspace);
void        koyomi_dependency_row_show   (KoyomiDependencyRow  *self,
                                          KoyomiRecord         *dependency,
                                          KoyomiRecord         *run);
void        koyomi_dependency_row_commit (KoyomiDependencyRow  *self);

G_END_DECLS
