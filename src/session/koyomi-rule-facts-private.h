#pragma once

#include "koyomi-rule-facts.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

KoyomiRuleFacts *_koyomi_session_load_rule_facts (KoyomiSession   *session,
                                                  guint32          day,
                                                  KoyomiLanguage   language,
                                                  GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
