#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A level and its goal as five boxes. Whatever it stands in says in words what it shows. */
#define KOYOMI_TYPE_LEVEL_VIEW (koyomi_level_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiLevelView, koyomi_level_view, KOYOMI, LEVEL_VIEW, GtkWidget)

GtkWidget  *koyomi_level_view_new  (void);
void        koyomi_level_view_show (KoyomiLevelView  *self,
                                    int               as_is,
                                    int               to_be);

G_END_DECLS
