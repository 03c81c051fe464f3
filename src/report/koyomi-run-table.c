#include "koyomi-run-table.h"

#include "koyomi-recurrence.h"

typedef struct
{
  KoyomiSession     *session;
  KoyomiCalendar    *calendar;
  KoyomiCalendarRow *row;
  GHashTable        *activities;   /* id -> Activity, of this row's function */
  GHashTable        *teams;        /* id -> record */
  GHashTable        *groups;       /* id -> record */
  GHashTable        *chosen;       /* ids of this row's runs; NULL for all of its function */
  KoyomiRunRowFunc   func;
  gpointer           data;
  GCancellable      *cancellable;
} Walk;

typedef struct
{
  KoyomiRecord *record;
  char         *rule;
} Activity;

static const struct
{
  const char *label;
  int         field;   /* of the run, when the column shows just that */
} columns[KOYOMI_N_RUN_COLUMNS] = {
  [KOYOMI_RUN_COLUMN_GROUP] = { N_("Function group") },
  [KOYOMI_RUN_COLUMN_FUNCTION_CODE] = { N_("No.") },
  [KOYOMI_RUN_COLUMN_FUNCTION] = { N_("Function") },
  [KOYOMI_RUN_COLUMN_TEAM] = { N_("Team") },
  [KOYOMI_RUN_COLUMN_TITLE] = { N_("Activity") },
  [KOYOMI_RUN_COLUMN_KIND] = { N_("Kind") },
  [KOYOMI_RUN_COLUMN_RULE] = { N_("Recurrence") },
  [KOYOMI_RUN_COLUMN_FIRST_DAY] = { N_("First day"), KOYOMI_OCCURRENCE_FIRST_DAY },
  [KOYOMI_RUN_COLUMN_LAST_DAY] = { N_("Last day"), KOYOMI_OCCURRENCE_LAST_DAY },
  [KOYOMI_RUN_COLUMN_ORIGINAL_FIRST] = { N_("First day as first planned"), KOYOMI_OCCURRENCE_ORIGINAL_FIRST },
  [KOYOMI_RUN_COLUMN_ORIGINAL_LAST] = { N_("Last day as first planned"), KOYOMI_OCCURRENCE_ORIGINAL_LAST },
  [KOYOMI_RUN_COLUMN_ACTUAL_FIRST] = { N_("Begun on"), KOYOMI_OCCURRENCE_ACTUAL_FIRST },
  [KOYOMI_RUN_COLUMN_ACTUAL_LAST] = { N_("Done on"), KOYOMI_OCCURRENCE_ACTUAL_LAST },
  [KOYOMI_RUN_COLUMN_STATUS] = { N_("Status"), KOYOMI_OCCURRENCE_STATUS },
  [KOYOMI_RUN_COLUMN_STATE] = { N_("State today") },
  [KOYOMI_RUN_COLUMN_PROGRESS] = { N_("Progress"), KOYOMI_OCCURRENCE_PROGRESS },
  [KOYOMI_RUN_COLUMN_OWNER] = { N_("Owner"), KOYOMI_OCCURRENCE_OWNER },
  [KOYOMI_RUN_COLUMN_RESULT] = { N_("Result"), KOYOMI_OCCURRENCE_RESULT },
  [KOYOMI_RUN_COLUMN_REASON] = { N_("Reason"), KOYOMI_OCCURRENCE_REASON },
  [KOYOMI_RUN_COLUMN_NOTE] = { N_("Note"), KOYOMI_OCCURRENCE_NOTE },
  [KOYOMI_RUN_COLUMN_KEY] = { N_("Key"), KOYOMI_OCCURRENCE_ID },
};

static void
free_activity (gpointer data)
{
  Activity *activity = data;

  g_object_unref (activity->record);
  g_free (activity->rule);
  g_free (activity);
}

const char *
koyomi_run_column_get_label (KoyomiRunColumn self,
                             KoyomiLanguage  language)
{
  g_return_val_if_fail (self < KOYOMI_N_RUN_COLUMNS, "");

  return koyomi_tr (language, columns[self].label);
}

/* Returns: the run's field that the column shows, or 0 when it shows something else */
int
koyomi_run_column_get_field (KoyomiRunColumn self)
{
  g_return_val_if_fail (self < KOYOMI_N_RUN_COLUMNS, 0);

  return columns[self].field;
}

