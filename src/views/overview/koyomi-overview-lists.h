#pragma once

#include "koyomi-overview-card.h"
#include "koyomi-overview-reader.h"

G_BEGIN_DECLS

/* The lists of rows of the first page. What counts several rows opens them by the action "overview.show-rows" with the name of the list. */
#define KOYOMI_OVERVIEW_NEEDS "needs"
#define KOYOMI_OVERVIEW_FINDINGS "findings"
#define KOYOMI_OVERVIEW_UNPROVEN "unproven"
#define KOYOMI_OVERVIEW_UNOWNED "unowned"

void       koyomi_overview_fill_attention (KoyomiOverviewCard    *card,
                                           const KoyomiOverview  *overview,
                                           KoyomiLanguage         language);
void       koyomi_overview_fill_incidents (KoyomiOverviewCard    *card,
                                           const KoyomiOverview  *overview,
                                           KoyomiLanguage         language);
void       koyomi_overview_fill_lacks     (KoyomiOverviewCard    *card,
                                           const KoyomiOverview  *overview,
                                           KoyomiWorkspace       *workspace);
void       koyomi_overview_fill_audit     (KoyomiOverviewCard    *card,
                                           const KoyomiOverview  *overview,
                                           KoyomiLogState         log_state,
                                           gint64                 verified_at,
                                           KoyomiLanguage         language);
GPtrArray *koyomi_overview_list_rows      (const KoyomiOverview  *overview,
                                           const char            *name,
                                           KoyomiLanguage         language,
                                           char                 **title) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
