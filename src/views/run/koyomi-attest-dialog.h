#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* A month of a routine: on how many of the days on which it was due it was done. */
void koyomi_attest_dialog_present (GtkWindow        *parent,
                                   KoyomiWorkspace  *workspace,
                                   gint64            duty,
                                   guint32           month_first_day);

G_END_DECLS
