#pragma once

#include "koyomi-edit.h"
#include "koyomi-incident-checklist.h"

G_BEGIN_DECLS

int _koyomi_incident_tasks_add (KoyomiEdit     *edit,
                                KoyomiSession  *session,
                                KoyomiRecord   *incident,
                                guint32         day,
                                GError        **error);

G_END_DECLS
