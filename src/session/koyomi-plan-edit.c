#include "koyomi-plan-edit-private.h"

#include "koyomi-edit.h"

gboolean
_koyomi_plan_edit (KoyomiSession  *session,
                   KoyomiRecord   *plan,
                   const char     *label,
                   GError        **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);

  return edit != NULL && koyomi_edit_update (edit, plan, error) && koyomi_edit_commit (edit, label, error);
}
