#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The functions of a catalogue in the four areas of sourcing, and those that are not done by whom they should be. */
#define KOYOMI_TYPE_SOURCING_PAGE (koyomi_sourcing_page_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiSourcingPage, koyomi_sourcing_page, KOYOMI, SOURCING_PAGE, GtkWidget)

GtkWidget  *koyomi_sourcing_page_new  (KoyomiWorkspace  *workspace);
gboolean    koyomi_sourcing_page_show (GtkWidget        *page,
                                       gint64            catalogue,
                                       GError          **error);

G_END_DECLS
