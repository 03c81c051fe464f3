#pragma once

#include <gtk/gtk.h>

#include "koyomi-readiness-item.h"

G_BEGIN_DECLS

/* What was found, in a list: what is wrong, and the rule; of what is accepted why. */
#define KOYOMI_TYPE_READINESS_ROW (koyomi_readiness_row_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiReadinessRow, koyomi_readiness_row, KOYOMI, READINESS_ROW, GtkListBoxRow)

GtkWidget           *koyomi_readiness_row_new      (KoyomiLanguage        language) G_GNUC_WARN_UNUSED_RESULT;
void                 koyomi_readiness_row_show     (KoyomiReadinessRow   *self,
                                                    KoyomiReadinessItem  *item);
KoyomiReadinessItem *koyomi_readiness_row_get_item (KoyomiReadinessRow   *self);

G_END_DECLS
