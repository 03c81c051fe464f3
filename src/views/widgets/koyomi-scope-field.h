#pragma once

#include <gtk/gtk.h>

#include "koyomi-activity-edit.h"

G_BEGIN_DECLS

/* Whether a change is for this run, for this and later ones, or for all.
 *
 * Signals:
 *   "changed" (): the person has chosen */
#define KOYOMI_TYPE_SCOPE_FIELD (koyomi_scope_field_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiScopeField, koyomi_scope_field, KOYOMI, SCOPE_FIELD, GtkWidget)

GtkWidget   *koyomi_scope_field_new          (KoyomiLanguage     language,
                                              KoyomiScope        scope);
void         koyomi_scope_field_set_subtitle (KoyomiScopeField  *self,
                                              KoyomiScope        scope,
                                              const char        *subtitle);
KoyomiScope  koyomi_scope_field_get_scope    (KoyomiScopeField  *self);

G_END_DECLS
