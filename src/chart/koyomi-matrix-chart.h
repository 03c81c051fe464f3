#pragma once

#include "koyomi-calendar-layout.h"
#include "koyomi-matrix-style.h"
#include "koyomi-matrix.h"
#include "koyomi-maturity.h"

G_BEGIN_DECLS

/* Draws the matrix of functions and teams in parts, each in a rectangle: on the screen only those in sight, on paper a page of them. */
typedef struct
{
  KoyomiChartText    *text;
  KoyomiLanguage      language;
  KoyomiChartPalette  palette;
  double              scale;      /* of the measures */
} KoyomiMatrixChart;

/* What lies behind a line or a cell. */
typedef enum
{
  KOYOMI_MATRIX_GROUND_PLAIN,
  KOYOMI_MATRIX_GROUND_GROUP,
  KOYOMI_MATRIX_GROUND_BREACH,
  KOYOMI_MATRIX_GROUND_SELECTED,
  KOYOMI_MATRIX_GROUND_HEAD,
} KoyomiMatrixGround;

KoyomiMatrixChart *koyomi_matrix_chart_new           (KoyomiLanguage              language) G_GNUC_WARN_UNUSED_RESULT;
void               koyomi_matrix_chart_free          (KoyomiMatrixChart          *self);

double             koyomi_matrix_chart_get_size      (const KoyomiMatrixChart    *self,
                                                      double                      measure);
guint              koyomi_matrix_chart_place_letters (const KoyomiMatrixChart    *self,
                                                      KoyomiLetters               letters,
                                                      KoyomiRect                  rect,
                                                      KoyomiRect                 *chips,
                                                      guint                      *indices,
                                                      guint                       n_chips);

/* They add to what is there. */
void               koyomi_matrix_chart_paint_ground  (const KoyomiMatrixChart    *self,
                                                      KoyomiMatrixGround          ground,
                                                      KoyomiRect                  rect,
                                                      cairo_t                    *cr);
void               koyomi_matrix_chart_paint_cell    (const KoyomiMatrixChart    *self,
                                                      const KoyomiAlphabet       *alphabet,
                                                      KoyomiLetters               letters,
                                                      KoyomiLetters               mapped,
                                                      KoyomiRect                  rect,
                                                      cairo_t                    *cr);
void               koyomi_matrix_chart_paint_change  (const KoyomiMatrixChart    *self,
                                                      const KoyomiAlphabet       *alphabet,
                                                      KoyomiLetters               before,
                                                      KoyomiLetters               after,
                                                      KoyomiRect                  rect,
                                                      cairo_t                    *cr);
void               koyomi_matrix_chart_paint_sign    (const KoyomiMatrixChart    *self,
                                                      gboolean                    is_added,
                                                      KoyomiRect                  rect,
                                                      cairo_t                    *cr);
void               koyomi_matrix_chart_paint_team    (const KoyomiMatrixChart    *self,
                                                      KoyomiRecord               *team,
                                                      KoyomiRect                  rect,
                                                      cairo_t                    *cr);
void               koyomi_matrix_chart_paint_function (const KoyomiMatrixChart   *self,
                                                       KoyomiRecord               *function,
                                                       KoyomiRect                  rect,
                                                       cairo_t                    *cr);
void               koyomi_matrix_chart_paint_levels  (const KoyomiMatrixChart    *self,
                                                      const KoyomiMaturityScore  *score,
                                                      gboolean                    with_boxes,
                                                      KoyomiRect                  rect,
                                                      cairo_t                    *cr);
void               koyomi_matrix_chart_paint_load    (const KoyomiMatrixChart    *self,
                                                      const KoyomiMatrixColumn   *column,
                                                      KoyomiRect                  rect,
                                                      cairo_t                    *cr);
void               koyomi_matrix_chart_paint_text    (const KoyomiMatrixChart    *self,
                                                      const char                 *text,
                                                      gboolean                    bold,
                                                      gboolean                    centred,
                                                      KoyomiRect                  rect,
                                                      cairo_t                    *cr);
double             koyomi_matrix_chart_measure_pill  (const KoyomiMatrixChart    *self,
                                                      const char                 *text);
void               koyomi_matrix_chart_paint_pill    (const KoyomiMatrixChart    *self,
                                                      const char                 *text,
                                                      KoyomiRect                  rect,
                                                      cairo_t                    *cr);
void               koyomi_matrix_chart_paint_outline (const KoyomiMatrixChart    *self,
                                                      KoyomiRect                  rect,
                                                      gboolean                    with_handle,
                                                      cairo_t                    *cr);

char              *koyomi_maturity_score_format      (const KoyomiMaturityScore  *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMatrixChart, koyomi_matrix_chart_free)

G_END_DECLS
