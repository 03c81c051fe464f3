#pragma once

#include "koyomi-register-kind.h"

G_BEGIN_DECLS

void koyomi_register_dialog_present (GtkWindow                *parent,
                                     KoyomiWorkspace          *workspace,
                                     const KoyomiRegisterKind *kind,
                                     KoyomiRecord             *record,
                                     gboolean                  is_new);

G_END_DECLS
