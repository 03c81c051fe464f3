#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Is told the key of the duty that was written. */
typedef void (*KoyomiClockSavedFunc) (gint64   clock,
                                      gpointer data);

/* Changes a reporting duty, or adds one of the company's own. */
void koyomi_clock_dialog_present (GtkWindow            *parent,
                                  KoyomiWorkspace      *workspace,
                                  gint64                clock,
                                  KoyomiClockSavedFunc  saved,
                                  gpointer              data);

G_END_DECLS
