#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The gaps of a catalogue's functions, the widest first, and what is done about each. */
#define KOYOMI_TYPE_GAP_PAGE (koyomi_gap_page_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiGapPage, koyomi_gap_page, KOYOMI, GAP_PAGE, GtkWidget)

GtkWidget  *koyomi_gap_page_new  (KoyomiWorkspace  *workspace);
gboolean    koyomi_gap_page_show (GtkWidget        *page,
                                  gint64            catalogue,
                                  GError          **error);

G_END_DECLS
