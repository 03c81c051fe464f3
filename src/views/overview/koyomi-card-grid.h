#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Cards side by side in one to three columns, as many as the width has room for with the texts as large as they are, each directly under those
 * above it. A card that is wider than one column says so; what is left of a line goes to its last card. */
#define KOYOMI_TYPE_CARD_GRID (koyomi_card_grid_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiCardGrid, koyomi_card_grid, KOYOMI, CARD_GRID, GtkWidget)

GtkWidget *koyomi_card_grid_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_card_grid_add           (KoyomiCardGrid *self,
                                           GtkWidget      *card,
                                           int             span);
int        koyomi_card_grid_get_n_columns (KoyomiCardGrid *self,
                                           int             width);

G_END_DECLS
