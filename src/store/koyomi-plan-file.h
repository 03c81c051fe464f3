#pragma once

#include "koyomi-database.h"
#include "koyomi-plan-access.h"

G_BEGIN_DECLS

/* A plan's file while it is open: checked, locked and migrated. */
#define KOYOMI_TYPE_PLAN_FILE (koyomi_plan_file_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiPlanFile, koyomi_plan_file, KOYOMI, PLAN_FILE, GObject)

KoyomiPlanFile       *koyomi_plan_file_open           (const char           *path,
                                                       gboolean              read_only,
                                                       const char           *backup_folder,
                                                       GCancellable         *cancellable,
                                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean              koyomi_plan_file_is_earlier     (const char           *path);
KoyomiDatabase       *koyomi_plan_file_create         (const char           *path,
                                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean              koyomi_plan_file_put_in_place   (const char           *from,
                                                       const char           *path,
                                                       GError              **error);

const char           *koyomi_plan_file_get_path       (KoyomiPlanFile       *self);
KoyomiDatabase       *koyomi_plan_file_get_database   (KoyomiPlanFile       *self);
KoyomiReadOnlyReason  koyomi_plan_file_get_reason     (KoyomiPlanFile       *self);
KoyomiLockHolder     *koyomi_plan_file_get_holder     (KoyomiPlanFile       *self);
gboolean              koyomi_plan_file_was_checked    (KoyomiPlanFile       *self);

G_END_DECLS
