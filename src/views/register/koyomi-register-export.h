#pragma once

#include <gtk/gtk.h>

#include "koyomi-export.h"
#include "koyomi-register-kind.h"

G_BEGIN_DECLS

void koyomi_register_export_present (GtkWindow                *parent,
                                     KoyomiWorkspace          *workspace,
                                     const KoyomiRegisterKind *kind,
                                     KoyomiExportFormat        format);

G_END_DECLS
