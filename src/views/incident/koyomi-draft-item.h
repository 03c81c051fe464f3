#pragma once

#include <gtk/gtk.h>

#include "koyomi-report-draft.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* One thing that a report must say, filled in here: where the incident has a field for it, there. */
#define KOYOMI_TYPE_DRAFT_ITEM (koyomi_draft_item_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiDraftItem, koyomi_draft_item, KOYOMI, DRAFT_ITEM, GtkWidget)

GtkWidget *koyomi_draft_item_new  (KoyomiWorkspace         *workspace,
                                   gint64                   incident,
                                   const KoyomiReportItem  *item) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_draft_item_show (KoyomiDraftItem         *self,
                                   const KoyomiReportItem  *item);

G_END_DECLS
