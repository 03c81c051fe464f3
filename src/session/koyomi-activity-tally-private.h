#pragma once

#include "koyomi-activity-facts.h"

G_BEGIN_DECLS

/* The activities of a fiscal year, while their runs are gone through. */
typedef struct
{
  KoyomiFiscalYear  year;
  guint32           today;
  GHashTable       *records;      /* activity id -> record, of all */
  GHashTable       *by_id;        /* activity id -> KoyomiActivityFacts */
  GPtrArray        *activities;   /* (element-type KoyomiActivityFacts): in the order of their first runs */
  KoyomiWorkCount   count;        /* of all of them */
} KoyomiActivityTally;

gboolean       _koyomi_activity_tally_init          (KoyomiActivityTally  *self,
                                                     KoyomiSession        *session,
                                                     KoyomiFiscalYear      year,
                                                     KoyomiLanguage        language,
                                                     GError              **error);
void           _koyomi_activity_tally_clear         (KoyomiActivityTally  *self);
void           _koyomi_activity_tally_add           (KoyomiActivityTally  *self,
                                                     KoyomiRecord         *run);
KoyomiRecord  *_koyomi_activity_tally_get_activity  (KoyomiActivityTally  *self,
                                                     KoyomiRecord         *run);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KoyomiActivityTally, _koyomi_activity_tally_clear)

G_END_DECLS
