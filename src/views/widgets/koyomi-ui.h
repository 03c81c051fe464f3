#pragma once

#include <gtk/gtk.h>

#include "koyomi-language.h"

G_BEGIN_DECLS

/* Builds widgets from ui/NAME.ui in the language that the person has chosen, which need not be that of the process: GTK's own
 * templates are translated once, by the process's. A class gives the ids of the objects it wants to reach and where they go:
 *
 *   static const KoyomiUiChild children[] = {
 *     KOYOMI_UI_CHILD (KoyomiThing, title_label),
 *     KOYOMI_UI_END
 *   };
 *
 * and calls koyomi_ui_build() once its language is known, and koyomi_ui_clear() in dispose. */
typedef struct
{
  const char *id;
  gsize       offset;
} KoyomiUiChild;

#define KOYOMI_UI_CHILD(Type, member) { #member, G_STRUCT_OFFSET (Type, member) }
#define KOYOMI_UI_END { NULL, 0 }

void        koyomi_ui_build      (gpointer              self,
                                  GType                 type,
                                  const char           *name,
                                  KoyomiLanguage        language,
                                  const KoyomiUiChild  *children);
void        koyomi_ui_clear      (gpointer              self,
                                  const KoyomiUiChild  *children);
GtkBuilder *koyomi_ui_open       (const char           *name,
                                  KoyomiLanguage        language) G_GNUC_WARN_UNUSED_RESULT;
void        koyomi_ui_wrap_label (GtkWidget            *button);

G_END_DECLS
