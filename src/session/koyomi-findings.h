#pragma once

#include "koyomi-finding.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* A finding with what it is about by name. */
typedef struct
{
  KoyomiRecord       *finding;
  KoyomiFindingState  state;
  guint               late_days;
  char               *control;       /* its code, such as 8.13; "" */
  char               *audit;         /* its number and title; "" */
  char               *incident;      /* its number; "" */
  guint               n_due_changes;
  guint32             first_due;     /* what was due at first; KOYOMI_DAY_NONE without a due day */
  guint               n_evidence;
  gint64              reopened_as;   /* the finding that it was opened again as; 0 for none */
} KoyomiFindingRow;

void       koyomi_finding_row_free             (KoyomiFindingRow  *self);
GPtrArray *koyomi_session_load_findings        (KoyomiSession     *session,
                                                guint32            today,
                                                KoyomiLanguage     language,
                                                GError           **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *koyomi_session_list_finding_chain   (KoyomiSession     *session,
                                                gint64             finding,
                                                KoyomiLanguage     language,
                                                GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiFindingRow, koyomi_finding_row_free)

G_END_DECLS
