#pragma once

#include "koyomi-session.h"
#include "koyomi-template.h"

G_BEGIN_DECLS

/* All that a plan holds, but the journal and how it was last looked at, as one hash. */
char           *koyomi_test_content_hash  (KoyomiSession   *session) G_GNUC_WARN_UNUSED_RESULT;

void            koyomi_test_plan_make     (const char      *path,
                                           KoyomiTemplate   template,
                                           KoyomiLanguage   language);
KoyomiSession  *koyomi_test_plan_open     (const char      *path) G_GNUC_WARN_UNUSED_RESULT;
void            koyomi_test_plan_verify   (KoyomiSession   *session);

G_END_DECLS
