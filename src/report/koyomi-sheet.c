#include "koyomi-sheet.h"

#include "koyomi-report-error.h"
#include "koyomi-text.h"

#include <string.h>

typedef struct
{
  guint row;
  guint first_cell;
  guint n_cells;
} SheetRow;

struct _KoyomiSheet
{
  char              *name;
  KoyomiTableLimits  limits;
  GStringChunk      *texts;
  guint64            size;
  GArray            *rows;        /* of SheetRow, in order: a sheet may skip a million rows */
  GArray            *cells;       /* of KoyomiSheetCell */
  GArray            *merges;      /* of KoyomiSheetRange */
  guint              n_columns;
};

static const SheetRow *
find_row (const KoyomiSheet *self,
          guint              row)
{
  guint low = 0;
  guint high = self->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const SheetRow *candidate = &g_array_index (self->rows, SheetRow, middle);

      if (candidate->row == row)
        return candidate;
      else if (candidate->row < row)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

static void
append_column (GString *address,
               guint    column)
{
  if (column >= 26)
    append_column (address, column / 26 - 1);

  g_string_append_c (address, 'A' + column % 26);
}

/* Room for what companies keep in workbooks, and far from what would fill a machine. */
void
koyomi_table_limits_init (KoyomiTableLimits *self)
{
  *self = (KoyomiTableLimits) {
    .file_size = G_GUINT64_CONSTANT (256) << 20,
    .text_size = G_GUINT64_CONSTANT (64) << 20,
    .part_size = G_GUINT64_CONSTANT (512) << 20,
    .total_size = G_GUINT64_CONSTANT (1024) << 20,
    .ratio = 400,
    .n_parts = 4096,
    .n_sheets = 256,
    .n_rows = KOYOMI_SHEET_MAX_ROWS,
    .n_cells = 10000000,
    .n_shared_strings = 2000000,
    .shared_size = G_GUINT64_CONSTANT (128) << 20,
    .text_length = KOYOMI_TEXT_MAX_LENGTH,
    .sheet_cells = 500000,
    .sheet_size = G_GUINT64_CONSTANT (64) << 20,
  };
}

/* @limits may be NULL for the usual ones. */
KoyomiSheet *
koyomi_sheet_new (const char              *name,
                  const KoyomiTableLimits *limits)
{
  KoyomiSheet *self = g_new0 (KoyomiSheet, 1);

  self->name = g_strdup (name);
  if (limits != NULL)
    self->limits = *limits;
  else
    koyomi_table_limits_init (&self->limits);
  self->texts = g_string_chunk_new (4096);
  self->rows = g_array_new (FALSE, FALSE, sizeof (SheetRow));
  self->cells = g_array_new (FALSE, FALSE, sizeof (KoyomiSheetCell));
  self->merges = g_array_new (FALSE, FALSE, sizeof (KoyomiSheetRange));

  return self;
}

void
koyomi_sheet_free (KoyomiSheet *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_string_chunk_free (self->texts);
  g_array_unref (self->rows);
  g_array_unref (self->cells);
  g_array_unref (self->merges);
  g_free (self);
}

/* A #KoyomiSheetRowFunc whose data is the sheet. Rows come in order. */
gboolean
koyomi_sheet_add_row (const KoyomiSheetRow  *row,
                      gpointer               data,
                      GError               **error)
{
  KoyomiSheet *self = data;
  SheetRow entry = { row->row, self->cells->len, row->n_cells };

  g_return_val_if_fail (row->row > koyomi_sheet_get_n_rows (self), FALSE);

  for (guint i = 0; i < row->n_cells; i++)
    {
      KoyomiSheetCell cell = row->cells[i];
      gsize length = strlen (cell.text);

      self->size += length + 1;
      if (self->cells->len >= self->limits.sheet_cells || self->size > self->limits.sheet_size)
        {
          g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_TOO_LARGE,
                       "sheet “%s” holds more than can be taken over at once: it is too large from row %u on",
                       self->name, row->row);
          return FALSE;
        }

      cell.text = g_string_chunk_insert_len (self->texts, cell.text, length);
      g_array_append_val (self->cells, cell);
      self->n_columns = MAX (self->n_columns, cell.column + 1);
    }

  g_array_append_val (self->rows, entry);

  return TRUE;
}

/* @merges: (element-type KoyomiSheetRange): copied */
void
koyomi_sheet_set_merges (KoyomiSheet *self,
                         GArray      *merges)
{
  g_array_set_size (self->merges, 0);
  if (merges->len > 0)
    g_array_append_vals (self->merges, merges->data, merges->len);
}

const char *
koyomi_sheet_get_name (const KoyomiSheet *self)
{
  return self->name;
}

/* The number of the last row that holds something. */
guint
koyomi_sheet_get_n_rows (const KoyomiSheet *self)
{
  return self->rows->len > 0 ? g_array_index (self->rows, SheetRow, self->rows->len - 1).row : 0;
}

guint
koyomi_sheet_get_n_columns (const KoyomiSheet *self)
{
  return self->n_columns;
}

/* @row counts from 1, @column from 0, as everywhere here. Returns: (transfer none): an empty cell where there is none */
const KoyomiSheetCell *
koyomi_sheet_get_cell (const KoyomiSheet *self,
                       guint              row,
                       guint              column)
{
  static const KoyomiSheetCell empty = { .text = "" };

  const SheetRow *found = find_row (self, row);

  for (guint i = 0; found != NULL && i < found->n_cells; i++)
    {
      const KoyomiSheetCell *cell = &g_array_index (self->cells, KoyomiSheetCell, found->first_cell + i);

      if (cell->column == column)
        return cell;
    }

  return &empty;
}

/* Returns: the text of the cell, "" where there is none */
const char *
koyomi_sheet_get_text (const KoyomiSheet *self,
                       guint              row,
                       guint              column)
{
  return koyomi_sheet_get_cell (self, row, column)->text;
}

/* Returns: (transfer none) (element-type KoyomiSheetRange) */
GArray *
koyomi_sheet_get_merges (const KoyomiSheet *self)
{
  return self->merges;
}

/* Returns: such as C12 for row 12, column 2 */
char *
koyomi_sheet_format_address (guint row,
                             guint column)
{
  g_autoptr(GString) address = g_string_new (NULL);

  append_column (address, column);
  g_string_append_printf (address, "%u", row);

  return g_string_free (g_steal_pointer (&address), FALSE);
}
