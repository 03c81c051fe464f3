#include "koyomi-matrix-difference.h"

struct _KoyomiMatrixDifference
{
  KoyomiMatrix           *before;
  KoyomiMatrix           *after;
  GPtrArray              *changes;      /* (element-type KoyomiMatrixChange) */
  KoyomiLetters          *letters;      /* of each cell as it was, in the alphabet of the later matrix */
  KoyomiMatrixChangeKind *rows;         /* what became of each function; %KOYOMI_N_MATRIX_CHANGES for nothing */
  KoyomiMatrixChangeKind *columns;      /* and of each team */
};

void
koyomi_matrix_difference_free (KoyomiMatrixDifference *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->changes);
  koyomi_matrix_unref (self->before);
  koyomi_matrix_unref (self->after);
  g_free (self->letters);
  g_free (self->rows);
  g_free (self->columns);
  g_free (self);
}

/* Returns: (nullable): the cell of a function and a team; NULL where there is none */
static const KoyomiMatrixCell *
find_cell (const KoyomiMatrix *matrix,
           KoyomiRecord       *function,
           KoyomiRecord       *team)
{
  int row = koyomi_matrix_find_row (matrix, koyomi_record_get_id (function));
  int column = koyomi_matrix_find_column (matrix, koyomi_record_get_id (team));

  return row >= 0 && column >= 0 ? koyomi_matrix_get_cell (matrix, row, column) : NULL;
}

/* Letters of the organisation's own need not have had the same places. */
static KoyomiLetters
read_before (KoyomiMatrixDifference *self,
             guint                   row,
             guint                   column)
{
  const KoyomiMatrixCell *cell = find_cell (self->before, koyomi_matrix_get_row (self->after, row)->function,
                                            koyomi_matrix_get_column (self->after, column)->team);
  g_autofree char *text = NULL;

  if (cell == NULL || cell->letters == KOYOMI_LETTERS_NONE)
    return KOYOMI_LETTERS_NONE;

  text = koyomi_alphabet_format (koyomi_matrix_get_alphabet (self->before), cell->letters);

  return koyomi_alphabet_read (koyomi_matrix_get_alphabet (self->after), text);
}

static void
read_letters (KoyomiMatrixDifference *self)
{
  guint n_rows = koyomi_matrix_get_n_rows (self->after);
  guint n_columns = koyomi_matrix_get_n_columns (self->after);

  self->letters = g_new0 (KoyomiLetters, n_rows * n_columns + 1);
  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; j < n_columns; j++)
      self->letters[i * n_columns + j] = read_before (self, i, j);
}

/* Returns: (transfer full): @n times nothing */
static KoyomiMatrixChangeKind *
new_kinds (guint n)
{
  KoyomiMatrixChangeKind *kinds = g_new0 (KoyomiMatrixChangeKind, n + 1);

  for (guint i = 0; i < n; i++)
    kinds[i] = KOYOMI_N_MATRIX_CHANGES;

  return kinds;
}

static void
mark (KoyomiMatrixDifference   *self,
      const KoyomiMatrixChange *change)
{
  KoyomiRecord *team = change->to != NULL ? change->to : change->from;
  int place = -1;

  switch (change->kind)
    {
    case KOYOMI_MATRIX_CHANGE_TEAM_ADDED:
    case KOYOMI_MATRIX_CHANGE_OUTSOURCER_ADDED:
    case KOYOMI_MATRIX_CHANGE_TEAM_RETIRED:
      if ((place = koyomi_matrix_find_column (self->after, koyomi_record_get_id (team))) >= 0)
        self->columns[place] = change->kind;
      break;
    case KOYOMI_MATRIX_CHANGE_FUNCTION_ADDED:
    case KOYOMI_MATRIX_CHANGE_FUNCTION_RETIRED:
      if ((place = koyomi_matrix_find_row (self->after, koyomi_record_get_id (change->function))) >= 0)
        self->rows[place] = change->kind;
      break;
    default:
      break;
    }
}

/* @before: a catalogue's matrix as of one day, or of a plan as it once was; @after: the same catalogue's, later */
KoyomiMatrixDifference *
koyomi_matrix_difference_new (KoyomiMatrix *before,
                              KoyomiMatrix *after)
{
  KoyomiMatrixDifference *self = g_new0 (KoyomiMatrixDifference, 1);

  self->before = koyomi_matrix_ref (before);
  self->after = koyomi_matrix_ref (after);
  self->changes = koyomi_matrix_compare (before, after);
  self->rows = new_kinds (koyomi_matrix_get_n_rows (after));
  self->columns = new_kinds (koyomi_matrix_get_n_columns (after));
  for (guint i = 0; i < self->changes->len; i++)
    mark (self, g_ptr_array_index (self->changes, i));
  read_letters (self);

  return self;
}

