#pragma once

#include <gtk/gtk.h>

#include "koyomi-matrix-sheet.h"

G_BEGIN_DECLS

/* What a person does to cells. Each is one edit. */
gboolean koyomi_matrix_commands_type         (KoyomiMatrixSheet       *sheet,
                                              gunichar                 key);
gboolean koyomi_matrix_commands_paste_text   (KoyomiMatrixSheet       *sheet,
                                              const char              *text,
                                              char                   **fault);
char    *koyomi_matrix_commands_copy_text    (KoyomiMatrixSheet       *sheet) G_GNUC_WARN_UNUSED_RESULT;
void     koyomi_matrix_commands_fill         (KoyomiMatrixSheet       *sheet,
                                              const KoyomiMatrixRange *source,
                                              const KoyomiMatrixRange *target);

/* The actions, and the keys that do them. */
void     koyomi_matrix_commands_install      (GtkWidgetClass          *view_class);
void     koyomi_matrix_commands_attach       (GtkWidget               *view,
                                              KoyomiMatrixSheet       *sheet);
void     koyomi_matrix_commands_bind_keys    (GtkWidgetClass          *rows_class);
void     koyomi_matrix_commands_take_letters (GtkWidget               *rows,
                                              KoyomiMatrixSheet       *sheet);

G_END_DECLS
