#pragma once

#include <gtk/gtk.h>

#include "koyomi-language.h"

G_BEGIN_DECLS

void  koyomi_about_present (GtkWindow       *parent,
                            KoyomiLanguage   language);

G_END_DECLS
