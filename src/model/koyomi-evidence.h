#pragma once

#include "koyomi-file-check.h"
#include "koyomi-record.h"

G_BEGIN_DECLS

/* Evidence is a file, which lies where it lies, or a reference to something else, such as the number of a bag in a safe. */
GFile    *koyomi_evidence_dup_file  (KoyomiRecord  *evidence,
                                     const char    *plan_path) G_GNUC_WARN_UNUSED_RESULT;
void      koyomi_evidence_set_file  (KoyomiRecord  *evidence,
                                     GFile         *file,
                                     const char    *plan_path,
                                     const char    *sha256);
gboolean  koyomi_evidence_has_hash  (KoyomiRecord  *evidence);

G_END_DECLS
