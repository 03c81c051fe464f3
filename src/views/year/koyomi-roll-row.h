#pragma once

#include "koyomi-roll-over.h"

G_BEGIN_DECLS

/* A line of the roll-over: an activity or an unfinished run of the plan for it, and what becomes of it.
 *
 * Emits "changed" when its texts are other ones. */
#define KOYOMI_TYPE_ROLL_ROW (koyomi_roll_row_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRollRow, koyomi_roll_row, KOYOMI, ROLL_ROW, GObject)

KoyomiRollRow *koyomi_roll_row_new_activity   (KoyomiRollOver  *roll_over,
                                               guint            index,
                                               KoyomiLanguage   language) G_GNUC_WARN_UNUSED_RESULT;
KoyomiRollRow *koyomi_roll_row_new_unfinished (KoyomiRollOver  *roll_over,
                                               guint            index,
                                               KoyomiLanguage   language) G_GNUC_WARN_UNUSED_RESULT;
void           koyomi_roll_row_update         (KoyomiRollRow   *self);

guint          koyomi_roll_row_get_index      (KoyomiRollRow   *self);
const char    *koyomi_roll_row_get_title      (KoyomiRollRow   *self);
const char    *koyomi_roll_row_get_detail     (KoyomiRollRow   *self);
const char    *koyomi_roll_row_get_choice     (KoyomiRollRow   *self);
const char    *koyomi_roll_row_get_outcome    (KoyomiRollRow   *self);
gboolean       koyomi_roll_row_is_open        (KoyomiRollRow   *self);
gboolean       koyomi_roll_row_matches        (KoyomiRollRow   *self,
                                               const char      *folded_query);

const char    *koyomi_roll_anchor_get_label   (KoyomiRollAnchor  anchor,
                                               KoyomiLanguage    language);
const char    *koyomi_unfinished_action_get_label (KoyomiUnfinishedAction  action,
                                                   KoyomiLanguage    language);

G_END_DECLS
