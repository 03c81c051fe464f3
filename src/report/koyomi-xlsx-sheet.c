#include "koyomi-xlsx-sheet-private.h"

#include "koyomi-day.h"
#include "koyomi-report-error.h"
#include "koyomi-text.h"
#include "koyomi-xml-private.h"

#include <math.h>
#include <string.h>

typedef enum
{
  TYPE_NUMBER,
  TYPE_SHARED,
  TYPE_INLINE,
  TYPE_FORMULA_TEXT,
  TYPE_BOOL,
  TYPE_ERROR,
  TYPE_ISO_DATE,
} CellType;

typedef struct
{
  KoyomiWorkbook            *workbook;
  const KoyomiWorkbookSheet *sheet;
  KoyomiWorkbookStrings     *strings;
  GByteArray                *formats;
  KoyomiSheetRowFunc         func;
  gpointer                   data;
  GArray                    *merges;

  gboolean                   in_row;
  guint                      row;
  guint                      next_column;
  GArray                    *cells;         /* of KoyomiSheetCell: those of the row that hold something */
  GStringChunk              *texts;
  guint64                    n_cells;

  gboolean                   in_cell;
  guint                      column;
  CellType                   type;
  KoyomiXlsxFormat           format;
  gboolean                   has_formula;
  gboolean                   collecting;
  guint                      phonetic;
  GString                   *value;
} SheetReader;

/* Returns: FALSE when @text does not begin with an address such as C12 within a sheet */
gboolean
_koyomi_xlsx_parse_address (const char  *text,
                            const char **end,
                            guint       *row,
                            guint       *column)
{
  guint letters = 0;
  guint digits = 0;

  for (; g_ascii_isalpha (*text) && letters <= KOYOMI_SHEET_MAX_COLUMNS; text++)
    letters = letters * 26 + (g_ascii_toupper (*text) - 'A' + 1);
  for (; g_ascii_isdigit (*text) && digits <= KOYOMI_SHEET_MAX_ROWS; text++)
    digits = digits * 10 + (*text - '0');

  *end = text;
  *row = digits;
  *column = letters - 1;

  return letters >= 1 && letters <= KOYOMI_SHEET_MAX_COLUMNS && digits >= 1 && digits <= KOYOMI_SHEET_MAX_ROWS;
}

/* Returns: FALSE when @text is not exactly one finite number */
gboolean
_koyomi_xlsx_parse_number (const char *text,
                           double     *number)
{
  char *end;
  guint64 whole = 0;
  guint n = 0;

  /* Most numbers are days and counts, which need no care. */
  for (; n < 15 && g_ascii_isdigit (text[n]); n++)
    whole = whole * 10 + (text[n] - '0');
  if (n > 0 && text[n] == '\0')
    {
      *number = whole;
      return TRUE;
    }

  if (!g_ascii_isdigit (*text) && *text != '-' && *text != '+' && *text != '.')
    return FALSE;

  *number = g_ascii_strtod (text, &end);

  return *end == '\0' && end > text && isfinite (*number);
}

G_GNUC_PRINTF (4, 5)
static void
stop (SheetReader       *self,
      KoyomiXml         *xml,
      KoyomiReportError  code,
      const char        *format,
      ...)
{
  g_autofree char *address = koyomi_sheet_format_address (self->row, self->column);
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  _koyomi_xml_stop (xml, g_error_new (KOYOMI_REPORT_ERROR, code,
                                      "sheet “%s”, cell %s: %s", self->sheet->name, address, what));
}

static void
start_row (SheetReader *self,
           KoyomiXml   *xml)
{
  guint64 row = self->row + 1;
  guint last = self->row;
  gsize length;

  self->column = 0;

  if (self->in_row || (_koyomi_xml_get_attribute (xml, "r", &length) != NULL &&
                       !_koyomi_xml_get_number (xml, "r", KOYOMI_SHEET_MAX_ROWS, &row)) ||
      row <= last || row > KOYOMI_SHEET_MAX_ROWS)
    {
      stop (self, xml, KOYOMI_REPORT_ERROR_DAMAGED, "the row after it is out of order");
      return;
    }

  self->row = row;
  self->in_row = TRUE;
  self->next_column = 0;
  g_array_set_size (self->cells, 0);
  g_string_chunk_clear (self->texts);

  if (row > self->workbook->limits.n_rows)
    stop (self, xml, KOYOMI_REPORT_ERROR_TOO_LARGE, "the sheet has more than %u rows", self->workbook->limits.n_rows);
}

