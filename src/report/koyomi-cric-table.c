#include "koyomi-cric-table-private.h"

#include "koyomi-cric-cell-private.h"
#include "koyomi-cric-reference-private.h"
#include "koyomi-import-key-private.h"

#include <string.h>

static void
clear_duty (gpointer data)
{
  g_free (((KoyomiCricDuty *) data)->title);
}

static void
clear_activity (gpointer data)
{
  KoyomiCricActivity *activity = data;

  g_free (activity->title);
  g_array_unref (activity->months);
  g_array_unref (activity->planned);
}

static KoyomiCricFunction *
new_function (guint       row,
              const char *name)
{
  KoyomiCricFunction *function = g_new0 (KoyomiCricFunction, 1);

  function->row = row;
  function->reference = -1;
  function->name = g_strdup (name);
  function->code = g_strdup ("");
  function->group = g_strdup ("");
  function->tasks = g_strdup ("");
  function->skills = g_strdup ("");
  function->teams = g_ptr_array_new_with_free_func (g_free);
  for (guint kind = 0; kind < G_N_ELEMENTS (function->duties); kind++)
    {
      function->duties[kind] = g_array_new (FALSE, FALSE, sizeof (KoyomiCricDuty));
      g_array_set_clear_func (function->duties[kind], clear_duty);
    }
  function->activities = g_array_new (FALSE, FALSE, sizeof (KoyomiCricActivity));
  g_array_set_clear_func (function->activities, clear_activity);

  return function;
}

static void
free_function (gpointer data)
{
  KoyomiCricFunction *function = data;

  g_free (function->name);
  g_free (function->code);
  g_free (function->group);
  g_free (function->tasks);
  g_free (function->skills);
  g_ptr_array_unref (function->teams);
  for (guint kind = 0; kind < G_N_ELEMENTS (function->duties); kind++)
    g_array_unref (function->duties[kind]);
  g_array_unref (function->activities);
  g_free (function);
}

