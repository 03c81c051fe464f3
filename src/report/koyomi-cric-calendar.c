#include "koyomi-cric-plan-private.h"

#include "koyomi-cric-reference-private.h"
#include "koyomi-day.h"
#include "koyomi-import-key-private.h"
#include "koyomi-occurrence.h"
#include "koyomi-recurrence.h"

#include <stdlib.h>
#include <string.h>

/* The part of a table of functions that is a year: activities with their months, and who does them. */

static gboolean
is_same_text (const char *a,
              const char *b)
{
  g_autofree char *key_a = _koyomi_import_make_key (a);
  g_autofree char *key_b = _koyomi_import_make_key (b);

  return strcmp (key_a, key_b) == 0;
}

static char *
join_months (GArray *months)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < months->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? "," : "", g_array_index (months, int, i));

  return g_string_free (text, FALSE);
}

/* A bit a month, as recurrences have them. */
static guint
gather_months (GArray *months)
{
  guint bits = 0;

  for (guint i = 0; i < months->len; i++)
    bits |= 1u << g_array_index (months, int, i);

  return bits;
}

static guint
parse_months (const char *text)
{
  g_auto(GStrv) numbers = g_strsplit (text, ",", -1);
  guint bits = 0;

  for (guint i = 0; numbers[i] != NULL; i++)
    {
      int month = atoi (numbers[i]);

      if (month >= 1 && month <= 12)
        bits |= 1u << month;
    }

  return bits;
}

static char *
make_rule (KoyomiCricActivity *activity)
{
  g_autofree char *months = join_months (activity->planned);

  return g_strdup_printf ("months=%s span=month", months);
}

/* Whether the rule is of the kind that an import makes: whole months of every year. @months: (out): which */
static gboolean
is_month_rule (const char *text,
               guint      *months)
{
  KoyomiRecurrence rule, plain;
  g_autofree char *plain_text = NULL;

  if (!koyomi_recurrence_parse (&rule, text, NULL) || rule.months == 0 || rule.day_rule != KOYOMI_DAY_WHOLE_MONTH)
    return FALSE;

  *months = rule.months;
  koyomi_recurrence_init (&plain);
  plain.frequency = KOYOMI_FREQUENCY_YEAR;
  plain.day_rule = KOYOMI_DAY_WHOLE_MONTH;
  plain.months = rule.months;

  return koyomi_recurrence_equal (&plain, &rule);
}

static KoyomiRecord *
find_activity (KoyomiCricPlan *self,
               KoyomiRecord   *function,
               const char     *title)
{
  for (guint i = 0; i < self->activities->len; i++)
    {
      KoyomiRecord *activity = g_ptr_array_index (self->activities, i);

      if (koyomi_record_get_int (activity, KOYOMI_ACTIVITY_FUNCTION) == koyomi_record_get_id (function) &&
          !g_hash_table_contains (self->made, activity) && is_same_text (koyomi_record_get_title (activity), title))
        return activity;
    }

  return NULL;
}

/* An activity that is marked and not named is called after its function. */
static const char *
translate_title (KoyomiCricPlan     *self,
                 KoyomiCricFunction *function,
                 const char         *title)
{
  KoyomiLanguage other = self->table->language == KOYOMI_LANGUAGE_JA ? KOYOMI_LANGUAGE_EN : KOYOMI_LANGUAGE_JA;
  const char *text = _koyomi_cric_translate (title, other);

  if (text == NULL && function->reference >= 0 && strcmp (title, function->name) == 0)
    text = _koyomi_cric_get_text (function->reference, "function", other);

  return text;
}

