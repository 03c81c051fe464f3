#include "koyomi-lists.h"

#include "koyomi-json.h"
#include "koyomi-shell.h"
#include "koyomi-workload.h"

#include <math.h>

#define MONTH_WIDTH 7

static const char *
get_name (const KoyomiTeamLoad *team,
          KoyomiLanguage        language)
{
  return team->team != NULL ? koyomi_record_get_title (team->team) : koyomi_tr (language, N_("Nobody"));
}

/* "14.2/12.6" with a mark where it is too much. */
static char *
format_cell (const KoyomiLoadCell *cell)
{
  double days = koyomi_load_cell_get_days (cell);

  if (isnan (cell->capacity))
    return g_strdup_printf ("%.1f", days);

  return g_strdup_printf ("%.1f/%.1f%s", days, cell->capacity, koyomi_load_cell_is_over (cell) ? "▲" : "");
}

static guint
measure_cells (const KoyomiWorkload *workload)
{
  guint width = MONTH_WIDTH;

  for (guint i = 0; i < workload->teams->len; i++)
    for (guint month = 0; month < 12; month++)
      {
        g_autofree char *text = format_cell (&((KoyomiTeamLoad *) g_ptr_array_index (workload->teams, i))->months[month]);

        width = MAX (width, koyomi_text_get_width (text));
      }

  return width;
}

static void
print_heads (const KoyomiWorkload *workload,
             KoyomiLanguage        language,
             guint                 name_width,
             guint                 width)
{
  koyomi_print_column ("", name_width);
  for (int month = 0; month < 12; month++)
    {
      g_autofree char *head = koyomi_fiscal_year_format_month (workload->year, month, language);

      koyomi_print_column (head, month < 11 ? width : 0);
    }
  koyomi_print ("\n");
}

static void
print_text (const KoyomiWorkload *workload,
            KoyomiLanguage        language)
{
  guint width = measure_cells (workload);
  guint name_width = 0;

  for (guint i = 0; i < workload->teams->len; i++)
    name_width = MAX (name_width, koyomi_text_get_width (get_name (g_ptr_array_index (workload->teams, i), language)));

  print_heads (workload, language, name_width, width);
  for (guint i = 0; i < workload->teams->len; i++)
    {
      const KoyomiTeamLoad *team = g_ptr_array_index (workload->teams, i);

      koyomi_print_column (get_name (team, language), name_width);
      for (guint month = 0; month < 12; month++)
        {
          g_autofree char *text = format_cell (&team->months[month]);

          koyomi_print_column (text, month < 11 ? width : 0);
        }
      koyomi_print ("\n");
    }

  /* Translators: the number is a part of a person-day such as 0.1 */
  koyomi_print (koyomi_tr (language, N_("Person-days planned/available; ▲ is too much. A routine counts %g a day.")), workload->routine_day);
  koyomi_print ("\n");
}

static void
add_cell (JsonBuilder          *builder,
          const KoyomiLoadCell *cell)
{
  double share = koyomi_load_cell_get_share (cell);

  koyomi_json_add_real (builder, "planned", cell->planned);
  koyomi_json_add_real (builder, "routine", cell->routine);
  koyomi_json_add_real (builder, "capacity", cell->capacity);
  koyomi_json_add_real (builder, "share", isinf (share) ? NAN : share);
  json_builder_set_member_name (builder, "over");
  json_builder_add_boolean_value (builder, koyomi_load_cell_is_over (cell));
  koyomi_json_add_int (builder, "n_unknown", cell->n_unknown);
}

static void
add_team (JsonBuilder          *builder,
          const KoyomiTeamLoad *team,
          KoyomiLanguage        language)
{
  json_builder_begin_object (builder);
  koyomi_json_add_text (builder, "team", team->team != NULL ? koyomi_record_get_title (team->team) : "");
  koyomi_json_add_text (builder, "code", team->team != NULL ? koyomi_record_get_text (team->team, KOYOMI_TEAM_CODE) : "");
  add_cell (builder, &team->year);
  json_builder_set_member_name (builder, "months");
  json_builder_begin_array (builder);
  for (guint month = 0; month < 12; month++)
    {
      json_builder_begin_object (builder);
      add_cell (builder, &team->months[month]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_quarters (JsonBuilder  *builder,
              const char   *name,
              const double *amounts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < 4; i++)
    json_builder_add_double_value (builder, amounts[i]);
  json_builder_end_array (builder);
}

static void
add_activity (JsonBuilder              *builder,
              const KoyomiActivityLoad *activity)
{
  json_builder_begin_object (builder);
  koyomi_json_add_text (builder, "title", activity->title);
  json_builder_set_member_name (builder, "estimated");
  json_builder_add_boolean_value (builder, activity->is_estimated);
  add_quarters (builder, "days", activity->days);
  add_quarters (builder, "cost", activity->cost);
  json_builder_end_object (builder);
}

static void
print_json (const KoyomiWorkload *workload,
            KoyomiLanguage        language)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  koyomi_json_add_int (builder, "fiscal_year", workload->year.year);
  koyomi_json_add_real (builder, "routine_day", workload->routine_day);
  json_builder_set_member_name (builder, "teams");
  json_builder_begin_array (builder);
  for (guint i = 0; i < workload->teams->len; i++)
    add_team (builder, g_ptr_array_index (workload->teams, i), language);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "activities");
  json_builder_begin_array (builder);
  for (guint i = 0; i < workload->activities->len; i++)
    add_activity (builder, g_ptr_array_index (workload->activities, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  koyomi_json_print (builder);
}

/* What the teams have to do in each month of the year against what they can. */
gboolean
koyomi_list_load (KoyomiSession     *session,
                  KoyomiFiscalYear   year,
                  KoyomiLanguage     language,
                  gboolean           json,
                  GError           **error)
{
  g_autoptr(KoyomiWorkload) workload = koyomi_session_load_workload (session, year, language, error);

  if (workload == NULL)
    return FALSE;

  if (json)
    print_json (workload, language);
  else
    print_text (workload, language);

  return TRUE;
}
