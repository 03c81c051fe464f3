#pragma once

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What people do to the runs that they have chosen. Each is one edit; when it fails, the person has been told.
 * @runs: (element-type gint64) */
gboolean koyomi_run_commands_set_status (KoyomiWorkspace *workspace,
                                         GArray          *runs,
                                         KoyomiStatus     status,
                                         guint32          day,
                                         const char      *reason);
gboolean koyomi_run_commands_assign     (KoyomiWorkspace *workspace,
                                         GArray          *runs,
                                         gint64           team);
gboolean koyomi_run_commands_move       (KoyomiWorkspace *workspace,
                                         GArray          *runs,
                                         int              days);
gboolean koyomi_run_commands_delete     (KoyomiWorkspace *workspace,
                                         GArray          *runs);

G_END_DECLS
