#pragma once

#include "koyomi-plan-facts.h"

G_BEGIN_DECLS

/* Rows of a plan told in lines: "finding f1 owner=Infra due_day=T-4 control_id=c1". A row that was told before is changed, and "-finding f1"
 * takes it away. Days are counted from the day of the facts; in a text _ is a blank; a reference is the name of a row. */
typedef struct _KoyomiTestFacts KoyomiTestFacts;

KoyomiTestFacts *koyomi_test_facts_new   (guint32           day) G_GNUC_WARN_UNUSED_RESULT;
void             koyomi_test_facts_free  (KoyomiTestFacts  *self);
void             koyomi_test_facts_tell  (KoyomiTestFacts  *self,
                                          const char       *lines);
KoyomiRecord    *koyomi_test_facts_find  (KoyomiTestFacts  *self,
                                          const char       *table,
                                          const char       *name);
KoyomiPlanFacts *koyomi_test_facts_make  (KoyomiTestFacts  *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiTestFacts, koyomi_test_facts_free)

G_END_DECLS
