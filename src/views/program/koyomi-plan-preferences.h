#pragma once

#include <adwaita.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

void  koyomi_plan_preferences_add (AdwPreferencesWindow  *window,
                                   KoyomiWorkspace       *workspace);

G_END_DECLS
