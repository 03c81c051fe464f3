#pragma once

#include <gtk/gtk.h>

#include "koyomi-calendar-sheet.h"

G_BEGIN_DECLS

/* Above the rows: months and days, and the strip of committee meetings. */
#define KOYOMI_TYPE_HEAD_VIEW (koyomi_head_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiHeadView, koyomi_head_view, KOYOMI, HEAD_VIEW, GtkWidget)

GtkWidget *koyomi_head_view_new      (KoyomiCalendarSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_head_view_set_left (KoyomiHeadView  *self,
                                      int                  left);

G_END_DECLS
