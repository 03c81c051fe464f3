#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Everything that a rule of koyomi-recurrence.h can say, with the rule in a sentence and its next days below.
 *
 * Signals:
 *   "changed" (): the rule is another one */
#define KOYOMI_TYPE_RULE_EDITOR (koyomi_rule_editor_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRuleEditor, koyomi_rule_editor, KOYOMI, RULE_EDITOR, GtkWidget)

GtkWidget  *koyomi_rule_editor_new             (KoyomiWorkspace   *workspace);
void        koyomi_rule_editor_set_of_meetings (KoyomiRuleEditor  *self);
void        koyomi_rule_editor_set_rule        (KoyomiRuleEditor  *self,
                                                const char        *rule);
void        koyomi_rule_editor_set_days        (KoyomiRuleEditor  *self,
                                                guint32            anchor,
                                                int                duration);
gboolean    koyomi_rule_editor_commit          (KoyomiRuleEditor  *self);
char       *koyomi_rule_editor_dup_rule        (KoyomiRuleEditor  *self) G_GNUC_WARN_UNUSED_RESULT;
char       *koyomi_rule_editor_describe        (KoyomiRuleEditor  *self) G_GNUC_WARN_UNUSED_RESULT;
const char *koyomi_rule_editor_get_length      (KoyomiRuleEditor  *self);

G_END_DECLS
