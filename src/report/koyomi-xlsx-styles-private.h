#pragma once

#include "koyomi-language.h"
#include "koyomi-metric-status.h"
#include "koyomi-occurrence.h"
#include "koyomi-rating-style.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

/* What a cell of a workbook is; its looks follow from that. No two may look the same: libxlsxwriter then searches
 * for the format of every cell again. */
typedef enum
{
  KOYOMI_XLSX_STYLE_TITLE,
  KOYOMI_XLSX_STYLE_ORGANISATION,
  KOYOMI_XLSX_STYLE_REMARK,
  KOYOMI_XLSX_STYLE_PART,            /* says what is left out */
  KOYOMI_XLSX_STYLE_MARK,            /* the classification */
  KOYOMI_XLSX_STYLE_STAMP_HEAD,      /* over a box for a seal or a signature */
  KOYOMI_XLSX_STYLE_STAMP,
  KOYOMI_XLSX_STYLE_LEGEND_HEAD,
  KOYOMI_XLSX_STYLE_HEAD,
  KOYOMI_XLSX_STYLE_HEAD_NOW,        /* of the quarter or month that holds today */
  KOYOMI_XLSX_STYLE_STRIP_HEAD,
  KOYOMI_XLSX_STYLE_STRIP,
  KOYOMI_XLSX_STYLE_GROUP,
  KOYOMI_XLSX_STYLE_FUNCTION,
  KOYOMI_XLSX_STYLE_DETAIL,
  KOYOMI_XLSX_STYLE_MONTH,           /* an empty cell of a month */
  KOYOMI_XLSX_STYLE_GHOST,
  KOYOMI_XLSX_STYLE_EMPTY,           /* what stands in place of rows */
  KOYOMI_XLSX_STYLE_TEXT,            /* of a list */
  KOYOMI_XLSX_STYLE_CENTRED,
  KOYOMI_XLSX_STYLE_DAY,
  KOYOMI_XLSX_STYLE_PERCENT,
  KOYOMI_XLSX_STYLE_NUMBER,
  KOYOMI_XLSX_STYLE_SECTION,
  KOYOMI_XLSX_STYLE_BAND,            /* over the functions of a group */
  KOYOMI_XLSX_STYLE_NAME,            /* of a line that is one row high */
  KOYOMI_XLSX_STYLE_LETTERS,         /* of a cell of the matrix */
  KOYOMI_XLSX_STYLE_LEVEL,           /* a number on its own */
  KOYOMI_XLSX_STYLE_DECIMAL,
  KOYOMI_XLSX_STYLE_TOTAL,           /* in a foot */
  KOYOMI_XLSX_STYLE_LABEL,           /* of a fact that stands beside it */
  KOYOMI_XLSX_STYLE_TIME,            /* a day with the minute */
  KOYOMI_XLSX_STYLE_CHANGED,         /* other than in the report before */
  KOYOMI_XLSX_STYLE_CHANGED_TIME,
  KOYOMI_XLSX_STYLE_GENERAL,         /* a number with as many digits as it has */
  KOYOMI_XLSX_STYLE_DIFFERENCE,      /* with its sign */
  KOYOMI_XLSX_STYLE_SUBJECT,         /* what the report is of, under its title */
  KOYOMI_XLSX_STYLE_NOTE,            /* a remark in as many lines as it takes */
  KOYOMI_XLSX_STYLE_PARAGRAPH,
  KOYOMI_XLSX_STYLE_TENTHS,          /* a number of a list with so many decimals */
  KOYOMI_XLSX_STYLE_HUNDREDTHS,
  KOYOMI_XLSX_STYLE_STATE,           /* of a run; one each state follows */
  KOYOMI_N_XLSX_STYLES = KOYOMI_XLSX_STYLE_STATE + KOYOMI_N_STATES,
} KoyomiXlsxStyle;

typedef enum
{
  KOYOMI_XLSX_EDGE_TOP = 1 << 0,        /* where a function begins */
  KOYOMI_XLSX_EDGE_BOTTOM = 1 << 1,     /* where the table ends */
  KOYOMI_XLSX_EDGE_QUARTER = 1 << 2,    /* left of a quarter's first month */
  KOYOMI_XLSX_EDGE_NOW_LEFT = 1 << 3,   /* of today's month */
  KOYOMI_XLSX_EDGE_NOW_RIGHT = 1 << 4,
  KOYOMI_XLSX_EDGE_GROUP = 1 << 5,      /* above a function that begins a group */
  KOYOMI_N_XLSX_EDGES = 1 << 6,
} KoyomiXlsxEdges;

/* The formats of a workbook, each made when it is first asked for. */
typedef struct
{
  lxw_workbook *workbook;
  const char   *font;
  lxw_format   *formats[KOYOMI_N_XLSX_STYLES][KOYOMI_N_XLSX_EDGES];
} KoyomiXlsxStyles;

void        _koyomi_xlsx_styles_init        (KoyomiXlsxStyles *self,
                                             lxw_workbook     *workbook,
                                             KoyomiLanguage    language);
lxw_format *_koyomi_xlsx_styles_get         (KoyomiXlsxStyles *self,
                                             KoyomiXlsxStyle   style,
                                             KoyomiXlsxEdges   edges);
lxw_format *_koyomi_xlsx_styles_get_state   (KoyomiXlsxStyles *self,
                                             KoyomiState       state,
                                             KoyomiXlsxEdges   edges);
lxw_format *_koyomi_xlsx_styles_new_rule    (KoyomiXlsxStyles *self,
                                             KoyomiState       state);
lxw_format *_koyomi_xlsx_styles_new_grid    (KoyomiXlsxStyles *self);
lxw_format *_koyomi_xlsx_styles_new_letter  (KoyomiXlsxStyles *self,
                                             guint             letter,
                                             gboolean          is_rule);
guint       _koyomi_xlsx_styles_rank_letter (guint             index);
lxw_format *_koyomi_xlsx_styles_new_heat    (KoyomiXlsxStyles *self,
                                             KoyomiHeat        heat,
                                             const char       *numbers);
lxw_format *_koyomi_xlsx_styles_new_status  (KoyomiXlsxStyles *self,
                                             KoyomiMetricStatus status);
double      _koyomi_xlsx_style_get_size     (KoyomiXlsxStyle   style);

G_END_DECLS
