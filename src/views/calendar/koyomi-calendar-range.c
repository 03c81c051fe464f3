#include "koyomi-calendar-range.h"

static void
list_line (const KoyomiSheetLine *line,
           guint32                first_day,
           guint32                last_day,
           GArray                *runs)
{
  for (guint i = 0; line->kind == KOYOMI_SHEET_FUNCTION && i < line->row->bars->len; i++)
    {
      const KoyomiBar *bar = &g_array_index (line->row->bars, KoyomiBar, i);

      if (bar->first_day <= last_day && bar->last_day >= first_day)
        g_array_append_val (runs, bar->occurrence_id);
    }
}

/* The lines and the days each in either order, both ends counted. Returns: (transfer full) (element-type gint64): the runs that
 * lie in them, even if only in part */
GArray *
koyomi_calendar_range_list_runs (KoyomiCalendarSheet *sheet,
                                 guint                line,
                                 guint                other_line,
                                 guint32              day,
                                 guint32              other_day)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint last = MAX (line, other_line);

  for (guint i = MIN (line, other_line); i <= last && i < koyomi_calendar_sheet_get_n_lines (sheet); i++)
    {
      koyomi_calendar_sheet_fill (sheet, i);
      list_line (koyomi_calendar_sheet_get_line (sheet, i), MIN (day, other_day), MAX (day, other_day), runs);
    }

  return runs;
}

/* Chooses what lies between the run that was chosen last, which stays the one to go on from, and @run. */
void
koyomi_calendar_range_extend (KoyomiCalendarSheet *sheet,
                              gint64               run)
{
  KoyomiRunSelection *selection = koyomi_calendar_sheet_get_selection (sheet);
  gint64 focus = koyomi_run_selection_get_focus (selection);
  g_autoptr(GArray) runs = NULL;
  const KoyomiBar *from, *to;
  guint line, other_line;

  if (!koyomi_calendar_sheet_find_run (sheet, focus, &line, &from) || !koyomi_calendar_sheet_find_run (sheet, run, &other_line, &to))
    {
      koyomi_run_selection_choose (selection, run);
      return;
    }

  runs = koyomi_calendar_range_list_runs (sheet, line, other_line, MIN (from->first_day, to->first_day),
                                          MAX (from->last_day, to->last_day));
  koyomi_run_selection_set (selection, (const gint64 *) runs->data, runs->len, focus);
}
