#pragma once

#include "koyomi-plan-facts.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

KoyomiPlanFacts *koyomi_session_load_plan_facts (KoyomiSession   *session,
                                                 guint32          day,
                                                 KoyomiLanguage   language,
                                                 GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
