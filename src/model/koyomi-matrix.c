#include "koyomi-matrix.h"

#include "koyomi-assignment.h"

struct _KoyomiMatrix
{
  gatomicrefcount   references;
  guint32           day;
  KoyomiRecord     *catalogue;     /* (nullable) */
  GPtrArray        *catalogues;
  KoyomiAlphabet   *alphabet;
  KoyomiCrosswalk  *crosswalk;
  GHashTable       *by_function;   /* function id -> (element-type KoyomiRecord): assignments that hold on the day */
  GHashTable       *people;        /* id -> KoyomiRecord */
  GHashTable       *row_places;    /* function id -> place + 1 */
  GHashTable       *column_places; /* team id -> place + 1 */
  GPtrArray        *rows;          /* (element-type KoyomiMatrixRow) */
  GPtrArray        *columns;       /* (element-type KoyomiMatrixColumn) */
  KoyomiMatrixCell **cells;        /* row by row; NULL of an empty one */
};

static void
free_row (KoyomiMatrixRow *row)
{
  g_object_unref (row->function);
  g_object_unref (row->group);
  g_ptr_array_unref (row->counterparts);
  g_free (row);
}

static void
free_column (KoyomiMatrixColumn *column)
{
  g_object_unref (column->team);
  g_ptr_array_unref (column->people);
  g_free (column);
}

static void
free_cell (KoyomiMatrixCell *cell)
{
  if (cell == NULL)
    return;

  g_ptr_array_unref (cell->assignments);
  g_ptr_array_unref (cell->mapped_assignments);
  g_free (cell);
}

static void
free_cells (KoyomiMatrix *self)
{
  for (guint i = 0; self->cells != NULL && i < self->rows->len * self->columns->len; i++)
    free_cell (self->cells[i]);

  g_clear_pointer (&self->cells, g_free);
}

KoyomiMatrix *
koyomi_matrix_ref (KoyomiMatrix *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
koyomi_matrix_unref (KoyomiMatrix *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;

  free_cells (self);
  g_clear_object (&self->catalogue);
  g_ptr_array_unref (self->catalogues);
  koyomi_alphabet_free (self->alphabet);
  koyomi_crosswalk_free (self->crosswalk);
  g_hash_table_unref (self->by_function);
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->row_places);
  g_hash_table_unref (self->column_places);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  g_free (self);
}

static KoyomiRecord *
find_record (GPtrArray *records,
             gint64     id)
{
  for (guint i = 0; i < records->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (records, i)) == id)
      return g_ptr_array_index (records, i);

  return NULL;
}

static void
gather_assignments (KoyomiMatrix *self,
                    GPtrArray    *assignments)
{
  for (guint i = 0; i < assignments->len; i++)
    {
      KoyomiRecord *assignment = g_ptr_array_index (assignments, i);
      gint64 function = koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION);
      GPtrArray *list = g_hash_table_lookup (self->by_function, &function);

      if (!koyomi_assignment_holds_on (assignment, self->day))
        continue;

      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (self->by_function, g_memdup2 (&function, sizeof function), list);
        }
      g_ptr_array_add (list, g_object_ref (assignment));
    }
}

static GPtrArray *
get_assignments (const KoyomiMatrix *self,
                 KoyomiRecord       *function)
{
  return koyomi_matrix_get_assignments (self, koyomi_record_get_id (function));
}

static void
note_place (GHashTable *places,
            gint64      id,
            guint       place)
{
  g_hash_table_insert (places, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (place + 1));
}

static GPtrArray *
list_counterparts (KoyomiMatrix *self,
                   KoyomiRecord *function,
                   gint64        catalogue)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->catalogues->len; i++)
    {
      gint64 other = koyomi_record_get_id (g_ptr_array_index (self->catalogues, i));
      GPtrArray *some = other != catalogue
                        ? koyomi_crosswalk_list_counterparts (self->crosswalk, koyomi_record_get_id (function), other) : NULL;

      if (some != NULL)
        g_ptr_array_extend_and_steal (all, some);
    }

  return all;
}

/* A function that is no longer used is left out, unless somebody still has it. */
static gboolean
is_left_out (KoyomiMatrix       *self,
             KoyomiRecord       *function,
             const KoyomiMatrix *before)
{
  return koyomi_record_get_int (function, KOYOMI_FUNCTION_RETIRED) && get_assignments (self, function) == NULL &&
         (before == NULL || koyomi_matrix_find_row (before, koyomi_record_get_id (function)) < 0);
}

