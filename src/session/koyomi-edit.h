#pragma once

#include "koyomi-recurrence.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* An edit that a person makes: one transaction, one entry of the journal under one label. What was not committed when it is let go
 * has not happened. */
typedef struct _KoyomiEdit KoyomiEdit;

KoyomiEdit  *koyomi_session_begin_edit  (KoyomiSession   *session,
                                         GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void         koyomi_edit_free           (KoyomiEdit      *self);

gboolean     koyomi_edit_insert         (KoyomiEdit      *self,
                                         KoyomiRecord    *record,
                                         GError         **error);
gboolean     koyomi_edit_update         (KoyomiEdit      *self,
                                         KoyomiRecord    *record,
                                         GError         **error);
gboolean     koyomi_edit_delete         (KoyomiEdit      *self,
                                         KoyomiTableId    table,
                                         gint64           id,
                                         GError         **error);
gboolean     koyomi_edit_translate      (KoyomiEdit      *self,
                                         int              field,
                                         gint64           id,
                                         const char      *text,
                                         GError         **error);
gboolean     koyomi_edit_copy_translations (KoyomiEdit   *self,
                                            KoyomiTableId    table,
                                            gint64           from,
                                            gint64           to,
                                            GError         **error);
KoyomiRecord *koyomi_edit_add_run       (KoyomiEdit      *self,
                                         KoyomiRecord    *activity,
                                         const KoyomiSlot *slot,
                                         GError         **error) G_GNUC_WARN_UNUSED_RESULT;
int          koyomi_edit_add_runs       (KoyomiEdit      *self,
                                         KoyomiRecord    *activity,
                                         guint32          first_day,
                                         guint32          last_day,
                                         GError         **error);

gboolean     koyomi_edit_commit         (KoyomiEdit      *self,
                                         const char      *label,
                                         GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiEdit, koyomi_edit_free)

G_END_DECLS
