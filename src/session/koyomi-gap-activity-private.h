#pragma once

#include "koyomi-maturity-table.h"

G_BEGIN_DECLS

/* Which activities were made from the gaps of which functions. */
typedef struct _KoyomiGapActivities KoyomiGapActivities;

KoyomiGapActivities *_koyomi_gap_activities_new  (KoyomiSession        *session,
                                                  GPtrArray            *assessments,
                                                  KoyomiLanguage        language,
                                                  GError              **error);
void                 _koyomi_gap_activities_free (KoyomiGapActivities  *self);
gboolean             _koyomi_gap_activities_find (KoyomiGapActivities  *self,
                                                  gint64                function,
                                                  KoyomiGapActivity   **activity,
                                                  GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiGapActivities, _koyomi_gap_activities_free)

G_END_DECLS
