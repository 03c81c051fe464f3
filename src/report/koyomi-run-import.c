#include "koyomi-run-csv.h"

#include "koyomi-day.h"
#include "koyomi-import-key-private.h"
#include "koyomi-occurrence.h"
#include "koyomi-recurrence.h"
#include "koyomi-report-error.h"
#include "koyomi-run-import-private.h"

#include <string.h>

/* Headings stand near the top. */
#define MAX_HEADING_ROW 20

typedef struct
{
  KoyomiRecord *record;
  char         *rule;      /* in words */
} Activity;

typedef struct
{
  KoyomiSession  *session;
  KoyomiImport   *import;
  KoyomiLanguage  language;
  gboolean        has_headings;
  int             columns[KOYOMI_N_RUN_COLUMNS];   /* -1 for those that the table lacks */
  GHashTable     *seen;         /* keys of runs */
  GHashTable     *activities;   /* id -> Activity */
  GHashTable     *calendars;    /* fiscal year -> KoyomiCalendar */
  GHashTable     *new_activities;   /* "function title" -> KoyomiImportStep */
  GHashTable     *new_records;      /* the same -> KoyomiRecord */
  GPtrArray      *functions;
  GPtrArray      *teams;
  GCancellable   *cancellable;
} Reading;

/* What is shown of a run and is not its own. */
static const KoyomiRunColumn shown_columns[] = {
  KOYOMI_RUN_COLUMN_GROUP, KOYOMI_RUN_COLUMN_FUNCTION_CODE, KOYOMI_RUN_COLUMN_FUNCTION, KOYOMI_RUN_COLUMN_TEAM,
  KOYOMI_RUN_COLUMN_KIND, KOYOMI_RUN_COLUMN_RULE, KOYOMI_RUN_COLUMN_ORIGINAL_FIRST, KOYOMI_RUN_COLUMN_ORIGINAL_LAST,
  KOYOMI_RUN_COLUMN_STATE,
};

static const int read_fields[] = {
  KOYOMI_OCCURRENCE_TITLE, KOYOMI_OCCURRENCE_FIRST_DAY, KOYOMI_OCCURRENCE_LAST_DAY, KOYOMI_OCCURRENCE_ACTUAL_FIRST,
  KOYOMI_OCCURRENCE_ACTUAL_LAST, KOYOMI_OCCURRENCE_STATUS, KOYOMI_OCCURRENCE_PROGRESS, KOYOMI_OCCURRENCE_OWNER,
  KOYOMI_OCCURRENCE_RESULT, KOYOMI_OCCURRENCE_REASON, KOYOMI_OCCURRENCE_NOTE,
};

static void
free_activity (gpointer data)
{
  Activity *activity = data;

  g_object_unref (activity->record);
  g_free (activity->rule);
  g_free (activity);
}

static int
find_column (const char     *text,
             KoyomiLanguage  language)
{
  g_autofree char *key = _koyomi_import_make_key (text);

  for (guint column = 0; column < KOYOMI_N_RUN_COLUMNS; column++)
    {
      g_autofree char *label = _koyomi_import_make_key (koyomi_run_column_get_label (column, language));

      if (strcmp (label, key) == 0)
        return column;
    }

  return -1;
}

/* Whether the row is the one with the headings, in one of the two languages. */
static gboolean
read_headings (Reading              *self,
               const KoyomiSheetRow *row,
               KoyomiLanguage        language)
{
  guint n_found = 0;

  for (guint column = 0; column < KOYOMI_N_RUN_COLUMNS; column++)
    self->columns[column] = -1;

  for (guint i = 0; i < row->n_cells; i++)
    {
      int column = find_column (row->cells[i].text, language);

      if (column < 0 || self->columns[column] >= 0)
        continue;

      self->columns[column] = row->cells[i].column;
      n_found++;
    }

  self->language = language;

  return (self->columns[KOYOMI_RUN_COLUMN_KEY] >= 0 && n_found > 1) ||
         (self->columns[KOYOMI_RUN_COLUMN_FUNCTION] >= 0 && self->columns[KOYOMI_RUN_COLUMN_TITLE] >= 0 &&
          self->columns[KOYOMI_RUN_COLUMN_FIRST_DAY] >= 0);
}

