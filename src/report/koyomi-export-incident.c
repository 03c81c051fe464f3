#include "koyomi-export-incident.h"

#include "koyomi-document-export-private.h"
#include "koyomi-incident-report-private.h"
#include "koyomi-incident-statistics-private.h"

#include <string.h>

static KoyomiDocument *
load_document (KoyomiSession                      *session,
               const KoyomiIncidentExportOptions  *options,
               GError                            **error)
{
  if (options->incident != 0)
    return _koyomi_incident_report_new (session, options->incident, options->now, options->language, error);

  if (options->quarter == 0)
    return _koyomi_incident_list_new (session, options->now, options->language, error);

  return _koyomi_incident_statistics_new (session, options->year, options->quarter, options->now, options->language, error);
}

/* Whether incidents can leave the program in that form. */
gboolean
koyomi_incident_export_knows (KoyomiExportFormat format)
{
  return _koyomi_document_export_knows (format);
}

/* Returns: the incident with the number, such as 2026-027; 0 with %KOYOMI_PLAN_ERROR_NOT_FOUND when there is none */
gint64
koyomi_incident_export_find (KoyomiSession  *session,
                             const char     *number,
                             GError        **error)
{
  g_autoptr(GPtrArray) incidents = koyomi_session_list (session, KOYOMI_TABLE_INCIDENT, 0, 0, KOYOMI_LANGUAGE_EN, error);

  if (incidents == NULL)
    return 0;

  for (guint i = 0; i < incidents->len; i++)
    if (strcmp (koyomi_record_get_text (g_ptr_array_index (incidents, i), KOYOMI_INCIDENT_NUMBER), number) == 0)
      return koyomi_record_get_id (g_ptr_array_index (incidents, i));

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND, "the plan has no incident “%s”", number);

  return 0;
}

/**
 * koyomi_incident_export:
 * @path: the file to write; one that is there is replaced once the new one is whole
 *
 * Writes the report of an incident on A4, as a text table its timeline; or the figures of a quarter, as a text table the list of
 * incidents. The file appears whole, with mode 0600, or not at all.
 *
 * Returns: FALSE with a %KOYOMI_REPORT_ERROR, a %KOYOMI_PLAN_ERROR or %G_IO_ERROR_CANCELLED
 */
gboolean
koyomi_incident_export (KoyomiSession                      *session,
                        const KoyomiIncidentExportOptions  *options,
                        KoyomiExportFormat                  format,
                        const char                         *path,
                        KoyomiProgressFunc                  progress,
                        gpointer                            progress_data,
                        GCancellable                       *cancellable,
                        GError                            **error)
{
  g_autoptr(KoyomiDocument) document = NULL;
  g_autoptr(KoyomiOutputFile) file = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), FALSE);
  g_return_val_if_fail (koyomi_incident_export_knows (format), FALSE);
  g_return_val_if_fail (options->quarter >= 0 && options->quarter <= 4, FALSE);
  g_return_val_if_fail (options->incident != 0 || options->quarter != 0 || format != KOYOMI_EXPORT_FORMAT_PDF, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      (file = koyomi_output_file_new (path, error)) == NULL ||
      (document = load_document (session, options, error)) == NULL)
    return FALSE;

  return _koyomi_document_export (document, format, file, path, progress, progress_data, cancellable, error);
}
