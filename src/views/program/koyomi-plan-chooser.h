#pragma once

#include <gtk/gtk.h>

#include "koyomi-language.h"

G_BEGIN_DECLS

/* Is given the file that the person has chosen. Not called when they choose none. */
typedef void (*KoyomiFileFunc)     (GFile           *file,
                                    gpointer         data);

void  koyomi_plan_chooser_open     (GtkWindow       *parent,
                                    GSettings       *settings,
                                    KoyomiLanguage   language,
                                    KoyomiFileFunc   func,
                                    gpointer         data,
                                    GClosureNotify   free_data);
void  koyomi_plan_chooser_save     (GtkWindow       *parent,
                                    GSettings       *settings,
                                    KoyomiLanguage   language,
                                    const char      *title,
                                    const char      *name,
                                    KoyomiFileFunc   func,
                                    gpointer         data,
                                    GClosureNotify   free_data);

G_END_DECLS
