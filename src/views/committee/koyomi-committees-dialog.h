#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* The committees that are reported to, and when they meet. */
#define KOYOMI_TYPE_COMMITTEES_DIALOG (koyomi_committees_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiCommitteesDialog, koyomi_committees_dialog, KOYOMI, COMMITTEES_DIALOG, KoyomiPlanWindow)

void koyomi_committees_dialog_present (GtkWindow       *parent,
                                       KoyomiWorkspace *workspace);

G_END_DECLS
