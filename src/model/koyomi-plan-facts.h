#pragma once

#include "koyomi-fiscal-year.h"
#include "koyomi-record.h"

G_BEGIN_DECLS

/* The rows of a plan by table, as they stand on a day, for what looks at many tables at once. Of the runs there are those of the fiscal year of the
 * day, and those that evidence belongs to. */
typedef struct _KoyomiPlanFacts KoyomiPlanFacts;

KoyomiPlanFacts  *koyomi_plan_facts_new       (guint32                 day,
                                               KoyomiFiscalYear        year) G_GNUC_WARN_UNUSED_RESULT;
void              koyomi_plan_facts_free      (KoyomiPlanFacts        *self);
void              koyomi_plan_facts_take      (KoyomiPlanFacts        *self,
                                               KoyomiTableId           table,
                                               GPtrArray              *rows);

guint32           koyomi_plan_facts_get_day   (const KoyomiPlanFacts  *self);
KoyomiFiscalYear  koyomi_plan_facts_get_year  (const KoyomiPlanFacts  *self);
GPtrArray        *koyomi_plan_facts_get_rows  (const KoyomiPlanFacts  *self,
                                               KoyomiTableId           table);
KoyomiRecord     *koyomi_plan_facts_find      (const KoyomiPlanFacts  *self,
                                               KoyomiTableId           table,
                                               gint64                  id);
KoyomiRecord     *koyomi_plan_facts_follow    (const KoyomiPlanFacts  *self,
                                               KoyomiRecord           *record,
                                               int                     reference);
guint             koyomi_plan_facts_count     (const KoyomiPlanFacts  *self,
                                               int                     reference,
                                               gint64                  id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiPlanFacts, koyomi_plan_facts_free)

G_END_DECLS
