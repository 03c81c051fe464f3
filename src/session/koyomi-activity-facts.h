#pragma once

#include "koyomi-session.h"
#include "koyomi-work-count.h"

G_BEGIN_DECLS

/* How an activity stands in a fiscal year. */
typedef struct
{
  KoyomiRecord    *activity;
  KoyomiWorkCount  count;
  gint64           run_id;      /* of its runs in the year the first that is not over, else the last */
  KoyomiState      state;       /* of that run */
  guint32          first_day;   /* likewise */
  guint32          last_day;
} KoyomiActivityFacts;

G_END_DECLS
