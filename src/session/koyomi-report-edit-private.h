#pragma once

#include "koyomi-clock-table.h"
#include "koyomi-edit.h"

G_BEGIN_DECLS

/* An edit of the reports of one incident. Its rows are in the plan's own language. */
typedef struct
{
  KoyomiSession    *session;
  KoyomiEdit       *edit;
  KoyomiRecord     *incident;
  KoyomiClockTable *table;
  GPtrArray        *reports;    /* (element-type KoyomiRecord): those of the incident, and new ones */
  GHashTable       *is_new;     /* of these, those that are not in the plan yet */
  GPtrArray        *reckoned;   /* (element-type KoyomiIncidentClock): as it was before the edit */
} KoyomiReportEdit;

gboolean             _koyomi_report_edit_begin    (KoyomiReportEdit     *self,
                                                   KoyomiSession        *session,
                                                   gint64                incident,
                                                   gint64                now,
                                                   GError              **error);
void                 _koyomi_report_edit_clear    (KoyomiReportEdit     *self);
KoyomiIncidentClock *_koyomi_report_edit_find     (KoyomiReportEdit     *self,
                                                   gint64                clock,
                                                   GError              **error);
KoyomiRecord        *_koyomi_report_edit_need_row (KoyomiReportEdit     *self,
                                                   gint64                clock);
gboolean             _koyomi_report_edit_set_text (KoyomiReportEdit     *self,
                                                   KoyomiRecord         *report,
                                                   int                   field,
                                                   const char           *text,
                                                   GError              **error);
gboolean             _koyomi_report_edit_write    (KoyomiReportEdit     *self,
                                                   gint64                now,
                                                   GError              **error);
gboolean             _koyomi_report_edit_refuse   (GError              **error,
                                                   const char           *why);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KoyomiReportEdit, _koyomi_report_edit_clear)

G_END_DECLS