static void
add_activity (KoyomiCricPlan     *self,
              KoyomiCricFunction *function,
              KoyomiRecord       *function_record,
              KoyomiCricActivity *activity)
{
  g_autoptr(KoyomiRecord) record = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);
  KoyomiImportStep *step = _koyomi_cric_plan_insert (self, activity->row, record, self->activities);
  g_autofree char *rule = make_rule (activity);
  g_autofree char *source_months = join_months (activity->months);
  g_autofree char *source = g_strdup_printf (function->reference >= 0 ? "cric:%u" : "import:%u", activity->row);
  guint32 first_day = koyomi_fiscal_year_get_first_day (self->year);
  KoyomiImportItem *item;

  _koyomi_cric_plan_refer (self, step, function_record);
  koyomi_record_set_int (record, KOYOMI_ACTIVITY_FUNCTION, koyomi_record_get_id (function_record));
  koyomi_record_set_text (record, KOYOMI_ACTIVITY_RULE, rule);
  koyomi_record_set_text (record, KOYOMI_ACTIVITY_SOURCE, source);
  koyomi_record_set_text (record, KOYOMI_ACTIVITY_SOURCE_MONTHS, source_months);
  koyomi_record_set_int (record, KOYOMI_ACTIVITY_FIRST_DAY, first_day);
  koyomi_record_set_int (record, KOYOMI_ACTIVITY_DURATION, 1);
  koyomi_record_set_int (record, KOYOMI_ACTIVITY_POSITION,
                         _koyomi_cric_plan_next_position (self->activities, KOYOMI_ACTIVITY_POSITION, 0, 0));
  _koyomi_cric_plan_set_text (self, step, record, KOYOMI_ACTIVITY_TITLE, activity->title,
                              translate_title (self, function, activity->title));
  _koyomi_import_step_make_runs (step, first_day, koyomi_fiscal_year_get_last_day (self->year));

  item = _koyomi_import_add_item (self->table->import, activity->row, KOYOMI_IMPORT_ACTIVITY, KOYOMI_IMPORT_ADD, activity->title);
  g_free (item->detail);
  item->detail = g_steal_pointer (&source_months);
}

static gboolean
is_in_year (KoyomiCricPlan *self,
            guint32         day)
{
  return day >= koyomi_fiscal_year_get_first_day (self->year) && day <= koyomi_fiscal_year_get_last_day (self->year);
}

/* Whether nobody has done anything with the run since the rule made it. */
static gboolean
is_untouched (KoyomiCricPlan  *self,
              KoyomiRecord    *run,
              gboolean        *untouched,
              GError         **error)
{
  g_autoptr(GPtrArray) proofs = koyomi_session_list (self->session, KOYOMI_TABLE_PROOF, KOYOMI_PROOF_OCCURRENCE,
                                                     koyomi_record_get_id (run), self->own_language, error);

  if (proofs == NULL)
    return FALSE;

  *untouched = proofs->len == 0 &&
               koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS) == KOYOMI_STATUS_PLANNED &&
               !koyomi_occurrence_is_moved (run) &&
               koyomi_record_get_int (run, KOYOMI_OCCURRENCE_PROGRESS) == 0 &&
               koyomi_record_is_none (run, KOYOMI_OCCURRENCE_TEAM) &&
               koyomi_record_is_none (run, KOYOMI_OCCURRENCE_TITLE) &&
               koyomi_record_is_none (run, KOYOMI_OCCURRENCE_OWNER) &&
               koyomi_record_is_none (run, KOYOMI_OCCURRENCE_RESULT) &&
               koyomi_record_is_none (run, KOYOMI_OCCURRENCE_REASON) &&
               koyomi_record_is_none (run, KOYOMI_OCCURRENCE_NOTE);

  return TRUE;
}

/* A run of this year in a month that the activity no longer has goes, unless there is work in it. */
static gboolean
drop_run (KoyomiCricPlan      *self,
          KoyomiCricActivity  *activity,
          KoyomiRecord        *run,
          guint                months,
          GError             **error)
{
  gboolean untouched;
  int month;

  koyomi_day_get (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_SLOT_DAY), NULL, &month, NULL);
  if (months & (1u << month))
    return TRUE;

  if (!is_untouched (self, run, &untouched, error))
    return FALSE;

  if (untouched)
    _koyomi_import_delete (self->table->import, activity->row, run);
  else
    {
      g_autofree char *day = koyomi_day_format (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY));

      _koyomi_import_note (self->table->import, KOYOMI_NOTE_RUN_KEPT, activity->row, activity->column, activity->title, day, NULL);
    }

  return TRUE;
}

static gboolean
change_months (KoyomiCricPlan      *self,
               KoyomiCricActivity  *activity,
               KoyomiRecord        *record,
               KoyomiImportItem    *item,
               GPtrArray           *runs,
               GError             **error)
{
  g_autofree char *rule = make_rule (activity);
  g_autofree char *source_months = join_months (activity->months);
  guint months = gather_months (activity->planned);
  KoyomiImportStep *step;

  _koyomi_import_item_add_change (item, KOYOMI_ACTIVITY_RULE, koyomi_record_get_text (record, KOYOMI_ACTIVITY_RULE), rule);
  koyomi_record_set_text (record, KOYOMI_ACTIVITY_RULE, rule);
  koyomi_record_set_text (record, KOYOMI_ACTIVITY_SOURCE_MONTHS, source_months);
  step = _koyomi_import_update (self->table->import, activity->row, record);
  _koyomi_import_step_make_runs (step, koyomi_fiscal_year_get_first_day (self->year),
                                 koyomi_fiscal_year_get_last_day (self->year));

  for (guint i = 0; i < runs->len; i++)
    {
      KoyomiRecord *run = g_ptr_array_index (runs, i);

      if (is_in_year (self, koyomi_record_get_day (run, KOYOMI_OCCURRENCE_SLOT_DAY)) &&
          !drop_run (self, activity, run, months, error))
        return FALSE;
    }

  return TRUE;
}

