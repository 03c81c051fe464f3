#pragma once

#include "koyomi-plan-access.h"

G_BEGIN_DECLS

/* The writer's lock: the kernel's own, on the plan itself, so that nothing stale is left behind by a program that was killed. */
gboolean           koyomi_file_lock_take        (int  fd);
KoyomiLockHolder  *koyomi_file_lock_get_holder  (int  fd) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
