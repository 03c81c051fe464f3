#include "koyomi-incident-badge.h"

#include "koyomi-count-badge.h"
#include "koyomi-incident-face.h"
#include "koyomi-incident-sheet.h"

/* Drills have no law to answer to. */
static guint
count_pressing (KoyomiWorkspace *workspace,
                gboolean        *any_late)
{
  g_autoptr(KoyomiIncidentBoard) board = koyomi_session_load_incident_board (koyomi_workspace_get_session (workspace),
                                                                             koyomi_incident_sheet_read_clock (),
                                                                             koyomi_workspace_get_language (workspace), NULL);
  guint n = 0;

  for (guint i = 0; board != NULL && i < koyomi_incident_board_get_n_cards (board); i++)
    {
      const KoyomiIncidentCard *card = koyomi_incident_board_get_card (board, i);

      if (!koyomi_incident_card_is_open (card) || card->kind == KOYOMI_INCIDENT_KIND_DRILL || !koyomi_incident_is_pressing (card))
        continue;

      *any_late |= card->clock_late;
      n++;
    }

  return n;
}

static char *
name_count (guint          n,
            KoyomiLanguage language)
{
  return g_strdup_printf (koyomi_ntr (language, "%u incident with a report that is late or soon due",
                                      "%u incidents with a report that is late or soon due", n), n);
}

void
koyomi_incident_badge_attach (GtkLabel        *label,
                              KoyomiWorkspace *workspace)
{
  koyomi_count_badge_attach (label, workspace, count_pressing, name_count);
}
