#include "koyomi-matrix-import-private.h"

#include "koyomi-day.h"

#include <string.h>

/* A row of the table, as far as it was understood. */
typedef struct
{
  guint          row;
  KoyomiRecord  *function;
  KoyomiRecord  *team;
  KoyomiLetters  letters;
  gboolean       has_letters;
} Line;

static const int fields[] = {
  KOYOMI_ASSIGNMENT_LETTERS, KOYOMI_ASSIGNMENT_PERSON, KOYOMI_ASSIGNMENT_DEPUTY, KOYOMI_ASSIGNMENT_FROM_DAY, KOYOMI_ASSIGNMENT_TO_DAY,
  KOYOMI_ASSIGNMENT_NOTE,
};

static const char *
get_text (const KoyomiMatrixReading *self,
          guint                      row,
          KoyomiMatrixHeading        column)
{
  return _koyomi_matrix_reading_get_text (self, row, column);
}

static gboolean
refuse (KoyomiMatrixReading *self,
        KoyomiNoteId         id,
        guint                row,
        KoyomiMatrixHeading  column)
{
  _koyomi_matrix_reading_note (self, id, row, self->columns[column], NULL);

  return FALSE;
}

static gboolean
find_catalogue (KoyomiMatrixReading *self,
                guint                row,
                gint64              *catalogue)
{
  const char *code = get_text (self, row, KOYOMI_MATRIX_HEADING_CATALOGUE);

  *catalogue = self->catalogue;
  if (*code == '\0')
    return TRUE;

  *catalogue = _koyomi_matrix_names_find_catalogue (self->names, code);

  return *catalogue != 0 || refuse (self, KOYOMI_NOTE_CATALOGUE_UNKNOWN, row, KOYOMI_MATRIX_HEADING_CATALOGUE);
}

/* Returns: whether the row names what it needs; else an error was noted */
static gboolean
read_line (KoyomiMatrixReading *self,
           Line                *line)
{
  KoyomiMatrixHeading team_column = self->columns[KOYOMI_MATRIX_HEADING_TEAM] >= 0 ? KOYOMI_MATRIX_HEADING_TEAM
                                                                                   : KOYOMI_MATRIX_HEADING_TEAM_CODE;
  gint64 catalogue;

  if (!find_catalogue (self, line->row, &catalogue) ||
      (line->function = _koyomi_matrix_reading_find_function (self, catalogue, line->row)) == NULL)
    return FALSE;

  line->team = _koyomi_matrix_names_find_team (self->names, get_text (self, line->row, KOYOMI_MATRIX_HEADING_TEAM_CODE),
                                               get_text (self, line->row, KOYOMI_MATRIX_HEADING_TEAM));
  if (line->team == NULL)
    return refuse (self, KOYOMI_NOTE_TEAM_UNKNOWN, line->row, team_column);

  line->has_letters = *get_text (self, line->row, KOYOMI_MATRIX_HEADING_LETTERS) != '\0';

  return _koyomi_matrix_reading_parse_letters (self, line->row, self->columns[KOYOMI_MATRIX_HEADING_LETTERS], &line->letters);
}

static gboolean
is_of_cell (KoyomiRecord *assignment,
            const Line   *line)
{
  return koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION) == koyomi_record_get_id (line->function) &&
         koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_TEAM) == koyomi_record_get_id (line->team);
}

/* The assignment that the row's key means; it has to be of the function and the team that the row names. */
static KoyomiRecord *
find_by_key (KoyomiMatrixReading *self,
             const Line          *line)
{
  const char *text = get_text (self, line->row, KOYOMI_MATRIX_HEADING_KEY);
  gint64 key = 0;

  if (g_ascii_strncasecmp (text, KOYOMI_ASSIGNMENT_KEY_PREFIX, 1) == 0)
    g_ascii_string_to_signed (text + 1, 10, 1, G_MAXINT64, &key, NULL);

  for (guint i = 0; i < self->assignments->len && key > 0; i++)
    if (koyomi_record_get_id (g_ptr_array_index (self->assignments, i)) == key &&
        is_of_cell (g_ptr_array_index (self->assignments, i), line))
      return g_ptr_array_index (self->assignments, i);

  refuse (self, KOYOMI_NOTE_ASSIGNMENT_UNKNOWN, line->row, KOYOMI_MATRIX_HEADING_KEY);

  return NULL;
}

/* Without a key: the only assignment of the cell, whenever it holds.
 * Returns: FALSE with an error noted when there are several */
static gboolean
find_by_cell (KoyomiMatrixReading  *self,
              const Line           *line,
              KoyomiRecord        **assignment)
{
  guint n = 0;

  *assignment = NULL;
  for (guint i = 0; i < self->assignments->len; i++)
    if (is_of_cell (g_ptr_array_index (self->assignments, i), line) && n++ == 0)
      *assignment = g_ptr_array_index (self->assignments, i);

  if (n < 2)
    return TRUE;

  return refuse (self, KOYOMI_NOTE_ASSIGNMENT_AMBIGUOUS, line->row, KOYOMI_MATRIX_HEADING_LETTERS);
}

