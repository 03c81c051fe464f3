#pragma once

#include "koyomi-session-backup.h"
#include "koyomi-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Verified copies of a plan, made where the person chooses. */

void  koyomi_plan_copy_save    (GtkWindow           *parent,
                                KoyomiWorkspace     *workspace);
void  koyomi_plan_copy_back_up (GtkWindow           *parent,
                                KoyomiWorkspace     *workspace);
void  koyomi_plan_copy_restore (GtkWindow           *parent,
                                GSettings           *settings,
                                KoyomiLanguage       language,
                                const char          *plan,
                                const KoyomiBackup  *backup);

G_END_DECLS
