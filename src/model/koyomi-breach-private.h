#pragma once

#include "koyomi-breach.h"

G_BEGIN_DECLS

void _koyomi_breach_find_waiver (KoyomiBreach *self,
                                 GPtrArray    *waivers,
                                 guint32       day);

G_END_DECLS
