#pragma once

#include <gtk/gtk.h>

#include "koyomi-language.h"

G_BEGIN_DECLS

void koyomi_print_preview_present (GtkWindow                *parent,
                                   KoyomiLanguage            language,
                                   GtkPrintOperationPreview *preview,
                                   GtkPrintContext          *context);

G_END_DECLS
