#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

KoyomiRecord *_koyomi_run_choose (GPtrArray *runs);

G_END_DECLS
