#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* How much of an activity an edit is about, seen from one of its runs. */
typedef enum
{
  KOYOMI_SCOPE_THIS,    /* that run */
  KOYOMI_SCOPE_LATER,   /* that run and those after it */
  KOYOMI_SCOPE_ALL,
} KoyomiScope;

/* What a change does to the runs: those that the activity has are kept as they are, removed or moved; others are added. */
typedef struct
{
  guint n_kept;
  guint n_removed;
  guint n_moved;
  guint n_added;
} KoyomiScopeEffect;

/* What people do to activities. Each function is one edit under a label in @language, and fails with %KOYOMI_PLAN_ERROR. */
gint64    koyomi_activity_create   (KoyomiSession        *session,
                                    KoyomiRecord         *activity,
                                    guint32               first_day,
                                    guint32               last_day,
                                    gboolean              before_today,
                                    KoyomiLanguage        language,
                                    GError              **error);
gboolean  koyomi_activity_change   (KoyomiSession        *session,
                                    KoyomiRecord         *activity,
                                    gint64                run,
                                    KoyomiScope           scope,
                                    KoyomiLanguage        language,
                                    GError              **error);
gboolean  koyomi_activity_preview  (KoyomiSession        *session,
                                    KoyomiRecord         *activity,
                                    gint64                run,
                                    KoyomiScope           scope,
                                    KoyomiLanguage        language,
                                    KoyomiScopeEffect    *effect,
                                    GError              **error);
gboolean  koyomi_activity_delete   (KoyomiSession        *session,
                                    gint64                activity,
                                    gint64                run,
                                    KoyomiScope           scope,
                                    KoyomiLanguage        language,
                                    GError              **error);

gboolean  koyomi_duty_attest       (KoyomiSession        *session,
                                    gint64                duty,
                                    guint32               month_first_day,
                                    int                   planned_days,
                                    int                   done_days,
                                    const char           *note,
                                    KoyomiLanguage        language,
                                    GError              **error);

G_END_DECLS
