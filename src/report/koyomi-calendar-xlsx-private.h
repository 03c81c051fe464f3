#pragma once

#include "koyomi-calendar-quality-private.h"
#include "koyomi-session.h"
#include "koyomi-xlsx-page-private.h"
#include "koyomi-xlsx-styles-private.h"

G_BEGIN_DECLS

/* The columns of the annual sheet; twelve months follow. */
enum
{
  KOYOMI_CALENDAR_COLUMN_GROUP,
  KOYOMI_CALENDAR_COLUMN_FUNCTION,
  KOYOMI_CALENDAR_COLUMN_TEAM,
  KOYOMI_CALENDAR_COLUMN_TASKS,
  KOYOMI_CALENDAR_COLUMN_MONTHLY,
  KOYOMI_CALENDAR_COLUMN_ROUTINE,
  KOYOMI_CALENDAR_COLUMN_AT_INCIDENT,
  KOYOMI_CALENDAR_COLUMN_MONTH,
  KOYOMI_CALENDAR_N_COLUMNS = KOYOMI_CALENDAR_COLUMN_MONTH + 12,
};

/* The rows of its head. */
enum
{
  KOYOMI_CALENDAR_ROW_TITLE,
  KOYOMI_CALENDAR_ROW_ORGANISATION,
  KOYOMI_CALENDAR_ROW_REMARK,
  KOYOMI_CALENDAR_ROW_LEGEND,
  KOYOMI_CALENDAR_ROW_QUARTERS,
  KOYOMI_CALENDAR_ROW_MONTHS,
  KOYOMI_CALENDAR_ROW_MEETINGS,
  KOYOMI_CALENDAR_ROW_FUNCTIONS,
};

/* How far the lines of functions are written. */
typedef struct
{
  guint     index;          /* of the calendar's row that comes next */
  lxw_row_t row;            /* of the sheet, likewise */
  lxw_row_t group_row;      /* the first of the group */
  double    group_height;   /* of its rows so far */
} KoyomiCalendarPosition;

/* A workbook of the annual calendar that is being written. */
typedef struct
{
  KoyomiSession          *session;
  KoyomiCalendar         *calendar;     /* its rows have their bars only while they are written */
  KoyomiEntry            *head;
  KoyomiXlsxStyles       *styles;
  KoyomiXlsxPage          annual;
  KoyomiXlsxPage          runs;
  KoyomiXlsxPage          legend;
  KoyomiQuality          *quality;
  KoyomiCalendarPosition  position;
  int                     month_now;    /* of the fiscal year, from 0; -1 when today is in another */
} KoyomiCalendarXlsx;

const double    *_koyomi_calendar_xlsx_get_widths  (KoyomiLanguage        language);
KoyomiXlsxEdges  _koyomi_calendar_xlsx_get_edges   (KoyomiCalendarXlsx   *self,
                                                    int                   first_month,
                                                    int                   last_month);
void             _koyomi_calendar_xlsx_write_head  (KoyomiCalendarXlsx   *self);
void             _koyomi_calendar_xlsx_add_bar     (KoyomiCalendarXlsx   *self,
                                                    const KoyomiRunRow   *run);
void             _koyomi_calendar_xlsx_write_rows  (KoyomiCalendarXlsx   *self,
                                                    const KoyomiCalendarRow *before);
gboolean         _koyomi_calendar_xlsx_write_runs  (KoyomiCalendarXlsx   *self,
                                                    KoyomiProgressFunc    progress,
                                                    gpointer              progress_data,
                                                    GCancellable         *cancellable,
                                                    GError              **error);
gboolean         _koyomi_calendar_xlsx_write_legend (KoyomiCalendarXlsx  *self,
                                                     GError             **error);

G_END_DECLS
