#pragma once

#include "koyomi-matrix-report-private.h"
#include "koyomi-xlsx-page-private.h"
#include "koyomi-xlsx-styles-private.h"

G_BEGIN_DECLS

/* The columns of the sheet of the matrix before those of the teams. */
enum
{
  KOYOMI_MATRIX_COLUMN_CODE,
  KOYOMI_MATRIX_COLUMN_FUNCTION,
  KOYOMI_MATRIX_COLUMN_TEAM,
};

/* The rows of the head of every sheet of the workbook, and of the matrix's. */
enum
{
  KOYOMI_MATRIX_ROW_TITLE,
  KOYOMI_MATRIX_ROW_ORGANISATION,
  KOYOMI_MATRIX_ROW_SUBTITLE,
  KOYOMI_MATRIX_ROW_DAY,
  KOYOMI_MATRIX_ROW_BODY,
  KOYOMI_MATRIX_ROW_KINDS = KOYOMI_MATRIX_ROW_BODY,   /* of the teams */
  KOYOMI_MATRIX_ROW_HEADS,
  KOYOMI_MATRIX_ROW_FUNCTIONS,
};

typedef enum
{
  KOYOMI_MATRIX_SHEET_MATRIX,
  KOYOMI_MATRIX_SHEET_MATURITY,
  KOYOMI_MATRIX_SHEET_BREACHES,
  KOYOMI_MATRIX_SHEET_LOAD,
  KOYOMI_MATRIX_SHEET_LEGEND,
  KOYOMI_N_MATRIX_SHEETS,
} KoyomiMatrixSheet;

/* A workbook of the matrix that is being written. */
typedef struct
{
  KoyomiMatrixReport *report;
  KoyomiXlsxStyles   *styles;
  KoyomiXlsxPage      pages[KOYOMI_N_MATRIX_SHEETS];
} KoyomiMatrixXlsx;

void      _koyomi_matrix_xlsx_write_title    (KoyomiMatrixXlsx  *self,
                                              KoyomiXlsxPage    *page,
                                              const char        *title,
                                              lxw_col_t          first_column,
                                              lxw_col_t          last_column,
                                              lxw_col_t          approvals);
void      _koyomi_matrix_xlsx_write_day      (KoyomiMatrixXlsx  *self,
                                              KoyomiXlsxPage    *page);
gboolean  _koyomi_matrix_xlsx_write_sheet    (KoyomiMatrixXlsx  *self,
                                              GError           **error);
gboolean  _koyomi_matrix_xlsx_write_maturity (KoyomiMatrixXlsx  *self,
                                              GError           **error);
gboolean  _koyomi_matrix_xlsx_write_breaches (KoyomiMatrixXlsx  *self,
                                              GError           **error);
gboolean  _koyomi_matrix_xlsx_write_load     (KoyomiMatrixXlsx  *self,
                                              GError           **error);
gboolean  _koyomi_matrix_xlsx_write_legend   (KoyomiMatrixXlsx  *self,
                                              GError           **error);

gboolean  _koyomi_matrix_write_xlsx          (KoyomiMatrixReport *report,
                                              const char         *path,
                                              const char         *name,
                                              KoyomiProgressFunc  progress,
                                              gpointer            progress_data,
                                              GCancellable       *cancellable,
                                              GError            **error);

G_END_DECLS
