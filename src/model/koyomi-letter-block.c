#include "koyomi-letter-block.h"

#include <string.h>

/* What a fault shows of a cell that holds something else altogether. */
#define MAX_SHOWN 30

static KoyomiLetterBlock *
make_block (guint n_rows,
            guint n_columns)
{
  KoyomiLetterBlock *self = g_new0 (KoyomiLetterBlock, 1);

  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->letters = g_array_new (FALSE, TRUE, sizeof (KoyomiLetters));
  g_array_set_size (self->letters, n_rows * n_columns);

  return self;
}

void
koyomi_letter_block_free (KoyomiLetterBlock *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->letters);
  g_free (self);
}

void
koyomi_letter_fault_free (KoyomiLetterFault *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self);
}

KoyomiLetters
koyomi_letter_block_get (const KoyomiLetterBlock *self,
                         guint                    row,
                         guint                    column)
{
  g_return_val_if_fail (row < self->n_rows && column < self->n_columns, KOYOMI_LETTERS_NONE);

  return g_array_index (self->letters, KoyomiLetters, row * self->n_columns + column);
}

/* Takes the cell at *@text, and what parts it from the next one. Spreadsheets quote a cell with a tab, a line end or a quotation mark
 * in it, and double the marks within.
 * Returns: (transfer full): the cell; @ends_row tells whether it is the last of its row */
static char *
take_cell (const char **text,
           gboolean    *ends_row)
{
  GString *cell = g_string_new (NULL);
  const char *c = *text;
  gboolean is_quoted = *c == '"';

  if (is_quoted)
    c++;

  for (; *c != '\0'; c++)
    {
      if (is_quoted && c[0] == '"' && c[1] == '"')
        c++;
      else if (is_quoted && *c == '"')
        {
          is_quoted = FALSE;
          continue;
        }
      else if (!is_quoted && (*c == '\t' || *c == '\n' || *c == '\r'))
        break;

      g_string_append_c (cell, *c);
    }

  *ends_row = *c != '\t';
  if (c[0] == '\r' && c[1] == '\n')
    c++;
  *text = *c != '\0' ? c + 1 : c;

  return g_string_free (cell, FALSE);
}

/* Returns: (element-type GPtrArray): rows of cells, the longest of @n_columns; the line end behind the last row begins none */
static GPtrArray *
split (const char *text,
       guint      *n_columns)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  gboolean begins_row = TRUE;

  *n_columns = 0;
  while (*text != '\0' || !begins_row)
    {
      GPtrArray *cells;

      if (begins_row)
        g_ptr_array_add (rows, g_ptr_array_new_with_free_func (g_free));
      cells = g_ptr_array_index (rows, rows->len - 1);
      g_ptr_array_add (cells, take_cell (&text, &begins_row));
      *n_columns = MAX (*n_columns, cells->len);
    }

  return rows;
}

static KoyomiLetterFault *
make_fault (guint       row,
            guint       column,
            const char *text)
{
  KoyomiLetterFault *fault = g_new0 (KoyomiLetterFault, 1);

  fault->row = row + 1;
  fault->column = column + 1;
  fault->text = g_utf8_strlen (text, -1) > MAX_SHOWN ? g_utf8_substring (text, 0, MAX_SHOWN) : g_strdup (text);

  return fault;
}

/**
 * koyomi_letter_block_parse:
 * @text: cells between tabs, rows on lines, as spreadsheets give and take them
 * @fault: (out) (transfer full) (optional): where the first cell is that holds what is no letter
 *
 * Rows that are shorter than others end in empty cells.
 *
 * Returns: (nullable): NULL with @fault; a @text without anything in it gives no block either, with row 0
 */
KoyomiLetterBlock *
koyomi_letter_block_parse (const KoyomiAlphabet  *alphabet,
                           const char            *text,
                           KoyomiLetterFault    **fault)
{
  g_autoptr(KoyomiLetterBlock) block = NULL;
  g_autoptr(KoyomiLetterFault) found = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  guint n_columns = 0;

  if (g_utf8_validate (text, -1, NULL))
    rows = split (text, &n_columns);

  if (n_columns == 0)
    {
      found = g_new0 (KoyomiLetterFault, 1);
      found->text = g_strdup ("");
    }
  else
    block = make_block (rows->len, n_columns);

  for (guint i = 0; found == NULL && i < rows->len; i++)
    {
      GPtrArray *cells = g_ptr_array_index (rows, i);

      for (guint j = 0; found == NULL && j < cells->len; j++)
        if (!koyomi_alphabet_parse (alphabet, g_ptr_array_index (cells, j),
                                    &g_array_index (block->letters, KoyomiLetters, i * n_columns + j), NULL))
          found = make_fault (i, j, g_ptr_array_index (cells, j));
    }

  if (found == NULL)
    return g_steal_pointer (&block);

  if (fault != NULL)
    *fault = g_steal_pointer (&found);

  return NULL;
}

