#pragma once

#include "koyomi-language.h"

G_BEGIN_DECLS

/* How much room a text takes in a cell of a workbook, without the font that will show it: reckoned so that it never takes more. */

double _koyomi_cell_text_get_height (const char     *text,
                                     double          size,
                                     double          columns,
                                     KoyomiLanguage  language);

G_END_DECLS
