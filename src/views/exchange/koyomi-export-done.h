#pragma once

#include "koyomi-export.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

void koyomi_export_done_tell (KoyomiWorkspace    *workspace,
                              KoyomiExportFormat  format,
                              GFile              *file);

G_END_DECLS