static void
replace (char       **place,
         const char  *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

/* Returns: what stands in the column of @role; "" where there is no such column */
static const char *
get_text (KoyomiCricTable  *self,
          guint             row,
          KoyomiCricRole    role,
          KoyomiSheetRange *range)
{
  int column = self->layout->columns[role];

  *range = (KoyomiSheetRange) { row, MAX (column, 0), row, MAX (column, 0) };

  return column >= 0 ? _koyomi_cric_get_merged (self->sheet, row, column, range) : "";
}

/* As get_text(). A text that a merged cell gives to several functions is a doubt beside each but the first. */
static const char *
get_shared_text (KoyomiCricTable *self,
                 guint            row,
                 KoyomiCricRole   role,
                 gboolean         is_continued)
{
  KoyomiSheetRange range;
  const char *text = get_text (self, row, role, &range);

  if (range.first_row == row || *text == '\0')
    return text;

  /* A function over several rows has its texts once. */
  if (is_continued)
    return "";

  _koyomi_import_note (self->import, KOYOMI_NOTE_CELL_MERGED, row, self->layout->columns[role], text, NULL, NULL);

  return text;
}

/* Whether nothing stands in the row, in the columns that are read, but perhaps the label of a group. */
static gboolean
is_row_empty (KoyomiCricTable *self,
              guint            row)
{
  for (guint role = KOYOMI_CRIC_CODE; role < KOYOMI_N_CRIC_ROLES; role++)
    if (self->layout->columns[role] >= 0 && *koyomi_sheet_get_text (self->sheet, row, self->layout->columns[role]) != '\0')
      return FALSE;

  for (guint i = 0; i < self->layout->months->len; i++)
    if (*koyomi_sheet_get_text (self->sheet, row, g_array_index (self->layout->months, KoyomiCricMonth, i).column) != '\0')
      return FALSE;

  return TRUE;
}

static void
append_lines (char       **place,
              const char  *text)
{
  g_autofree char *lines = _koyomi_cric_cell_list_lines (text);
  g_autofree char *before = g_steal_pointer (place);

  *place = *before != '\0' && *lines != '\0' ? g_strconcat (before, "\n", lines, NULL)
                                             : g_strdup (*lines != '\0' ? lines : before);
}

static void
add_duties (KoyomiCricTable    *self,
            KoyomiCricFunction *function,
            guint               row,
            guint               kind,
            const char         *text)
{
  guint column = self->layout->columns[KOYOMI_CRIC_MONTHLY + kind];
  g_autoptr(GPtrArray) titles = NULL;

  if (_koyomi_cric_cell_is_none (text))
    return;

  titles = _koyomi_cric_cell_split (self, function, row, column, text);
  for (guint i = 0; i < titles->len; i++)
    {
      KoyomiCricDuty duty = { g_strdup (g_ptr_array_index (titles, i)), row, column };

      g_array_append_val (function->duties[kind], duty);
    }
}

static KoyomiCricActivity *
find_activity (KoyomiCricFunction *function,
               const char         *title)
{
  g_autofree char *key = _koyomi_import_make_key (title);

  for (guint i = 0; i < function->activities->len; i++)
    {
      KoyomiCricActivity *activity = &g_array_index (function->activities, KoyomiCricActivity, i);
      g_autofree char *other = _koyomi_import_make_key (activity->title);

      if (strcmp (key, other) == 0)
        return activity;
    }

  return NULL;
}

static gboolean
has_month (GArray *months,
           int     month)
{
  for (guint i = 0; i < months->len; i++)
    if (g_array_index (months, int, i) == month)
      return TRUE;

  return FALSE;
}

static void
add_month (GArray *months,
           int     month)
{
  if (!has_month (months, month))
    g_array_append_val (months, month);
}

/* Returns: the month to plan it in; a doubt about the source table's month is noted */
static int
judge_month (KoyomiCricTable    *self,
             KoyomiCricFunction *function,
             const char         *title,
             int                 month,
             guint               row,
             int                 column)
{
  int item = function->reference >= 0 ? _koyomi_cric_find_item (function->reference, title, month) : -1;
  int adjusted = item >= 0 ? _koyomi_cric_get_adjusted (item) : month;
  g_autofree char *ja = NULL;
  g_autofree char *en = NULL;

  if (adjusted == month)
    return month;

  /* Translators: the month that is proposed, 1 to 12, and the reason */
  ja = g_strdup_printf (koyomi_tr (KOYOMI_LANGUAGE_JA, N_("month %d is proposed, because %s")), adjusted,
                        _koyomi_cric_get_reason (item, KOYOMI_LANGUAGE_JA));
  en = g_strdup_printf (koyomi_tr (KOYOMI_LANGUAGE_EN, N_("month %d is proposed, because %s")), adjusted,
                        _koyomi_cric_get_reason (item, KOYOMI_LANGUAGE_EN));
  _koyomi_import_note (self->import, self->adjusted_months ? KOYOMI_NOTE_MONTH_ADJUSTED : KOYOMI_NOTE_MONTH_SHIFTED, row, column,
                       title, ja, en);

  return self->adjusted_months ? adjusted : month;
}

static void
add_to_month (KoyomiCricTable    *self,
              KoyomiCricFunction *function,
              const char         *title,
              guint               row,
              KoyomiCricMonth    *month)
{
  KoyomiCricActivity *activity = find_activity (function, title);
  KoyomiCricActivity fresh = { NULL, row, month->column };

  if (activity == NULL)
    {
      fresh.title = g_strdup (title);
      fresh.months = g_array_new (FALSE, FALSE, sizeof (int));
      fresh.planned = g_array_new (FALSE, FALSE, sizeof (int));
      g_array_append_val (function->activities, fresh);
      activity = &g_array_index (function->activities, KoyomiCricActivity, function->activities->len - 1);
    }

  if (has_month (activity->months, month->month))
    return;

  add_month (activity->months, month->month);
  add_month (activity->planned, judge_month (self, function, title, month->month, row, month->column));
}

static void
read_month (KoyomiCricTable    *self,
            KoyomiCricFunction *function,
            guint               row,
            KoyomiCricMonth    *month)
{
  KoyomiSheetRange range;
  const char *text = _koyomi_cric_get_merged (self->sheet, row, month->column, &range);
  g_autoptr(GPtrArray) titles = NULL;
  gboolean is_clear;

  /* A bar over several months is merged from side to side; what is merged downwards is read where it begins. */
  if (range.first_row != row || _koyomi_cric_cell_is_none (text))
    return;

  if (_koyomi_cric_cell_is_mark (text, &is_clear))
    {
      if (!is_clear)
        _koyomi_import_note (self->import, KOYOMI_NOTE_MARK_UNCLEAR, row, month->column, text, NULL, NULL);
      add_to_month (self, function, function->name, row, month);
      return;
    }

  titles = _koyomi_cric_cell_split (self, function, row, month->column, text);
  for (guint i = 0; i < titles->len; i++)
    add_to_month (self, function, g_ptr_array_index (titles, i), row, month);
}

static void
read_row (KoyomiCricTable    *self,
          KoyomiCricFunction *function,
          guint               row)
{
  gboolean is_continued = function->row != row;
  KoyomiSheetRange range;

  if (!is_continued)
    {
      if (self->layout->columns[KOYOMI_CRIC_CODE] >= 0)
        replace (&function->code, get_text (self, row, KOYOMI_CRIC_CODE, &range));
      function->tasks_column = self->layout->columns[KOYOMI_CRIC_TASKS];
    }

  append_lines (&function->tasks, get_shared_text (self, row, KOYOMI_CRIC_TASKS, is_continued));
  append_lines (&function->skills, get_shared_text (self, row, KOYOMI_CRIC_SKILLS, is_continued));
  _koyomi_cric_cell_add_names (function->teams, get_text (self, row, KOYOMI_CRIC_TEAM, &range));

  for (guint kind = 0; kind < G_N_ELEMENTS (function->duties); kind++)
    add_duties (self, function, row, kind, get_shared_text (self, row, KOYOMI_CRIC_MONTHLY + kind, is_continued));

  for (guint i = 0; i < self->layout->months->len; i++)
    read_month (self, function, row, &g_array_index (self->layout->months, KoyomiCricMonth, i));
}

/* The rows that name a function, before anything else is read: their names tell which table this is. */
static void
list_functions (KoyomiCricTable *self)
{
  guint n_rows = koyomi_sheet_get_n_rows (self->sheet);
  int column = self->layout->columns[KOYOMI_CRIC_FUNCTION];

  for (guint row = self->layout->last_heading_row + 1; row <= n_rows; row++)
    {
      const char *name = koyomi_sheet_get_text (self->sheet, row, column);

      if (*name != '\0' && !_koyomi_cric_layout_is_heading (KOYOMI_CRIC_FUNCTION, name))
        g_ptr_array_add (self->functions, new_function (row, name));
    }
}

/* Where there is no column of numbers, they may stand before the names: "1 方針管理", "A-2. Audit". */
static void
split_numbers (KoyomiCricTable *self)
{
  g_autoptr(GRegex) numbered = g_regex_new ("^([A-Z]?-?[0-9]+(?:[.-][0-9]+)*)[.:)]? +(\\S.*)$", G_REGEX_DOTALL, 0, NULL);

  if (self->layout->columns[KOYOMI_CRIC_CODE] >= 0)
    return;

  for (guint i = 0; i < self->functions->len; i++)
    if (!g_regex_match (numbered, ((KoyomiCricFunction *) g_ptr_array_index (self->functions, i))->name, 0, NULL))
      return;

  for (guint i = 0; i < self->functions->len; i++)
    {
      KoyomiCricFunction *function = g_ptr_array_index (self->functions, i);
      g_autofree char *text = g_steal_pointer (&function->name);
      g_autoptr(GMatchInfo) match = NULL;

      g_regex_match (numbered, text, 0, &match);
      g_free (function->code);
      function->code = g_match_info_fetch (match, 1);
      function->name = g_match_info_fetch (match, 2);
    }
}

static void
align (KoyomiCricTable *self)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree int *references = g_new (int, MAX (self->functions->len, 1));

  for (guint i = 0; i < self->functions->len; i++)
    g_ptr_array_add (names, ((KoyomiCricFunction *) g_ptr_array_index (self->functions, i))->name);

  self->is_cric = _koyomi_cric_align (names, references);
  for (guint i = 0; i < self->functions->len; i++)
    {
      KoyomiCricFunction *function = g_ptr_array_index (self->functions, i);

      function->reference = references[i];
      if (_koyomi_import_is_japanese (function->name))
        self->language = KOYOMI_LANGUAGE_JA;
    }
}

