#pragma once

#include "koyomi-record.h"

G_BEGIN_DECLS

/* What leads from the functions of one catalogue to those of another, walked both ways. Where no pair leads from one catalogue to
 * another straight away, the way goes over a third. */
typedef struct _KoyomiCrosswalk KoyomiCrosswalk;

KoyomiCrosswalk *koyomi_crosswalk_new               (GPtrArray              *groups,
                                                     GPtrArray              *functions,
                                                     GPtrArray              *pairs) G_GNUC_WARN_UNUSED_RESULT;
void             koyomi_crosswalk_free              (KoyomiCrosswalk        *self);

GPtrArray       *koyomi_crosswalk_get_functions     (const KoyomiCrosswalk  *self);
KoyomiRecord    *koyomi_crosswalk_get_group         (const KoyomiCrosswalk  *self,
                                                     KoyomiRecord           *function);
gint64           koyomi_crosswalk_get_catalogue     (const KoyomiCrosswalk  *self,
                                                     KoyomiRecord           *function);
gboolean         koyomi_crosswalk_leads             (const KoyomiCrosswalk  *self,
                                                     gint64                  from_catalogue,
                                                     gint64                  to_catalogue);
GPtrArray       *koyomi_crosswalk_list_counterparts (const KoyomiCrosswalk  *self,
                                                     gint64                  function,
                                                     gint64                  catalogue) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray       *koyomi_crosswalk_list_unmapped     (const KoyomiCrosswalk  *self,
                                                     gint64                  from_catalogue,
                                                     gint64                  to_catalogue) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiCrosswalk, koyomi_crosswalk_free)

G_END_DECLS
