#pragma once

#include <gtk/gtk.h>

#include "koyomi-export-request.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

void koyomi_calendar_print (GtkWindow                 *parent,
                            KoyomiWorkspace           *workspace,
                            const KoyomiExportRequest *request);

G_END_DECLS
