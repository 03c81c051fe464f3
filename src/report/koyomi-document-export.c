#include "koyomi-document-export-private.h"

#include "koyomi-document-csv-private.h"
#include "koyomi-document-pdf-private.h"
#include "koyomi-document-xlsx-private.h"
#include "koyomi-export-private.h"

typedef struct
{
  const KoyomiDocument *document;
  KoyomiExportFormat    format;
  const char           *path;
  KoyomiProgressFunc    progress;
  gpointer              progress_data;
  GCancellable         *cancellable;
} Export;

static gboolean
write_file (KoyomiOutputFile  *file,
            gpointer           data,
            GError           **error)
{
  const Export *self = data;

  switch (self->format)
    {
    case KOYOMI_EXPORT_FORMAT_XLSX:
      return _koyomi_document_write_xlsx (self->document, koyomi_output_file_get_path (file), self->path, self->progress,
                                          self->progress_data, self->cancellable, error);
    case KOYOMI_EXPORT_FORMAT_PDF:
      return _koyomi_document_write_pdf (self->document, koyomi_output_file_get_stream (file), self->cancellable, error);
    case KOYOMI_EXPORT_FORMAT_CSV:
      return _koyomi_document_write_csv (self->document, koyomi_output_file_get_stream (file), self->cancellable, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Whether a document can leave the program in that form. */
gboolean
_koyomi_document_export_knows (KoyomiExportFormat format)
{
  return format == KOYOMI_EXPORT_FORMAT_XLSX || format == KOYOMI_EXPORT_FORMAT_PDF || format == KOYOMI_EXPORT_FORMAT_CSV;
}

/* Writes the document in the form and puts the file where it belongs. @path: what the person calls it */
gboolean
_koyomi_document_export (const KoyomiDocument  *self,
                         KoyomiExportFormat     format,
                         KoyomiOutputFile      *file,
                         const char            *path,
                         KoyomiProgressFunc     progress,
                         gpointer               progress_data,
                         GCancellable          *cancellable,
                         GError               **error)
{
  Export export = { self, format, path, progress, progress_data, cancellable };

  if (!_koyomi_export_write (file, path, write_file, &export, cancellable, error))
    return FALSE;

  if (progress != NULL)
    progress (1, progress_data);

  return TRUE;
}
