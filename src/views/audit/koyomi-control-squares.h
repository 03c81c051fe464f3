#pragma once

#include <gtk/gtk.h>

#include "koyomi-control.h"

G_BEGIN_DECLS

/* A square for each control of Annex A, by theme, with how its evidence stands. A square leads to the page of controls. */
#define KOYOMI_TYPE_CONTROL_SQUARES (koyomi_control_squares_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiControlSquares, koyomi_control_squares, KOYOMI, CONTROL_SQUARES, GtkWidget)

GtkWidget *koyomi_control_squares_new  (KoyomiLanguage         language);
void       koyomi_control_squares_show (KoyomiControlSquares  *self,
                                        GPtrArray             *lines);
const char *koyomi_control_squares_get_glyph (KoyomiControlState state);
const char *koyomi_control_squares_get_style (KoyomiControlState state);

G_END_DECLS
