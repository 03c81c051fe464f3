#pragma once

#include <gtk/gtk.h>

#include "koyomi-language.h"

G_BEGIN_DECLS

/* The window that names all keys. */
void koyomi_shortcuts_present (GtkWindow      *parent,
                               KoyomiLanguage  language);

G_END_DECLS
