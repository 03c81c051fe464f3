#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line across a window: something about the plan that holds as long as it is shown. */
GtkWidget *koyomi_notice_new        (const char  *icon,
                                     const char  *text) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_notice_add_button (GtkWidget   *self,
                                     const char  *label,
                                     const char  *action);

G_END_DECLS
