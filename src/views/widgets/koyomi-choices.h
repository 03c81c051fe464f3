#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Cards, circles or their rows, of which one is chosen before something is done. */
void koyomi_choices_accept_on_enter (GtkWidget *choices);

G_END_DECLS