static gboolean
read_person (KoyomiMatrixReading *self,
             const Line          *line,
             KoyomiRecord        *assignment,
             KoyomiMatrixHeading  column,
             int                  field)
{
  const char *name = get_text (self, line->row, column);
  gint64 team = koyomi_record_get_id (line->team);
  KoyomiRecord *person = NULL;

  if (self->columns[column] < 0)
    return TRUE;

  if (*name != '\0')
    {
      person = _koyomi_matrix_names_find_person (self->names, name, team, koyomi_record_get_int (assignment, field));
      if (person == NULL)
        return refuse (self, KOYOMI_NOTE_PERSON_UNKNOWN, line->row, column);

      if (column == KOYOMI_MATRIX_HEADING_PERSON && koyomi_record_get_int (person, KOYOMI_PERSON_TEAM) != team)
        return refuse (self, KOYOMI_NOTE_PERSON_OF_OTHER_TEAM, line->row, column);
    }

  koyomi_record_set_int (assignment, field, person != NULL ? koyomi_record_get_id (person) : 0);

  return TRUE;
}

static gboolean
read_people (KoyomiMatrixReading *self,
             const Line          *line,
             KoyomiRecord        *assignment)
{
  gint64 person;

  if (!read_person (self, line, assignment, KOYOMI_MATRIX_HEADING_PERSON, KOYOMI_ASSIGNMENT_PERSON) ||
      !read_person (self, line, assignment, KOYOMI_MATRIX_HEADING_DEPUTY, KOYOMI_ASSIGNMENT_DEPUTY))
    return FALSE;

  person = koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_PERSON);
  if (person == 0 || koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_DEPUTY) != person)
    return TRUE;

  return refuse (self, KOYOMI_NOTE_DEPUTY_SAME, line->row, KOYOMI_MATRIX_HEADING_DEPUTY);
}

static gboolean
read_day (KoyomiMatrixReading *self,
          const Line          *line,
          KoyomiRecord        *assignment,
          KoyomiMatrixHeading  column,
          int                  field)
{
  const KoyomiSheetCell *cell;
  guint32 day;

  if (self->columns[column] < 0)
    return TRUE;

  cell = koyomi_sheet_get_cell (self->sheet, line->row, self->columns[column]);
  day = cell->kind == KOYOMI_SHEET_CELL_DAY ? cell->day : koyomi_day_parse (cell->text, NULL);
  if (day == KOYOMI_DAY_NONE && *cell->text != '\0')
    return refuse (self, KOYOMI_NOTE_DAY_IMPOSSIBLE, line->row, column);

  koyomi_record_set_int (assignment, field, day);

  return TRUE;
}

static gboolean
read_days (KoyomiMatrixReading *self,
           const Line          *line,
           KoyomiRecord        *assignment)
{
  guint32 from, to;

  if (!read_day (self, line, assignment, KOYOMI_MATRIX_HEADING_FROM, KOYOMI_ASSIGNMENT_FROM_DAY) ||
      !read_day (self, line, assignment, KOYOMI_MATRIX_HEADING_TO, KOYOMI_ASSIGNMENT_TO_DAY))
    return FALSE;

  from = koyomi_record_get_day (assignment, KOYOMI_ASSIGNMENT_FROM_DAY);
  to = koyomi_record_get_day (assignment, KOYOMI_ASSIGNMENT_TO_DAY);
  if (to == KOYOMI_DAY_NONE || to >= from)
    return TRUE;

  return refuse (self, KOYOMI_NOTE_DAYS_REVERSED, line->row, KOYOMI_MATRIX_HEADING_TO);
}

/* Letters are only written anew when they are others, because a plan may write the same ones in another order. */
static gboolean
fill (KoyomiMatrixReading *self,
      const Line          *line,
      KoyomiRecord        *assignment)
{
  if (koyomi_alphabet_read (self->alphabet, koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS)) != line->letters)
    koyomi_record_take_text (assignment, KOYOMI_ASSIGNMENT_LETTERS, koyomi_alphabet_format (self->alphabet, line->letters));
  if (self->columns[KOYOMI_MATRIX_HEADING_NOTE] >= 0 &&
      strcmp (koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_NOTE), get_text (self, line->row, KOYOMI_MATRIX_HEADING_NOTE)) != 0)
    koyomi_record_set_text (assignment, KOYOMI_ASSIGNMENT_NOTE, get_text (self, line->row, KOYOMI_MATRIX_HEADING_NOTE));

  return read_people (self, line, assignment) && read_days (self, line, assignment);
}

