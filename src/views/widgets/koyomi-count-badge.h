#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Tells how many things press; sets *any_late when one of them is late, which is FALSE at first. */
typedef guint (*KoyomiCountFunc) (KoyomiWorkspace *workspace,
                                  gboolean        *any_late);

/* Returns: (transfer full): what the number counts, in a sentence */
typedef char *(*KoyomiCountName) (guint           n,
                                  KoyomiLanguage  language);

/* Has a label show such a number as it stands in the plan; it is hidden while there is none. */
void koyomi_count_badge_attach (GtkLabel         *label,
                                KoyomiWorkspace  *workspace,
                                KoyomiCountFunc   count,
                                KoyomiCountName   name);

G_END_DECLS