static void
add_rows (KoyomiMatrix       *self,
          gint64              catalogue,
          const KoyomiMatrix *before)
{
  GPtrArray *functions = koyomi_crosswalk_get_functions (self->crosswalk);
  KoyomiRecord *last_group = NULL;

  for (guint i = 0; i < functions->len; i++)
    {
      KoyomiRecord *function = g_ptr_array_index (functions, i);
      KoyomiMatrixRow *row;

      if (koyomi_crosswalk_get_catalogue (self->crosswalk, function) != catalogue || is_left_out (self, function, before))
        continue;

      row = g_new0 (KoyomiMatrixRow, 1);
      row->function = g_object_ref (function);
      row->group = g_object_ref (koyomi_crosswalk_get_group (self->crosswalk, function));
      row->begins_group = row->group != last_group;
      row->counterparts = list_counterparts (self, function, catalogue);
      last_group = row->group;
      note_place (self->row_places, koyomi_record_get_id (function), self->rows->len);
      g_ptr_array_add (self->rows, row);
    }
}

static void
add_teams_of (GPtrArray  *assignments,
              GHashTable *teams)
{
  for (guint i = 0; assignments != NULL && i < assignments->len; i++)
    {
      gint64 team = koyomi_record_get_int (g_ptr_array_index (assignments, i), KOYOMI_ASSIGNMENT_TEAM);

      g_hash_table_add (teams, g_memdup2 (&team, sizeof team));
    }
}

/* Returns: (element-type gint64): the teams that some cell will show */
static GHashTable *
list_assigned_teams (KoyomiMatrix *self)
{
  GHashTable *teams = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      KoyomiMatrixRow *row = g_ptr_array_index (self->rows, i);

      add_teams_of (get_assignments (self, row->function), teams);
      for (guint j = 0; j < row->counterparts->len; j++)
        add_teams_of (get_assignments (self, g_ptr_array_index (row->counterparts, j)), teams);
    }

  return teams;
}

static void
add_columns (KoyomiMatrix       *self,
             GPtrArray          *teams,
             GPtrArray          *people,
             const KoyomiMatrix *before)
{
  g_autoptr(GHashTable) assigned = list_assigned_teams (self);

  for (guint i = 0; i < teams->len; i++)
    {
      KoyomiRecord *team = g_ptr_array_index (teams, i);
      gint64 id = koyomi_record_get_id (team);
      gboolean is_active = koyomi_team_is_active_on (team, self->day);
      KoyomiMatrixColumn *column;

      if (!is_active && !g_hash_table_contains (assigned, &id) && (before == NULL || koyomi_matrix_find_column (before, id) < 0))
        continue;

      column = g_new0 (KoyomiMatrixColumn, 1);
      column->team = g_object_ref (team);
      column->is_active = is_active;
      column->people = g_ptr_array_new_with_free_func (g_object_unref);
      note_place (self->column_places, id, self->columns->len);
      g_ptr_array_add (self->columns, column);
    }

  for (guint i = 0; i < people->len; i++)
    {
      KoyomiRecord *person = g_ptr_array_index (people, i);
      gint64 id = koyomi_record_get_id (person);
      int column = koyomi_matrix_find_column (self, koyomi_record_get_int (person, KOYOMI_PERSON_TEAM));

      g_hash_table_insert (self->people, g_memdup2 (&id, sizeof id), g_object_ref (person));
      if (column >= 0)
        g_ptr_array_add (((KoyomiMatrixColumn *) g_ptr_array_index (self->columns, column))->people, g_object_ref (person));
    }
}

static KoyomiCellFlags
get_flags (KoyomiRecord *assignment)
{
  KoyomiCellFlags flags = 0;

  if (!koyomi_record_is_none (assignment, KOYOMI_ASSIGNMENT_PERSON))
    flags |= KOYOMI_CELL_PERSON;
  if (!koyomi_record_is_none (assignment, KOYOMI_ASSIGNMENT_DEPUTY))
    flags |= KOYOMI_CELL_DEPUTY;
  if (*koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_NOTE) != '\0')
    flags |= KOYOMI_CELL_NOTE;
  if (!koyomi_record_is_none (assignment, KOYOMI_ASSIGNMENT_FROM_DAY) || !koyomi_record_is_none (assignment, KOYOMI_ASSIGNMENT_TO_DAY))
    flags |= KOYOMI_CELL_DATED;

  return flags;
}

/* Returns: (nullable): the cell that the assignment belongs into; NULL when its team is not shown */
static KoyomiMatrixCell *
ensure_cell (KoyomiMatrix *self,
             guint         row,
             KoyomiRecord *assignment)
{
  int column = koyomi_matrix_find_column (self, koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_TEAM));
  KoyomiMatrixCell **cell;

  if (column < 0)
    return NULL;

  cell = &self->cells[row * self->columns->len + column];
  if (*cell == NULL)
    {
      *cell = g_new0 (KoyomiMatrixCell, 1);
      (*cell)->assignments = g_ptr_array_new_with_free_func (g_object_unref);
      (*cell)->mapped_assignments = g_ptr_array_new_with_free_func (g_object_unref);
    }

  return *cell;
}