static void
note_headings (Reading              *self,
               const KoyomiSheetRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (*row->cells[i].text != '\0' && find_column (row->cells[i].text, self->language) < 0)
      _koyomi_import_note (self->import, KOYOMI_NOTE_HEADING_UNKNOWN, row->row, row->cells[i].column, row->cells[i].text, NULL, NULL);

  _koyomi_import_add_item (self->import, row->row, KOYOMI_IMPORT_NOTHING, KOYOMI_IMPORT_SKIP, row->cells[0].text);
}

/* @empty: stands for the cells that the row does not have */
static void
fill_line (Reading              *self,
           const KoyomiSheetRow *row,
           KoyomiSheetCell      *empty,
           KoyomiRunLine        *line)
{
  line->row = row->row;
  for (guint column = 0; column < KOYOMI_N_RUN_COLUMNS; column++)
    {
      empty[column] = (KoyomiSheetCell) { .column = MAX (self->columns[column], 0), .text = "" };
      line->cells[column] = self->columns[column] >= 0 ? &empty[column] : NULL;
      for (guint i = 0; self->columns[column] >= 0 && i < row->n_cells; i++)
        if ((int) row->cells[i].column == self->columns[column])
          line->cells[column] = &row->cells[i];
    }
}

static gboolean
is_empty (const KoyomiRunLine *line)
{
  for (guint column = 0; column < KOYOMI_N_RUN_COLUMNS; column++)
    if (_koyomi_run_line_has (line, column))
      return FALSE;

  return TRUE;
}

static KoyomiCalendar *
get_calendar (Reading  *self,
              guint32   day,
              GError  **error)
{
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (self->session, day);
  KoyomiCalendar *calendar = g_hash_table_lookup (self->calendars, GINT_TO_POINTER (year.year));

  if (calendar == NULL && (calendar = koyomi_session_load_calendar (self->session, year, self->language, FALSE, error)) != NULL)
    g_hash_table_insert (self->calendars, GINT_TO_POINTER (year.year), calendar);

  return calendar;
}

static KoyomiCalendarRow *
find_row (KoyomiCalendar *calendar,
          gint64          function)
{
  for (guint i = 0; i < calendar->rows->len; i++)
    {
      KoyomiCalendarRow *row = g_ptr_array_index (calendar->rows, i);

      if (koyomi_record_get_id (row->function) == function)
        return row;
    }

  return NULL;
}

static Activity *
get_activity (Reading  *self,
              gint64    id,
              GError  **error)
{
  Activity *activity = g_hash_table_lookup (self->activities, &id);
  KoyomiRecord *record;
  const char *rule;
  KoyomiRecurrence recurrence;

  if (activity != NULL)
    return activity;

  if ((record = koyomi_session_get (self->session, KOYOMI_TABLE_ACTIVITY, id, self->language, error)) == NULL)
    return NULL;

  rule = koyomi_record_get_text (record, KOYOMI_ACTIVITY_RULE);
  activity = g_new0 (Activity, 1);
  activity->record = record;
  activity->rule = *rule == '\0' || !koyomi_recurrence_parse (&recurrence, rule, NULL)
                     ? g_strdup (rule)
                     : koyomi_recurrence_describe (&recurrence, koyomi_record_get_day (record, KOYOMI_ACTIVITY_FIRST_DAY),
                                                   self->language);
  g_hash_table_insert (self->activities, g_memdup2 (&id, sizeof id), activity);

  return activity;
}

static const char *
name_team (Reading           *self,
           KoyomiRecord      *run,
           KoyomiRecord      *activity,
           KoyomiCalendarRow *row)
{
  gint64 id = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_TEAM);

  if (id == 0)
    id = koyomi_record_get_int (activity, KOYOMI_ACTIVITY_TEAM);

  for (guint i = 0; i < self->teams->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (self->teams, i)) == id)
      return koyomi_record_get_title (g_ptr_array_index (self->teams, i));

  return row->team;
}

