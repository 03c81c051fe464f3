#pragma once

#include "koyomi-matrix-chart.h"
#include "koyomi-matrix-order.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* A place among the lines and columns that are shown. */
typedef struct
{
  int line;
  int column;   /* -1 for the name of the line */
} KoyomiMatrixPlace;

/* The cells from one corner to the other, both included. */
typedef struct
{
  int first_line;
  int last_line;
  int first_column;
  int last_column;
} KoyomiMatrixRange;

/* What the matrix shows, apart from any widget: the catalogue, the day, lines and columns, what is filtered and folded, and which cells
 * are chosen.
 *
 * Signals:
 *   "lines": lines, columns, their sizes or what stands in them are other ones
 *   "selection": other cells are chosen */
#define KOYOMI_TYPE_MATRIX_SHEET (koyomi_matrix_sheet_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMatrixSheet, koyomi_matrix_sheet, KOYOMI, MATRIX_SHEET, GObject)

KoyomiMatrixSheet         *koyomi_matrix_sheet_new            (KoyomiWorkspace     *workspace) G_GNUC_WARN_UNUSED_RESULT;

KoyomiWorkspace           *koyomi_matrix_sheet_get_workspace  (KoyomiMatrixSheet   *self);
KoyomiLanguage             koyomi_matrix_sheet_get_language   (KoyomiMatrixSheet   *self);
gboolean                   koyomi_matrix_sheet_can_edit       (KoyomiMatrixSheet   *self);
const KoyomiMatrixChart   *koyomi_matrix_sheet_get_chart      (KoyomiMatrixSheet   *self);
const KoyomiMatrixFacts   *koyomi_matrix_sheet_get_facts      (KoyomiMatrixSheet   *self);
const KoyomiMatrixOptions *koyomi_matrix_sheet_get_options    (KoyomiMatrixSheet   *self);

void                       koyomi_matrix_sheet_update         (KoyomiMatrixSheet   *self);
void                       koyomi_matrix_sheet_take_over      (KoyomiMatrixSheet   *self,
                                                               KoyomiMatrixSheet   *other);
gint64                     koyomi_matrix_sheet_get_catalogue  (KoyomiMatrixSheet   *self);
void                       koyomi_matrix_sheet_set_catalogue  (KoyomiMatrixSheet   *self,
                                                               gint64               catalogue);
guint32                    koyomi_matrix_sheet_get_day        (KoyomiMatrixSheet   *self);
void                       koyomi_matrix_sheet_set_day        (KoyomiMatrixSheet   *self,
                                                               guint32              day);
gboolean                   koyomi_matrix_sheet_is_today       (KoyomiMatrixSheet   *self);
const KoyomiMatrixMoment  *koyomi_matrix_sheet_get_moment     (KoyomiMatrixSheet   *self);
void                       koyomi_matrix_sheet_set_moment     (KoyomiMatrixSheet   *self,
                                                               KoyomiMatrixMoment  *moment);
gboolean                   koyomi_matrix_sheet_get_begins     (KoyomiMatrixSheet   *self);
void                       koyomi_matrix_sheet_set_begins     (KoyomiMatrixSheet   *self,
                                                               gboolean             begins);
void                       koyomi_matrix_sheet_set_show       (KoyomiMatrixSheet   *self,
                                                               KoyomiMatrixShow     show);
void                       koyomi_matrix_sheet_set_by_gap     (KoyomiMatrixSheet   *self,
                                                               gboolean             by_gap);
void                       koyomi_matrix_sheet_set_transposed (KoyomiMatrixSheet   *self,
                                                               gboolean             transposed);
void                       koyomi_matrix_sheet_set_search     (KoyomiMatrixSheet   *self,
                                                               const char          *search);
void                       koyomi_matrix_sheet_clear_filter   (KoyomiMatrixSheet   *self);
void                       koyomi_matrix_sheet_set_style      (KoyomiMatrixSheet   *self,
                                                               KoyomiChartPalette   palette,
                                                               double               scale);

int                        koyomi_matrix_sheet_get_n_lines    (KoyomiMatrixSheet   *self);
const KoyomiMatrixLine    *koyomi_matrix_sheet_get_line       (KoyomiMatrixSheet   *self,
                                                               int                  line);
double                     koyomi_matrix_sheet_get_line_y     (KoyomiMatrixSheet   *self,
                                                               int                  line);
int                        koyomi_matrix_sheet_find_line      (KoyomiMatrixSheet   *self,
                                                               double               y);
KoyomiRecord              *koyomi_matrix_sheet_get_line_record (KoyomiMatrixSheet  *self,
                                                                int                  line);
int                        koyomi_matrix_sheet_get_n_columns  (KoyomiMatrixSheet   *self);
guint                      koyomi_matrix_sheet_get_column     (KoyomiMatrixSheet   *self,
                                                               int                  column);
KoyomiRecord              *koyomi_matrix_sheet_get_column_record (KoyomiMatrixSheet *self,
                                                                  int                  column);
double                     koyomi_matrix_sheet_get_column_width (KoyomiMatrixSheet *self);
gboolean                   koyomi_matrix_sheet_find_cell      (KoyomiMatrixSheet   *self,
                                                               KoyomiMatrixPlace    place,
                                                               guint               *row,
                                                               guint               *column);
KoyomiLetters              koyomi_matrix_sheet_get_letters    (KoyomiMatrixSheet   *self,
                                                               KoyomiMatrixPlace    place);

gboolean                   koyomi_matrix_sheet_is_folded      (KoyomiMatrixSheet   *self,
                                                               KoyomiRecord        *group);
void                       koyomi_matrix_sheet_set_folded     (KoyomiMatrixSheet   *self,
                                                               KoyomiRecord        *group,
                                                               gboolean             folded);
void                       koyomi_matrix_sheet_fold_all       (KoyomiMatrixSheet   *self,
                                                               gboolean             folded);

KoyomiMatrixPlace          koyomi_matrix_sheet_get_focus      (KoyomiMatrixSheet   *self);
KoyomiMatrixRange          koyomi_matrix_sheet_get_range      (KoyomiMatrixSheet   *self);
KoyomiMatrixPlace          koyomi_matrix_sheet_get_start      (KoyomiMatrixSheet   *self);
void                       koyomi_matrix_sheet_go_to          (KoyomiMatrixSheet   *self,
                                                               KoyomiMatrixPlace    place,
                                                               gboolean             extend);
void                       koyomi_matrix_sheet_choose         (KoyomiMatrixSheet   *self,
                                                               KoyomiMatrixRange    range);

G_END_DECLS
