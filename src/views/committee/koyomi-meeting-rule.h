#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* When a committee meets: by which rule, or by none. */
#define KOYOMI_TYPE_MEETING_RULE (koyomi_meeting_rule_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMeetingRule, koyomi_meeting_rule, KOYOMI, MEETING_RULE, KoyomiPlanWindow)

void koyomi_meeting_rule_present (GtkWindow       *parent,
                                  KoyomiWorkspace *workspace,
                                  gint64           committee);

G_END_DECLS
