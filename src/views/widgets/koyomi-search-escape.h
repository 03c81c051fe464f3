#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* In the search of a dialog Escape takes back what is searched for, and after that closes the dialog as everywhere else in it. */
void koyomi_search_escape_attach (GtkSearchEntry *search);

G_END_DECLS
