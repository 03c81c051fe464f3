#pragma once

#include "koyomi-record.h"

G_BEGIN_DECLS

/* The keys of some rows of a table. */
GHashTable *_koyomi_id_set_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void        _koyomi_id_set_add  (GHashTable   *self,
                                 gint64        id);
void        _koyomi_id_set_fill (GHashTable   *self,
                                 GPtrArray    *records,
                                 int           field);
gboolean    _koyomi_id_set_has  (GHashTable   *self,
                                 KoyomiRecord *record,
                                 int           field);

G_END_DECLS
