#include "koyomi-xlsx-check.h"

#include "koyomi-report-error.h"
#include "koyomi-workbook-private.h"
#include "koyomi-xlsx-sheet-private.h"
#include "koyomi-xml-private.h"

#include <string.h>

/* The longest number is some 25 letters long. */
#define MAX_NUMBER 64

typedef struct
{
  const KoyomiWorkbookSheet *sheet;       /* or NULL in another part */
  guint64                    n_rows;
  guint64                    n_cells;
  guint64                    n_strings;   /* texts in the part of shared strings */
  guint64                    last_string; /* number of the highest that a cell refers to, plus 1 */
  gboolean                   is_strings;

  gboolean                   row_filled;
  gboolean                   cell_filled;
  gboolean                   in_value;
  char                       type;        /* first letter of its name, n when it has none, s only for shared strings */
  char                       value[MAX_NUMBER];
  gsize                      length;
} Checker;

/* Called some ten million times for a large workbook. */
static inline gboolean
is_letter (const char *name,
           char        letter)
{
  return name[0] == letter && name[1] == '\0';
}

static void
start_cell (Checker   *self,
            KoyomiXml *xml)
{
  gsize length;
  const char *type = _koyomi_xml_get_attribute (xml, "t", &length);

  self->cell_filled = FALSE;
  self->type = 'n';
  if (type != NULL && length > 0)
    self->type = *type == 's' && length > 1 ? 't' : *type;
}

static void
start_cb (KoyomiXml  *xml,
          const char *name,
          gpointer    data)
{
  Checker *self = data;

  if (self->sheet == NULL)
    {
      if (self->is_strings && g_str_equal (name, "si"))
        self->n_strings++;
      return;
    }

  if (is_letter (name, 'c'))
    start_cell (self, xml);
  else if (is_letter (name, 'v'))
    {
      self->cell_filled = TRUE;
      self->in_value = self->type == 'n' || self->type == 's';
      self->length = 0;
    }
  else if (is_letter (name, 'f') || (*name == 'i' && strcmp (name, "is") == 0))
    self->cell_filled = TRUE;
  else if (*name == 'r' && strcmp (name, "row") == 0)
    self->row_filled = FALSE;
}

static void
check_value (Checker   *self,
             KoyomiXml *xml)
{
  double number;

  self->value[self->length] = '\0';
  self->in_value = FALSE;

  if (!_koyomi_xlsx_parse_number (self->value, &number))
    _koyomi_xml_stop (xml, g_error_new (KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_CHECK,
                                        "sheet “%s” has “%s” for a number behind row %" G_GUINT64_FORMAT,
                                        self->sheet->name, self->value, self->n_rows));
  else if (self->type == 's')
    self->last_string = MAX (self->last_string, (guint64) CLAMP (number, 0, 1e15) + 1);
}

static void
end_cb (KoyomiXml  *xml,
        const char *name,
        gpointer    data)
{
  Checker *self = data;

  if (self->sheet == NULL)
    return;

  if (self->in_value && is_letter (name, 'v'))
    check_value (self, xml);
  else if (is_letter (name, 'c'))
    {
      self->n_cells += self->cell_filled;
      self->row_filled |= self->cell_filled;
    }
  else if (*name == 'r' && strcmp (name, "row") == 0)
    self->n_rows += self->row_filled;
}

static void
text_cb (KoyomiXml  *xml,
         const char *text,
         int         length,
         gpointer    data)
{
  Checker *self = data;
  gsize room;

  if (!self->in_value)
    return;

  room = MIN ((gsize) length, sizeof self->value - 1 - self->length);
  memcpy (self->value + self->length, text, room);
  self->length += room;
}

static gboolean
check_counts (const Checker                *self,
              const KoyomiXlsxExpectation  *expectation,
              guint                         index,
              GError                      **error)
{
  if (self->n_rows == expectation->n_rows[index] && self->n_cells == expectation->n_cells[index])
    return TRUE;

  g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_CHECK,
               "sheet “%s” was written with %" G_GUINT64_FORMAT " rows and %" G_GUINT64_FORMAT " cells"
               " and reads back with %" G_GUINT64_FORMAT " and %" G_GUINT64_FORMAT,
               self->sheet->name, expectation->n_rows[index], expectation->n_cells[index], self->n_rows, self->n_cells);

  return FALSE;
}

