#pragma once

#include "koyomi-calendar-sheet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Marks below the months where the next drills are due. A click shows the drill that says so; the list of what needs attention and the
 * window of the drills do by key. They are children of the head, and read once nothing else is to be done. */
typedef struct _KoyomiDrillMarks KoyomiDrillMarks;

KoyomiDrillMarks *koyomi_drill_marks_new      (GtkWidget           *head,
                                               KoyomiCalendarSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;
void              koyomi_drill_marks_free     (KoyomiDrillMarks    *self);
void              koyomi_drill_marks_allocate (KoyomiDrillMarks    *self,
                                               int                  left);

G_END_DECLS
