#include "koyomi-text-table.h"

#include "koyomi-csv.h"
#include "koyomi-input-private.h"
#include "koyomi-report-error.h"
#include "koyomi-text-encoding-private.h"
#include "koyomi-text.h"

#include <string.h>
#include <unistd.h>

/* Rows that are looked at to find the separator. */
#define SAMPLE_ROWS 50

#define N_CANDIDATES 3

static const char candidates[] = "\t,;";

struct _KoyomiTextTable
{
  char               *name;
  KoyomiTableLimits   limits;
  KoyomiTextEncoding  encoding;
  char                separator;
  char               *text;
  gsize               length;
  gboolean            complete;     /* FALSE: behind the text stand bytes that could not be decoded */
};

typedef enum
{
  NEXT_CELL,
  NEXT_ROW,
  NEXT_NOTHING,
} Next;

typedef struct
{
  const char *p;
  const char *end;
  char        separator;
  guint       row;          /* from 1 */
  guint       column;       /* from 0 */
  gboolean    open;         /* the text ends within quotes */
} Scanner;

static gboolean
is_break (char c)
{
  return c == '\n' || c == '\r';
}

/* @cell gets what stands between the quotes; a quote within is doubled. */
static void
scan_quoted (Scanner *self,
             GString *cell)
{
  const char *from = ++self->p;

  for (; self->p < self->end; self->p++)
    {
      if (*self->p != '"')
        continue;

      g_string_append_len (cell, from, self->p - from);
      if (self->p + 1 == self->end || self->p[1] != '"')
        {
          self->p++;
          return;
        }
      from = ++self->p;
    }

  g_string_append_len (cell, from, self->p - from);
  self->open = TRUE;
}

/* Reads one cell and what ends it. Whatever stands between a closing quote and the separator belongs to the cell, as Excel
 * has it; a quote in the middle of a cell is a letter. */
static Next
scan_cell (Scanner *self,
           GString *cell)
{
  const char *from;

  g_string_truncate (cell, 0);
  self->open = FALSE;

  if (self->p < self->end && *self->p == '"')
    scan_quoted (self, cell);

  for (from = self->p; self->p < self->end && *self->p != self->separator && !is_break (*self->p); self->p++)
    ;
  g_string_append_len (cell, from, self->p - from);

  if (self->p == self->end)
    return NEXT_NOTHING;

  if (*self->p == self->separator)
    {
      self->p++;
      return NEXT_CELL;
    }

  if (self->p[0] == '\r' && self->p + 1 < self->end && self->p[1] == '\n')
    self->p++;
  self->p++;

  return self->p == self->end ? NEXT_NOTHING : NEXT_ROW;
}

/* Counts the candidates of one row, outside of quotes, which open at its begin or behind any of them.
 * Returns: the begin of the next row */
static const char *
count_separators (const char *p,
                  const char *end,
                  guint      *counts)
{
  const char *begin = p;

  for (; p < end && !is_break (*p); p++)
    {
      const char *candidate = strchr (candidates, *p);

      if (candidate != NULL && *p != '\0')
        counts[candidate - candidates]++;
      else if (*p == '"' && (p == begin || strchr (candidates, p[-1]) != NULL))
        {
          /* A doubled quote closes and opens again at once. */
          for (p++; p < end && (*p != '"' || (p + 1 < end && p[1] == '"' && ++p)); p++)
            ;
          if (p == end)
            return end;
        }
    }

  return p < end ? p + 1 : end;
}

/* The separator that most rows hold, and among equals the one that makes most cells. */
static char
detect_separator (KoyomiTextTable *self)
{
  const char *end = self->text + self->length;
  const char *p = self->text;
  guint n_rows[N_CANDIDATES] = { 0 };
  guint n_cells[N_CANDIDATES] = { 0 };
  guint best = 0;

  for (guint row = 0; p < end && row < SAMPLE_ROWS; row++)
    {
      guint counts[N_CANDIDATES] = { 0 };

      p = count_separators (p, end, counts);
      for (guint i = 0; i < N_CANDIDATES; i++)
        {
          n_rows[i] += counts[i] > 0;
          n_cells[i] += counts[i];
        }
    }

  for (guint i = 1; i < N_CANDIDATES; i++)
    if (n_rows[i] > n_rows[best] || (n_rows[i] == n_rows[best] && n_cells[i] > n_cells[best]))
      best = i;

  return candidates[best];
}

static gboolean
refuse (GError     **error,
        const char  *name,
        const char  *what)
{
  g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_NOT_A_WORKBOOK, "“%s” %s", name, what);

  return FALSE;
}

