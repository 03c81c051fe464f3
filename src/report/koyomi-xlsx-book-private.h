#pragma once

#include "koyomi-calendar.h"
#include "koyomi-entry.h"
#include "koyomi-session.h"
#include "koyomi-xlsx-page-private.h"

G_BEGIN_DECLS

/* What all workbooks that the program writes have in common. Of the calendar only what stands on every report is read: whose it is, how
 * secret, of which moment, and what is left out. */

gboolean _koyomi_xlsx_book_add_sheet      (lxw_workbook         *workbook,
                                           KoyomiXlsxPage       *page,
                                           const char           *title,
                                           const char           *name,
                                           GError              **error);
void     _koyomi_xlsx_book_set_up_page    (KoyomiXlsxPage       *page,
                                           KoyomiCalendar       *facts,
                                           const char           *title,
                                           const char           *period);
void     _koyomi_xlsx_book_set_properties (lxw_workbook         *workbook,
                                           KoyomiSession        *session,
                                           KoyomiEntry          *head,
                                           KoyomiCalendar       *facts,
                                           const char           *title);
void     _koyomi_xlsx_book_discard        (lxw_workbook         *workbook);
gboolean _koyomi_xlsx_book_close          (lxw_workbook         *workbook,
                                           const char           *name,
                                           GError              **error);

G_END_DECLS
