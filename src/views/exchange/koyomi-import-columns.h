#pragma once

#include <gtk/gtk.h>

#include "koyomi-import-row.h"

G_BEGIN_DECLS

/* What a column says of a line. */
typedef char        *(*KoyomiImportTextFunc)        (KoyomiImportRow       *row,
                                                     KoyomiLanguage         language);

GtkColumnViewColumn   *koyomi_import_column_new_text  (const char            *title,
                                                       KoyomiImportTextFunc   func,
                                                       KoyomiLanguage         language,
                                                       gboolean               expands) G_GNUC_WARN_UNUSED_RESULT;
GtkColumnViewColumn   *koyomi_import_column_new_check (KoyomiLanguage         language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
