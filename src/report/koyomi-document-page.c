#include "koyomi-document-pdf-private.h"

#include "koyomi-calendar-layout.h"
#include "koyomi-figure-style.h"
#include "koyomi-handover.h"
#include "koyomi-paper.h"
#include "koyomi-paragraph.h"
#include "koyomi-watermark.h"

#include <math.h>

/* In points. */
#define MARGIN 34
#define HEAD 28
#define FOOT 14
#define SIZE 8.2
#define SMALL 7
#define TEXT_SIZE 9
#define TITLE_SIZE 15
#define HEAD_SIZE 9.5
#define SUBJECT_SIZE 11.5
#define SECTION_SIZE 10.5
#define PADDING 3
#define ROW_PADDING 2
#define GAP 9
#define MARK_WIDTH 96
#define APPROVAL_WIDTH 58
#define APPROVAL_HEAD 14
#define APPROVAL_HEIGHT 34
#define HAIR 0.5

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
  PART_TEXT,       /* some lines of it */
  PART_FIGURES,    /* a line of them */
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
  guint n_units = 0;

  for (guint i = 0; i < table->columns->len; i++)
    n_units += g_array_index (table->columns, KoyomiDocumentColumn, i).width;

  return get_room (self) * g_array_index (table->columns, KoyomiDocumentColumn, column).width / MAX (n_units, KOYOMI_DOCUMENT_UNITS);
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
  return n_lines * koyomi_paragraph_get_line (SIZE) + 2 * ROW_PADDING;
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
      guint fitting = room > 2 * ROW_PADDING ? (guint) ((room - 2 * ROW_PADDING) / koyomi_paragraph_get_line (SIZE)) : 0;

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

static void
add_chart (KoyomiDocumentPages       *self,
           const KoyomiDocumentTable *table)
{
  double height = _koyomi_document_measure_bars (table) + GAP;

  self->y += PADDING * 2;
  if (self->y + height > get_bottom (self))
    begin_page (self);
  add_part (self, PART_CHART, table, 0, 0, 0, height);
}

static double
get_section_height (KoyomiDocumentPages       *self,
                    const KoyomiDocumentTable *table)
{
  if (*table->title == '\0')
    return 0;

  return koyomi_paragraph_get_line (SECTION_SIZE) + (table->note != NULL ? measure (self, table->note, SMALL) : 0) + 2;
}

static KoyomiParagraph
get_text (const KoyomiDocumentPages *self,
          const KoyomiDocumentTable *table)
{
  return make_paragraph (table->text, TEXT_SIZE, get_room (self), 0, KOYOMI_CHART_COLOUR_TEXT);
}

static guint
count_text_lines (KoyomiDocumentPages       *self,
                  const KoyomiDocumentTable *table)
{
  KoyomiParagraph paragraph = get_text (self, table);

  return koyomi_paragraph_count_lines (&paragraph, self->texts);
}

/* Broken between two lines where a page ends. */
static void
add_text (KoyomiDocumentPages       *self,
          const KoyomiDocumentTable *table)
{
  guint n_lines = count_text_lines (self, table);
  double line = koyomi_paragraph_get_line (TEXT_SIZE);

  for (guint first = 0; first < n_lines;)
    {
      guint fitting = (guint) MAX ((get_bottom (self) - self->y) / line, 0);

      if (fitting == 0)
        {
          begin_page (self);
          continue;
        }

      fitting = MIN (fitting, n_lines - first);
      add_part (self, PART_TEXT, table, 0, first, fitting, fitting * line);
      first += fitting;
    }
  self->y += PADDING;
}

static void
add_figures (KoyomiDocumentPages       *self,
             const KoyomiDocumentTable *table)
{
  for (guint i = 0; i < _koyomi_document_count_lines (table); i++)
    {
      double height = _koyomi_document_measure_figures (table, i, get_room (self));

      if (self->y + height > get_bottom (self) + GAP)
        begin_page (self);
      add_part (self, PART_FIGURES, table, i, 0, 0, height);
    }
}

/* What the first thing under a heading takes, so much of it that it makes sense there. */
static double
get_least_height (KoyomiDocumentPages       *self,
                  const KoyomiDocumentTable *table)
{
  double height = get_heads_height (self, table);
  guint n_lines = 0;

  if (table->text != NULL)
    return koyomi_paragraph_get_line (TEXT_SIZE) * MIN (count_text_lines (self, table), LEAST_LINES);
  if (table->figures->len > 0)
    return _koyomi_document_measure_figures (table, 0, get_room (self));

  for (guint i = 0; i < table->rows->len && n_lines < LEAST_LINES; i++)
    {
      guint whole = count_lines (self, table, i);
      guint n = whole > MOST_WHOLE_LINES ? LEAST_LINES : whole;

      height += get_lines_height (n);
      n_lines += n;
    }

  return height;
}

