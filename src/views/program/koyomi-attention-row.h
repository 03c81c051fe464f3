#pragma once

#include <gio/gio.h>

#include "koyomi-attention.h"

G_BEGIN_DECLS

/* A line of the attention panel: a heading with what belongs to it, or a run or a report that needs attention. */
#define KOYOMI_TYPE_ATTENTION_ROW (koyomi_attention_row_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiAttentionRow, koyomi_attention_row, KOYOMI, ATTENTION_ROW, GObject)

KoyomiAttentionRow *koyomi_attention_row_new_heading  (const char                *title) G_GNUC_WARN_UNUSED_RESULT;
KoyomiAttentionRow *koyomi_attention_row_new_run      (const KoyomiAttentionItem *item,
                                                       guint32                    today,
                                                       KoyomiLanguage             language) G_GNUC_WARN_UNUSED_RESULT;
KoyomiAttentionRow *koyomi_attention_row_new_report   (const KoyomiOpenClock     *open,
                                                       gint64                     now,
                                                       KoyomiLanguage             language) G_GNUC_WARN_UNUSED_RESULT;
KoyomiAttentionRow *koyomi_attention_row_new_drill    (const KoyomiNextDrill     *drill,
                                                       guint32                    today,
                                                       KoyomiLanguage             language) G_GNUC_WARN_UNUSED_RESULT;
KoyomiAttentionRow *koyomi_attention_row_new_deadline (const KoyomiDeadline      *deadline,
                                                       guint32                    today,
                                                       KoyomiLanguage             language) G_GNUC_WARN_UNUSED_RESULT;

gboolean            koyomi_attention_row_is_heading   (KoyomiAttentionRow        *self);
GListStore         *koyomi_attention_row_get_runs     (KoyomiAttentionRow        *self);

gint64              koyomi_attention_row_get_run      (KoyomiAttentionRow        *self);
gint64              koyomi_attention_row_get_incident (KoyomiAttentionRow        *self);
gint64              koyomi_attention_row_get_record   (KoyomiAttentionRow        *self,
                                                       guint                     *table);
const char         *koyomi_attention_row_get_title    (KoyomiAttentionRow        *self);
const char         *koyomi_attention_row_get_place    (KoyomiAttentionRow        *self);
const char         *koyomi_attention_row_get_due      (KoyomiAttentionRow        *self);
KoyomiState         koyomi_attention_row_get_state    (KoyomiAttentionRow        *self);

G_END_DECLS
