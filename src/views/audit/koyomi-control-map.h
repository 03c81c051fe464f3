#pragma once

#include <gtk/gtk.h>

#include "koyomi-control-register.h"

G_BEGIN_DECLS

/* A square for each control, by theme, whose colour and sign tell how its evidence stands. Arrows go from square to square.
 *
 * Signals:
 *   "chosen" (gint64): another control is */
#define KOYOMI_TYPE_CONTROL_MAP (koyomi_control_map_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiControlMap, koyomi_control_map, KOYOMI, CONTROL_MAP, GtkWidget)

typedef gboolean (*KoyomiControlFilter) (gconstpointer line,
                                         gpointer      data);

GtkWidget *koyomi_control_map_new    (KoyomiLanguage       language);
void       koyomi_control_map_show   (KoyomiControlMap    *self,
                                      GPtrArray           *lines,
                                      KoyomiControlFilter  filter,
                                      gpointer             data);
void       koyomi_control_map_choose (KoyomiControlMap    *self,
                                      gint64               control);

G_END_DECLS
