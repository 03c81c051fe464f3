#pragma once

#include "koyomi-calendar-filter.h"
#include "koyomi-paper.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* The forms in which something can leave the program. */
typedef enum
{
  KOYOMI_EXPORT_FORMAT_XLSX,
  KOYOMI_EXPORT_FORMAT_PDF,
  KOYOMI_EXPORT_FORMAT_PNG,
  KOYOMI_EXPORT_FORMAT_CSV,
  KOYOMI_EXPORT_FORMAT_ICS,
  KOYOMI_EXPORT_FORMAT_SVG,
} KoyomiExportFormat;

#define KOYOMI_N_EXPORT_FORMATS 6

/* What leaves the program. All zero but for the year and the language is the whole year. */
typedef struct
{
  KoyomiFiscalYear            year;
  KoyomiLanguage              language;
  const KoyomiCalendarFilter *filter;      /* (nullable): NULL for everything */
  KoyomiGrouping              grouping;
  guint32                     first_day;   /* of those shown; %KOYOMI_DAY_NONE for all of the year */
  guint32                     last_day;
  KoyomiPaper                 paper;       /* of a PDF */
  guint                       n_across;    /* sheets of it that the days take side by side; 0 as 1 */
} KoyomiExportOptions;

const char     *koyomi_export_format_get_nick  (KoyomiExportFormat          self);
gboolean        koyomi_export_format_from_nick (const char                 *nick,
                                                KoyomiExportFormat         *self);
gboolean        koyomi_export_format_from_path (const char                 *path,
                                                KoyomiExportFormat         *self);

gboolean        koyomi_calendar_export_knows   (KoyomiExportFormat          format);
KoyomiCalendar *koyomi_export_load_calendar    (KoyomiSession              *session,
                                                const KoyomiExportOptions  *options,
                                                gboolean                    with_bars,
                                                GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
char           *koyomi_export_describe_part    (KoyomiSession              *session,
                                                const KoyomiExportOptions  *options,
                                                GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        koyomi_annual_calendar_export  (KoyomiSession              *session,
                                                const KoyomiExportOptions  *options,
                                                KoyomiExportFormat          format,
                                                const char                 *path,
                                                KoyomiProgressFunc          progress,
                                                gpointer                    progress_data,
                                                GCancellable               *cancellable,
                                                GError                    **error);

G_END_DECLS
