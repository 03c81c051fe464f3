#pragma once

#include <gio/gio.h>
#include "koyomi-language.h"

G_BEGIN_DECLS

/* A table of reference data that is compiled into the program from data/: tab separated, a header line, no quoting.
 * Tables are parsed once and live as long as the program. */
typedef struct _KoyomiReference KoyomiReference;

const KoyomiReference *koyomi_reference_get            (const char            *name);
guint                  koyomi_reference_get_n_rows     (const KoyomiReference *self);
gboolean               koyomi_reference_has_column     (const KoyomiReference *self,
                                                        const char            *column);
const char            *koyomi_reference_get_text       (const KoyomiReference *self,
                                                        guint                  row,
                                                        const char            *column);
gint64                 koyomi_reference_get_int        (const KoyomiReference *self,
                                                        guint                  row,
                                                        const char            *column);
const char            *koyomi_reference_get_localized  (const KoyomiReference *self,
                                                        guint                  row,
                                                        const char            *column,
                                                        KoyomiLanguage         language);

G_END_DECLS
