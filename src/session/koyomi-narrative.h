#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* What is written of a quarter, or of a month, in a section of a report. The last text counts, those before it stay in the plan. */
typedef struct
{
  const char *report;    /* its id */
  const char *section;   /* its id */
  guint32     day;       /* the first one of what is told */
} KoyomiNarrativePlace;

gboolean koyomi_session_find_narrative  (KoyomiSession               *session,
                                         const KoyomiNarrativePlace  *place,
                                         KoyomiLanguage               language,
                                         KoyomiRecord               **narrative,
                                         GError                     **error);
gboolean koyomi_session_write_narrative (KoyomiSession               *session,
                                         const KoyomiNarrativePlace  *place,
                                         const char                  *name,
                                         const char                  *text,
                                         KoyomiLanguage               language,
                                         GError                     **error);

G_END_DECLS
