#pragma once

#include "koyomi-database.h"

G_BEGIN_DECLS

int       koyomi_schema_get_version   (void);
gboolean  koyomi_schema_create        (KoyomiDatabase  *db,
                                       GError         **error);
gboolean  koyomi_schema_compare       (KoyomiDatabase  *db,
                                       int              version,
                                       GError         **error);
gboolean  koyomi_schema_migrate       (KoyomiDatabase  *db,
                                       int              from_version,
                                       GError         **error);

G_END_DECLS
