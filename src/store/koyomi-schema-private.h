#pragma once

#include "koyomi-schema.h"

G_BEGIN_DECLS

gboolean  _koyomi_schema_run_steps  (KoyomiDatabase      *db,
                                     const char * const  *steps,
                                     int                  from_version,
                                     int                  to_version,
                                     GError             **error);

G_END_DECLS
