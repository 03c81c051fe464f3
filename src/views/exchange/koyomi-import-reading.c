#include "koyomi-import-reading.h"

#include "koyomi-table-file.h"

/* Copies the plan, which must not be used by two threads. */
KoyomiImportReading *
koyomi_import_reading_new (KoyomiSession              *session,
                           const char                 *path,
                           const KoyomiImportOptions  *options,
                           GError                    **error)
{
  g_autoptr(KoyomiSession) copy = koyomi_session_copy (session, NULL, error);
  KoyomiImportReading *self;

  if (copy == NULL)
    return NULL;

  self = g_new0 (KoyomiImportReading, 1);
  self->session = g_steal_pointer (&copy);
  self->path = g_strdup (path);
  self->sheet = g_strdup (options->sheet);
  self->options = *options;
  self->options.sheet = self->sheet;
  self->catalogue = g_strdup (options->catalogue);
  self->options.catalogue = self->catalogue;

  return self;
}

void
koyomi_import_reading_free (KoyomiImportReading *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->session);
  g_free (self->path);
  g_free (self->sheet);
  g_free (self->catalogue);
  g_clear_object (&self->import);
  g_strfreev (self->sheets);
  g_free (self);
}

static gboolean
list_sheets (KoyomiImportReading  *self,
             GCancellable         *cancellable,
             GError              **error)
{
  g_autoptr(KoyomiTableFile) file = koyomi_table_file_open (self->path, NULL, NULL, cancellable, error);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  if (file == NULL)
    return FALSE;

  for (guint i = 0; koyomi_table_file_is_workbook (file) && i < koyomi_table_file_get_n_sheets (file); i++)
    if (koyomi_table_file_get_sheet_state (file, i) == KOYOMI_XLSX_SHEET_VISIBLE)
      g_strv_builder_add (names, koyomi_table_file_get_sheet_name (file, i));

  self->sheets = g_strv_builder_end (names);

  return TRUE;
}

/* A #KoyomiWorkFunc. */
gboolean
koyomi_import_reading_run (gpointer             data,
                           KoyomiProgressFunc   progress,
                           gpointer             progress_data,
                           GCancellable        *cancellable,
                           GError             **error)
{
  KoyomiImportReading *self = data;

  if (!list_sheets (self, cancellable, error))
    return FALSE;

  self->import = koyomi_import_prepare (self->session, self->path, &self->options, &self->content, progress, progress_data,
                                        cancellable, error);

  return self->import != NULL;
}
