#pragma once

#include "koyomi-application.h"
#include "koyomi-calendar-rows.h"
#include "koyomi-window.h"

G_BEGIN_DECLS

/* The window with the sample company, in a program that is not run as such: whoever tests turns its main loop. Today is 2026-11-22. */
typedef struct
{
  char         *path;
  KoyomiWindow *window;
} KoyomiTestWindow;

KoyomiApplication   *koyomi_test_window_start       (void);
void                 koyomi_test_window_stop        (void);

void                 koyomi_test_window_open        (KoyomiTestWindow *self);
void                 koyomi_test_window_open_to_read (KoyomiTestWindow *self);
void                 koyomi_test_window_close       (KoyomiTestWindow *self);
void                 koyomi_test_window_settle      (KoyomiTestWindow *self);
void                 koyomi_test_window_press       (KoyomiTestWindow *self,
                                                     const char       *accelerator);
GtkWidget           *koyomi_test_window_find        (KoyomiTestWindow *self,
                                                     GType             type);
GtkWidget           *koyomi_test_window_show_view   (KoyomiTestWindow *self,
                                                     int               index,
                                                     GType             type);
KoyomiCalendarRows  *koyomi_test_window_get_rows    (KoyomiTestWindow *self);
gint64               koyomi_test_window_find_run    (KoyomiTestWindow *self);
gint64               koyomi_test_window_get_first   (KoyomiTestWindow *self,
                                                     KoyomiTableId     table);
void                 koyomi_test_window_mark_done   (KoyomiTestWindow *self);
gint64               koyomi_test_window_add_baseline (KoyomiTestWindow *self);

G_END_DECLS
