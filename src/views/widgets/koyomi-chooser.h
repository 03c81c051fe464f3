#pragma once

#include <gtk/gtk.h>

#include "koyomi-choice.h"
#include "koyomi-language.h"

G_BEGIN_DECLS

/* A button with the row that is chosen, and behind it a list of all rows with a search.
 *
 * Signals:
 *   "chosen" (KoyomiChoice): the person has chosen; the button shows it already */
#define KOYOMI_TYPE_CHOOSER (koyomi_chooser_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiChooser, koyomi_chooser, KOYOMI, CHOOSER, GtkWidget)

/* Returns: (transfer full) (element-type KoyomiChoice): what can be chosen. It is asked for each time the list opens. */
typedef GListStore *(*KoyomiChooserLoad) (gpointer data);

GtkWidget  *koyomi_chooser_new         (const char         *caption,
                                        KoyomiLanguage      language,
                                        KoyomiChooserLoad   load,
                                        gpointer            data);
void        koyomi_chooser_set_none    (KoyomiChooser      *self,
                                        const char         *title);
void        koyomi_chooser_set_text    (KoyomiChooser      *self,
                                        const char         *text);

gint64      koyomi_chooser_get_id      (KoyomiChooser      *self);
void        koyomi_chooser_show_choice (KoyomiChooser      *self,
                                        gint64              id,
                                        const char         *title);

G_END_DECLS
