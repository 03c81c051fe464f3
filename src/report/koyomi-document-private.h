#pragma once

#include "koyomi-calendar.h"
#include "koyomi-entry.h"
#include "koyomi-figure.h"
#include "koyomi-radar.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* A report as it is read, apart from how it is laid out: sections under headings, in an order, each of a text, a table, figures and
 * charts. The same document becomes a workbook and pages of A4. */

/* Columns share this many units, the width of a page. */
#define KOYOMI_DOCUMENT_UNITS 24

typedef enum
{
  KOYOMI_DOCUMENT_CELL_TEXT,
  KOYOMI_DOCUMENT_CELL_LABEL,    /* of what stands beside it */
  KOYOMI_DOCUMENT_CELL_TIME,     /* value is ms UTC */
  KOYOMI_DOCUMENT_CELL_DAY,      /* value is a Julian day */
  KOYOMI_DOCUMENT_CELL_NUMBER,
  KOYOMI_DOCUMENT_CELL_DIFFERENCE,   /* a number with its sign */
  KOYOMI_DOCUMENT_CELL_VALUE,        /* a number with its unit, and as many decimals as are told */
} KoyomiDocumentCellKind;

/* How a row or a cell differs from the report before. */
typedef enum
{
  KOYOMI_DOCUMENT_SAME,
  KOYOMI_DOCUMENT_NEW,
  KOYOMI_DOCUMENT_CHANGED,
  KOYOMI_DOCUMENT_REMOVED,
} KoyomiDocumentMark;

typedef struct
{
  KoyomiDocumentCellKind  kind;
  char                   *text;      /* as people read it, without a mark */
  double                  value;     /* NAN where there is none */
  KoyomiDocumentMark      mark;
  gboolean                has_sign;  /* of the mark: of a row that is new or gone one cell has it */
  guint                   decimals;
  gboolean                has_status;   /* its ground tells how it stands; the text begins with the glyph of that */
  KoyomiMetricStatus      status;
} KoyomiDocumentCell;

typedef struct
{
  char   *key;      /* by which the row is found in the report before */
  GArray *cells;    /* (element-type KoyomiDocumentCell) */
} KoyomiDocumentRow;

typedef struct
{
  const char *label;   /* translated; NULL in a table without headings */
  guint       width;   /* units of KOYOMI_DOCUMENT_UNITS */
} KoyomiDocumentColumn;

/* How a series of a chart is drawn. */
typedef enum
{
  KOYOMI_DOCUMENT_LOOK_LINE,
  KOYOMI_DOCUMENT_LOOK_DASHED,   /* what is aimed at */
  KOYOMI_DOCUMENT_LOOK_DOTTED,
  KOYOMI_DOCUMENT_LOOK_COLUMN,
  KOYOMI_DOCUMENT_LOOK_STACK,    /* a column on that of the series before */
} KoyomiDocumentLook;

typedef struct
{
  guint              index;    /* of the row, or of the column */
  KoyomiDocumentLook look;
  KoyomiColour       colour;
  int                labels;   /* the column whose texts stand at the points; -1 for none */
} KoyomiDocumentSeries;

typedef struct _KoyomiDocumentTable KoyomiDocumentTable;

/* A chart that a workbook draws over the cells of a table. What has no value is a gap. */
typedef struct
{
  char                      *title;
  const KoyomiDocumentTable *source;
  gboolean                   by_row;     /* a series is a row of a list, the heads are what it goes through; else a column, and the first column is */
  guint                      names;      /* of series that are rows, the column that names them */
  guint                      first;      /* column, or row */
  guint                      n;
  gboolean                   is_radar;
  gboolean                   is_whole;   /* its values are whole numbers */
  GArray                    *series;     /* (element-type KoyomiDocumentSeries) */
} KoyomiDocumentChart;

/* A figure that pages paint; one of the two is there. */
typedef struct
{
  KoyomiFigure *figure;
  KoyomiRadar  *radar;
} KoyomiDocumentFigure;

struct _KoyomiDocumentTable
{
  char       *title;       /* "" for what belongs to the section before */
  char       *note;        /* (nullable): under it, in small letters */
  char       *text;        /* (nullable): under that, in paragraphs */
  char       *empty;       /* (nullable): in place of rows */
  GArray     *columns;     /* (element-type KoyomiDocumentColumn) */
  GPtrArray  *rows;        /* (element-type KoyomiDocumentRow) */
  guint       sheet;       /* of the workbook */
  gboolean    is_list;     /* has a sheet of its own, to filter and to reckon with */
  gboolean    has_pages;   /* of a list: it stands on pages as well */
  gboolean    is_book_only;
  guint       n_names;     /* of a list: columns that stay in sight, 0 for none */
  guint       n_charted;   /* of the first column's names, the next columns' values are drawn as bars; 0 for none */
  GPtrArray  *charts;      /* (element-type KoyomiDocumentChart): of the workbook */
  GArray     *figures;     /* (element-type KoyomiDocumentFigure): of the pages */
  guint       n_across;    /* charts and figures stand side by side */
  guint       n_page_across;   /* figures, where pages have more of them side by side; 0 for the same */
};

