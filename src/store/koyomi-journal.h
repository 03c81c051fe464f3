#pragma once

#include "koyomi-database.h"
#include "koyomi-entry.h"

G_BEGIN_DECLS

/* The journal of a plan: one entry an edit, each with the rows it changed (a changeset of SQLite's session extension) and a hash
 * that covers the entry before it. Undo, the change log, the plan as of a past moment and the proof of all that come from here. */

typedef struct _KoyomiRecorder KoyomiRecorder;

KoyomiRecorder  *koyomi_recorder_start         (KoyomiDatabase  *db,
                                                GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void             koyomi_recorder_free          (KoyomiRecorder  *self);

gint64           koyomi_journal_append         (KoyomiDatabase  *db,
                                                KoyomiRecorder  *recorder,
                                                gint64           at,
                                                const char      *actor,
                                                const char      *label,
                                                GError         **error);
gint64           koyomi_journal_take_back      (KoyomiDatabase  *db,
                                                KoyomiEntryKind  kind,
                                                gint64           target,
                                                gint64           at,
                                                const char      *actor,
                                                GError         **error);

KoyomiEntry     *koyomi_journal_get            (KoyomiDatabase  *db,
                                                gint64           seq,
                                                GError         **error) G_GNUC_WARN_UNUSED_RESULT;
KoyomiEntry     *koyomi_journal_get_head       (KoyomiDatabase  *db,
                                                GError         **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray       *koyomi_journal_list           (KoyomiDatabase  *db,
                                                gint64           after,
                                                GError         **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray       *koyomi_journal_list_before    (KoyomiDatabase  *db,
                                                gint64           before,
                                                guint            n,
                                                GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gint64           koyomi_journal_find_moment    (KoyomiDatabase  *db,
                                                gint64           at,
                                                GError         **error);
GPtrArray       *koyomi_journal_list_changes   (KoyomiDatabase  *db,
                                                gint64           seq,
                                                GError         **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean         koyomi_journal_rewind         (KoyomiDatabase      *copy,
                                                gint64               seq,
                                                KoyomiProgressFunc   progress,
                                                gpointer             progress_data,
                                                GCancellable        *cancellable,
                                                GError             **error);
gboolean         koyomi_journal_verify_chain   (KoyomiDatabase      *db,
                                                const char          *head,
                                                KoyomiProgressFunc   progress,
                                                gpointer             progress_data,
                                                GCancellable        *cancellable,
                                                gint64              *bad_seq,
                                                GError             **error);
gboolean         koyomi_journal_verify_rows    (KoyomiDatabase      *copy,
                                                KoyomiProgressFunc   progress,
                                                gpointer             progress_data,
                                                GCancellable        *cancellable,
                                                GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiRecorder, koyomi_recorder_free)

G_END_DECLS
