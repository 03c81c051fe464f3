#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* All that the plan holds of one row, to be read: of kinds that have no place of their own in the program. */
#define KOYOMI_TYPE_RECORD_CARD (koyomi_record_card_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRecordCard, koyomi_record_card, KOYOMI, RECORD_CARD, KoyomiPlanWindow)

void koyomi_record_card_present (GtkWindow       *parent,
                                 KoyomiWorkspace *workspace,
                                 KoyomiTableId    table,
                                 gint64           id);

G_END_DECLS
