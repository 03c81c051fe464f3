#pragma once

#include "koyomi-plan-window.h"
#include "koyomi-register-page.h"

G_BEGIN_DECLS

/* The registers of the plan: risks, contracts, obligations, policies and exceptions. */
#define KOYOMI_TYPE_REGISTERS_WINDOW (koyomi_registers_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRegistersWindow, koyomi_registers_window, KOYOMI, REGISTERS_WINDOW, KoyomiPlanWindow)

void                koyomi_registers_window_present  (GtkWindow              *parent,
                                                      KoyomiWorkspace        *workspace,
                                                      KoyomiTableId           table,
                                                      gint64                  id);
KoyomiRegisterPage *koyomi_registers_window_get_page (KoyomiRegistersWindow  *self);

G_END_DECLS