/* Returns: (transfer none) (element-type KoyomiMatrixChange) */
GPtrArray *
koyomi_matrix_difference_get_changes (const KoyomiMatrixDifference *self)
{
  return self->changes;
}

/* Returns: what the cell held before, in the alphabet of the later matrix */
KoyomiLetters
koyomi_matrix_difference_get_letters (const KoyomiMatrixDifference *self,
                                      guint                         row,
                                      guint                         column)
{
  return self->letters[row * koyomi_matrix_get_n_columns (self->after) + column];
}

static KoyomiLetters
get_after (const KoyomiMatrixDifference *self,
           guint                         row,
           guint                         column)
{
  const KoyomiMatrixCell *cell = koyomi_matrix_get_cell (self->after, row, column);

  return cell != NULL ? cell->letters : KOYOMI_LETTERS_NONE;
}

/* Whether the cell holds other letters than before. */
gboolean
koyomi_matrix_difference_has_cell (const KoyomiMatrixDifference *self,
                                   guint                         row,
                                   guint                         column)
{
  return koyomi_matrix_difference_get_letters (self, row, column) != get_after (self, row, column);
}

/* Whether the function or one of its cells is another than before. */
gboolean
koyomi_matrix_difference_has_row (const KoyomiMatrixDifference *self,
                                  guint                         row)
{
  gboolean found = self->rows[row] != KOYOMI_N_MATRIX_CHANGES;

  for (guint i = 0; i < koyomi_matrix_get_n_columns (self->after) && !found; i++)
    found = koyomi_matrix_difference_has_cell (self, row, i);

  return found;
}

/* Returns: whether the function is new or no longer used; %KOYOMI_N_MATRIX_CHANGES for neither */
KoyomiMatrixChangeKind
koyomi_matrix_difference_get_row (const KoyomiMatrixDifference *self,
                                  guint                         row)
{
  return self->rows[row];
}

/* Returns: what became of the team; %KOYOMI_N_MATRIX_CHANGES for nothing */
KoyomiMatrixChangeKind
koyomi_matrix_difference_get_column (const KoyomiMatrixDifference *self,
                                     guint                         column)
{
  return self->columns[column];
}

static void
append_letters (const KoyomiMatrixDifference *self,
                KoyomiLetters                 letters,
                gboolean                      is_added,
                KoyomiLanguage                language,
                GString                      *text)
{
  g_autofree char *names = koyomi_alphabet_describe (koyomi_matrix_get_alphabet (self->after), letters, language);

  if (letters == KOYOMI_LETTERS_NONE)
    return;

  g_string_append (text, language == KOYOMI_LANGUAGE_JA ? "。" : "; ");
  if (is_added)
    /* Translators: %s are the names of letters that a cell has and had not */
    g_string_append_printf (text, koyomi_tr (language, N_("added: %s")), names);
  else
    /* Translators: %s are the names of letters that a cell had and has no longer */
    g_string_append_printf (text, koyomi_tr (language, N_("removed: %s")), names);
}

/* Returns: (transfer full): the cell in words, and what is other than before */
char *
koyomi_matrix_difference_describe_cell (const KoyomiMatrixDifference *self,
                                        guint                         row,
                                        guint                         column,
                                        KoyomiLanguage                language)
{
  g_autofree char *cell = koyomi_matrix_describe_cell (self->after, row, column, language);
  KoyomiLetters before = koyomi_matrix_difference_get_letters (self, row, column);
  KoyomiLetters after = get_after (self, row, column);
  GString *text = g_string_new (cell);

  append_letters (self, after & ~before, TRUE, language, text);
  append_letters (self, before & ~after, FALSE, language, text);

  return g_string_free (text, FALSE);
}

/* Returns: (transfer full): the letters of a cell then or now; a dash for none */
char *
koyomi_matrix_difference_format_cell (const KoyomiMatrixDifference *self,
                                      gboolean                      is_after,
                                      KoyomiRecord                 *function,
                                      KoyomiRecord                 *team)
{
  const KoyomiMatrix *matrix = is_after ? self->after : self->before;
  const KoyomiMatrixCell *cell = find_cell (matrix, function, team);

  return cell != NULL && cell->letters != KOYOMI_LETTERS_NONE
           ? koyomi_alphabet_format (koyomi_matrix_get_alphabet (matrix), cell->letters) : g_strdup ("–");
}
