#pragma once

#include "koyomi-metric-book.h"
#include "koyomi-session.h"
#include "koyomi-template.h"

G_BEGIN_DECLS

/* All that a plan holds, but the journal and how it was last looked at, as one hash. */
char           *koyomi_test_content_hash  (KoyomiSession   *session) G_GNUC_WARN_UNUSED_RESULT;

void            koyomi_test_plan_make     (const char      *path,
                                           KoyomiTemplate   template,
                                           KoyomiLanguage   language);
KoyomiSession  *koyomi_test_plan_open     (const char      *path) G_GNUC_WARN_UNUSED_RESULT;
KoyomiSession  *koyomi_test_plan_start    (KoyomiTemplate   template,
                                           KoyomiLanguage   language) G_GNUC_WARN_UNUSED_RESULT;
void            koyomi_test_plan_verify   (KoyomiSession   *session);

/* What happens once, as its dialog adds it: its run, or 0 on error. */
gint64          koyomi_test_run_add       (KoyomiSession       *session,
                                           gint64               function,
                                           const char          *title,
                                           KoyomiActivityKind   kind,
                                           guint32              first_day,
                                           guint32              last_day,
                                           KoyomiLanguage       language,
                                           GError             **error);
KoyomiRecord   *koyomi_test_metric_find   (KoyomiMetricBook    *book,
                                           const char          *code);

G_END_DECLS
