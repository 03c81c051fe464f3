#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       koyomi_drop_down_set_names  (GtkDropDown    *drop,
                                        GtkStringList  *names,
                                        guint           selected);
void       koyomi_drop_down_let_shrink (GtkDropDown    *drop);
GtkWidget *koyomi_drop_down_caption    (GtkWidget      *drop,
                                        const char     *caption) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
