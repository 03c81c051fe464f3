#pragma once

#include "koyomi-calendar.h"

#include <cairo-pdf.h>

G_BEGIN_DECLS

void _koyomi_pdf_describe (cairo_surface_t *surface,
                           KoyomiCalendar  *facts,
                           const char      *title);

G_END_DECLS
