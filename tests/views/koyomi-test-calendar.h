#pragma once

#include "koyomi-calendar-sheet.h"

G_BEGIN_DECLS

/* The functions of a group in the plan that is made here. */
#define KOYOMI_TEST_GROUP_SIZE 8

/* How many runs each function has in the fiscal year 2026. Those of every third one overlap: its row has two lanes once it is read. */
#define KOYOMI_TEST_N_RUNS 3

/* The calendar of a plan that is always the same, on 2026-11-22: functions in groups, each with a run in May, one in September and one in
 * February. The first is done in every second function, and late in the others. The first function also has a run in June 2027. */
typedef struct
{
  char                 *path;
  KoyomiSession        *session;
  GSettings            *settings;
  KoyomiWorkspace      *workspace;
  KoyomiRunSelection   *selection;
  KoyomiCalendarSheet  *sheet;
} KoyomiTestCalendar;

void    koyomi_test_calendar_open       (KoyomiTestCalendar  *self,
                                         guint                n_functions);
void    koyomi_test_calendar_close      (KoyomiTestCalendar  *self);

guint   koyomi_test_calendar_find_line  (guint                function);
gint64  koyomi_test_calendar_get_run    (KoyomiTestCalendar  *self,
                                         guint                function,
                                         guint                number);
gint64  koyomi_test_calendar_get_run_of_next_year (KoyomiTestCalendar *self);
void    koyomi_test_calendar_move_run   (KoyomiTestCalendar  *self,
                                         gint64               run,
                                         int                  days);
void    koyomi_test_calendar_refresh    (KoyomiTestCalendar  *self);
void    koyomi_test_calendar_read       (KoyomiTestCalendar  *self);

G_END_DECLS
