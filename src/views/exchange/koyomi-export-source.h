#pragma once

#include "koyomi-workspace.h"

G_BEGIN_DECLS

char          *koyomi_export_source_find_path (GFile            *file,
                                               GError          **error) G_GNUC_WARN_UNUSED_RESULT;
KoyomiSession *koyomi_export_source_take      (KoyomiWorkspace  *workspace,
                                               GFile            *file,
                                               char            **path,
                                               GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
