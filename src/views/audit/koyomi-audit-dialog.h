#pragma once

#include <gtk/gtk.h>

#include "koyomi-fiscal-year.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* A new audit, and the choice of one that is to look at a clause or control. */
void koyomi_audit_dialog_present     (GtkWindow        *parent,
                                      KoyomiWorkspace  *workspace,
                                      guint32           day,
                                      KoyomiRecord     *control);
void koyomi_audit_dialog_present_for (GtkWindow        *parent,
                                      KoyomiWorkspace  *workspace,
                                      KoyomiFiscalYear  year,
                                      KoyomiRecord     *control);

G_END_DECLS
