#pragma once

#include <adwaita.h>

#include "koyomi-ui.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* A window over the main one, on the same plan: modal, closed by Escape, with undo and redo of its own. It shows the plan as it
 * stands whenever that has changed, and has what is typed written before it goes. What is in it is its property "body", which its .ui
 * sets where others set "content": toasts of the main window are shown over that. */
#define KOYOMI_TYPE_PLAN_WINDOW (koyomi_plan_window_get_type ())
G_DECLARE_DERIVABLE_TYPE (KoyomiPlanWindow, koyomi_plan_window, KOYOMI, PLAN_WINDOW, AdwWindow)

struct _KoyomiPlanWindowClass
{
  AdwWindowClass parent_class;

  /* Shows the plan as it stands. FALSE with an error when what the window is about is no longer there: it closes then. */
  gboolean (*refresh) (KoyomiPlanWindow  *self,
                       GError           **error);
};

void             koyomi_plan_window_build         (KoyomiPlanWindow    *self,
                                                   GtkWindow           *parent,
                                                   KoyomiWorkspace     *workspace,
                                                   const char          *name,
                                                   const KoyomiUiChild *children);
void             koyomi_plan_window_set_focus     (KoyomiPlanWindow    *self,
                                                   GtkWidget           *first);
void             koyomi_plan_window_show          (KoyomiPlanWindow    *self);

gboolean         koyomi_plan_window_can_toast     (KoyomiPlanWindow    *self);
void             koyomi_plan_window_add_toast     (KoyomiPlanWindow    *self,
                                                   AdwToast            *toast);
KoyomiWorkspace *koyomi_plan_window_get_workspace (KoyomiPlanWindow    *self);
KoyomiSession   *koyomi_plan_window_get_session   (KoyomiPlanWindow    *self);
KoyomiLanguage   koyomi_plan_window_get_language  (KoyomiPlanWindow    *self);
const char      *koyomi_plan_window_tr            (KoyomiPlanWindow    *self,
                                                   const char          *text) G_GNUC_FORMAT (2);
void             koyomi_plan_window_fail          (KoyomiPlanWindow    *self,
                                                   const char          *title,
                                                   const GError        *error);

G_END_DECLS
