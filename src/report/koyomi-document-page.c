#include "koyomi-document-pdf-private.h"

#include "koyomi-calendar-layout.h"
#include "koyomi-paper.h"
#include "koyomi-paragraph.h"

#include <math.h>

/* In points. */
#define MARGIN 40
#define HEAD 34
#define FOOT 16
#define SIZE 8.2
#define SMALL 7
#define TITLE_SIZE 15
#define HEAD_SIZE 9.5
#define SUBJECT_SIZE 11.5
#define SECTION_SIZE 10.5
#define PADDING 3
#define GAP 11
#define MARK_WIDTH 96
#define HAIR 0.5

/* Of a chart. */
#define BAR 7
#define BAR_GAP 5
#define NAME_SHARE 0.26
#define VALUE_WIDTH 34
#define MOST_BARS 10

/* A row that is cut at the end of a page leaves at least so many lines on either. */
#define LEAST_LINES 3

/* And is longer than this: others go to the next page as a whole. */
#define MOST_WHOLE_LINES 12

typedef enum
{
  PART_TITLE,      /* of the document */
  PART_SECTION,    /* of a table, with its note */
  PART_HEADS,
  PART_ROW,
  PART_EMPTY,
  PART_CHART,
} PartKind;

/* Something that stands on a page. */
typedef struct
{
  PartKind                   kind;
  guint                      page;
  double                     y;
  double                     height;
  const KoyomiDocumentTable *table;
  guint                      row;
  guint                      first_line;
  guint                      n_lines;
} Part;

struct _KoyomiDocumentPages
{
  const KoyomiDocument *document;
  KoyomiChartText      *texts;
  double                width;
  double                height;
  GArray               *parts;      /* (element-type Part) */
  guint                 n_pages;
  double                y;          /* where the next part goes */
};

static const KoyomiColour series_colours[] = { 0x1a5fb4, 0x8fb8e8, 0x9a9996 };

static KoyomiColour
get_colour (KoyomiChartColour colour)
{
  return koyomi_chart_style_get_colour (KOYOMI_CHART_PALETTE_PRINT, colour);
}

