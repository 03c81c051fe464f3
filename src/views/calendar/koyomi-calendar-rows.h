#pragma once

#include <gtk/gtk.h>

#include "koyomi-line-view.h"

G_BEGIN_DECLS

/* What lies at a point of the rows. */
typedef struct
{
  guint                    line;     /* index; the number of lines below the last */
  gboolean                 canvas;   /* right of the names */
  guint32                  day;      /* only there */
  const KoyomiCalendarBox *box;      /* (nullable): the run there */
  int                      edge;     /* of the run: -1 the left, 1 the right, 0 neither */
} KoyomiRowsPlace;

/* What something that is drawn, moved or resized would be. */
typedef struct
{
  guint       line;   /* index */
  KoyomiRect  rect;   /* in its canvas */
} KoyomiRowsOutline;

/* The lines of the calendar, of which only those in sight are alive. */
#define KOYOMI_TYPE_CALENDAR_ROWS (koyomi_calendar_rows_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiCalendarRows, koyomi_calendar_rows, KOYOMI, CALENDAR_ROWS, GtkWidget)

GtkWidget           *koyomi_calendar_rows_new            (KoyomiCalendarSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;
KoyomiCalendarSheet *koyomi_calendar_rows_get_sheet      (KoyomiCalendarRows  *self);
GtkAdjustment       *koyomi_calendar_rows_get_adjustment (KoyomiCalendarRows  *self);
int                  koyomi_calendar_rows_get_left       (KoyomiCalendarRows  *self);
void                 koyomi_calendar_rows_set_left       (KoyomiCalendarRows  *self,
                                                          int                  left);
void                 koyomi_calendar_rows_take_over      (KoyomiCalendarRows  *self,
                                                          KoyomiCalendarRows  *other);
int                  koyomi_calendar_rows_measure_names  (KoyomiCalendarRows  *self);

void                 koyomi_calendar_rows_pick           (KoyomiCalendarRows  *self,
                                                          double               x,
                                                          double               y,
                                                          KoyomiRowsPlace     *place);
const KoyomiCalendarBox *koyomi_calendar_rows_find_box   (KoyomiCalendarRows  *self,
                                                          gint64               run,
                                                          guint               *line);
void                 koyomi_calendar_rows_show_line      (KoyomiCalendarRows  *self,
                                                          guint                line);
KoyomiLineView  *koyomi_calendar_rows_get_line       (KoyomiCalendarRows  *self,
                                                      guint                line);
gboolean             koyomi_calendar_rows_get_focus      (KoyomiCalendarRows  *self,
                                                          guint               *line,
                                                          gint64              *id);
gboolean             koyomi_calendar_rows_focus          (KoyomiCalendarRows  *self,
                                                          guint                line,
                                                          gint64               id);
guint32              koyomi_calendar_rows_get_day        (KoyomiCalendarRows  *self);
void                 koyomi_calendar_rows_set_day        (KoyomiCalendarRows  *self,
                                                          guint32              day);
void                 koyomi_calendar_rows_show_run       (KoyomiCalendarRows  *self,
                                                          gint64               run);
void                 koyomi_calendar_rows_set_drag       (KoyomiCalendarRows  *self,
                                                          const KoyomiRowsOutline *outlines,
                                                          guint                n_outlines,
                                                          const char          *text);
GArray              *koyomi_calendar_rows_get_drag       (KoyomiCalendarRows  *self);
void                 koyomi_calendar_rows_clear_drag     (KoyomiCalendarRows  *self);

G_END_DECLS