static const char *
get_title (const KoyomiRunRow *self)
{
  const char *title = koyomi_record_get_title (self->run);

  return *title != '\0' ? title : koyomi_record_get_title (self->activity);
}

/* Returns: (transfer full): the cell as text: days as 2026-11-22, choices by their label */
char *
koyomi_run_row_format (const KoyomiRunRow *self,
                       KoyomiRunColumn     column,
                       KoyomiLanguage      language)
{
  g_return_val_if_fail (column < KOYOMI_N_RUN_COLUMNS, NULL);

  switch (column)
    {
    case KOYOMI_RUN_COLUMN_GROUP:
      return g_strdup (koyomi_record_get_title (self->group));
    case KOYOMI_RUN_COLUMN_FUNCTION_CODE:
      return g_strdup (koyomi_record_get_text (self->row->function, KOYOMI_FUNCTION_CODE));
    case KOYOMI_RUN_COLUMN_FUNCTION:
      return g_strdup (koyomi_record_get_title (self->row->function));
    case KOYOMI_RUN_COLUMN_TEAM:
      return g_strdup (self->team);
    case KOYOMI_RUN_COLUMN_TITLE:
      return g_strdup (get_title (self));
    case KOYOMI_RUN_COLUMN_KIND:
      return koyomi_record_format (self->activity, KOYOMI_ACTIVITY_KIND, language);
    case KOYOMI_RUN_COLUMN_RULE:
      return g_strdup (self->rule);
    case KOYOMI_RUN_COLUMN_STATE:
      return g_strdup (koyomi_state_get_label (self->state, language));
    case KOYOMI_RUN_COLUMN_FIRST_DAY:
    case KOYOMI_RUN_COLUMN_LAST_DAY:
    case KOYOMI_RUN_COLUMN_ORIGINAL_FIRST:
    case KOYOMI_RUN_COLUMN_ORIGINAL_LAST:
    case KOYOMI_RUN_COLUMN_ACTUAL_FIRST:
    case KOYOMI_RUN_COLUMN_ACTUAL_LAST:
    case KOYOMI_RUN_COLUMN_STATUS:
    case KOYOMI_RUN_COLUMN_PROGRESS:
    case KOYOMI_RUN_COLUMN_OWNER:
    case KOYOMI_RUN_COLUMN_RESULT:
    case KOYOMI_RUN_COLUMN_REASON:
    case KOYOMI_RUN_COLUMN_NOTE:
    case KOYOMI_RUN_COLUMN_KEY:
    case KOYOMI_N_RUN_COLUMNS:
    default:
      return koyomi_record_format (self->run, columns[column].field, language);
    }
}

/* A rule that cannot be read is shown as it stands; the plan's own commands do not let one in. */
static char *
describe_rule (KoyomiRecord   *activity,
               KoyomiLanguage  language)
{
  const char *text = koyomi_record_get_text (activity, KOYOMI_ACTIVITY_RULE);
  KoyomiRecurrence rule;

  if (*text == '\0' || !koyomi_recurrence_parse (&rule, text, NULL))
    return g_strdup (text);

  return koyomi_recurrence_describe (&rule, koyomi_record_get_day (activity, KOYOMI_ACTIVITY_FIRST_DAY), language);
}

static gboolean
load_activities (Walk    *walk,
                 GError **error)
{
  gint64 function = koyomi_record_get_id (walk->row->function);
  g_autoptr(GPtrArray) records = koyomi_session_list (walk->session, KOYOMI_TABLE_ACTIVITY, KOYOMI_ACTIVITY_FUNCTION, function,
                                                      walk->calendar->language, error);

  if (records == NULL)
    return FALSE;

  g_hash_table_remove_all (walk->activities);
  for (guint i = 0; i < records->len; i++)
    {
      Activity *activity = g_new0 (Activity, 1);
      gint64 id = koyomi_record_get_id (g_ptr_array_index (records, i));

      activity->record = g_object_ref (g_ptr_array_index (records, i));
      g_hash_table_insert (walk->activities, g_memdup2 (&id, sizeof id), activity);
    }

  return TRUE;
}

