#pragma once

#include "koyomi-record.h"

G_BEGIN_DECLS

/* Activities that wait for others. A dependency holds between activities; whether it is kept is a question of two of their runs.
 * Nothing is ever moved because of it: it warns. */
KoyomiRecord *koyomi_dependency_find_run  (GPtrArray            *others,
                                           KoyomiRecord         *run,
                                           gboolean              before);
gboolean      koyomi_dependency_is_broken (KoyomiDependencyKind  kind,
                                           int                   lag,
                                           KoyomiRecord         *from,
                                           KoyomiRecord         *to);

G_END_DECLS
