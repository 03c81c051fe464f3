#pragma once

#include "koyomi-recurrence.h"
#include "koyomi-record.h"

G_BEGIN_DECLS

/* The runs of an activity that goes by completion, as a chain in the order in which they were made: each is the next of the one
 * before it. The order of their days would not do: what was done early can have its next run before the day it was planned for. */
void      koyomi_run_chain_sort       (GPtrArray              *runs);
int       koyomi_run_chain_find_last  (GPtrArray              *runs);
gboolean  koyomi_run_chain_find_next  (GPtrArray              *runs,
                                       const KoyomiRecurrence *rule,
                                       KoyomiWorkCalendar     *calendar,
                                       KoyomiSlot             *slot);

G_END_DECLS
