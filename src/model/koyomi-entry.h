#pragma once

#include "koyomi-record.h"

G_BEGIN_DECLS

#define KOYOMI_HASH_SIZE 32

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
  guint8           hash[KOYOMI_HASH_SIZE];
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

void             koyomi_entry_free        (KoyomiEntry       *self);
char            *koyomi_entry_dup_hash    (const KoyomiEntry *self) G_GNUC_WARN_UNUSED_RESULT;

KoyomiRowChange *koyomi_row_change_new    (KoyomiTableId      table,
                                           gint64             row,
                                           KoyomiChangeKind   kind) G_GNUC_WARN_UNUSED_RESULT;
void             koyomi_row_change_free   (KoyomiRowChange   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiEntry, koyomi_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiRowChange, koyomi_row_change_free)

G_END_DECLS