/* A table of facts is not broken where a page has room for all of it, nor is one with bars. */
static double
get_whole_height (KoyomiDocumentPages       *self,
                  const KoyomiDocumentTable *table)
{
  double height = get_section_height (self, table) + get_heads_height (self, table);

  if (_koyomi_document_has_heads (table) && table->n_charted == 0)
    return 0;

  for (guint i = 0; i < table->rows->len; i++)
    height += get_lines_height (count_lines (self, table, i));
  if (table->n_charted > 0 && table->rows->len > 0)
    height += _koyomi_document_measure_bars (table) + GAP + 2 * PADDING;

  return height < get_bottom (self) - MARGIN - HEAD ? height : 0;
}

static gboolean
has_pages (const KoyomiDocumentTable *table)
{
  return !table->is_book_only && (!table->is_list || table->has_pages) &&
         (table->text != NULL || table->figures->len > 0 || table->rows->len > 0 || table->empty != NULL);
}

static void
add_rows (KoyomiDocumentPages       *self,
          const KoyomiDocumentTable *table)
{
  if (table->rows->len == 0)
    {
      if (table->empty != NULL)
        add_part (self, PART_EMPTY, table, 0, 0, 0, measure (self, table->empty, SIZE) + 2 * PADDING);
      return;
    }

  add_heads (self, table);
  for (guint i = 0; i < table->rows->len; i++)
    add_row (self, table, i);
  if (table->n_charted > 0)
    add_chart (self, table);
}

/* What is a few words goes with what follows them on the sheet. Returns: (nullable) */
static const KoyomiDocumentTable *
find_next (const KoyomiDocumentPages *self,
           guint                      index)
{
  const KoyomiDocumentTable *table = g_ptr_array_index (self->document->tables, index);

  if (table->text == NULL || table->rows->len > 0 || table->figures->len > 0)
    return NULL;

  for (guint i = index + 1; i < self->document->tables->len; i++)
    {
      const KoyomiDocumentTable *next = g_ptr_array_index (self->document->tables, i);

      if (next->sheet == table->sheet && has_pages (next))
        return next;
    }

  return NULL;
}

static double
get_start_height (KoyomiDocumentPages       *self,
                  const KoyomiDocumentTable *table)
{
  return MAX (get_section_height (self, table) + get_least_height (self, table), get_whole_height (self, table));
}

/* A heading never stands alone at the end of a page. */
static void
add_table (KoyomiDocumentPages *self,
           guint                index)
{
  const KoyomiDocumentTable *table = g_ptr_array_index (self->document->tables, index);
  const KoyomiDocumentTable *next = find_next (self, index);
  double height = get_start_height (self, table);

  if (!has_pages (table))
    return;

  self->y += *table->title != '\0' ? GAP : PADDING;
  if (self->y + height + (next != NULL ? GAP + get_start_height (self, next) : 0) > get_bottom (self))
    begin_page (self);
  add_part (self, PART_SECTION, table, 0, 0, 0, get_section_height (self, table));
  if (table->text != NULL)
    add_text (self, table);
  add_figures (self, table);
  add_rows (self, table);
}

static double
get_title_height (KoyomiDocumentPages *self)
{
  const KoyomiDocument *document = self->document;
  double height = measure (self, document->subject, SUBJECT_SIZE) + measure (self, document->facts->organisation, SIZE);

  for (guint i = 0; i < document->remarks->len; i++)
    height += measure (self, g_ptr_array_index (document->remarks, i), SIZE);
  if (*document->number != '\0')
    height += measure (self, document->number, SIZE);

  return document->has_approvals ? MAX (height, APPROVAL_HEAD + APPROVAL_HEIGHT) : height;
}

