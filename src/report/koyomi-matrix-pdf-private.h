#pragma once

#include "koyomi-matrix-chart.h"
#include "koyomi-matrix-report-private.h"
#include "koyomi-paper.h"

G_BEGIN_DECLS

/* A line of the matrix on paper: a function, or the band of its group. */
typedef struct
{
  guint    row;       /* of the matrix */
  gboolean is_band;
} KoyomiMatrixLine;

typedef enum
{
  KOYOMI_MATRIX_PAGE_MATRIX,
  KOYOMI_MATRIX_PAGE_MATURITY,
  KOYOMI_MATRIX_PAGE_LOAD,
  KOYOMI_MATRIX_PAGE_BREACHES,
} KoyomiMatrixPageKind;

typedef struct
{
  KoyomiMatrixPageKind kind;
  guint                first;     /* line, or breach */
  guint                n;
  gboolean             is_last;   /* of the matrix: has its foot */
} KoyomiMatrixPage;

/* A matrix that is laid out on sheets of paper. */
typedef struct
{
  KoyomiMatrixReport *report;
  KoyomiMatrixChart  *chart;
  double              width;
  double              height;
  double              name_width;
  double              team_width;
  double              side_width;
  GArray             *lines;      /* (element-type KoyomiMatrixLine) */
  GArray             *pages;      /* (element-type KoyomiMatrixPage) */
} KoyomiMatrixSheets;

KoyomiMatrixSheets *_koyomi_matrix_sheets_new   (KoyomiMatrixReport  *report,
                                                 double               width,
                                                 double               height) G_GNUC_WARN_UNUSED_RESULT;
void                _koyomi_matrix_sheets_free  (KoyomiMatrixSheets  *self);
void                _koyomi_matrix_sheets_paint (KoyomiMatrixSheets  *self,
                                                 guint                page,
                                                 cairo_t             *cr);

gboolean            _koyomi_matrix_write_pdf    (KoyomiMatrixReport  *report,
                                                 KoyomiPaper          paper,
                                                 GOutputStream       *stream,
                                                 GCancellable        *cancellable,
                                                 GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMatrixSheets, _koyomi_matrix_sheets_free)

G_END_DECLS
