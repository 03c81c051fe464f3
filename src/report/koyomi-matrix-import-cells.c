#include "koyomi-matrix-import-private.h"

#include "koyomi-assignment.h"
#include "koyomi-day.h"

#include <string.h>

/* A column of a team. */
typedef struct
{
  guint         column;
  KoyomiRecord *team;
} TeamColumn;

/* What of a cell of the plan holds on the day, and what at other times. */
typedef struct
{
  GPtrArray     *holding;   /* (element-type KoyomiRecord) */
  GPtrArray     *others;    /* (element-type KoyomiRecord) */
  KoyomiLetters  letters;
} Cell;

static void
clear_cell (Cell *self)
{
  g_clear_pointer (&self->holding, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cell, clear_cell)

static gboolean
is_heading (const KoyomiMatrixReading *self,
            guint                      column)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->columns); i++)
    if (self->columns[i] == (int) column)
      return TRUE;

  return FALSE;
}

static KoyomiRecord *
find_team (const KoyomiMatrixReading *self,
           guint                      row,
           guint                      column)
{
  return is_heading (self, column) ? NULL : _koyomi_matrix_names_find_team (self->names, "", koyomi_sheet_get_text (self->sheet, row, column));
}

/* Whether the row is that of the headings: functions, and teams of the plan. */
gboolean
_koyomi_matrix_reading_is_matrix (KoyomiMatrixReading *self,
                                  guint                row)
{
  if (self->columns[KOYOMI_MATRIX_HEADING_FUNCTION] < 0 || self->columns[KOYOMI_MATRIX_HEADING_LETTERS] >= 0)
    return FALSE;

  for (guint column = 0; column < koyomi_sheet_get_n_columns (self->sheet); column++)
    if (find_team (self, row, column) != NULL)
      return TRUE;

  return FALSE;
}

/* The foot of the table, below which nothing is read. */
static gboolean
is_foot (KoyomiMatrixReading *self,
         guint                row)
{
  for (guint column = 0; column < 3; column++)
    {
      int heading = _koyomi_matrix_heading_find (koyomi_sheet_get_text (self->sheet, row, column));

      if (heading == KOYOMI_MATRIX_HEADING_N_R || heading == KOYOMI_MATRIX_HEADING_N_A)
        return TRUE;
    }

  return FALSE;
}

static guint
find_last_row (KoyomiMatrixReading *self)
{
  guint row = self->head_row + 1;

  while (row <= koyomi_sheet_get_n_rows (self->sheet) && !is_foot (self, row))
    row++;

  return row - 1;
}

/* Whether letters stand below a heading that is none of a team. */
static gboolean
has_letters (KoyomiMatrixReading *self,
             guint                column,
             guint                last_row)
{
  for (guint row = self->head_row + 1; row <= last_row; row++)
    {
      KoyomiLetters letters = KOYOMI_LETTERS_NONE;

      if (koyomi_alphabet_parse (self->alphabet, koyomi_sheet_get_text (self->sheet, row, column), &letters, NULL) &&
          letters != KOYOMI_LETTERS_NONE)
        return TRUE;
    }

  return FALSE;
}

/* A column of somebody's own is only told of; one with letters was meant for a team. The counts of R and A are the program's. */
static void
note_heading (KoyomiMatrixReading *self,
              guint                column,
              guint                last_row)
{
  const char *text = koyomi_sheet_get_text (self->sheet, self->head_row, column);

  if (*text == '\0' || is_heading (self, column) || strcmp (text, "R") == 0 || strcmp (text, "A") == 0)
    return;

  _koyomi_matrix_reading_note (self, has_letters (self, column, last_row) ? KOYOMI_NOTE_TEAM_UNKNOWN : KOYOMI_NOTE_HEADING_UNKNOWN,
                               self->head_row, column, NULL);
}

static gboolean
is_taken (GArray       *columns,
          KoyomiRecord *team)
{
  for (guint i = 0; i < columns->len; i++)
    if (koyomi_record_get_id (g_array_index (columns, TeamColumn, i).team) == koyomi_record_get_id (team))
      return TRUE;

  return FALSE;
}

/* Returns: (transfer full) (element-type TeamColumn): with notes about headings that are none of a team */
static GArray *
list_columns (KoyomiMatrixReading *self,
              guint                last_row)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (TeamColumn));

  for (guint column = 0; column < koyomi_sheet_get_n_columns (self->sheet); column++)
    {
      TeamColumn found = { column, find_team (self, self->head_row, column) };

      if (found.team != NULL && is_taken (columns, found.team))
        _koyomi_matrix_reading_note (self, KOYOMI_NOTE_TEAM_TWICE, self->head_row, column, NULL);
      else if (found.team != NULL)
        g_array_append_val (columns, found);
      else
        note_heading (self, column, last_row);
    }

  return columns;
}