/* The state follows from the status, the days and today: a table of another day may name another one. */
static gboolean
is_state_of (const KoyomiRunLine *line,
             KoyomiRecord        *run)
{
  KoyomiStatus status = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS);

  for (guint state = 0; state < KOYOMI_N_STATES; state++)
    for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
      if (_koyomi_run_line_says (line, KOYOMI_RUN_COLUMN_STATE, koyomi_state_get_label (state, language)))
        switch (state)
          {
          case KOYOMI_STATE_PLANNED:
          case KOYOMI_STATE_DUE_SOON:
            return status == KOYOMI_STATUS_PLANNED;
          case KOYOMI_STATE_LATE:
            return status == KOYOMI_STATUS_PLANNED || status == KOYOMI_STATUS_DOING;
          case KOYOMI_STATE_DOING:
            return status == KOYOMI_STATUS_DOING;
          case KOYOMI_STATE_DONE:
          case KOYOMI_STATE_DONE_LATE:
            return status == KOYOMI_STATUS_DONE;
          case KOYOMI_STATE_SKIPPED:
            return status == KOYOMI_STATUS_SKIPPED;
          case KOYOMI_STATE_MISSED:
          default:
            return status == KOYOMI_STATUS_MISSED;
          }

  return FALSE;
}

/* Tells of cells that differ in the columns that only show something. */
static gboolean
note_shown (Reading              *self,
            const KoyomiRunLine  *line,
            KoyomiRecord         *run,
            Activity             *activity,
            GError              **error)
{
  KoyomiCalendar *calendar = get_calendar (self, koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY), error);
  KoyomiRunRow row = { .activity = activity->record, .run = run, .rule = activity->rule };

  if (calendar == NULL)
    return FALSE;

  if ((row.row = find_row (calendar, koyomi_record_get_int (run, KOYOMI_OCCURRENCE_FUNCTION))) == NULL)
    return TRUE;

  row.group = row.row->group;
  row.state = koyomi_occurrence_get_state (run, calendar->today);
  row.team = name_team (self, run, activity->record, row.row);
  for (guint i = 0; i < G_N_ELEMENTS (shown_columns); i++)
    {
      g_autofree char *text = koyomi_run_row_format (&row, shown_columns[i], self->language);

      if (_koyomi_run_line_has (line, shown_columns[i]) && !_koyomi_run_line_says (line, shown_columns[i], text) &&
          (shown_columns[i] != KOYOMI_RUN_COLUMN_STATE || !is_state_of (line, run)))
        _koyomi_run_line_note (line, self->import, KOYOMI_NOTE_NOT_READ, shown_columns[i], NULL, text, NULL);
    }

  return TRUE;
}

static const char *
name_run (KoyomiRecord *run,
          KoyomiRecord *activity)
{
  const char *title = koyomi_record_get_title (run);

  return *title != '\0' ? title : koyomi_record_get_title (activity);
}

static gboolean
compare_run (Reading              *self,
             const KoyomiRunLine  *line,
             KoyomiRecord         *run,
             GError              **error)
{
  Activity *activity = get_activity (self, koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY), error);
  g_autoptr(KoyomiRecord) before = koyomi_record_copy (run);
  KoyomiImportItem *item;

  if (activity == NULL || !note_shown (self, line, run, activity, error))
    return FALSE;

  item = _koyomi_import_add_item (self->import, line->row, KOYOMI_IMPORT_RUN, KOYOMI_IMPORT_SAME, name_run (run, activity->record));
  if (!_koyomi_run_line_change (line, self->import, run, koyomi_record_get_title (activity->record)))
    {
      item->action = item->found = KOYOMI_IMPORT_SKIP;
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (read_fields); i++)
    {
      g_autofree char *old = koyomi_record_format (before, read_fields[i], self->language);
      g_autofree char *new = koyomi_record_format (run, read_fields[i], self->language);

      if (strcmp (old, new) != 0)
        _koyomi_import_item_add_change (item, read_fields[i], old, new);
    }

  if (item->changes->len > 0)
    _koyomi_import_update (self->import, line->row, run);

  return TRUE;
}

