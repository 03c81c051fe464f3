#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* A fiscal year that is over and is not to be changed any more. Closing one names the plan as it then stands as a baseline, whose
 * note says which days are closed; so it is an edit like any other, can be undone, and what stood on that day can be looked at. The
 * engine does not refuse edits in a closed year: whoever offers them asks first. */
gboolean  koyomi_session_is_year_closed  (KoyomiSession     *session,
                                          KoyomiFiscalYear   year);
gboolean  koyomi_session_is_day_closed   (KoyomiSession     *session,
                                          guint32            day);
gboolean  koyomi_session_close_year      (KoyomiSession     *session,
                                          KoyomiFiscalYear   year,
                                          KoyomiLanguage     language,
                                          GError           **error);
gboolean  koyomi_session_open_year       (KoyomiSession     *session,
                                          KoyomiFiscalYear   year,
                                          KoyomiLanguage     language,
                                          GError           **error);

G_END_DECLS
