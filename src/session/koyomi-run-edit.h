#pragma once

#include "koyomi-record-edit.h"

G_BEGIN_DECLS

/* What people do to runs in a calendar. Each function is one edit, which happens to all @n runs or to none, and one step to undo,
 * under a label in @language. A key that stands twice counts once; what changes nothing leaves no entry. Fails with
 * %KOYOMI_PLAN_ERROR. A run that is assigned to no team is done by its activity's team, or by whoever does the function. */
gboolean  koyomi_runs_move          (KoyomiSession        *session,
                                     const gint64         *runs,
                                     guint                 n,
                                     int                   days,
                                     KoyomiLanguage        language,
                                     GError              **error);
gboolean  koyomi_runs_resize        (KoyomiSession        *session,
                                     const gint64         *runs,
                                     guint                 n,
                                     int                   first_by,
                                     int                   last_by,
                                     KoyomiLanguage        language,
                                     GError              **error);
gboolean  koyomi_run_set_days       (KoyomiSession        *session,
                                     gint64                run,
                                     guint32               first_day,
                                     guint32               last_day,
                                     KoyomiLanguage        language,
                                     GError              **error);
gboolean  koyomi_runs_set_status    (KoyomiSession        *session,
                                     const gint64         *runs,
                                     guint                 n,
                                     KoyomiStatus          status,
                                     guint32               day,
                                     const char           *reason,
                                     KoyomiLanguage        language,
                                     GError              **error);
gboolean  koyomi_runs_set_progress  (KoyomiSession        *session,
                                     const gint64         *runs,
                                     guint                 n,
                                     int                   percent,
                                     KoyomiLanguage        language,
                                     GError              **error);
gboolean  koyomi_runs_assign        (KoyomiSession        *session,
                                     const gint64         *runs,
                                     guint                 n,
                                     gint64                team,
                                     KoyomiLanguage        language,
                                     GError              **error);
gboolean  koyomi_runs_delete        (KoyomiSession        *session,
                                     const gint64         *runs,
                                     guint                 n,
                                     KoyomiLanguage        language,
                                     GError              **error);

GArray   *koyomi_runs_copy          (KoyomiSession        *session,
                                     const gint64         *runs,
                                     guint                 n,
                                     int                   days,
                                     gint64                function,
                                     KoyomiLanguage        language,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
