#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What tests see and press in the windows that stand over another one. */
GtkWindow  *koyomi_test_dialog_find      (gpointer     parent);
GtkWindow  *koyomi_test_dialog_wait      (gpointer     parent);

GPtrArray  *koyomi_test_dialog_list      (gpointer     widget,
                                          GType        type) G_GNUC_WARN_UNUSED_RESULT;
gboolean    koyomi_test_dialog_has_line  (gpointer     widget,
                                          const char  *line);
void        koyomi_test_dialog_press     (GtkWindow   *dialog,
                                          const char  *label);

G_END_DECLS
