#pragma once

#include "koyomi-calendar.h"

G_BEGIN_DECLS

/* What of an annual calendar is wanted. What is empty or 0 asks for nothing; a run or a row must answer everything that is asked.
 *
 * As a text, to be kept: words parted by blanks, all optional, "" is the empty filter; the search is last and reaches to the end.
 *
 *   group=12,34           the keys of function groups
 *   team=5                those of teams
 *   state=late,due-soon   states by their nicks
 *   due-from=2026-11-01   runs whose last day is at least this
 *   due-to=2026-11-30     or at most this
 *   due=week              at most the Sunday of the week in which the calendar's today is
 *   search=内部 監査       words that occur */
typedef struct
{
  GArray   *groups;          /* (element-type gint64): keys of function groups */
  GArray   *teams;           /* (element-type gint64): keys of teams */
  guint     states;          /* 1 << KoyomiState */
  guint32   due_from;        /* of a run's last day */
  guint32   due_to;
  gboolean  due_this_week;   /* as due_to, but it moves on with the calendar's today */
  char     *search;          /* over functions, their teams and duties, and the titles and teams of runs */
} KoyomiCalendarFilter;

/* The keys of the groups that koyomi_calendar_arrange() makes up and that are no team's. Those of states are -1 - state. */
#define KOYOMI_GROUP_WITHOUT_TEAM (-101)
#define KOYOMI_GROUP_WITHOUT_RUNS (-102)

KoyomiCalendarFilter *koyomi_calendar_filter_new       (void) G_GNUC_WARN_UNUSED_RESULT;
KoyomiCalendarFilter *koyomi_calendar_filter_new_late_and_this_week (void) G_GNUC_WARN_UNUSED_RESULT;
KoyomiCalendarFilter *koyomi_calendar_filter_copy      (const KoyomiCalendarFilter *self) G_GNUC_WARN_UNUSED_RESULT;
void                  koyomi_calendar_filter_free      (KoyomiCalendarFilter       *self);
gboolean              koyomi_calendar_filter_is_empty  (const KoyomiCalendarFilter *self);
char                 *koyomi_calendar_filter_format    (const KoyomiCalendarFilter *self) G_GNUC_WARN_UNUSED_RESULT;
KoyomiCalendarFilter *koyomi_calendar_filter_parse     (const char                 *text) G_GNUC_WARN_UNUSED_RESULT;
char                 *koyomi_calendar_filter_describe (const KoyomiCalendarFilter *self,
                                                       KoyomiCalendar             *full,
                                                       KoyomiLanguage              language) G_GNUC_WARN_UNUSED_RESULT;

const char           *koyomi_grouping_get_nick         (KoyomiGrouping              self);
gboolean              koyomi_grouping_from_nick        (const char                 *nick,
                                                        KoyomiGrouping             *self);

KoyomiCalendar       *koyomi_calendar_arrange          (KoyomiCalendar             *full,
                                                        const KoyomiCalendarFilter *filter,
                                                        KoyomiGrouping              grouping,
                                                        KoyomiLanguage              language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiCalendarFilter, koyomi_calendar_filter_free)

G_END_DECLS
