#include "koyomi-audit-badge.h"

#include "koyomi-count-badge.h"
#include "koyomi-day.h"
#include "koyomi-finding.h"

static guint
count_pressing (KoyomiWorkspace *workspace,
                gboolean        *any_late)
{
  g_autoptr(GPtrArray) findings = koyomi_session_list (koyomi_workspace_get_session (workspace), KOYOMI_TABLE_FINDING, 0, 0,
                                                       koyomi_workspace_get_language (workspace), NULL);
  guint n = 0;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      KoyomiFindingState state = koyomi_finding_get_state (g_ptr_array_index (findings, i), koyomi_day_today ());

      *any_late |= state == KOYOMI_FINDING_STATE_LATE;
      n += state == KOYOMI_FINDING_STATE_LATE || state == KOYOMI_FINDING_STATE_VERIFY;
    }

  return n;
}

static char *
name_count (guint          n,
            KoyomiLanguage language)
{
  return g_strdup_printf (koyomi_ntr (language, "%u finding that is late or whose effect has to be checked",
                                      "%u findings that are late or whose effect has to be checked", n), n);
}

void
koyomi_audit_badge_attach (GtkLabel        *label,
                           KoyomiWorkspace *workspace)
{
  koyomi_count_badge_attach (label, workspace, count_pressing, name_count);
}
