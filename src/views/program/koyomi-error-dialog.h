#pragma once

#include <adwaita.h>

#include "koyomi-language.h"

G_BEGIN_DECLS

char      *koyomi_error_advise         (const GError    *error,
                                        KoyomiLanguage   language) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *koyomi_error_details_create (KoyomiLanguage   language,
                                        const GError    *error) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *koyomi_error_dialog_new     (GtkWindow       *parent,
                                        KoyomiLanguage   language,
                                        const char      *title,
                                        const char      *body,
                                        const char      *path,
                                        const GError    *error) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_error_dialog_present (GtkWindow       *parent,
                                        KoyomiLanguage   language,
                                        const char      *title,
                                        const char      *path,
                                        const GError    *error);

G_END_DECLS