static char *
dup_label (KoyomiCricTable *self,
           guint            row)
{
  KoyomiSheetRange range;

  return g_strdup (get_text (self, row, KOYOMI_CRIC_GROUP, &range));
}

/* A label stands beside the first function of its group, on a row of its own above it, or in a cell merged over all of them. */
static void
carry_groups (KoyomiCricTable *self)
{
  g_autofree char *last = g_strdup ("");
  guint row = self->layout->last_heading_row + 1;

  for (guint i = 0; i < self->functions->len; i++)
    {
      KoyomiCricFunction *function = g_ptr_array_index (self->functions, i);

      for (; row <= function->row; row++)
        {
          g_autofree char *label = dup_label (self, row);

          if (*label != '\0')
            replace (&last, label);
        }

      replace (&function->group, last);
      if (*last == '\0' && !self->is_cric)
        _koyomi_import_note (self->import, KOYOMI_NOTE_GROUP_NONE, function->row, self->layout->columns[KOYOMI_CRIC_FUNCTION],
                             function->name, koyomi_tr (KOYOMI_LANGUAGE_JA, N_("Not grouped")), N_("Not grouped"));
    }
}

static gboolean
are_groups_right (KoyomiCricTable *self)
{
  for (guint i = 0; i < self->functions->len; i++)
    {
      KoyomiCricFunction *function = g_ptr_array_index (self->functions, i);

      if (function->reference >= 0 && !_koyomi_cric_is_group (function->reference, function->group))
        return FALSE;
    }

  return TRUE;
}

