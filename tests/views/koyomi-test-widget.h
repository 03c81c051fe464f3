#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What tests do with widgets in their own process. */
gboolean    koyomi_test_widget_init        (void);
void        koyomi_test_widget_settle      (GtkWidget   *window);
void        koyomi_test_widget_wait_focus  (GtkWindow   *window);

GtkWidget  *koyomi_test_widget_find        (GtkWidget   *widget,
                                            GType        type);
guint       koyomi_test_widget_count       (GtkWidget   *widget,
                                            GType        type);
gboolean    koyomi_test_widget_press       (GtkWindow   *window,
                                            const char  *accelerator);
gboolean    koyomi_test_widget_offer_key   (GtkWidget           *widget,
                                            GtkPropagationPhase  phase,
                                            guint                key);

/* Calls @func for each key that the class of @widget binds. */
typedef void (*KoyomiTestShortcutFunc) (GtkWidget   *widget,
                                        GtkShortcut *shortcut,
                                        gpointer     data);
void        koyomi_test_widget_for_each_shortcut (GtkWidget              *widget,
                                                  KoyomiTestShortcutFunc  func,
                                                  gpointer                data);

G_END_DECLS