/* Returns: the key that the cell holds, 0 for none, -1 with an error noted when it is no key any more */
static gint64
read_key (Reading             *self,
          const KoyomiRunLine *line)
{
  const KoyomiSheetCell *cell = line->cells[KOYOMI_RUN_COLUMN_KEY];
  const char *text;
  char *end;
  gint64 key;

  if (!_koyomi_run_line_has (line, KOYOMI_RUN_COLUMN_KEY))
    return 0;

  /* From 2 to the power of 53 a spreadsheet does not hold every number. */
  text = g_str_has_prefix (cell->text, KOYOMI_RUN_KEY_PREFIX) ? cell->text + strlen (KOYOMI_RUN_KEY_PREFIX) : cell->text;
  key = g_ascii_strtoll (text, &end, 10);
  if (strpbrk (end, "eE.") == end ? *end != '\0' : cell->kind == KOYOMI_SHEET_CELL_NUMBER && cell->number >= 9007199254740992.0)
    {
      _koyomi_run_line_note (line, self->import, KOYOMI_NOTE_KEY_ROUNDED, KOYOMI_RUN_COLUMN_KEY, NULL, NULL, NULL);
      return -1;
    }

  if (end == text || *end != '\0' || key <= 0)
    {
      _koyomi_run_line_note (line, self->import, KOYOMI_NOTE_KEY_UNKNOWN, KOYOMI_RUN_COLUMN_KEY, NULL, NULL, NULL);
      return -1;
    }

  return key;
}

/* The row with the errors that were noted, and nothing to come of it. */
static void
refuse_line (Reading             *self,
             const KoyomiRunLine *line)
{
  g_autofree char *title = _koyomi_run_line_dup_text (line, KOYOMI_RUN_COLUMN_TITLE);

  _koyomi_import_add_item (self->import, line->row, KOYOMI_IMPORT_RUN, KOYOMI_IMPORT_SKIP, title);
}

