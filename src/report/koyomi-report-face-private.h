#pragma once

#include "koyomi-report.h"

G_BEGIN_DECLS

/* A report that is no document: the part of the program that it belongs to loads, paints and writes it. */
typedef struct
{
  KoyomiPaper    paper;
  gpointer     (*load)       (KoyomiSession              *session,
                              const KoyomiReportOptions  *options,
                              guint                      *n_pages,
                              GError                    **error);
  GDestroyNotify free;
  char        *(*dup_number) (const KoyomiReportOptions  *options);
  void         (*paint_page) (gpointer                    body,
                              guint                       page,
                              cairo_t                    *cr);
  gboolean     (*write)      (KoyomiSession              *session,
                              const KoyomiReportOptions  *options,
                              KoyomiExportFormat          format,
                              const char                 *path,
                              KoyomiProgressFunc          progress,
                              gpointer                    progress_data,
                              GCancellable               *cancellable,
                              GError                    **error);
} KoyomiReportFace;

extern const KoyomiReportFace _koyomi_report_calendar;
extern const KoyomiReportFace _koyomi_report_matrix;

G_END_DECLS
