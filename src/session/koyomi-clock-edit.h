#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* Edits of the table of reporting duties. The program's own duties can be changed and turned off, the company's own deleted as well
 * while no incident or obligation uses them. */
KoyomiRecord *koyomi_clock_new_own              (KoyomiLanguage   language) G_GNUC_WARN_UNUSED_RESULT;
gboolean      koyomi_session_check_clock        (KoyomiSession   *session,
                                                 KoyomiRecord    *clock,
                                                 GError         **error);
gboolean      koyomi_session_save_clock         (KoyomiSession   *session,
                                                 KoyomiRecord    *clock,
                                                 KoyomiLanguage   language,
                                                 GError         **error);
gboolean      koyomi_session_set_clock_off      (KoyomiSession   *session,
                                                 gint64           clock,
                                                 gboolean         off,
                                                 KoyomiLanguage   language,
                                                 GError         **error);
gboolean      koyomi_session_can_delete_clock   (KoyomiSession   *session,
                                                 gint64           clock);
gboolean      koyomi_session_delete_clock       (KoyomiSession   *session,
                                                 gint64           clock,
                                                 KoyomiLanguage   language,
                                                 GError         **error);

G_END_DECLS
