#pragma once

#include "koyomi-recurrence.h"

G_BEGIN_DECLS

guint _koyomi_recurrence_list_months (guint  months,
                                      int    list[12]);

G_END_DECLS
