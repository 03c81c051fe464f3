#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What an audit looks at: choosing it, and saying what came of it. */
gboolean koyomi_audit_items_add    (KoyomiWorkspace  *workspace,
                                    gint64            audit,
                                    gint64            control,
                                    GError          **error);
void     koyomi_audit_items_choose (GtkWindow        *parent,
                                    KoyomiWorkspace  *workspace,
                                    gint64            audit);
void     koyomi_audit_items_edit   (GtkWindow        *parent,
                                    KoyomiWorkspace  *workspace,
                                    KoyomiRecord     *item,
                                    KoyomiRecord     *control);

G_END_DECLS
