#pragma once

#include <cairo.h>

#include "koyomi-language.h"

G_BEGIN_DECLS

/* In points: what the line of it takes at the upper edge of a page, within the margin. */
#define KOYOMI_WATERMARK_LINE 20

void koyomi_watermark_paint (const char      *text,
                             KoyomiLanguage   language,
                             double           width,
                             double           height,
                             cairo_t         *cr);

G_END_DECLS
