#pragma once

#include "koyomi-language.h"

G_BEGIN_DECLS

/* What a paper that is handed over bears: boxes for those who prepared, checked and approved it, and whose it is with the number of the document. */
#define KOYOMI_N_APPROVALS 3

const char *koyomi_approval_get_label     (guint           self,
                                           KoyomiLanguage  language);
char       *koyomi_handover_format_number (const char     *number,
                                           KoyomiLanguage  language) G_GNUC_WARN_UNUSED_RESULT;
char       *koyomi_handover_format_owner  (const char     *organisation,
                                           const char     *number,
                                           KoyomiLanguage  language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