static void
end_row (SheetReader *self,
         KoyomiXml   *xml)
{
  GError *error = NULL;
  KoyomiSheetRow row = {
    .sheet = self->sheet->name,
    .row = self->row,
    .cells = (const KoyomiSheetCell *) self->cells->data,
    .n_cells = self->cells->len,
  };

  self->in_row = FALSE;

  if (self->cells->len > 0 && !self->func (&row, self->data, &error))
    _koyomi_xml_stop (xml, error);
}

static CellType
read_type (KoyomiXml *xml)
{
  static const struct { const char *name; CellType type; } types[] = {
    { "s", TYPE_SHARED }, { "inlineStr", TYPE_INLINE }, { "str", TYPE_FORMULA_TEXT },
    { "b", TYPE_BOOL }, { "e", TYPE_ERROR }, { "d", TYPE_ISO_DATE },
  };

  gsize length;
  const char *name = _koyomi_xml_get_attribute (xml, "t", &length);

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (types); i++)
    if (strlen (types[i].name) == length && strncmp (types[i].name, name, length) == 0)
      return types[i].type;

  return TYPE_NUMBER;
}

/* Some programs leave the address out: the cell then follows the one before it. */
static gboolean
read_address (SheetReader *self,
              KoyomiXml   *xml)
{
  g_autofree char *address = _koyomi_xml_dup_attribute (xml, "r");
  const char *end;
  guint row;

  self->column = self->next_column;

  if (address == NULL)
    return self->column < KOYOMI_SHEET_MAX_COLUMNS;

  if (!_koyomi_xlsx_parse_address (address, &end, &row, &self->column) || *end != '\0')
    {
      self->column = self->next_column;
      return FALSE;
    }

  return row == self->row && self->column >= self->next_column;
}

static void
start_cell (SheetReader *self,
            KoyomiXml   *xml)
{
  guint64 style = 0;

  if (!self->in_row)
    return;

  if (self->in_cell || !read_address (self, xml))
    {
      stop (self, xml, KOYOMI_REPORT_ERROR_DAMAGED, "the address of this cell or the next is wrong or out of order");
      return;
    }

  if (++self->n_cells > self->workbook->limits.n_cells)
    {
      stop (self, xml, KOYOMI_REPORT_ERROR_TOO_LARGE, "the sheet has more than %" G_GUINT64_FORMAT " cells",
            self->workbook->limits.n_cells);
      return;
    }

  self->in_cell = TRUE;
  self->next_column = self->column + 1;
  self->type = read_type (xml);
  self->format = KOYOMI_XLSX_FORMAT_NUMBER;
  if (_koyomi_xml_get_number (xml, "s", G_MAXINT, &style) && style < self->formats->len)
    self->format = self->formats->data[style];
  self->has_formula = FALSE;
  self->collecting = FALSE;
  self->phonetic = 0;
  g_string_truncate (self->value, 0);
}

static const char *
apply_shared (SheetReader *self,
              KoyomiXml   *xml)
{
  char *end;
  guint64 index = g_ascii_strtoull (self->value->str, &end, 10);
  const char *text = NULL;

  if (g_ascii_isdigit (*self->value->str) && *end == '\0')
    text = _koyomi_workbook_strings_get (self->strings, index);

  if (text == NULL)
    stop (self, xml, KOYOMI_REPORT_ERROR_DAMAGED, "it refers to a text that the workbook does not have");

  return text;
}

