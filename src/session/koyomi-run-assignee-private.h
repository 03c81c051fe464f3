#pragma once

#include "koyomi-edit.h"

G_BEGIN_DECLS

/* Who does all planned runs of an activity: none where they differ. */
typedef struct
{
  KoyomiLanguage  own_language;
  gint64          team;
  char           *owners[KOYOMI_N_LANGUAGES];   /* (nullable) */
} KoyomiRunAssignee;

gboolean  _koyomi_run_assignee_find   (KoyomiRunAssignee        *self,
                                       KoyomiSession            *session,
                                       GArray                   *steps,
                                       GError                  **error);
gboolean  _koyomi_run_assignee_apply  (const KoyomiRunAssignee  *self,
                                       KoyomiEdit               *edit,
                                       KoyomiRecord             *run,
                                       GError                  **error);
void      _koyomi_run_assignee_clear  (KoyomiRunAssignee        *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KoyomiRunAssignee, _koyomi_run_assignee_clear)

G_END_DECLS
