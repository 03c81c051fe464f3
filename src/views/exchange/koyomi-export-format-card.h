#pragma once

#include <gtk/gtk.h>

#include "koyomi-export-request.h"
#include "koyomi-export.h"

G_BEGIN_DECLS

/* A format to choose, with a line on what it is for. */
GtkWidget  *koyomi_export_format_card_new (KoyomiExportFormat   format,
                                           KoyomiExportReport   report,
                                           KoyomiLanguage       language) G_GNUC_WARN_UNUSED_RESULT;
const char *koyomi_export_format_get_name (KoyomiExportFormat   format);

G_END_DECLS
