#pragma once

#include "koyomi-letters.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* Who does which function, as the matrix of assignments says. */
typedef struct _KoyomiFunctionTeams KoyomiFunctionTeams;

KoyomiFunctionTeams *_koyomi_function_teams_load       (KoyomiSession        *session,
                                                        KoyomiLanguage        language,
                                                        GError              **error);
void                 _koyomi_function_teams_free       (KoyomiFunctionTeams  *self);

GPtrArray           *_koyomi_function_teams_get_all    (KoyomiFunctionTeams  *self);
GPtrArray           *_koyomi_function_teams_list       (KoyomiFunctionTeams  *self,
                                                        gint64                function,
                                                        guint32               day);
GPtrArray           *_koyomi_function_teams_list_letter (KoyomiFunctionTeams *self,
                                                         gint64                function,
                                                         KoyomiLetters         letter,
                                                         guint32               day);
char                *_koyomi_function_teams_join_names (GPtrArray            *teams,
                                                        KoyomiLanguage        language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiFunctionTeams, _koyomi_function_teams_free)

G_END_DECLS
