#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* The functions of a catalogue that are in use, group by group. */
typedef struct
{
  GPtrArray *groups;      /* (element-type KoyomiRecord) */
  GPtrArray *functions;   /* (element-type KoyomiRecord): those of the first group, then those of the next */
} KoyomiCatalogueFunctions;

gboolean _koyomi_catalogue_functions_load  (KoyomiCatalogueFunctions  *self,
                                            KoyomiSession             *session,
                                            gint64                     catalogue,
                                            KoyomiLanguage             language,
                                            GError                   **error);
void     _koyomi_catalogue_functions_clear (KoyomiCatalogueFunctions  *self);
char    *_koyomi_function_name             (KoyomiRecord              *function) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KoyomiCatalogueFunctions, _koyomi_catalogue_functions_clear)

G_END_DECLS
