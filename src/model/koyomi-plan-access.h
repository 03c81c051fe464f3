#pragma once

#include "koyomi-language.h"

G_BEGIN_DECLS

/* Why a plan that was opened cannot be written. */
typedef enum
{
  KOYOMI_WRITABLE,
  KOYOMI_READ_ONLY_ASKED,    /* whoever opened it wants only to read */
  KOYOMI_READ_ONLY_LOCKED,   /* another program has it open */
  KOYOMI_READ_ONLY_FILE,     /* no permission to write the file or its folder, or a read-only disk */
  KOYOMI_READ_ONLY_LINKED,   /* the file has more than one name: SQLite's journal would stand beside only one of them */
} KoyomiReadOnlyReason;

/* Who has a plan open to write it. */
typedef struct
{
  gint64   pid;     /* 0 when the holder is on another machine */
  char    *user;    /* login name; "" when unknown */
  gint64   since;   /* milliseconds since 1970, UTC; 0 when unknown */
} KoyomiLockHolder;

void   koyomi_lock_holder_free         (KoyomiLockHolder       *self);

char  *koyomi_read_only_reason_explain (KoyomiReadOnlyReason    self,
                                        const KoyomiLockHolder *holder,
                                        KoyomiLanguage          language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiLockHolder, koyomi_lock_holder_free)

G_END_DECLS
