#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Who writes a plan: the kernel's own lock on the file, so that nothing stale is left behind by a program that was killed. */
typedef struct
{
  gint64   pid;     /* 0 when the holder is on another machine */
  char    *user;    /* login name; "" when unknown */
  gint64   since;   /* milliseconds since 1970, UTC; 0 when unknown */
} KoyomiLockHolder;

gboolean           koyomi_file_lock_take        (int                fd);
KoyomiLockHolder  *koyomi_file_lock_get_holder  (int                fd) G_GNUC_WARN_UNUSED_RESULT;
void               koyomi_lock_holder_free      (KoyomiLockHolder  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiLockHolder, koyomi_lock_holder_free)

G_END_DECLS
