#pragma once

#include <gtk/gtk.h>

#include "koyomi-language.h"
#include "koyomi-timeline.h"

G_BEGIN_DECLS

typedef enum
{
  KOYOMI_CELL_RUN,       /* id: of the occurrence */
  KOYOMI_CELL_MONTH,     /* a month of a routine; id: 1 to 12 */
  KOYOMI_CELL_MEETING,   /* id: of the meeting */
  KOYOMI_CELL_CLOCK,     /* a report that is due; id: of the incident */
} KoyomiCellKind;

/* What stands over a thing that is painted on a canvas, so that it can have the focus and a screen reader finds it. It shows nothing
 * itself. Its actions choose the thing and do what keys and the menu do. Emits "activated". */
#define KOYOMI_TYPE_CALENDAR_CELL (koyomi_calendar_cell_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiCalendarCell, koyomi_calendar_cell, KOYOMI, CALENDAR_CELL, GtkWidget)

GtkWidget      *koyomi_calendar_cell_new      (KoyomiCellKind      kind,
                                               gint64              id) G_GNUC_WARN_UNUSED_RESULT;
gint64          koyomi_calendar_cell_get_id   (KoyomiCalendarCell *self);
void            koyomi_calendar_cell_set_id   (KoyomiCalendarCell *self,
                                               gint64              id);
void            koyomi_calendar_cell_set_rect (KoyomiCalendarCell *self,
                                               KoyomiRect          rect);
void            koyomi_calendar_cell_allocate (KoyomiCalendarCell *self,
                                               double              x);
void            koyomi_calendar_cell_name     (KoyomiCalendarCell *self,
                                               const char         *name);
void            koyomi_calendar_cell_name_run (KoyomiCalendarCell *self,
                                               const KoyomiBar    *bar,
                                               KoyomiLanguage      language);
void            koyomi_calendar_cell_describe (KoyomiCalendarCell *self,
                                               const char         *more);

char           *koyomi_bar_describe           (const KoyomiBar    *self,
                                               KoyomiLanguage      language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
