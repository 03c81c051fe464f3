#pragma once

#include <gtk/gtk.h>

#include "koyomi-language.h"

G_BEGIN_DECLS

char *koyomi_refusal_explain (const char      *path,
                              const GError    *error,
                              KoyomiLanguage   language) G_GNUC_WARN_UNUSED_RESULT;
void  koyomi_refusal_present (GtkWindow       *parent,
                              KoyomiLanguage   language,
                              const char      *path,
                              const GError    *error);
void  koyomi_refusal_present_damage (GtkWindow      *parent,
                                     KoyomiLanguage   language,
                                     const char      *path,
                                     const GError    *error);

G_END_DECLS