static gboolean
holds_nul (KoyomiTextEncoding  encoding,
           const char         *bytes,
           gsize               length)
{
  return encoding != KOYOMI_TEXT_ENCODING_UTF_16LE && encoding != KOYOMI_TEXT_ENCODING_UTF_16BE &&
         memchr (bytes, '\0', length) != NULL;
}

/* Web pages come with the name .xls from some systems, and would make a table of nonsense. */
static gboolean
check_text (KoyomiTextTable  *self,
            GError          **error)
{
  static const char * const foreign[] = { "%PDF-", "{\\rtf", "<?xml", "<!doctype", "<html" };

  const char *start = self->text;

  while (g_ascii_isspace (*start))
    start++;

  if (self->length == 0 || (*start == '\0' && start == self->text + self->length && self->complete))
    return self->complete ? refuse (error, self->name, "is empty") : TRUE;

  if (memchr (self->text, '\0', self->length) != NULL)
    return refuse (error, self->name, "is neither a workbook nor a table of text");

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (g_ascii_strncasecmp (start, foreign[i], strlen (foreign[i])) == 0)
      return refuse (error, self->name, "is a document and no table: save the table as .xlsx or CSV");

  return TRUE;
}

/**
 * koyomi_text_table_new:
 * @name: what errors and rows call the table
 * @bytes: a whole file; copied
 * @options: (nullable): what is known of it
 * @limits: (nullable): what is accepted, NULL for the usual
 */
KoyomiTextTable *
koyomi_text_table_new (const char                    *name,
                       const char                    *bytes,
                       gsize                          length,
                       const KoyomiTextTableOptions  *options,
                       const KoyomiTableLimits       *limits,
                       GError                       **error)
{
  g_autoptr(KoyomiTextTable) self = g_new0 (KoyomiTextTable, 1);

  self->name = g_strdup (name);
  if (limits != NULL)
    self->limits = *limits;
  else
    koyomi_table_limits_init (&self->limits);

  if (length == 0)
    {
      refuse (error, name, "is empty");
      return NULL;
    }

  self->encoding = options != NULL ? options->encoding : KOYOMI_TEXT_ENCODING_UNKNOWN;
  if (self->encoding == KOYOMI_TEXT_ENCODING_UNKNOWN)
    self->encoding = _koyomi_text_encoding_detect (bytes, length);

  if (self->encoding == KOYOMI_TEXT_ENCODING_UNKNOWN || holds_nul (self->encoding, bytes, length))
    {
      refuse (error, name, "is neither a workbook nor a table of text");
      return NULL;
    }

  self->text = _koyomi_text_encoding_decode (self->encoding, bytes, length, &self->length, &self->complete);
  if (!check_text (self, error))
    return NULL;

  self->separator = options != NULL && options->separator != '\0' ? options->separator : detect_separator (self);

  return g_steal_pointer (&self);
}

static gboolean
read_all (int      fd,
          char    *bytes,
          gsize    length)
{
  while (length > 0)
    {
      gssize n = read (fd, bytes, length);

      if (n <= 0)
        return FALSE;

      bytes += n;
      length -= n;
    }

  return TRUE;
}

/* As koyomi_text_table_new(), from a file. */
KoyomiTextTable *
koyomi_text_table_open (const char                    *path,
                        const KoyomiTextTableOptions  *options,
                        const KoyomiTableLimits       *limits,
                        GError                       **error)
{
  KoyomiTableLimits usual;
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *bytes = NULL;
  guint64 size;
  gboolean whole;
  int fd;

  koyomi_table_limits_init (&usual);
  if (limits == NULL)
    limits = &usual;

  if ((fd = _koyomi_input_open (path, &size, error)) < 0)
    return NULL;

  if (size > limits->text_size)
    {
      close (fd);
      g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_TOO_LARGE,
                   "“%s” has %" G_GUINT64_FORMAT " bytes", path, size);
      return NULL;
    }

  bytes = g_malloc (size + 1);
  whole = read_all (fd, bytes, size);
  close (fd);

  if (!whole)
    {
      g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_UNREADABLE, "“%s” cannot be read", path);
      return NULL;
    }

  return koyomi_text_table_new (name, bytes, size, options, limits, error);
}

