#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* GTK's chooser of files loses what it was reading when it is closed. */
#ifdef __SANITIZE_ADDRESS__
#define KOYOMI_TEST_CHOOSES_FILES FALSE
#else
#define KOYOMI_TEST_CHOOSES_FILES TRUE
#endif

/* What tests see and press in the windows that stand over another one. */
GtkWindow  *koyomi_test_dialog_find      (gpointer     parent);
GtkWindow  *koyomi_test_dialog_wait      (gpointer     parent);

GPtrArray  *koyomi_test_dialog_list      (gpointer     widget,
                                          GType        type) G_GNUC_WARN_UNUSED_RESULT;
gboolean    koyomi_test_dialog_has_line  (gpointer     widget,
                                          const char  *line);
GtkWidget  *koyomi_test_dialog_find_button (gpointer   widget,
                                            const char  *label);
void        koyomi_test_dialog_press     (gpointer     widget,
                                          const char  *label);
void        koyomi_test_dialog_choose    (gpointer     parent,
                                          const char  *folder,
                                          const char  *name);

G_END_DECLS
