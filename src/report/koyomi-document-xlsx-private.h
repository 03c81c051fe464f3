#pragma once

#include "koyomi-document-private.h"
#include "koyomi-xlsx-page-private.h"
#include "koyomi-xlsx-styles-private.h"

G_BEGIN_DECLS

/* Where the rows of a table stand. */
typedef struct
{
  const char *sheet;
  lxw_row_t   first_row;
} KoyomiDocumentPlace;

/* Charts have places on sheets, but are drawn once the cells of all sheets are written. */
typedef struct
{
  GHashTable *places;     /* KoyomiDocumentTable -> KoyomiDocumentPlace */
  GArray     *drawings;   /* (element-type KoyomiDocumentDrawing) */
} KoyomiDocumentCharts;

/* A row of a sheet. */
typedef struct
{
  double                     height;   /* in points */
  gboolean                   keeps;    /* stays with the one that follows it */
  const KoyomiDocumentTable *table;    /* (nullable): it is a row of a table whose heads a page repeats that begins with it */
  guint                      head;     /* the row of those heads */
} KoyomiDocumentLine;

/* A sheet of a document that is being written. */
typedef struct
{
  const KoyomiDocument *document;
  KoyomiXlsxStyles     *styles;
  KoyomiXlsxPage       *page;
  lxw_row_t             row;
  KoyomiDocumentCharts *charts;
  gboolean              is_first;
  GArray               *lines;     /* (nullable) (element-type KoyomiDocumentLine): NULL where pages are not told where to end */
  double                share;     /* of a list: what is left of the width of long columns */
  double                title_columns;   /* of a list: what its title may be wide, as Excel counts it; else 0 */
} KoyomiDocumentSheet;

void     _koyomi_document_charts_init       (KoyomiDocumentCharts      *self);
void     _koyomi_document_charts_clear      (KoyomiDocumentCharts      *self);
void     _koyomi_document_charts_set_place  (KoyomiDocumentCharts      *self,
                                             const KoyomiDocumentTable *table,
                                             KoyomiXlsxPage            *page,
                                             lxw_row_t                  first_row);
gboolean _koyomi_document_charts_reserve    (KoyomiDocumentCharts      *self,
                                             const KoyomiDocumentTable *table,
                                             KoyomiXlsxPage            *page,
                                             double                     width,
                                             lxw_row_t                 *row);
void     _koyomi_document_charts_draw       (KoyomiDocumentCharts      *self,
                                             KoyomiXlsxStyles          *styles);

void     _koyomi_document_breaks_note       (GArray                    *lines,
                                             lxw_row_t                  row,
                                             double                     height,
                                             gboolean                   keeps);
void     _koyomi_document_breaks_note_head  (GArray                    *lines,
                                             lxw_row_t                  row,
                                             const KoyomiDocumentTable *table,
                                             lxw_row_t                  head);
void     _koyomi_document_breaks_set        (GArray                    *lines,
                                             lxw_worksheet             *sheet,
                                             double                     width,
                                             gboolean                   is_landscape);

void     _koyomi_document_sheet_write_grid  (KoyomiDocumentSheet       *self,
                                             guint                      sheet);
void     _koyomi_document_sheet_write_list  (KoyomiDocumentSheet       *self,
                                             const KoyomiDocumentTable *table);

gboolean _koyomi_document_write_xlsx        (const KoyomiDocument      *self,
                                             const char                *path,
                                             const char                *name,
                                             KoyomiProgressFunc         progress,
                                             gpointer                   progress_data,
                                             GCancellable              *cancellable,
                                             GError                   **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KoyomiDocumentCharts, _koyomi_document_charts_clear)

G_END_DECLS
