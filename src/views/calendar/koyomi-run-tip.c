#include "koyomi-run-tip.h"

#include "koyomi-day.h"

static char *
name_team (KoyomiWorkspace   *workspace,
           KoyomiCalendarRow *row,
           const KoyomiBar   *bar)
{
  g_autoptr(KoyomiRecord) team = NULL;

  if (bar->team_id != 0)
    team = koyomi_session_get (koyomi_workspace_get_session (workspace), KOYOMI_TABLE_TEAM, bar->team_id,
                               koyomi_workspace_get_language (workspace), NULL);

  return g_strdup (team != NULL ? koyomi_record_get_title (team) : row->team);
}

/* Returns: (transfer full) (nullable): where the run stood in the baseline that is shown, if it stood elsewhere */
char *
koyomi_run_tell_baseline (KoyomiTimeline  *timeline,
                          const KoyomiBar *bar,
                          KoyomiLanguage   language)
{
  const KoyomiBaselineDays *then = timeline->baseline != NULL ? g_hash_table_lookup (timeline->baseline, &bar->occurrence_id) : NULL;
  g_autofree char *days = NULL;

  if (then == NULL || (then->first_day == bar->first_day && then->last_day == bar->last_day))
    return NULL;

  days = koyomi_day_format_span (then->first_day, then->last_day, language);

  /* Translators: %s is days: where a run that was moved stood in the baseline that is shown */
  return g_strdup_printf (koyomi_tr (language, "In the baseline: %s"), days);
}

/* Returns: (transfer full): all about a run in some lines, as markup for a tooltip */
char *
koyomi_run_explain (KoyomiWorkspace   *workspace,
                    KoyomiTimeline    *timeline,
                    KoyomiCalendarRow *row,
                    const KoyomiBar   *bar)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  g_autofree char *days = koyomi_day_format_span (bar->first_day, bar->last_day, language);
  g_autofree char *original = koyomi_day_format_span (bar->original_first, bar->original_last, language);
  g_autofree char *baseline = koyomi_run_tell_baseline (timeline, bar, language);
  g_autofree char *team = name_team (workspace, row, bar);
  g_autofree char *head = g_markup_printf_escaped ("<b>%s</b>\n%s %s", bar->title, koyomi_state_get_glyph (bar->state),
                                                   koyomi_state_get_label (bar->state, language));
  g_autofree char *who = g_markup_escape_text (team, -1);
  GString *text = g_string_new (head);

  if (bar->state == KOYOMI_STATE_LATE)
    {
      guint days_late = koyomi_day_today () - bar->last_day;

      g_string_append (text, language == KOYOMI_LANGUAGE_JA ? "、" : ", ");
      /* Translators: how long a run is late */
      g_string_append_printf (text, koyomi_ntr (language, "%u day", "%u days", days_late), days_late);
    }
  g_string_append_printf (text, "\n%s", days);
  if (bar->original_first != KOYOMI_DAY_NONE &&
      (bar->original_first != bar->first_day || bar->original_last != bar->last_day))
    {
      /* Translators: %s is days: where a run that was moved stood at first */
      g_string_append_c (text, '\n');
      g_string_append_printf (text, koyomi_tr (language, "First planned: %s"), original);
    }
  if (baseline != NULL)
    g_string_append_printf (text, "\n%s", baseline);
  if (bar->progress > 0 && bar->progress < 100)
    g_string_append_printf (text, "\n%d %%", bar->progress);
  if (*who != '\0')
    g_string_append_printf (text, "\n%s", who);

  return g_string_free (text, FALSE);
}
