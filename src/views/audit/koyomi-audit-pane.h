#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* A page of the audit view, with one child. It reads the plan when it is shown, and again whenever the plan has changed; while nobody looks it
 * waits. */
#define KOYOMI_TYPE_AUDIT_PANE (koyomi_audit_pane_get_type ())
G_DECLARE_DERIVABLE_TYPE (KoyomiAuditPane, koyomi_audit_pane, KOYOMI, AUDIT_PANE, GtkWidget)

struct _KoyomiAuditPaneClass
{
  GtkWidgetClass parent_class;

  /* Shows the plan as it stands. */
  gboolean (*refresh) (KoyomiAuditPane  *self,
                       GError          **error);
};

void             koyomi_audit_pane_attach        (KoyomiAuditPane  *self,
                                                  KoyomiWorkspace  *workspace);
void             koyomi_audit_pane_refresh       (KoyomiAuditPane  *self);
KoyomiWorkspace *koyomi_audit_pane_get_workspace (KoyomiAuditPane  *self);
KoyomiSession   *koyomi_audit_pane_get_session   (KoyomiAuditPane  *self);
KoyomiLanguage   koyomi_audit_pane_get_language  (KoyomiAuditPane  *self);
GtkWindow       *koyomi_audit_pane_get_window    (KoyomiAuditPane  *self);
void             koyomi_audit_pane_open          (KoyomiAuditPane  *self,
                                                  KoyomiTableId     table,
                                                  gint64            id);

G_END_DECLS
