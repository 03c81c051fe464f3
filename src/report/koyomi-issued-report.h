#pragma once

#include "koyomi-report.h"

G_BEGIN_DECLS

/* A report that is given out is written from a moment of the plan that has a name, and the plan notes the file: the same file can be written
 * again from there, whatever became of the plan since. */

/* What is given out. */
typedef struct
{
  const KoyomiReportKind *kind;
  KoyomiReportOptions     options;
  KoyomiExportFormat      format;    /* a workbook or a PDF */
  gint64                  seq;       /* the entry of the change log that is shown; -1 for the last one */
  const char             *edition;   /* "" for none */
} KoyomiReportOrder;

/* A file that is written and not yet noted in the plan. */
typedef struct
{
  const KoyomiReportKind *kind;
  KoyomiReportOptions     options;
  KoyomiExportFormat      format;
  char                   *code;       /* the id of the kind, with the number of its subject where it has one */
  char                   *file_name;
  char                   *edition;
  char                   *number;
  char                   *sha256;
  gint64                  bookmark;   /* 0 where the moment has no name yet */
  gint64                  seq;
  gint64                  at;
} KoyomiIssuedFile;

gboolean      koyomi_issued_report_knows       (KoyomiExportFormat         format);
KoyomiIssuedFile *koyomi_issued_file_write     (KoyomiSession             *session,
                                                const KoyomiReportOrder   *order,
                                                const char                *path,
                                                KoyomiProgressFunc         progress,
                                                gpointer                   progress_data,
                                                GCancellable              *cancellable,
                                                GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
KoyomiRecord *koyomi_issued_file_note          (KoyomiIssuedFile          *self,
                                                KoyomiSession             *session,
                                                KoyomiLanguage             language,
                                                GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
void          koyomi_issued_file_free          (KoyomiIssuedFile          *self);
KoyomiRecord *koyomi_issued_report_write       (KoyomiSession             *session,
                                                const KoyomiReportOrder   *order,
                                                const char                *path,
                                                KoyomiProgressFunc         progress,
                                                gpointer                   progress_data,
                                                GCancellable              *cancellable,
                                                GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      koyomi_issued_report_write_again (KoyomiSession             *session,
                                                KoyomiRecord              *issue,
                                                const char                *path,
                                                char                     **sha256,
                                                KoyomiProgressFunc         progress,
                                                gpointer                   progress_data,
                                                GCancellable              *cancellable,
                                                GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiIssuedFile, koyomi_issued_file_free)

G_END_DECLS