/* Returns: (transfer full): what koyomi_letter_block_parse() reads, each row ended by a line end */
char *
koyomi_letter_block_format (const KoyomiLetterBlock *self,
                            const KoyomiAlphabet    *alphabet)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->n_rows; i++)
    for (guint j = 0; j < self->n_columns; j++)
      {
        g_autofree char *letters = koyomi_alphabet_format (alphabet, koyomi_letter_block_get (self, i, j));
        gboolean is_quoted = strpbrk (letters, "\"") != NULL;
        g_auto(GStrv) parts = g_strsplit (letters, "\"", -1);
        g_autofree char *doubled = g_strjoinv ("\"\"", parts);

        g_string_append_printf (text, is_quoted ? "\"%s\"%c" : "%s%c", doubled, j + 1 < self->n_columns ? '\t' : '\n');
      }

  return g_string_free (text, FALSE);
}

/**
 * koyomi_letter_block_copy:
 * @functions: (element-type gint64): those of the rectangle, in the order in which they are shown
 * @teams: (element-type gint64): likewise
 * @transposed: the teams are the rows
 */
KoyomiLetterBlock *
koyomi_letter_block_copy (const KoyomiMatrix *matrix,
                          const GArray       *functions,
                          const GArray       *teams,
                          gboolean            transposed)
{
  KoyomiLetterBlock *self = transposed ? make_block (teams->len, functions->len)
                                       : make_block (functions->len, teams->len);

  for (guint i = 0; i < functions->len; i++)
    for (guint j = 0; j < teams->len; j++)
      {
        int row = koyomi_matrix_find_row (matrix, g_array_index (functions, gint64, i));
        int column = koyomi_matrix_find_column (matrix, g_array_index (teams, gint64, j));
        const KoyomiMatrixCell *cell = row >= 0 && column >= 0 ? koyomi_matrix_get_cell (matrix, row, column) : NULL;

        if (cell != NULL)
          g_array_index (self->letters, KoyomiLetters, transposed ? j * self->n_columns + i : i * self->n_columns + j) = cell->letters;
      }

  return self;
}

/**
 * koyomi_letter_block_list_changes:
 * @functions: (element-type gint64): those of the rectangle that is written to, in the order in which they are shown
 * @teams: (element-type gint64): likewise
 * @transposed: the teams are the rows
 *
 * A block that is smaller than the rectangle is repeated, so that one cell fills many; one that is larger is cut off.
 *
 * Returns: (transfer full) (element-type KoyomiCellChange): what each cell shall hold
 */
GArray *
koyomi_letter_block_list_changes (const KoyomiLetterBlock *self,
                                  const GArray            *functions,
                                  const GArray            *teams,
                                  gboolean                 transposed)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (KoyomiCellChange));

  for (guint i = 0; i < functions->len; i++)
    for (guint j = 0; j < teams->len; j++)
      {
        guint row = transposed ? j : i;
        guint column = transposed ? i : j;
        KoyomiCellChange change = {
          .function = g_array_index (functions, gint64, i),
          .team = g_array_index (teams, gint64, j),
          .letters = koyomi_letter_block_get (self, row % self->n_rows, column % self->n_columns),
        };

        g_array_append_val (changes, change);
      }

  return changes;
}

/* The sentence that tells where a pasted text is wrong, and that nothing was changed. */
char *
koyomi_letter_fault_describe (const KoyomiLetterFault *self,
                              KoyomiLanguage           language)
{
  if (self->row == 0)
    return g_strdup (koyomi_tr (language, N_("The clipboard holds no text. Copy cells with letters first.")));

  /* Translators: row, column, what stands there */
  return g_strdup_printf (koyomi_tr (language, N_("Row %u, column %u holds “%s”, which is no letter of this plan. Nothing was pasted.")),
                          self->row, self->column, self->text);
}
