#include "koyomi-document-xlsx-private.h"

#include "koyomi-output-file.h"
#include "koyomi-xlsx-book-private.h"
#include "koyomi-xlsx-check.h"

#include <errno.h>

#define PAPER_A4 9

/* How far the work is when a part of it begins. */
#define CLOSE_BEGINS 0.6
#define CHECK_BEGINS 0.85

/* The only table of its sheet; NULL for a sheet of several. */
static const KoyomiDocumentTable *
find_list (const KoyomiDocument *self,
           guint                 sheet)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      const KoyomiDocumentTable *table = g_ptr_array_index (self->tables, i);

      if (table->sheet == sheet && table->is_list)
        return table;
    }

  return NULL;
}

/* At the foot of each sheet: the number of the document, that it is a drill, which it is. */
static char *
dup_foot (const KoyomiDocument *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;

  if (*self->number != '\0')
    g_strv_builder_add (builder, self->number);
  if (*self->mark != '\0')
    g_strv_builder_add (builder, self->mark);
  g_strv_builder_add (builder, self->title);
  parts = g_strv_builder_end (builder);

  return g_strjoinv ("  ", parts);
}

static gboolean
write_sheet (const KoyomiDocument  *self,
             KoyomiXlsxStyles      *styles,
             KoyomiXlsxPage        *page,
             guint                  index,
             KoyomiDocumentCharts  *charts,
             const char            *name,
             GError               **error)
{
  const KoyomiDocumentTable *list = find_list (self, index);
  KoyomiDocumentSheet sheet = { .document = self, .styles = styles, .page = page, .charts = charts, .is_first = index == 0, .share = 1 };
  const char *title = g_ptr_array_index (self->sheets, index);
  g_autofree char *foot = dup_foot (self);

  if (!_koyomi_xlsx_book_add_sheet (styles->workbook, page, title, name, error))
    return FALSE;

  _koyomi_xlsx_book_set_up_page (page, self->facts, foot, self->period);
  worksheet_set_paper (page->sheet, PAPER_A4);
  if (list != NULL)
    {
      _koyomi_document_sheet_write_list (&sheet, list);
    }
  else
    {
      if (!self->is_landscape)
        worksheet_set_portrait (page->sheet);
      _koyomi_document_sheet_write_grid (&sheet, index);
    }

  return _koyomi_xlsx_page_check (page, error);
}

static gboolean
write_sheets (const KoyomiDocument  *self,
              KoyomiXlsxStyles      *styles,
              KoyomiXlsxPage        *pages,
              const char            *name,
              GError               **error)
{
  g_autofree char *title = g_strjoin (" ", self->title, self->subject, NULL);
  g_auto(KoyomiDocumentCharts) charts = { 0 };

  _koyomi_document_charts_init (&charts);
  _koyomi_xlsx_book_set_properties (styles->workbook, self->session, self->head, self->facts, title);
  for (guint i = 0; i < self->sheets->len; i++)
    if (!write_sheet (self, styles, &pages[i], i, &charts, name, error))
      return FALSE;

  _koyomi_document_charts_draw (&charts, styles);

  return TRUE;
}

static gboolean
write_workbook (const KoyomiDocument  *self,
                KoyomiXlsxPage        *pages,
                const char            *path,
                const char            *name,
                GCancellable          *cancellable,
                GError               **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = folder, .use_zip64 = LXW_FALSE };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  g_autofree KoyomiXlsxStyles *styles = g_new (KoyomiXlsxStyles, 1);

  if (workbook == NULL)
    {
      koyomi_output_file_set_errno (error, ENOMEM, name);
      return FALSE;
    }

  _koyomi_xlsx_styles_init (styles, workbook, self->language);
  if (!write_sheets (self, styles, pages, name, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      _koyomi_xlsx_book_discard (workbook);
      return FALSE;
    }

  return _koyomi_xlsx_book_close (workbook, name, error);
}

static gboolean
check_workbook (const KoyomiDocument  *self,
                const KoyomiXlsxPage  *pages,
                const char            *path,
                GCancellable          *cancellable,
                GError               **error)
{
  g_autofree guint64 *n_rows = g_new (guint64, self->sheets->len);
  g_autofree guint64 *n_cells = g_new (guint64, self->sheets->len);
  const KoyomiXlsxExpectation expectation = { self->sheets->len, n_rows, n_cells };

  for (guint i = 0; i < self->sheets->len; i++)
    {
      n_rows[i] = pages[i].n_rows;
      n_cells[i] = pages[i].n_cells;
    }

  return koyomi_xlsx_check (path, &expectation, cancellable, error);
}

/**
 * _koyomi_document_write_xlsx:
 * @path: the file to write, which no one else reads yet; its folder also takes the temporary files
 * @name: what the person calls the file, for messages
 *
 * Writes the document as a workbook and reads it back. The same document always gives the same bytes.
 */
gboolean
_koyomi_document_write_xlsx (const KoyomiDocument  *self,
                             const char            *path,
                             const char            *name,
                             KoyomiProgressFunc     progress,
                             gpointer               progress_data,
                             GCancellable          *cancellable,
                             GError               **error)
{
  g_autofree KoyomiXlsxPage *pages = g_new0 (KoyomiXlsxPage, self->sheets->len);
  gboolean done;

  if (progress != NULL)
    progress (CLOSE_BEGINS, progress_data);

  done = write_workbook (self, pages, path, name, cancellable, error);
  for (guint i = 0; i < self->sheets->len; i++)
    _koyomi_xlsx_page_clear (&pages[i]);
  if (!done)
    return FALSE;

  if (progress != NULL)
    progress (CHECK_BEGINS, progress_data);

  return check_workbook (self, pages, path, cancellable, error);
}
