#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A plan that was open before. The person's settings keep the last ten. */
typedef struct
{
  char   *path;
  char   *organisation;   /* as it was then; "" for none */
  gint64  opened;         /* milliseconds since 1970, UTC */
} KoyomiRecentPlan;

void        koyomi_recent_plan_free     (KoyomiRecentPlan *self);

GPtrArray  *koyomi_recent_plans_list    (GSettings        *settings) G_GNUC_WARN_UNUSED_RESULT;
void        koyomi_recent_plans_add     (GSettings        *settings,
                                         const char       *path,
                                         const char       *organisation);
void        koyomi_recent_plans_remove  (GSettings        *settings,
                                         const char       *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiRecentPlan, koyomi_recent_plan_free)

G_END_DECLS
