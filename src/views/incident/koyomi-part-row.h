#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line of a KoyomiPartList: a title, with what there is to say of it above and below, a box to tick where it is a task, and a menu.
 * Space ticks, Enter activates, Delete removes, Alt with an arrow moves it: the list says what these do. */
#define KOYOMI_TYPE_PART_ROW (koyomi_part_row_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiPartRow, koyomi_part_row, KOYOMI, PART_ROW, GtkListBoxRow)

GtkWidget *koyomi_part_row_new           (gint64          id,
                                          const char     *title) G_GNUC_WARN_UNUSED_RESULT;
gint64     koyomi_part_row_get_id        (KoyomiPartRow  *self);
void       koyomi_part_row_set_above     (KoyomiPartRow  *self,
                                          const char     *text);
void       koyomi_part_row_set_below     (KoyomiPartRow  *self,
                                          const char     *text,
                                          const char     *css_class);
void       koyomi_part_row_set_tick      (KoyomiPartRow  *self,
                                          gboolean        ticked,
                                          gboolean        sensitive);
void       koyomi_part_row_set_dim       (KoyomiPartRow  *self);
void       koyomi_part_row_add_item      (KoyomiPartRow  *self,
                                          const char     *label,
                                          const char     *action);
void       koyomi_part_row_finish        (KoyomiPartRow  *self,
                                          const char     *menu_name,
                                          const char     *comma);
gboolean   koyomi_part_row_holds_focus   (KoyomiPartRow  *self);

G_END_DECLS