static gboolean
find_sheet (KoyomiWorkbook   *workbook,
            const KoyomiPart *part,
            guint            *index)
{
  for (*index = 0; *index < workbook->sheets->len; (*index)++)
    {
      KoyomiWorkbookSheet *sheet = g_ptr_array_index (workbook->sheets, *index);

      if (_koyomi_package_find (workbook->package, sheet->part) == part)
        return TRUE;
    }

  return FALSE;
}

/* Pictures are only unpacked, which compares their length and checksum. */
static gboolean
check_part (KoyomiWorkbook               *workbook,
            const KoyomiPart             *part,
            const KoyomiXlsxExpectation  *expectation,
            Checker                      *self,
            GCancellable                 *cancellable,
            GError                      **error)
{
  static const KoyomiXmlHandler handler = { .start = start_cb, .end = end_cb, .text = text_cb };

  guint index;

  if (!g_str_has_suffix (part->name, ".xml") && !g_str_has_suffix (part->name, ".rels"))
    return _koyomi_package_read (workbook->package, part, NULL, NULL, NULL, NULL, cancellable, error);

  self->n_rows = self->n_cells = 0;
  self->sheet = find_sheet (workbook, part, &index) ? g_ptr_array_index (workbook->sheets, index) : NULL;
  self->is_strings = workbook->strings_part != NULL &&
                     _koyomi_package_find (workbook->package, workbook->strings_part) == part;

  return _koyomi_xml_read (workbook->package, part, &handler, self, NULL, NULL, cancellable, error) &&
         (self->sheet == NULL || check_counts (self, expectation, index, error));
}

static gboolean
check_workbook (const char                   *path,
                const KoyomiXlsxExpectation  *expectation,
                GCancellable                 *cancellable,
                GError                      **error)
{
  /* What was written here may be larger than what is taken from others. */
  KoyomiTableLimits limits;
  g_autoptr(KoyomiWorkbook) workbook = NULL;
  Checker self = { 0 };

  koyomi_table_limits_init (&limits);
  limits.file_size = limits.part_size = limits.total_size = G_MAXINT64;
  limits.ratio = G_MAXUINT;
  limits.n_sheets = G_MAXUINT;
  limits.n_parts = G_MAXUINT16;

  if ((workbook = _koyomi_workbook_open (path, &limits, cancellable, error)) == NULL)
    return FALSE;

  if (workbook->sheets->len != expectation->n_sheets)
    {
      g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_CHECK,
                   "%u sheets were written and %u read back", expectation->n_sheets, workbook->sheets->len);
      return FALSE;
    }

  for (guint i = 0; i < _koyomi_package_get_n (workbook->package); i++)
    if (!check_part (workbook, _koyomi_package_get (workbook->package, i), expectation, &self, cancellable, error))
      return FALSE;

  if (self.last_string > self.n_strings)
    {
      g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_CHECK,
                   "a cell refers to text %" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT,
                   self.last_string, self.n_strings);
      return FALSE;
    }

  return TRUE;
}

/**
 * koyomi_xlsx_check:
 *
 * Reads a workbook back that was just written, before it replaces another: libxlsxwriter answers OK when a full folder for
 * temporary files cut a sheet off, when a number was not finite, and when a text was no UTF-8. Every part is read to its
 * end.
 *
 * Returns: TRUE when the workbook is whole and holds what was expected; else FALSE with %KOYOMI_REPORT_ERROR_CHECK,
 *   %KOYOMI_REPORT_ERROR_UNREADABLE or %G_IO_ERROR_CANCELLED
 */
gboolean
koyomi_xlsx_check (const char                   *path,
                   const KoyomiXlsxExpectation  *expectation,
                   GCancellable                 *cancellable,
                   GError                      **error)
{
  GError *cause = NULL;

  if (check_workbook (path, expectation, cancellable, &cause))
    return TRUE;

  if (cause->domain == KOYOMI_REPORT_ERROR && cause->code != KOYOMI_REPORT_ERROR_UNREADABLE)
    cause->code = KOYOMI_REPORT_ERROR_CHECK;
  g_propagate_error (error, cause);

  return FALSE;
}
