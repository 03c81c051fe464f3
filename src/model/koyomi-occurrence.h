#pragma once

#include "koyomi-record.h"

G_BEGIN_DECLS

/* What a run is as seen on a given day: its stored status, and what follows from its days. Never stored. */
typedef enum
{
  KOYOMI_STATE_PLANNED,
  KOYOMI_STATE_DUE_SOON,    /* not begun, and due within the next fourteen days */
  KOYOMI_STATE_DOING,
  KOYOMI_STATE_LATE,        /* not done, and its last day has passed */
  KOYOMI_STATE_DONE,
  KOYOMI_STATE_DONE_LATE,   /* done after its last day */
  KOYOMI_STATE_SKIPPED,
  KOYOMI_STATE_MISSED,
} KoyomiState;

#define KOYOMI_N_STATES 8
#define KOYOMI_DUE_SOON_DAYS 14

KoyomiState  koyomi_state_of               (KoyomiStatus     status,
                                            guint32          last_day,
                                            guint32          actual_last,
                                            guint32          today);
KoyomiState  koyomi_occurrence_get_state   (KoyomiRecord    *self,
                                            guint32          today);
gboolean     koyomi_occurrence_is_moved    (KoyomiRecord    *self);
gboolean     koyomi_occurrence_is_over     (KoyomiRecord    *self);
gboolean     koyomi_occurrence_is_assigned (KoyomiRecord    *self);
gboolean     koyomi_occurrence_is_untouched (KoyomiRecord   *self);
guint32      koyomi_occurrence_get_completion (KoyomiRecord *self);
gboolean     koyomi_occurrence_move        (KoyomiRecord    *self,
                                            guint32          first_day,
                                            guint32          last_day,
                                            GError         **error);
gboolean     koyomi_occurrence_shift       (KoyomiRecord    *self,
                                            int              first_by,
                                            int              last_by,
                                            GError         **error);
gboolean     koyomi_occurrence_set_progress (KoyomiRecord   *self,
                                             int              percent,
                                             guint32          day,
                                             GError         **error);
gboolean     koyomi_occurrence_set_status  (KoyomiRecord    *self,
                                            KoyomiStatus     status,
                                            guint32          day,
                                            const char      *reason,
                                            GError         **error);

const char  *koyomi_state_get_nick         (KoyomiState      self);
const char  *koyomi_state_get_label        (KoyomiState      self,
                                            KoyomiLanguage   language);
const char  *koyomi_state_get_glyph        (KoyomiState      self);
int          koyomi_state_get_priority     (KoyomiState      self);

G_END_DECLS
