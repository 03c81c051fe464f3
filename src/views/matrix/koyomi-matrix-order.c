#include "koyomi-matrix-order.h"

#include "koyomi-text-fold.h"

void
koyomi_matrix_options_init (KoyomiMatrixOptions *self)
{
  *self = (KoyomiMatrixOptions) { .search = g_strdup (""), .folded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL) };
}

void
koyomi_matrix_options_clear (KoyomiMatrixOptions *self)
{
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->folded, g_hash_table_unref);
}

void
koyomi_matrix_options_copy (KoyomiMatrixOptions       *self,
                            const KoyomiMatrixOptions *other)
{
  GHashTableIter iter;
  gpointer group;

  koyomi_matrix_options_clear (self);
  koyomi_matrix_options_init (self);
  self->show = other->show;
  self->by_gap = other->by_gap;
  self->transposed = other->transposed;
  g_free (self->search);
  self->search = g_strdup (other->search);
  g_hash_table_iter_init (&iter, other->folded);
  while (g_hash_table_iter_next (&iter, &group, NULL))
    g_hash_table_add (self->folded, g_memdup2 (group, sizeof (gint64)));
}

/* Whether not all functions and teams are shown. */
gboolean
koyomi_matrix_options_filter (const KoyomiMatrixOptions *self)
{
  return self->show != KOYOMI_MATRIX_SHOW_ALL || *self->search != '\0';
}

static gboolean
matches (const char *folded_query,
         const char *first,
         const char *second)
{
  g_autofree char *text = g_strconcat (first, " ", second, NULL);
  g_autofree char *folded = koyomi_text_fold (text);

  return koyomi_text_matches (folded, folded_query);
}

static gboolean
function_matches (const KoyomiMatrixFacts *facts,
                  guint                    row,
                  const char              *query)
{
  KoyomiRecord *function = koyomi_matrix_get_row (facts->matrix, row)->function;

  return matches (query, koyomi_record_get_text (function, KOYOMI_FUNCTION_CODE), koyomi_record_get_title (function));
}

static gboolean
team_matches (const KoyomiMatrixFacts *facts,
              guint                    column,
              const char              *query)
{
  KoyomiRecord *team = koyomi_matrix_get_column (facts->matrix, column)->team;

  return matches (query, koyomi_record_get_text (team, KOYOMI_TEAM_CODE), koyomi_record_get_title (team));
}

static gboolean
is_shown (const KoyomiMatrixFacts *facts,
          KoyomiMatrixShow         show,
          guint                    row)
{
  switch (show)
    {
    case KOYOMI_MATRIX_SHOW_BREACHES:
      return koyomi_matrix_facts_get_breach (facts, row) != NULL;
    case KOYOMI_MATRIX_SHOW_GAPS:
      return koyomi_matrix_facts_get_score (facts, row)->gap >= KOYOMI_MATRIX_WIDE_GAP;
    case KOYOMI_MATRIX_SHOW_CHANGES:
      return facts->difference == NULL || koyomi_matrix_difference_has_row (facts->difference, row);
    case KOYOMI_MATRIX_SHOW_ALL:
    default:
      return TRUE;
    }
}

static int
compare_gaps (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;
  int difference = koyomi_matrix_facts_get_score (data, right)->gap - koyomi_matrix_facts_get_score (data, left)->gap;

  return difference != 0 ? difference : (int) left - (int) right;
}

/* What is searched for are functions; only where none is called like that, teams, and then all functions are shown. */
static void
list_indices (const KoyomiMatrixFacts   *facts,
              const KoyomiMatrixOptions *options,
              GArray                    *rows,
              GArray                    *columns)
{
  g_autofree char *query = koyomi_text_fold (options->search);
  guint n_rows = koyomi_matrix_get_n_rows (facts->matrix);
  guint n_columns = koyomi_matrix_get_n_columns (facts->matrix);
  gboolean by_row = FALSE;

  for (guint i = 0; i < n_rows && !by_row; i++)
    by_row = function_matches (facts, i, query);
  for (guint i = 0; i < n_columns; i++)
    if (by_row || team_matches (facts, i, query))
      g_array_append_val (columns, i);
  for (guint i = 0; i < n_rows && columns->len > 0; i++)
    if (is_shown (facts, options->show, i) && (!by_row || function_matches (facts, i, query)))
      g_array_append_val (rows, i);

  if (options->by_gap)
    g_array_sort_with_data (rows, compare_gaps, (gpointer) facts);
}

static void
add_line (GArray       *lines,
          KoyomiRecord *group,
          gboolean      is_group,
          guint         index)
{
  KoyomiMatrixLine line = { group, is_group, index };

  g_array_append_val (lines, line);
}

static void
add_functions (const KoyomiMatrixFacts   *facts,
               const KoyomiMatrixOptions *options,
               GArray                    *rows,
               GArray                    *lines)
{
  gint64 before = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);
      KoyomiRecord *group = options->by_gap ? NULL : koyomi_matrix_get_row (facts->matrix, row)->group;
      gint64 id = group != NULL ? koyomi_record_get_id (group) : 0;

      if (id != before)
        add_line (lines, group, TRUE, row);
      before = id;
      if (group == NULL || !g_hash_table_contains (options->folded, &id))
        add_line (lines, group, FALSE, row);
    }
}

/**
 * koyomi_matrix_order_list:
 * @columns: (out) (transfer full) (element-type guint): what stands across: columns of the matrix, or rows where teams are the lines
 *
 * Returns: (transfer full) (element-type KoyomiMatrixLine): the lines in their order; their groups are those of @facts
 */
GArray *
koyomi_matrix_order_list (const KoyomiMatrixFacts    *facts,
                          const KoyomiMatrixOptions  *options,
                          GArray                    **columns)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (KoyomiMatrixLine));
  g_autoptr(GArray) functions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) teams = g_array_new (FALSE, FALSE, sizeof (guint));

  list_indices (facts, options, functions, teams);
  if (!options->transposed)
    {
      add_functions (facts, options, functions, lines);
      *columns = g_steal_pointer (&teams);
      return lines;
    }

  for (guint i = 0; i < teams->len && functions->len > 0; i++)
    add_line (lines, NULL, FALSE, g_array_index (teams, guint, i));
  *columns = g_steal_pointer (&functions);

  return lines;
}
