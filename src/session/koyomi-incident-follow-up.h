#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* An activity of the calendar that came out of an incident. */
typedef struct
{
  gint64       activity;
  char        *title;
  gint64       function;
  char        *function_name;   /* such as “17 CSIRT” */
  gint64       run;             /* the first that is not over, else the last; 0 without runs */
  KoyomiState  state;           /* of that run */
  guint32      first_day;
  guint32      last_day;
  char        *owner;           /* of the run; "" */
  char        *team;            /* of the run, else of the activity, else whoever does the function; "" */
  gboolean     is_open;
} KoyomiFollowUp;

void       koyomi_follow_up_free           (KoyomiFollowUp  *self);
GPtrArray *koyomi_session_load_follow_ups  (KoyomiSession   *session,
                                            gint64           incident,
                                            KoyomiLanguage   language,
                                            GError         **error) G_GNUC_WARN_UNUSED_RESULT;

gint64     koyomi_follow_up_make           (KoyomiSession   *session,
                                            gint64           incident,
                                            gint64           function,
                                            const char      *title,
                                            guint32          first_day,
                                            guint32          last_day,
                                            gint64           team,
                                            const char      *owner,
                                            gint64           now,
                                            KoyomiLanguage   language,
                                            GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiFollowUp, koyomi_follow_up_free)

G_END_DECLS
