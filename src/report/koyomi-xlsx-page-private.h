#pragma once

#include <gio/gio.h>
#include <xlsxwriter.h>

G_BEGIN_DECLS

/* A sheet that is being written, from its first row to its last. It counts what has a value, which is what reading it back must
 * find, and keeps the first error. */
typedef struct
{
  lxw_worksheet *sheet;
  guint64        n_rows;
  guint64        n_cells;
  gint64         last_row;   /* that has a value, or -1 */
  GError        *error;
} KoyomiXlsxPage;

void     _koyomi_xlsx_page_init       (KoyomiXlsxPage  *self,
                                       lxw_worksheet   *sheet);
void     _koyomi_xlsx_page_clear      (KoyomiXlsxPage  *self);
gboolean _koyomi_xlsx_page_check      (KoyomiXlsxPage  *self,
                                       GError         **error);

void     _koyomi_xlsx_page_set_height (KoyomiXlsxPage  *self,
                                       lxw_row_t        row,
                                       double           height);
void     _koyomi_xlsx_page_set_text   (KoyomiXlsxPage  *self,
                                       lxw_row_t        row,
                                       lxw_col_t        column,
                                       const char      *text,
                                       lxw_format      *format);

/* The two steps of it, for a text that is not empty: the first needs no page. */
char    *_koyomi_xlsx_page_mend_text  (const char      *text) G_GNUC_WARN_UNUSED_RESULT;
void     _koyomi_xlsx_page_set_mended (KoyomiXlsxPage  *self,
                                       lxw_row_t        row,
                                       lxw_col_t        column,
                                       const char      *text,
                                       lxw_format      *format);

void     _koyomi_xlsx_page_set_number (KoyomiXlsxPage  *self,
                                       lxw_row_t        row,
                                       lxw_col_t        column,
                                       double           number,
                                       lxw_format      *format);
void     _koyomi_xlsx_page_set_day    (KoyomiXlsxPage  *self,
                                       lxw_row_t        row,
                                       lxw_col_t        column,
                                       guint32          day,
                                       lxw_format      *format);
void     _koyomi_xlsx_page_set_time   (KoyomiXlsxPage  *self,
                                       lxw_row_t        row,
                                       lxw_col_t        column,
                                       gint64           time,
                                       lxw_format      *format);
void     _koyomi_xlsx_page_set_formula (KoyomiXlsxPage *self,
                                        lxw_row_t        row,
                                        lxw_col_t        column,
                                        const char      *formula,
                                        double           number,
                                        lxw_format      *format);
void     _koyomi_xlsx_page_set_comment (KoyomiXlsxPage *self,
                                        lxw_row_t        row,
                                        lxw_col_t        column,
                                        const char      *text);
void     _koyomi_xlsx_page_set_blank  (KoyomiXlsxPage  *self,
                                       lxw_row_t        row,
                                       lxw_col_t        column,
                                       lxw_format      *format);
void     _koyomi_xlsx_page_set_span   (KoyomiXlsxPage  *self,
                                       lxw_row_t        row,
                                       lxw_col_t        first,
                                       lxw_col_t        last,
                                       const char      *text,
                                       lxw_format      *format);
void     _koyomi_xlsx_page_merge      (KoyomiXlsxPage  *self,
                                       lxw_row_t        first_row,
                                       lxw_col_t        first,
                                       lxw_row_t        last_row,
                                       lxw_col_t        last);

G_END_DECLS
