#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The status of a run, and the days on which it was begun and done.
 *
 * Signals:
 *   "chosen" (KoyomiStatus, day) → gboolean: the status is to be this, begun or done on that day; FALSE shows the old one again
 *   "begun" (day) → gboolean: it was begun on another day; FALSE leaves the day a draft */
#define KOYOMI_TYPE_STATUS_FIELD (koyomi_status_field_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiStatusField, koyomi_status_field, KOYOMI, STATUS_FIELD, GtkWidget)

GtkWidget  *koyomi_status_field_new      (KoyomiWorkspace    *workspace);
void        koyomi_status_field_show_run (KoyomiStatusField  *self,
                                          KoyomiRecord       *run,
                                          gboolean            is_other);
void        koyomi_status_field_commit   (KoyomiStatusField  *self);

G_END_DECLS