static void
fill_cells (KoyomiMatrix *self,
            guint         row,
            GPtrArray    *assignments,
            gboolean      is_mapped)
{
  for (guint i = 0; assignments != NULL && i < assignments->len; i++)
    {
      KoyomiRecord *assignment = g_ptr_array_index (assignments, i);
      KoyomiMatrixCell *cell = ensure_cell (self, row, assignment);
      KoyomiLetters letters = koyomi_alphabet_read (self->alphabet, koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS));

      if (cell == NULL)
        continue;

      if (is_mapped)
        {
          cell->mapped |= letters;
          g_ptr_array_add (cell->mapped_assignments, g_object_ref (assignment));
          continue;
        }

      cell->letters |= letters;
      cell->flags |= get_flags (assignment);
      g_ptr_array_add (cell->assignments, g_object_ref (assignment));
    }
}

static void
fill_row (KoyomiMatrix *self,
          guint         place)
{
  KoyomiMatrixRow *row = g_ptr_array_index (self->rows, place);
  gboolean has_mapped = FALSE;

  fill_cells (self, place, get_assignments (self, row->function), FALSE);
  for (guint i = 0; i < row->counterparts->len; i++)
    {
      GPtrArray *assignments = get_assignments (self, g_ptr_array_index (row->counterparts, i));

      has_mapped = has_mapped || assignments != NULL;
      fill_cells (self, place, assignments, TRUE);
    }

  row->is_mapped = has_mapped && get_assignments (self, row->function) == NULL;
}

/* A team's work is the functions in use, by which the rules go as well; one that is retired and still assigned is shown only. */
static void
count_letters (KoyomiMatrix *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < self->columns->len; j++)
      {
        KoyomiMatrixRow *row = g_ptr_array_index (self->rows, i);
        KoyomiMatrixColumn *column = g_ptr_array_index (self->columns, j);
        const KoyomiMatrixCell *cell = koyomi_matrix_get_cell (self, i, j);
        gboolean is_used = !koyomi_record_get_int (row->function, KOYOMI_FUNCTION_RETIRED);

        if (cell == NULL)
          continue;

        row->n_responsible += (cell->letters & KOYOMI_LETTERS_R) != 0;
        column->n_responsible += is_used && (cell->letters & KOYOMI_LETTERS_R) != 0;
        row->n_accountable += (cell->letters & KOYOMI_LETTERS_A) != 0;
        column->n_accountable += is_used && (cell->letters & KOYOMI_LETTERS_A) != 0;
      }
}

static GHashTable *
new_index (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_value);
}

/* Rows are the functions of the catalogue by group and position, columns the teams that are active on the day or assigned in what is
 * shown. What the records say is not copied: they must not change while the matrix lives. */
KoyomiMatrix *
koyomi_matrix_new (const KoyomiMatrixSource *source)
{
  KoyomiMatrix *self = g_new0 (KoyomiMatrix, 1);

  g_atomic_ref_count_init (&self->references);
  self->day = source->day;
  self->catalogues = g_ptr_array_ref (source->catalogues);
  g_set_object (&self->catalogue, find_record (source->catalogues, source->catalogue));
  self->alphabet = koyomi_alphabet_new (source->letters);
  self->crosswalk = koyomi_crosswalk_new (source->groups, source->functions, source->crosswalk);
  self->by_function = new_index ((GDestroyNotify) g_ptr_array_unref);
  self->people = new_index (g_object_unref);
  self->row_places = new_index (NULL);
  self->column_places = new_index (NULL);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) free_column);

  gather_assignments (self, source->assignments);
  add_rows (self, source->catalogue, source->before);
  add_columns (self, source->teams, source->people, source->before);
  self->cells = g_new0 (KoyomiMatrixCell *, self->rows->len * self->columns->len + 1);
  for (guint i = 0; i < self->rows->len; i++)
    fill_row (self, i);
  count_letters (self);

  return self;
}

/* Returns: (nullable): the catalogue that is shown */
KoyomiRecord *
koyomi_matrix_get_catalogue (const KoyomiMatrix *self)
{
  return self->catalogue;
}

/* Returns: (transfer none) (element-type KoyomiRecord): all of the plan */
GPtrArray *
koyomi_matrix_get_catalogues (const KoyomiMatrix *self)
{
  return self->catalogues;
}

/* Returns: (transfer none): knows every letter that a cell has */
KoyomiAlphabet *
koyomi_matrix_get_alphabet (const KoyomiMatrix *self)
{
  return self->alphabet;
}

const KoyomiCrosswalk *
koyomi_matrix_get_crosswalk (const KoyomiMatrix *self)
{
  return self->crosswalk;
}

