#pragma once

#include "koyomi-session.h"

#include "koyomi-auditor-private.h"
#include "koyomi-record-store.h"

G_BEGIN_DECLS

KoyomiSession            *_koyomi_session_new_for_new_plan  (KoyomiDatabase     *db,
                                                             KoyomiRecord       *plan);
KoyomiSession            *_koyomi_session_new_for_auditor   (KoyomiDatabase     *db,
                                                             const char         *path,
                                                             const char         *auditor,
                                                             GCancellable       *cancellable,
                                                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;
const KoyomiRecordStore  *_koyomi_session_get_store         (KoyomiSession      *self);
KoyomiDatabase           *_koyomi_session_get_whole         (KoyomiSession      *self);
const KoyomiAuditorScope *_koyomi_session_get_scope         (KoyomiSession      *self);
gboolean                  _koyomi_session_is_past           (KoyomiSession      *self);
guint32                   _koyomi_session_get_today         (KoyomiSession      *self);
const char               *_koyomi_session_get_actor         (KoyomiSession      *self);
char                     *_koyomi_session_dup_title         (KoyomiSession      *self,
                                                             KoyomiTableId       table,
                                                             gint64              id,
                                                             KoyomiLanguage      language);
void                      _koyomi_record_copy_fields        (KoyomiRecord       *from,
                                                             KoyomiRecord       *to,
                                                             gboolean            only_changed);
char                     *_koyomi_session_dup_migration_folder (const char      *path);
KoyomiRecord             *_koyomi_session_read_changed      (KoyomiSession      *self,
                                                             KoyomiRecord       *record,
                                                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean                  _koyomi_session_prepare_to_write  (KoyomiSession      *self,
                                                             GError            **error);
gboolean                  _koyomi_session_note_change       (KoyomiSession      *self,
                                                             GError            **error);

G_END_DECLS
