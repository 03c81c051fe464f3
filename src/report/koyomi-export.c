#include "koyomi-export.h"

#include "koyomi-calendar-ics.h"
#include "koyomi-calendar-pdf.h"
#include "koyomi-calendar-png.h"
#include "koyomi-calendar-xlsx.h"
#include "koyomi-export-private.h"
#include "koyomi-report-error.h"
#include "koyomi-run-csv.h"

#include <string.h>

static const char * const nicks[KOYOMI_N_EXPORT_FORMATS] = {
  [KOYOMI_EXPORT_FORMAT_XLSX] = "xlsx",
  [KOYOMI_EXPORT_FORMAT_PDF] = "pdf",
  [KOYOMI_EXPORT_FORMAT_PNG] = "png",
  [KOYOMI_EXPORT_FORMAT_CSV] = "csv",
  [KOYOMI_EXPORT_FORMAT_ICS] = "ics",
  [KOYOMI_EXPORT_FORMAT_SVG] = "svg",
};

typedef struct
{
  KoyomiSession             *session;
  const KoyomiExportOptions *options;
  KoyomiCalendar            *calendar;
  KoyomiExportFormat         format;
  const char                *path;
  KoyomiProgressFunc         progress;
  gpointer                   progress_data;
  GCancellable              *cancellable;
} Export;

/* Also the ending of such a file's name, without the dot. */
const char *
koyomi_export_format_get_nick (KoyomiExportFormat self)
{
  g_return_val_if_fail ((guint) self < KOYOMI_N_EXPORT_FORMATS, NULL);

  return nicks[self];
}

gboolean
koyomi_export_format_from_nick (const char         *nick,
                                KoyomiExportFormat *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (nick != NULL && g_ascii_strcasecmp (nick, nicks[i]) == 0)
      {
        *self = i;
        return TRUE;
      }

  return FALSE;
}

/* By the ending of the file's name, in capitals or not. */
gboolean
koyomi_export_format_from_path (const char         *path,
                                KoyomiExportFormat *self)
{
  g_autofree char *name = g_path_get_basename (path);
  const char *dot = strrchr (name, '.');

  return dot != NULL && koyomi_export_format_from_nick (dot + 1, self);
}

static gboolean
write_file (KoyomiOutputFile  *file,
            gpointer           data,
            GError           **error)
{
  const Export *self = data;
  GOutputStream *stream = koyomi_output_file_get_stream (file);

  switch (self->format)
    {
    case KOYOMI_EXPORT_FORMAT_XLSX:
      return koyomi_calendar_write_xlsx (self->session, self->calendar, koyomi_output_file_get_path (file), self->path,
                                         self->progress, self->progress_data, self->cancellable, error);
    case KOYOMI_EXPORT_FORMAT_PDF:
      return koyomi_calendar_write_pdf (self->calendar, self->options->paper, self->options->n_across, stream, self->cancellable,
                                        error);
    case KOYOMI_EXPORT_FORMAT_PNG:
      return koyomi_calendar_write_png (self->calendar, KOYOMI_CALENDAR_PNG_SCALE, stream, self->cancellable, error);
    case KOYOMI_EXPORT_FORMAT_CSV:
      return koyomi_run_csv_write (self->session, self->calendar, stream, self->progress, self->progress_data,
                                   self->cancellable, error);
    case KOYOMI_EXPORT_FORMAT_ICS:
      return koyomi_calendar_write_ics (self->session, self->calendar, stream, self->progress, self->progress_data,
                                        self->cancellable, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* What went wrong with a stream in the words of this layer: whoever asked can free some room, or choose another place. */
static void
translate_error (GError     *cause,
                 const char *path,
                 GError    **error)
{
  if (cause->domain != G_IO_ERROR || cause->code == G_IO_ERROR_CANCELLED)
    {
      g_propagate_error (error, cause);
      return;
    }

  g_set_error (error, KOYOMI_REPORT_ERROR,
               cause->code == G_IO_ERROR_NO_SPACE ? KOYOMI_REPORT_ERROR_OUTPUT_FULL : KOYOMI_REPORT_ERROR_OUTPUT,
               "“%s” cannot be written: %s", path, cause->message);
  g_error_free (cause);
}

/* Writes the file and puts it where it belongs, whole or not at all. */
gboolean
_koyomi_export_write (KoyomiOutputFile  *file,
                      const char        *path,
                      KoyomiExportFunc   func,
                      gpointer           data,
                      GCancellable      *cancellable,
                      GError           **error)
{
  GError *cause = NULL;

  if (!func (file, data, &cause))
    {
      translate_error (cause, path, error);
      return FALSE;
    }

  return !g_cancellable_set_error_if_cancelled (cancellable, error) && koyomi_output_file_commit (file, error);
}

/* The two that are drawn need the bars at once; the others read runs as they write them. */
static gboolean
needs_bars (KoyomiExportFormat format)
{
  return format == KOYOMI_EXPORT_FORMAT_PDF || format == KOYOMI_EXPORT_FORMAT_PNG;
}

static KoyomiCalendar *
load_calendar (const Export  *self,
               GError       **error)
{
  KoyomiExportOptions options = *self->options;

  /* A calendar program wants an activity's runs in one place, whatever the groups. */
  if (self->format == KOYOMI_EXPORT_FORMAT_ICS)
    options.grouping = KOYOMI_GROUPING_FUNCTION_GROUP;

  return koyomi_export_load_calendar (self->session, &options, needs_bars (self->format), error);
}

/* Whether the calendar can leave the program in that form. */
gboolean
koyomi_calendar_export_knows (KoyomiExportFormat format)
{
  return format != KOYOMI_EXPORT_FORMAT_SVG;
}

/**
 * koyomi_annual_calendar_export:
 * @path: the file to write; one that is there is replaced once the new one is whole
 *
 * Writes an annual calendar, or the part of it that is asked for. The file appears whole, with mode 0600, or not at all: when this fails or is cancelled,
 * what was there before is untouched. A workbook is read back first.
 *
 * Returns: FALSE with a %KOYOMI_REPORT_ERROR, a %KOYOMI_PLAN_ERROR or %G_IO_ERROR_CANCELLED
 */
gboolean
koyomi_annual_calendar_export (KoyomiSession              *session,
                               const KoyomiExportOptions  *options,
                               KoyomiExportFormat          format,
                               const char                 *path,
                               KoyomiProgressFunc          progress,
                               gpointer                    progress_data,
                               GCancellable               *cancellable,
                               GError                    **error)
{
  g_autoptr(KoyomiCalendar) calendar = NULL;
  g_autoptr(KoyomiOutputFile) file = NULL;
  Export export = { session, options, NULL, format, path, progress, progress_data, cancellable };

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), FALSE);
  g_return_val_if_fail (koyomi_calendar_export_knows (format), FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      (file = koyomi_output_file_new (path, error)) == NULL ||
      (calendar = load_calendar (&export, error)) == NULL)
    return FALSE;

  export.calendar = calendar;
  if (!_koyomi_export_write (file, path, write_file, &export, cancellable, error))
    return FALSE;

  if (progress != NULL)
    progress (1, progress_data);

  return TRUE;
}
