#pragma once

#include "koyomi-run-table.h"

#include <libical/ical.h>

G_BEGIN_DECLS

/* What all events of a calendar file have in common. */
typedef struct
{
  KoyomiLanguage      language;
  int                 sequence;   /* grows with every edit of the plan, so that a newer file wins */
  struct icaltimetype stamp;
} KoyomiIcsOrigin;

struct icaltimetype  _koyomi_ics_day_to_ical (guint32                day);

icalcomponent       *_koyomi_ics_event_new   (const KoyomiIcsOrigin *origin,
                                              const char            *uid,
                                              const char            *summary,
                                              guint32                first_day,
                                              guint32                last_day,
                                              gboolean               is_cancelled) G_GNUC_WARN_UNUSED_RESULT;
void                 _koyomi_ics_event_add_text (icalcomponent      *event,
                                                 icalproperty_kind   kind,
                                                 const char         *text);
void                 _koyomi_ics_event_add_alarm (icalcomponent     *event,
                                                  const char        *summary);

icalcomponent       *_koyomi_ics_event_new_run (const KoyomiIcsOrigin *origin,
                                                const char            *uid,
                                                const KoyomiRunRow    *run) G_GNUC_WARN_UNUSED_RESULT;
char                *_koyomi_ics_event_format (icalcomponent          *event,
                                               GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
