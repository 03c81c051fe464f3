#pragma once

#include "koyomi-calendar.h"
#include "koyomi-entry.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* A report as it is read, apart from how it is laid out: tables under headings, in an order. The same document becomes a workbook and
 * pages of A4. */

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

typedef struct
{
  char       *title;
  char       *note;        /* (nullable): under it, in small letters */
  char       *empty;       /* (nullable): in place of rows */
  GArray     *columns;     /* (element-type KoyomiDocumentColumn) */
  GPtrArray  *rows;        /* (element-type KoyomiDocumentRow) */
  guint       sheet;       /* of the workbook */
  gboolean    is_list;     /* has a sheet of its own, to filter and to reckon with, and no pages */
  guint       n_charted;   /* of the first column's names, the next columns' values are drawn as bars; 0 for none */
} KoyomiDocumentTable;

typedef struct
{
  KoyomiSession  *session;      /* not owned */
  KoyomiLanguage  language;
  KoyomiEntry    *head;
  KoyomiCalendar *facts;        /* whose plan it is, of which moment; its rows are of no interest */
  char           *title;
  char           *subject;      /* what it is of */
  char           *period;       /* the same in a word, for the foot of a sheet */
  char           *mark;         /* stands on every page, such as that it is a drill; "" for none */
  GPtrArray      *remarks;      /* (element-type utf8): lines under the title */
  GPtrArray      *sheets;       /* (element-type utf8): names of the workbook's sheets */
  GPtrArray      *tables;       /* (element-type KoyomiDocumentTable) */
  gboolean        is_compared;
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
void                 _koyomi_document_compare         (KoyomiDocument        *self,
                                                       const KoyomiDocument  *before);

void                 _koyomi_document_add_column      (KoyomiDocumentTable   *table,
                                                       const char            *label,
                                                       guint                  width);
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
char                *_koyomi_document_format_time     (gint64                 time) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiDocument, _koyomi_document_free)

G_END_DECLS
