#pragma once

#include "koyomi-report.h"
#include "koyomi-shell.h"

G_BEGIN_DECLS

/* Of which time a command tells, as it is written on the command line. */
gboolean       koyomi_quarter_parse            (const char      *text,
                                                gint64          *year,
                                                gint64          *quarter);
KoyomiSession *koyomi_shell_open_past          (KoyomiShell     *shell,
                                                KoyomiSession   *session,
                                                const char      *when,
                                                KoyomiExit      *exit);
gboolean       koyomi_report_period_read       (KoyomiSession   *session,
                                                const char      *quarter,
                                                const char      *month,
                                                KoyomiReportOptions *options);

G_END_DECLS
