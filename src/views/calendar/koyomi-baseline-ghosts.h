#pragma once

#include <gtk/gtk.h>

#include "koyomi-calendar-sheet.h"

G_BEGIN_DECLS

void koyomi_baseline_ghosts_attach (GtkWidget           *view,
                                    KoyomiCalendarSheet *sheet);

G_END_DECLS
