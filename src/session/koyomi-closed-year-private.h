#pragma once

#include "koyomi-closed-year.h"
#include "koyomi-edit.h"

G_BEGIN_DECLS

/* Days that are closed, both ends counted. */
typedef struct
{
  guint32 first_day;
  guint32 last_day;
} KoyomiClosedDays;

GArray  *_koyomi_session_list_closed_days (KoyomiSession  *session,
                                           GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean _koyomi_edit_close_year (KoyomiEdit        *edit,
                                  KoyomiSession     *session,
                                  KoyomiFiscalYear   year,
                                  KoyomiLanguage     language,
                                  GError           **error);

G_END_DECLS
