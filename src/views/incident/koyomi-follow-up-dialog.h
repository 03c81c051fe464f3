#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Asks what is to be done because of an incident, where in the calendar and until when. */
void koyomi_follow_up_dialog_present (GtkWindow        *parent,
                                      KoyomiWorkspace  *workspace,
                                      gint64            incident);

G_END_DECLS