static gboolean
read_known_run (Reading              *self,
                const KoyomiRunLine  *line,
                gint64                key,
                GError              **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(KoyomiRecord) run = koyomi_session_get (self->session, KOYOMI_TABLE_OCCURRENCE, key, self->language, &local_error);

  if (run == NULL && !g_error_matches (local_error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (run == NULL || g_hash_table_contains (self->seen, &key))
    {
      _koyomi_run_line_note (line, self->import, run == NULL ? KOYOMI_NOTE_KEY_UNKNOWN : KOYOMI_NOTE_KEY_TWICE,
                             KOYOMI_RUN_COLUMN_KEY, NULL, NULL, NULL);
      refuse_line (self, line);
      return TRUE;
    }

  g_hash_table_add (self->seen, g_memdup2 (&key, sizeof key));

  return compare_run (self, line, run, error);
}

static gboolean
is_called (const KoyomiRunLine *line,
           KoyomiRunColumn      column,
           const char          *text)
{
  g_autofree char *key = _koyomi_import_make_key (line->cells[column]->text);
  g_autofree char *other = _koyomi_import_make_key (text);

  return strcmp (key, other) == 0 || _koyomi_run_line_says (line, column, text);
}

static KoyomiRecord *
find_function (Reading             *self,
               const KoyomiRunLine *line)
{
  KoyomiRecord *found = NULL;
  guint n_found = 0;

  for (guint i = 0; i < self->functions->len; i++)
    {
      KoyomiRecord *function = g_ptr_array_index (self->functions, i);

      if ((_koyomi_run_line_has (line, KOYOMI_RUN_COLUMN_FUNCTION_CODE) &&
           !is_called (line, KOYOMI_RUN_COLUMN_FUNCTION_CODE, koyomi_record_get_text (function, KOYOMI_FUNCTION_CODE))) ||
          !_koyomi_run_line_has (line, KOYOMI_RUN_COLUMN_FUNCTION) ||
          !is_called (line, KOYOMI_RUN_COLUMN_FUNCTION, koyomi_record_get_title (function)))
        continue;

      found = function;
      n_found++;
    }

  if (n_found == 1)
    return found;

  _koyomi_run_line_note (line, self->import, n_found == 0 ? KOYOMI_NOTE_FUNCTION_NOT_FOUND : KOYOMI_NOTE_FUNCTION_AMBIGUOUS,
                         KOYOMI_RUN_COLUMN_FUNCTION, NULL, NULL, NULL);

  return NULL;
}

/* Returns: whether the new run can be made; every error in it is noted */
static gboolean
check_new_run (Reading              *self,
               const KoyomiRunLine  *line,
               guint32              *first_day,
               KoyomiActivityKind   *kind)
{
  gboolean fine = TRUE;
  int index;

  if (!_koyomi_run_line_has (line, KOYOMI_RUN_COLUMN_TITLE))
    {
      _koyomi_run_line_note (line, self->import, KOYOMI_NOTE_TITLE_MISSING, KOYOMI_RUN_COLUMN_TITLE, NULL, NULL, NULL);
      fine = FALSE;
    }

  if (!_koyomi_run_line_read_day (line, KOYOMI_RUN_COLUMN_FIRST_DAY, first_day) || *first_day == KOYOMI_DAY_NONE)
    {
      gboolean has_text = _koyomi_run_line_has (line, KOYOMI_RUN_COLUMN_FIRST_DAY);

      _koyomi_run_line_note (line, self->import, has_text ? KOYOMI_NOTE_DAY_IMPOSSIBLE : KOYOMI_NOTE_DAY_MISSING,
                             KOYOMI_RUN_COLUMN_FIRST_DAY, NULL, NULL, NULL);
      fine = FALSE;
    }

  if (_koyomi_run_line_has (line, KOYOMI_RUN_COLUMN_KIND))
    {
      index = _koyomi_run_line_find_word (line, KOYOMI_RUN_COLUMN_KIND, KOYOMI_ACTIVITY_KIND);
      *kind = MAX (index, 0);
      if (index < 0)
        _koyomi_run_line_note_words (line, self->import, KOYOMI_NOTE_KIND_UNKNOWN, KOYOMI_RUN_COLUMN_KIND, KOYOMI_ACTIVITY_KIND);
      fine &= index >= 0;
    }

  return fine;
}

/* Returns: (nullable): the function's activity of that title. FALSE in @done and @error when the plan cannot be read */
static KoyomiRecord *
find_activity (Reading       *self,
               KoyomiRecord  *function,
               const char    *title,
               gboolean      *done,
               GError       **error)
{
  g_autoptr(GPtrArray) activities = koyomi_session_list (self->session, KOYOMI_TABLE_ACTIVITY, KOYOMI_ACTIVITY_FUNCTION,
                                                         koyomi_record_get_id (function), self->language, error);
  g_autofree char *key = _koyomi_import_make_key (title);

  *done = activities != NULL;
  for (guint i = 0; activities != NULL && i < activities->len; i++)
    {
      g_autofree char *other = _koyomi_import_make_key (koyomi_record_get_title (g_ptr_array_index (activities, i)));

      if (strcmp (key, other) == 0)
        return g_object_ref (g_ptr_array_index (activities, i));
    }

  return NULL;
}

/* Returns: (nullable): the activity's run that begins on @day */
static KoyomiRecord *
find_run (Reading       *self,
          KoyomiRecord  *activity,
          guint32        day,
          gboolean      *done,
          GError       **error)
{
  g_autoptr(GPtrArray) runs = koyomi_session_list (self->session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY,
                                                   koyomi_record_get_id (activity), self->language, error);

  *done = runs != NULL;
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    if (koyomi_record_get_day (g_ptr_array_index (runs, i), KOYOMI_OCCURRENCE_FIRST_DAY) == day)
      return g_object_ref (g_ptr_array_index (runs, i));

  return NULL;
}

/* An activity that happens once, made where the plan and the rows above have none of that title. */
static KoyomiRecord *
make_activity (Reading             *self,
               guint                row,
               KoyomiRecord        *function,
               const char          *title,
               KoyomiActivityKind   kind,
               guint32              first_day,
               KoyomiImportStep   **step)
{
  g_autofree char *key = _koyomi_import_make_key (title);
  char *name = g_strdup_printf ("%" G_GINT64_FORMAT " %s", koyomi_record_get_id (function), key);
  KoyomiRecord *activity;

  if ((*step = g_hash_table_lookup (self->new_activities, name)) != NULL)
    {
      activity = g_hash_table_lookup (self->new_records, name);
      g_free (name);
      return activity;
    }

  activity = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FUNCTION, koyomi_record_get_id (function));
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_TITLE, title);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_KIND, kind);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FIRST_DAY, first_day);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_DURATION, 1);
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_SOURCE, "import");
  *step = _koyomi_import_insert (self->import, row, activity);
  g_hash_table_insert (self->new_activities, name, *step);
  g_hash_table_insert (self->new_records, g_strdup (name), activity);
  _koyomi_import_add_item (self->import, row, KOYOMI_IMPORT_ACTIVITY, KOYOMI_IMPORT_ADD, title);

  return activity;
}

