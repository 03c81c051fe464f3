#pragma once

#include "koyomi-journal.h"

#include "koyomi-database-private.h"

G_BEGIN_DECLS

/* The columns that entry_from_row() reads. */
#define KOYOMI_ENTRY_COLUMNS "seq, at, actor, label, kind, target, undo_top, redo_top, hash"

KoyomiEntry  *_koyomi_entry_from_row   (KoyomiStatement    *statement);
void          _koyomi_entry_seal       (const KoyomiEntry  *self,
                                        const guint8       *previous_hash,
                                        const guint8       *changeset_hash,
                                        guint8             *hash);
void          _koyomi_journal_hash     (gconstpointer       data,
                                        gsize               size,
                                        guint8             *hash);
gboolean      _koyomi_journal_load   (KoyomiDatabase     *db,
                                      gint64              seq,
                                      GBytes            **changeset,
                                      GError            **error);
gboolean      _koyomi_journal_invert   (KoyomiDatabase     *db,
                                        KoyomiEntry        *entry,
                                        gpointer           *inverse,
                                        int                *size,
                                        GError            **error);
gboolean      _koyomi_journal_apply    (KoyomiDatabase     *db,
                                        const KoyomiEntry  *entry,
                                        gpointer            changeset,
                                        int                 size,
                                        GError            **error);

G_END_DECLS
