#pragma once

#include "koyomi-edit.h"
#include "koyomi-incident-timeline.h"

G_BEGIN_DECLS

/* What the program writes down of itself. */
typedef enum
{
  KOYOMI_NOTE_TASK_DONE,
  KOYOMI_NOTE_TASK_REOPENED,
  KOYOMI_NOTE_TASK_WAIVED,
  KOYOMI_NOTE_EVIDENCE_ADDED,
  KOYOMI_NOTE_EVIDENCE_REMOVED,
  KOYOMI_NOTE_CUSTODY_MOVED,
  KOYOMI_NOTE_FOLLOW_UP_ADDED,
} KoyomiTimelineNote;

gboolean _koyomi_timeline_record     (KoyomiEdit          *edit,
                                      KoyomiSession       *session,
                                      gint64               incident,
                                      gint64               at,
                                      const char          *ja,
                                      const char          *en,
                                      GError             **error);
gboolean _koyomi_timeline_record_row (KoyomiEdit          *edit,
                                      KoyomiSession       *session,
                                      gint64               incident,
                                      gint64               at,
                                      KoyomiTimelineNote   note,
                                      KoyomiTableId        table,
                                      gint64               row,
                                      GError             **error);

G_END_DECLS
