#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* How much each team has to do in each month of a year, and where that is more than it can. */
#define KOYOMI_TYPE_LOAD_PAGE (koyomi_load_page_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiLoadPage, koyomi_load_page, KOYOMI, LOAD_PAGE, GtkWidget)

GtkWidget  *koyomi_load_page_new  (KoyomiWorkspace  *workspace);
gboolean    koyomi_load_page_show (GtkWidget        *page,
                                   gint64            catalogue,
                                   GError          **error);

G_END_DECLS