typedef struct
{
  KoyomiSession  *session;      /* not owned */
  KoyomiLanguage  language;
  KoyomiEntry    *head;
  KoyomiCalendar *facts;        /* whose plan it is, of which moment; its rows are of no interest */
  char           *title;
  char           *subject;      /* what it is of */
  char           *period;       /* the same in a word, for the foot of a sheet */
  char           *number;       /* of the document; "" for none */
  char           *mark;         /* stands on every page, such as that it is a drill; "" for none */
  GPtrArray      *remarks;      /* (element-type utf8): lines under the title */
  GPtrArray      *sheets;       /* (element-type utf8): names of the workbook's sheets */
  GPtrArray      *tables;       /* (element-type KoyomiDocumentTable) */
  const KoyomiDocumentTable *text_list;   /* (nullable): the list that a text table is; NULL for the first */
  gboolean        is_compared;
  gboolean        is_landscape;
  gboolean        has_approvals;   /* boxes for who prepared, checked and approved it */
} KoyomiDocument;


KoyomiDocument      *_koyomi_document_new             (KoyomiSession         *session,
                                                       guint32                day,
                                                       KoyomiLanguage         language,
                                                       GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void                 _koyomi_document_free            (KoyomiDocument        *self);
char                *_koyomi_document_dup_stamp       (const KoyomiDocument  *self) G_GNUC_WARN_UNUSED_RESULT;
void                 _koyomi_document_add_sheet       (KoyomiDocument        *self,
                                                       const char            *title);
KoyomiDocumentTable *_koyomi_document_add_table       (KoyomiDocument        *self,
                                                       const char            *title);
KoyomiDocumentTable *_koyomi_document_add_text_section (KoyomiDocument       *self,
                                                        const char            *title,
                                                        const char            *text);
void                 _koyomi_document_compare         (KoyomiDocument        *self,
                                                       const KoyomiDocument  *before);

void                 _koyomi_document_add_column      (KoyomiDocumentTable   *table,
                                                       const char            *label,
                                                       guint                  width);
void                 _koyomi_document_add_columns     (KoyomiDocument        *self,
                                                       KoyomiDocumentTable   *table,
                                                       const KoyomiDocumentColumn *columns,
                                                       guint                  n_columns);
void                 _koyomi_document_hide_empty      (KoyomiDocument        *self);
gboolean             _koyomi_document_has_heads       (const KoyomiDocumentTable *table);
char                *_koyomi_document_cell_dup_text   (const KoyomiDocumentCell *cell) G_GNUC_WARN_UNUSED_RESULT;

KoyomiDocumentRow   *_koyomi_document_add_row         (KoyomiDocumentTable   *table,
                                                       const char            *name,
                                                       gint64                 id);
void                 _koyomi_document_add_label       (KoyomiDocumentRow     *row,
                                                       const char            *text);
void                 _koyomi_document_add_text        (KoyomiDocumentRow     *row,
                                                       const char            *text);
void                 _koyomi_document_take_text       (KoyomiDocumentRow     *row,
                                                       char                  *text);
void                 _koyomi_document_add_time        (KoyomiDocumentRow     *row,
                                                       gint64                 time);
void                 _koyomi_document_add_day         (KoyomiDocumentRow     *row,
                                                       guint32                day);
void                 _koyomi_document_add_number      (KoyomiDocumentRow     *row,
                                                       double                 number);
void                 _koyomi_document_add_difference  (KoyomiDocumentRow     *row,
                                                       int                    difference);
void                 _koyomi_document_take_value      (KoyomiDocumentRow     *row,
                                                       double                 value,
                                                       guint                  decimals,
                                                       char                  *text);
void                 _koyomi_document_take_status     (KoyomiDocumentRow     *row,
                                                       KoyomiMetricStatus     status,
                                                       char                  *text);
void                 _koyomi_document_mark            (KoyomiDocumentRow     *row,
                                                       KoyomiDocumentMark     mark);

/* What is drawn: figures on pages, charts in workbooks. */
void                 _koyomi_document_take_figure     (KoyomiDocumentTable   *table,
                                                       KoyomiFigure          *figure);
void                 _koyomi_document_take_radar      (KoyomiDocumentTable   *table,
                                                       KoyomiRadar           *radar);
KoyomiDocumentChart *_koyomi_document_add_row_chart   (KoyomiDocumentTable   *table,
                                                       const char            *title,
                                                       const KoyomiDocumentTable *source,
                                                       guint                  names,
                                                       guint                  first_column,
                                                       guint                  n_columns);
KoyomiDocumentChart *_koyomi_document_add_column_chart (KoyomiDocumentTable  *table,
                                                        const char            *title,
                                                        const KoyomiDocumentTable *source,
                                                        guint                  n_rows);
KoyomiDocumentSeries *_koyomi_document_add_series     (KoyomiDocumentChart   *chart,
                                                       guint                  index,
                                                       KoyomiDocumentLook     look,
                                                       KoyomiColour           colour);
guint                _koyomi_document_count_lines     (const KoyomiDocumentTable *table);
double               _koyomi_document_measure_figures (const KoyomiDocumentTable *table,
                                                       guint                  line,
                                                       double                 width);
void                 _koyomi_document_paint_figures   (const KoyomiDocumentTable *table,
                                                       guint                  line,
                                                       KoyomiRect             rect,
                                                       cairo_t               *cr);
double               _koyomi_document_measure_bars    (const KoyomiDocumentTable *table);
void                 _koyomi_document_paint_bars      (const KoyomiDocumentTable *table,
                                                       KoyomiChartText       *texts,
                                                       KoyomiRect             rect,
                                                       cairo_t               *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiDocument, _koyomi_document_free)

G_END_DECLS
