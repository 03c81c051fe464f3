#pragma once

#include <gtk/gtk.h>

#include "koyomi-incident-clocks.h"
#include "koyomi-report-edit.h"

G_BEGIN_DECLS

/* What is decided on each duty of a law. It follows what is proposed until a person chooses something else.
 *
 * Signals:
 *   "chosen" (): a person has chosen */
#define KOYOMI_TYPE_VERDICT_LIST (koyomi_verdict_list_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiVerdictList, koyomi_verdict_list, KOYOMI, VERDICT_LIST, GtkWidget)

GtkWidget *koyomi_verdict_list_new          (KoyomiLanguage         language) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_verdict_list_show         (KoyomiVerdictList     *self,
                                             KoyomiIncidentClocks  *clocks,
                                             GArray                *proposed);
void       koyomi_verdict_list_propose      (KoyomiVerdictList     *self,
                                             GArray                *proposed);
GArray    *koyomi_verdict_list_dup_verdicts (KoyomiVerdictList     *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
