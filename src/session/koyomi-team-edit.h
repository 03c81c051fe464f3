#pragma once

#include "koyomi-cell-edit.h"

G_BEGIN_DECLS

/* A function that lacks somebody once a team is gone. */
typedef struct
{
  KoyomiRecord *function;
  KoyomiRecord *catalogue;
  gboolean      without_accountable;   /* nobody else has A */
  gboolean      without_responsible;   /* nobody else has R */
} KoyomiUncovered;

GPtrArray *koyomi_session_list_uncovered (KoyomiSession    *session,
                                          gint64            team,
                                          guint32           day,
                                          KoyomiLanguage    language,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_uncovered_free         (KoyomiUncovered  *self);
char      *koyomi_uncovered_describe     (const KoyomiUncovered *self,
                                          KoyomiLanguage    language) G_GNUC_WARN_UNUSED_RESULT;

gboolean   koyomi_team_retire            (KoyomiSession    *session,
                                          gint64            team,
                                          guint32           last_day,
                                          gboolean          end_assignments,
                                          KoyomiLanguage    language,
                                          GError          **error);
gboolean   koyomi_team_hand_over         (KoyomiSession    *session,
                                          gint64            from,
                                          gint64            to,
                                          gboolean          keep,
                                          KoyomiCellsTime   time,
                                          guint32           day,
                                          KoyomiLanguage    language,
                                          GError          **error);
gboolean   koyomi_team_succeed           (KoyomiSession    *session,
                                          gint64            from,
                                          gint64            to,
                                          guint32           last_day,
                                          KoyomiLanguage    language,
                                          GError          **error);

G_END_DECLS
