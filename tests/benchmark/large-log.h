#pragma once

#include "koyomi-session.h"

void large_log_edit (KoyomiSession *session);
void large_log_make (const char    *path,
                     int            n_edits);
