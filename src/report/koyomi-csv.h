#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* CSV as Excel opens it in Japan without asking: UTF-8 with a byte order mark, commas, CR LF at the end of a row.
 *
 * A spreadsheet takes a cell that begins with = + - @ for a formula and runs it. Such a text gets an apostrophe before it,
 * and so does one that is apostrophes followed by such a text; koyomi_csv_unescape(), which every reading of a text table
 * passes through, takes one apostrophe away from exactly these. So each text comes back as it was, also 'quoted' ones,
 * which are left alone both ways, and plain negative numbers, which are no danger. */

void        koyomi_csv_begin       (GString            *csv);
void        koyomi_csv_append_cell (GString            *csv,
                                    guint               column,
                                    const char         *text);
void        koyomi_csv_end_row     (GString            *csv);

const char *koyomi_csv_unescape    (const char         *text);

G_END_DECLS