/* A year that the plan has no run of yet is filled; a run that somebody took away does not come back. */
static void
fill_year (KoyomiCricPlan     *self,
           KoyomiCricActivity *activity,
           KoyomiRecord       *record,
           KoyomiImportItem   *item,
           GPtrArray          *runs)
{
  g_autoptr(GArray) slots = g_array_new (FALSE, FALSE, sizeof (KoyomiSlot));
  guint32 first_day = koyomi_fiscal_year_get_first_day (self->year);
  guint32 last_day = koyomi_fiscal_year_get_last_day (self->year);
  g_autofree char *year = NULL;
  KoyomiRecurrence rule;

  for (guint i = 0; i < runs->len; i++)
    if (is_in_year (self, koyomi_record_get_day (g_ptr_array_index (runs, i), KOYOMI_OCCURRENCE_SLOT_DAY)))
      return;

  if (!koyomi_recurrence_parse (&rule, koyomi_record_get_text (record, KOYOMI_ACTIVITY_RULE), NULL))
    return;

  koyomi_recurrence_expand (&rule, koyomi_record_get_day (record, KOYOMI_ACTIVITY_FIRST_DAY), self->work_calendar,
                            first_day, last_day, slots);
  if (slots->len == 0)
    return;

  year = koyomi_fiscal_year_format (self->year, self->table->language);
  _koyomi_import_item_add_change (item, KOYOMI_ACTIVITY_RULE, "", year);
  _koyomi_import_step_make_runs (_koyomi_import_update (self->table->import, activity->row, record), first_day, last_day);
}

static guint
gather_run_months (KoyomiCricPlan *self,
                   GPtrArray      *runs)
{
  guint bits = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      guint32 day = koyomi_record_get_day (g_ptr_array_index (runs, i), KOYOMI_OCCURRENCE_FIRST_DAY);
      int month;

      if (!is_in_year (self, day))
        continue;

      koyomi_day_get (day, NULL, &month, NULL);
      bits |= 1u << month;
    }

  return bits;
}

/* The months that the file gave when it was last read are kept with the activity. Where they are those of now, whatever the plan
 * says otherwise was decided there, and stands. */
static gboolean
is_to_change (KoyomiCricActivity *activity,
              KoyomiRecord       *record,
              guint               rule_months)
{
  guint planned = gather_months (activity->planned);
  guint months = gather_months (activity->months);
  guint before = parse_months (koyomi_record_get_text (record, KOYOMI_ACTIVITY_SOURCE_MONTHS));

  if (rule_months == planned)
    return FALSE;

  return before != months || (rule_months == months && planned != months);
}

static gboolean
compare_activity (KoyomiCricPlan      *self,
                  KoyomiCricActivity  *activity,
                  KoyomiRecord        *record,
                  GError             **error)
{
  g_autoptr(GPtrArray) runs = koyomi_session_list (self->session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY,
                                                   koyomi_record_get_id (record), self->own_language, error);
  KoyomiImportItem *item;
  guint months;

  if (runs == NULL)
    return FALSE;

  item = _koyomi_import_add_item (self->table->import, activity->row, KOYOMI_IMPORT_ACTIVITY, KOYOMI_IMPORT_SAME, activity->title);
  g_free (item->detail);
  item->detail = join_months (activity->months);

  if (!is_month_rule (koyomi_record_get_text (record, KOYOMI_ACTIVITY_RULE), &months))
    {
      if (gather_run_months (self, runs) != gather_months (activity->planned))
        _koyomi_import_note (self->table->import, KOYOMI_NOTE_RULE_KEPT, activity->row, activity->column, activity->title,
                             koyomi_record_get_text (record, KOYOMI_ACTIVITY_RULE), NULL);
      return TRUE;
    }

  if (is_to_change (activity, record, months))
    return change_months (self, activity, record, item, runs, error);

  fill_year (self, activity, record, item, runs);

  return TRUE;
}

gboolean
_koyomi_cric_plan_compare_activities (KoyomiCricPlan      *self,
                                      KoyomiCricFunction  *function,
                                      KoyomiRecord        *record,
                                      GError             **error)
{
  for (guint i = 0; i < function->activities->len; i++)
    {
      KoyomiCricActivity *activity = &g_array_index (function->activities, KoyomiCricActivity, i);
      KoyomiRecord *found = find_activity (self, record, activity->title);

      if (found == NULL)
        add_activity (self, function, record, activity);
      else if (!compare_activity (self, activity, found, error))
        return FALSE;
    }

  return TRUE;
}

