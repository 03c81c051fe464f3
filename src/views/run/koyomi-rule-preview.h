#pragma once

#include <gtk/gtk.h>

#include "koyomi-recurrence.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* How often a rule comes true in what is left of the fiscal year, and on which days. */
#define KOYOMI_TYPE_RULE_PREVIEW (koyomi_rule_preview_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRulePreview, koyomi_rule_preview, KOYOMI, RULE_PREVIEW, GtkWidget)

GtkWidget  *koyomi_rule_preview_new  (KoyomiWorkspace         *workspace);
void        koyomi_rule_preview_show (KoyomiRulePreview       *self,
                                      const KoyomiRecurrence  *rule,
                                      guint32                  anchor,
                                      int                      duration);

G_END_DECLS
