#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What an entry of the change log did: each row, field by field, old and new. A row that is still there can be gone to. */
#define KOYOMI_TYPE_LOG_CHANGES (koyomi_log_changes_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiLogChanges, koyomi_log_changes, KOYOMI, LOG_CHANGES, GtkWidget)

GtkWidget *koyomi_log_changes_new        (KoyomiWorkspace  *workspace);
void       koyomi_log_changes_show_entry (KoyomiLogChanges *self,
                                          gint64            seq);

G_END_DECLS