static const char *
name_team (Walk         *walk,
           KoyomiRecord *run,
           KoyomiRecord *activity)
{
  gint64 id = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_TEAM);
  KoyomiRecord *team;

  if (id == 0)
    id = koyomi_record_get_int (activity, KOYOMI_ACTIVITY_TEAM);

  team = g_hash_table_lookup (walk->teams, &id);

  return team != NULL ? koyomi_record_get_title (team) : walk->row->team;
}

/* Under a calendar's groups a function's own may not be found. */
static KoyomiRecord *
get_group (Walk *walk)
{
  gint64 id = koyomi_record_get_int (walk->row->function, KOYOMI_FUNCTION_GROUP);
  KoyomiRecord *group = g_hash_table_lookup (walk->groups, &id);

  return group != NULL ? group : walk->row->group;
}

static gboolean
is_wanted (Walk         *walk,
           KoyomiRecord *run)
{
  gint64 id = koyomi_record_get_id (run);

  return walk->chosen == NULL || g_hash_table_contains (walk->chosen, &id);
}

static gboolean
visit_run (KoyomiRecord  *run,
           gpointer       data,
           GError       **error)
{
  Walk *walk = data;
  gint64 id = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY);
  Activity *activity = g_hash_table_lookup (walk->activities, &id);
  KoyomiRunRow row = { walk->row, get_group (walk), activity->record, run };

  if (g_cancellable_set_error_if_cancelled (walk->cancellable, error))
    return FALSE;

  if (!is_wanted (walk, run))
    return TRUE;

  /* Put into words when the first run needs it: a plan of many years has many activities that this year has nothing of. */
  if (activity->rule == NULL)
    activity->rule = describe_rule (activity->record, walk->calendar->language);

  row.state = koyomi_occurrence_get_state (run, walk->calendar->today);
  row.team = name_team (walk, run, activity->record);
  row.rule = activity->rule;

  return walk->func (&row, walk->data, error);
}

/* By the bars that the row has now: whoever takes the runs may change them. */
static void
choose_runs (Walk *walk)
{
  g_clear_pointer (&walk->chosen, g_hash_table_unref);
  if (!walk->calendar->is_chosen)
    return;

  walk->chosen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < walk->row->bars->len; i++)
    g_hash_table_add (walk->chosen, g_memdup2 (&g_array_index (walk->row->bars, KoyomiBar, i).occurrence_id, sizeof (gint64)));
}

static gboolean
visit_row (Walk    *walk,
           GError **error)
{
  choose_runs (walk);
  if (walk->chosen != NULL && g_hash_table_size (walk->chosen) == 0)
    return TRUE;

  return load_activities (walk, error) &&
         koyomi_session_for_each_run (walk->session, koyomi_record_get_id (walk->row->function),
                                      walk->calendar->first_day, walk->calendar->last_day, walk->calendar->language,
                                      visit_run, walk, error);
}

/**
 * koyomi_run_table_for_each:
 * @calendar: whose rows say which functions are wanted, in which order; it need not have its bars, unless its runs were chosen
 *
 * Hands over every run of the calendar's year, or those chosen, function by function and by day, one at a time: a plan may hold
 * more of them than should stand in memory at once.
 */
gboolean
koyomi_run_table_for_each (KoyomiSession       *session,
                           KoyomiCalendar      *calendar,
                           KoyomiRunRowFunc     func,
                           gpointer             data,
                           KoyomiProgressFunc   progress,
                           gpointer             progress_data,
                           GCancellable        *cancellable,
                           GError             **error)
{
  Walk walk = { .session = session, .calendar = calendar, .func = func, .data = data, .cancellable = cancellable };
  g_autoptr(GHashTable) teams = koyomi_session_index (session, KOYOMI_TABLE_TEAM, calendar->language, error);
  g_autoptr(GHashTable) groups = NULL;
  gboolean done = TRUE;

  if (teams == NULL ||
      (groups = koyomi_session_index (session, KOYOMI_TABLE_GROUP, calendar->language, error)) == NULL)
    return FALSE;

  walk.teams = teams;
  walk.groups = groups;
  walk.activities = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_activity);
  for (guint i = 0; done && i < calendar->rows->len; i++)
    {
      walk.row = g_ptr_array_index (calendar->rows, i);
      done = visit_row (&walk, error);
      if (progress != NULL)
        progress ((double) (i + 1) / calendar->rows->len, progress_data);
    }

  g_hash_table_unref (walk.activities);
  g_clear_pointer (&walk.chosen, g_hash_table_unref);

  return done;
}
