#pragma once

#include "koyomi-activity-edit.h"
#include "koyomi-rework.h"

G_BEGIN_DECLS

/* What a change of an activity comes to, before anything is written. */
typedef struct
{
  KoyomiSession *session;
  KoyomiScope    scope;
  KoyomiRecord  *activity;    /* as it stands in the plan, texts in the plan's own language */
  KoyomiRecord  *changed;     /* as it will be */
  KoyomiRecord  *run;         /* from which it is seen; NULL when ALL is asked without one */
  GPtrArray     *runs;        /* (element-type KoyomiRecord): all there are, by slot */
  guint          n_before;    /* how many of them come before the run; 0 in ALL */
  KoyomiRework   rework;      /* of what comes later, or of all */
  char          *ended_rule;  /* that the activity is left with, in LATER */
  guint32        ended_first; /* and its first day */
  GArray        *steps;       /* (element-type KoyomiReworkStep) */
} KoyomiActivityPlan;

gboolean  _koyomi_activity_plan_load       (KoyomiActivityPlan  *self,
                                            KoyomiSession       *session,
                                            gint64               activity,
                                            gint64               run,
                                            KoyomiScope          scope,
                                            GError             **error);
gboolean  _koyomi_activity_plan_make       (KoyomiActivityPlan  *self,
                                            KoyomiSession       *session,
                                            KoyomiRecord        *changed,
                                            gint64               run,
                                            KoyomiScope          scope,
                                            GError             **error);
void      _koyomi_activity_plan_end_rule   (KoyomiActivityPlan  *self);
void      _koyomi_activity_plan_clear      (KoyomiActivityPlan  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KoyomiActivityPlan, _koyomi_activity_plan_clear)

G_END_DECLS