static void
note_group (KoyomiCricTable    *self,
            KoyomiCricFunction *function)
{
  int column = self->layout->columns[KOYOMI_CRIC_GROUP];
  const char *ja = _koyomi_cric_get_text (function->reference, "group", KOYOMI_LANGUAGE_JA);
  const char *en = _koyomi_cric_get_text (function->reference, "group", KOYOMI_LANGUAGE_EN);
  g_autofree char *label = dup_label (self, function->row);

  if (*label == '\0')
    _koyomi_import_note (self->import, KOYOMI_NOTE_GROUP_MISSING, function->row, column, function->name, ja, en);
  else if (!_koyomi_cric_is_group (function->reference, label))
    _koyomi_import_note (self->import, KOYOMI_NOTE_GROUP_DIFFERS, function->row, column, label, ja, en);

  if (!_koyomi_cric_is_group_sure (function->reference))
    _koyomi_import_note (self->import, KOYOMI_NOTE_GROUP_UNSURE, function->row, column, function->name,
                         _koyomi_cric_get_text (function->reference, "note", KOYOMI_LANGUAGE_JA),
                         _koyomi_cric_get_text (function->reference, "note", KOYOMI_LANGUAGE_EN));
}

/* In the source table the labels stand on every second row, whatever their groups hold: where they are not those of the
 * functions beside them, the functions tell the group. */
static void
correct_groups (KoyomiCricTable *self)
{
  gboolean right = are_groups_right (self);
  g_autofree char *last = g_strdup ("");

  for (guint i = 0; i < self->functions->len; i++)
    {
      KoyomiCricFunction *function = g_ptr_array_index (self->functions, i);

      if (function->reference >= 0)
        {
          if (!right)
            note_group (self, function);
          replace (&function->group, _koyomi_cric_get_text (function->reference, "group", self->language));
          replace (&last, function->group);
        }
      else
        {
          replace (&function->group, last);
          _koyomi_import_note (self->import, KOYOMI_NOTE_FUNCTION_UNKNOWN, function->row,
                               self->layout->columns[KOYOMI_CRIC_FUNCTION], function->name, last, NULL);
        }
    }
}

/* Functions 11, 26 and 27: merged cells of the source put tasks of others beside them. */
static gboolean
has_others_tasks (KoyomiCricFunction *function)
{
  static const int displaced[] = { 11, 26, 27 };

  for (guint i = 0; i < G_N_ELEMENTS (displaced); i++)
    if (function->reference == displaced[i] - 1)
      return _koyomi_cric_is_source_tasks (function->reference, function->tasks);

  return FALSE;
}

