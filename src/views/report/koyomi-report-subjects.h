#pragma once

#include "koyomi-report.h"
#include "koyomi-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void   koyomi_report_subjects_offer  (GtkDropDown             *drop,
                                      KoyomiWorkspace         *workspace,
                                      const KoyomiReportKind  *kind,
                                      GArray                  *subjects,
                                      gint64                   shown);
gint64 koyomi_report_subjects_choose (GtkDropDown             *drop,
                                      GArray                  *subjects);

G_END_DECLS
