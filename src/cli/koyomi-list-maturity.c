#include "koyomi-lists.h"

#include "koyomi-day.h"
#include "koyomi-json.h"
#include "koyomi-maturity-table.h"
#include "koyomi-shell.h"

#include <math.h>

/* A catalogue's maturity today, and a year before for comparison. */
typedef struct
{
  KoyomiMaturityTable *now;
  KoyomiMaturityTable *then;
  KoyomiLanguage       language;
} List;

static void
clear_list (List *self)
{
  g_clear_pointer (&self->now, koyomi_maturity_table_free);
  g_clear_pointer (&self->then, koyomi_maturity_table_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (List, clear_list)

/* @id: (out): the catalogue with the code, or 0 in a plan that has none */
static gboolean
find_catalogue (KoyomiSession   *session,
                const char      *code,
                gint64          *id,
                GError         **error)
{
  g_autoptr(GPtrArray) catalogues = koyomi_session_list (session, KOYOMI_TABLE_CATALOGUE, 0, 0, KOYOMI_LANGUAGE_EN, error);

  for (guint i = 0; catalogues != NULL && i < catalogues->len; i++)
    if (g_str_equal (koyomi_record_get_text (g_ptr_array_index (catalogues, i), KOYOMI_CATALOGUE_CODE), code))
      *id = koyomi_record_get_id (g_ptr_array_index (catalogues, i));

  return catalogues != NULL;
}

static const KoyomiMaturityRow *
get_row (const KoyomiMaturityTable *table,
         guint                      index)
{
  return g_ptr_array_index (table->rows, index);
}

/* Says the level only where somebody knows it. */
static char *
format_level (const KoyomiMaturityScore *score)
{
  return score->is_known ? g_strdup_printf ("%d", score->as_is) : g_strdup ("?");
}

static char *
format_levels (const KoyomiMaturityScore *score)
{
  g_autofree char *level = format_level (score);

  return score->is_known || score->has_goal ? g_strdup_printf ("%s → %d", level, score->to_be) : g_strdup_printf ("%s → ?", level);
}

static void
print_activity (const KoyomiGapActivity *activity,
                KoyomiLanguage           language)
{
  g_autofree char *day = NULL;

  if (activity == NULL || activity->run_id == 0)
    return;

  day = koyomi_day_format (activity->last_day);
  /* Translators: the state of an activity such as “Planned”, and the day on which it ends */
  koyomi_print (koyomi_tr (language, N_("%s until %s")), koyomi_state_get_label (activity->state, language), day);
}

static void
print_row (List  *self,
           guint  index,
           guint  name_width)
{
  const KoyomiMaturityRow *row = get_row (self->now, index);
  g_autofree char *before = format_level (&get_row (self->then, index)->score);
  g_autofree char *levels = format_levels (&row->score);
  g_autofree char *gap = row->score.gap > 0 ? g_strdup_printf ("+%d", row->score.gap) : g_strdup ("");

  koyomi_print_column (koyomi_record_get_text (row->function, KOYOMI_FUNCTION_CODE), 5);
  koyomi_print_column (koyomi_record_get_title (row->function), name_width);
  koyomi_print_column (before, 3);
  koyomi_print_column (levels, row->score.gap > 0 || row->activity != NULL ? 5 : 0);
  koyomi_print_column (gap, row->activity != NULL ? 2 : 0);
  print_activity (row->activity, self->language);
  koyomi_print ("\n");
}

static char *
format_mean (double mean)
{
  return isnan (mean) ? g_strdup ("–") : g_strdup_printf ("%.1f", mean);
}

static void
print_mean (const char               *code,
            const char               *name,
            const KoyomiMaturityMean *now,
            const KoyomiMaturityMean *then,
            guint                     name_width)
{
  g_autofree char *as_is = format_mean (koyomi_maturity_mean_is_known (now) ? koyomi_maturity_mean_get_as_is (now) : NAN);
  g_autofree char *to_be = format_mean (koyomi_maturity_mean_is_known (now) ? koyomi_maturity_mean_get_to_be (now) : NAN);
  g_autofree char *before = format_mean (koyomi_maturity_mean_is_known (then) ? koyomi_maturity_mean_get_as_is (then) : NAN);
  g_autofree char *means = g_strdup_printf ("%s → %s", as_is, to_be);

  koyomi_print_column (code, 5);
  koyomi_print_column (name, name_width);
  koyomi_print_column (before, 3);
  koyomi_print_column (means, 0);
  koyomi_print ("\n");
}

static guint
measure_names (List *self)
{
  guint width = 0;

  for (guint i = 0; i < self->now->rows->len; i++)
    width = MAX (width, koyomi_text_get_width (koyomi_record_get_title (get_row (self->now, i)->function)));
  for (guint i = 0; i < self->now->groups->len; i++)
    width = MAX (width, koyomi_text_get_width (koyomi_record_get_title (g_array_index (self->now->groups, KoyomiMaturityGroup, i).group)));

  return width;
}

static void
print_text (List *self)
{
  guint name_width = measure_names (self);

  for (guint i = 0; i < self->now->groups->len; i++)
    {
      const KoyomiMaturityGroup *group = &g_array_index (self->now->groups, KoyomiMaturityGroup, i);

      print_mean (koyomi_record_get_text (group->group, KOYOMI_GROUP_CODE), koyomi_record_get_title (group->group), &group->mean,
                  &g_array_index (self->then->groups, KoyomiMaturityGroup, i).mean, name_width);
      for (guint j = 0; j < group->n_rows; j++)
        print_row (self, group->first_row + j, name_width);
    }

  print_mean ("", koyomi_tr (self->language, N_("All")), &self->now->mean, &self->then->mean, name_width);
  koyomi_print ("%s\n", koyomi_tr (self->language, N_("Columns: a year ago, now → goal, gap, activity made from the gap. "
                                                      "? is not known.")));
  koyomi_print ("%s\n", koyomi_maturity_get_method (self->language));
}

static void
add_mean (JsonBuilder              *builder,
          const KoyomiMaturityMean *now,
          const KoyomiMaturityMean *then)
{
  koyomi_json_add_real (builder, "as_is", koyomi_maturity_mean_get_as_is (now));
  koyomi_json_add_real (builder, "to_be", koyomi_maturity_mean_get_to_be (now));
  koyomi_json_add_real (builder, "as_is_a_year_ago", koyomi_maturity_mean_is_known (then) ? koyomi_maturity_mean_get_as_is (then) : NAN);
  koyomi_json_add_int (builder, "n_functions", now->n_functions);
  koyomi_json_add_int (builder, "n_unknown", now->n_unknown);
  koyomi_json_add_int (builder, "n_left_out", now->n_functions - now->n_as_is);
}

static void
add_assessment (JsonBuilder            *builder,
                const KoyomiAssessment *assessment)
{
  json_builder_begin_object (builder);
  koyomi_json_add_record (builder, assessment->record);
  json_builder_set_member_name (builder, "evidence");
  json_builder_begin_array (builder);
  for (guint i = 0; i < assessment->evidence->len; i++)
    json_builder_add_string_value (builder, koyomi_record_get_title (g_ptr_array_index (assessment->evidence, i)));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_activity (JsonBuilder             *builder,
              const KoyomiGapActivity *activity)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, activity->activity_id);

  json_builder_begin_object (builder);
  koyomi_json_add_text (builder, "id", id);
  koyomi_json_add_text (builder, "title", activity->title);
  koyomi_json_add_text (builder, "state", koyomi_state_get_nick (activity->state));
  json_builder_set_member_name (builder, "open");
  json_builder_add_boolean_value (builder, activity->is_open);
  json_builder_end_object (builder);
}

static void
add_row (List        *self,
         JsonBuilder *builder,
         guint        index)
{
  const KoyomiMaturityRow *row = get_row (self->now, index);
  const KoyomiMaturityScore *before = &get_row (self->then, index)->score;

  json_builder_begin_object (builder);
  koyomi_json_add_text (builder, "code", koyomi_record_get_text (row->function, KOYOMI_FUNCTION_CODE));
  koyomi_json_add_text (builder, "name", koyomi_record_get_title (row->function));
  koyomi_json_add_int (builder, "as_is", row->score.as_is);
  koyomi_json_add_int (builder, "to_be", row->score.to_be);
  koyomi_json_add_int (builder, "gap", row->score.gap);
  json_builder_set_member_name (builder, "known");
  json_builder_add_boolean_value (builder, row->score.is_known);
  koyomi_json_add_real (builder, "as_is_a_year_ago", before->is_known ? before->as_is : NAN);
  json_builder_set_member_name (builder, "assessments");
  json_builder_begin_array (builder);
  for (guint mode = 0; mode < KOYOMI_N_EXECUTIONS; mode++)
    if (row->modes[mode].record != NULL)
      add_assessment (builder, &row->modes[mode]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "activity");
  if (row->activity != NULL)
    add_activity (builder, row->activity);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
}

static void
add_group (List        *self,
           JsonBuilder *builder,
           guint        index)
{
  const KoyomiMaturityGroup *group = &g_array_index (self->now->groups, KoyomiMaturityGroup, index);

  json_builder_begin_object (builder);
  koyomi_json_add_text (builder, "code", koyomi_record_get_text (group->group, KOYOMI_GROUP_CODE));
  koyomi_json_add_text (builder, "name", koyomi_record_get_title (group->group));
  add_mean (builder, &group->mean, &g_array_index (self->then->groups, KoyomiMaturityGroup, index).mean);
  json_builder_set_member_name (builder, "functions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < group->n_rows; i++)
    add_row (self, builder, group->first_row + i);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (List       *self,
            const char *catalogue)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *day = koyomi_day_format (self->now->day);

  json_builder_begin_object (builder);
  koyomi_json_add_text (builder, "catalogue", catalogue);
  koyomi_json_add_text (builder, "day", day);
  koyomi_json_add_text (builder, "method", koyomi_maturity_get_method (self->language));
  add_mean (builder, &self->now->mean, &self->then->mean);
  json_builder_set_member_name (builder, "groups");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->now->groups->len; i++)
    add_group (self, builder, i);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "gaps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->now->gaps->len; i++)
    json_builder_add_string_value (builder, koyomi_record_get_text (
      ((const KoyomiMaturityRow *) g_ptr_array_index (self->now->gaps, i))->function, KOYOMI_FUNCTION_CODE));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  koyomi_json_print (builder);
}

/* Levels, means and gaps of a catalogue's functions: those that people assess, by group. */
gboolean
koyomi_list_maturity (KoyomiSession   *session,
                      const char      *catalogue,
                      KoyomiLanguage   language,
                      gboolean         json,
                      GError         **error)
{
  guint32 today = koyomi_day_today ();
  g_auto(List) list = { .language = language };
  gint64 id = 0;

  if (!find_catalogue (session, catalogue, &id, error) ||
      (list.now = koyomi_session_load_maturity (session, id, today, language, error)) == NULL ||
      (list.then = koyomi_session_load_maturity (session, id, koyomi_day_add_months (today, -12), language, error)) == NULL)
    return FALSE;

  if (json)
    print_json (&list, catalogue);
  else if (list.now->rows->len > 0)
    print_text (&list);

  return TRUE;
}
