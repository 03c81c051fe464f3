#pragma once

#include <gtk/gtk.h>

#include "koyomi-report-gaps.h"
#include "koyomi-report-made.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What a report lacks, as rows that lead to where it is entered by the actions "report.show-gap" and "report.write-text". */
guint koyomi_report_missing_show (GtkListBox             *list,
                                  KoyomiWorkspace        *workspace,
                                  const KoyomiReportWish *wish,
                                  GPtrArray              *gaps);

G_END_DECLS