static void
set_colour (cairo_t      *cr,
            KoyomiColour  colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

static double
get_room (const KoyomiDocumentPages *self)
{
  return self->width - 2 * MARGIN;
}

static double
get_bottom (const KoyomiDocumentPages *self)
{
  return self->height - MARGIN - FOOT;
}

static double
get_column_width (const KoyomiDocumentPages *self,
                  const KoyomiDocumentTable *table,
                  guint                      column)
{
  return get_room (self) * g_array_index (table->columns, KoyomiDocumentColumn, column).width / KOYOMI_DOCUMENT_UNITS;
}

static KoyomiParagraph
make_paragraph (const char           *text,
                double                size,
                double                width,
                KoyomiChartTextFlags  flags,
                KoyomiChartColour     colour)
{
  return (KoyomiParagraph) { text, size, width, flags, get_colour (colour) };
}

static double
measure (KoyomiDocumentPages *self,
         const char          *text,
         double               size)
{
  KoyomiParagraph paragraph = make_paragraph (text, size, get_room (self), 0, KOYOMI_CHART_COLOUR_TEXT);

  return koyomi_paragraph_count_lines (&paragraph, self->texts) * koyomi_paragraph_get_line (size);
}

/* Returns: how high it is */
static double
paint_text (KoyomiDocumentPages *self,
            const char          *text,
            double               size,
            gboolean             bold,
            KoyomiChartColour    colour,
            double               y,
            cairo_t             *cr)
{
  KoyomiParagraph paragraph = make_paragraph (text, size, get_room (self), bold ? KOYOMI_CHART_TEXT_BOLD : 0, colour);
  guint n_lines = koyomi_paragraph_count_lines (&paragraph, self->texts);

  koyomi_paragraph_paint (&paragraph, self->texts, 0, n_lines, MARGIN, y, cr);

  return n_lines * koyomi_paragraph_get_line (size);
}

static void
begin_page (KoyomiDocumentPages *self)
{
  self->n_pages++;
  self->y = MARGIN + HEAD;
}

static void
add_part (KoyomiDocumentPages       *self,
          PartKind                   kind,
          const KoyomiDocumentTable *table,
          guint                      row,
          guint                      first_line,
          guint                      n_lines,
          double                     height)
{
  Part part = { kind, self->n_pages - 1, self->y, height, table, row, first_line, n_lines };

  g_array_append_val (self->parts, part);
  self->y += height;
}

static KoyomiChartTextFlags
get_flags (const KoyomiDocumentCell *cell)
{
  return (cell->mark != KOYOMI_DOCUMENT_SAME ? KOYOMI_CHART_TEXT_BOLD : 0) |
         (cell->kind >= KOYOMI_DOCUMENT_CELL_NUMBER ? KOYOMI_CHART_TEXT_CENTRED : 0);
}

static guint
count_lines (KoyomiDocumentPages       *self,
             const KoyomiDocumentTable *table,
             guint                      index)
{
  const KoyomiDocumentRow *row = g_ptr_array_index (table->rows, index);
  guint most = 1;

  for (guint i = 0; i < table->columns->len; i++)
    {
      const KoyomiDocumentCell *cell = &g_array_index (row->cells, KoyomiDocumentCell, i);
      g_autofree char *text = _koyomi_document_cell_dup_text (cell);
      KoyomiParagraph paragraph = make_paragraph (text, SIZE, get_column_width (self, table, i) - 2 * PADDING, get_flags (cell),
                                                  KOYOMI_CHART_COLOUR_TEXT);

      most = MAX (most, koyomi_paragraph_count_lines (&paragraph, self->texts));
    }

  return most;
}

static double
get_lines_height (guint n_lines)
{
  return n_lines * koyomi_paragraph_get_line (SIZE) + 2 * PADDING;
}

static double
get_heads_height (KoyomiDocumentPages       *self,
                  const KoyomiDocumentTable *table)
{
  guint most = 1;

  if (!_koyomi_document_has_heads (table))
    return 0;

  for (guint i = 0; i < table->columns->len; i++)
    {
      KoyomiParagraph paragraph = make_paragraph (g_array_index (table->columns, KoyomiDocumentColumn, i).label, SIZE,
                                                  get_column_width (self, table, i) - 2 * PADDING, KOYOMI_CHART_TEXT_BOLD,
                                                  KOYOMI_CHART_COLOUR_TEXT);

      most = MAX (most, koyomi_paragraph_count_lines (&paragraph, self->texts));
    }

  return get_lines_height (most);
}

static void
add_heads (KoyomiDocumentPages       *self,
           const KoyomiDocumentTable *table)
{
  if (_koyomi_document_has_heads (table))
    add_part (self, PART_HEADS, table, 0, 0, 0, get_heads_height (self, table));
}

/* A row that the page has no room for goes to the next with the headings; a long one is cut between two lines. */
static void
add_row (KoyomiDocumentPages       *self,
         const KoyomiDocumentTable *table,
         guint                      index)
{
  guint n_lines = count_lines (self, table, index);
  guint first = 0;

  while (first < n_lines)
    {
      double room = get_bottom (self) - self->y;
      guint left = n_lines - first;
      guint fitting = room > 2 * PADDING ? (guint) ((room - 2 * PADDING) / koyomi_paragraph_get_line (SIZE)) : 0;

      if (fitting < left && n_lines <= MOST_WHOLE_LINES)
        {
          begin_page (self);
          add_heads (self, table);
        }
      else if (fitting >= left || (fitting >= LEAST_LINES && left >= fitting + LEAST_LINES))
        {
          add_part (self, PART_ROW, table, index, first, MIN (fitting, left), get_lines_height (MIN (fitting, left)));
          first += MIN (fitting, left);
        }
      else if (fitting > left - MIN (LEAST_LINES, left) && fitting >= 2 * LEAST_LINES)
        {
          add_part (self, PART_ROW, table, index, first, left - LEAST_LINES, get_lines_height (left - LEAST_LINES));
          first = n_lines - LEAST_LINES;
        }
      else
        {
          begin_page (self);
          add_heads (self, table);
        }
    }
}

static double
get_chart_height (const KoyomiDocumentTable *table)
{
  return MIN (table->rows->len, MOST_BARS) * (table->n_charted * BAR + BAR_GAP) + SIZE * 2 + GAP;
}

static void
add_chart (KoyomiDocumentPages       *self,
           const KoyomiDocumentTable *table)
{
  double height = get_chart_height (table);

  self->y += PADDING * 2;
  if (self->y + height > get_bottom (self))
    begin_page (self);
  add_part (self, PART_CHART, table, 0, 0, 0, height);
}

static double
get_section_height (KoyomiDocumentPages       *self,
                    const KoyomiDocumentTable *table)
{
  return koyomi_paragraph_get_line (SECTION_SIZE) + (table->note != NULL ? measure (self, table->note, SMALL) : 0) + 2;
}

/* A heading never stands alone at the end of a page. */
static void
add_table (KoyomiDocumentPages       *self,
           const KoyomiDocumentTable *table)
{
  double section = get_section_height (self, table);
  double least = section + get_heads_height (self, table) + get_lines_height (LEAST_LINES);

  if (table->rows->len == 0 && table->empty == NULL)
    return;

  self->y += GAP;
  if (self->y + least > get_bottom (self))
    begin_page (self);
  add_part (self, PART_SECTION, table, 0, 0, 0, section);
  if (table->rows->len == 0)
    {
      add_part (self, PART_EMPTY, table, 0, 0, 0, measure (self, table->empty, SIZE) + 2 * PADDING);
      return;
    }

  add_heads (self, table);
  for (guint i = 0; i < table->rows->len; i++)
    add_row (self, table, i);
  if (table->n_charted > 0)
    add_chart (self, table);
}

static double
get_title_height (KoyomiDocumentPages *self)
{
  const KoyomiDocument *document = self->document;
  double height = measure (self, document->subject, SUBJECT_SIZE) + measure (self, document->facts->organisation, SIZE);

  for (guint i = 0; i < document->remarks->len; i++)
    height += measure (self, g_ptr_array_index (document->remarks, i), SIZE);

  return height;
}

/* Upright A4. @document must stay. */
KoyomiDocumentPages *
_koyomi_document_pages_new (const KoyomiDocument *document)
{
  KoyomiDocumentPages *self = g_new0 (KoyomiDocumentPages, 1);

  self->document = document;
  self->texts = koyomi_chart_text_new (document->language);
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  koyomi_paper_get_size (KOYOMI_PAPER_A4, &self->height, &self->width);

  begin_page (self);
  add_part (self, PART_TITLE, NULL, 0, 0, 0, get_title_height (self));
  for (guint i = 0; i < document->tables->len; i++)
    {
      const KoyomiDocumentTable *table = g_ptr_array_index (document->tables, i);

      if (!table->is_list)
        add_table (self, table);
    }

  return self;
}

void
_koyomi_document_pages_free (KoyomiDocumentPages *self)
{
  if (self == NULL)
    return;

  koyomi_chart_text_free (self->texts);
  g_array_unref (self->parts);
  g_free (self);
}

guint
_koyomi_document_pages_get_n (KoyomiDocumentPages *self)
{
  return self->n_pages;
}

static void
paint_box (KoyomiDocumentPages *self,
           const char          *text,
           double               x,
           double               width,
           cairo_t             *cr)
{
  KoyomiParagraph paragraph = make_paragraph (text, SIZE, width - 4, KOYOMI_CHART_TEXT_BOLD | KOYOMI_CHART_TEXT_CENTRED,
                                              KOYOMI_CHART_COLOUR_MARK);
  guint n_lines = MIN (koyomi_paragraph_count_lines (&paragraph, self->texts), 2);

  set_colour (cr, get_colour (KOYOMI_CHART_COLOUR_MARK));
  cairo_set_line_width (cr, 1.2);
  cairo_rectangle (cr, x, MARGIN - 6, width, n_lines * koyomi_paragraph_get_line (SIZE) + 6);
  cairo_stroke (cr);
  koyomi_paragraph_paint (&paragraph, self->texts, 0, n_lines, x + 2, MARGIN - 3, cr);
}

/* On every page: what it is, how secret, that it is a drill, of which moment, and which page. */
static void
paint_frame (KoyomiDocumentPages *self,
             guint                page,
             cairo_t             *cr)
{
  const KoyomiDocument *document = self->document;
  g_autofree char *stamp = _koyomi_document_dup_stamp (document);
  g_autofree char *number = g_strdup_printf ("%u / %u", page + 1, self->n_pages);
  g_autofree char *title = page == 0 ? g_strdup (document->title) : g_strjoin ("  ", document->title, document->subject, NULL);
  double right = self->width - MARGIN;
  double room = get_room (self);
  KoyomiParagraph head, foot = make_paragraph (number, SMALL, room, KOYOMI_CHART_TEXT_CENTRED, KOYOMI_CHART_COLOUR_FAINT_TEXT);

  if (*document->facts->classification != '\0')
    {
      right -= MARK_WIDTH;
      paint_box (self, document->facts->classification, right, MARK_WIDTH, cr);
    }
  if (*document->mark != '\0')
    {
      right -= MARK_WIDTH + PADDING;
      paint_box (self, document->mark, right, MARK_WIDTH, cr);
    }

  head = make_paragraph (title, page == 0 ? TITLE_SIZE : HEAD_SIZE, right - MARGIN - PADDING, KOYOMI_CHART_TEXT_BOLD,
                         KOYOMI_CHART_COLOUR_TEXT);
  koyomi_paragraph_paint (&head, self->texts, 0, page == 0 ? 1 : 2, MARGIN, MARGIN - 6, cr);
  koyomi_paragraph_paint (&foot, self->texts, 0, 1, MARGIN, self->height - MARGIN, cr);
  foot = make_paragraph (stamp, SMALL, room * 0.75, 0, KOYOMI_CHART_COLOUR_FAINT_TEXT);
  koyomi_paragraph_paint (&foot, self->texts, 0, 1, MARGIN, self->height - MARGIN - SMALL * 1.6, cr);
}

static void
paint_title (KoyomiDocumentPages *self,
             double               y,
             cairo_t             *cr)
{
  const KoyomiDocument *document = self->document;

  y += paint_text (self, document->subject, SUBJECT_SIZE, TRUE, KOYOMI_CHART_COLOUR_TEXT, y, cr);
  y += paint_text (self, document->facts->organisation, SIZE, TRUE, KOYOMI_CHART_COLOUR_TEXT, y, cr);
  for (guint i = 0; i < document->remarks->len; i++)
    y += paint_text (self, g_ptr_array_index (document->remarks, i), SIZE, FALSE, KOYOMI_CHART_COLOUR_TEXT, y, cr);
}

static void
paint_ground (KoyomiRect         rect,
              KoyomiChartColour  fill,
              gboolean           filled,
              cairo_t           *cr)
{
  cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
  if (filled)
    {
      set_colour (cr, get_colour (fill));
      cairo_fill_preserve (cr);
    }
  set_colour (cr, get_colour (KOYOMI_CHART_COLOUR_QUARTER_LINE));
  cairo_set_line_width (cr, HAIR);
  cairo_stroke (cr);
}

static void
paint_heads (KoyomiDocumentPages *self,
             const Part          *part,
             cairo_t             *cr)
{
  double x = MARGIN;

  for (guint i = 0; i < part->table->columns->len; i++)
    {
      double width = get_column_width (self, part->table, i);
      KoyomiParagraph paragraph = make_paragraph (g_array_index (part->table->columns, KoyomiDocumentColumn, i).label, SIZE,
                                                  width - 2 * PADDING, KOYOMI_CHART_TEXT_BOLD, KOYOMI_CHART_COLOUR_TEXT);

      paint_ground ((KoyomiRect) { x, part->y, width, part->height }, KOYOMI_CHART_COLOUR_HEAD, TRUE, cr);
      koyomi_paragraph_paint (&paragraph, self->texts, 0, G_MAXUINT16, x + PADDING, part->y + PADDING, cr);
      x += width;
    }
}

static void
paint_cell (KoyomiDocumentPages      *self,
            const Part               *part,
            const KoyomiDocumentCell *cell,
            KoyomiRect                rect,
            cairo_t                  *cr)
{
  gboolean is_label = cell->kind == KOYOMI_DOCUMENT_CELL_LABEL;
  gboolean is_marked = cell->mark != KOYOMI_DOCUMENT_SAME;
  g_autofree char *text = _koyomi_document_cell_dup_text (cell);
  KoyomiParagraph paragraph = make_paragraph (text, SIZE, rect.width - 2 * PADDING, get_flags (cell),
                                              is_marked ? KOYOMI_CHART_COLOUR_HEAD_NOW_TEXT : KOYOMI_CHART_COLOUR_TEXT);

  paint_ground (rect, is_marked ? KOYOMI_CHART_COLOUR_HEAD_NOW : KOYOMI_CHART_COLOUR_HEAD, is_label || is_marked, cr);
  koyomi_paragraph_paint (&paragraph, self->texts, part->first_line, part->n_lines, rect.x + PADDING, rect.y + PADDING, cr);
}

static void
paint_row (KoyomiDocumentPages *self,
           const Part          *part,
           cairo_t             *cr)
{
  const KoyomiDocumentRow *row = g_ptr_array_index (part->table->rows, part->row);
  double x = MARGIN;

  for (guint i = 0; i < part->table->columns->len; i++)
    {
      double width = get_column_width (self, part->table, i);

      paint_cell (self, part, &g_array_index (row->cells, KoyomiDocumentCell, i), (KoyomiRect) { x, part->y, width, part->height }, cr);
      x += width;
    }
}

static double
get_value (const KoyomiDocumentTable *table,
           guint                      row,
           guint                      series)
{
  double value = g_array_index (((KoyomiDocumentRow *) g_ptr_array_index (table->rows, row))->cells, KoyomiDocumentCell, 1 + series).value;

  return isfinite (value) ? value : 0;
}

static double
get_largest (const KoyomiDocumentTable *table)
{
  double largest = 1;

  for (guint i = 0; i < table->rows->len; i++)
    for (guint j = 0; j < table->n_charted; j++)
      largest = fmax (largest, get_value (table, i, j));

  return largest;
}

static void
paint_legend (KoyomiDocumentPages *self,
              const Part          *part,
              cairo_t             *cr)
{
  double x = MARGIN + get_room (self) * NAME_SHARE;

  for (guint i = 0; i < part->table->n_charted; i++)
    {
      g_autofree char *label = g_strdelimit (g_strdup (g_array_index (part->table->columns, KoyomiDocumentColumn, 1 + i).label), "\n", ' ');
      KoyomiParagraph paragraph = make_paragraph (label, SMALL, get_room (self), 0, KOYOMI_CHART_COLOUR_TEXT);

      set_colour (cr, series_colours[i % G_N_ELEMENTS (series_colours)]);
      cairo_rectangle (cr, x, part->y + 2, SMALL, SMALL);
      cairo_fill (cr);
      koyomi_paragraph_paint (&paragraph, self->texts, 0, 1, x + SMALL + PADDING, part->y, cr);
      x += SMALL + koyomi_chart_text_get_width (self->texts, label, SMALL, 0) + 5 * PADDING;
    }
}

static void
paint_bars (KoyomiDocumentPages *self,
            const Part          *part,
            guint                row,
            double               largest,
            double               y,
            cairo_t             *cr)
{
  double start = MARGIN + get_room (self) * NAME_SHARE;
  double room = get_room (self) * (1 - NAME_SHARE) - VALUE_WIDTH;
  const KoyomiDocumentCell *name = &g_array_index (((KoyomiDocumentRow *) g_ptr_array_index (part->table->rows, row))->cells, KoyomiDocumentCell, 0);
  KoyomiParagraph paragraph = make_paragraph (name->text, SMALL, get_room (self) * NAME_SHARE - PADDING, 0, KOYOMI_CHART_COLOUR_TEXT);

  koyomi_paragraph_paint (&paragraph, self->texts, 0, 2, MARGIN, y, cr);
  for (guint i = 0; i < part->table->n_charted; i++, y += BAR)
    {
      double value = get_value (part->table, row, i);
      g_autofree char *text = g_strdup_printf ("%g", value);
      double width = room * value / largest;

      set_colour (cr, series_colours[i % G_N_ELEMENTS (series_colours)]);
      cairo_rectangle (cr, start, y + 1, MAX (width, HAIR), BAR - 1);
      cairo_fill (cr);
      paragraph = make_paragraph (text, BAR - 1, VALUE_WIDTH, 0, KOYOMI_CHART_COLOUR_TEXT);
      koyomi_paragraph_paint (&paragraph, self->texts, 0, 1, start + width + 2, y - 0.3, cr);
    }
}

/* The numbers of the table as bars; each has its number at its end. */
static void
paint_chart (KoyomiDocumentPages *self,
             const Part          *part,
             cairo_t             *cr)
{
  double largest = get_largest (part->table);
  double y = part->y + SIZE * 2;

  paint_legend (self, part, cr);
  for (guint i = 0; i < MIN (part->table->rows->len, MOST_BARS); i++, y += part->table->n_charted * BAR + BAR_GAP)
    paint_bars (self, part, i, largest, y, cr);
}

static void
paint_part (KoyomiDocumentPages *self,
            const Part          *part,
            cairo_t             *cr)
{
  switch (part->kind)
    {
    case PART_TITLE:
      paint_title (self, part->y, cr);
      break;
    case PART_SECTION:
      paint_text (self, part->table->title, SECTION_SIZE, TRUE, KOYOMI_CHART_COLOUR_TEXT, part->y, cr);
      if (part->table->note != NULL)
        paint_text (self, part->table->note, SMALL, FALSE, KOYOMI_CHART_COLOUR_FAINT_TEXT,
                    part->y + koyomi_paragraph_get_line (SECTION_SIZE), cr);
      break;
    case PART_HEADS:
      paint_heads (self, part, cr);
      break;
    case PART_ROW:
      paint_row (self, part, cr);
      break;
    case PART_CHART:
      paint_chart (self, part, cr);
      break;
    case PART_EMPTY:
    default:
      paint_text (self, part->table->empty, SIZE, FALSE, KOYOMI_CHART_COLOUR_FAINT_TEXT, part->y + PADDING, cr);
      break;
    }
}

void
_koyomi_document_pages_paint (KoyomiDocumentPages *self,
                              guint                page,
                              cairo_t             *cr)
{
  paint_frame (self, page, cr);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      if (part->page == page)
        paint_part (self, part, cr);
    }
}
