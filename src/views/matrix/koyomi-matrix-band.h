#pragma once

#include "koyomi-matrix-rows.h"

G_BEGIN_DECLS

/* What stays in place above and below the lines: the names of the columns, and what they come to. */
#define KOYOMI_TYPE_MATRIX_BAND (koyomi_matrix_band_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMatrixBand, koyomi_matrix_band, KOYOMI, MATRIX_BAND, GtkWidget)

GtkWidget *koyomi_matrix_band_new (KoyomiMatrixRows *rows,
                                   gboolean          is_head) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
