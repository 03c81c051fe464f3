#pragma once

#include "koyomi-day-entry.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Writes the day that a person hands in to a field of a row, each time as one edit. */
#define KOYOMI_TYPE_DAY_SAVER (koyomi_day_saver_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiDaySaver, koyomi_day_saver, KOYOMI, DAY_SAVER, GObject)

KoyomiDaySaver *koyomi_day_saver_attach (KoyomiDayEntry   *input,
                                         KoyomiWorkspace  *workspace,
                                         int               field);
void            koyomi_day_saver_set_range (KoyomiDaySaver *self,
                                            int               not_before,
                                            int               not_after);
void            koyomi_day_saver_show   (KoyomiDaySaver   *self,
                                         KoyomiRecord     *record);

G_END_DECLS
