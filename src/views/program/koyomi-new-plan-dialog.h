#pragma once

#include <gtk/gtk.h>

#include "koyomi-language.h"

G_BEGIN_DECLS

void  koyomi_new_plan_dialog_present (GtkWindow       *parent,
                                      GSettings       *settings,
                                      KoyomiLanguage   language);

G_END_DECLS
