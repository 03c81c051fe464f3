#pragma once

#include <gtk/gtk.h>

#include "koyomi-incident-tasks.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Asks which tasks of a check-list are left out, and why: one reason for all of them. */
void koyomi_leave_out_dialog_present (GtkWindow                 *parent,
                                      KoyomiWorkspace           *workspace,
                                      const KoyomiIncidentTasks *tasks);

G_END_DECLS
