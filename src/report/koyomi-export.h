#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* The forms that the annual calendar can leave the program in. */
typedef enum
{
  KOYOMI_EXPORT_FORMAT_XLSX,
  KOYOMI_EXPORT_FORMAT_PDF,
  KOYOMI_EXPORT_FORMAT_PNG,
  KOYOMI_EXPORT_FORMAT_CSV,
  KOYOMI_EXPORT_FORMAT_ICS,
} KoyomiExportFormat;

#define KOYOMI_N_EXPORT_FORMATS 5

const char *koyomi_export_format_get_nick  (KoyomiExportFormat   self);
gboolean    koyomi_export_format_from_nick (const char          *nick,
                                            KoyomiExportFormat  *self);
gboolean    koyomi_export_format_from_path (const char          *path,
                                            KoyomiExportFormat  *self);

gboolean    koyomi_annual_calendar_export  (KoyomiSession       *session,
                                            KoyomiFiscalYear     year,
                                            KoyomiLanguage       language,
                                            KoyomiExportFormat   format,
                                            const char          *path,
                                            KoyomiProgressFunc   progress,
                                            gpointer             progress_data,
                                            GCancellable        *cancellable,
                                            GError             **error);

G_END_DECLS