guint
koyomi_matrix_get_n_rows (const KoyomiMatrix *self)
{
  return self->rows->len;
}

guint
koyomi_matrix_get_n_columns (const KoyomiMatrix *self)
{
  return self->columns->len;
}

const KoyomiMatrixRow *
koyomi_matrix_get_row (const KoyomiMatrix *self,
                       guint               row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return g_ptr_array_index (self->rows, row);
}

const KoyomiMatrixColumn *
koyomi_matrix_get_column (const KoyomiMatrix *self,
                          guint               column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return g_ptr_array_index (self->columns, column);
}

/* Returns: (nullable): NULL where neither the function nor a counterpart of it is assigned to the team */
const KoyomiMatrixCell *
koyomi_matrix_get_cell (const KoyomiMatrix *self,
                        guint               row,
                        guint               column)
{
  g_return_val_if_fail (row < self->rows->len && column < self->columns->len, NULL);

  return self->cells[row * self->columns->len + column];
}

/* Returns: the place of the function's row, or -1 when it is not shown */
int
koyomi_matrix_find_row (const KoyomiMatrix *self,
                        gint64              function)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->row_places, &function)) - 1;
}

/* Returns: the place of the team's column, or -1 when it is not shown */
int
koyomi_matrix_find_column (const KoyomiMatrix *self,
                           gint64              team)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->column_places, &team)) - 1;
}

/* Returns: (transfer none) (nullable): anybody of the plan */
KoyomiRecord *
koyomi_matrix_find_person (const KoyomiMatrix *self,
                           gint64              person)
{
  return g_hash_table_lookup (self->people, &person);
}

/* Returns: (transfer none) (nullable) (element-type KoyomiRecord): what holds on the matrix's day of a function of any catalogue; NULL when
 *   nothing does */
GPtrArray *
koyomi_matrix_get_assignments (const KoyomiMatrix *self,
                               gint64              function)
{
  return g_hash_table_lookup (self->by_function, &function);
}

/* Whether a function of any catalogue is assigned to some team on the matrix's day. */
gboolean
koyomi_matrix_is_assigned (const KoyomiMatrix *self,
                           gint64              function)
{
  return g_hash_table_contains (self->by_function, &function);
}

/* Returns: (transfer full) (element-type KoyomiRecord): the functions of another catalogue that the one that is shown has no counterpart
 *   of */
GPtrArray *
koyomi_matrix_list_unmapped (const KoyomiMatrix *self,
                             gint64              catalogue)
{
  return koyomi_crosswalk_list_unmapped (self->crosswalk, catalogue,
                                         self->catalogue != NULL ? koyomi_record_get_id (self->catalogue) : 0);
}

static void
add_people (const KoyomiMatrix     *self,
            const KoyomiMatrixCell *cell,
            int                     field,
            GString                *text,
            KoyomiLanguage          language)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_TABLE_ASSIGNMENT);

  for (guint i = 0; i < cell->assignments->len; i++)
    {
      KoyomiRecord *assignment = g_ptr_array_index (cell->assignments, i);
      KoyomiRecord *person = koyomi_matrix_find_person (self, koyomi_record_get_int (assignment, field));

      if (person != NULL)
        g_string_append_printf (text, "%s%s: %s", language == KOYOMI_LANGUAGE_JA ? "、" : ", ",
                                koyomi_tr (language, table->fields[KOYOMI_FIELD_INDEX (field)].label), koyomi_record_get_title (person));
    }
}

/* Returns: (transfer full): the cell in words, for a tooltip or a screen reader: function, team, letters, people */
char *
koyomi_matrix_describe_cell (const KoyomiMatrix *self,
                             guint               row,
                             guint               column,
                             KoyomiLanguage      language)
{
  const KoyomiMatrixCell *cell = koyomi_matrix_get_cell (self, row, column);
  KoyomiRecord *function = koyomi_matrix_get_row (self, row)->function;
  g_autofree char *letters = NULL;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s, %s: ", koyomi_record_get_text (function, KOYOMI_FUNCTION_CODE), koyomi_record_get_title (function),
                          koyomi_record_get_title (koyomi_matrix_get_column (self, column)->team));
  if (cell == NULL)
    {
      g_string_append (text, koyomi_tr (language, N_("no part in it")));
      return g_string_free (text, FALSE);
    }

  letters = koyomi_alphabet_describe (self->alphabet, cell->letters != 0 ? cell->letters : cell->mapped, language);
  g_string_append (text, letters);
  if (cell->letters == 0)
    g_string_append (text, koyomi_tr (language, N_(" (from another catalogue)")));

  add_people (self, cell, KOYOMI_ASSIGNMENT_PERSON, text, language);
  add_people (self, cell, KOYOMI_ASSIGNMENT_DEPUTY, text, language);

  return g_string_free (text, FALSE);
}