static char *
apply_number (SheetReader     *self,
              KoyomiXml       *xml,
              KoyomiSheetCell *cell)
{
  double number;

  if (_koyomi_xlsx_parse_number (g_strstrip (self->value->str), &number))
    return _koyomi_xlsx_format_apply (self->format, number, self->workbook->date1904, cell);

  stop (self, xml, KOYOMI_REPORT_ERROR_DAMAGED, "“%.40s” is not a number", self->value->str);

  return NULL;
}

/* As of the strict variant: 2026-11-22T09:30:00. */
static void
apply_iso_date (SheetReader     *self,
                KoyomiSheetCell *cell)
{
  g_autofree char *day = g_strndup (self->value->str, 10);

  if (strlen (day) == 10 && (self->value->str[10] == '\0' || self->value->str[10] == 'T'))
    cell->day = koyomi_day_parse (day, NULL);
  if (cell->day == KOYOMI_DAY_NONE)
    return;

  cell->kind = KOYOMI_SHEET_CELL_DAY;
  cell->number = (double) cell->day - koyomi_day_new (1899, 12, 30);
  if (self->value->len > 10 && strncmp (self->value->str + 11, "00:00:00", 8) == 0)
    g_string_truncate (self->value, 10);
  else if (self->value->len > 10)
    self->value->str[10] = ' ';
}

static char *
clean_text (SheetReader *self,
            KoyomiXml   *xml,
            const char  *text)
{
  g_autoptr(GError) cause = NULL;
  char *clean = koyomi_text_clean (text, -1, &cause);

  if (clean == NULL)
    stop (self, xml, KOYOMI_REPORT_ERROR_INPUT, "%s", cause->message);
  else if ((guint) g_utf8_strlen (clean, -1) > self->workbook->limits.text_length)
    {
      stop (self, xml, KOYOMI_REPORT_ERROR_INPUT, "the text has more than %u characters",
            self->workbook->limits.text_length);
      g_clear_pointer (&clean, g_free);
    }

  return clean;
}

/* Returns: what the cell says, or NULL when that stopped the reading */
static char *
apply_value (SheetReader     *self,
             KoyomiXml       *xml,
             KoyomiSheetCell *cell)
{
  const char *text = self->value->str;

  cell->kind = KOYOMI_SHEET_CELL_TEXT;

  switch (self->type)
    {
    case TYPE_NUMBER:
      return apply_number (self, xml, cell);
    case TYPE_SHARED:
      if ((text = apply_shared (self, xml)) == NULL)
        return NULL;
      break;
    case TYPE_INLINE:
    case TYPE_FORMULA_TEXT:
      _koyomi_workbook_unescape (self->value, 0);
      break;
    case TYPE_BOOL:
      cell->kind = KOYOMI_SHEET_CELL_BOOL;
      cell->number = *text == '1' || g_str_equal (text, "true");
      text = cell->number != 0 ? "TRUE" : "FALSE";
      break;
    case TYPE_ERROR:
      cell->kind = KOYOMI_SHEET_CELL_ERROR;
      break;
    case TYPE_ISO_DATE:
      apply_iso_date (self, cell);
      break;
    default:
      g_assert_not_reached ();
    }

  return clean_text (self, xml, text);
}

/* A formula that no program has calculated yet has no result that could be taken over: that is an error of its own. */
static void
end_cell (SheetReader *self,
          KoyomiXml   *xml)
{
  KoyomiSheetCell cell = { .column = self->column, .day = KOYOMI_DAY_NONE };
  g_autofree char *text = NULL;

  if (!self->in_cell)
    return;

  self->in_cell = FALSE;

  if (self->value->len == 0 && self->type != TYPE_FORMULA_TEXT && self->has_formula)
    {
      cell.kind = KOYOMI_SHEET_CELL_ERROR;
      text = g_strdup ("#FORMULA");
    }
  else if (self->value->len == 0 || (text = apply_value (self, xml, &cell)) == NULL || *text == '\0')
    return;

  cell.text = g_string_chunk_insert (self->texts, text);
  g_array_append_val (self->cells, cell);
}

