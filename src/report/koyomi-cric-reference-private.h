#pragma once

#include "koyomi-language.h"

G_BEGIN_DECLS

/* The CRIC table as the program knows it. Functions count from 0; -1 is none of them. */

#define KOYOMI_N_CRIC_FUNCTIONS 31

gboolean     _koyomi_cric_align             (GPtrArray      *names,
                                             int            *functions);
const char  *_koyomi_cric_get_text          (int             function,
                                             const char     *column,
                                             KoyomiLanguage  language);
const char  *_koyomi_cric_get_code          (int             function,
                                             const char     *column);
gboolean     _koyomi_cric_is_group          (int             function,
                                             const char     *label);
gboolean     _koyomi_cric_is_group_sure     (int             function);
gboolean     _koyomi_cric_is_source_tasks   (int             function,
                                             const char     *tasks);
gboolean     _koyomi_cric_is_tasks          (int             function,
                                             const char     *tasks);
char       **_koyomi_cric_split             (int             function,
                                             const char     *cell) G_GNUC_WARN_UNUSED_RESULT;
gboolean     _koyomi_cric_knows             (const char     *text);
const char  *_koyomi_cric_translate         (const char     *text,
                                             KoyomiLanguage  language);
int          _koyomi_cric_find_item         (int             function,
                                             const char     *title,
                                             int             month);
int          _koyomi_cric_get_adjusted      (int             item);
const char  *_koyomi_cric_get_reason        (int             item,
                                             KoyomiLanguage  language);

G_END_DECLS