static void
note_tasks (KoyomiCricTable *self)
{
  for (guint i = 0; i < self->functions->len; i++)
    {
      KoyomiCricFunction *function = g_ptr_array_index (self->functions, i);

      if (has_others_tasks (function))
        _koyomi_import_note (self->import, KOYOMI_NOTE_TASKS_DISPLACED, function->row, function->tasks_column, function->name,
                             _koyomi_cric_get_text (function->reference, "note", KOYOMI_LANGUAGE_JA),
                             _koyomi_cric_get_text (function->reference, "note", KOYOMI_LANGUAGE_EN));
    }
}

static void
note_twins (KoyomiCricTable *self)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->functions->len; i++)
    {
      KoyomiCricFunction *function = g_ptr_array_index (self->functions, i);
      g_autofree char *key = _koyomi_import_make_key (function->name);

      if (g_hash_table_contains (seen, key))
        _koyomi_import_note (self->import, KOYOMI_NOTE_FUNCTION_TWICE, function->row,
                             self->layout->columns[KOYOMI_CRIC_FUNCTION], function->name, NULL, NULL);
      else
        g_hash_table_add (seen, g_steal_pointer (&key));
    }
}

/* A row without a function goes on with the one above. */
static void
read_rows (KoyomiCricTable *self)
{
  guint n_rows = koyomi_sheet_get_n_rows (self->sheet);
  int column = self->layout->columns[KOYOMI_CRIC_FUNCTION];
  KoyomiCricFunction *function = NULL;
  guint next = 0;

  for (guint row = self->layout->last_heading_row + 1; row <= n_rows; row++)
    {
      KoyomiSheetRange range;

      if (is_row_empty (self, row))
        {
          const char *label = get_text (self, row, KOYOMI_CRIC_GROUP, &range);

          if (*label != '\0' && range.first_row == row)
            _koyomi_import_add_item (self->import, row, KOYOMI_IMPORT_NOTHING, KOYOMI_IMPORT_SKIP, label);
          continue;
        }

      if (next < self->functions->len && ((KoyomiCricFunction *) g_ptr_array_index (self->functions, next))->row == row)
        function = g_ptr_array_index (self->functions, next++);
      else if (function == NULL || *koyomi_sheet_get_text (self->sheet, row, column) != '\0')
        {
          _koyomi_import_add_item (self->import, row, KOYOMI_IMPORT_NOTHING, KOYOMI_IMPORT_SKIP,
                                   koyomi_sheet_get_text (self->sheet, row, column));
          continue;
        }
      else
        {
          _koyomi_cric_get_merged (self->sheet, row, column, &range);
          if (range.first_row == row)
            _koyomi_import_note (self->import, KOYOMI_NOTE_FUNCTION_BLANK, row, column, function->name, NULL, NULL);
        }

      read_row (self, function, row);
    }
}

static void
list_headings (KoyomiCricTable *self)
{
  for (guint row = 1; row <= self->layout->last_heading_row; row++)
    for (guint column = 0; column < koyomi_sheet_get_n_columns (self->sheet); column++)
      {
        const char *text = koyomi_sheet_get_text (self->sheet, row, column);

        if (*text == '\0')
          continue;

        _koyomi_import_add_item (self->import, row, KOYOMI_IMPORT_NOTHING, KOYOMI_IMPORT_SKIP, text);
        break;
      }
}

static void
note_empty_months (KoyomiCricTable *self)
{
  if (self->layout->months->len == 0)
    return;

  for (guint i = 0; i < self->functions->len; i++)
    if (((KoyomiCricFunction *) g_ptr_array_index (self->functions, i))->activities->len > 0)
      return;

  _koyomi_import_note (self->import, KOYOMI_NOTE_MONTHS_EMPTY, self->layout->last_heading_row,
                       g_array_index (self->layout->months, KoyomiCricMonth, 0).column, NULL, NULL, NULL);
}

/* Reads the sheet into functions. Doubts and the rows that say nothing go into the import. */
void
_koyomi_cric_table_read (KoyomiCricTable *self)
{
  self->functions = g_ptr_array_new_with_free_func (free_function);
  self->language = KOYOMI_LANGUAGE_EN;

  list_headings (self);
  list_functions (self);
  split_numbers (self);
  align (self);
  carry_groups (self);
  if (self->is_cric)
    correct_groups (self);

  note_twins (self);
  read_rows (self);
  note_tasks (self);
  note_empty_months (self);
}

void
_koyomi_cric_table_clear (KoyomiCricTable *self)
{
  g_clear_pointer (&self->functions, g_ptr_array_unref);
}
