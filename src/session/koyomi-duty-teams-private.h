#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* Whom the matrix of a day names for what a function has to do at an incident. */
typedef struct _KoyomiDutyTeams KoyomiDutyTeams;

typedef struct
{
  gint64        team;     /* 0 while the matrix names none */
  KoyomiRecord *person;   /* (nullable): who does it in that team, as far as somebody is named; borrowed */
} KoyomiDutyTeam;

KoyomiDutyTeams *_koyomi_duty_teams_new  (KoyomiSession    *session,
                                          guint32           day,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void             _koyomi_duty_teams_free (KoyomiDutyTeams  *self);
gboolean         _koyomi_duty_teams_find (KoyomiDutyTeams  *self,
                                          gint64            function,
                                          KoyomiDutyTeam   *team,
                                          GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiDutyTeams, _koyomi_duty_teams_free)

G_END_DECLS
