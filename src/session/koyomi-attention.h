#pragma once

#include "koyomi-deadlines.h"
#include "koyomi-drill-coverage.h"
#include "koyomi-incident-clocks.h"
#include "koyomi-next-meeting.h"

G_BEGIN_DECLS

/* A run that somebody must look after. */
typedef struct
{
  gint64       occurrence_id;
  gint64       activity_id;
  gint64       function_id;
  char        *title;
  char        *function;   /* its name */
  char        *team;       /* of the run, else of its activity, else whoever does the function; "" when nobody does */
  guint32      first_day;
  guint32      last_day;
  KoyomiState  state;
} KoyomiAttentionItem;

/* What needs attention today, in runs of any year that are not done, skipped or missed; by last day. A run that is due soon may be
 * due before the next meeting as well, and then stands in both lists. What an incident must be reported for stands by itself, by when
 * it is due. */
typedef struct
{
  guint32            today;
  GPtrArray         *late;               /* (element-type KoyomiAttentionItem): the last day has passed */
  GPtrArray         *due_soon;           /* it comes within KOYOMI_DUE_SOON_DAYS, begun or not */
  GPtrArray         *before_committee;   /* it comes until the day of the next meeting */
  GPtrArray         *clocks;             /* (element-type KoyomiOpenClock): reports to authorities that are due or late, those of drills not */
  KoyomiNextMeeting *next_meeting;       /* (nullable) */
  GPtrArray         *drills;             /* (element-type KoyomiNextDrill): due until then, or overdue; no runs */
  GPtrArray         *deadlines;          /* (element-type KoyomiDeadline): of the registers, due until then, or late */
  GPtrArray         *items;              /* all of the lists of runs, which borrow from here */
} KoyomiAttention;

void             koyomi_attention_free          (KoyomiAttention  *self);

KoyomiAttention *koyomi_session_load_attention  (KoyomiSession    *session,
                                                 KoyomiLanguage    language,
                                                 GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiAttention, koyomi_attention_free)

G_END_DECLS
