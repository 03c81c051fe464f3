#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  guint            key;
  GdkModifierType  modifiers;
  const char      *action;
} KoyomiViewKey;

/* Keys of the whole window, so that they do the same while the sidebar has the focus, as long as the view is seen. */
void koyomi_view_keys_attach (GtkWidget           *view,
                              const KoyomiViewKey *keys,
                              guint                n_keys);

G_END_DECLS
