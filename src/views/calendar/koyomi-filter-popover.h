#pragma once

#include <gtk/gtk.h>

#include "koyomi-calendar-sheet.h"

G_BEGIN_DECLS

/* Chooses what the calendar shows: grouping, routines, status, teams, groups, due days; and keeps choices under names. */
#define KOYOMI_TYPE_FILTER_POPOVER (koyomi_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiFilterPopover, koyomi_filter_popover, KOYOMI, FILTER_POPOVER, GtkPopover)

GtkWidget *koyomi_filter_popover_new (KoyomiCalendarSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