/* A4, upright or on its side. @document must stay. */
KoyomiDocumentPages *
_koyomi_document_pages_new (const KoyomiDocument *document)
{
  KoyomiDocumentPages *self = g_new0 (KoyomiDocumentPages, 1);

  self->document = document;
  self->texts = koyomi_chart_text_new (document->language);
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  if (document->is_landscape)
    koyomi_paper_get_size (KOYOMI_PAPER_A4, &self->width, &self->height);
  else
    koyomi_paper_get_size (KOYOMI_PAPER_A4, &self->height, &self->width);

  begin_page (self);
  add_part (self, PART_TITLE, NULL, 0, 0, 0, get_title_height (self));
  for (guint i = 0; i < document->tables->len; i++)
    add_table (self, i);

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
  g_autofree char *moment = _koyomi_document_dup_stamp (document);
  g_autofree char *stamp = *document->number != '\0' ? g_strjoin ("   ", document->number, moment, NULL) : g_steal_pointer (&moment);
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
paint_ground (KoyomiRect    rect,
              KoyomiColour  fill,
              gboolean      filled,
              cairo_t      *cr)
{
  cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
  if (filled)
    {
      set_colour (cr, fill);
      cairo_fill_preserve (cr);
    }
  set_colour (cr, get_colour (KOYOMI_CHART_COLOUR_QUARTER_LINE));
  cairo_set_line_width (cr, HAIR);
  cairo_stroke (cr);
}

/* Boxes at the right for those who prepared, checked and approved it. */
static void
paint_approvals (KoyomiDocumentPages *self,
                 double               y,
                 cairo_t             *cr)
{
  double x = self->width - MARGIN - KOYOMI_N_APPROVALS * APPROVAL_WIDTH;

  for (guint i = 0; i < KOYOMI_N_APPROVALS; i++, x += APPROVAL_WIDTH)
    {
      KoyomiParagraph head = make_paragraph (koyomi_approval_get_label (i, self->document->language), SMALL, APPROVAL_WIDTH,
                                             KOYOMI_CHART_TEXT_CENTRED, KOYOMI_CHART_COLOUR_TEXT);

      paint_ground ((KoyomiRect) { x, y, APPROVAL_WIDTH, APPROVAL_HEAD }, get_colour (KOYOMI_CHART_COLOUR_HEAD), TRUE, cr);
      paint_ground ((KoyomiRect) { x, y + APPROVAL_HEAD, APPROVAL_WIDTH, APPROVAL_HEIGHT }, 0, FALSE, cr);
      koyomi_paragraph_paint (&head, self->texts, 0, 1, x, y + (APPROVAL_HEAD - koyomi_paragraph_get_line (SMALL)) / 2, cr);
    }
}

static void
paint_title (KoyomiDocumentPages *self,
             double               y,
             cairo_t             *cr)
{
  const KoyomiDocument *document = self->document;

  if (document->has_approvals)
    paint_approvals (self, y, cr);
  y += paint_text (self, document->subject, SUBJECT_SIZE, TRUE, KOYOMI_CHART_COLOUR_TEXT, y, cr);
  y += paint_text (self, document->facts->organisation, SIZE, TRUE, KOYOMI_CHART_COLOUR_TEXT, y, cr);
  if (*document->number != '\0')
    {
      g_autofree char *number = koyomi_handover_format_number (document->number, document->language);

      y += paint_text (self, number, SIZE, FALSE, KOYOMI_CHART_COLOUR_TEXT, y, cr);
    }
  for (guint i = 0; i < document->remarks->len; i++)
    y += paint_text (self, g_ptr_array_index (document->remarks, i), SIZE, FALSE, KOYOMI_CHART_COLOUR_TEXT, y, cr);
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

      paint_ground ((KoyomiRect) { x, part->y, width, part->height }, get_colour (KOYOMI_CHART_COLOUR_HEAD), TRUE, cr);
      koyomi_paragraph_paint (&paragraph, self->texts, 0, G_MAXUINT16, x + PADDING, part->y + ROW_PADDING, cr);
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
  const KoyomiStatusStyle *status = cell->has_status ? koyomi_figure_style_get_status (KOYOMI_CHART_PALETTE_PRINT, cell->status) : NULL;
  g_autofree char *text = _koyomi_document_cell_dup_text (cell);
  KoyomiParagraph paragraph = make_paragraph (text, SIZE, rect.width - 2 * PADDING, get_flags (cell),
                                              is_marked ? KOYOMI_CHART_COLOUR_HEAD_NOW_TEXT : KOYOMI_CHART_COLOUR_TEXT);

  if (status != NULL && !is_marked)
    paragraph.colour = status->text;
  paint_ground (rect, is_marked ? get_colour (KOYOMI_CHART_COLOUR_HEAD_NOW)
                      : status != NULL ? status->tint : get_colour (KOYOMI_CHART_COLOUR_HEAD),
                is_label || is_marked || status != NULL, cr);
  koyomi_paragraph_paint (&paragraph, self->texts, part->first_line, part->n_lines, rect.x + PADDING, rect.y + ROW_PADDING, cr);
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

static void
paint_part (KoyomiDocumentPages *self,
            const Part          *part,
            cairo_t             *cr)
{
  KoyomiParagraph paragraph;

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
      _koyomi_document_paint_bars (part->table, self->texts, (KoyomiRect) { MARGIN, part->y, get_room (self), part->height }, cr);
      break;
    case PART_TEXT:
      paragraph = get_text (self, part->table);
      koyomi_paragraph_paint (&paragraph, self->texts, part->first_line, part->n_lines, MARGIN, part->y, cr);
      break;
    case PART_FIGURES:
      _koyomi_document_paint_figures (part->table, part->row, (KoyomiRect) { MARGIN, part->y, get_room (self), part->height }, cr);
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
  koyomi_watermark_paint (self->document->facts->watermark, self->document->language, self->width, self->height, cr);
}
