#pragma once

#include "koyomi-breach.h"
#include "koyomi-rule-facts.h"

G_BEGIN_DECLS

GPtrArray *koyomi_rules_check  (const KoyomiRuleFacts  *facts,
                                guint32                 day,
                                KoyomiLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
GArray    *koyomi_rules_list_functions (const KoyomiRuleFacts *facts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
