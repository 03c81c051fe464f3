#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What evidence proves: of what kind it is, and which one.
 *
 * Signals:
 *   "chosen" (): the person has chosen a row, or none */
#define KOYOMI_TYPE_PROVABLE_FIELD (koyomi_provable_field_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiProvableField, koyomi_provable_field, KOYOMI, PROVABLE_FIELD, GtkWidget)

GtkWidget *koyomi_provable_field_new          (KoyomiWorkspace      *workspace,
                                               const char           *caption,
                                               const char           *none);

int        koyomi_provable_field_get_field    (KoyomiProvableField  *self);
gint64     koyomi_provable_field_get_row      (KoyomiProvableField  *self);
void       koyomi_provable_field_show_control (KoyomiProvableField  *self,
                                               gint64                control);
void       koyomi_provable_field_clear        (KoyomiProvableField  *self);

G_END_DECLS
