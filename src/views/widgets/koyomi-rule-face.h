#pragma once

#include <gtk/gtk.h>

#include "koyomi-record.h"
#include "koyomi-rule.h"

G_BEGIN_DECLS

/* How what breaks a rule looks in a list, whichever check found it. */
void  koyomi_rule_face_show_severity    (GtkWidget           *image,
                                         KoyomiRuleSeverity   severity,
                                         KoyomiLanguage       language);
char *koyomi_rule_face_describe_waiver  (KoyomiRecord        *waiver,
                                         KoyomiLanguage       language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
