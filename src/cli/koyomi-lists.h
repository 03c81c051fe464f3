#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* Lists that are more than the rows of a table. */
gboolean koyomi_list_maturity (KoyomiSession     *session,
                               const char        *catalogue,
                               KoyomiLanguage     language,
                               gboolean           json,
                               GError           **error);
gboolean koyomi_list_clocks   (KoyomiSession     *session,
                               KoyomiLanguage     language,
                               gboolean           json,
                               GError           **error);
gboolean koyomi_list_incidents (KoyomiSession          *session,
                                const KoyomiFiscalYear *year,
                                KoyomiLanguage     language,
                                gboolean           json,
                                GError           **error);
gboolean koyomi_list_load     (KoyomiSession     *session,
                               KoyomiFiscalYear   year,
                               KoyomiLanguage     language,
                               gboolean           json,
                               GError           **error);
gboolean koyomi_list_drills   (KoyomiSession     *session,
                               KoyomiLanguage     language,
                               gboolean           json,
                               GError           **error);
gboolean koyomi_list_applicability (KoyomiSession *session,
                                    KoyomiLanguage     language,
                                    gboolean           json,
                                    GError           **error);
gboolean koyomi_list_deadlines (KoyomiSession    *session,
                                KoyomiLanguage     language,
                                gboolean           json,
                                GError           **error);

G_END_DECLS