static void
add_merge (SheetReader *self,
           KoyomiXml   *xml)
{
  g_autofree char *address = _koyomi_xml_dup_attribute (xml, "ref");
  KoyomiSheetRange range;
  const char *end;
  gboolean good = address != NULL &&
                  _koyomi_xlsx_parse_address (address, &end, &range.first_row, &range.first_column);

  if (good && *end == ':')
    good = _koyomi_xlsx_parse_address (end + 1, &end, &range.last_row, &range.last_column) &&
           range.last_row >= range.first_row && range.last_column >= range.first_column;
  else if (good)
    {
      range.last_row = range.first_row;
      range.last_column = range.first_column;
    }

  if (!good || *end != '\0' || self->merges->len >= self->workbook->limits.n_rows)
    _koyomi_xml_stop (xml, g_error_new (KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_DAMAGED,
                                        "sheet “%s” has a wrong list of merged cells", self->sheet->name));
  else
    g_array_append_val (self->merges, range);
}

static void
start_cb (KoyomiXml  *xml,
          const char *name,
          gpointer    data)
{
  SheetReader *self = data;

  if (g_str_equal (name, "c"))
    start_cell (self, xml);
  else if (g_str_equal (name, "row"))
    start_row (self, xml);
  else if (g_str_equal (name, "v"))
    self->collecting = self->in_cell && self->type != TYPE_INLINE;
  else if (g_str_equal (name, "t"))
    self->collecting = self->in_cell && self->type == TYPE_INLINE && self->phonetic == 0;
  else if (g_str_equal (name, "f"))
    self->has_formula = TRUE;
  else if (g_str_equal (name, "rPh"))
    self->phonetic++;
  else if (g_str_equal (name, "mergeCell"))
    add_merge (self, xml);
}

static void
end_cb (KoyomiXml  *xml,
        const char *name,
        gpointer    data)
{
  SheetReader *self = data;

  if (g_str_equal (name, "c"))
    end_cell (self, xml);
  else if (g_str_equal (name, "row"))
    end_row (self, xml);
  else if (g_str_equal (name, "v") || g_str_equal (name, "t"))
    self->collecting = FALSE;
  else if (g_str_equal (name, "rPh") && self->phonetic > 0)
    self->phonetic--;
}

static void
text_cb (KoyomiXml  *xml,
         const char *text,
         int         length,
         gpointer    data)
{
  SheetReader *self = data;

  if (!self->collecting)
    return;

  /* A character has up to four bytes, and seven when it is escaped. */
  if (self->value->len + length > self->workbook->limits.text_length * 7ul)
    stop (self, xml, KOYOMI_REPORT_ERROR_INPUT, "the text has more than %u characters",
          self->workbook->limits.text_length);
  else
    g_string_append_len (self->value, text, length);
}

/* @merges: (element-type KoyomiSheetRange): filled */
gboolean
_koyomi_xlsx_sheet_read (KoyomiWorkbook             *workbook,
                         const KoyomiWorkbookSheet  *sheet,
                         KoyomiWorkbookStrings      *strings,
                         GByteArray                 *formats,
                         KoyomiSheetRowFunc          func,
                         gpointer                    data,
                         GArray                     *merges,
                         KoyomiProgressFunc          progress,
                         gpointer                    progress_data,
                         GCancellable               *cancellable,
                         GError                    **error)
{
  static const KoyomiXmlHandler handler = { .start = start_cb, .end = end_cb, .text = text_cb };

  SheetReader self = {
    .workbook = workbook,
    .sheet = sheet,
    .strings = strings,
    .formats = formats,
    .func = func,
    .data = data,
    .merges = merges,
  };
  const KoyomiPart *part = _koyomi_workbook_find_part (workbook, sheet->part, error);
  gboolean done;

  if (part == NULL)
    return FALSE;

  self.cells = g_array_new (FALSE, FALSE, sizeof (KoyomiSheetCell));
  self.texts = g_string_chunk_new (1024);
  self.value = g_string_new (NULL);

  done = _koyomi_xml_read (workbook->package, part, &handler, &self, progress, progress_data, cancellable, error);

  g_array_unref (self.cells);
  g_string_chunk_free (self.texts);
  g_string_free (self.value, TRUE);

  return done;
}
