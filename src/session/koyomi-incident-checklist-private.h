#pragma once

#include "koyomi-edit.h"
#include "koyomi-incident-checklist.h"

G_BEGIN_DECLS

int _koyomi_incident_tasks_add (KoyomiEdit              *edit,
                                KoyomiSession           *session,
                                KoyomiRecord            *incident,
                                gint64                   template,
                                KoyomiChecklistSources   sources,
                                guint32                  day,
                                GError                 **error);

G_END_DECLS
