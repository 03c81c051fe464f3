#pragma once

#include <glib.h>
#include "koyomi-language.h"

G_BEGIN_DECLS

/* The public holidays of Japan, reckoned from the rules of data/reference/holidays_jp.tsv. The equinoxes of coming
 * years are fixed by the gazette a year ahead, and laws change: a plan corrects the list by rows of its day_off
 * table. Any thread may ask. */
#define KOYOMI_HOLIDAYS_FIRST_YEAR 1980
#define KOYOMI_HOLIDAYS_LAST_YEAR 2099

gboolean    koyomi_holidays_contains    (guint32         day);
const char *koyomi_holidays_get_name    (guint32         day,
                                         KoyomiLanguage  language);

G_END_DECLS
