#pragma once

#include <gtk/gtk.h>

#include "koyomi-matrix-sheet.h"

G_BEGIN_DECLS

/* Takes the assignments of another catalogue over to the one that is shown. */
void  koyomi_mapping_dialog_present  (GtkWindow         *parent,
                                      KoyomiMatrixSheet *sheet);

guint koyomi_mapping_count_unmapped  (KoyomiMatrixSheet *sheet);

G_END_DECLS
