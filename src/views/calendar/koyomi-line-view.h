#pragma once

#include <gtk/gtk.h>

#include "koyomi-calendar-cell.h"
#include "koyomi-calendar-sheet.h"

G_BEGIN_DECLS

/* A line of the calendar in sight: a name, and a canvas with a cell over each thing on it. */
#define KOYOMI_TYPE_LINE_VIEW (koyomi_line_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiLineView, koyomi_line_view, KOYOMI, LINE_VIEW, GtkWidget)

GtkWidget               *koyomi_line_view_new        (KoyomiCalendarSheet   *sheet,
                                                      KoyomiSheetKind        kind) G_GNUC_WARN_UNUSED_RESULT;
KoyomiSheetKind          koyomi_line_view_get_kind   (KoyomiLineView    *self);
gboolean                 koyomi_line_view_shows      (KoyomiLineView    *self,
                                                      const KoyomiSheetLine *line);
void                     koyomi_line_view_bind       (KoyomiLineView    *self,
                                                      const KoyomiSheetLine *line);
void                     koyomi_line_view_place      (KoyomiLineView    *self,
                                                      double                 left,
                                                      double                 height);
int                      koyomi_line_view_measure_name (KoyomiLineView  *self);
GtkWidget               *koyomi_line_view_get_name   (KoyomiLineView    *self);
GtkWidget               *koyomi_line_view_get_cell   (KoyomiLineView    *self,
                                                      gint64                 id);
const KoyomiCalendarBox *koyomi_line_view_pick       (KoyomiLineView    *self,
                                                      double                 x,
                                                      double                 y);
const KoyomiCalendarBox *koyomi_line_view_find_box   (KoyomiLineView    *self,
                                                      gint64                 run);
void                     koyomi_line_view_set_marked (KoyomiLineView    *self,
                                                      gboolean               marked);

G_END_DECLS
