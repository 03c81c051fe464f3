#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The functions of a catalogue with their maturity, and beside them what was said of one, to be changed. */
#define KOYOMI_TYPE_MATURITY_PAGE (koyomi_maturity_page_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMaturityPage, koyomi_maturity_page, KOYOMI, MATURITY_PAGE, GtkWidget)

GtkWidget  *koyomi_maturity_page_new    (KoyomiWorkspace     *workspace);
gboolean    koyomi_maturity_page_show   (GtkWidget           *page,
                                         gint64               catalogue,
                                         GError             **error);
void        koyomi_maturity_page_select (KoyomiMaturityPage  *self,
                                         gint64               function);
void        koyomi_maturity_page_search (KoyomiMaturityPage  *self);

G_END_DECLS
