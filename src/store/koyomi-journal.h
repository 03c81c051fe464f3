#pragma once

#include "koyomi-database.h"
#include "koyomi-record.h"

G_BEGIN_DECLS

/* The journal of a plan: one entry an edit, each with the rows it changed (a changeset of SQLite's session extension) and a hash
 * that covers the entry before it. Undo, the change log, the plan as of a past moment and the proof of all that come from here. */

typedef enum
{
  KOYOMI_ENTRY_EDIT,
  KOYOMI_ENTRY_UNDO,
  KOYOMI_ENTRY_REDO,
} KoyomiEntryKind;

typedef struct
{
  gint64           seq;        /* from 1; 0 is the empty plan before the first entry */
  gint64           at;         /* milliseconds since 1970, UTC */
  char            *actor;
  char            *label;
  KoyomiEntryKind  kind;
  gint64           target;     /* the entry that an undo or redo takes back; else 0 */
  gint64           undo_top;   /* what undo would take next, once this entry stands; 0 for nothing */
  gint64           redo_top;
  guint8           hash[32];
} KoyomiEntry;

typedef enum
{
  KOYOMI_CHANGE_INSERT,
  KOYOMI_CHANGE_UPDATE,
  KOYOMI_CHANGE_DELETE,
} KoyomiChangeKind;

/* One field's old and new value; for an insert only new, for a delete only old. */
typedef struct
{
  int       field;       /* of the dictionary */
  gint64    old_integer, new_integer;
  double    old_real, new_real;
  char     *old_text, *new_text;
} KoyomiFieldChange;

/* What an entry did to one row. */
typedef struct
{
  KoyomiChangeKind  kind;
  KoyomiTableId     table;
  gint64            row;
  gboolean          is_translation;   /* the fields' texts in @language, not in the plan's own */
  KoyomiLanguage    language;
  GArray           *fields;           /* (element-type KoyomiFieldChange) */
} KoyomiRowChange;

typedef struct _KoyomiRecorder KoyomiRecorder;

void             koyomi_entry_free             (KoyomiEntry     *self);
void             koyomi_row_change_free        (KoyomiRowChange *self);
char            *koyomi_entry_dup_hash         (const KoyomiEntry *self) G_GNUC_WARN_UNUSED_RESULT;

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiEntry, koyomi_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiRowChange, koyomi_row_change_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiRecorder, koyomi_recorder_free)

G_END_DECLS
