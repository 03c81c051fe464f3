#include "koyomi-document-xlsx-private.h"

#include <string.h>

/* A4 and what is left of it, in points. Heights may be rounded up, which takes a little of that. */
#define PAPER_WIDTH 842.0
#define PAPER_HEIGHT 595.0
#define SIDES (2 * 0.4 * 72)
#define ENDS (2 * 0.65 * 72)
#define SAFE 0.99

/* A sheet is made smaller, down to what is still readable, where that takes less pages. */
static const double squeezes[] = { 1, 1.08, 1.16, 1.25 };

/* Of a row that nobody gave a height. */
#define ROW_HEIGHT 15.0

static const KoyomiDocumentLine *
get_line (GArray *lines,
          guint   row)
{
  return &g_array_index (lines, KoyomiDocumentLine, row);
}

/* Notes how high a row is. @keeps: whether it stays with the one that follows it */
void
_koyomi_document_breaks_note (GArray    *lines,
                              lxw_row_t  row,
                              double     height,
                              gboolean   keeps)
{
  const KoyomiDocumentLine blank = { ROW_HEIGHT, TRUE, NULL, 0 };

  while (lines->len <= row)
    g_array_append_val (lines, blank);
  g_array_index (lines, KoyomiDocumentLine, row) = (KoyomiDocumentLine) { height, keeps, NULL, 0 };
}

/* Notes of a row that has a height that it belongs to a table with heads. */
void
_koyomi_document_breaks_note_head (GArray                    *lines,
                                   lxw_row_t                  row,
                                   const KoyomiDocumentTable *table,
                                   lxw_row_t                  head)
{
  KoyomiDocumentLine *line = &g_array_index (lines, KoyomiDocumentLine, row);

  line->table = table;
  line->head = head;
}

/* Returns: how high a row is with those that it has to stay with */
static double
measure_block (GArray *lines,
               guint   row,
               guint  *next)
{
  double height = 0;

  do
    height += get_line (lines, row)->height;
  while (get_line (lines, row++)->keeps && row < lines->len);
  *next = row;

  return height;
}

/* A page has as many rows as there is room for, and no heading at its end.
 * Returns: (transfer full) (element-type lxw_row_t): the first rows of all pages but the first */
static GArray *
list_breaks (GArray *lines,
             double  room)
{
  GArray *breaks = g_array_new (TRUE, FALSE, sizeof (lxw_row_t));
  double y = 0;

  for (guint row = 0, next; row < lines->len; row = next)
    {
      double height = measure_block (lines, row, &next);

      if (y > 0 && y + height > room)
        {
          const KoyomiDocumentLine *line = get_line (lines, row);
          lxw_row_t first = row;

          g_array_append_val (breaks, first);
          y = line->table != NULL ? get_line (lines, line->head)->height : 0;
        }
      y += height;
    }

  return breaks;
}

static double
measure_sheet (GArray *lines)
{
  double height = 0;

  for (guint i = 0; i < lines->len; i++)
    height += get_line (lines, i)->height;

  return height;
}

/* The least of them that takes as few pages as the largest. */
static double
choose_squeeze (GArray *lines,
                double  room)
{
  g_autoptr(GArray) least = list_breaks (lines, room * squeezes[G_N_ELEMENTS (squeezes) - 1]);

  for (guint i = 0; i < G_N_ELEMENTS (squeezes); i++)
    {
      g_autoptr(GArray) breaks = list_breaks (lines, room * squeezes[i]);

      if (breaks->len == least->len)
        return squeezes[i];
    }

  return 1;
}

static gboolean
has_same_heads (const KoyomiDocumentTable *self,
                const KoyomiDocumentTable *other)
{
  if (self == NULL || other == NULL || self->columns->len != other->columns->len)
    return FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const KoyomiDocumentColumn *column = &g_array_index (self->columns, KoyomiDocumentColumn, i);
      const KoyomiDocumentColumn *same = &g_array_index (other->columns, KoyomiDocumentColumn, i);

      if (column->width != same->width || strcmp (column->label, same->label) != 0)
        return FALSE;
    }

  return TRUE;
}

/* A sheet can repeat one row: where all pages behind those heads go on with a table that has the like, it is they. */
static void
repeat_heads (GArray        *lines,
              GArray        *breaks,
              lxw_worksheet *sheet)
{
  const KoyomiDocumentLine *first = breaks->len > 0 ? get_line (lines, g_array_index (breaks, lxw_row_t, 0)) : NULL;

  for (guint i = 0; i < breaks->len; i++)
    if (!has_same_heads (first->table, get_line (lines, g_array_index (breaks, lxw_row_t, i))->table))
      return;

  if (first != NULL)
    worksheet_repeat_rows (sheet, first->head, first->head);
}

/**
 * _koyomi_document_breaks_set:
 * @lines: (element-type KoyomiDocumentLine): all rows of the sheet
 * @width: of the sheet, in points
 *
 * Puts the sheet on pages as wide as it is.
 */
void
_koyomi_document_breaks_set (GArray         *lines,
                             lxw_worksheet  *sheet,
                             double          width,
                             gboolean        is_landscape)
{
  double paper_width = (is_landscape ? PAPER_WIDTH : PAPER_HEIGHT) - SIDES;
  double paper_height = (is_landscape ? PAPER_HEIGHT : PAPER_WIDTH) - ENDS;
  double scale = MIN (paper_width / width, 1);
  double room = paper_height / scale * SAFE;
  double squeeze = choose_squeeze (lines, room);
  g_autoptr(GArray) breaks = list_breaks (lines, room * squeeze);

  if (breaks->len == 0 && (squeeze > 1 || measure_sheet (lines) > room))
    worksheet_fit_to_pages (sheet, 1, 1);
  else if (squeeze > 1)
    worksheet_set_print_scale (sheet, (guint16) (scale / squeeze * 100));
  if (breaks->len > 0)
    worksheet_set_h_pagebreaks (sheet, &g_array_index (breaks, lxw_row_t, 0));
  repeat_heads (lines, breaks, sheet);
}
