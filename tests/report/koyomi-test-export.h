#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* The sample plan, and a file that stands where an export goes. Today is 2026-11-22. */
typedef struct
{
  char          *folder;
  char          *target;
  KoyomiSession *session;
} KoyomiTestExport;

/* As fixtures of tests. */
void  koyomi_test_export_set_up    (KoyomiTestExport *self,
                                    gconstpointer     data);
void  koyomi_test_export_tear_down (KoyomiTestExport *self,
                                    gconstpointer     data);

void  koyomi_test_export_assert_untouched (KoyomiTestExport *self);
void  koyomi_test_export_assert_private   (KoyomiTestExport *self,
                                           const char       *beginning);

G_END_DECLS
