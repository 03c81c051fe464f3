#pragma once

#include "koyomi-session-backup.h"
#include "koyomi-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  koyomi_backups_dialog_present          (GtkWindow        *parent,
                                              KoyomiWorkspace  *workspace);
void  koyomi_backups_dialog_present_for_file (GtkWindow        *parent,
                                              GSettings        *settings,
                                              KoyomiLanguage    language,
                                              const char       *path);

G_END_DECLS