void
koyomi_text_table_free (KoyomiTextTable *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

const char *
koyomi_text_table_get_name (KoyomiTextTable *self)
{
  return self->name;
}

G_GNUC_PRINTF (5, 6)
static gboolean
fail (KoyomiTextTable    *self,
      const Scanner      *scanner,
      KoyomiReportError   code,
      GError            **error,
      const char         *format,
      ...)
{
  g_autofree char *address = koyomi_sheet_format_address (scanner->row, scanner->column);
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error (error, KOYOMI_REPORT_ERROR, code, "“%s”, row %u, column %u (%s): %s",
               self->name, scanner->row, scanner->column + 1, address, what);

  return FALSE;
}

static gboolean
check_cell (KoyomiTextTable  *self,
            const Scanner    *scanner,
            Next              next,
            guint64           n_cells,
            GError          **error)
{
  if (next == NEXT_NOTHING && scanner->p == scanner->end && !self->complete)
    return fail (self, scanner, KOYOMI_REPORT_ERROR_ENCODING, error, "a byte in or behind this cell is no text");

  if (scanner->open)
    return fail (self, scanner, KOYOMI_REPORT_ERROR_INPUT, error, "the quote that opens here is never closed");

  if (scanner->row > self->limits.n_rows || scanner->column >= KOYOMI_SHEET_MAX_COLUMNS ||
      n_cells > self->limits.n_cells)
    return fail (self, scanner, KOYOMI_REPORT_ERROR_TOO_LARGE, error, "the table is too large from here on");

  return TRUE;
}

/* Returns: (nullable): the text of the cell, clean */
static char *
clean_cell (KoyomiTextTable  *self,
            const Scanner    *scanner,
            const GString    *cell,
            GError          **error)
{
  g_autoptr(GError) cause = NULL;
  g_autofree char *clean = NULL;

  if (cell->len > self->limits.text_length * 4ul)
    {
      fail (self, scanner, KOYOMI_REPORT_ERROR_INPUT, error, "the text has more than %u characters",
            self->limits.text_length);
      return NULL;
    }

  if ((clean = koyomi_text_clean (cell->str, cell->len, &cause)) == NULL)
    {
      fail (self, scanner, KOYOMI_REPORT_ERROR_INPUT, error, "%s", cause->message);
      return NULL;
    }

  if ((guint) g_utf8_strlen (clean, -1) > self->limits.text_length)
    {
      fail (self, scanner, KOYOMI_REPORT_ERROR_INPUT, error, "the text has more than %u characters",
            self->limits.text_length);
      return NULL;
    }

  return g_strdup (koyomi_csv_unescape (clean));
}

static gboolean
add_cell (KoyomiTextTable  *self,
          const Scanner    *scanner,
          const GString    *raw,
          GStringChunk     *texts,
          GArray           *cells,
          GError          **error)
{
  g_autofree char *text = clean_cell (self, scanner, raw, error);
  KoyomiSheetCell cell = { .column = scanner->column, .kind = KOYOMI_SHEET_CELL_TEXT };

  if (text == NULL)
    return FALSE;
  else if (*text == '\0')
    return TRUE;

  cell.text = g_string_chunk_insert (texts, text);
  g_array_append_val (cells, cell);

  return TRUE;
}

static gboolean
emit_row (KoyomiTextTable     *self,
          const Scanner       *scanner,
          GArray              *cells,
          KoyomiSheetRowFunc   func,
          gpointer             data,
          GError             **error)
{
  KoyomiSheetRow row = {
    .sheet = self->name,
    .row = scanner->row,
    .cells = (const KoyomiSheetCell *) cells->data,
    .n_cells = cells->len,
  };

  return cells->len == 0 || func (&row, data, error);
}

/* @func: called for each row that holds something, in order. Rows may have been told already when an error shows. */
gboolean
koyomi_text_table_read (KoyomiTextTable     *self,
                        KoyomiSheetRowFunc   func,
                        gpointer             data,
                        KoyomiProgressFunc   progress,
                        gpointer             progress_data,
                        GCancellable        *cancellable,
                        GError             **error)
{
  g_autoptr(GString) cell = g_string_new (NULL);
  g_autoptr(GArray) cells = g_array_new (FALSE, FALSE, sizeof (KoyomiSheetCell));
  g_autoptr(GStringChunk) texts = g_string_chunk_new (1024);
  Scanner scanner = { self->text, self->text + self->length, self->separator, 1, 0, FALSE };
  Next next = NEXT_ROW;

  for (guint64 n_cells = 1; next != NEXT_NOTHING; n_cells++)
    {
      next = scan_cell (&scanner, cell);

      if (!check_cell (self, &scanner, next, n_cells, error) ||
          !add_cell (self, &scanner, cell, texts, cells, error))
        return FALSE;

      if (next == NEXT_CELL)
        {
          scanner.column++;
          continue;
        }

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !emit_row (self, &scanner, cells, func, data, error))
        return FALSE;

      if (progress != NULL && (scanner.row % 1000 == 0 || next == NEXT_NOTHING))
        progress ((double) (scanner.p - self->text) / self->length, progress_data);

      scanner.row++;
      scanner.column = 0;
      g_array_set_size (cells, 0);
      g_string_chunk_clear (texts);
    }

  return TRUE;
}
