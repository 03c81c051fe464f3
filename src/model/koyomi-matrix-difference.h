#pragma once

#include "koyomi-matrix-change.h"

G_BEGIN_DECLS

/* Two matrices of a catalogue, cell by cell. Rows and columns are those of the later one. Never changed once it is there. */
typedef struct _KoyomiMatrixDifference KoyomiMatrixDifference;

KoyomiMatrixDifference *koyomi_matrix_difference_new            (KoyomiMatrix                 *before,
                                                                 KoyomiMatrix                 *after) G_GNUC_WARN_UNUSED_RESULT;
void                    koyomi_matrix_difference_free           (KoyomiMatrixDifference       *self);

GPtrArray              *koyomi_matrix_difference_get_changes    (const KoyomiMatrixDifference *self);
KoyomiLetters           koyomi_matrix_difference_get_letters    (const KoyomiMatrixDifference *self,
                                                                 guint                         row,
                                                                 guint                         column);
gboolean                koyomi_matrix_difference_has_cell       (const KoyomiMatrixDifference *self,
                                                                 guint                         row,
                                                                 guint                         column);
gboolean                koyomi_matrix_difference_has_row        (const KoyomiMatrixDifference *self,
                                                                 guint                         row);
KoyomiMatrixChangeKind  koyomi_matrix_difference_get_row        (const KoyomiMatrixDifference *self,
                                                                 guint                         row);
KoyomiMatrixChangeKind  koyomi_matrix_difference_get_column     (const KoyomiMatrixDifference *self,
                                                                 guint                         column);
char                   *koyomi_matrix_difference_describe_cell  (const KoyomiMatrixDifference *self,
                                                                 guint                         row,
                                                                 guint                         column,
                                                                 KoyomiLanguage                language) G_GNUC_WARN_UNUSED_RESULT;
char                   *koyomi_matrix_difference_format_cell    (const KoyomiMatrixDifference *self,
                                                                 gboolean                      is_after,
                                                                 KoyomiRecord                 *function,
                                                                 KoyomiRecord                 *team) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMatrixDifference, koyomi_matrix_difference_free)

G_END_DECLS
