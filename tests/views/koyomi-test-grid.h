#pragma once

#include "koyomi-calendar-grid.h"
#include "koyomi-test-calendar.h"

G_BEGIN_DECLS

/* The calendar on the screen, 1000 pixels wide and 500 high. */
typedef struct
{
  KoyomiTestCalendar   calendar;
  GtkWindow           *window;
  KoyomiCalendarRows  *rows;
} KoyomiTestGrid;

void        koyomi_test_grid_open      (KoyomiTestGrid  *self,
                                        guint            n_functions);
void        koyomi_test_grid_close     (KoyomiTestGrid  *self);

void        koyomi_test_grid_settle    (KoyomiTestGrid  *self);
GtkWidget  *koyomi_test_grid_get_cell  (KoyomiTestGrid  *self,
                                        guint            function,
                                        guint            number);
void        koyomi_test_grid_press     (KoyomiTestGrid  *self,
                                        const char      *accelerator);
void        koyomi_test_grid_assert_focus (KoyomiTestGrid *self,
                                           guint            line,
                                           gint64           run);

G_END_DECLS
