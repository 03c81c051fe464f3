#pragma once

#include "koyomi-edit.h"
#include "koyomi-work-calendar.h"

G_BEGIN_DECLS

/* The meetings that a committee has and those that its rule gives. */
typedef struct
{
  KoyomiRecord *committee;
  GPtrArray    *meetings;   /* (element-type KoyomiRecord): all of the committee, in the plan's own language, by day */
} KoyomiCommitteeSchedule;

gboolean  _koyomi_committee_schedule_load          (KoyomiCommitteeSchedule  *self,
                                                    KoyomiSession            *session,
                                                    KoyomiRecord             *committee,
                                                    GError                  **error);
gboolean  _koyomi_committee_schedule_repeats       (KoyomiCommitteeSchedule  *self);
GArray   *_koyomi_committee_schedule_list_missing  (KoyomiCommitteeSchedule  *self,
                                                    KoyomiWorkCalendar       *calendar,
                                                    guint32                   first_day,
                                                    guint32                   last_day,
                                                    GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  _koyomi_committee_schedule_insert        (KoyomiCommitteeSchedule  *self,
                                                    KoyomiEdit               *edit,
                                                    guint32                   day,
                                                    GError                  **error);
void      _koyomi_committee_schedule_clear         (KoyomiCommitteeSchedule  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KoyomiCommitteeSchedule, _koyomi_committee_schedule_clear)

G_END_DECLS
