#pragma once

#include "koyomi-matrix-sheet.h"

G_BEGIN_DECLS

/* Goes to a function's line, or to its cell of a team, wherever they are hidden. */
gboolean koyomi_matrix_jump        (KoyomiMatrixSheet *sheet,
                                    gint64             function,
                                    gint64             team);
gboolean koyomi_matrix_jump_change (KoyomiMatrixSheet *sheet,
                                    int                by);

G_END_DECLS
