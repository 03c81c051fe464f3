#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* From one fiscal year to the next: what becomes of every activity, and of every run of the old year that was not finished; committees
 * meet on by their rules. A plan for it is made with proposals, changed, checked and then applied as one edit.
 *
 * A run belongs to the year in which its slot day lies, wherever it was moved. */

typedef enum
{
  KOYOMI_ROLL_KEEP,   /* its rule goes on; without a rule, its runs of the old year are repeated */
  KOYOMI_ROLL_DROP,   /* it ends with the old year; what was planned of it for the new one is removed */
} KoyomiRollAction;

/* On which days the runs of the new year lie. */
typedef enum
{
  KOYOMI_ROLL_BY_RULE,         /* as the rule says; only of an activity that has one */
  KOYOMI_ROLL_SAME_DAY,        /* the same day of the month */
  KOYOMI_ROLL_SAME_WEEKDAY,    /* the same nth weekday of the month */
  KOYOMI_ROLL_BUSINESS_DAY,    /* the same day, or the next business day when it is one off */
} KoyomiRollAnchor;

typedef enum
{
  KOYOMI_UNFINISHED_CARRY,    /* into the new year, with a reason */
  KOYOMI_UNFINISHED_MISSED,   /* closed as not done, with a reason */
  KOYOMI_UNFINISHED_SKIP,     /* given up, with a reason */
  KOYOMI_UNFINISHED_LEAVE,    /* it can still be done: only while the old year is not closed */
} KoyomiUnfinishedAction;

/* A run that the new year has or gets. */
typedef struct
{
  guint32   slot_day;
  guint32   first_day;
  guint32   last_day;
  gint64    source;       /* the run of the old year that it repeats; 0 when it is the rule's */
  gboolean  is_present;   /* it is there already */
} KoyomiRolledRun;

typedef struct
{
  gint64             activity_id;
  gint64             function_id;
  char              *function;
  char              *title;
  char              *rule;          /* in words; "" without a repeating rule */
  gboolean           repeats;       /* has a repeating rule */
  guint              anchors;       /* 1 << KoyomiRollAnchor of those there are */
  guint              n_old;         /* runs of the old year */
  KoyomiRollAction   action;
  KoyomiRollAnchor   anchor;
  GArray            *runs;          /* (element-type KoyomiRolledRun): of the new year by this choice, by slot day */
  guint              n_removed;     /* planned runs of the new year that go by this choice */
  guint              n_begun;       /* runs of the new year that were begun already, which keeps it from being dropped */
  KoyomiRecord      *record;        /* of the activity */
  GPtrArray         *old_runs;      /* (element-type KoyomiRecord), by slot day */
  GPtrArray         *present_runs;  /* (element-type KoyomiRecord): of the new year as the plan stands */
  GPtrArray         *chain;         /* (element-type KoyomiRecord): all its runs there are, if its rule goes by completion */
} KoyomiRollActivity;

typedef struct
{
  gint64                  occurrence_id;
  gint64                  function_id;
  char                   *function;
  char                   *title;
  guint32                 first_day;
  guint32                 last_day;
  KoyomiState             state;
  KoyomiUnfinishedAction  action;
  guint32                 new_first;   /* where it is carried to; its length stays */
  char                   *reason;      /* "" while there is none */
} KoyomiRollUnfinished;

/* A committee that meets by a rule. */
typedef struct
{
  gint64  committee_id;
  GArray *days;           /* (element-type guint32): of the meetings that it gets in the new year */
} KoyomiRollCommittee;

typedef struct
{
  KoyomiFiscalYear    from;
  KoyomiFiscalYear    to;
  GPtrArray          *activities;      /* (element-type KoyomiRollActivity), in the order of functions */
  GPtrArray          *unfinished;      /* (element-type KoyomiRollUnfinished), by last day */
  GPtrArray          *committees;      /* (element-type KoyomiRollCommittee) */
  gint64              n_present_meetings;   /* of the new year, as the plan stands */
  gint64              n_all_meetings;       /* of any year */
  gboolean            close_year;      /* the old year becomes read-only */
  KoyomiWorkCalendar *work_calendar;
} KoyomiRollOver;

/* What adds up: n_new = n_old - n_dropped + n_added activities, and every unfinished run is carried, closed or left. */
typedef struct
{
  guint n_old;
  guint n_dropped;      /* activities of the old year that the new one does not have, their rules' ends among them */
  guint n_added;        /* those that the old year did not have */
  guint n_new;
  guint n_runs;         /* of the new year, without those carried over */
  guint n_made;         /* of these, runs that are made */
  guint n_meetings;     /* of the new year */
  guint n_meetings_made;
  guint n_unfinished;
  guint n_carried;
  guint n_missed;
  guint n_skipped;
  guint n_left;
} KoyomiRollCounts;

KoyomiRollOver   *koyomi_session_plan_roll_over  (KoyomiSession           *session,
                                                  KoyomiFiscalYear         from,
                                                  KoyomiLanguage           language,
                                                  GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
void              koyomi_roll_over_free          (KoyomiRollOver          *self);

void              koyomi_roll_over_choose        (KoyomiRollOver          *self,
                                                  guint                    activity,
                                                  KoyomiRollAction         action,
                                                  KoyomiRollAnchor         anchor);
void              koyomi_roll_over_settle        (KoyomiRollOver          *self,
                                                  guint                    unfinished,
                                                  KoyomiUnfinishedAction   action,
                                                  guint32                  new_first,
                                                  const char              *reason);
KoyomiRollCounts  koyomi_roll_over_count         (KoyomiRollOver          *self);
GPtrArray        *koyomi_roll_over_check         (KoyomiRollOver          *self,
                                                  KoyomiLanguage           language) G_GNUC_WARN_UNUSED_RESULT;

gboolean          koyomi_roll_over_apply         (KoyomiRollOver          *self,
                                                  KoyomiSession           *session,
                                                  KoyomiLanguage           language,
                                                  GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiRollOver, koyomi_roll_over_free)

G_END_DECLS
