#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* An open plan: a sidebar with the views, what needs attention and the state of the file; beside it the view. */
#define KOYOMI_TYPE_PLAN_VIEW (koyomi_plan_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiPlanView, koyomi_plan_view, KOYOMI, PLAN_VIEW, GtkWidget)

GtkWidget       *koyomi_plan_view_new           (KoyomiWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
KoyomiWorkspace *koyomi_plan_view_get_workspace (KoyomiPlanView  *self);
void             koyomi_plan_view_take_over     (KoyomiPlanView  *self,
                                                 KoyomiPlanView  *other);

G_END_DECLS
