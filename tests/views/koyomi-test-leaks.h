#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Objects that are to be gone later on. Whatever is still there then is told by the name of its class: one that is disposed but held
 * counts as well, which a weak reference would not see. */
typedef struct _KoyomiTestLeaks KoyomiTestLeaks;

KoyomiTestLeaks  *koyomi_test_leaks_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void              koyomi_test_leaks_watch        (KoyomiTestLeaks  *self,
                                                  gpointer          object);
void              koyomi_test_leaks_watch_tree   (KoyomiTestLeaks  *self,
                                                  GtkWidget        *widget);
void              koyomi_test_leaks_finish       (KoyomiTestLeaks  *self);

G_END_DECLS
