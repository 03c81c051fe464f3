#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* A fiscal year that is over and is not to be changed any more. Closing one names the plan as it then stands as a baseline, whose
 * note says which days are closed; so it is an edit like any other, can be undone, and what stood on that day can be looked at.
 *
 * A run lies in a closed year when the later of its last day and its slot day does: what was carried over can still be done, and what
 * runs on over the turn of the year too. No edit adds such a run, changes or deletes it, or moves one there: it fails with
 * %KOYOMI_PLAN_ERROR_CLOSED, and nothing is changed. The activity itself can still be changed where its closed runs stay as they are,
 * its name too, which they share. Only the roll-over from that year settles what was left there, and undo takes back what was done
 * before. Meetings, attestations and evidence are not held. */
gboolean  koyomi_session_is_year_closed  (KoyomiSession     *session,
                                          KoyomiFiscalYear   year);
gboolean  koyomi_session_is_day_closed   (KoyomiSession     *session,
                                          guint32            day);
gboolean  koyomi_session_is_run_closed   (KoyomiSession     *session,
                                          KoyomiRecord      *run);
gboolean  koyomi_session_close_year      (KoyomiSession     *session,
                                          KoyomiFiscalYear   year,
                                          KoyomiLanguage     language,
                                          GError           **error);
gboolean  koyomi_session_open_year       (KoyomiSession     *session,
                                          KoyomiFiscalYear   year,
                                          KoyomiLanguage     language,
                                          GError           **error);

G_END_DECLS
