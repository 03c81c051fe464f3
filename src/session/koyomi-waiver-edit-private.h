#pragma once

#include "koyomi-edit.h"

G_BEGIN_DECLS

/* Whether @waiver accepts @subject on @day. */
typedef gboolean (*KoyomiWaiverFunc) (gpointer      subject,
                                      KoyomiRecord *waiver,
                                      guint32       day);

/* The two fields that every table of waivers has. */
typedef struct
{
  int decided_day;
  int until_day;
} KoyomiWaiverFields;

int      _koyomi_waivers_end  (KoyomiSession             *session,
                               KoyomiEdit                *edit,
                               const KoyomiWaiverFields  *fields,
                               KoyomiWaiverFunc           is_meant,
                               gpointer                   subject,
                               guint32                    today,
                               GError                   **error);
char    *_koyomi_waiver_label (const char                *rule,
                               const char                *subject,
                               guint32                    until_day,
                               KoyomiLanguage             language) G_GNUC_WARN_UNUSED_RESULT;
gboolean _koyomi_waiver_check (const char  *reason,
                               guint32      until_day,
                               guint32      today,
                               GError     **error);

G_END_DECLS
