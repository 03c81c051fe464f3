#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Leads by questions to the decision whether an incident must be reported, and keeps it with reason, name and time, also when the
 * answer is no. */
void koyomi_decision_dialog_present (GtkWindow        *parent,
                                     KoyomiWorkspace  *workspace,
                                     gint64            incident,
                                     gint64            clock);

G_END_DECLS
