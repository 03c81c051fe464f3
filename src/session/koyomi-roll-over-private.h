#pragma once

#include "koyomi-edit.h"
#include "koyomi-recurrence.h"
#include "koyomi-roll-over.h"

G_BEGIN_DECLS

/* On which days the runs of an activity lie in the new year. */
guint     _koyomi_roll_activity_find_anchors  (KoyomiRollActivity   *self);
gboolean  _koyomi_roll_activity_get_rule      (KoyomiRollActivity   *self,
                                               KoyomiRollOver       *roll_over,
                                               KoyomiRecurrence     *rule,
                                               guint32              *first_day);
void      _koyomi_roll_activity_plan_runs     (KoyomiRollActivity   *self,
                                               KoyomiRollOver       *roll_over);
gboolean  _koyomi_roll_activity_has_run       (KoyomiRollActivity   *self,
                                               gint64                run);
gboolean  _koyomi_roll_activity_removes       (KoyomiRollActivity   *self,
                                               KoyomiRecord         *run);

/* What the committees have in the new year. */
gboolean  _koyomi_roll_over_plan_meetings     (KoyomiRollOver       *self,
                                               KoyomiSession        *session,
                                               KoyomiLanguage        language,
                                               GError              **error);
gboolean  _koyomi_roll_over_make_meetings     (KoyomiRollOver       *self,
                                               KoyomiSession        *session,
                                               KoyomiEdit           *edit,
                                               GError              **error);

G_END_DECLS
