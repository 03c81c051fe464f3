#pragma once

#include "koyomi-record.h"

G_BEGIN_DECLS

gboolean  koyomi_assignment_holds_on  (KoyomiRecord  *assignment,
                                       guint32        day);
gboolean  koyomi_team_is_active_on    (KoyomiRecord  *team,
                                       guint32        day);

G_END_DECLS