static void
add_run (Reading             *self,
         const KoyomiRunLine *line,
         KoyomiRecord        *function,
         KoyomiRecord        *activity,
         KoyomiActivityKind   kind,
         guint32              first_day)
{
  g_autofree char *title = _koyomi_run_line_dup_text (line, KOYOMI_RUN_COLUMN_TITLE);
  g_autoptr(KoyomiRecord) run = koyomi_record_new (KOYOMI_TABLE_OCCURRENCE);
  KoyomiRunLine filled = *line;
  KoyomiImportStep *activity_step = NULL;
  KoyomiImportStep *step;

  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_SLOT_DAY, first_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FIRST_DAY, first_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_LAST_DAY, first_day);

  /* Without a last day it ends on its first. */
  if (!_koyomi_run_line_has (line, KOYOMI_RUN_COLUMN_LAST_DAY))
    filled.cells[KOYOMI_RUN_COLUMN_LAST_DAY] = NULL;

  if (!_koyomi_run_line_change (&filled, self->import, run, title))
    {
      refuse_line (self, line);
      return;
    }

  if (activity == NULL)
    activity = make_activity (self, line->row, function, title, kind, first_day, &activity_step);

  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ACTIVITY, koyomi_record_get_id (activity));
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FUNCTION, koyomi_record_get_id (function));
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_FIRST, koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY));
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_LAST, koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY));
  _koyomi_import_add_item (self->import, line->row, KOYOMI_IMPORT_RUN, KOYOMI_IMPORT_ADD, title);
  step = _koyomi_import_insert (self->import, line->row, run);
  if (activity_step != NULL)
    _koyomi_import_step_refer (step, activity_step);
}

static gboolean
read_new_run (Reading              *self,
              const KoyomiRunLine  *line,
              GError              **error)
{
  KoyomiRecord *function = find_function (self, line);
  KoyomiActivityKind kind = KOYOMI_ACTIVITY_KIND_TASK;
  g_autofree char *title = _koyomi_run_line_dup_text (line, KOYOMI_RUN_COLUMN_TITLE);
  g_autoptr(KoyomiRecord) activity = NULL;
  g_autoptr(KoyomiRecord) run = NULL;
  gboolean done = TRUE;
  guint32 first_day;

  if (!check_new_run (self, line, &first_day, &kind) || function == NULL)
    {
      refuse_line (self, line);
      return TRUE;
    }

  activity = find_activity (self, function, title, &done, error);
  if (done && activity != NULL)
    run = find_run (self, activity, first_day, &done, error);
  if (!done)
    return FALSE;

  if (run != NULL)
    {
      gint64 id = koyomi_record_get_id (run);

      _koyomi_run_line_note (line, self->import, KOYOMI_NOTE_RUN_THERE, KOYOMI_RUN_COLUMN_FIRST_DAY, title, NULL, NULL);
      if (g_hash_table_add (self->seen, g_memdup2 (&id, sizeof id)))
        return compare_run (self, line, run, error);

      refuse_line (self, line);
      return TRUE;
    }

  add_run (self, line, function, activity, kind, first_day);

  return TRUE;
}

static gboolean
load_surroundings (Reading  *self,
                   GError  **error)
{
  return (self->functions = koyomi_session_list (self->session, KOYOMI_TABLE_FUNCTION, 0, 0, self->language, error)) != NULL &&
         (self->teams = koyomi_session_list (self->session, KOYOMI_TABLE_TEAM, 0, 0, self->language, error)) != NULL;
}

