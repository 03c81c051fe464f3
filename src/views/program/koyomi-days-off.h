#pragma once

#include <adwaita.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

void  koyomi_days_off_add (AdwPreferencesWindow *window,
                           AdwPreferencesGroup  *group,
                           KoyomiWorkspace      *workspace);

G_END_DECLS
