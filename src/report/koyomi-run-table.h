#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* The table with one row a run: a sheet of the workbook, and the CSV file, which can be edited elsewhere and read back. */
typedef enum
{
  KOYOMI_RUN_COLUMN_GROUP,
  KOYOMI_RUN_COLUMN_FUNCTION_CODE,
  KOYOMI_RUN_COLUMN_FUNCTION,
  KOYOMI_RUN_COLUMN_TEAM,
  KOYOMI_RUN_COLUMN_TITLE,
  KOYOMI_RUN_COLUMN_KIND,
  KOYOMI_RUN_COLUMN_RULE,             /* in words */
  KOYOMI_RUN_COLUMN_FIRST_DAY,
  KOYOMI_RUN_COLUMN_LAST_DAY,
  KOYOMI_RUN_COLUMN_ORIGINAL_FIRST,
  KOYOMI_RUN_COLUMN_ORIGINAL_LAST,
  KOYOMI_RUN_COLUMN_ACTUAL_FIRST,
  KOYOMI_RUN_COLUMN_ACTUAL_LAST,
  KOYOMI_RUN_COLUMN_STATUS,           /* as stored */
  KOYOMI_RUN_COLUMN_STATE,            /* as of today: late, due soon */
  KOYOMI_RUN_COLUMN_PROGRESS,
  KOYOMI_RUN_COLUMN_OWNER,
  KOYOMI_RUN_COLUMN_RESULT,
  KOYOMI_RUN_COLUMN_REASON,
  KOYOMI_RUN_COLUMN_NOTE,
  KOYOMI_RUN_COLUMN_KEY,              /* of the run; how it is found again */
  KOYOMI_N_RUN_COLUMNS
} KoyomiRunColumn;

/* One row, borrowed for as long as it is handed over. */
typedef struct
{
  KoyomiCalendarRow *row;
  KoyomiRecord      *group;      /* of the function, whatever the calendar's rows are grouped by */
  KoyomiRecord      *activity;
  KoyomiRecord      *run;
  KoyomiState        state;
  const char        *team;   /* who does this run: the activity's team, or the function's */
  const char        *rule;   /* in words; "" for what happens once */
} KoyomiRunRow;

/* FALSE with @error stops. */
typedef gboolean  (*KoyomiRunRowFunc)           (const KoyomiRunRow  *row,
                                                 gpointer             data,
                                                 GError             **error);

const char         *koyomi_run_column_get_label (KoyomiRunColumn      self,
                                                 KoyomiLanguage       language);
int                 koyomi_run_column_get_field (KoyomiRunColumn      self);
char               *koyomi_run_row_format       (const KoyomiRunRow  *self,
                                                 KoyomiRunColumn      column,
                                                 KoyomiLanguage       language) G_GNUC_WARN_UNUSED_RESULT;

gboolean            koyomi_run_table_for_each   (KoyomiSession       *session,
                                                 KoyomiCalendar      *calendar,
                                                 KoyomiRunRowFunc     func,
                                                 gpointer             data,
                                                 KoyomiProgressFunc   progress,
                                                 gpointer             progress_data,
                                                 GCancellable        *cancellable,
                                                 GError             **error);

G_END_DECLS