/* Returns: the catalogue of which the table names most functions; 0 for none */
static gint64
guess_catalogue (KoyomiMatrixReading *self,
                 guint                last_row)
{
  gint64 best = 0;
  guint n_best = 0;

  for (guint i = 0; i < self->names->catalogues->len; i++)
    {
      gint64 catalogue = koyomi_record_get_id (g_ptr_array_index (self->names->catalogues, i));
      guint n = 0;

      for (guint row = self->head_row + 1; row <= last_row; row++)
        {
          const char *code = _koyomi_matrix_reading_get_text (self, row, KOYOMI_MATRIX_HEADING_CODE);
          const char *name = _koyomi_matrix_reading_get_text (self, row, KOYOMI_MATRIX_HEADING_FUNCTION);
          guint n_found;

          if (*name != '\0' && _koyomi_matrix_names_find_function (self->names, catalogue, code, name, &n_found) != NULL)
            n++;
        }

      if (n > n_best)
        {
          best = catalogue;
          n_best = n;
        }
    }

  return best;
}

static void
read_plan_cell (KoyomiMatrixReading *self,
                KoyomiRecord        *function,
                KoyomiRecord        *team,
                Cell                *cell)
{
  cell->holding = g_ptr_array_new ();
  cell->others = g_ptr_array_new ();
  for (guint i = 0; i < self->assignments->len; i++)
    {
      KoyomiRecord *assignment = g_ptr_array_index (self->assignments, i);

      if (koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION) != koyomi_record_get_id (function) ||
          koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_TEAM) != koyomi_record_get_id (team))
        continue;

      if (!koyomi_assignment_holds_on (assignment, self->day))
        {
          g_ptr_array_add (cell->others, assignment);
          continue;
        }

      g_ptr_array_add (cell->holding, assignment);
      cell->letters |= koyomi_alphabet_read (self->alphabet, koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS));
    }
}

/* Begins on the day if that was asked for. Ends before what is planned for later in this cell, and does not reach back into what was there before. */
static void
add_assignment (KoyomiMatrixReading *self,
                guint                row,
                KoyomiRecord        *function,
                KoyomiRecord        *team,
                KoyomiLetters        letters,
                const Cell          *cell)
{
  g_autoptr(KoyomiRecord) assignment = koyomi_record_new (KOYOMI_TABLE_ASSIGNMENT);
  guint32 first_day = self->begins ? self->day : KOYOMI_DAY_NONE;
  guint32 last_day = KOYOMI_DAY_NONE;

  for (guint i = 0; i < cell->others->len; i++)
    {
      guint32 from = koyomi_record_get_day (g_ptr_array_index (cell->others, i), KOYOMI_ASSIGNMENT_FROM_DAY);
      guint32 to = koyomi_record_get_day (g_ptr_array_index (cell->others, i), KOYOMI_ASSIGNMENT_TO_DAY);

      if (from > self->day)
        last_day = last_day == KOYOMI_DAY_NONE ? from - 1 : MIN (last_day, from - 1);
      else
        first_day = MAX (first_day, to + 1);
    }

  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION, koyomi_record_get_id (function));
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TEAM, koyomi_record_get_id (team));
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_FROM_DAY, first_day);
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TO_DAY, last_day);
  koyomi_record_take_text (assignment, KOYOMI_ASSIGNMENT_LETTERS, koyomi_alphabet_format (self->alphabet, letters));
  _koyomi_import_insert (self->import, row, assignment);
}

/* Changes begin on the day only in what held before it. */
static gboolean
is_succeeded (const KoyomiMatrixReading *self,
              KoyomiRecord              *assignment)
{
  return self->begins && koyomi_record_get_day (assignment, KOYOMI_ASSIGNMENT_FROM_DAY) < self->day;
}

static void
write_letters (KoyomiMatrixReading *self,
               guint                row,
               KoyomiRecord        *assignment,
               KoyomiLetters        letters)
{
  g_autofree char *text = koyomi_alphabet_format (self->alphabet, letters);

  if (is_succeeded (self, assignment))
    _koyomi_import_succeed (self->import, row, assignment, text, self->day);
  else if (letters == KOYOMI_LETTERS_NONE)
    _koyomi_import_delete (self->import, row, assignment);
  else
    {
      koyomi_record_set_text (assignment, KOYOMI_ASSIGNMENT_LETTERS, text);
      _koyomi_import_update (self->import, row, assignment);
    }
}

