#pragma once

#include "koyomi-incident-part.h"

G_BEGIN_DECLS

GPtrArray *_koyomi_incident_parts_load (KoyomiSession   *session,
                                        int              task_field,
                                        GHashTable      *ids,
                                        GHashTable      *concerned,
                                        KoyomiLanguage   language,
                                        GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
