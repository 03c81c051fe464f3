#pragma once

#include "koyomi-run-table.h"

G_BEGIN_DECLS

/* What a year's calendar leaves to be asked: runs without an owner, functions without a team and the like. */
typedef enum
{
  KOYOMI_DOUBT_FUNCTION_WITHOUT_TEAM,
  KOYOMI_DOUBT_FUNCTION_WITHOUT_RUN,
  KOYOMI_DOUBT_ACTIVITY_OFF_SOURCE,
  KOYOMI_DOUBT_RUN_LATE,
  KOYOMI_DOUBT_RUN_MOVED,
  KOYOMI_DOUBT_RUN_WITHOUT_OWNER,
  KOYOMI_DOUBT_DONE_WITHOUT_DAY,
  KOYOMI_DOUBT_WITHOUT_REASON,
  KOYOMI_DOUBT_ACROSS_YEARS,
  KOYOMI_DOUBT_OTHER_YEARS,
  KOYOMI_N_DOUBTS
} KoyomiDoubt;

typedef struct _KoyomiQuality KoyomiQuality;

KoyomiQuality *_koyomi_quality_new          (KoyomiCalendar      *calendar) G_GNUC_WARN_UNUSED_RESULT;
void           _koyomi_quality_free         (KoyomiQuality       *self);
void           _koyomi_quality_visit        (KoyomiQuality       *self,
                                             const KoyomiRunRow  *row);
gboolean       _koyomi_quality_finish       (KoyomiQuality       *self,
                                             KoyomiSession       *session,
                                             GError             **error);

guint          _koyomi_quality_get_n_functions (const KoyomiQuality *self);
guint          _koyomi_quality_get_n_runs   (const KoyomiQuality *self);
guint          _koyomi_quality_count_state  (const KoyomiQuality *self,
                                             KoyomiState          state);
guint          _koyomi_quality_count        (const KoyomiQuality *self,
                                             KoyomiDoubt          doubt);
char          *_koyomi_quality_dup_examples (const KoyomiQuality *self,
                                             KoyomiDoubt          doubt) G_GNUC_WARN_UNUSED_RESULT;
gboolean       _koyomi_quality_asks         (const KoyomiQuality *self,
                                             KoyomiDoubt          doubt);
const char    *_koyomi_quality_get_label    (const KoyomiQuality *self,
                                             KoyomiDoubt          doubt);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiQuality, _koyomi_quality_free)

G_END_DECLS
