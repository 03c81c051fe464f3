#pragma once

#include "koyomi-window.h"

G_BEGIN_DECLS

void  koyomi_preferences_present (KoyomiWindow    *parent,
                                  GSettings       *settings,
                                  KoyomiLanguage   language,
                                  const char      *page);

G_END_DECLS
