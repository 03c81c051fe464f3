#pragma once

#include "koyomi-calendar.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

char *koyomi_run_explain (KoyomiWorkspace   *workspace,
                          KoyomiCalendarRow *row,
                          const KoyomiBar   *bar) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
