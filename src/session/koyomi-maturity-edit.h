#pragma once

#include "koyomi-maturity-table.h"

G_BEGIN_DECLS

/* What people do to the maturity of functions. Each function is one edit under a label in @language, and fails with
 * %KOYOMI_PLAN_ERROR. An assessment is taken away with koyomi_session_remove(), as is a proof. */
gint64    koyomi_maturity_assess          (KoyomiSession       *session,
                                           KoyomiRecord        *assessment,
                                           KoyomiLanguage       language,
                                           GError             **error);
gboolean  koyomi_maturity_set_goals       (KoyomiSession       *session,
                                           GArray              *functions,
                                           int                  level,
                                           guint32              day,
                                           KoyomiLanguage       language,
                                           GError             **error);

gboolean  koyomi_gap_find_activity        (KoyomiSession       *session,
                                           gint64               function,
                                           KoyomiLanguage       language,
                                           KoyomiGapActivity  **activity,
                                           GError             **error);
gboolean  koyomi_gap_propose_days         (KoyomiSession       *session,
                                           gint64               function,
                                           guint32             *first_day,
                                           guint32             *last_day,
                                           GError             **error);
gint64    koyomi_gap_make_activity        (KoyomiSession       *session,
                                           gint64               function,
                                           guint32              first_day,
                                           guint32              last_day,
                                           KoyomiLanguage       language,
                                           GError             **error);

G_END_DECLS