/* What goes, goes from every assignment that holds; what comes, comes to the first. */
static void
change_assignments (KoyomiMatrixReading *self,
                    guint                row,
                    KoyomiLetters        wanted,
                    const Cell          *cell)
{
  for (guint i = 0; i < cell->holding->len; i++)
    {
      KoyomiRecord *assignment = g_ptr_array_index (cell->holding, i);
      KoyomiLetters before = koyomi_alphabet_read (self->alphabet, koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS));
      KoyomiLetters after = (before & wanted) | (i == 0 ? wanted & ~cell->letters : KOYOMI_LETTERS_NONE);

      if (after != before)
        write_letters (self, row, assignment, after);
    }
}

static KoyomiImportAction
find_action (const Cell    *cell,
             KoyomiLetters  wanted)
{
  if (cell->holding->len == 0)
    return KOYOMI_IMPORT_ADD;

  return wanted == KOYOMI_LETTERS_NONE ? KOYOMI_IMPORT_REMOVE : KOYOMI_IMPORT_SAME;
}

static void
read_cell (KoyomiMatrixReading *self,
           guint                row,
           KoyomiRecord        *function,
           const TeamColumn    *column)
{
  g_auto(Cell) cell = { 0 };
  g_autofree char *name = _koyomi_matrix_reading_name_cell (self, function, column->team);
  KoyomiLetters wanted = KOYOMI_LETTERS_NONE;
  KoyomiImportItem *item;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  if (!_koyomi_matrix_reading_parse_letters (self, row, column->column, &wanted))
    return;

  read_plan_cell (self, function, column->team, &cell);
  if (wanted == KOYOMI_LETTERS_NONE && cell.letters == KOYOMI_LETTERS_NONE)
    return;

  item = _koyomi_import_add_item (self->import, row, KOYOMI_IMPORT_ASSIGNMENT, find_action (&cell, wanted), name);
  if (wanted == cell.letters)
    return;

  old = koyomi_alphabet_format (self->alphabet, cell.letters);
  new = koyomi_alphabet_format (self->alphabet, wanted);
  _koyomi_import_item_add_change (item, KOYOMI_ASSIGNMENT_LETTERS, old, new);
  if (cell.holding->len == 0)
    add_assignment (self, row, function, column->team, wanted, &cell);
  else
    change_assignments (self, row, wanted, &cell);
}

/* Whether the row has letters below a team. */
static gboolean
has_cells (KoyomiMatrixReading *self,
           guint                row,
           GArray              *columns)
{
  for (guint i = 0; i < columns->len; i++)
    if (*koyomi_sheet_get_text (self->sheet, row, g_array_index (columns, TeamColumn, i).column) != '\0')
      return TRUE;

  return FALSE;
}

static void
read_row (KoyomiMatrixReading *self,
          guint                row,
          GArray              *columns,
          GHashTable          *seen)
{
  const char *name = _koyomi_matrix_reading_get_text (self, row, KOYOMI_MATRIX_HEADING_FUNCTION);
  KoyomiRecord *function;
  gint64 id;

  /* The band of a group, a title, an empty row. */
  if (*name == '\0' && !has_cells (self, row, columns))
    return;

  if (*name == '\0' && *_koyomi_matrix_reading_get_text (self, row, KOYOMI_MATRIX_HEADING_CODE) == '\0')
    {
      _koyomi_matrix_reading_note (self, KOYOMI_NOTE_FUNCTION_MISSING, row, -1, NULL);
      return;
    }

  if ((function = _koyomi_matrix_reading_find_function (self, self->catalogue, row)) == NULL)
    return;

  id = koyomi_record_get_id (function);
  if (!g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
    {
      _koyomi_import_note (self->import, KOYOMI_NOTE_ROW_TWICE, row, self->columns[KOYOMI_MATRIX_HEADING_FUNCTION],
                           koyomi_record_get_title (function), NULL, NULL);
      return;
    }

  for (guint i = 0; i < columns->len; i++)
    read_cell (self, row, function, &g_array_index (columns, TeamColumn, i));
}

/**
 * _koyomi_matrix_reading_read_matrix:
 * @catalogue: (nullable): when it was asked for
 *
 * A table with a row a function and a column a team.
 */
void
_koyomi_matrix_reading_read_matrix (KoyomiMatrixReading *self,
                                    const char          *catalogue)
{
  guint last_row = find_last_row (self);
  g_autoptr(GArray) columns = list_columns (self, last_row);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  _koyomi_import_set_day (self->import, self->day);
  if (catalogue == NULL)
    self->catalogue = guess_catalogue (self, last_row);
  _koyomi_import_set_catalogue (self->import, self->catalogue);

  for (guint row = self->head_row + 1; row <= last_row; row++)
    read_row (self, row, columns, seen);
}
