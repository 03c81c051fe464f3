#include "koyomi-maturity-charts.h"

#include <math.h>

static const KoyomiMaturityGroup *
get_group (const KoyomiMaturityTable *table,
           guint                      index)
{
  return &g_array_index (table->groups, KoyomiMaturityGroup, index);
}

static double
get_known (const KoyomiMaturityMean *mean,
           double                  (*get) (const KoyomiMaturityMean *self))
{
  return koyomi_maturity_mean_is_known (mean) ? get (mean) : NAN;
}

/**
 * koyomi_radar_new_for_maturity:
 * @before: (nullable): the same catalogue's maturity a year before
 *
 * Returns: (transfer full): the means of the groups. A group of which nobody has assessed anything has no point.
 */
KoyomiRadar *
koyomi_radar_new_for_maturity (const KoyomiMaturityTable *now,
                               const KoyomiMaturityTable *before,
                               KoyomiLanguage             language)
{
  KoyomiRadar *radar = koyomi_radar_new (language);

  for (guint i = 0; i < now->groups->len; i++)
    {
      const KoyomiMaturityGroup *group = get_group (now, i);

      koyomi_radar_add_axis (radar, koyomi_record_get_text (group->group, KOYOMI_GROUP_CODE), koyomi_record_get_title (group->group),
                             get_known (&group->mean, koyomi_maturity_mean_get_as_is),
                             get_known (&group->mean, koyomi_maturity_mean_get_to_be),
                             before != NULL && i < before->groups->len
                               ? get_known (&get_group (before, i)->mean, koyomi_maturity_mean_get_as_is) : NAN);
    }

  return radar;
}

static const char *
get_code (const KoyomiMaturityRow *row)
{
  return koyomi_record_get_text (row->function, KOYOMI_FUNCTION_CODE);
}

static void
set_gap (KoyomiHeatMap           *map,
         guint                    group,
         guint                    column,
         const KoyomiMaturityRow *row)
{
  const char *code = get_code (row);
  const char *blank = *code != '\0' ? " " : "";
  g_autofree char *text = NULL;

  if (!row->score.is_known && !row->score.has_goal)
    text = g_strdup_printf ("%s%s?", code, blank);
  else
    text = g_strdup_printf (row->score.gap > 0 ? "%s%s+%d" : "%s%s%d", code, blank, row->score.gap);

  koyomi_heat_map_set_cell (map, group, column, text, row->score.is_known || row->score.has_goal ? koyomi_heat_of_gap (row->score.gap)
                                                                                                : KOYOMI_HEAT_UNKNOWN);
}

/* Returns: (transfer full): a row a group of the table, in its order; in it a cell a function, in theirs: its code and its gap */
KoyomiHeatMap *
koyomi_heat_map_new_for_gaps (const KoyomiMaturityTable *table,
                              KoyomiLanguage             language)
{
  KoyomiHeatMap *map = koyomi_heat_map_new (language, koyomi_tr (language, N_("Gap to the goal")));
  guint n_columns = 0;

  for (guint i = 0; i < table->groups->len; i++)
    n_columns = MAX (n_columns, get_group (table, i)->n_rows);
  for (guint i = 0; i < n_columns; i++)
    koyomi_heat_map_add_column (map, "");

  for (guint i = 0; i < table->groups->len; i++)
    {
      const KoyomiMaturityGroup *group = get_group (table, i);
      const char *code = koyomi_record_get_text (group->group, KOYOMI_GROUP_CODE);
      g_autofree char *name = g_strjoin (*code != '\0' ? " " : "", code, koyomi_record_get_title (group->group), NULL);
      guint row = koyomi_heat_map_add_row (map, name, FALSE);

      for (guint j = 0; j < group->n_rows; j++)
        set_gap (map, row, j, g_ptr_array_index (table->rows, group->first_row + j));
    }

  return map;
}

/* The days; where they are too many the text says so too, not the ground alone. */
static void
set_load (KoyomiHeatMap        *map,
          guint                 row,
          guint                 column,
          const KoyomiLoadCell *cell)
{
  double days = koyomi_load_cell_get_days (cell);
  g_autofree char *text = days > 0 ? g_strdup_printf ("%.1f%s", days, koyomi_load_cell_is_over (cell) ? " ▲" : "") : g_strdup ("–");

  koyomi_heat_map_set_cell (map, row, column, text, koyomi_heat_of_share (koyomi_load_cell_get_share (cell)));
}

/* Returns: (transfer full): a row a team of the workload, in its order; a column a month of the fiscal year */
KoyomiHeatMap *
koyomi_heat_map_new_for_load (const KoyomiWorkload *workload,
                              KoyomiLanguage        language)
{
  KoyomiHeatMap *map = koyomi_heat_map_new (language, koyomi_tr (language, N_("Planned person-days")));

  for (int month = 0; month < 12; month++)
    {
      g_autofree char *name = koyomi_fiscal_year_format_month (workload->year, month, language);

      koyomi_heat_map_add_column (map, name);
    }

  for (guint i = 0; i < workload->teams->len; i++)
    {
      const KoyomiTeamLoad *team = g_ptr_array_index (workload->teams, i);
      guint row = koyomi_heat_map_add_row (map, team->team != NULL ? koyomi_record_get_title (team->team)
                                                                   : koyomi_tr (language, N_("Nobody")), FALSE);

      for (guint month = 0; month < 12; month++)
        set_load (map, row, month, &team->months[month]);
    }

  return map;
}
