#pragma once

#include "koyomi-edit.h"

G_BEGIN_DECLS

/* Keeps the next run of an activity that goes by completion (from=completion) in step with the runs that are over.
 *
 * The runs are a chain in the order in which they were made. When the last one that is over has just become so, or was given another
 * day of completion, the next is made, unless a run comes behind it already: if nobody has touched that one, it is moved to where
 * the rule now puts it, or goes when the rule has come to its end; else it stays as it is. When a run is opened again, the untouched
 * ones behind it go. What was moved, begun, assigned, named, commented or proven by hand is never changed, nor is the rule's first
 * run, and runs further back in the chain change nothing.
 *
 * A run that was skipped or missed counts as if it had been done on the last day that it was planned for. */
gboolean _koyomi_edit_follow_completion (KoyomiEdit     *self,
                                         KoyomiSession  *session,
                                         gint64          activity,
                                         GHashTable     *changed,
                                         GError        **error);

G_END_DECLS
