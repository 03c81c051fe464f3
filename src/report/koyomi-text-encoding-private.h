#pragma once

#include "koyomi-text-table.h"

G_BEGIN_DECLS

KoyomiTextEncoding  _koyomi_text_encoding_detect (const char          *bytes,
                                                  gsize                length);
char               *_koyomi_text_encoding_decode (KoyomiTextEncoding   self,
                                                  const char          *bytes,
                                                  gsize                length,
                                                  gsize               *decoded,
                                                  gboolean            *complete) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
