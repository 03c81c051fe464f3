#pragma once

#include <adwaita.h>

#include "koyomi-export-matrix.h"
#include "koyomi-export-request.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What of the matrix is exported: the catalogue, the day and, of a text table, its shape, as rows of a group. */
typedef struct _KoyomiExportMatrixRows KoyomiExportMatrixRows;

KoyomiExportMatrixRows *koyomi_export_matrix_rows_new          (AdwPreferencesGroup          *group,
                                                                KoyomiWorkspace              *workspace,
                                                                const KoyomiExportRequest    *request) G_GNUC_WARN_UNUSED_RESULT;
void                    koyomi_export_matrix_rows_free         (KoyomiExportMatrixRows       *self);

void                    koyomi_export_matrix_rows_show_format  (KoyomiExportMatrixRows       *self,
                                                                KoyomiExportFormat            format);
gboolean                koyomi_export_matrix_rows_read         (KoyomiExportMatrixRows       *self,
                                                                KoyomiMatrixExportOptions    *options);
char                   *koyomi_export_matrix_rows_propose_name (KoyomiExportMatrixRows       *self,
                                                                KoyomiLanguage                language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiExportMatrixRows, koyomi_export_matrix_rows_free)

G_END_DECLS
