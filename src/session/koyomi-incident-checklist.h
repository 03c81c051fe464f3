#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* Where the tasks of an incident come from. */
typedef enum
{
  KOYOMI_CHECKLIST_DUTIES   = 1 << 0,   /* what the functions have to do at an incident */
  KOYOMI_CHECKLIST_TEMPLATE = 1 << 1,   /* what is usual at an incident of that kind */
  KOYOMI_CHECKLIST_ALL      = KOYOMI_CHECKLIST_DUTIES | KOYOMI_CHECKLIST_TEMPLATE,
} KoyomiChecklistSources;

int koyomi_incident_add_checklist (KoyomiSession           *session,
                                   gint64                   incident,
                                   gint64                   template,
                                   KoyomiChecklistSources   sources,
                                   guint32                  day,
                                   KoyomiLanguage           language,
                                   GError                 **error);

G_END_DECLS
