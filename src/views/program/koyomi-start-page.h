#pragma once

#include <gtk/gtk.h>

#include "koyomi-language.h"

G_BEGIN_DECLS

/* What a window shows without a plan: recent plans, new, open, the sample company. */
#define KOYOMI_TYPE_START_PAGE (koyomi_start_page_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiStartPage, koyomi_start_page, KOYOMI, START_PAGE, GtkWidget)

GtkWidget *koyomi_start_page_new (GSettings      *settings,
                                  KoyomiLanguage  language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
