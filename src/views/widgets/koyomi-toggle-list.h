#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Small buttons of which any number are down: the weekdays or months of a rule. The first has bit 1.
 *
 * Signals:
 *   "changed" (): the person has pressed one */
#define KOYOMI_TYPE_TOGGLE_LIST (koyomi_toggle_list_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiToggleList, koyomi_toggle_list, KOYOMI, TOGGLE_LIST, GtkWidget)

GtkWidget  *koyomi_toggle_list_new      (guint              per_line);
void        koyomi_toggle_list_append   (KoyomiToggleList  *self,
                                         const char        *label,
                                         const char        *name);
guint       koyomi_toggle_list_get_mask (KoyomiToggleList  *self);
void        koyomi_toggle_list_set_mask (KoyomiToggleList  *self,
                                         guint              mask);

G_END_DECLS
