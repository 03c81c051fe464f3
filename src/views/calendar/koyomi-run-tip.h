#pragma once

#include "koyomi-timeline.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

char *koyomi_run_explain       (KoyomiWorkspace   *workspace,
                                KoyomiTimeline    *timeline,
                                KoyomiCalendarRow *row,
                                const KoyomiBar   *bar) G_GNUC_WARN_UNUSED_RESULT;
char *koyomi_run_tell_baseline (KoyomiTimeline    *timeline,
                                const KoyomiBar   *bar,
                                KoyomiLanguage     language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
