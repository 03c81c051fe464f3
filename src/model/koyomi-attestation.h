#pragma once

#include "koyomi-record.h"

G_BEGIN_DECLS

gboolean  koyomi_attestation_set_days  (KoyomiRecord  *self,
                                        int            planned_days,
                                        int            done_days,
                                        GError       **error);

G_END_DECLS
