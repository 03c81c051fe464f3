#pragma once

#include "koyomi-calendar-sheet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Marks in the line of what is due: where the next drills are, and the days of the registers. Each is a button, a child of the head, that shows the
 * drill or the row that says so; where there is no room between days they share one. They are read once nothing else is to be done; then @changed
 * is called. */
typedef struct _KoyomiDueMarks KoyomiDueMarks;

typedef void (*KoyomiDueMarksFunc) (GtkWidget *head);

KoyomiDueMarks   *koyomi_due_marks_new        (GtkWidget            *head,
                                               KoyomiCalendarSheet  *sheet,
                                               KoyomiDueMarksFunc    changed) G_GNUC_WARN_UNUSED_RESULT;
void              koyomi_due_marks_free       (KoyomiDueMarks       *self);
void              koyomi_due_marks_allocate   (KoyomiDueMarks       *self,
                                               int                   left);
guint             koyomi_due_marks_count      (KoyomiDueMarks       *self);
GtkWidget        *koyomi_due_marks_get        (KoyomiDueMarks       *self,
                                               guint                 index,
                                               double               *x);

G_END_DECLS
