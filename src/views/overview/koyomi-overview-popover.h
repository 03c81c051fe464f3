#pragma once

#include <gtk/gtk.h>

#include "koyomi-overview-row.h"

G_BEGIN_DECLS

/* A popover with the rows that a number of the first page counts, each of which leads to where it is shown. */
GtkWidget *koyomi_overview_popover_new (const char *title,
                                        GPtrArray  *rows) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
