#pragma once

#include <gtk/gtk.h>

#include "koyomi-maturity.h"

G_BEGIN_DECLS

/* One of the levels of a way of doing a function, each with what it means.
 *
 * Signals:
 *   "chosen" (level): the person has chosen another one */
#define KOYOMI_TYPE_LEVEL_FIELD (koyomi_level_field_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiLevelField, koyomi_level_field, KOYOMI, LEVEL_FIELD, GtkWidget)

GtkWidget  *koyomi_level_field_new       (const char        *caption,
                                          const char        *name,
                                          const char        *unknown,
                                          KoyomiExecution    mode,
                                          KoyomiLanguage     language);
void        koyomi_level_field_show      (KoyomiLevelField  *self,
                                          int                level);

G_END_DECLS
