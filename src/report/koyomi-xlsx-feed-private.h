#pragma once

#include "koyomi-xlsx-page-private.h"

G_BEGIN_DECLS

/* Writes the cells of a long sheet on a thread of its own, while the caller reads what comes next. Until it is finished, nobody else
 * may use the page; other pages of the workbook may be written, as long as each format that is fed was named at the beginning. */
typedef struct _KoyomiXlsxFeed KoyomiXlsxFeed;

KoyomiXlsxFeed *_koyomi_xlsx_feed_new        (KoyomiXlsxPage  *page,
                                              lxw_format     **formats,
                                              guint            n_formats) G_GNUC_WARN_UNUSED_RESULT;
void            _koyomi_xlsx_feed_finish     (KoyomiXlsxFeed  *self);

void            _koyomi_xlsx_feed_set_height (KoyomiXlsxFeed  *self,
                                              lxw_row_t        row,
                                              double           height);
void            _koyomi_xlsx_feed_set_text   (KoyomiXlsxFeed  *self,
                                              lxw_row_t        row,
                                              lxw_col_t        column,
                                              const char      *text,
                                              lxw_format      *format);
void            _koyomi_xlsx_feed_set_number (KoyomiXlsxFeed  *self,
                                              lxw_row_t        row,
                                              lxw_col_t        column,
                                              double           number,
                                              lxw_format      *format);
void            _koyomi_xlsx_feed_set_day    (KoyomiXlsxFeed  *self,
                                              lxw_row_t        row,
                                              lxw_col_t        column,
                                              guint32          day,
                                              lxw_format      *format);

G_END_DECLS