static gboolean
read_row (const KoyomiSheetRow  *row,
          gpointer               data,
          GError               **error)
{
  Reading *self = data;
  KoyomiSheetCell empty[KOYOMI_N_RUN_COLUMNS];
  KoyomiRunLine line;
  gint64 key;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  if (!self->has_headings)
    {
      if (row->row > MAX_HEADING_ROW ||
          (!read_headings (self, row, KOYOMI_LANGUAGE_JA) && !read_headings (self, row, KOYOMI_LANGUAGE_EN)))
        return TRUE;

      self->has_headings = TRUE;
      note_headings (self, row);
      return load_surroundings (self, error);
    }

  fill_line (self, row, empty, &line);
  if (is_empty (&line))
    return TRUE;

  key = read_key (self, &line);
  if (key < 0)
    refuse_line (self, &line);

  return key < 0 || (key > 0 ? read_known_run (self, &line, key, error) : read_new_run (self, &line, error));
}

static void
clear_reading (Reading *self)
{
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->activities);
  g_hash_table_unref (self->calendars);
  g_hash_table_unref (self->new_activities);
  g_hash_table_unref (self->new_records);
  g_clear_pointer (&self->functions, g_ptr_array_unref);
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  g_clear_object (&self->import);
}

/* Returns: (nullable) (transfer full): NULL with @error, or without one when the sheet has no headings of runs */
static KoyomiImport *
read_sheet (KoyomiSession       *session,
            KoyomiTableFile     *file,
            guint                sheet,
            KoyomiProgressFunc   progress,
            gpointer             progress_data,
            GCancellable        *cancellable,
            GError             **error)
{
  Reading reading = { .session = session, .cancellable = cancellable };
  KoyomiImport *import = NULL;

  reading.import = _koyomi_import_new (session, koyomi_table_file_get_sheet_name (file, sheet),
                                       koyomi_table_file_is_workbook (file), error);
  reading.seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  reading.activities = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_activity);
  reading.calendars = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  reading.new_activities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.new_records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  if (reading.import != NULL &&
      koyomi_table_file_read (file, sheet, read_row, &reading, NULL, progress, progress_data, cancellable, error) &&
      reading.has_headings)
    import = g_object_ref (reading.import);

  clear_reading (&reading);

  return import;
}

/**
 * koyomi_import_prepare_runs:
 * @path: what koyomi_run_csv_write() wrote, as it is or edited, or saved as a workbook; its columns in any order, some may lack
 * @options: (nullable)
 *
 * A dry run: nothing is written.
 *
 * Returns: (transfer full): what the table would change in the plan, or NULL with %KOYOMI_REPORT_ERROR when it is none
 */
KoyomiImport *
koyomi_import_prepare_runs (KoyomiSession                 *session,
                            const char                    *path,
                            const KoyomiRunImportOptions  *options,
                            KoyomiProgressFunc             progress,
                            gpointer                       progress_data,
                            GCancellable                  *cancellable,
                            GError                       **error)
{
  static const KoyomiRunImportOptions usual;

  g_autoptr(KoyomiTableFile) file = NULL;
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  options = options != NULL ? options : &usual;
  if ((file = koyomi_table_file_open (path, options->text_options, NULL, cancellable, error)) == NULL)
    return NULL;

  for (guint i = 0; i < koyomi_table_file_get_n_sheets (file); i++)
    {
      KoyomiImport *import;

      if (options->sheet != NULL ? strcmp (options->sheet, koyomi_table_file_get_sheet_name (file, i)) != 0
                                 : koyomi_table_file_get_sheet_state (file, i) != KOYOMI_XLSX_SHEET_VISIBLE)
        continue;

      import = read_sheet (session, file, i, progress, progress_data, cancellable, &local_error);
      if (import != NULL)
        {
          _koyomi_import_sort (import);
          return import;
        }

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }

  g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_INPUT,
               "the first %d rows have no headings of a table of runs: キー (Key) beside others, or 機能, 活動 and the first day "
               "(Function, Activity, First day)", MAX_HEADING_ROW);

  return NULL;
}
