#pragma once

#include <gtk/gtk.h>

#include "koyomi-report-made.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

void koyomi_report_issue_present (GtkWindow              *parent,
                                  KoyomiWorkspace        *workspace,
                                  const KoyomiReportWish *wish);

G_END_DECLS
