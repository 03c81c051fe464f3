#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* The figures of a quarter that is over, kept as they were told: each metric's value, what it stands on, and a bookmark of the plan
 * that they were told from. Later changes of the plan leave them alone; koyomi_metric_book_tell() then tells both. Closing is an edit
 * like any other. */
gboolean  koyomi_session_is_quarter_closed  (KoyomiSession     *session,
                                             KoyomiFiscalYear   year,
                                             int                quarter);
gboolean  koyomi_session_close_quarter      (KoyomiSession     *session,
                                             KoyomiFiscalYear   year,
                                             int                quarter,
                                             KoyomiLanguage     language,
                                             GError           **error);
gboolean  koyomi_session_open_quarter       (KoyomiSession     *session,
                                             KoyomiFiscalYear   year,
                                             int                quarter,
                                             KoyomiLanguage     language,
                                             GError           **error);

G_END_DECLS
