#pragma once

#include "koyomi-calendar.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Reads a year: its rows at once, their runs row by row when they are asked for or, once started, while nothing else is to do. What cannot
 * be read is told to the workspace.
 *
 * Signals:
 *   "resized": rows that were read in passing have got more lanes
 *   "done": the last row was read in passing */
#define KOYOMI_TYPE_CALENDAR_READER (koyomi_calendar_reader_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiCalendarReader, koyomi_calendar_reader, KOYOMI, CALENDAR_READER, GObject)

KoyomiCalendarReader *koyomi_calendar_reader_new          (KoyomiWorkspace       *workspace) G_GNUC_WARN_UNUSED_RESULT;

void                  koyomi_calendar_reader_load         (KoyomiCalendarReader  *self,
                                                           KoyomiFiscalYear       year);
KoyomiCalendar       *koyomi_calendar_reader_get_calendar (KoyomiCalendarReader  *self);

gboolean              koyomi_calendar_reader_fill         (KoyomiCalendarReader  *self,
                                                           KoyomiCalendarRow     *row);
void                  koyomi_calendar_reader_fill_all     (KoyomiCalendarReader  *self);
void                  koyomi_calendar_reader_start        (KoyomiCalendarReader  *self);
gboolean              koyomi_calendar_reader_is_running   (KoyomiCalendarReader  *self);

G_END_DECLS
