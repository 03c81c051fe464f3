#pragma once

#include "koyomi-incident-times.h"

G_BEGIN_DECLS

/* What an incident must have before it is closed. */
typedef enum
{
  KOYOMI_CLOSE_GAP_CAUSE,
  KOYOMI_CLOSE_GAP_TIMES,      /* a time that is neither there nor marked as one that cannot be known */
  KOYOMI_CLOSE_GAP_REVIEW,     /* with the day and the lessons */
  KOYOMI_CLOSE_GAP_TASKS,      /* each done, or waived with a reason */
  KOYOMI_CLOSE_GAP_REPORTS,    /* each filed, or judged as not applicable with a reason */
  KOYOMI_CLOSE_GAP_JUDGEMENT,  /* whether anything must be reported at all */
  KOYOMI_CLOSE_GAP_DRILL,      /* how the drill went, and whether it met its criteria */
  KOYOMI_N_CLOSE_GAPS,
} KoyomiCloseGap;

/* One thing that is still missing. */
typedef struct
{
  KoyomiCloseGap gap;
  guint          n;        /* tasks, reports or times */
  guint          times;    /* of times: a bit for each, 1 << KoyomiIncidentTime */
} KoyomiCloseGapItem;

/* What stands beside the incident's own row. */
typedef struct
{
  guint n_open_tasks;
  guint n_open_reports;
  guint n_judged_reports;   /* filed, or judged as not applicable */
  guint waived;   /* a bit for each gap, 1 << KoyomiCloseGap, that was waived with a reason */
} KoyomiCloseFacts;

GArray     *koyomi_close_gate_check         (KoyomiRecord              *incident,
                                             const KoyomiCloseFacts    *facts) G_GNUC_WARN_UNUSED_RESULT;
gboolean    koyomi_close_gap_can_be_waived  (KoyomiCloseGap             gap);
const char *koyomi_close_gap_get_item       (KoyomiCloseGap             gap);
char       *koyomi_close_gap_describe       (const KoyomiCloseGapItem  *self,
                                             KoyomiLanguage             language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
