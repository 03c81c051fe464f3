#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A card of the summary: its heading leads to the page that tells more, where there is one. */
GtkWidget *koyomi_audit_card_new       (const char *title,
                                        const char *page,
                                        GtkWidget  *body) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_audit_card_set_title (GtkWidget  *card,
                                        const char *title);

G_END_DECLS
