#pragma once

#include <gtk/gtk.h>

#include "koyomi-roll-over.h"

G_BEGIN_DECLS

/* The page of the roll-over on which it is chosen what becomes of the runs that were not finished, and why. */
#define KOYOMI_TYPE_ROLL_UNFINISHED_PAGE (koyomi_roll_unfinished_page_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRollUnfinishedPage, koyomi_roll_unfinished_page, KOYOMI, ROLL_UNFINISHED_PAGE, GtkWidget)

GtkWidget *koyomi_roll_unfinished_page_new  (KoyomiLanguage             language);
void       koyomi_roll_unfinished_page_show (KoyomiRollUnfinishedPage  *self,
                                             KoyomiRollOver            *roll_over);

G_END_DECLS
