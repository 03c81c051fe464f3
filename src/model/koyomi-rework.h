#pragma once

#include "koyomi-fiscal-year.h"
#include "koyomi-occurrence.h"
#include "koyomi-recurrence.h"

G_BEGIN_DECLS

/* What becomes of the runs of an activity whose rule, first day or length changes. What has happened, what was changed by hand and
 * what lies before today stays as it is; the other planned runs are made anew by the new rule, in the fiscal years that have runs,
 * whoever does them. */
typedef struct
{
  KoyomiRecurrence    old_rule;
  guint32             old_first_day;
  KoyomiRecurrence    new_rule;
  guint32             new_first_day;
  int                 duration;        /* from now on */
  KoyomiWorkCalendar *calendar;
  int                 start_month;     /* of the fiscal year */
  guint32             today;
  GHashTable         *proven;          /* (nullable) (element-type gint64): runs that evidence or a translation speaks of */
} KoyomiRework;

typedef enum
{
  KOYOMI_REWORK_KEEP,     /* stays on its days */
  KOYOMI_REWORK_MOVE,     /* gets the days of its slot */
  KOYOMI_REWORK_REMOVE,
  KOYOMI_REWORK_ADD,      /* a run that is not there yet */
} KoyomiReworkKind;

typedef struct
{
  KoyomiReworkKind  kind;
  KoyomiRecord     *run;    /* NULL for one to be added */
  KoyomiSlot        slot;   /* which slot of the new rule it stands for; its slot_day is 0 when there is none */
} KoyomiReworkStep;

gboolean  koyomi_rework_move_exceptions  (KoyomiRework       *self);
GArray   *koyomi_rework_list_steps       (const KoyomiRework *self,
                                          GPtrArray          *runs) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
