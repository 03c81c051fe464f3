#pragma once

#include "koyomi-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* As of when a report is told: the plan as it is now, or a bookmark. */
void    koyomi_report_moments_offer  (GtkDropDown      *drop,
                                      KoyomiWorkspace  *workspace,
                                      GArray           *seqs,
                                      gint64            shown);
gint64  koyomi_report_moments_choose (GtkDropDown      *drop,
                                      GArray           *seqs);

G_END_DECLS
