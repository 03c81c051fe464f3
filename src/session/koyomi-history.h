#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* The past of a plan: its change log, undo and redo, bookmarks, and the proof that nobody has changed either. */

KoyomiEntry  *koyomi_session_get_head        (KoyomiSession        *self,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *koyomi_session_list_entries    (KoyomiSession        *self,
                                              gint64                after,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *koyomi_session_list_entries_before (KoyomiSession    *self,
                                                  gint64                before,
                                                  guint                 n,
                                                  GError              **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *koyomi_session_list_changes    (KoyomiSession        *self,
                                              gint64                seq,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
char         *koyomi_session_name_row        (KoyomiSession        *self,
                                              const KoyomiRowChange *change,
                                              KoyomiLanguage        language) G_GNUC_WARN_UNUSED_RESULT;
char         *koyomi_session_format_change   (KoyomiSession        *self,
                                              const KoyomiFieldChange *change,
                                              gboolean              new_side,
                                              KoyomiLanguage        language) G_GNUC_WARN_UNUSED_RESULT;
gint64        koyomi_session_find_moment     (KoyomiSession        *self,
                                              const char           *when,
                                              GError              **error);
gint64        koyomi_session_find_time       (KoyomiSession        *self,
                                              gint64                at,
                                              GError              **error);

GDateTime    *koyomi_session_dup_moment      (KoyomiSession        *self,
                                              KoyomiEntry          *head) G_GNUC_WARN_UNUSED_RESULT;
gint64        koyomi_session_get_shown_moment (KoyomiSession       *self,
                                               GError              **error);

KoyomiEntry  *koyomi_session_get_undoable    (KoyomiSession        *self,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
KoyomiEntry  *koyomi_session_get_redoable    (KoyomiSession        *self,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      koyomi_session_undo            (KoyomiSession        *self,
                                              GError              **error);
gboolean      koyomi_session_redo            (KoyomiSession        *self,
                                              GError              **error);

gboolean      koyomi_session_add_bookmark    (KoyomiSession        *self,
                                              const char           *name,
                                              const char           *label,
                                              GError              **error);

gboolean      koyomi_session_verify          (KoyomiSession        *self,
                                              const char           *head,
                                              KoyomiProgressFunc    progress,
                                              gpointer              progress_data,
                                              GCancellable         *cancellable,
                                              gint64               *bad_seq,
                                              GError              **error);

G_END_DECLS