static KoyomiRecord *
get_team (KoyomiCricPlan *self,
          guint           row,
          const char     *name)
{
  g_autoptr(KoyomiRecord) team = NULL;

  for (guint i = 0; i < self->teams->len; i++)
    {
      KoyomiRecord *found = g_ptr_array_index (self->teams, i);
      const char *code = koyomi_record_get_text (found, KOYOMI_TEAM_CODE);

      if (is_same_text (koyomi_record_get_title (found), name) || (*code != '\0' && is_same_text (code, name)))
        return found;
    }

  team = koyomi_record_new (KOYOMI_TABLE_TEAM);
  koyomi_record_set_text (team, KOYOMI_TEAM_NAME, name);
  koyomi_record_set_int (team, KOYOMI_TEAM_POSITION,
                         _koyomi_cric_plan_next_position (self->teams, KOYOMI_TEAM_POSITION, 0, 0));
  _koyomi_cric_plan_insert (self, row, team, self->teams);
  _koyomi_import_add_item (self->table->import, row, KOYOMI_IMPORT_TEAM, KOYOMI_IMPORT_ADD, name);
  _koyomi_import_note (self->table->import, KOYOMI_NOTE_TEAM_NEW, row, self->table->layout->columns[KOYOMI_CRIC_TEAM], name, NULL, NULL);

  return team;
}

static KoyomiRecord *
find_assignment (KoyomiCricPlan *self,
                 KoyomiRecord   *function,
                 KoyomiRecord   *team)
{
  for (guint i = 0; i < self->assignments->len; i++)
    {
      KoyomiRecord *found = g_ptr_array_index (self->assignments, i);

      if (koyomi_record_get_int (found, KOYOMI_ASSIGNMENT_FUNCTION) == koyomi_record_get_id (function) &&
          koyomi_record_get_int (found, KOYOMI_ASSIGNMENT_TEAM) == koyomi_record_get_id (team))
        return found;
    }

  return NULL;
}

static void
add_assignment (KoyomiCricPlan *self,
                guint           row,
                KoyomiRecord   *function,
                KoyomiRecord   *team)
{
  g_autoptr(KoyomiRecord) assignment = koyomi_record_new (KOYOMI_TABLE_ASSIGNMENT);
  KoyomiImportStep *step;

  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION, koyomi_record_get_id (function));
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TEAM, koyomi_record_get_id (team));
  koyomi_record_set_text (assignment, KOYOMI_ASSIGNMENT_LETTERS, "R");
  koyomi_record_set_text (assignment, KOYOMI_ASSIGNMENT_BASIS, "import");
  step = _koyomi_cric_plan_insert (self, row, assignment, self->assignments);
  _koyomi_cric_plan_refer (self, step, function);
  _koyomi_cric_plan_refer (self, step, team);
}

/* The team that stands beside a function does it. Where the plan has it accountable, that is what the file may have shown. */
static void
compare_team (KoyomiCricPlan     *self,
              KoyomiCricFunction *function,
              KoyomiRecord       *record,
              const char         *name)
{
  KoyomiRecord *team = get_team (self, function->row, name);
  KoyomiRecord *assignment = find_assignment (self, record, team);
  const char *letters;
  KoyomiImportItem *item;

  item = _koyomi_import_add_item (self->table->import, function->row, KOYOMI_IMPORT_ASSIGNMENT,
                                  assignment != NULL ? KOYOMI_IMPORT_SAME : KOYOMI_IMPORT_ADD, name);
  if (assignment == NULL)
    {
      add_assignment (self, function->row, record, team);
      return;
    }

  letters = koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS);
  if (strpbrk (letters, "RA") == NULL)
    {
      g_autofree char *more = g_strconcat ("R", letters, NULL);

      _koyomi_import_item_add_change (item, KOYOMI_ASSIGNMENT_LETTERS, letters, more);
      koyomi_record_set_text (assignment, KOYOMI_ASSIGNMENT_LETTERS, more);
      _koyomi_import_update (self->table->import, function->row, assignment);
    }
}

void
_koyomi_cric_plan_compare_teams (KoyomiCricPlan     *self,
                                 KoyomiCricFunction *function,
                                 KoyomiRecord       *record)
{
  for (guint i = 0; i < function->teams->len; i++)
    compare_team (self, function, record, g_ptr_array_index (function->teams, i));
}
