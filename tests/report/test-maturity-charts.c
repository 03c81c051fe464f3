#include "koyomi-day.h"
#include "koyomi-maturity-charts.h"
#include "koyomi-template.h"
#include "koyomi-test-folder.h"

#include <math.h>
#include <string.h>

static KoyomiSession *
open_sample (void)
{
  g_autofree char *folder = koyomi_test_folder_make ("sample");
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);
  KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_SAMPLE, .language = KOYOMI_LANGUAGE_JA };
  g_autoptr(GError) error = NULL;
  KoyomiSession *session;

  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  koyomi_plan_create (path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  session = koyomi_session_open (path, TRUE, NULL, &error);
  g_assert_no_error (error);

  return session;
}

static gint64
find_catalogue (KoyomiSession *session)
{
  g_autoptr(GPtrArray) catalogues = koyomi_session_list (session, KOYOMI_TABLE_CATALOGUE, 0, 0, KOYOMI_LANGUAGE_EN, NULL);

  for (guint i = 0; i < catalogues->len; i++)
    if (g_str_equal (koyomi_record_get_text (g_ptr_array_index (catalogues, i), KOYOMI_CATALOGUE_CODE), "isogj"))
      return koyomi_record_get_id (g_ptr_array_index (catalogues, i));

  g_assert_not_reached ();
}

/* What the radar and the map of gaps show is what the table says. */
static void
check_maturity (KoyomiSession  *session,
                KoyomiLanguage  language)
{
  gint64 catalogue = find_catalogue (session);
  guint32 today = koyomi_day_today ();
  g_autoptr(KoyomiMaturityTable) now = koyomi_session_load_maturity (session, catalogue, today, language, NULL);
  g_autoptr(KoyomiMaturityTable) before = koyomi_session_load_maturity (session, catalogue, koyomi_day_add_months (today, -12), language,
                                                                        NULL);
  g_autoptr(KoyomiMaturityTable) never = koyomi_session_load_maturity (session, catalogue, koyomi_day_new (2000, 1, 1), language, NULL);
  g_autoptr(KoyomiRadar) radar = koyomi_radar_new_for_maturity (now, before, language);
  g_autoptr(KoyomiRadar) first = koyomi_radar_new_for_maturity (now, never, language);
  g_autoptr(KoyomiHeatMap) gaps = koyomi_heat_map_new_for_gaps (now, language);

  g_assert_cmpuint (radar->axes->len, ==, 9);
  g_assert_true (koyomi_radar_has_series (radar, KOYOMI_SERIES_BEFORE));
  g_assert_false (koyomi_radar_has_series (first, KOYOMI_SERIES_BEFORE));
  g_assert_cmpuint (gaps->rows->len, ==, 9);
  g_assert_cmpuint (gaps->columns->len, ==, 10);
  for (guint i = 0; i < now->groups->len; i++)
    {
      const KoyomiMaturityGroup *group = &g_array_index (now->groups, KoyomiMaturityGroup, i);
      const KoyomiRadarAxis *axis = &g_array_index (radar->axes, KoyomiRadarAxis, i);
      const KoyomiHeatRow *row = g_ptr_array_index (gaps->rows, i);

      g_assert_cmpfloat (axis->values[KOYOMI_SERIES_NOW], ==, koyomi_maturity_mean_get_as_is (&group->mean));
      g_assert_cmpfloat (axis->values[KOYOMI_SERIES_GOAL], ==, koyomi_maturity_mean_get_to_be (&group->mean));
      for (guint j = 0; j < row->cells->len; j++)
        {
          const KoyomiHeatCell *cell = &g_array_index (row->cells, KoyomiHeatCell, j);

          if (j < group->n_rows)
            g_assert_cmpint (cell->heat, ==, koyomi_heat_of_gap (((KoyomiMaturityRow *) g_ptr_array_index (
              now->rows, group->first_row + j))->score.gap));
          else
            g_assert_null (cell->text);
        }
    }
  g_assert_cmpstr (g_array_index (((KoyomiHeatRow *) g_ptr_array_index (gaps->rows, 0))->cells, KoyomiHeatCell, 4).text, ==, "A-5 +3");
}

static void
check_load (KoyomiSession  *session,
            KoyomiLanguage  language)
{
  g_autoptr(KoyomiWorkload) workload = koyomi_session_load_workload (session, (KoyomiFiscalYear) { 2026, 4 }, language, NULL);
  g_autoptr(KoyomiHeatMap) map = koyomi_heat_map_new_for_load (workload, language);
  guint n_over = 0;

  g_assert_cmpuint (map->rows->len, ==, workload->teams->len);
  g_assert_cmpuint (map->columns->len, ==, 12);
  for (guint i = 0; i < map->rows->len; i++)
    for (guint month = 0; month < 12; month++)
      {
        const KoyomiHeatCell *cell = &g_array_index (((KoyomiHeatRow *) g_ptr_array_index (map->rows, i))->cells, KoyomiHeatCell, month);
        const KoyomiTeamLoad *team = g_ptr_array_index (workload->teams, i);
        gboolean is_over = koyomi_load_cell_is_over (&team->months[month]);

        n_over += is_over;
        g_assert_cmpint (cell->heat == KOYOMI_HEAT_OVER, ==, is_over);
        g_assert_cmpint (strstr (cell->text, "▲") != NULL, ==, is_over);
      }
  g_assert_cmpuint (n_over, >, 0);
}

static void
test_charts (void)
{
  g_autoptr(KoyomiSession) session = open_sample ();

  for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
    {
      check_maturity (session, language);
      check_load (session, language);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add_func ("/report/maturity-charts/show-what-the-tables-say", test_charts);

  return koyomi_test_folder_finish (g_test_run ());
}
