#pragma once

#include "koyomi-entry.h"

G_BEGIN_DECLS

/* What a person reads of an entry of the change log. */
char *koyomi_entry_text_describe    (const KoyomiEntry *entry,
                                     KoyomiLanguage     language) G_GNUC_WARN_UNUSED_RESULT;
char *koyomi_entry_text_name_zone   (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
