#pragma once

#include "koyomi-occurrence.h"

G_BEGIN_DECLS

/* How far the runs of a time are. The done rate is that of the indicator KPI-14: of the runs whose last day lies in the time and has come,
 * and that were not skipped, how many are done. */
typedef struct
{
  guint32 first_day;
  guint32 last_day;                  /* counted in */
  guint32 today;
  guint   n_runs;
  guint   states[KOYOMI_N_STATES];   /* how many of them stand how */
  guint   n_due;
  guint   n_done;                    /* of those that are due */
} KoyomiWorkCount;

void    koyomi_work_count_init         (KoyomiWorkCount       *self,
                                        guint32                first_day,
                                        guint32                last_day,
                                        guint32                today);
void    koyomi_work_count_add          (KoyomiWorkCount       *self,
                                        KoyomiRecord          *run);
gboolean koyomi_work_count_is_due      (const KoyomiWorkCount *self,
                                        KoyomiStatus           status,
                                        guint32                last_day);

char   *koyomi_work_count_format_rate  (const KoyomiWorkCount *self,
                                        KoyomiLanguage         language) G_GNUC_WARN_UNUSED_RESULT;
char   *koyomi_work_count_format       (const KoyomiWorkCount *self,
                                        KoyomiLanguage         language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
