#pragma once

#include "koyomi-calendar.h"
#include "koyomi-variance.h"

G_BEGIN_DECLS

/* A baseline is a moment of the plan that was given a name: what was approved, to be compared with what became of it. It is a row of
 * the table of bookmarks; koyomi_session_open_as_of() opens the plan at its KOYOMI_BOOKMARK_SEQ. */

GPtrArray   *koyomi_session_list_baselines      (KoyomiSession   *session,
                                                 KoyomiLanguage   language,
                                                 GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     koyomi_session_add_baseline        (KoyomiSession   *session,
                                                 const char      *name,
                                                 KoyomiLanguage   language,
                                                 GError         **error);
gboolean     koyomi_session_rename_baseline     (KoyomiSession   *session,
                                                 gint64           baseline,
                                                 const char      *name,
                                                 KoyomiLanguage   language,
                                                 GError         **error);
gboolean     koyomi_session_remove_baseline     (KoyomiSession   *session,
                                                 gint64           baseline,
                                                 KoyomiLanguage   language,
                                                 GError         **error);

GHashTable  *koyomi_session_load_baseline_days  (KoyomiSession   *then,
                                                 guint32          first_day,
                                                 guint32          last_day,
                                                 GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
