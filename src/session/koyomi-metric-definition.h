#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* What metrics a plan has. Their fields and limits are changed with koyomi_session_save() and the like; each of these is one edit. */
gint64     koyomi_session_add_metric            (KoyomiSession   *session,
                                                 KoyomiRecord    *metric,
                                                 KoyomiLanguage   language,
                                                 GError         **error);
gboolean   koyomi_session_remove_metric         (KoyomiSession   *session,
                                                 gint64           metric,
                                                 KoyomiLanguage   language,
                                                 GError         **error);
gint64     koyomi_session_find_metric           (KoyomiSession   *session,
                                                 const char      *code,
                                                 GError         **error);
gboolean   koyomi_session_check_metric_code     (KoyomiSession   *session,
                                                 const char      *code,
                                                 GError         **error);
char      *koyomi_session_propose_metric_code   (KoyomiSession   *session,
                                                 GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/* The library is the table reference/kpis of the program: its rows, counted from 0. */
GArray    *koyomi_session_list_library_metrics  (KoyomiSession   *session,
                                                 GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   koyomi_session_add_library_metrics   (KoyomiSession   *session,
                                                 const guint     *rows,
                                                 guint            n_rows,
                                                 KoyomiLanguage   language,
                                                 GError         **error);

G_END_DECLS
