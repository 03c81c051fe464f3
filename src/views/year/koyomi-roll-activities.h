#pragma once

#include <gtk/gtk.h>

#include "koyomi-roll-over.h"

G_BEGIN_DECLS

/* The page of the roll-over on which it is chosen what becomes of the activities. */
#define KOYOMI_TYPE_ROLL_ACTIVITIES (koyomi_roll_activities_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRollActivities, koyomi_roll_activities, KOYOMI, ROLL_ACTIVITIES, GtkWidget)

GtkWidget *koyomi_roll_activities_new  (KoyomiLanguage         language);
void       koyomi_roll_activities_show (KoyomiRollActivities  *self,
                                        KoyomiRollOver        *roll_over);

G_END_DECLS