static char *
format_field (KoyomiMatrixReading *self,
              KoyomiRecord        *assignment,
              int                  field)
{
  KoyomiRecord *person;

  if (field != KOYOMI_ASSIGNMENT_PERSON && field != KOYOMI_ASSIGNMENT_DEPUTY)
    return koyomi_record_format (assignment, field, self->language);

  person = _koyomi_matrix_names_get_person (self->names, koyomi_record_get_int (assignment, field), self->language);

  return g_strdup (person != NULL ? koyomi_record_get_title (person) : "");
}

static void
note_changes (KoyomiMatrixReading *self,
              KoyomiImportItem    *item,
              KoyomiRecord        *before,
              KoyomiRecord        *after)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *old = format_field (self, before, fields[i]);
      g_autofree char *new = format_field (self, after, fields[i]);

      if (strcmp (old, new) != 0)
        _koyomi_import_item_add_change (item, fields[i], old, new);
    }
}

static void
change_assignment (KoyomiMatrixReading *self,
                   const Line          *line,
                   KoyomiRecord        *assignment)
{
  g_autoptr(KoyomiRecord) before = koyomi_record_copy (assignment);
  g_autofree char *name = _koyomi_matrix_reading_name_cell (self, line->function, line->team);
  KoyomiImportItem *item = _koyomi_import_add_item (self->import, line->row, KOYOMI_IMPORT_ASSIGNMENT,
                                                    line->has_letters ? KOYOMI_IMPORT_SAME : KOYOMI_IMPORT_REMOVE, name);

  if (!line->has_letters)
    {
      _koyomi_import_item_add_change (item, KOYOMI_ASSIGNMENT_LETTERS, koyomi_record_get_text (before, KOYOMI_ASSIGNMENT_LETTERS), "");
      _koyomi_import_delete (self->import, line->row, assignment);
      return;
    }

  if (!fill (self, line, assignment))
    {
      item->action = item->found = KOYOMI_IMPORT_SKIP;
      return;
    }

  note_changes (self, item, before, assignment);
  if (item->changes->len > 0)
    _koyomi_import_update (self->import, line->row, assignment);
}

static void
add_assignment (KoyomiMatrixReading *self,
                const Line          *line)
{
  g_autoptr(KoyomiRecord) assignment = koyomi_record_new (KOYOMI_TABLE_ASSIGNMENT);
  g_autofree char *name = _koyomi_matrix_reading_name_cell (self, line->function, line->team);
  KoyomiImportItem *item;

  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION, koyomi_record_get_id (line->function));
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TEAM, koyomi_record_get_id (line->team));
  if (!fill (self, line, assignment))
    return;

  item = _koyomi_import_add_item (self->import, line->row, KOYOMI_IMPORT_ASSIGNMENT, KOYOMI_IMPORT_ADD, name);
  _koyomi_import_item_add_change (item, KOYOMI_ASSIGNMENT_LETTERS, "", koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS));
  _koyomi_import_insert (self->import, line->row, assignment);
}

/* A function without anybody, a title, an empty row: it says nothing. */
static gboolean
says_nothing (KoyomiMatrixReading *self,
              guint                row)
{
  static const KoyomiMatrixHeading columns[] = {
    KOYOMI_MATRIX_HEADING_TEAM_CODE, KOYOMI_MATRIX_HEADING_TEAM, KOYOMI_MATRIX_HEADING_LETTERS, KOYOMI_MATRIX_HEADING_KEY,
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (*get_text (self, row, columns[i]) != '\0')
      return FALSE;

  return TRUE;
}

static void
read_row (KoyomiMatrixReading *self,
          guint                row,
          GHashTable          *seen)
{
  Line line = { .row = row };
  gboolean has_key = *get_text (self, row, KOYOMI_MATRIX_HEADING_KEY) != '\0';
  KoyomiRecord *assignment = NULL;

  if (says_nothing (self, row) || !read_line (self, &line) || (!has_key && !line.has_letters))
    return;

  if (has_key ? (assignment = find_by_key (self, &line)) == NULL : !find_by_cell (self, &line, &assignment))
    return;

  if (assignment == NULL)
    add_assignment (self, &line);
  else if (g_hash_table_add (seen, assignment))
    change_assignment (self, &line, assignment);
  else
    refuse (self, KOYOMI_NOTE_ASSIGNMENT_TWICE, row, has_key ? KOYOMI_MATRIX_HEADING_KEY : KOYOMI_MATRIX_HEADING_LETTERS);
}

/* A table with a row an assignment. Those that it does not have stay as they are. */
void
_koyomi_matrix_reading_read_list (KoyomiMatrixReading *self)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint row = self->head_row + 1; row <= koyomi_sheet_get_n_rows (self->sheet); row++)
    read_row (self, row, seen);
}
