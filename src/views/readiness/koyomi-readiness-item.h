#pragma once

#include <gio/gio.h>

#include "koyomi-breach.h"
#include "koyomi-lint.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* What an auditor would stumble over: what the readiness check found, or what breaks a rule of the matrix. */
#define KOYOMI_TYPE_READINESS_ITEM (koyomi_readiness_item_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiReadinessItem, koyomi_readiness_item, KOYOMI, READINESS_ITEM, GObject)

struct _KoyomiReadinessItem
{
  GObject             parent_instance;

  guint               area;        /* its place among the areas */
  KoyomiRuleSeverity  severity;
  const char         *rule;        /* its id */
  char               *sentence;
  char               *advice;      /* what to do */
  gboolean            is_waived;
  KoyomiRecord       *waiver;      /* (nullable): what accepts it; of those that have ended the last */
  KoyomiLintResult   *result;      /* NULL for a breach */
  KoyomiBreach       *breach;      /* NULL for a result */
};

guint        koyomi_readiness_area_count       (void);
const char  *koyomi_readiness_area_get_label   (guint                 area,
                                                KoyomiLanguage        language);

GPtrArray   *koyomi_readiness_items_load       (KoyomiSession        *session,
                                                guint32               day,
                                                KoyomiLanguage        language,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean     koyomi_readiness_item_is_same     (KoyomiReadinessItem  *self,
                                                KoyomiReadinessItem  *other);
const char  *koyomi_readiness_item_get_command (KoyomiReadinessItem  *self);
gint64       koyomi_readiness_item_get_row     (KoyomiReadinessItem  *self,
                                                KoyomiTableId        *table);
gboolean     koyomi_readiness_item_accept      (KoyomiReadinessItem  *self,
                                                KoyomiSession        *session,
                                                const char           *reason,
                                                const char           *decided_by,
                                                guint32               until_day,
                                                KoyomiLanguage        language,
                                                GError              **error);
gboolean     koyomi_readiness_item_take_back   (KoyomiReadinessItem  *self,
                                                KoyomiSession        *session,
                                                KoyomiLanguage        language,
                                                GError              **error);

G_END_DECLS
