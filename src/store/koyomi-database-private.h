#pragma once

#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

#include "koyomi-database.h"

G_BEGIN_DECLS

sqlite3         *_koyomi_database_get_handle  (KoyomiDatabase  *self);
void             _koyomi_database_set_error   (KoyomiDatabase  *self,
                                               int              code,
                                               GError         **error);
KoyomiStatement *_koyomi_statement_new        (KoyomiDatabase  *database,
                                               sqlite3_stmt    *handle);
void             _koyomi_database_give_back   (KoyomiDatabase  *self,
                                               sqlite3_stmt    *handle);

G_END_DECLS
