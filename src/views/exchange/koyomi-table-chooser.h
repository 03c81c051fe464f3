#pragma once

#include <gtk/gtk.h>

#include "koyomi-language.h"

G_BEGIN_DECLS

/* Asks for the file of a table, a picture or a text, in the folder that was used last. */

/* Is given the file that the person has chosen. Not called when they choose none. */
typedef void (*KoyomiChosenFunc)     (GFile             *file,
                                      gpointer           data);

void  koyomi_table_chooser_open      (GtkWindow         *parent,
                                      GSettings         *settings,
                                      KoyomiLanguage     language,
                                      KoyomiChosenFunc   func,
                                      gpointer           data,
                                      GDestroyNotify     free_data);
void  koyomi_table_chooser_save      (GtkWindow         *parent,
                                      GSettings         *settings,
                                      KoyomiLanguage     language,
                                      const char        *name,
                                      const char        *kind,
                                      KoyomiChosenFunc   func,
                                      gpointer           data,
                                      GDestroyNotify     free_data);

G_END_DECLS
