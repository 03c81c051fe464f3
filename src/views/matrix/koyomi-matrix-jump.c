#include "koyomi-matrix-jump.h"

/* Returns: the line of the function or the team, or -1 */
static int
find_line (KoyomiMatrixSheet *sheet,
           gint64             id)
{
  for (int i = 0; i < koyomi_matrix_sheet_get_n_lines (sheet); i++)
    if (!koyomi_matrix_sheet_get_line (sheet, i)->is_group && koyomi_record_get_id (koyomi_matrix_sheet_get_line_record (sheet, i)) == id)
      return i;

  return -1;
}

/* Returns: likewise the column */
static int
find_column (KoyomiMatrixSheet *sheet,
             gint64             id)
{
  for (int i = 0; i < koyomi_matrix_sheet_get_n_columns (sheet); i++)
    if (koyomi_record_get_id (koyomi_matrix_sheet_get_column_record (sheet, i)) == id)
      return i;

  return -1;
}

static int
find_first_line (KoyomiMatrixSheet *sheet)
{
  for (int i = 0; i < koyomi_matrix_sheet_get_n_lines (sheet); i++)
    if (!koyomi_matrix_sheet_get_line (sheet, i)->is_group)
      return i;

  return -1;
}

/* Returns: the catalogue of a function; 0 where there is no such function */
static gint64
find_catalogue (KoyomiMatrixSheet *sheet,
                gint64             function)
{
  KoyomiSession *session = koyomi_workspace_get_session (koyomi_matrix_sheet_get_workspace (sheet));
  KoyomiLanguage language = koyomi_matrix_sheet_get_language (sheet);
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, KOYOMI_TABLE_FUNCTION, function, language, NULL);
  g_autoptr(KoyomiRecord) group = NULL;

  if (record == NULL)
    return 0;

  group = koyomi_session_get (session, KOYOMI_TABLE_GROUP, koyomi_record_get_int (record, KOYOMI_FUNCTION_GROUP), language, NULL);

  return group != NULL ? koyomi_record_get_int (group, KOYOMI_GROUP_CATALOGUE) : 0;
}

static gboolean
is_shown (KoyomiMatrixSheet *sheet,
          gint64             function,
          gint64             team)
{
  gboolean transposed = koyomi_matrix_sheet_get_options (sheet)->transposed;

  return (function == 0 || (transposed ? find_column (sheet, function) : find_line (sheet, function)) >= 0) &&
         (team == 0 || (transposed ? find_line (sheet, team) : find_column (sheet, team)) >= 0);
}

/* Takes away what hides the function: another catalogue, a filter, a group that is folded. */
static void
uncover (KoyomiMatrixSheet *sheet,
         gint64             function,
         gint64             team)
{
  const KoyomiMatrixFacts *facts;
  gint64 catalogue = find_catalogue (sheet, function);
  int row;

  koyomi_matrix_sheet_update (sheet);
  if (catalogue != 0)
    koyomi_matrix_sheet_set_catalogue (sheet, catalogue);

  facts = koyomi_matrix_sheet_get_facts (sheet);
  row = facts != NULL ? koyomi_matrix_find_row (facts->matrix, function) : -1;
  if (row >= 0 && !is_shown (sheet, function, 0))
    koyomi_matrix_sheet_set_folded (sheet, koyomi_matrix_get_row (facts->matrix, row)->group, FALSE);
  if (!is_shown (sheet, function, team) && koyomi_matrix_options_filter (koyomi_matrix_sheet_get_options (sheet)))
    koyomi_matrix_sheet_clear_filter (sheet);
}

/**
 * koyomi_matrix_jump:
 * @function: 0 for the first one that is shown
 * @team: 0 for the name of the function; likewise when the matrix has no such team
 *
 * Returns: FALSE when the matrix has no such function
 */
gboolean
koyomi_matrix_jump (KoyomiMatrixSheet *sheet,
                    gint64             function,
                    gint64             team)
{
  KoyomiMatrixPlace place;

  uncover (sheet, function, team);
  if (koyomi_matrix_sheet_get_options (sheet)->transposed)
    place = (KoyomiMatrixPlace) { team != 0 ? find_line (sheet, team) : find_first_line (sheet),
                                  function != 0 ? find_column (sheet, function) : -1 };
  else
    place = (KoyomiMatrixPlace) { function != 0 ? find_line (sheet, function) : find_first_line (sheet),
                                  team != 0 ? find_column (sheet, team) : -1 };
  if (place.line < 0)
    return FALSE;

  koyomi_matrix_sheet_go_to (sheet, place, FALSE);

  return TRUE;
}

static gboolean
is_changed (KoyomiMatrixSheet *sheet,
            KoyomiMatrixPlace  place)
{
  const KoyomiMatrixFacts *facts = koyomi_matrix_sheet_get_facts (sheet);
  guint row, column;

  return facts != NULL && facts->difference != NULL && koyomi_matrix_sheet_find_cell (sheet, place, &row, &column) &&
         koyomi_matrix_difference_has_cell (facts->difference, row, column);
}

/**
 * koyomi_matrix_jump_change:
 * @by: 1 for the next cell that has changed, -1 for the one before; round again from the other end
 *
 * Returns: FALSE when nothing that is shown has changed
 */
gboolean
koyomi_matrix_jump_change (KoyomiMatrixSheet *sheet,
                           int                by)
{
  int n_columns = koyomi_matrix_sheet_get_n_columns (sheet);
  int n_cells = koyomi_matrix_sheet_get_n_lines (sheet) * n_columns;
  KoyomiMatrixPlace focus = koyomi_matrix_sheet_get_focus (sheet);
  int from = focus.line * n_columns + focus.column;

  /* Before the first cell of its line. */
  if (focus.column < 0 && by < 0)
    from++;

  for (int i = 1; i <= n_cells; i++)
    {
      int cell = ((from + i * by) % n_cells + n_cells) % n_cells;
      KoyomiMatrixPlace place = { cell / n_columns, cell % n_columns };

      if (is_changed (sheet, place))
        {
          koyomi_matrix_sheet_go_to (sheet, place, FALSE);
          return TRUE;
        }
    }

  return FALSE;
}
