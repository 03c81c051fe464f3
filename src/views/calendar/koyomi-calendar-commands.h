#pragma once

#include <gtk/gtk.h>

#include "koyomi-calendar-sheet.h"

G_BEGIN_DECLS

/* The actions "calendar.…" on the runs that are chosen: what keys, menus and cells call. */
void koyomi_calendar_commands_install   (GtkWidgetClass      *view_class);
void koyomi_calendar_commands_bind_keys (GtkWidgetClass      *rows_class);
void koyomi_calendar_commands_attach    (GtkWidget           *view,
                                         KoyomiCalendarSheet *sheet);

G_END_DECLS
