#pragma once

#include <gtk/gtk.h>

#include "koyomi-heat-layout.h"

G_BEGIN_DECLS

/* A short text on a ground that tells how much it is. The text is also its name for a screen reader, with an
 * explanation that is shown to whoever points at it. */
#define KOYOMI_TYPE_HEAT_CHIP (koyomi_heat_chip_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiHeatChip, koyomi_heat_chip, KOYOMI, HEAT_CHIP, GtkWidget)

GtkWidget  *koyomi_heat_chip_new  (KoyomiLanguage   language);
void        koyomi_heat_chip_show (KoyomiHeatChip  *self,
                                   const char      *text,
                                   KoyomiHeat       heat,
                                   const char      *explanation);

G_END_DECLS
