#include "koyomi-xlsx-feed-private.h"

/* How many cells are handed over at once, and how often that may happen before the caller waits. */
#define BATCH_CELLS 8192
#define N_BATCHES 3

typedef enum
{
  CELL_HEIGHT,
  CELL_TEXT,
  CELL_NUMBER,
  CELL_DAY,
} CellKind;

typedef struct
{
  lxw_row_t   row;
  lxw_col_t   column;
  guint8      kind;
  lxw_format *format;
  union
  {
    double    number;
    gsize     offset;   /* of a text among the batch's */
    guint32   day;
  };
} Cell;

typedef struct
{
  GArray  *cells;
  GString *texts;
} Batch;

struct _KoyomiXlsxFeed
{
  KoyomiXlsxPage *page;
  GThread        *thread;
  GAsyncQueue    *empty;
  GAsyncQueue    *full;
  Batch          *batch;   /* the one that is filled */
};

static void
write_cell (KoyomiXlsxPage *page,
            const Batch    *batch,
            const Cell     *cell)
{
  switch ((CellKind) cell->kind)
    {
    case CELL_HEIGHT:
      _koyomi_xlsx_page_set_height (page, cell->row, cell->number);
      break;
    case CELL_TEXT:
      _koyomi_xlsx_page_set_mended (page, cell->row, cell->column, batch->texts->str + cell->offset, cell->format);
      break;
    case CELL_NUMBER:
      _koyomi_xlsx_page_set_number (page, cell->row, cell->column, cell->number, cell->format);
      break;
    case CELL_DAY:
      _koyomi_xlsx_page_set_day (page, cell->row, cell->column, cell->day, cell->format);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Until a batch comes without a cell. */
static gpointer
write_batches (gpointer data)
{
  KoyomiXlsxFeed *self = data;
  Batch *batch;

  while ((batch = g_async_queue_pop (self->full))->cells->len > 0)
    {
      for (guint i = 0; i < batch->cells->len; i++)
        write_cell (self->page, batch, &g_array_index (batch->cells, Cell, i));

      g_array_set_size (batch->cells, 0);
      g_string_truncate (batch->texts, 0);
      g_async_queue_push (self->empty, batch);
    }

  g_async_queue_push (self->empty, batch);

  return NULL;
}

/* @formats: all that will be fed, and that of the row written last: a workbook numbers its formats as they are first used, which only
 * one thread may do */
KoyomiXlsxFeed *
_koyomi_xlsx_feed_new (KoyomiXlsxPage  *page,
                       lxw_format     **formats,
                       guint            n_formats)
{
  KoyomiXlsxFeed *self = g_new0 (KoyomiXlsxFeed, 1);

  for (guint i = 0; i < n_formats; i++)
    lxw_format_get_xf_index (formats[i]);

  self->page = page;
  self->empty = g_async_queue_new ();
  self->full = g_async_queue_new ();
  for (guint i = 0; i < N_BATCHES; i++)
    {
      Batch *batch = g_new0 (Batch, 1);

      batch->cells = g_array_sized_new (FALSE, FALSE, sizeof (Cell), BATCH_CELLS);
      batch->texts = g_string_new (NULL);
      g_async_queue_push (self->empty, batch);
    }

  self->batch = g_async_queue_pop (self->empty);
  self->thread = g_thread_new ("koyomi-xlsx", write_batches, self);

  return self;
}

static void
hand_over (KoyomiXlsxFeed *self)
{
  g_async_queue_push (self->full, self->batch);
  self->batch = g_async_queue_pop (self->empty);
}

/* Writes what is left, waits for it and frees the feed. The page is the caller's again. */
void
_koyomi_xlsx_feed_finish (KoyomiXlsxFeed *self)
{
  if (self->batch->cells->len > 0)
    hand_over (self);
  g_async_queue_push (self->full, self->batch);
  g_thread_join (self->thread);

  for (guint i = 0; i < N_BATCHES; i++)
    {
      Batch *batch = g_async_queue_pop (self->empty);

      g_array_unref (batch->cells);
      g_string_free (batch->texts, TRUE);
      g_free (batch);
    }

  g_async_queue_unref (self->empty);
  g_async_queue_unref (self->full);
  g_free (self);
}

static void
add (KoyomiXlsxFeed *self,
     const Cell     *cell)
{
  g_array_append_vals (self->batch->cells, cell, 1);
  if (self->batch->cells->len >= BATCH_CELLS)
    hand_over (self);
}

void
_koyomi_xlsx_feed_set_height (KoyomiXlsxFeed *self,
                              lxw_row_t       row,
                              double          height)
{
  add (self, &(Cell) { .row = row, .kind = CELL_HEIGHT, .number = height });
}

/* The thread has more to do than the caller, who therefore mends the text. It may not be empty. */
void
_koyomi_xlsx_feed_set_text (KoyomiXlsxFeed *self,
                            lxw_row_t       row,
                            lxw_col_t       column,
                            const char     *text,
                            lxw_format     *format)
{
  Cell cell = { .row = row, .column = column, .kind = CELL_TEXT, .format = format, .offset = self->batch->texts->len };
  g_autofree char *mended = _koyomi_xlsx_page_mend_text (text);

  g_string_append (self->batch->texts, mended != NULL ? mended : text);
  g_string_append_c (self->batch->texts, '\0');
  add (self, &cell);
}

void
_koyomi_xlsx_feed_set_number (KoyomiXlsxFeed *self,
                              lxw_row_t       row,
                              lxw_col_t       column,
                              double          number,
                              lxw_format     *format)
{
  add (self, &(Cell) { .row = row, .column = column, .kind = CELL_NUMBER, .format = format, .number = number });
}

void
_koyomi_xlsx_feed_set_day (KoyomiXlsxFeed *self,
                           lxw_row_t       row,
                           lxw_col_t       column,
                           guint32         day,
                           lxw_format     *format)
{
  add (self, &(Cell) { .row = row, .column = column, .kind = CELL_DAY, .format = format, .day = day });
}
